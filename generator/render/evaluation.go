package render

import (
	"strings"
	"text/template"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
)

// evaluation are the functions for the documents on audit, review and good practice (clauses 9.2, 9.3, 10).
func (b binding) evaluation() template.FuncMap {
	p := b.profile
	return template.FuncMap{
		"auditTimetable":       func() []session { return timetable(p) },
		"sessionsOf":           func(kind string) []session { return sessionsOf(p, kind) },
		"auditTeam":            func() []member { return auditTeam(p) },
		"auditedDepartments":   func() []profile.Department { return auditedDepartments(p) },
		"unauditedDepartments": func() []profile.Department { return unauditedDepartments(p) },
		"auditCoverage":        func() []coverage { return auditCoverage(p, b.set.Matrix) },
		"coverageTotal":        coverageTotal,
		"independence":         func() []independent { return independence(p, b.set.Matrix) },
		"followUpAuditors":     func(x profile.Problem) []string { return followUpAuditors(p, x) },
		"followUpPlace":        func(x profile.Problem) string { return followUpPlace(p, x) },
		"findingTotal":         func(day fact.Date) findingCount { return findingTotal(p, day) },
		"findingsByDepartment": func() []findingCount { return findingsByDepartment(p) },
		"participants":         func() []profile.Person { return participants(p) },
		"reviewInputs":         func() []reviewInput { return reviewInputs(b.set) },
		"reviewOutputs":        func(kind string) []profile.ReviewOutput { return reviewOutputs(p, kind) },
		"suppliersAsOf":        func(day fact.Date) supplierCount { return suppliersAsOf(p, day) },
		"trainingAsOf":         func(day fact.Date) trainingCount { return trainingAsOf(p, day) },
		"riskTotal":            func() riskCount { return riskTotal(p) },
		"objectivesAsOf":       func(day fact.Date) []profile.Objective { return objectivesAsOf(p, day) },
		"objectivesMet":        func(day fact.Date) objectiveCount { return objectivesMet(p, day) },
		"measuredProblems":     func() []profile.Problem { return measuredProblems(p) },
		"keyProblems":          func() []profile.Problem { return keyProblems(p) },
		"asOf":                 func(i profile.Indicator, day fact.Date) profile.Indicator { return asOf(p, i, day) },
		"indicatorTrend":       func(i profile.Indicator) (Markup, error) { return b.trendFigure(i, shown(i.Name)+"逐月变化") },
		"notAfter":             by,
		"figuresUpTo":          func(d, day fact.Date) bool { return figuresUpTo(p, d, day) },
		"shortClauses":         func(l fact.List[fact.Text]) any { return shortClauses(l, b.set.Matrix) },
		"monthLines":           monthLines,
		"limitLine":            b.limitLine,
		"outside":              outside,
		"iso":                  iso,
		"sentence":             sentence,
		"phrase":               phrase,
	}
}

// participants are the people who take part in the management review; one blank person when the profile names nobody.
func participants(p *profile.Profile) []profile.Person {
	var out []profile.Person
	for _, r := range p.ManagementReview.Participants.Items {
		out = append(out, person(p, r.Value))
	}
	if len(out) == 0 {
		blank := p.People.Blank()
		blank.Name.Info = p.ManagementReview.Participants.Info
		out = append(out, blank)
	}
	return out
}

// keyProblems are the first three problems with an indicator, for the summary of the case.
func keyProblems(p *profile.Profile) []profile.Problem {
	rows := measuredProblems(p)
	return rows[:min(3, len(rows))]
}

// endings are the marks after which a sentence needs no full stop.
const endings = "。！？；…"

// sentence prints a text so that another sentence can follow.
func sentence(l fact.Leaf) (Markup, error) {
	m, err := printed(l)
	if err != nil || strings.ContainsRune(endings, lastRune(l.String())) {
		return m, err
	}
	return m + "。", nil
}

// phrase prints a text without its full stop, so that a sentence can go on.
func phrase(l fact.Leaf) (Markup, error) {
	if !l.About().Given {
		return printed(l)
	}
	return anchored(l, strings.TrimRight(strings.TrimSpace(l.String()), "。；.;")), nil
}

// lastRune is the last character of s, 0 when there is none.
func lastRune(s string) rune {
	runes := []rune(strings.TrimSpace(s))
	if len(runes) == 0 {
		return 0
	}
	return runes[len(runes)-1]
}
