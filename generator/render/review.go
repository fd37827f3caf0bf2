package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// reviewInput is one of the twelve inputs of 9.3.2, given by the profile or blank.
type reviewInput struct {
	profile.ReviewInput
	Key   string    // a, b, c1 … as in the profile
	Mark  string    // a), c) 1)
	Title string    // own words
	Owner fact.Leaf // department that brings it: as given, else the one whose function it is
}

// inputKinds are the twelve inputs in the order of 9.3.2, with the function that knows most about each.
func inputKinds() []struct{ key, title, function string } {
	return []struct{ key, title, function string }{
		{"a", "以往管理评审措施的情况", profile.QualityOwner},
		{"b", "内外部因素的变化", profile.QualityOwner},
		{"c1", "顾客满意和相关方反馈", profile.Sales},
		{"c2", "质量目标的实现程度", profile.QualityOwner},
		{"c3", "过程绩效和产品合格情况", profile.Production},
		{"c4", "不合格和纠正措施", profile.QualityControl},
		{"c5", "监视和测量结果", profile.QualityControl},
		{"c6", "审核结果", profile.QualityOwner},
		{"c7", "外部供方的绩效", profile.Purchase},
		{"d", "资源的充分性", profile.Admin},
		{"e", "应对风险和机遇措施的有效性", profile.QualityOwner},
		{"f", "改进的机会", profile.QualityOwner},
	}
}

// reviewInputs gives all twelve inputs in the order of 9.3.2. What the profile leaves out is blank, under a label that
// says which input it belongs to.
func reviewInputs(s *plan.Set) []reviewInput {
	given := s.Profile.ManagementReview.Inputs
	next := given.Len()
	var out []reviewInput
	for _, k := range inputKinds() {
		row := reviewInput{Key: k.key, Mark: inputMark(k.key), Title: k.title}
		i := slices.IndexFunc(given.Items, func(x profile.ReviewInput) bool { return x.Item.Value == k.key })
		if i >= 0 {
			row.ReviewInput = given.Items[i]
		} else {
			next++
			row.ReviewInput = blankInput(given, next)
		}
		if t := operationFacts(s.Profile, k.key); !row.Facts.Given && t.Given {
			row.Facts = t
		}
		for _, l := range []*fact.Text{&row.Facts, &row.Evaluation, &row.Proposal} {
			l.Label = k.title + "：" + l.Label
		}
		row.Owner = s.DepartmentOf(k.function)
		if row.Department.Given {
			row.Owner = row.Department
		}
		out = append(out, row)
	}
	return out
}

// operationFacts is what the profile says on an input under operation; absent for the other inputs.
func operationFacts(p *profile.Profile, key string) fact.Text {
	switch o := p.Operation; key {
	case "c4":
		return o.Nonconforming
	case "c5":
		return o.Calibration
	case "c7":
		return o.SupplierPerformance
	case "d":
		return o.Resources
	case "e":
		return o.RiskMeasures
	default:
		return fact.Text{}
	}
}

// blankInput is a blank input with the paths of the n-th item.
func blankInput(l fact.List[profile.ReviewInput], n int) profile.ReviewInput {
	b := l.Blank()
	place := fmt.Sprintf("%s[%d].", cmp.Or(l.Path, "management_review.inputs"), n)
	for _, leaf := range []*fact.Text{&b.Facts, &b.Evaluation, &b.Proposal} {
		leaf.Path = place + leaf.Path[strings.LastIndex(leaf.Path, ".")+1:]
	}
	return b
}

// inputMark is the letter of the standard: c2 → c) 2).
func inputMark(key string) string {
	if len(key) == 1 {
		return key + ")"
	}
	return key[:1] + ") " + key[1:] + ")"
}

// reviewOutputs gives the decisions of one kind: improvement, system or resource (9.3.3); one blank decision when the
// profile gives no outputs at all, none when it gives none of this kind.
func reviewOutputs(p *profile.Profile, kind string) []profile.ReviewOutput {
	outputs := p.ManagementReview.Outputs
	if !outputs.Given {
		return outputs.Rows()
	}
	return slices.DeleteFunc(slices.Clone(outputs.Items), func(o profile.ReviewOutput) bool { return o.Kind.Value != kind })
}

// supplierCount counts external providers by the result of their evaluation.
type supplierCount struct{ Total, Approved, Trial, Rejected int }

// suppliersAsOf counts the external providers whose evaluation was done by the day.
func suppliersAsOf(p *profile.Profile, day fact.Date) supplierCount {
	var c supplierCount
	for _, s := range p.Suppliers.Items {
		if !by(s.EvaluatedOn, day) {
			continue
		}
		c.Total++
		switch s.Result.Value {
		case "approved":
			c.Approved++
		case "trial":
			c.Trial++
		case "rejected":
			c.Rejected++
		}
	}
	return c
}

// trainingCount counts trainings and adds up their participants. Uncounted trainings give no number of participants.
type trainingCount struct{ Total, People, Uncounted int }

// trainingAsOf counts the trainings held by the day.
func trainingAsOf(p *profile.Profile, day fact.Date) trainingCount {
	var c trainingCount
	for _, t := range p.Training.Items {
		if !by(t.Date, day) {
			continue
		}
		c.Total++
		c.People += int(t.People.Value)
		if !t.People.Given {
			c.Uncounted++
		}
	}
	return c
}

// riskCount counts risks and opportunities.
type riskCount struct{ Total, Risks, Opportunities int }

func riskTotal(p *profile.Profile) riskCount {
	c := riskCount{Total: p.Risks.Len()}
	for _, r := range p.Risks.Items {
		switch r.Kind.Value {
		case "risk":
			c.Risks++
		case "opportunity":
			c.Opportunities++
		}
	}
	return c
}

// objectiveCount counts the objectives that have figures: met and missed.
type objectiveCount struct{ Total, Met, Missed int }

// objectivesMet counts the objectives of which figures were known on the day.
func objectivesMet(p *profile.Profile, day fact.Date) objectiveCount {
	var c objectiveCount
	for _, o := range objectivesAsOf(p, day) {
		switch o.Meets().Value {
		case profile.Reached:
			c.Met++
		case profile.NotReached:
			c.Missed++
		default:
			continue
		}
		c.Total++
	}
	return c
}
