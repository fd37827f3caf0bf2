package profile

import (
	"math/big"

	"qmsdraft/generator/fact"
)

// BeforeTotal is what the months before the improvement give together.
func (i Indicator) BeforeTotal() Total { return newTotal(i.Before, i.Unit) }

// AfterTotal is what the months after the improvement give together.
func (i Indicator) AfterTotal() Total { return newTotal(i.After, i.Unit) }

// Rows gives the value of every month, before and after.
func (i Indicator) Rows() []Row {
	return append(newRows(PhaseBefore, i.Before, i.Unit), newRows(PhaseAfter, i.After, i.Unit)...)
}

// Given reports whether the indicator has a name or figures, so that a document can leave out one that has neither.
func (i Indicator) Given() bool { return i.Name.Given || i.Before.Given || i.After.Given }

// Formula is how a value is computed: 一次合格数÷交检数×100%.
func (i Indicator) Formula() fact.Text { return formula(i.Numerator, i.Denominator, i.Unit) }

// TargetText is the target with its sign and unit: ≥93%.
func (i Indicator) TargetText() fact.Text { return targetText(i.Target, i.Direction, i.Unit) }

// Meets says whether the months after the improvement together reach the target.
func (i Indicator) Meets() fact.Text { return meets(i.AfterTotal(), i.Target, i.Direction) }

// Comparable reports whether a comparison of before and after is fair on the face of it: both are given, for the same
// number of months, and the later months all come after the earlier ones. That numerator, denominator and unit have one
// meaning for both is built into the schema.
func (i Indicator) Comparable() bool {
	before, after := i.Before.Items, i.After.Items
	if len(before) == 0 || len(before) != len(after) {
		return false
	}
	for _, b := range before {
		for _, a := range after {
			if !b.Month.Given || !a.Month.Given || a.Month.String() <= b.Month.String() {
				return false
			}
		}
	}
	return true
}

// Change is the difference between before and after in points of the unit: 提高 13.02 个百分点. It is the difference of
// the two rates as they are printed, so that a reader can check it.
func (i Indicator) Change() fact.Text {
	before, after := i.BeforeTotal(), i.AfterTotal()
	if gap, absent := firstMissing(before.Rate, after.Rate); absent {
		return missing(gap)
	}
	if before.exact == nil || after.exact == nil {
		return computed(i.After.Info, noValue)
	}
	s := scaleOf(i.Unit.Value)
	difference := new(big.Rat).Sub(s.rounded(after.exact), s.rounded(before.exact))
	return computed(i.After.Info, changed(difference, s.places, s.points))
}

// Relative is the change in relation to the value before: 相对下降 75.9%.
func (i Indicator) Relative() fact.Text {
	before, after := i.BeforeTotal(), i.AfterTotal()
	if gap, absent := firstMissing(before.Rate, after.Rate); absent {
		return missing(gap)
	}
	switch {
	case before.exact == nil || after.exact == nil:
		return computed(i.After.Info, noValue)
	case before.exact.Sign() == 0:
		return computed(i.After.Info, "改进前为 0，不计算相对变化")
	}
	change := new(big.Rat).Sub(after.exact, before.exact)
	change.Quo(change, before.exact).Mul(change, new(big.Rat).SetInt64(100))
	words := changed(change, 1, "%")
	if words != unchanged {
		words = "相对" + words
	}
	return computed(i.After.Info, words)
}

const unchanged = "持平"

func changed(difference *big.Rat, places int, points string) string {
	number := new(big.Rat).Abs(difference).FloatString(places)
	rounded, _ := new(big.Rat).SetString(number)
	switch {
	case rounded.Sign() == 0:
		return unchanged
	case difference.Sign() > 0:
		return "提高 " + number + points
	default:
		return "下降 " + number + points
	}
}
