package check

import (
	"qmsdraft/generator/plan"
	"qmsdraft/generator/standard"
)

// exclusionsAllowed: a clause without which no product can be shown to conform cannot be declared not applicable.
func exclusionsAllowed(s *plan.Set, report reporter) {
	for _, x := range s.Profile.Scope.NotApplicable.Items {
		if c, ok := s.Edition.Clause(x.Clause.Value); ok && c.Excluded == standard.Never {
			report(x.Clause.Info, "删去这一条", "%s 不能声明为不适用：不做它，就不能保证产品合格", s.Edition.Heading(c.Number))
		}
	}
}

// designAgrees: whether 8.3 applies must agree with what the profile says of design and of the drawings.
func designAgrees(s *plan.Set, report reporter) {
	scope := s.Profile.Scope
	x, excluded := s.Exclusion("8.3")
	switch {
	case excluded && scope.HasDesign.Value:
		report(x.Clause.Info, "删去这一条，或改正 scope.has_design", "scope.has_design 写有设计和开发，这里又声明 8.3 不适用")
	case !excluded && scope.HasDesign.Given && !scope.HasDesign.Value:
		report(scope.HasDesign.Info, "在 scope.not_applicable 里写 clause: \"8.3\" 和理由", "没有设计和开发，却没有声明 8.3 不适用")
	}
	for _, p := range s.Profile.Products.Items {
		if excluded && (p.Drawings.Value == "own" || p.Drawings.Value == "both") {
			report(p.Drawings.Info, "按事实改正图样来源，或不要声明 8.3 不适用", "%s的图样%s，8.3 不能声明为不适用", p.Name, p.Drawings)
		}
	}
}

// topIsNamed: once the profile names people, one of them is the top manager.
func topIsNamed(s *plan.Set, report reporter) {
	if _, ok := s.Profile.Top(); !ok && s.Profile.People.Len() > 0 {
		report(s.Profile.People.Info, "给总经理（厂长）写上 top: true", "没有写谁是最高管理者")
	}
}
