package check

import (
	"fmt"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/standard"
)

// clausesExist: every clause number of the profile is one of the edition. A letter behind it names an item of the clause.
func clausesExist(s *plan.Set, report reporter) {
	fact.WalkFields(s.Profile, func(l fact.Leaf, f fact.Field) {
		if f.Format != "clause" || !l.About().Given {
			return
		}
		number := standard.WithoutItem(l.String())
		if _, ok := s.Edition.Clause(number); !ok {
			report(l.About(), clausesNear(s.Edition, number), "%s 没有条款 %s", s.Edition.Short(), l)
		}
	})
}

// clausesNear names the clauses below the nearest clause above a number that does not exist.
func clausesNear(e *standard.Edition, number string) string {
	for parent := (standard.Clause{Number: number}).Parent(); parent != ""; parent = (standard.Clause{Number: parent}).Parent() {
		var below []string
		for _, c := range e.Clauses() {
			if c.Parent() == parent {
				below = append(below, c.Number)
			}
		}
		if len(below) > 0 {
			return fmt.Sprintf("%s 下有 %s", parent, strings.Join(below, "、"))
		}
		if _, ok := e.Clause(parent); ok {
			return parent + " 下没有分条款，写 " + parent
		}
	}
	return "用 qmsdraft list clauses 查看条款号"
}

// formsExist: every record form that the profile or its cluster pack names is in the list of forms.
func formsExist(s *plan.Set, report reporter) {
	fact.WalkFields(s.Profile, func(l fact.Leaf, f fact.Field) {
		if f.Format != "form" || !l.About().Given {
			return
		}
		if _, ok := s.Form(l.String()); !ok {
			report(l.About(), formsNear(s, l.String()), "没有记录表单 %s", l)
		}
	})
}

// formsNear names the forms of the same procedure.
func formsNear(s *plan.Set, short string) string {
	procedure := short[:strings.LastIndex(short, "-")+1]
	var same []string
	for _, f := range s.Forms {
		if strings.HasPrefix(f.Short, procedure) {
			same = append(same, f.Short+"《"+f.Title+"》")
		}
	}
	if len(same) == 0 {
		return "换成表单清单里的编号；还不知道用哪张表单就删去这一行"
	}
	return "可以写：" + strings.Join(same, "、")
}

// topicsExist: every standard of a product is a topic of the register.
func topicsExist(s *plan.Set, report reporter) {
	var topics []string
	for _, t := range s.Register.Topics {
		topics = append(topics, t.Key)
	}
	for _, p := range s.Profile.Products.Items {
		for _, t := range p.Standards.Items {
			if t.Given && !s.Register.Has(t.Value) {
				report(t.Info, fact.Suggest(t.Value, topics), "标准登记表里没有主题 %s", t)
			}
		}
	}
}
