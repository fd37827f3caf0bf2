package profile

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"qmsdraft/generator/fact"
)

// scale says how a numerator and a denominator make a measured value in a unit.
type scale struct {
	factor int64  // the quotient is multiplied by it
	places int    // decimals in print
	suffix string // as a document prints it behind the number
	points string // what a difference of two values is counted in
	sign   string // end of the formula
}

// scaleOf gives the scale of a unit, one of the words of Objective.Unit.
func scaleOf(unit string) scale {
	switch unit {
	case "‰":
		return scale{factor: 1000, places: 2, suffix: "‰", points: " 个千分点", sign: "×1000‰"}
	case "ppm":
		return scale{factor: 1_000_000, places: 0, suffix: " ppm", points: " ppm", sign: "×1000000 ppm"}
	case "score":
		return scale{factor: 1, places: 2, suffix: "分", points: " 分"}
	case "times":
		return scale{factor: 1, places: 0, suffix: "次", points: " 次"}
	default:
		return scale{factor: 100, places: 2, suffix: "%", points: " 个百分点", sign: "×100%"}
	}
}

// value is the exact measured value. The unit 次 counts: the denominator plays no part.
func (s scale) value(num, den int64) *big.Rat {
	if s.suffix == "次" {
		den = 1
	}
	return new(big.Rat).Mul(big.NewRat(num, den), new(big.Rat).SetInt64(s.factor))
}

// rounded is the value as it is printed, half away from zero.
func (s scale) rounded(value *big.Rat) *big.Rat {
	r, _ := new(big.Rat).SetString(value.FloatString(s.places))
	return r
}

func (s scale) text(value *big.Rat) string { return value.FloatString(s.places) + s.suffix }

// missing is a computed text that cannot be computed since the fact that i describes is not given.
func missing(i fact.Info) text {
	i.Given, i.Anchor = false, false
	return text{Info: i}
}

// computed is a text that follows from the fact that i describes. It has no anchor: who changes it in a document does not
// change the fact.
func computed(i fact.Info, value string) text {
	i.Given, i.Anchor = true, false
	return text{Info: i, Value: value}
}

// dressed is the fact that i describes as documents print it, with its sign and unit; it keeps the anchor.
func dressed(i fact.Info, value string) text {
	i.Given = true
	return text{Info: i, Value: value}
}

// firstMissing gives the first of the leaves that is not given.
func firstMissing(leaves ...fact.Leaf) (fact.Info, bool) {
	for _, l := range leaves {
		if i := l.About(); !i.Given {
			return i, true
		}
	}
	return fact.Info{}, false
}

// withUnit puts a unit behind a number: 60 μm, 85%, 1级.
func withUnit(number string, unit text) string {
	if !unit.Given {
		return number
	}
	first, _ := utf8.DecodeRuneInString(unit.Value)
	if strings.ContainsRune("%‰°′″", first) || first >= 0x2E80 {
		return number + unit.Value
	}
	return number + " " + unit.Value
}

// ratio is num ÷ den in per cent, as a text; missing when one of them is.
func ratio(num, den whole) text {
	if i, absent := firstMissing(num, den); absent {
		return missing(i)
	}
	if den.Value == 0 {
		return computed(den.Info, noValue)
	}
	s := scaleOf("%")
	return computed(num.Info, s.text(s.value(num.Value, den.Value)))
}

// Rate is the share of lots delivered on time, in per cent.
func (d Delivery) Rate() fact.Text { return ratio(d.OnTime, d.Due) }

// Rate is the share of questionnaires that came back, in per cent.
func (s Satisfaction) Rate() fact.Text { return ratio(s.Returned, s.Sent) }
