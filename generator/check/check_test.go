package check

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
	"qmsdraft/templates"
)

// staff are people, departments and mentors for the samples; its line counts as one.
const staff = `people: [{id: top, name: 王示元, top: true, department: office}, {id: qc, name: 李示丁, department: quality}, {id: prod, name: 孙示丙, department: shop}, {id: twin, name: 周示}]
departments: [{id: office, name: 管理层, functions: [top, qm, admin, sales, purchase, tech, store]}, {id: quality, name: 质检部, functions: [qc]}, {id: shop, name: 生产部, functions: [prod]}]
support: {mentors: [{id: m, name: 周示}]}
`

// around is staff, or as many empty lines when the sample brings people of its own.
func around(yaml string) string {
	if strings.Contains(yaml, "people:") {
		return strings.Repeat("\n", strings.Count(staff, "\n"))
	}
	return staff
}

// sample is a part of a profile. Lines at which a rule is broken end with "#!".
type sample struct{ rule, name, yaml string }

// good are samples that keep a rule, also since the facts that it compares are not all given.
func good() []sample {
	return []sample{
		{"A12", "people of the enterprise", "documents: {prepared_by: qc, approved_by: top}"},
		{"B01", "three months, last day included", "operation: {start: 2023-07-01, end: 2023-09-30}"},
		{"B01", "no start", "operation: {end: 2023-07-02}"},
		{"B03", "audit and review on one day", "internal_audit: {end: 2023-10-17}\nmanagement_review: {date: 2023-10-17}"},
		{"B03", "no audit", "management_review: {date: 2023-10-17}"},
		{"B10", "trained on the day before", "internal_audit: {start: 2023-10-16, auditors: [{person: qc, trained_on: 2023-10-15}, {person: prod}]}"},
		{"D05", "three people", "documents: {prepared_by: qc, reviewed_by: prod, approved_by: top}"},
		{"D05", "two unknown", "documents: {approved_by: top}"},
		{"F03", "forms of the list", "control_points: [{id: K1, characteristic: 膜厚, record: QR-14-03}]\npurchasing: [{id: a, name: 甲, record: QR-13-02}]"},
		{"F14", "topic of the register", "products: [{id: p, name: 自行车, standards: [bicycle-safety]}]"},
		{"G13", "clauses and an item", "matrix: [{clause: '8.5.1', lead: shop}]\ninternal_audit: {findings: [{id: F1, clause: '8.5.1 f)'}], sessions: [{kind: audit, clauses: ['4', '10.2.1']}]}"},
		{"H01", "others audit", "internal_audit: {sessions: [{kind: audit, department: shop, clauses: ['8.5.1'], auditors: [qc]}]}"},
		{"H01", "a second auditor takes the clause", "internal_audit: {sessions: [{kind: audit, department: office, clauses: ['8.5.1', '8.6'], auditors: [qc, prod]}]}"},
		{"H01", "what every department must answer", "internal_audit: {sessions: [{kind: audit, department: shop, clauses: ['7.2'], auditors: [top]}]}"},
		{"H02", "chapters", "internal_audit: {sessions: [{kind: audit, department: office, clauses: ['4', '5', '6', '7']}, {kind: audit, department: quality, clauses: ['9', '10']}, {kind: audit, department: shop, clauses: ['8']}]}"},
		{"H02", "no timetable", "internal_audit: {first: true}"},
		{"H06", "one after the other", "internal_audit:\n  sessions:\n    - {kind: opening, date: 2023-10-16, start: '08:30', end: '09:00', auditors: [qc]}\n    - {kind: audit, date: 2023-10-16, start: '09:00', end: '10:00', auditors: [qc], guide: top}\n    - {kind: closing, date: 2023-10-17, start: '09:00', end: '10:00', auditors: [qc]}"},
		{"B04", "one day", "documents: {issued_on: 2023-07-01, effective_on: 2023-07-01}"},
		{"B04", "half known", "internal_audit: {end: 2023-10-17}"},
		{"C02", "design left out", "scope: {not_applicable: [{clause: '8.3', reason: 来图加工}]}"},
		{"C03", "no design, 8.3 left out", "scope: {has_design: false, not_applicable: [{clause: '8.3', reason: 来图加工}]}\nproducts: [{id: p, name: 前叉, drawings: customer}]"},
		{"C03", "design", "scope: {has_design: true}\nproducts: [{id: p, name: 前叉, drawings: own}]"},
		{"D01", "one is top", ""},
		{"E07", "at the ends", "operation: {month_closes: 31}\nrisks: [{id: R1, what: 断料, likelihood: 1, severity: 5}]\nobjectives: [{id: O1, name: 合格率, unit: '%', direction: up, target: 98}]"},
		{"E08", "plain figures", "objectives: [{id: O1, name: 合格率, unit: '%', actuals: [{month: 2023-08, num: 9, den: 9}, {month: 2023-09, num: 0, den: 9}]}, {id: O2, name: 满意度, unit: score, actuals: [{month: 2023-08, num: 900, den: 10}]}]"},
		{"F09", "in order", "control_points: [{id: K1, characteristic: 膜厚, limits: [{item: 膜厚, low: 60, high: 90}, {item: 电流, nominal: 110, tolerance: 10}]}]"},
		{"H03", "in the list", "internal_audit: {leader: qc, auditors: [{person: qc}], sessions: [{kind: audit, auditors: [qc]}]}"},
		{"H03", "no list", "internal_audit: {leader: qc}"},
		{"I01", "the top manager", "management_review: {chair: top}"},
		{"I01", "not known", "management_review: {place: 会议室}"},
	}
}

