package mdparse

import (
	"slices"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/fact"
)

// fill reads a fill-in, or the anchor of a given fact: [名称]{.fill path=… value=… kind=… options="甲|乙"}.
func (l lowering) fill(a *attributes, at int, label string) doc.Fill {
	a.allow(".fill ", []string{"fill"}, []string{"path", "value", "kind", "options"})
	f := doc.Fill{Label: label, Path: a.values["path"], Value: a.values["value"]}
	if word, ok := a.values["kind"]; ok {
		kind := slices.Index(doc.FillKindNames(), word)
		if kind < 0 {
			l.fault(at, "attribute", fact.Suggest(word, doc.FillKindNames()), "待填项没有 %s 这一种", word)
			return f
		}
		f.Kind = doc.FillKind(kind)
	}
	if list, ok := a.values["options"]; ok {
		f.Options = strings.Split(list, "|")
	}
	l.checkFill(f, at)
	return f
}

// checkFill faults options that no list could show, and a value that is none of them.
func (l lowering) checkFill(f doc.Fill, at int) {
	seen := map[string]bool{}
	for _, o := range f.Options {
		if strings.TrimSpace(o) == "" || seen[o] {
			l.fault(at, "attribute", `写成 options="甲|乙"，每项不同`, "options 里有空的或重复的一项")
			return
		}
		seen[o] = true
	}
	switch choices := f.Choices(); {
	case f.Kind == doc.FillChoice && len(f.Options) == 0:
		l.fault(at, "attribute", `加上 options="甲|乙"`, "kind=choice 没有 options")
	case f.Kind != doc.FillChoice && len(f.Options) > 0:
		l.fault(at, "attribute", "加上 kind=choice，或删除 options", "只有 kind=choice 才有 options")
	case len(choices) > 0 && f.Value != "" && !slices.Contains(choices, f.Value):
		l.fault(at, "attribute", "可以写："+strings.Join(choices, "、"), "value 不是其中一项：%s", f.Value)
	}
}
