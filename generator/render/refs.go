package render

import (
	"fmt"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
)

// reference is the markup of a reference to a document or form.
func reference(id, title, number string) Markup {
	return Markup(fmt.Sprintf("[%s]{.ref id=%q}", Escape("《"+title+"》（"+number+"）"), id))
}

// ref refers to a document of the set; an id that the set does not have is an error.
func (b binding) ref(id string) (Markup, error) {
	d, ok := b.set.Find(id)
	if !ok {
		return "", fmt.Errorf("the set has no document %q", id)
	}
	return reference(d.ID, d.Title, d.Number), nil
}

func (b binding) has(id string) bool {
	_, ok := b.set.Find(id)
	return ok
}

// refOr refers to a document, or to a clause of the manual when the set has no such document.
func (b binding) refOr(id, clause string) (Markup, error) {
	if b.has(id) {
		return b.ref(id)
	}
	if _, err := b.clause(clause); err != nil {
		return "", err
	}
	if b.doc != nil && b.doc.ID == "manual" {
		return "本手册" + Escape(clause), nil
	}
	m, err := b.ref("manual")
	return m + Escape(clause), err
}

func (b binding) findForm(short string) (*plan.Form, error) {
	f, ok := b.set.Form(short)
	if !ok {
		return nil, fmt.Errorf("the set has no form %q", short)
	}
	return f, nil
}

// form refers to a record form by its short number.
func (b binding) form(short string) (Markup, error) {
	f, err := b.findForm(short)
	if err != nil {
		return "", err
	}
	return reference(f.Short, f.Title, f.Number), nil
}

// formNumber is the full number of a form. It takes a short number, or a fact that holds one.
func (b binding) formNumber(short any) (any, error) {
	switch x := short.(type) {
	case fact.Text:
		if !x.Given {
			return x, nil
		}
		f, err := b.findForm(x.Value)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %s: %w", x.File, x.Line, x.Path, err)
		}
		return f.Number, nil
	case string:
		f, err := b.findForm(x)
		if err != nil {
			return nil, err
		}
		return f.Number, nil
	}
	return nil, fmt.Errorf("a form is named by its number, not by a %T", short)
}

func (b binding) formTitle(short string) (string, error) {
	f, err := b.findForm(short)
	if err != nil {
		return "", err
	}
	return f.Title, nil
}

// record is a row of a list of records.
type record struct {
	Number, Title, Owner string
	Keep                 string
	Department           fact.Text
}

func (b binding) record(f *plan.Form) record {
	keep := b.profile.Documents.KeepYears
	years := int64(f.Keep)
	if keep.Given && keep.Value > years {
		years = keep.Value
	}
	return record{Number: f.Number, Title: f.Title, Owner: "《" + f.Owner.Title + "》", Keep: fmt.Sprintf("%d年", years),
		Department: b.keeper(f)}
}

// keeper is the department that keeps a form: the owner of its procedure, or where the manual owns it the department that
// leads its first clause.
func (b binding) keeper(f *plan.Form) fact.Text {
	if f.Owner.Header.Number != f.Procedure && len(f.Clauses) > 0 {
		if lead, err := b.leadOf(f.Clauses[0]); err == nil {
			return lead
		}
	}
	return b.set.DepartmentOf(f.Owner.Owner)
}

// docRecords are the records that this document owns.
func (b binding) docRecords() []record {
	var out []record
	for _, f := range b.set.FormsOf(b.doc) {
		out = append(out, b.record(f))
	}
	return out
}

// records are all records of the set.
func (b binding) records() []record {
	var out []record
	for _, f := range b.set.Forms {
		out = append(out, b.record(f))
	}
	return out
}

// entry is a row of a list of documents.
type entry struct {
	Number, Title string
	Owner         fact.Text
	Version       fact.Text
}

// documents are the documents of the set in the folder that starts with the tier's number.
func (b binding) documents(tier int) []entry {
	var out []entry
	for _, d := range b.set.Documents {
		if d.Folder[0] == byte('0'+tier) {
			out = append(out, entry{Number: d.Number, Title: d.Title, Owner: b.set.DepartmentOf(d.Owner), Version: b.profile.Documents.Version})
		}
	}
	return out
}
