package render

import (
	"fmt"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
	"qmsdraft/generator/standard"
)

// clause is the number of a clause with its title, if it has one; the letter of an item stays with the number: 8.5.1 f)
// 生产和服务提供的控制. An unknown number is an error.
func (b binding) clause(no string) (string, error) {
	base := standard.WithoutItem(no)
	if _, ok := b.set.Edition.Clause(base); !ok {
		return "", fmt.Errorf("%s has no clause %q", b.set.Edition.Short(), no)
	}
	return no + strings.TrimPrefix(b.set.Edition.Heading(base), base), nil
}

// clauseTitle is the title alone; empty for an untitled clause.
func (b binding) clauseTitle(no string) (string, error) {
	c, ok := b.set.Edition.Clause(no)
	if !ok {
		return "", fmt.Errorf("%s has no clause %q", b.set.Edition.Short(), no)
	}
	return c.Title, nil
}

// leadOf is the department with main responsibility for a clause; for a clause with sub-clauses that of the first.
func (b binding) leadOf(no string) (fact.Text, error) {
	if _, err := b.clause(no); err != nil {
		return fact.Text{}, err
	}
	for _, r := range b.set.Matrix.Rows {
		if r.Clause == no || len(r.Clause) > len(no) && r.Clause[:len(no)+1] == no+"." {
			return r.Lead, nil
		}
	}
	return fact.Text{}, fmt.Errorf("clause %q has no row in the matrix", no)
}

// reasonFor is why a clause does not apply.
func (b binding) reasonFor(no string) (fact.Text, error) {
	x, ok := b.set.Exclusion(no)
	if !ok {
		return fact.Text{}, fmt.Errorf("clause %q applies", no)
	}
	return x.Reason, nil
}

// head is the name of the head of the department that has a function.
func (b binding) head(function string) fact.Leaf {
	if d, ok := b.profile.DepartmentOf(function); ok {
		return d.Head
	}
	t := b.set.DepartmentOf(function)
	t.Label += "的负责人"
	return t
}

func topOf(p *profile.Profile) profile.Person {
	if x, ok := p.Top(); ok {
		return x
	}
	return blankPerson(p, "最高管理者", "people[1]")
}

func qualityOwnerOf(p *profile.Profile) profile.Person {
	if x, ok := p.QualityOwner(); ok {
		return x
	}
	return blankPerson(p, "质量负责人", "people[2]")
}

// blankPerson is a person of whom nothing is known but the post; path is the item of the profile that would name him.
func blankPerson(p *profile.Profile, post, path string) profile.Person {
	x := p.People.Blank()
	for _, i := range []*fact.Info{&x.Name.Info, &x.Title.Info, &x.Department.Info} {
		_, key, _ := strings.Cut(i.Path, ".")
		i.Path = path + "." + key
	}
	x.Name.Label, x.Title.Label, x.Department.Label = post+"姓名", post+"职务", post+"所在部门"
	return x
}

func (b binding) stepsWith(mark string) ([]profile.Step, error) {
	has := map[string]func(profile.Step) bool{
		"special":    func(s profile.Step) bool { return s.Special.Value },
		"key":        func(s profile.Step) bool { return s.Key.Value },
		"outsourced": func(s profile.Step) bool { return s.Outsourced.Value },
		"inspection": func(s profile.Step) bool { return s.Inspection.Value },
		"critical":   func(s profile.Step) bool { return s.Special.Value || s.Key.Value },
	}[mark]
	if has == nil {
		return nil, fmt.Errorf("steps have no mark %q", mark)
	}
	var out []profile.Step
	for _, s := range b.profile.Flow.Items {
		if has(s) {
			out = append(out, s)
		}
	}
	return out, nil
}

func (b binding) pointsIn(stage string) []profile.ControlPoint {
	var out []profile.ControlPoint
	for _, c := range b.profile.ControlPoints.Items {
		if c.Stage.Value == stage {
			out = append(out, c)
		}
	}
	return out
}

func (b binding) objectivesOf(d profile.Department) []profile.Objective {
	var out []profile.Objective
	for _, o := range b.profile.Objectives.Items {
		if o.Department.Given && o.Department.Value == d.ID.Value {
			out = append(out, o)
		}
	}
	return out
}

func (b binding) peopleIn(d profile.Department) []profile.Person {
	var out []profile.Person
	for _, x := range b.profile.People.Items {
		if x.Department.Given && x.Department.Value == d.ID.Value {
			out = append(out, x)
		}
	}
	return out
}
