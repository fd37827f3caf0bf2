package render

import (
	"testing"

	"qmsdraft/generator/fact"
)

func TestOutsideSpeaksOfTheEnterprise(t *testing.T) {
	text := fact.Text{Info: fact.Info{Given: true}, Value: "本公司*自制*车架，本公司不做电镀"}
	for _, c := range []struct {
		what string
		in   any
		want Markup
	}{
		{"a fact", text, `企业\*自制\*车架，企业不做电镀`},
		{"a printed text", Markup("向本公司买车架"), "向企业买车架"},
		{"a fact not given", fact.Text{Info: fact.Info{Label: "本公司介绍", Path: "enterprise.introduction"}}, `[本公司介绍]{.fill path="enterprise.introduction"}`},
	} {
		if got, err := outside(c.in); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.what, got, err, c.want)
		}
	}
}

func TestMonthLinesOfAPhase(t *testing.T) {
	p := smallFirm(t)
	i := p.Diagnosis.Problems.Items[1].Indicator
	for phase, want := range map[string]Markup{"改进前": `2023\-04：10÷100`, "改进后": `2023\-10：2÷100`} {
		if got, err := monthLines(i, phase); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", phase, got, err, want)
		}
	}
}

func TestFollowUpPlace(t *testing.T) {
	p := loaded(t, `
enterprise: {name: 天津示例厂, short_name: 示例, code: SLCS}
process_flow:
  - {id: welding, name: 焊接}
  - {id: plating, name: 电镀, outsourced: true}
diagnosis:
  problems:
    - {id: Q1, title: 开裂, step: welding}
    - {id: Q2, title: 起泡, step: plating}
    - {id: Q3, title: 量具无台账}
`)
	want := []string{"到焊接工序现场查看。", "查电镀的外包约定、过程记录和回厂验收记录。", ""}
	for n, x := range p.Diagnosis.Problems.Items {
		if got := followUpPlace(p, x); got != want[n] {
			t.Errorf("%s: %q, want %q", x.ID, got, want[n])
		}
	}
}
