package render

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/fact"
	"qmsdraft/generator/mdparse"
)

// known is a given fact that keeps an anchor.
func known(path string) fact.Info {
	return fact.Info{Given: true, Anchor: true, Path: path, Label: "名|称 [甲]"}
}

// TestAnchorsAreReadBack: package mdparse gives back what was printed, in a paragraph and in the cell of a table.
func TestAnchorsAreReadBack(t *testing.T) {
	hostile := strings.Join([]string{"a|b", `c"d`, `e\f\n`, "`g`", "<br>", "<!-- h -->", "{i}", "[j]{.fill path=k}", "**l**", "&amp;", "一\n二", "$&%"}, " ")
	options := []string{"检定", `校"准`, "内部<校验>"}
	for name, c := range map[string]struct {
		leaf fact.Leaf
		want doc.Fill
	}{
		"text":          {fact.Text{Info: known("policy.text"), Value: hostile}, doc.Fill{Path: "policy.text", Value: hostile}},
		"path":          {fact.Text{Info: known(`a[x"|\{}].b`), Value: "1"}, doc.Fill{Path: `a[x"|\{}].b`, Value: "1"}},
		"number":        {fact.Number{Info: known("a.b"), Value: 0.8, Raw: "0.80"}, doc.Fill{Path: "a.b", Value: "0.80"}},
		"date":          {fact.Date{Info: known("a.on"), Year: 2023, Month: 7, Day: 1}, doc.Fill{Path: "a.on", Value: "2023年7月1日", Kind: doc.FillDate}},
		"absent date":   {fact.Date{Info: fact.Info{Path: "a.on", Label: "名|称 [甲]"}}, doc.Fill{Path: "a.on", Kind: doc.FillDate}},
		"absent bool":   {fact.Bool{Info: fact.Info{Path: "a.on", Label: "名|称 [甲]"}}, doc.Fill{Path: "a.on", Kind: doc.FillYesNo}},
		"absent choice": {fact.Choice{Info: fact.Info{Path: "a", Label: "名|称 [甲]"}, Options: options}, doc.Fill{Path: "a", Kind: doc.FillChoice, Options: options}},
		"choice":        {fact.Choice{Info: known("a"), Text: options[1], Options: options}, doc.Fill{Path: "a", Value: options[1], Kind: doc.FillChoice, Options: options}},
		"other choice":  {fact.Choice{Info: known("a"), Text: "别的", Options: options}, doc.Fill{Path: "a", Value: "别的"}},
		"person":        {fact.Ref{Info: known("a.by"), Value: "w", Text: "王示元"}, doc.Fill{Path: "a.by", Value: "王示元"}},
	} {
		c.want.Label = "名|称 [甲]"
		for _, place := range []string{"前 %s 后\n", "| 甲 | 乙 |\n|---|---|\n| %s | 丙 |\n", "**%s**：正文\n", "- %s\n"} {
			m, err := printed(c.leaf)
			if err != nil {
				t.Fatal(err)
			}
			d, err := mdparse.Parse("x.md", fmt.Appendf(nil, place, m), doc.Meta{})
			if err != nil {
				t.Errorf("%s: %v in %s", name, err, m)
				continue
			}
			var got []doc.Fill
			doc.Inlines(d.Blocks, func(in doc.Inline) {
				if f, ok := in.(doc.Fill); ok {
					got = append(got, f)
				}
			})
			if len(got) != 1 || !reflect.DeepEqual(got[0], c.want) {
				t.Errorf("%s: got %+v of %s, want %+v", name, got, m, c.want)
			}
		}
	}
}

// TestWhatKeepsNoAnchor: facts that hardly change, facts without a path, and texts that no bookmark should hold.
func TestWhatKeepsNoAnchor(t *testing.T) {
	plain := known("a")
	plain.Anchor = false
	for name, l := range map[string]fact.Leaf{
		"not marked": fact.Text{Info: plain, Value: "甲"}, "without a path": fact.Text{Info: known(""), Value: "甲"},
		"a page": fact.Text{Info: known("a"), Value: strings.Repeat("甲", 600)}, "blank at the end": fact.Text{Info: known("a"), Value: "甲 "},
	} {
		m, err := printed(l)
		if err != nil || strings.Contains(string(m), "{.fill") {
			t.Errorf("%s: got %s, %v", name, m, err)
		}
	}
}

// TestComputedTexts: what is made of a fact keeps the anchor of the fact only where it is that fact, dressed.
func TestComputedTexts(t *testing.T) {
	p := loaded(t, "enterprise: {name: 甲公司, short_name: 甲, code: JIA, phone: '022'}\npolicy: {text: 质量第一。}\n"+
		"documents: {issued_on: 2023-06-27}\noperation: {start: 2023-07-01, end: 2023-07-31}\n"+
		"objectives: [{id: O1, name: 合格率, unit: '%', direction: up, target: 95, actuals: [{month: 2023-07, num: 96, den: 100}]}]\n"+
		"control_points: [{id: K1, characteristic: 电流, limits: [{item: 电流, low: 100, high: 120, unit: A}, {item: 外观, text: 无裂纹}, {item: 气压, unit: MPa}]}]\n")
	o, k := p.Objectives.Items[0], p.ControlPoints.Items[0]
	span, err := period(p.Operation.Start, p.Operation.End)
	if err != nil {
		t.Fatal(err)
	}
	policy, err := phrase(p.Policy.Text)
	if err != nil {
		t.Fatal(err)
	}
	limits, err := binding{profile: p}.limit(k)
	if err != nil {
		t.Fatal(err)
	}
	text := func(l fact.Leaf) Markup {
		m, err := printed(l)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	for name, c := range map[string]struct{ got, want Markup }{
		"target":   {text(o.TargetText()), `[目标值]{.fill path="objectives[O1].target" value="≥95%"}`},
		"result":   {text(o.Meets()), "达到目标"},
		"rate":     {text(o.Total().Rate), `96\.00\%`},
		"phrase":   {policy, `[质量方针]{.fill path="policy.text" value="质量第一"}`},
		"iso":      {iso(p.Documents.IssuedOn).(Markup), `[发布日期]{.fill path="documents.issued_on" value="2023-06-27" kind=date}`},
		"period":   {span, `[体系运行开始日期]{.fill path="operation.start" value="2023年7月1日" kind=date}至[体系运行截止日期]{.fill path="operation.end" value="31日"}`},
		"a phone":  {text(p.Enterprise.Phone), `[联系电话]{.fill path="enterprise.phone" value="022"}`},
		"a name":   {text(p.Enterprise.Name), "甲公司"},
		"the rest": {text(p.Scope.HasDesign), `[是否有设计和开发]{.fill path="scope.has_design" kind=yesno}`},
		"limits": {limits, `电流 [电流的规定范围]{.fill path="control_points[K1].limits[电流]" value="100～120 A"}<br>` +
			`外观 [外观的规定范围]{.fill path="control_points[K1].limits[外观]" value="无裂纹"}<br>` +
			`[气压的规定范围]{.fill path="control_points[K1].limits[气压].low"}`},
	} {
		if c.got != c.want {
			t.Errorf("%s\n got %s\nwant %s", name, c.got, c.want)
		}
	}
}
