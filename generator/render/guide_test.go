package render

import (
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/mdparse"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/standard"
)

func guiding(t *testing.T, profile string) binding {
	t.Helper()
	edition, _, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	p := loaded(t, "enterprise: {name: 甲公司, short_name: 甲, code: JIA}\n"+profile)
	return binding{set: &plan.Set{Edition: edition, Profile: p}, profile: p}
}

func TestGuide(t *testing.T) {
	const noDesign = "scope:\n  not_applicable:\n    - {clause: '8.3', reason: 全部特性由顾客图样规定}\n"
	for _, c := range []struct {
		name, profile string
		clauses       []string
		want, not     []string
	}{
		{"one clause", "", []string{"8.6"}, []string{"GB/T 19001-2016 8.6 产品和服务的放行", "保留记录：符合接收准则的证据", "审核时常问", "1. "}, []string{"8.6 符合"}},
		{"several clauses", "", []string{"8.4.1", "8.4.2"}, []string{"8.4.1 ", "；8.4.2 ", "保留记录：对外部供方的评价"}, nil},
		{"no documented information", "", []string{"4.1"}, []string{"没有单独规定", "内外部因素"}, []string{"气候"}},
		{"climate", "documents: {effective_on: 2024-07-01}\n", []string{"4.1"}, []string{"气候"}, nil},
		{"untitled clause", "", []string{"4.4.1"}, []string{"4.4.1 过程的确定、准则、资源、职责和评价"}, nil},
		{"clause that does not apply", noDesign, []string{"8.3.1"}, nil, []string{"GUIDE"}},
		{"one of two applies", noDesign, []string{"8.3.1", "8.6"}, []string{"8.6 产品和服务的放行"}, []string{"8.3.1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := guiding(t, c.profile).guide(c.clauses...)
			if err != nil {
				t.Fatal(err)
			}
			d, err := mdparse.Parse("x.md", []byte("# 一\n"+string(got)), doc.Meta{FirstNumber: 1})
			if err != nil {
				t.Fatalf("%v\n%s", err, got)
			}
			if n, ok := d.Blocks[len(d.Blocks)-1].(*doc.Note); len(c.want) > 0 && (!ok || n.Kind != doc.Guide) {
				t.Errorf("no guidance in\n%s", got)
			}
			plain := strings.ReplaceAll(string(got), `\`, "")
			for _, want := range c.want {
				if !strings.Contains(plain, want) {
					t.Errorf("%q is missing in\n%s", want, plain)
				}
			}
			for _, not := range c.not {
				if strings.Contains(plain, not) {
					t.Errorf("%q stands in\n%s", not, plain)
				}
			}
		})
	}
	if _, err := guiding(t, "").guide("8.9"); err == nil {
		t.Error("an unknown clause was taken")
	}
}
