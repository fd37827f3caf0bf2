package profile

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/fact"
)

const enterprise = "enterprise: {name: 天津示例车业有限公司, short_name: 示例, code: SLCY}\n"

// load reads a profile with the pack bike and fails when there is a problem.
func load(t *testing.T, src string) *Profile {
	t.Helper()
	p, problems := Load("p.yaml", []byte(src), os.DirFS("testdata/packs"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return p
}

func ids[T any](items []T, id func(T) text) string {
	var words []string
	for _, item := range items {
		words = append(words, id(item).Value)
	}
	return strings.Join(words, " ")
}

func stepID(s Step) text          { return s.ID }
func pointID(c ControlPoint) text { return c.ID }

func TestOnlyTheEnterpriseIsCompulsory(t *testing.T) {
	p := load(t, enterprise)
	fact.Walk(p, func(l fact.Leaf) {
		if i := l.About(); i.Given != slices.Contains([]string{"enterprise.name", "enterprise.short_name", "enterprise.code"}, i.Path) {
			t.Errorf("%s: given is %v", i.Path, i.Given)
		}
		if l.About().Label == "" || l.About().Line == 0 {
			t.Errorf("%s has the label %q and the line %d", l.About().Path, l.About().Label, l.About().Line)
		}
	})
	_, problems := Load("p.yaml", []byte("policy: {text: 质量第一}"), nil)
	if want := []string{"enterprise.code", "enterprise.name", "enterprise.short_name"}; !slices.Equal(paths(problems), want) {
		t.Errorf("missing: %v, want %v", paths(problems), want)
	}
}

// The omitted precautions of the pack are no knowledge of this enterprise; the pack itself stays as it is.
func TestPrecautionsCanBeOmitted(t *testing.T) {
	for omit, want := range map[string]string{"": "env-weld env-battery", "omit: [env-battery]\n": "env-weld", "omit: [env-battery, env-weld]\n": ""} {
		p := load(t, "cluster: bike\n"+omit+enterprise)
		if got := ids(p.Knowledge.Environment.Items, func(x Precaution) text { return x.ID }); got != want {
			t.Errorf("%q leaves %q, want %q", omit, got, want)
		}
	}
}

func paths(problems diag.List) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Path)
	}
	slices.Sort(list)
	return list
}

func TestPackCompletesTheProfile(t *testing.T) {
	p := load(t, "cluster: bike\nomit: [e-test, K1/外观]\n"+enterprise+`
process_flow:
  - id: weld
    name: 车架焊接
  - {id: own, name: 自有工序}
control_points:
  - id: K1
    limits: [{item: 焊接电流, nominal: 110, tolerance: 10}]
  - {id: K9, step: own, characteristic: 自有控制点}
roles: [{id: welder}]
diagnosis:
  problems:
    - {id: Q1, title: 漆面不良, usual: paint-defects, step: paint, control_points: [K2], indicator: {target: 93, name: 漆面合格率}}
`)
	if got := ids(p.Flow.Items, stepID); got != "cut weld paint own" {
		t.Errorf("steps: %s", got)
	}
	if got := ids(p.ControlPoints.Items, pointID); got != "K1 K9 K2" { // K3 belongs to the omitted step
		t.Errorf("control points: %s", got)
	}
	k1, weld := p.ControlPoints.Items[0], p.Flow.Items[1]
	if got := ids(k1.Limits.Items, func(l Limit) text { return l.Item }); got != "焊接电流 保护气流量" {
		t.Errorf("limits: %s", got)
	}
	problem := p.Diagnosis.Problems.Items[0]
	for _, c := range []struct {
		leaf        fact.Leaf
		value, path string
		pack        bool
	}{
		{weld.Name, "车架焊接", "process_flow[weld].name", false},
		{weld.Validation.Why, "不能逐件检验", "process_flow[weld].validation.why", true},
		{k1.Step, "车架焊接", "control_points[K1].step", true},
		{k1.Limits.Items[0].Unit, "A", "control_points[K1].limits[焊接电流].unit", true},
		{k1.Record, "QR-14-03", "control_points[K1].record", true},
		{p.Roles.Items[0].Duties.Items[0], "按作业指导书焊接", "roles[welder].duties[1]", true},
		{p.Enterprise.Permits.Items[0].Name, "营业执照", "enterprise.permits[licence].name", true},
		{p.Enterprise.Permits.Items[0].Status, "", "enterprise.permits[licence].status", false},
		{p.Purchasing.Items[0].Demand, "每批都要", "purchasing[tube].demand", true},
		{p.AfterSales.Items[0].Name, "使用说明书", "after_sales[manual].name", true},
		{problem.Indicator.Name, "漆面合格率", "diagnosis.problems[Q1].indicator.name", false},
		{problem.Indicator.Denominator, "交检数", "diagnosis.problems[Q1].indicator.denominator", true},
		{problem.Step, "涂装", "diagnosis.problems[Q1].step", false},
		{problem.ControlPoints.Items[0], "膜厚", "diagnosis.problems[Q1].control_points[1]", false},
	} {
		if i := c.leaf.About(); c.leaf.String() != c.value || i.Path != c.path || i.Pack != c.pack {
			t.Errorf("%q at %s, pack %v; want %q at %s, %v", c.leaf, i.Path, i.Pack, c.value, c.path, c.pack)
		}
	}
	if len(p.Roles.Items) != 1 || len(p.Knowledge.Roles.Items) != 2 {
		t.Error("roles are completed, not added; the pack is kept as it is")
	}
	fact.Walk(p, func(l fact.Leaf) {
		if found, ok := fact.Lookup(p, l.About().Path); !ok || found.About() != l.About() {
			t.Errorf("two leaves have the path %s", l.About().Path)
		}
	})
}

