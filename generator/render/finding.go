package render

import (
	"slices"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
)

// findingCount counts findings by grade. The total is of all three grades.
type findingCount struct {
	Department                       fact.Leaf // nil in the row of totals
	Major, Minor, Observation, Total int
	Closed                           int // nonconformities whose correction was verified by the day of the count
}

// Nonconforming is the number of findings that are nonconformities; an observation is none.
func (c findingCount) Nonconforming() int { return c.Major + c.Minor }

// Open is the number of nonconformities that were not yet verified.
func (c findingCount) Open() int { return c.Nonconforming() - c.Closed }

func (c *findingCount) add(f profile.Finding, day fact.Date) {
	c.Total++
	switch f.Grade.Value {
	case "major":
		c.Major++
	case "minor":
		c.Minor++
	case "observation":
		c.Observation++
		return
	}
	if by(f.VerifiedOn, day) {
		c.Closed++
	}
}

// findingTotal counts all findings of the audit as they stood on the day; an absent day stands for the end of the matter.
func findingTotal(p *profile.Profile, day fact.Date) findingCount {
	var c findingCount
	for _, f := range p.InternalAudit.Findings.Items {
		c.add(f, day)
	}
	return c
}

// findingsByDepartment counts the findings of each department that was audited or has a finding, in the order of the
// profile. Findings without department make the last row.
func findingsByDepartment(p *profile.Profile) []findingCount {
	var out []findingCount
	audited := auditedDepartments(p)
	for _, d := range p.Departments.Items {
		c := countOf(p, d.ID.Value, d.Name)
		if c.Total > 0 || slices.ContainsFunc(audited, func(x profile.Department) bool { return x.ID.Value == d.ID.Value }) {
			out = append(out, c)
		}
	}
	for _, f := range p.InternalAudit.Findings.Items {
		if !f.Department.Given {
			return append(out, countOf(p, "", f.Department))
		}
	}
	return out
}

func countOf(p *profile.Profile, department string, name fact.Leaf) findingCount {
	c := findingCount{Department: name}
	for _, f := range p.InternalAudit.Findings.Items {
		if f.Department.Value == department {
			c.add(f, fact.Date{})
		}
	}
	return c
}
