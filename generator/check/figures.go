package check

import (
	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// limitsInOrder: a lower limit is below the upper one, a tolerance is above nothing.
func limitsInOrder(s *plan.Set, report reporter) {
	for _, c := range s.Profile.ControlPoints.Items {
		for _, l := range c.Limits.Items {
			if l.Low.Given && l.High.Given && l.Low.Value >= l.High.Value {
				report(l.Low.Info, "核对上下限", "%s的下限 %s 不小于上限 %s", l.Item, l.Low, l.High)
			}
			if l.Tolerance.Given && l.Tolerance.Value <= 0 {
				report(l.Tolerance.Info, "写正数，例如 10 表示 ±10", "%s的公差 %s 不是正数", l.Item, l.Tolerance)
			}
		}
	}
}

// figuresPossible: no month twice, no quotient of nothing, no part larger than its whole.
func figuresPossible(s *plan.Set, report reporter) {
	for _, o := range s.Profile.Objectives.Items {
		possible(o.Actuals, o.Unit, report)
	}
	for _, p := range s.Profile.Diagnosis.Problems.Items {
		possible(p.Indicator.Before, p.Indicator.Unit, report)
		possible(p.Indicator.After, p.Indicator.Unit, report)
	}
}

func possible(figures fact.List[profile.Figure], unit fact.Choice, report reporter) {
	seen := map[string]bool{}
	for _, f := range figures.Items {
		if f.Month.Given && seen[f.Month.String()] {
			report(f.Month.Info, "每月只写一次", "%s 的数据写了两次", f.Month)
		}
		seen[f.Month.String()] = true
		if f.Num.Given && f.Num.Value < 0 || f.Den.Given && f.Den.Value <= 0 {
			report(f.Den.Info, "核对记录", "%s 的分子 %s、分母 %s 不可能", f.Month, f.Num, f.Den)
			continue
		}
		part := unit.Value == "%" || unit.Value == "‰" || unit.Value == "ppm"
		if part && f.Num.Given && f.Den.Given && f.Num.Value > f.Den.Value {
			report(f.Num.Info, "核对记录，是不是分子和分母写反了", "%s 的分子 %s 大于分母 %s", f.Month, f.Num, f.Den)
		}
	}
}

// inRange: numbers that can only lie in a certain range.
func inRange(s *plan.Set, report reporter) {
	within := func(n fact.Int, low, high int64) {
		if n.Given && (n.Value < low || n.Value > high) {
			report(n.Info, "改成这个范围里的整数", "%s应在 %d～%d 之间，现在是 %s", n.Label, low, high, n)
		}
	}
	within(s.Profile.Operation.MonthCloses, 1, 31)
	for _, r := range s.Profile.Risks.Items {
		within(r.Likelihood, 1, 5)
		within(r.Severity, 1, 5)
	}
	for _, o := range s.Profile.Objectives.Items {
		if t := o.Target; t.Given && o.Unit.Value == "%" && (t.Value > 100 || o.Direction.Value == "up" && t.Value < 1) {
			report(t.Info, "98% 写成 98", "%s的目标值 %s%% 不合常理", o.Name, t)
		}
	}
}
