package render

import (
	"slices"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// followUpAuditors are the names of the auditors who look at a problem of the diagnosis: those of the follow-up sessions
// on its clauses, else of those in the departments that answer for its measures, else of any session on its clauses. Who
// answers for a measure does not check it. None when no session fits.
func followUpAuditors(p *profile.Profile, x profile.Problem) []string {
	clause := func(s session) bool { return onClauses(s.Session, x.Clauses) }
	fits := []func(session) bool{
		func(s session) bool { return s.Kind.Value == "follow_up" && clause(s) },
		func(s session) bool { return s.Kind.Value == "follow_up" && answers(p, x, s.Department.Value) },
		clause,
	}
	for _, fit := range fits {
		if names := auditorsOf(p, x, fit); len(names) > 0 {
			return names
		}
	}
	return nil
}

// auditorsOf are the names of the auditors of the sessions that fit, without those who answer for a measure.
func auditorsOf(p *profile.Profile, x profile.Problem, fit func(session) bool) []string {
	var names []string
	for _, s := range timetable(p) {
		if !fit(s) {
			continue
		}
		for _, a := range s.Auditors.Items {
			if !slices.Contains(names, a.Text) && !owns(x, a.Value) {
				names = append(names, a.Text)
			}
		}
	}
	return names
}

// onClauses reports whether the session looks at one of the clauses.
func onClauses(s profile.Session, clauses fact.List[fact.Text]) bool {
	return slices.ContainsFunc(clauses.Items, func(c fact.Text) bool { return plan.Covers(s, c.Value) })
}

// owns reports whether the person answers for a measure against the problem.
func owns(x profile.Problem, person string) bool {
	return slices.ContainsFunc(x.Measures.Items, func(m profile.Measure) bool { return m.Owner.Given && m.Owner.Value == person })
}

// answers reports whether somebody of the department answers for a measure against the problem.
func answers(p *profile.Profile, x profile.Problem, department string) bool {
	return department != "" && slices.ContainsFunc(x.Measures.Items, func(m profile.Measure) bool {
		return person(p, m.Owner.Value).Department.Value == department
	})
}

// followUpPlace says where the auditors look at a problem: at its step, or, when the step is done outside, at what comes
// back from there. It is empty when the problem belongs to no step.
func followUpPlace(p *profile.Profile, x profile.Problem) string {
	step, ok := p.StepByID(x.Step.Value)
	switch {
	case !x.Step.Given || !ok:
		return ""
	case step.Outsourced.Value:
		return "查" + step.Name.Value + "的外包约定、过程记录和回厂验收记录。"
	default:
		return "到" + step.Name.Value + "工序现场查看。"
	}
}
