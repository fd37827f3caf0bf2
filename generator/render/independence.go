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
		own := ownDepartments(p, a.Post)
		for _, d := range p.Departments.Items {
			if slices.Contains(own, d.ID.Value) {
				row.Departments = append(row.Departments, d.Name.Value)
			}
		}
		row.Clauses = shorten(ledBy(m, own), m)
		row.compare(p, m, own)
		out = append(out, row)
	}
	return out
}

// ownDepartments are the ids of the departments in which the person works or which he heads.
func ownDepartments(p *profile.Profile, who profile.Person) []string {
	var own []string
	for _, d := range p.Departments.Items {
		if d.ID.Value == who.Department.Value || d.Head.Given && d.Head.Value == who.ID.Value {
			own = append(own, d.ID.Value)
		}
	}
	return own
}

// ledBy gives the applicable leaf clauses that one of the departments leads.
func ledBy(m plan.Matrix, departments []string) []string {
	var out []string
	for _, r := range m.Rows {
		if !r.Excluded && slices.Contains(departments, r.LeadID) {
			out = append(out, r.Clause)
		}
	}
	return out
}

// compare looks at each session of the auditor.
func (row *independent) compare(p *profile.Profile, m plan.Matrix, own []string) {
	for _, s := range timetable(p) {
		if !examines(s.Session) || !hasAuditor(s.Session, row.Person.Value) {
			continue
		}
		when := strings.TrimSpace(s.Date.String() + " " + s.Start.String())
		if slices.Contains(own, s.Department.Value) {
			row.Conflicts = append(row.Conflicts, when+" 的受审部门是本部门")
		}
		var kept []string
		for _, clause := range ledBy(m, own) {
			switch {
			case !holds(s.Session, clause):
			case !shared(p, m, s.Session, clause):
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

// shared reports whether an auditor of the session is free to take the clause.
func shared(p *profile.Profile, m plan.Matrix, s profile.Session, clause string) bool {
	return slices.ContainsFunc(s.Auditors.Items, func(r fact.Ref) bool {
		return !slices.Contains(ledBy(m, ownDepartments(p, person(p, r.Value))), clause)
	})
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
