package check

import (
	"time"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
)

// monthsOfOperation is the least time that the system must run (notice, 运行).
const monthsOfOperation = 3

func threeMonths(s *plan.Set, report reporter) {
	o, apply := s.Profile.Operation, s.Profile.Enterprise.Certification.ApplyDate
	if !o.Start.Given {
		return
	}
	least := day(o.Start).AddDate(0, monthsOfOperation, 0)
	for _, end := range []fact.Date{o.End, apply} {
		// The last day of operation counts: 1 July to 30 September are three months.
		if end.Given && day(end).AddDate(0, 0, 1).Before(least) {
			report(end.Info, "改为运行满 3 个月以后的日期", "体系从 %s 开始运行，到 %s 不满 3 个月", o.Start, end)
		}
	}
}

func auditBeforeReview(s *plan.Set, report reporter) {
	audit, review := s.Profile.InternalAudit.End, s.Profile.ManagementReview.Date
	if review.Before(audit) {
		report(review.Info, "把管理评审排在内部审核结束以后", "管理评审（%s）早于内部审核结束（%s），审核结果无法作为评审输入", review, audit)
	}
}

// datesInOrder: documents are issued before they take effect, a plan is approved before its work begins, and an audit ends
// after it began.
func datesInOrder(s *plan.Set, report reporter) {
	d, a, r := s.Profile.Documents, s.Profile.InternalAudit, s.Profile.ManagementReview
	for _, pair := range [][2]fact.Date{{d.IssuedOn, d.EffectiveOn}, {a.PlanDate, a.Start}, {a.Start, a.End}, {a.End, a.ReportDate}, {r.PlanDate, r.Date}, {r.Date, r.ReportDate}} {
		if pair[1].Before(pair[0]) {
			report(pair[1].Info, "核对这两个日期", "%s（%s）早于%s（%s）", pair[1].Label, pair[1], pair[0].Label, pair[0])
		}
	}
}

func trainedBeforeAudit(s *plan.Set, report reporter) {
	start := s.Profile.InternalAudit.Start
	for _, a := range s.Profile.InternalAudit.Auditors.Items {
		if start.Before(a.TrainedOn) {
			report(a.TrainedOn.Info, "先培训、后审核", "%s 的内审员培训（%s）晚于内部审核开始（%s）", a.Person, a.TrainedOn, start)
		}
	}
}

func day(d fact.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
