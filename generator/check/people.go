package check

import (
	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
)

// signersAreOwn: a mentor's name must not stand among those who prepare, review and approve, audit, or chair the review.
// References already lead to people of the enterprise only; a mentor entered a second time as a person is found by name.
func signersAreOwn(s *plan.Set, report reporter) {
	mentors := map[string]bool{}
	for _, m := range s.Profile.Support.Mentors.Items {
		mentors[m.Name.Value] = true
	}
	d, a, r := s.Profile.Documents, s.Profile.InternalAudit, s.Profile.ManagementReview
	signers := []fact.Ref{d.PreparedBy, d.ReviewedBy, d.ApprovedBy, a.PreparedBy, a.ApprovedBy, a.Leader, r.PreparedBy, r.ApprovedBy, r.Chair}
	for _, x := range a.Auditors.Items {
		signers = append(signers, x.Person)
	}
	for _, x := range signers {
		if x.Given && mentors[x.Text] {
			report(x.Info, "改为企业自己的人员", "%s由帮扶专家 %s 担任", x.Label, x)
		}
	}
}

func signersDiffer(s *plan.Set, report reporter) {
	d := s.Profile.Documents
	pairs := [][2]fact.Ref{{d.PreparedBy, d.ReviewedBy}, {d.ReviewedBy, d.ApprovedBy}, {d.PreparedBy, d.ApprovedBy}}
	for _, p := range pairs {
		if p[0].Given && p[1].Given && p[0].Value == p[1].Value {
			report(p[1].Info, "由不同的人签", "%s和%s都是 %s", p[0].Label, p[1].Label, p[0])
		}
	}
}

func chairIsTop(s *plan.Set, report reporter) {
	chair := s.Profile.ManagementReview.Chair
	top, ok := s.Profile.Top()
	if ok && chair.Given && chair.Value != top.ID.Value {
		report(chair.Info, "主持人改为 "+top.Name.String(), "管理评审由 %s 主持，不是最高管理者 %s", chair, top.Name)
	}
}
