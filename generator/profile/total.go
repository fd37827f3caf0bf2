package profile

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"qmsdraft/generator/fact"
)

// The names of the two phases of an improvement, as documents print them.
const (
	PhaseBefore = "改进前"
	PhaseAfter  = "改进后"
)

// noValue is printed for a quotient whose denominator is 0.
const noValue = "—"

// Total is what the figures of several months give together. Its leaves are given only when everything that they are
// computed from is; else they name the fact that is missing.
type Total struct {
	Num, Den fact.Int
	Rate     fact.Text // 95.86%
	Value    float64   // the rate as a number, for a figure; 0 when it is not known
	Months   fact.Text // 2023年8月～10月
	exact    *big.Rat  // nil when not known
}

// Row is the measured value of one month.
type Row struct {
	Phase    string // PhaseBefore, PhaseAfter, or empty
	Month    fact.Month
	Num, Den fact.Int
	Rate     fact.Text
	Value    float64
}

func newTotal(figures fact.List[Figure], unit choice) Total {
	absent := fact.Int{Info: missing(figures.Info).Info}
	t := Total{Num: absent, Den: absent, Rate: missing(figures.Info), Months: missing(figures.Info)}
	if len(figures.Items) == 0 {
		return t
	}
	var num, den int64
	for _, f := range figures.Items {
		if i, gap := firstMissing(f.Month, f.Num, f.Den); gap {
			t.Rate, t.Months = missing(i), missing(i)
			t.Num.Info, t.Den.Info = t.Rate.Info, t.Rate.Info
			return t
		}
		num, den = num+f.Num.Value, den+f.Den.Value
	}
	given := computed(figures.Info, "").Info
	t.Num, t.Den = fact.Int{Info: given, Value: num}, fact.Int{Info: given, Value: den}
	t.Months = computed(figures.Info, monthsText(figures.Items))
	t.Rate, t.Value, t.exact = rate(t.Num, t.Den, unit)
	return t
}

// rate computes one value. The exact value is nil when there is none.
func rate(num, den whole, unit choice) (fact.Text, float64, *big.Rat) {
	if i, gap := firstMissing(num, den, unit); gap {
		return missing(i), 0, nil
	}
	if den.Value == 0 && unit.Value != "times" {
		return computed(num.Info, noValue), 0, nil
	}
	s := scaleOf(unit.Value)
	exact := s.value(num.Value, den.Value)
	value, _ := s.rounded(exact).Float64()
	return computed(num.Info, s.text(exact)), value, exact
}

// newRows gives one row a month; one blank row when the figures are not given at all.
func newRows(phase string, figures fact.List[Figure], unit choice) []Row {
	var rows []Row
	for _, f := range figures.Rows() {
		text, value, _ := rate(f.Num, f.Den, unit)
		rows = append(rows, Row{Phase: phase, Month: f.Month, Num: f.Num, Den: f.Den, Rate: text, Value: value})
	}
	return rows
}

// monthsText names the months in order; those without a gap as a range, the year only where it changes:
// 2023年8月～10月, 2023年11月～2024年1月, 2023年4月、6月.
func monthsText(figures []Figure) string {
	months := make([]int, 0, len(figures)) // counted from the year 0
	for _, f := range figures {
		months = append(months, f.Month.Year*12+f.Month.Month-1)
	}
	slices.Sort(months)
	months = slices.Compact(months)
	var parts []string
	year := -1
	name := func(month int) string {
		text := strconv.Itoa(month%12+1) + "月"
		if month/12 != year {
			year = month / 12
			text = strconv.Itoa(year) + "年" + text
		}
		return text
	}
	for first := 0; first < len(months); {
		last := first
		for last+1 < len(months) && months[last+1] == months[last]+1 {
			last++
		}
		part := name(months[first])
		if last > first {
			part += "～" + name(months[last])
		}
		parts = append(parts, part)
		first = last + 1
	}
	return strings.Join(parts, "、")
}
