package profile

import (
	"math/big"
	"strings"

	"qmsdraft/generator/fact"
)

// The two answers of Meets.
const (
	Reached    = "达到目标"
	NotReached = "未达到目标"
)

// Total is what all months together give.
func (o Objective) Total() Total { return newTotal(o.Actuals, o.Unit) }

// Rows gives the value of every month.
func (o Objective) Rows() []Row { return newRows("", o.Actuals, o.Unit) }

// Formula is how a value is computed: 一次合格数÷交检数×100%.
func (o Objective) Formula() fact.Text { return formula(o.Numerator, o.Denominator, o.Unit) }

// TargetText is the target with its sign and unit: ≥93%, ≤2.0‰, ≥85分. It keeps the anchor of the target.
func (o Objective) TargetText() fact.Text { return targetText(o.Target, o.Direction, o.Unit) }

// BaselineText is the value at the start with its unit.
func (o Objective) BaselineText() fact.Text {
	if i, gap := firstMissing(o.Baseline, o.Unit); gap {
		return missing(i)
	}
	return computed(o.Baseline.Info, o.Baseline.Raw+scaleOf(o.Unit.Value).suffix)
}

// Meets says whether all months together reach the target.
func (o Objective) Meets() fact.Text { return meets(o.Total(), o.Target, o.Direction) }

func targetText(target number, direction, unit choice) fact.Text {
	if i, gap := firstMissing(target, direction, unit); gap {
		return missing(i)
	}
	sign := "≥"
	if direction.Value == "down" {
		sign = "≤"
	}
	return dressed(target.Info, sign+target.Raw+scaleOf(unit.Value).suffix)
}

// meets compares the exact value with the target, not the rounded one (GB/T 8170-2008, 4.3.1: full value method).
func meets(total Total, target number, direction choice) fact.Text {
	if i, gap := firstMissing(total.Rate, target, direction); gap {
		return missing(i)
	}
	goal, ok := new(big.Rat).SetString(target.Raw)
	if !ok || total.exact == nil {
		return computed(target.Info, noValue)
	}
	order := total.exact.Cmp(goal)
	if order == 0 || (order > 0) == (direction.Value == "up") {
		return computed(target.Info, Reached)
	}
	return computed(target.Info, NotReached)
}

func formula(numerator, denominator text, unit choice) fact.Text {
	if unit.Given && unit.Value == "times" {
		return numerator
	}
	if i, gap := firstMissing(numerator, denominator, unit); gap {
		return missing(i)
	}
	words := []string{numerator.Value, "÷", denominator.Value, scaleOf(unit.Value).sign}
	return computed(numerator.Info, strings.Join(words, ""))
}
