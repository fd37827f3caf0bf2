package plan

import (
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
)

// Examines reports whether evidence is looked at in a session of an audit: the audit itself, or the follow-up of problems.
func Examines(x profile.Session) bool {
	return x.Kind.Value == "audit" || x.Kind.Value == "follow_up"
}

// Covers reports whether a session looks at a leaf clause: it names the clause or one above it.
func Covers(x profile.Session, leaf string) bool {
	return Examines(x) && slices.ContainsFunc(x.Clauses.Items, func(c fact.Text) bool {
		return c.Value == leaf || strings.HasPrefix(leaf, c.Value+".")
	})
}

// LedBy gives the applicable leaf clauses that one of the departments leads.
func (m Matrix) LedBy(departments []string) []string {
	var out []string
	for _, r := range m.Rows {
		if !r.Excluded && r.LeadID != "" && slices.Contains(departments, r.LeadID) {
			out = append(out, r.Clause)
		}
	}
	return out
}

// OwnDepartments are the ids of the departments in which the person works or which he heads.
func OwnDepartments(p *profile.Profile, who profile.Person) []string {
	var own []string
	for _, d := range p.Departments.Items {
		if d.ID.Value == who.Department.Value || d.Head.Given && d.Head.Value == who.ID.Value {
			own = append(own, d.ID.Value)
		}
	}
	return own
}

// MayTake reports whether an auditor may look at a leaf clause in a session (9.2.2 c): none of his own departments leads
// it, or it is asked only as every department must answer it (5.3, 6.2, 7.2, 7.3, 7.5).
func MayTake(p *profile.Profile, m Matrix, x profile.Session, auditor profile.Person, leaf string) bool {
	own := OwnDepartments(p, auditor)
	return !slices.Contains(m.LedBy(own), leaf) || common(leaf) && x.Department.Given && !slices.Contains(own, x.Department.Value)
}

// Free reports whether an auditor of the session may look at a leaf clause that it covers. An auditor whom the profile
// does not know counts as free.
func Free(p *profile.Profile, m Matrix, x profile.Session, leaf string) bool {
	return slices.ContainsFunc(x.Auditors.Items, func(r fact.Ref) bool {
		who, ok := p.PersonByID(r.Value)
		return !ok || MayTake(p, m, x, who, leaf)
	})
}

// common reports whether every department answers the clause for itself.
func common(leaf string) bool {
	for _, c := range []string{"5.3", "6.2", "7.2", "7.3", "7.5"} {
		if leaf == c || strings.HasPrefix(leaf, c+".") {
			return true
		}
	}
	return false
}