// bad are samples that break a rule.
func bad() []sample {
	return []sample{
		{"A12", "a mentor prepares and audits", "documents:\n  prepared_by: twin #!\ninternal_audit:\n  auditors:\n    - person: twin #!"},
		{"B01", "a day short", "operation:\n  start: 2023-07-01\n  end: 2023-09-29 #!"},
		{"B03", "review before the audit", "internal_audit: {end: 2023-10-17}\nmanagement_review:\n  date: 2023-10-16 #!"},
		{"B10", "trained later", "internal_audit:\n  start: 2023-10-16\n  auditors:\n    - person: qc\n      trained_on: 2023-10-17 #!"},
		{"D05", "one person signs twice", "documents:\n  prepared_by: qc\n  reviewed_by: qc #!\n  approved_by: top"},
		{"F03", "no such forms", "control_points:\n  - id: K1\n    characteristic: 膜厚\n    record: QR-14-98 #!\ninspection:\n  final:\n    - {object: 整车, item: 制动, record: QR-99-01} #!"},
		{"B04", "in force before it is issued; ends before it starts", "documents:\n  issued_on: 2023-07-01\n  effective_on: 2023-06-01 #!\ninternal_audit:\n  start: 2023-10-16\n  end: 2023-10-15 #!"},
		{"C02", "context left out", "scope:\n  not_applicable:\n    - clause: '4.1' #!\n      reason: 厂小"},
		{"C03", "no design, but 8.3 applies", "scope:\n  has_design: false #!"},
		{"C03", "design and own drawings, but 8.3 left out", "scope:\n  has_design: true\n  not_applicable:\n    - clause: '8.3' #!\n      reason: 来图加工\nproducts:\n  - id: p\n    name: 前叉\n    drawings: own #!"},
		{"D01", "nobody is top", "people:\n  - {id: qc, name: 李示丁} #!"},
		{"E07", "outside", "operation:\n  month_closes: 35 #!\nrisks:\n  - id: R1\n    what: 断料\n    likelihood: 7 #!\nobjectives:\n  - id: O1\n    name: 合格率\n    unit: '%'\n    direction: up\n    target: 0.98 #!"},
		{"E08", "twice, reversed, of nothing", "objectives:\n  - id: O1\n    name: 合格率\n    unit: '%'\n    actuals:\n      - {month: 2023-08, num: 10, den: 9} #!\n      - {month: 2023-08, num: 1, den: 9} #!\n      - {month: 2023-09, num: 0, den: 0} #!"},
		{"F09", "reversed, negative", "control_points:\n  - id: K1\n    characteristic: 焊接\n    limits:\n      - {item: 电流, low: 180, high: 140} #!\n      - {item: 孔径, nominal: 20, tolerance: -0.5} #!"},
		{"H03", "not in the list", "internal_audit:\n  leader: prod #!\n  auditors: [{person: qc}]\n  sessions:\n    - kind: audit\n      auditors: [top] #!"},
		{"F14", "no such topic", "products:\n  - id: p\n    name: 自行车\n    standards:\n      - bicycle-safty #!"},
		{"G13", "no such clauses", "matrix:\n  - clause: '8.5.9' #!\nscope:\n  not_applicable:\n    - clause: '8.3.7' #!\n      reason: 无\ninternal_audit:\n  sessions:\n    - kind: audit\n      clauses:\n        - '8.5.1'\n        - '9.4' #!\n  findings:\n    - id: F1\n      clause: 4.1.1 a) #!"},
		{"H01", "own department", "internal_audit:\n  sessions:\n    - kind: audit\n      department: shop\n      auditors:\n        - prod #!"},
		{"H01", "own clause", "internal_audit:\n  sessions:\n    - kind: audit\n      department: office\n      clauses: ['8.5.1']\n      auditors:\n        - prod #!"},
		{"H02", "a clause and a department are left out", "internal_audit:\n  sessions: [{kind: audit, department: office, clauses: ['4', '5', '6', '7', '8', '9']}, {kind: audit, department: shop}] #! #!"},
		{"H06", "ends before it begins", "internal_audit:\n  sessions:\n    - kind: audit\n      start: '10:00'\n      end: '09:00' #!"},
		{"H06", "in two places", "internal_audit:\n  sessions:\n    - {kind: audit, date: 2023-10-16, start: '09:00', end: '10:00', auditors: [qc]}\n    - kind: audit\n      date: 2023-10-16\n      start: '09:30'\n      end: '11:00'\n      guide: qc #!"},
		{"H06", "meetings in the middle", "internal_audit:\n  sessions:\n    - {kind: audit, date: 2023-10-16, start: '08:00', end: '09:00'}\n    - kind: opening #!\n      date: 2023-10-16\n      start: '09:00'\n    - kind: closing #!\n      date: 2023-10-16\n      start: '10:00'\n    - {kind: audit, date: 2023-10-16, start: '11:00', end: '12:00'}"},
		{"I01", "somebody else", "management_review:\n  chair: qc #!"},
	}
}

