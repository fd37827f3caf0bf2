package render

import (
	"fmt"
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// independent says what an auditor must not audit, and whether the timetable keeps to it (9.2.2 c).
type independent struct {
	Person      fact.Ref
	Department  fact.Ref
	Departments []string // names of the departments that he must not audit: his own and those that he heads
	Clauses     []string // clauses that his departments lead, shortened
	Handed      []string // clauses in his sessions that another auditor of the same session must take
	Conflicts   []string // sessions that break the rule
	Unknown     bool     // his department is not given, so nothing can be compared
}

// independence gives a row for each member of the team.
func independence(p *profile.Profile, m plan.Matrix) []independent {
	var out []independent
	for _, a := range auditTeam(p) {
		row := independent{Person: a.Person, Department: a.Post.Department, Unknown: !a.Post.Department.Given}
		own := plan.OwnDepartments(p, a.Post)
		for _, d := range p.Departments.Items {
			if slices.Contains(own, d.ID.Value) {
				row.Departments = append(row.Departments, d.Name.Value)
			}
		}
		row.Clauses = shorten(m.LedBy(own), m)
		row.compare(p, m, own)
		out = append(out, row)
	}
	return out
}

// compare looks at each session of the auditor.
func (row *independent) compare(p *profile.Profile, m plan.Matrix, own []string) {
	for _, s := range timetable(p) {
		if !plan.Examines(s.Session) || !hasAuditor(s.Session, row.Person.Value) {
			continue
		}
		when := strings.TrimSpace(s.Date.String() + " " + s.Start.String())
		if slices.Contains(own, s.Department.Value) {
			row.Conflicts = append(row.Conflicts, when+" 的受审部门是本部门")
		}
		var kept []string
		for _, clause := range m.LedBy(own) {
			switch {
			case !plan.Covers(s.Session, clause) || plan.MayTake(p, m, s.Session, person(p, row.Person.Value), clause):
			case !plan.Free(p, m, s.Session, clause):
				kept = append(kept, clause)
			case !slices.Contains(row.Handed, clause):
				row.Handed = append(row.Handed, clause)
			}
		}
		if len(kept) > 0 {
			row.Conflicts = append(row.Conflicts, fmt.Sprintf("%s 的 %s 由本部门主责", when, strings.Join(shorten(kept, m), "、")))
		}
	}
	row.Handed = shorten(row.Handed, m)
}

func hasAuditor(s profile.Session, id string) bool {
	return slices.ContainsFunc(s.Auditors.Items, func(r fact.Ref) bool { return r.Value == id })
}

// shorten writes the parent in place of its leaves when all applicable leaves of the parent are in the list: 7.1.5 for
// 7.1.5.1 and 7.1.5.2. Chapters are never written in place of their clauses.
func shorten(clauses []string, m plan.Matrix) []string {
	var out []string
	for _, c := range clauses {
		best := c
		for parent := above(c); strings.Contains(parent, "."); parent = above(parent) {
			if complete(parent, clauses, m) {
				best = parent
			}
		}
		if !slices.Contains(out, best) {
			out = append(out, best)
		}
	}
	return out
}

// shortClauses are the clauses of a session, shortened; the list itself when it is not given.
func shortClauses(clauses fact.List[fact.Text], m plan.Matrix) any {
	if !clauses.Given {
		return clauses
	}
	var numbers []string
	for _, c := range clauses.Items {
		numbers = append(numbers, c.Value)
	}
	return shorten(numbers, m)
}

func above(clause string) string { return clause[:max(0, strings.LastIndex(clause, "."))] }

// complete reports whether all applicable leaves below the parent are in the list.
func complete(parent string, clauses []string, m plan.Matrix) bool {
	for _, r := range m.Rows {
		if !r.Excluded && strings.HasPrefix(r.Clause, parent+".") && !slices.Contains(clauses, r.Clause) {
			return false
		}
	}
	return true
}
