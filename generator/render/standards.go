package render

import (
	"fmt"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/standard"
)

func (b binding) standardName() string  { return b.set.Edition.Name() }
func (b binding) standardShort() string { return b.set.Edition.Short() }

// climate reports whether the climate amendment is in force on the date of the document.
func (b binding) climate() bool { return b.date().Given && b.set.Edition.Climate(b.date().ISO()) }

// date is the date of the document, or that on which the set takes effect.
func (b binding) date() fact.Date {
	if b.doc != nil && b.doc.Date.Given {
		return b.doc.Date
	}
	return b.profile.Documents.EffectiveOn
}

// std is the product standard of a topic that is in force on the date of the document. Without a date none can be
// chosen, and the date is asked for.
func (b binding) std(topic any) (Markup, error) {
	name := fmt.Sprint(topic)
	if !b.set.Register.Has(name) {
		return "", fmt.Errorf("the register of standards has no topic %q", name)
	}
	date := b.date()
	if !date.Given {
		i := date.Info
		i.Label += "（据此确定" + b.set.Register.Title(name) + "的现行标准号）"
		return Fill(i), nil
	}
	s, ok := b.set.Register.On(name, date.ISO())
	if !ok {
		return Escape("《" + b.set.Register.Title(name) + "》（文件日期无现行标准，待核实）"), nil
	}
	return Escape(s.Cite()), nil
}

// standardRow is a row of the list of product standards.
type standardRow struct {
	Number, Title, Nature, Effective, Use, Note string
}

// standards are the product standards that the products name, as in force on the date of the document; where the
// profile names none, those that the pack knows for the trade, for the enterprise to confirm.
func (b binding) standards() []standardRow {
	var out []standardRow
	seen := map[string]bool{}
	add := func(topic, use, note string) {
		s, ok := b.set.Register.On(topic, b.date().ISO())
		if !ok || seen[s.Number] {
			return
		}
		seen[s.Number] = true
		r := rowOf(s, use)
		if r.Note == "" {
			r.Note = note
		}
		out = append(out, r)
	}
	for _, p := range b.profile.Products.Items {
		for _, t := range p.Standards.Items {
			add(t.Value, p.Name.Value, "")
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, u := range b.profile.Knowledge.Standards.Items {
		add(u.Topic.Value, u.Use.Value, "是否适用由企业确认")
	}
	return out
}

func rowOf(s standard.Standard, use string) standardRow {
	r := standardRow{Number: s.Number, Title: s.Title, Nature: s.Nature, Effective: s.Effective, Use: use}
	if !s.Verified {
		r.Number += "（待核实）"
	}
	if s.ReplacedOn != "" && s.ReplacedBy != "" {
		r.Note = fmt.Sprintf("自 %s 起由 %s 代替", s.ReplacedOn, s.ReplacedBy)
	}
	return r
}
