package render

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// smallFirm is the small enterprise of testdata/evaluation.yaml; blankFirm is one of which nothing but the name is known.
func smallFirm(t *testing.T) *profile.Profile {
	t.Helper()
	src, err := os.ReadFile("testdata/evaluation.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return loaded(t, string(src))
}

func blankFirm(t *testing.T) *profile.Profile {
	return loaded(t, "enterprise: {name: 甲公司, short_name: 甲, code: JIA}\n")
}

func loaded(t *testing.T, src string) *profile.Profile {
	t.Helper()
	p, problems := profile.Load("profile.yaml", []byte(src), fstest.MapFS{})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

// smallMatrix assigns a few leaf clauses to the departments of the sample; 8.3.1 does not apply.
func smallMatrix() plan.Matrix {
	row := func(clause, lead string) plan.MatrixRow { return plan.MatrixRow{Clause: clause, LeadID: lead} }
	return plan.Matrix{Rows: []plan.MatrixRow{row("4.1", "gl"), row("7.1.5.1", "zj"), row("7.1.5.2", "zj"), row("7.1.6", "sc"), row("7.2", "zh"),
		{Clause: "8.3.1", LeadID: "sc", Excluded: true}, row("8.5.1", "sc"), row("8.5.2", "sc"), row("8.6", "zj")}}
}

func day(y, m, d int) fact.Date {
	return fact.Date{Info: fact.Info{Given: true}, Year: y, Month: m, Day: d}
}

func TestTimetableIsInOrderOfTime(t *testing.T) {
	var got []string
	for _, s := range timetable(smallFirm(t)) {
		got = append(got, fmt.Sprintf("%s %s %s new=%v meeting=%v", s.Weekday, s.Start, s.Department.Value, s.NewDay, s.Meeting()))
	}
	want := []string{"星期一 08:30  new=true meeting=true", "星期一 09:00 gl new=false meeting=false", "星期一 13:00 sc new=false meeting=false",
		"星期二 09:00 zj new=true meeting=false", "星期二 10:00 sc new=false meeting=false"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTeamStartsWithItsLeader(t *testing.T) {
	team := auditTeam(smallFirm(t))
	if len(team) != 2 || team[0].Person.Value != "li" || team[0].Duty != "组长" || team[1].Duty != "组员" {
		t.Errorf("got %+v", team)
	}
	if got := team[1].Post.Department.Value; got != "sc" {
		t.Errorf("department of the second auditor: got %q, want sc", got)
	}
}

func TestCoverageNamesMissingClauses(t *testing.T) {
	rows := auditCoverage(smallFirm(t), smallMatrix())
	got := fmt.Sprint(rows)
	want := "[{4 1 1 []} {7 2 4 [7.1.6 7.2]} {8 3 3 []}]"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if total := coverageTotal(rows); total.Planned != 6 || total.Clauses != 8 || total.Open() != 2 {
		t.Errorf("total: got %+v", total)
	}
	if names := unauditedDepartments(smallFirm(t)); len(names) != 1 || names[0].ID.Value != "zh" {
		t.Errorf("departments without session: got %v, want zh", names)
	}
}

func TestIndependence(t *testing.T) {
	p := smallFirm(t)
	rows := independence(p, smallMatrix())
	li, sun := rows[0], rows[1]
	for _, c := range []struct{ what, got, want string }{
		{"clauses of li", strings.Join(li.Clauses, " "), "7.1.5 8.6"},
		{"handed by li", strings.Join(li.Handed, " "), "8.6"},
		{"conflicts of li", strings.Join(li.Conflicts, " "), ""},
		{"departments of sun", strings.Join(sun.Departments, " "), "生产部"},
		{"clauses of sun", strings.Join(sun.Clauses, " "), "7.1.6 8.5"},
		{"handed by sun", strings.Join(sun.Handed, " "), "8.5.1"},
		{"conflicts of sun", strings.Join(sun.Conflicts, " "), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	p.InternalAudit.Sessions.Items[2].Auditors.Items[0].Value = "sun" // now sun audits his own department, alone
	got := independence(p, smallMatrix())[1].Conflicts
	want := []string{"2023年10月16日 13:00 的受审部门是本部门", "2023年10月16日 13:00 的 8.5 由本部门主责"}
	if !slices.Equal(got, want) {
		t.Errorf("conflicts: got %q, want %q", got, want)
	}
}

func TestFindingsAsTheyStoodOnADay(t *testing.T) {
	p := smallFirm(t)
	for _, c := range []struct {
		day          fact.Date
		closed, open int
	}{{day(2023, 10, 19), 0, 2}, {day(2023, 10, 25), 1, 1}, {fact.Date{}, 2, 0}} {
		got := findingTotal(p, c.day)
		if got.Total != 3 || got.Major != 1 || got.Minor != 1 || got.Observation != 1 || got.Closed != c.closed || got.Open() != c.open {
			t.Errorf("on %s: got %+v, want %d closed and %d open", c.day.ISO(), got, c.closed, c.open)
		}
	}
	var rows []string
	for _, r := range findingsByDepartment(p) {
		rows = append(rows, fmt.Sprint(r.Department, r.Major, r.Minor, r.Observation, r.Total))
	}
	if want := []string{"管理层 0 0 0 0", "生产部 0 1 1 2", "质检部 1 0 0 1"}; !slices.Equal(rows, want) {
		t.Errorf("by department: got %q, want %q", rows, want)
	}
}

func TestFiguresOfMonthsNotYetClosedAreCut(t *testing.T) {
	p := smallFirm(t)
	for _, c := range []struct {
		day    fact.Date
		months string
	}{{day(2023, 10, 25), "2023年8月～9月"}, {day(2023, 10, 26), "2023年8月～10月"}, {day(2023, 9, 1), "2023年8月"}, {fact.Date{}, "2023年8月～10月"}} {
		if got := objectivesAsOf(p, c.day)[0].Total().Months.Value; got != c.months {
			t.Errorf("on %s: got %s, want %s", c.day.ISO(), got, c.months)
		}
	}
	if len(p.Objectives.Items[0].Actuals.Items) != 3 {
		t.Error("the profile itself was changed")
	}
	problem := measuredProblems(p)[0]
	cut := asOf(p, problem.Indicator, day(2023, 10, 19))
	if rate := cut.AfterTotal().Rate; rate.Given || !strings.Contains(rate.Label, "2023年10月19日前已结束的统计月") {
		t.Errorf("rate after: got %+v, want one that is not given", rate)
	}
	if !cut.BeforeTotal().Rate.Given {
		t.Error("the months before were cut, too")
	}
}

func TestCountsAsOfADay(t *testing.T) {
	p, on := smallFirm(t), day(2023, 10, 19)
	for _, c := range []struct {
		what string
		got  any
		want string
	}{
		{"objectives", objectivesMet(p, on), "{1 0 1}"},
		{"objectives at the end", objectivesMet(p, fact.Date{}), "{1 1 0}"},
		{"suppliers", suppliersAsOf(p, on), "{2 1 1 0}"},
		{"training", trainingAsOf(p, on), "{2 4 1}"},
		{"risks", riskTotal(p), "{0 0 0}"},
	} {
		if got := fmt.Sprint(c.got); got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
	}
}

func TestAllTwelveInputsAreThere(t *testing.T) {
	rows := reviewInputs(&plan.Set{Profile: smallFirm(t)})
	var keys []string
	for _, r := range rows {
		keys = append(keys, r.Key)
	}
	if got := strings.Join(keys, " "); got != "a b c1 c2 c3 c4 c5 c6 c7 d e f" {
		t.Fatalf("got %s", got)
	}
	if c5 := rows[6].Facts; c5.Value != "量具都在有效期内" {
		t.Errorf("c5 does not fall back on operation.calibration: got %+v", c5)
	}
	a, c2 := rows[0], rows[3]
	if a.Facts.Given || a.Facts.Path != "management_review.inputs[2].facts" || a.Facts.Label != "以往管理评审措施的情况：数据和事实" {
		t.Errorf("missing input: got %+v", a.Facts.Info)
	}
	if a.Owner.String() != "管理层" || c2.Owner.String() != "综合办" || c2.Mark != "c) 2)" || c2.Facts.Value != "目标已统计" {
		t.Errorf("got owners %s, %s, mark %s, facts %q", a.Owner, c2.Owner, c2.Mark, c2.Facts.Value)
	}
}

func TestSessionOfTheWholeTeam(t *testing.T) {
	rows := timetable(smallFirm(t))
	if rows[0].Whole || !rows[1].Whole {
		t.Errorf("got %v and %v, want false and true", rows[0].Whole, rows[1].Whole)
	}
}

func TestShortClausesAndDates(t *testing.T) {
	p := smallFirm(t)
	p.InternalAudit.Sessions.Items[0].Clauses.Items[0].Value = "7.1.5.1"
	if got := fmt.Sprint(shortClauses(p.InternalAudit.Sessions.Items[0].Clauses, smallMatrix())); got != "[7.1.5.1 8.6]" {
		t.Errorf("got %s", got)
	}
	var none fact.List[fact.Text]
	if got, ok := shortClauses(none, smallMatrix()).(fact.List[fact.Text]); !ok || got.Given {
		t.Errorf("got %v, want the list that is not given", got)
	}
	if iso(day(2023, 7, 1)) != Markup(`2023\-07\-01`) || iso(fact.Date{}) != (fact.Date{}) {
		t.Error("dates of narrow columns")
	}
}

func TestOutputsByKind(t *testing.T) {
	p := smallFirm(t)
	for kind, want := range map[string]int{"improvement": 1, "resource": 0} {
		if got := len(reviewOutputs(p, kind)); got != want {
			t.Errorf("%s: got %d, want %d", kind, got, want)
		}
	}
}

func TestFollowUpIsNotDoneByWhoAnswersForAMeasure(t *testing.T) {
	p := smallFirm(t)
	problems := p.Diagnosis.Problems.Items
	for i, want := range []string{"李示丁", "孙示丙"} {
		if got := strings.Join(followUpAuditors(p, problems[i]), " "); got != want {
			t.Errorf("%s: got %q, want %q", problems[i].ID, got, want)
		}
	}
	if got := followUpAuditors(blankFirm(t), profile.Problem{}); got != nil {
		t.Errorf("blank profile: got %q", got)
	}
}

// A profile that gives nothing still fills every table with one row of fill-ins that name their paths.
func TestBlankProfileGivesOneRowOfFillIns(t *testing.T) {
	p := blankFirm(t)
	for what, leaf := range map[string]fact.Leaf{
		"internal_audit.sessions[1].date":       timetable(p)[0].Date,
		"internal_audit.leader":                 auditTeam(p)[0].Person,
		"internal_audit.auditors[1].person":     auditTeam(p)[1].Person,
		"departments[1].name":                   auditedDepartments(p)[0].Name,
		"management_review.participants":        participants(p)[0].Name,
		"management_review.outputs[1].decision": reviewOutputs(p, "system")[0].Decision,
		"management_review.inputs[1].facts":     reviewInputs(&plan.Set{Profile: p})[0].Facts,
		"diagnosis.problems[1].title":           keyProblems(p)[0].Title,
		"objectives[1].name":                    objectivesAsOf(p, fact.Date{})[0].Name,
	} {
		if i := leaf.About(); i.Given || i.Path != what {
			t.Errorf("got path %q given %v, want the fill-in %q", i.Path, i.Given, what)
		}
	}
	if rows := independence(p, plan.Matrix{}); len(rows) != 2 || !rows[0].Unknown {
		t.Errorf("independence: got %+v", rows)
	}
}

func TestSentenceAndPhrase(t *testing.T) {
	text := func(s string) fact.Text {
		return fact.Text{Info: fact.Info{Given: s != "", Label: "甲", Path: "a.b"}, Value: s}
	}
	for _, c := range []struct{ in, sentence, phrase string }{
		{"有结论", "有结论。", "有结论"}, {"有结论。", "有结论。", "有结论"}, {"真的？", "真的？", "真的？"}, {"a|b;", "a\\|b\\;。", "a\\|b"},
		{"", `[甲]{.fill path="a.b"}。`, `[甲]{.fill path="a.b"}`},
	} {
		s, err := sentence(text(c.in))
		if err != nil {
			t.Fatal(err)
		}
		p, err := phrase(text(c.in))
		if err != nil {
			t.Fatal(err)
		}
		if string(s) != c.sentence || string(p) != c.phrase {
			t.Errorf("%q: got %q and %q, want %q and %q", c.in, s, p, c.sentence, c.phrase)
		}
	}
}

// The documents themselves, for a firm with few facts and for one with none: what must and what must not be said.
func TestEvaluationDocuments(t *testing.T) {
	few, none := documents(t, smallFirm(t)), documents(t, blankFirm(t))
	for _, c := range []struct {
		what, text, want string
		there            bool
	}{
		{"plan compares the timetable with the rule", few["audit-plan"], "无冲突；8\\.6 由同组其他审核员审核", true},
		{"plan names departments without session", few["audit-plan"], "日程中没有安排的部门：综合办", true},
		{"report counts findings", few["audit-report"], "不符合 2 项（严重 1 项、一般 1 项），观察项 1 项", true},
		{"report of a day does not know later verification", few["audit-report"], "编写本报告时还没有验证", true},
		{"review invents no decision", few["review-report"], "本次评审没有形成这一类决定，理由见会议记录。", true},
		{"observations have the same form", few["audit-report"], "]{.ref id=\"QR-23-05\"} 3 份", true},
		{"review computes the objectives", few["review-report"], "95/100 | 95\\.00\\% | 达到目标", true},
		{"case is not certified", few["case"], "未获得质量管理体系认证", true},
		{"case is not certified", few["case"], "已获得", false},
		{"case computes the indicator", few["case"], "10\\.00\\%", true},
		{"blank plan states no check", none["audit-plan"], "无冲突", false},
		{"blank report states no result", none["audit-report"], "没有发现不符合", false},
		{"blank review states no result", none["review-report"], "没有形成", false},
		{"blank case asks for each figure once", none["case"], "÷[改进前各月数据]", false},
		{"blank plan names no standards of other products", none["audit-plan"], "其中产品标准有", false},
		{"blank case does not claim consent", none["case"], "同意公开发布本案例", false},
	} {
		if strings.Contains(c.text, c.want) != c.there {
			t.Errorf("%s: %q there = %v, want %v in\n%s", c.what, c.want, !c.there, c.there, c.text)
		}
	}
}

// documents renders the documents on audit, review and good practice.
func documents(t *testing.T, p *profile.Profile) map[string]string {
	t.Helper()
	fsys := os.DirFS("../../templates/zh")
	set, err := plan.New(p, fsys)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := New(set, fsys)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, id := range []string{"audit-plan", "audit-report", "review-plan", "review-report", "case"} {
		d, ok := set.Find(id)
		if !ok {
			t.Fatalf("the set has no %s", id)
		}
		text, err := engine.Render(d)
		if err != nil {
			t.Fatal(err)
		}
		out[id] = string(text)
	}
	return out
}
