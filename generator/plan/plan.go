// Package plan decides which documents an enterprise gets, how they are numbered, who owns which form, and which
// department leads which clause.
//
// It reads the headers of the templates and the list of forms; nothing else lists documents, so a new template file is a
// new document. Start at [New].
package plan

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
	"qmsdraft/generator/standard"
)

// Document is one document of a set.
type Document struct {
	Header
	Number   string    // full number, such as SLZX/QP-13-2023
	Template string    // path of the template
	Body     string    // template text below the header
	Line     int       // line of the template on which Body starts
	Date     fact.Date // date of the document; absent when the profile does not give it
}

// Set is the document set of one enterprise.
type Set struct {
	Profile   *profile.Profile
	Edition   *standard.Edition
	Register  *standard.Register
	Documents []*Document // in the order of folders and numbers
	Forms     []*Form     // in the order of numbers
	Matrix    Matrix
}

// New plans the set of profile p from the templates and the forms list below dir of fsys.
func New(p *profile.Profile, fsys fs.FS) (*Set, error) {
	edition, register, err := standard.Load()
	if err != nil {
		return nil, fmt.Errorf("load the standards: %w", err)
	}
	s := &Set{Profile: p, Edition: edition, Register: register}
	all, err := Catalogue(fsys)
	if err != nil {
		return nil, err
	}
	for _, d := range all {
		if s.wants(d.Header) {
			d.Number = s.FullNumber(d.Header.Number)
			d.Date = s.dateOf(d.Header)
			s.Documents = append(s.Documents, d)
		}
	}
	if err := s.loadForms(fsys, all); err != nil {
		return nil, err
	}
	s.Matrix = newMatrix(s)
	return s, nil
}

// Catalogue reads the headers of all document templates of fsys, in the order of folders and numbers.
func Catalogue(fsys fs.FS) ([]*Document, error) {
	var docs []*Document
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".md.tmpl") || strings.HasPrefix(path.Base(name), "_") {
			return err
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read the template %s: %w", name, err)
		}
		h, body, line, err := SplitHeader(name, src)
		if err != nil {
			return err
		}
		docs = append(docs, &Document{Header: h, Template: name, Body: string(body), Line: line})
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(docs, func(a, b *Document) int {
		return cmp.Or(cmp.Compare(a.Folder, b.Folder), cmp.Compare(a.Header.Number, b.Header.Number), cmp.Compare(a.ID, b.ID))
	})
	return docs, unique(docs)
}

// unique reports two templates with one id or one number.
func unique(docs []*Document) error {
	ids, numbers := map[string]string{}, map[string]string{}
	for _, d := range docs {
		if other, ok := ids[d.ID]; ok {
			return fmt.Errorf("%s and %s both have the id %s", other, d.Template, d.ID)
		}
		if other, ok := numbers[d.Header.Number]; ok {
			return fmt.Errorf("%s and %s both have the number %s", other, d.Template, d.Header.Number)
		}
		ids[d.ID], numbers[d.Header.Number] = d.Template, d.Template
	}
	return nil
}

// Find gives the document with the id.
func (s *Set) Find(id string) (*Document, bool) {
	for _, d := range s.Documents {
		if d.ID == id {
			return d, true
		}
	}
	return nil, false
}

// Named gives the document that a user names by its id, its number (QP-13 or SLZX/QP-13-2023) or its title.
func (s *Set) Named(name string) (*Document, bool) {
	for _, d := range s.Documents {
		if name == d.ID || name == d.Header.Number || name == d.Number || name == d.Title {
			return d, true
		}
	}
	return nil, false
}

// IDs are the ids of all documents of the set.
func (s *Set) IDs() []string {
	var ids []string
	for _, d := range s.Documents {
		ids = append(ids, d.ID)
	}
	return ids
}

// wants reports whether the enterprise gets the document.
func (s *Set) wants(h Header) bool {
	return slices.Index(sizes, h.Size) <= slices.Index(sizes, s.Profile.Size()) && s.holds(h.When)
}

// holds evaluates a condition of a header or form.
func (s *Set) holds(condition string) bool {
	switch condition {
	case "design":
		return s.Applicable("8.3")
	case "customer_property":
		return s.Applicable("8.5.3")
	default:
		return true
	}
}

// Applicable reports whether a clause applies: neither it nor a clause above it is excluded by the profile.
func (s *Set) Applicable(clause string) bool {
	_, excluded := s.Exclusion(clause)
	return !excluded
}

// Exclusion gives the entry of the profile that excludes the clause.
func (s *Set) Exclusion(clause string) (profile.Exclusion, bool) {
	for _, x := range s.Profile.Scope.NotApplicable.Items {
		if clause == x.Clause.Value || strings.HasPrefix(clause, x.Clause.Value+".") {
			return x, true
		}
	}
	return profile.Exclusion{}, false
}

// FullNumber makes the number of a document or form from its short form (design.md, Names on disk):
// QM → SLZX/QM-2023, QP-13 → SLZX/QP-13-2023, QR-13-02 → SLZX/QR-13-02. Parts that the profile does not give are shown as ＿.
func (s *Set) FullNumber(short string) string {
	code := cmp.Or(s.Profile.Enterprise.Code.Value, "＿＿")
	full := code + "/" + short
	if strings.HasPrefix(short, "QR-") {
		return full
	}
	return full + "-" + cmp.Or(s.year(), "＿＿＿＿")
}

// year is the year of first issue: as given, or that of the issue date.
func (s *Set) year() string {
	d := s.Profile.Documents
	switch {
	case d.Year.Given:
		return d.Year.String()
	case d.IssuedOn.Given:
		return fmt.Sprintf("%04d", d.IssuedOn.Year)
	case d.EffectiveOn.Given:
		return fmt.Sprintf("%04d", d.EffectiveOn.Year)
	default:
		return ""
	}
}

// dateOf is the date of a document, as named by its header.
func (s *Set) dateOf(h Header) fact.Date {
	leaf, ok := fact.Lookup(s.Profile, cmp.Or(h.Date, "documents.effective_on"))
	if d, isDate := leaf.(fact.Date); ok && isDate {
		return d
	}
	return fact.Date{}
}
