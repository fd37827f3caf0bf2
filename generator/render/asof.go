package render

import (
	"slices"
	"time"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
)

// A report must not hold figures that did not exist on its day. The functions of this file cut what the profile gives
// down to what was known then: months that were closed for figures, dates that had come. An absent day cuts nothing.

// by reports whether the date is given and not after the day.
func by(d, day fact.Date) bool {
	return d.Given && (!day.Given || d.ISO() <= day.ISO())
}

// asOf is the indicator with the months that were closed on the day.
func asOf(p *profile.Profile, i profile.Indicator, day fact.Date) profile.Indicator {
	i.Before, i.After = ended(p, i.Before, day), ended(p, i.After, day)
	return i
}

// objectivesAsOf are the objectives with the months that were closed on the day; one blank objective when the profile
// gives none.
func objectivesAsOf(p *profile.Profile, day fact.Date) []profile.Objective {
	rows := slices.Clone(p.Objectives.Rows())
	for i := range rows {
		rows[i].Actuals = ended(p, rows[i].Actuals, day)
	}
	return rows
}

// ended keeps the figures of months that were closed on the day. A list of which nothing is left counts as not given, under
// a label that says why.
func ended(p *profile.Profile, l fact.List[profile.Figure], day fact.Date) fact.List[profile.Figure] {
	if !day.Given {
		return l
	}
	l.Items = slices.DeleteFunc(slices.Clone(l.Items), func(f profile.Figure) bool { return !endedBy(p, f.Month, day) })
	if l.Given && len(l.Items) == 0 {
		l.Given, l.Label = false, l.Label+"（"+day.String()+"前已结束的统计月）"
	}
	return l
}

// endedBy reports whether the month was closed for figures before the day: on the closing day that the profile gives, else
// at its end.
func endedBy(p *profile.Profile, m fact.Month, day fact.Date) bool {
	closes := time.Date(m.Year, time.Month(m.Month)+1, 0, 0, 0, 0, 0, time.UTC)
	if d := p.Operation.MonthCloses; d.Given && int(d.Value) < closes.Day() {
		closes = time.Date(m.Year, time.Month(m.Month), int(d.Value), 0, 0, 0, 0, time.UTC)
	}
	return time.Date(day.Year, time.Month(day.Month), day.Day, 0, 0, 0, 0, time.UTC).After(closes)
}

// figuresUpTo reports whether figures up to the date existed on the day: its month was closed, or the date had come.
func figuresUpTo(p *profile.Profile, d, day fact.Date) bool {
	return by(d, day) || d.Given && day.Given && endedBy(p, fact.Month{Year: d.Year, Month: d.Month}, day)
}

// weekday is 星期一 to 星期日; empty when the date is not given.
func weekday(d fact.Date) string {
	if !d.Given {
		return ""
	}
	days := [...]string{"日", "一", "二", "三", "四", "五", "六"}
	return "星期" + days[time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()]
}

// iso is a date for a narrow table column, 2023-07-01; the date itself when it is not given.
func iso(d fact.Date) any {
	if !d.Given {
		return d
	}
	return anchored(d, d.ISO())
}

// measuredProblems are the diagnosis problems that have an indicator with a name or figures. When none has, they are all
// problems, so that the documents show what is to be filled in.
func measuredProblems(p *profile.Profile) []profile.Problem {
	rows := p.Diagnosis.Problems.Rows()
	measured := slices.DeleteFunc(slices.Clone(rows), func(x profile.Problem) bool { return !x.Indicator.Given() })
	if len(measured) == 0 {
		return rows
	}
	return measured
}
