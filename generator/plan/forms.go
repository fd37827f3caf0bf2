package plan

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
)

// Form is a record form. Its number is used exactly once in a set, and exactly one document owns it.
type Form struct {
	Short     string   `yaml:"number" req:"true"` // QR-13-02
	Title     string   `yaml:"title" req:"true"`
	Procedure string   `yaml:"procedure" req:"true"` // QP-13
	Clauses   []string `yaml:"clauses"`
	Core      bool     `yaml:"core"` // a micro set has it, too
	Keep      int      `yaml:"keep_years"`
	When      string   `yaml:"when"`
	Columns   []string `yaml:"columns"`

	Number string    `yaml:"-"` // SLZX/QR-13-02
	Owner  *Document `yaml:"-"` // procedure, or the manual where the set has no such procedure
}

// formsFile is the list of forms beside the templates.
const formsFile = "forms.yaml"

// loadForms reads the forms list and gives each form that the set has its number and owner. all are the templates of
// every size: a form whose procedure exists but is not in this set belongs to the manual.
func (s *Set) loadForms(fsys fs.FS, all []*Document) error {
	src, err := fs.ReadFile(fsys, formsFile)
	if err != nil {
		return fmt.Errorf("read the list of forms: %w", err)
	}
	var file struct {
		Forms []Form `yaml:"forms" req:"true"`
	}
	if err := fact.Decode(formsFile, src, &file, fact.Options{}).Err(); err != nil {
		return fmt.Errorf("read the list of forms: %w", err)
	}
	named := s.namedForms()
	for i := range file.Forms {
		f := &file.Forms[i]
		if !s.wantsForm(f) && !named[f.Short] {
			continue
		}
		f.Number = s.FullNumber(f.Short)
		if f.Owner = s.owner(f); f.Owner == nil {
			return fmt.Errorf("%s: no document of the set can own the form %s", formsFile, f.Short)
		}
		s.Forms = append(s.Forms, f)
	}
	slices.SortFunc(s.Forms, func(a, b *Form) int { return strings.Compare(a.Short, b.Short) })
	return checkRecords(file.Forms, all)
}

// wantsForm reports whether the set has a form: a conditional one where its condition holds, else all of them, in a micro
// set only the core.
func (s *Set) wantsForm(f *Form) bool {
	if f.When != "" {
		return s.holds(f.When)
	}
	return f.Core || s.Profile.Size() != profile.Micro
}

// namedForms are the forms that the profile or its cluster pack names as a record; the set has them in any case.
func (s *Set) namedForms() map[string]bool {
	named := map[string]bool{}
	fact.Walk(s.Profile, func(l fact.Leaf) {
		if t, ok := l.(fact.Text); ok && strings.HasPrefix(t.Value, "QR-") {
			named[t.Value] = true
		}
	})
	return named
}

// owner is the procedure of the form when the set has it, else the manual.
func (s *Set) owner(f *Form) *Document {
	var manual *Document
	for _, d := range s.Documents {
		switch d.Header.Number {
		case f.Procedure:
			return d
		case "QM":
			manual = d
		}
	}
	return manual
}

// checkRecords holds the two ends together: a procedure's header names just the forms whose procedure it is.
func checkRecords(forms []Form, all []*Document) error {
	byProcedure, seen := map[string][]string{}, map[string]bool{}
	for _, f := range forms {
		if seen[f.Short] {
			return fmt.Errorf("%s: the form number %s stands twice", formsFile, f.Short)
		}
		seen[f.Short] = true
		byProcedure[f.Procedure] = append(byProcedure[f.Procedure], f.Short)
	}
	for _, d := range all {
		for _, r := range d.Records {
			if !slices.Contains(byProcedure[d.Header.Number], r) {
				return fmt.Errorf("%s: the header lists the record %s, which %s gives to another procedure", d.Template, r, formsFile)
			}
		}
		for _, r := range byProcedure[d.Header.Number] {
			if !slices.Contains(d.Records, r) {
				return fmt.Errorf("%s: the header does not list the record %s, which %s gives to it", d.Template, r, formsFile)
			}
		}
	}
	return nil
}

// Form gives the form with the short number.
func (s *Set) Form(short string) (*Form, bool) {
	for _, f := range s.Forms {
		if f.Short == short {
			return f, true
		}
	}
	return nil, false
}

// FormsOf are the forms that a document owns.
func (s *Set) FormsOf(d *Document) []*Form {
	var own []*Form
	for _, f := range s.Forms {
		if f.Owner == d {
			own = append(own, f)
		}
	}
	return own
}