// planned is the set of a profile; src follows the people and departments.
func planned(t *testing.T, src string) *plan.Set {
	t.Helper()
	p, problems := profile.Load("p.yaml", []byte("enterprise: {name: 天津示例厂, short_name: 示例, code: SLC}\n"+around(src)+src), nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	sub, err := fs.Sub(templates.FS, "zh")
	if err != nil {
		t.Fatal(err)
	}
	set, err := plan.New(p, sub)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// linesOf are the lines at which a rule is broken.
func linesOf(list diag.List, rule string) []int {
	var lines []int
	for _, p := range list {
		if p.Code == rule {
			lines = append(lines, p.Line)
		}
	}
	return lines
}

func TestGoodSamples(t *testing.T) {
	for _, x := range good() {
		t.Run(x.rule+" "+x.name, func(t *testing.T) {
			if lines := linesOf(Run(planned(t, x.yaml)), x.rule); len(lines) > 0 {
				t.Errorf("broken at %v", lines)
			}
		})
	}
}

func TestBadSamples(t *testing.T) {
	before := 1 + strings.Count(staff, "\n")
	for _, x := range bad() {
		t.Run(x.rule+" "+x.name, func(t *testing.T) {
			var want []int
			for i, line := range strings.Split(x.yaml, "\n") {
				for range strings.Count(line, "#!") {
					want = append(want, before+i+1)
				}
			}
			list := Run(planned(t, x.yaml))
			if got := linesOf(list, x.rule); !slices.Equal(got, want) {
				t.Errorf("broken at %v, want %v\n%v", got, want, list)
			}
			for _, p := range list {
				if p.File != "p.yaml" || p.Path == "" || p.Hint == "" || p.Source == "" {
					t.Errorf("a problem without its place, hint or source: %+v", p)
				}
			}
		})
	}
}

// TestEveryRuleHasSamples: a rule without a sample of each kind is not tested.
func TestEveryRuleHasSamples(t *testing.T) {
	count := func(list []sample, id string) (n int) {
		for _, x := range list {
			if x.rule == id {
				n++
			}
		}
		return n
	}
	var ids []string
	for _, r := range Rules() {
		ids = append(ids, r.ID)
		if count(good(), r.ID) == 0 || count(bad(), r.ID) == 0 {
			t.Errorf("%s has no good or no bad sample", r.ID)
		}
		if r.Title == "" || r.Source == "" {
			t.Errorf("%s has no title or source", r.ID)
		}
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("ids are not in order, or occur twice: %v", ids)
	}
}

func TestHintsNameWhatWasMeant(t *testing.T) {
	for src, want := range map[string]string{
		"matrix: [{clause: '8.5.9'}]":                            "GB/T 19001-2016 没有条款 8.5.9|8.5 下有 8.5.1、8.5.2、8.5.3、8.5.4、8.5.5、8.5.6",
		"matrix: [{clause: '4.1.1'}]":                            "GB/T 19001-2016 没有条款 4.1.1|4.1 下没有分条款，写 4.1",
		"matrix: [{clause: '10.9.1'}]":                           "GB/T 19001-2016 没有条款 10.9.1|10 下有 10.1、10.2、10.3",
		"purchasing: [{id: a, name: 甲, record: QR-77-01}]":       "没有记录表单 QR-77-01|换成表单清单里的编号；还不知道用哪张表单就删去这一行",
		"products: [{id: p, name: 甲, standards: [ebik-safety]}]": "标准登记表里没有主题 ebik-safety|是不是 ebike-safety？",
	} {
		list := Blocking(planned(t, src))
		if len(list) != 1 || list[0].Message+"|"+list[0].Hint != want {
			t.Errorf("%s: got %v, want %s", src, list, want)
		}
	}
	list := Blocking(planned(t, "purchasing: [{id: a, name: 甲, record: QR-13-99}]"))
	if len(list) != 1 || !strings.Contains(list[0].Hint, "QR-13-01《") {
		t.Errorf("got %v, want the forms of QP-13", list)
	}
}

// TestBlockingLeavesTheOtherRules: a set that breaks rules of the notice can be made, one that names nothing cannot.
func TestBlockingLeavesTheOtherRules(t *testing.T) {
	var all strings.Builder
	for _, x := range bad() {
		if slices.Contains([]string{"B01", "I01", "F03"}, x.rule) {
			all.WriteString(x.yaml + "\n")
		}
	}
	set := planned(t, all.String())
	if got := fmt.Sprint(len(Run(set)), len(Blocking(set))); got != "4 2" {
		t.Errorf("got %s problems, want 4 2\n%v", got, Run(set))
	}
}
