// Package check holds the rules that a planned set must keep, as a careful auditor would look at them before any audit.
//
// A rule is a row of the table [Rules]: who asks for it, how bad a breach is, and a function that reports breaches in the
// enterprise's own data, located in the profile. What the profile does not give breaks no rule: it is a fill-in.
package check

import (
	"fmt"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
)

// Rule is one rule.
type Rule struct {
	ID       string
	Severity diag.Severity
	Title    string
	Source   string // heading of the notice, or clause
	find     func(s *plan.Set, report reporter)
}

// reporter notes a breach at a fact of the profile: what is wrong, and what to write instead.
type reporter func(at fact.Info, hint, message string, args ...any)

// Rules is the table of rules, in the order of their ids. Ids and sources are those of the domain report.
func Rules() []Rule {
	return []Rule{
		{"A12", diag.Error, "体系文件的编制、审核、批准人是企业人员，不是帮扶专家", "通知附件“2.运行”；ISO/IEC 17021-1 5.2", signersAreOwn},
		{"B01", diag.Error, "体系运行至少 3 个月", "通知附件“2.运行”", threeMonths},
		{"B03", diag.Error, "内部审核在管理评审之前结束", "9.3.2", auditBeforeReview},
		{"B10", diag.Error, "内审员培训早于内部审核", "通知附件“（1）内部审核”", trainedBeforeAudit},
		{"D05", diag.Warning, "编制、审核、批准不是同一人", "7.5.2", signersDiffer},
		{"H01", diag.Error, "内审员不审核自己的部门和自己主责的条款", "9.2.2", independence},
		{"H02", diag.Warning, "内部审核覆盖全部部门和适用条款", "9.2.1", coverage},
		{"H06", diag.Error, "内审日程可以执行", "9.2.2", timetable},
		{"I01", diag.Error, "管理评审由最高管理者主持", "9.3.1", chairIsTop},
	}
}

// Run applies every rule to a set.
func Run(s *plan.Set) diag.List {
	var l diag.List
	for _, r := range Rules() {
		r.find(s, func(at fact.Info, hint, message string, args ...any) {
			l.Add(diag.Problem{File: at.File, Line: at.Line, Col: at.Col, Path: at.Path, Code: r.ID, Severity: r.Severity,
				Message: fmt.Sprintf(message, args...), Hint: hint, Source: r.Source})
		})
	}
	l.Sort()
	return l
}