// TestTenMistakesInOneRun is what a mentor meets: everything that is wrong, once, each at its place.
func TestTenMistakesInOneRun(t *testing.T) {
	const src = `cluster: bike
omit: [K7]
enterprise:
  name: 天津示例车业有限公司
  short_nam: 示例
  code: slcy
  uscc: 91120000MA00000000
  employees: 约46人
  founded: 2023-02-30
  size: medium
people:
  - {id: p1, name: 甲, top: true}
  - {id: p1, name: 乙, top: true, department: office}
control_points:
  - {id: K1, step: welding}
  - {id: K10}
diagnosis:
  problems:
    - {id: Q1, title: 问题, usual: paint-defect}
`
	_, problems := Load("p.yaml", []byte(src), os.DirFS("testdata/packs"))
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Col, p.Code))
		if p.File != "p.yaml" || p.Message == "" || p.Hint == "" || p.Path == "" {
			t.Errorf("incomplete: %+v", p)
		}
	}
	want := []string{"2:8 unknown-omit", "4:3 missing", "5:3 unknown-key", "6:9 bad-code", "7:9 bad-uscc", "8:14 bad-number", "9:12 bad-date",
		"10:9 bad-choice", "13:10 duplicate-id", "13:28 second-top", "13:46 unknown-ref", "15:20 unknown-ref", "16:5 missing", "19:34 unknown-usual"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v\n%v", got, want, problems)
	}
	for path, hint := range map[string]string{"enterprise.short_nam": "是不是 short_name？", "diagnosis.problems[Q1].usual": "是不是 paint-defects？"} {
		if i := slices.IndexFunc(problems, func(p diag.Problem) bool { return p.Path == path }); i < 0 || problems[i].Hint != hint {
			t.Errorf("%s: want the hint %s", path, hint)
		}
	}
}

func TestClusterProblems(t *testing.T) {
	for src, want := range map[string]string{
		"cluster: bikes\n":         "unknown-cluster cluster 可用的行业包：bike",
		"cluster: ../packs/bike\n": "unknown-cluster cluster 可用的行业包：bike",
		"omit: [K1]\n":             "no-cluster omit 写上 cluster，或删去 omit",
		"diagnosis: {problems: [{id: a, title: b, usual: c}]}\n":             "no-cluster diagnosis.problems[a].usual 写上 cluster，或删去 usual",
		"cluster: bike\nomit: [K1]\ncontrol_points: [{id: K1}]\n":            "omit-and-used omit[1] 留下一处",
		"cluster: bike\nprocess_flow: [{id: new}]\n":                         "missing process_flow[new].name 补上 name",
		"cluster: bike\nomit: [weld]\ncontrol_points: [{id: K1, why: 关键}]\n": "unknown-ref control_points[K1].step 已有的编号：cut、paint、e-test",
	} {
		_, problems := Load("p.yaml", []byte(src+enterprise), os.DirFS("testdata/packs"))
		if len(problems) != 1 || fmt.Sprint(problems[0].Code, " ", problems[0].Path, " ", problems[0].Hint) != want {
			t.Errorf("%q:\ngot  %v\nwant %s", src, problems, want)
		}
	}
}

func TestExplicitlyEmptyListStaysEmpty(t *testing.T) {
	p := load(t, "cluster: bike\npurchasing: []\n"+enterprise)
	if len(p.Purchasing.Items) != 0 || !p.Purchasing.Given || len(p.AfterSales.Items) != 1 {
		t.Errorf("purchasing %v, after-sales %v", p.Purchasing.Items, p.AfterSales.Items)
	}
}

