package render

import (
	"cmp"
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// session is a row of the timetable of the internal audit.
type session struct {
	profile.Session
	NewDay  bool   // the row before is of another day
	Weekday string // 星期一; empty when the date is not given
	Whole   bool   // the whole team takes part
}

// Meeting reports whether the session is a meeting, to which no department, clause or guide belongs.
func (s session) Meeting() bool {
	return s.Kind.Given && !plan.Examines(s.Session)
}

// timetable gives the sessions of the audit in the order of time, undated ones last; one blank row when the profile does
// not give them.
func timetable(p *profile.Profile) []session {
	rows := slices.Clone(p.InternalAudit.Sessions.Rows())
	slices.SortStableFunc(rows, func(a, b profile.Session) int {
		return cmp.Or(cmp.Compare(sortable(a.Date), sortable(b.Date)), cmp.Compare(a.Start.Minutes(), b.Start.Minutes()))
	})
	out := make([]session, len(rows))
	for i, r := range rows {
		out[i] = session{Session: r, Weekday: weekday(r.Date), NewDay: i == 0 || r.Date.ISO() != rows[i-1].Date.ISO(), Whole: whole(p, r)}
	}
	return out
}

// whole reports whether all auditors of the audit take part in the session.
func whole(p *profile.Profile, s profile.Session) bool {
	absent := func(a profile.Auditor) bool { return !hasAuditor(s, a.Person.Value) }
	return p.InternalAudit.Auditors.Len() > 0 && !slices.ContainsFunc(p.InternalAudit.Auditors.Items, absent)
}

// sortable is the date as a key that puts an absent date last.
func sortable(d fact.Date) string { return cmp.Or(d.ISO(), "9999") }

// sessionsOf gives the sessions of one kind in the order of time; none when there are none.
func sessionsOf(p *profile.Profile, kind string) []session {
	return slices.DeleteFunc(timetable(p), func(s session) bool { return s.Kind.Value != kind })
}

// member is a member of the audit team.
type member struct {
	profile.Auditor
	Duty string // 组长 or 组员
	Post profile.Person
}

// auditTeam gives the leader, then the other auditors. What the profile does not name is a blank row.
func auditTeam(p *profile.Profile) []member {
	a := p.InternalAudit
	lead := member{Auditor: a.Auditors.Blank(), Duty: "组长", Post: person(p, a.Leader.Value)}
	lead.Person = a.Leader
	var others []member
	for _, x := range a.Auditors.Rows() {
		if a.Leader.Given && x.Person.Value == a.Leader.Value {
			lead.Auditor = x
			continue
		}
		others = append(others, member{Auditor: x, Duty: "组员", Post: person(p, x.Person.Value)})
	}
	return append([]member{lead}, others...)
}

// person is the person with the id, or a blank one.
func person(p *profile.Profile, id string) profile.Person {
	for _, x := range p.People.Items {
		if x.ID.Given && x.ID.Value == id {
			return x
		}
	}
	return p.People.Blank()
}

// auditedDepartments gives the departments whose work the sessions look at, in the order of the profile; one blank
// department when the profile gives no sessions.
func auditedDepartments(p *profile.Profile) []profile.Department {
	if !p.InternalAudit.Sessions.Given {
		return []profile.Department{p.Departments.Blank()}
	}
	return departments(p, true)
}

// unauditedDepartments gives the departments that no session looks at.
func unauditedDepartments(p *profile.Profile) []profile.Department { return departments(p, false) }

func departments(p *profile.Profile, audited bool) []profile.Department {
	var out []profile.Department
	for _, d := range p.Departments.Items {
		seen := slices.ContainsFunc(p.InternalAudit.Sessions.Items, func(s profile.Session) bool {
			return s.Kind.Value == "audit" && s.Department.Value == d.ID.Value
		})
		if seen == audited {
			out = append(out, d)
		}
	}
	return out
}

// coverage says for one chapter of the standard which of its applicable leaf clauses the timetable holds.
type coverage struct {
	Chapter          string // 4 … 10
	Planned, Clauses int
	Missing          []string // clauses in no session, shortened
}

// Open is the number of leaf clauses in no session.
func (c coverage) Open() int { return c.Clauses - c.Planned }

// auditCoverage compares the sessions with the applicable leaf clauses, chapter by chapter (9.2.1: the whole system).
func auditCoverage(p *profile.Profile, m plan.Matrix) []coverage {
	var out []coverage
	for _, r := range m.Rows {
		if r.Excluded {
			continue
		}
		chapter, _, _ := strings.Cut(r.Clause, ".")
		if len(out) == 0 || out[len(out)-1].Chapter != chapter {
			out = append(out, coverage{Chapter: chapter})
		}
		c := &out[len(out)-1]
		c.Clauses++
		if slices.ContainsFunc(p.InternalAudit.Sessions.Items, func(s profile.Session) bool { return plan.Covers(s, r.Clause) }) {
			c.Planned++
		} else {
			c.Missing = append(c.Missing, r.Clause)
		}
	}
	for i := range out {
		out[i].Missing = shorten(out[i].Missing, m)
	}
	return out
}

// coverageTotal adds up the numbers of the chapters.
func coverageTotal(rows []coverage) coverage {
	var t coverage
	for _, r := range rows {
		t.Clauses += r.Clauses
		t.Planned += r.Planned
	}
	return t
}
