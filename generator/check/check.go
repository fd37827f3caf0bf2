// Package check holds the rules that a planned set must keep, as a careful auditor would look at them before any audit.
//
// A rule is a row of the table [Rules]: who asks for it, how bad a breach is, and a function that reports breaches in the
// enterprise's own data, located in the profile. What the profile does not give breaks no rule: it is a fill-in.
package check

import (
	"fmt"
	"slices"

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
	Blocks   bool   // a profile that breaks it cannot be made into documents
	find     func(s *plan.Set, report reporter)
}

// reporter notes a breach at a fact of the profile: what is wrong, and what to write instead.
type reporter func(at fact.Info, hint, message string, args ...any)

// Rules is the table of rules, in the order of their ids. Ids and sources are those of the domain report.
func Rules() []Rule {
	const notice = "通知附件"
	return []Rule{
		{ID: "A12", Title: "体系文件的编制、审核、批准人是企业人员，不是帮扶专家", Source: notice + "“2.运行”；ISO/IEC 17021-1 5.2", find: signersAreOwn},
		{ID: "B01", Title: "体系运行至少 3 个月", Source: notice + "“2.运行”", find: threeMonths},
		{ID: "B03", Title: "内部审核在管理评审之前结束", Source: "9.3.2", find: auditBeforeReview},
		{ID: "B04", Title: "发布、实施、计划、实施和报告的日期先后正确", Source: "7.5.2", find: datesInOrder},
		{ID: "B10", Title: "内审员培训早于内部审核", Source: notice + "“（1）内部审核”", find: trainedBeforeAudit},
		{ID: "C02", Title: "声明不适用的条款是可以不适用的", Source: "4.3", find: exclusionsAllowed},
		{ID: "C03", Title: "8.3 是否适用与企业事实一致", Source: "8.3.1", find: designAgrees},
		{ID: "D01", Title: "最高管理者明确", Source: "5.1.1", find: topIsNamed},
		{ID: "D05", Title: "编制、审核、批准不是同一人", Source: "7.5.2", Severity: diag.Warning, find: signersDiffer},
		{ID: "E07", Title: "数值在允许的范围内", Source: "一致性", find: inRange},
		{ID: "E08", Title: "各月数据的月份、分子和分母可能成立", Source: "9.1.1", find: figuresPossible},
		{ID: "F03", Title: "记录用的表单在表单清单里", Source: "8.5.1", Blocks: true, find: formsExist},
		{ID: "F09", Title: "规定范围上下限有序，公差为正", Source: "8.5.1", find: limitsInOrder},
		{ID: "F14", Title: "执行标准在标准登记表里", Source: "7.5.3.2", Blocks: true, find: topicsExist},
		{ID: "G13", Title: "条款号在标准里", Source: "一致性", Blocks: true, find: clausesExist},
		{ID: "H01", Title: "内审员不审核自己的部门和自己主责的条款", Source: "9.2.2", find: independence},
		{ID: "H02", Title: "内部审核覆盖全部部门和适用条款", Source: "9.2.1", Severity: diag.Warning, find: coverage},
		{ID: "H03", Title: "审核组长和审核员都在内审员名单里", Source: "9.2.2", find: auditorsAreNamed},
		{ID: "H06", Title: "内审日程可以执行", Source: "9.2.2", find: timetable},
		{ID: "I01", Title: "管理评审由最高管理者主持", Source: "9.3.1", find: chairIsTop},
	}
}

// Run applies every rule to a set.
func Run(s *plan.Set) diag.List { return apply(s, Rules()) }

// Blocking applies the rules that must hold before documents can be made.
func Blocking(s *plan.Set) diag.List {
	return apply(s, slices.DeleteFunc(Rules(), func(r Rule) bool { return !r.Blocks }))
}

func apply(s *plan.Set, rules []Rule) diag.List {
	var l diag.List
	for _, r := range rules {
		r.find(s, func(at fact.Info, hint, message string, args ...any) {
			l.Add(diag.Problem{File: at.File, Line: at.Line, Col: at.Col, Path: at.Path, Code: r.ID, Severity: r.Severity,
				Message: fmt.Sprintf(message, args...), Hint: hint, Source: r.Source})
		})
	}
	l.Sort()
	return l
}