func TestPackHoldsNoFactsOfAnEnterprise(t *testing.T) {
	for line, want := range map[string]string{
		"control_points: [{id: K1, characteristic: 电流, limits: [{item: 电流, low: 100}]}]":   "pack-number control_points[K1].limits[电流].low",
		"control_points: [{id: K1, characteristic: 电流, limits: [{item: 电流, nominal: 1}]}]": "pack-number control_points[K1].limits[电流].nominal",
		"steps: [{id: a, name: b, validation: {months: 12}}]":                              "pack-number steps[a].validation.months",
		"steps: [{id: a, name: b, department: prod}]":                                      "pack-number steps[a].department",
		"permits: [{id: a, name: b, status: ok}]":                                          "pack-number permits[a].status",
		"problems: [{id: a, title: b, indicator: {target: 93}}]":                           "pack-number problems[a].indicator.target",
		"problems: [{id: a, title: b, step: c}]\nsteps: [{id: d, name: e}]":                "unknown-ref problems[a].step",
		"name: y\nid: z": "duplicate-key name",
		"colour: red":    "unknown-key colour",
	} {
		packs := fstest.MapFS{"x.yaml": {Data: []byte("id: x\nname: 示例\n" + line)}}
		_, problems := LoadPack("x", packs)
		if len(problems) == 0 || problems[0].Code+" "+problems[0].Path != want || problems[0].File != "x.yaml" {
			t.Errorf("%s: %v, want %s", line, problems, want)
		}
		if _, err := Packs(packs); err == nil {
			t.Errorf("%s: Packs does not fail", line)
		}
		if _, all := Load("p.yaml", []byte("cluster: x\n"+enterprise), packs); all.Err() == nil {
			t.Errorf("%s: Load does not fail", line)
		}
	}
	if _, problems := LoadPack("x", fstest.MapFS{"x.yaml": {Data: []byte("id: y\nname: 示例\n")}}); len(problems) != 1 || problems[0].Code != "pack-id" {
		t.Errorf("an id unlike the name of the file: %v", problems)
	}
}

func TestClustersAndPacks(t *testing.T) {
	names, err := Clusters(os.DirFS("testdata/packs"))
	if err != nil || !slices.Equal(names, []string{"bike"}) {
		t.Errorf("%v, %v", names, err)
	}
	packs, err := Packs(os.DirFS("testdata/packs"))
	if err != nil || len(packs) != 1 || packs[0].Name.Value != "示例集群" {
		t.Errorf("%v, %v", packs, err)
	}
}

func TestSize(t *testing.T) {
	for fields, want := range map[string]string{
		"": Small, "employees: 19": Micro, "employees: 20": Small, "employees: 99": Small, "employees: 100": Full, "{employees: 10, size: full": Full,
	} {
		fields = strings.TrimPrefix(fields, "{")
		p := load(t, "enterprise: {name: 甲, short_name: 甲, code: AB, "+fields+"}")
		if got := p.Size(); got != want {
			t.Errorf("%s: %s, want %s", fields, got, want)
		}
	}
}

func TestLookups(t *testing.T) {
	p := load(t, "cluster: bike\n"+enterprise+`
departments: [{id: office, name: 综合办, functions: [admin, store]}, {id: qc, name: 质检部, functions: [qc]}]
people: [{id: p1, name: 甲, top: true}, {id: p2, name: 乙, quality_owner: true}]
`)
	if top, ok := p.Top(); !ok || top.Name.Value != "甲" {
		t.Error("top manager")
	}
	if owner, ok := p.QualityOwner(); !ok || owner.ID.Value != "p2" {
		t.Error("quality owner")
	}
	if d, ok := p.DepartmentOf(Store); !ok || d.ID.Value != "office" {
		t.Error("department of the store")
	}
	if _, ok := p.DepartmentOf(Sales); ok {
		t.Error("nobody does sales")
	}
	if _, ok := p.PersonByID("p3"); ok {
		t.Error("there is no p3")
	}
	point, _ := p.ControlPointByID("K1")
	if step := p.StepOf(point); step.ID.Value != "weld" || len(p.ControlPointsAt(step)) != 1 {
		t.Error("step of K1")
	}
	if step := p.StepOf(ControlPoint{}); step.Instruction.Given || step.Name.Label != "工序名称" {
		t.Error("no step: a blank one")
	}
}

// TestExamples loads every example with the packs of the product: they must be free of problems.
func TestExamples(t *testing.T) {
	files, err := os.ReadDir("../../examples")
	if err != nil {
		t.Skip("there are no examples: ", err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".yaml") {
			continue
		}
		src, err := os.ReadFile("../../examples/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, problems := Load(f.Name(), src, os.DirFS("../../profiles")); len(problems) > 0 {
			t.Error(problems)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("cluster: bike\n" + enterprise)
	f.Add("cluster: bike\nomit: [K1, weld, K1/外观]\n" + enterprise + "control_points: [{id: K2, limits: [{item: 膜厚, low: 60}]}]\nprocess_flow: [{id: x, name: y}, {id: cut}]")
	f.Add("cluster: bike\n" + enterprise + "process_flow: []\nroles: [{id: welder}]\ndiagnosis: {problems: [{id: a, usual: paint-defects, title: b}]}")
	packs := os.DirFS("testdata/packs")
	f.Fuzz(func(t *testing.T, src string) {
		p, problems := Load("p.yaml", []byte(src), packs)
		seen := map[string]bool{}
		fact.Walk(p, func(l fact.Leaf) {
			i := l.About()
			if seen[i.Path] && problems.Err() == nil {
				t.Errorf("two leaves at %s", i.Path)
			}
			seen[i.Path] = true
			if i.Pack && i.Given && i.File != "bike.yaml" {
				t.Errorf("%s is given by the pack, but stands in %s", i.Path, i.File)
			}
		})
		for _, problem := range p.Diagnosis.Problems.Items {
			problem.Indicator.Change()
			problem.Indicator.Relative()
		}
	})
}
