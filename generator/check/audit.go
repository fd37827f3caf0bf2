package check

import (
	"fmt"
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// independence: nobody audits his own department, and every clause has an auditor whose department does not lead it. In
// a session of several auditors the clauses that one of them leads are taken by another.
func independence(s *plan.Set, report reporter) {
	for _, x := range audits(s) {
		for _, a := range x.Auditors.Items {
			person, ok := s.Profile.PersonByID(a.Value)
			if ok && x.Department.Given && slices.Contains(plan.OwnDepartments(s.Profile, person), x.Department.Value) {
				report(a.Info, "换一名其他部门的内审员", "%s 是%s的人，不能审核%s", a, person.Department, x.Department)
			}
		}
		if own := unfree(s, x); len(own) > 0 {
			report(x.Auditors.Items[0].Info, "加一名或换一名不主责这些条款的内审员", "%s主责 %s，这一场没有可以审核这些条款的其他内审员", departmentOf(s, x.Auditors.Items[0]), strings.Join(own, "、"))
		}
	}
}

// departmentOf is the department of a person, for messages.
func departmentOf(s *plan.Set, r fact.Ref) string {
	p, _ := s.Profile.PersonByID(r.Value)
	return p.Department.String()
}

// audits are the sessions in which evidence is looked at.
func audits(s *plan.Set) []profile.Session {
	return slices.DeleteFunc(slices.Clone(s.Profile.InternalAudit.Sessions.Items), func(x profile.Session) bool { return !plan.Examines(x) })
}

// unfree are the leaf clauses of a session that none of its auditors may look at.
func unfree(s *plan.Set, x profile.Session) []string {
	var own []string
	for _, r := range s.Matrix.Rows {
		if !r.Excluded && len(x.Auditors.Items) > 0 && plan.Covers(x, r.Clause) && !plan.Free(s.Profile, s.Matrix, x, r.Clause) {
			own = append(own, r.Clause)
		}
	}
	return own
}

func coverage(s *plan.Set, report reporter) {
	a := s.Profile.InternalAudit
	if !a.Sessions.Given {
		return
	}
	var missing []string
	for _, r := range s.Matrix.Rows {
		if !r.Excluded && !slices.ContainsFunc(audits(s), func(x profile.Session) bool { return plan.Covers(x, r.Clause) }) {
			missing = append(missing, r.Clause)
		}
	}
	if len(missing) > 0 {
		report(a.Sessions.Info, "把它们排进日程", "没有审核的条款：%s", strings.Join(missing, "、"))
	}
	for _, d := range s.Profile.Departments.Items {
		if !slices.ContainsFunc(audits(s), func(x profile.Session) bool { return x.Department.Value == d.ID.Value }) {
			report(a.Sessions.Info, "把它排进日程", "没有审核的部门：%s", d.Name)
		}
	}
}

// timetable: the opening meeting comes first, the closing meeting last, nobody is in two places at a time.
func timetable(s *plan.Set, report reporter) {
	items := s.Profile.InternalAudit.Sessions.Items
	for i, x := range items {
		if x.Start.Given && x.End.Given && x.End.Minutes() <= x.Start.Minutes() {
			report(x.End.Info, "改正时间", "结束时间 %s 不晚于开始时间 %s", x.End, x.Start)
		}
		if x.Kind.Value == "opening" && slices.ContainsFunc(items, func(y profile.Session) bool { return start(y) < start(x) }) {
			report(x.Kind.Info, "把首次会议排在最前", "首次会议之前已有活动")
		}
		if x.Kind.Value == "closing" && slices.ContainsFunc(items, func(y profile.Session) bool { return start(y) > start(x) }) {
			report(x.Kind.Info, "把末次会议排在最后", "末次会议之后还有活动")
		}
		for _, y := range items[:i] {
			clash(x, y, report)
		}
	}
}

// start orders sessions; one without a date or time comes nowhere.
func start(x profile.Session) string {
	if !x.Date.Given || !x.Start.Given {
		return ""
	}
	return x.Date.ISO() + " " + x.Start.String()
}

// clash reports auditors and guides who are in both of two sessions that overlap.
func clash(x, y profile.Session, report reporter) {
	overlap := x.Date.Given && x.Date.ISO() == y.Date.ISO() && x.End.Given && y.End.Given &&
		x.Start.Minutes() < y.End.Minutes() && y.Start.Minutes() < x.End.Minutes()
	if !overlap {
		return
	}
	for _, p := range present(x) {
		if slices.ContainsFunc(present(y), func(q fact.Ref) bool { return q.Value == p.Value }) {
			report(p.Info, "改时间或换人", "%s 在 %s 同时有两项活动（%s）", p, x.Date, fmt.Sprintf("%s～%s 和 %s～%s", x.Start, x.End, y.Start, y.End))
		}
	}
}

func present(x profile.Session) []fact.Ref {
	out := slices.Clone(x.Auditors.Items)
	if x.Guide.Given {
		out = append(out, x.Guide)
	}
	return out
}

// auditorsAreNamed: whoever leads or carries out an audit stands in the list of auditors, with his training.
func auditorsAreNamed(s *plan.Set, report reporter) {
	a := s.Profile.InternalAudit
	if !a.Auditors.Given {
		return
	}
	named := func(r fact.Ref) {
		if r.Given && !slices.ContainsFunc(a.Auditors.Items, func(x profile.Auditor) bool { return x.Person.Value == r.Value }) {
			report(r.Info, "在 internal_audit.auditors 里加上他和他的培训，或换人", "%s %s 不在内审员名单里", r.Label, r)
		}
	}
	named(a.Leader)
	for _, x := range audits(s) {
		for _, r := range x.Auditors.Items {
			named(r)
		}
	}
}
