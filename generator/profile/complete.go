package profile

import (
	"slices"
	"strings"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/fact"
)

// complete fills what the profile does not give from the pack: what the profile says wins, absent leaves of an item
// come from the item of the same id, and items of the pack that the profile neither names nor omits are added.
// Roles are completed, but never added: the organisation is a fact of the enterprise. Everything of the pack, merged or
// not, is kept in p.Knowledge, but for the precautions that the profile omits.
func complete(p *Profile, pack *Pack) diag.List {
	p.Knowledge = *pack
	omitted, problems := omissions(p, pack)
	p.Knowledge.Environment.Items = slices.DeleteFunc(slices.Clone(pack.Environment.Items), func(x Precaution) bool { return omitted[x.ID.Path] })
	skip := func(id fact.Info) bool { return omitted[id.Path] }
	fact.CompleteList(&p.Flow, pack.Steps, fact.AddInOrder, skip)
	fact.CompleteList(&p.ControlPoints, pack.ControlPoints, fact.AddLast, func(id fact.Info) bool {
		return skip(id) || stepIsGone(p, pack, id)
	})
	fact.CompleteList(&p.Purchasing, pack.Purchasing, fact.AddLast, skip)
	fact.CompleteList(&p.AfterSales, pack.AfterSales, fact.AddLast, skip)
	fact.CompleteList(&p.Enterprise.Permits, pack.Permits, fact.AddLast, skip)
	fact.CompleteList(&p.Roles, pack.Roles, fact.AddNone, skip)
	problems.Add(completeIndicators(p, pack)...)
	return problems
}

// omissions gives the paths of the ids in the pack that the profile omits. A limit of a control point is named K2/焊接电流.
func omissions(p *Profile, pack *Pack) (map[string]bool, diag.List) {
	paths := packIDs(pack)
	own := profileIDs(p)
	omitted := map[string]bool{}
	var problems diag.List
	for _, id := range p.Omit.Items {
		switch {
		case !id.Given:
		case paths[id.Value] == nil:
			problems.Add(problemAt(id.Info, "unknown-omit", "行业包「"+pack.ID.Value+"」里没有编号「"+id.Value+"」", fact.Suggest(id.Value, sortedKeys(paths))))
		case own[id.Value] != 0:
			problems.Add(problemAt(id.Info, "omit-and-used", "「"+id.Value+"」写在不采用里，但档案里又有这一项", "留下一处"))
		}
		for _, path := range paths[id.Value] {
			omitted[path] = true
		}
	}
	return omitted, problems
}

// packIDs gives the paths of the ids of all items that the pack can bring into a profile.
func packIDs(pack *Pack) map[string][]string {
	paths := map[string][]string{}
	note := func(id fact.Text) {
		if id.Given {
			paths[id.Value] = append(paths[id.Value], id.Path)
		}
	}
	for _, step := range pack.Steps.Items {
		note(step.ID)
	}
	for _, point := range pack.ControlPoints.Items {
		note(point.ID)
		for _, limit := range point.Limits.Items {
			name := point.ID.Value + "/" + limit.Item.Value
			paths[name] = append(paths[name], limit.Item.Path)
		}
	}
	for _, factor := range slices.Concat(pack.Purchasing.Items, pack.AfterSales.Items) {
		note(factor.ID)
	}
	for _, permit := range pack.Permits.Items {
		note(permit.ID)
	}
	for _, precaution := range pack.Environment.Items {
		note(precaution.ID)
	}
	return paths
}

// profileIDs gives the lines of the ids in the lists of the profile that the pack completes.
func profileIDs(p *Profile) map[string]int {
	lines := map[string]int{}
	for _, step := range p.Flow.Items {
		lines[step.ID.Value] = step.ID.Line
	}
	for _, point := range p.ControlPoints.Items {
		lines[point.ID.Value] = point.ID.Line
		for _, limit := range point.Limits.Items {
			lines[point.ID.Value+"/"+limit.Item.Value] = limit.Item.Line
		}
	}
	for _, factor := range slices.Concat(p.Purchasing.Items, p.AfterSales.Items) {
		lines[factor.ID.Value] = factor.ID.Line
	}
	for _, permit := range p.Enterprise.Permits.Items {
		lines[permit.ID.Value] = permit.ID.Line
	}
	return lines
}

// stepIsGone reports whether the control point of the pack with this id belongs to a step that the enterprise does not
// have. It is not added then.
func stepIsGone(p *Profile, pack *Pack, id fact.Info) bool {
	i := slices.IndexFunc(pack.ControlPoints.Items, func(c ControlPoint) bool { return c.ID.Path == id.Path })
	if i < 0 || !pack.ControlPoints.Items[i].Step.Given {
		return false
	}
	_, ok := p.StepByID(pack.ControlPoints.Items[i].Step.Value)
	return !ok
}

// completeIndicators gives the indicator of a problem the name, the meaning of its figures, the unit and the direction
// of the usual problem that it names.
func completeIndicators(p *Profile, pack *Pack) diag.List {
	var problems diag.List
	for i := range p.Diagnosis.Problems.Items {
		problem := &p.Diagnosis.Problems.Items[i]
		if !problem.Usual.Given {
			continue
		}
		at := slices.IndexFunc(pack.Problems.Items, func(u UsualProblem) bool { return u.ID.Value == problem.Usual.Value })
		if at < 0 {
			problems.Add(problemAt(problem.Usual.Info, "unknown-usual", "行业包「"+pack.ID.Value+"」里没有常见问题「"+problem.Usual.Value+"」",
				fact.Suggest(problem.Usual.Value, usualIDs(pack))))
			continue
		}
		known := pack.Problems.Items[at].Indicator
		fact.Complete(&problem.Indicator, &Indicator{Name: known.Name, Numerator: known.Numerator, Denominator: known.Denominator,
			Unit: known.Unit, Direction: known.Direction}, nil)
	}
	return problems
}

func usualIDs(pack *Pack) []string {
	var ids []string
	for _, problem := range pack.Problems.Items {
		ids = append(ids, problem.ID.Value)
	}
	return ids
}

func sortedKeys(m map[string][]string) []string {
	var keys []string
	for key := range m {
		if !strings.Contains(key, "/") {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
