package fact

import (
	"slices"
	"strings"
	"testing"
)

// trade is a schema whose list can be completed.
type trade struct {
	Steps List[work] `yaml:"steps" label:"工序"`
}

type work struct {
	ID      Text       `yaml:"id" label:"编号" id:"steps" req:"true"`
	Name    Text       `yaml:"name" label:"名称" name:"true"`
	Months  Int        `yaml:"months" label:"周期"`
	Defects List[Text] `yaml:"defects" label:"缺陷"`
	Limits  List[span] `yaml:"limits" label:"范围"`
	Proof   proof      `yaml:"proof" label:"确认"`
}

type span struct {
	Item Text   `yaml:"item" label:"项目" id:"limits" req:"true"`
	Low  Number `yaml:"low" label:"下限"`
	Unit Text   `yaml:"unit" label:"单位"`
}

type proof struct {
	Why Text `yaml:"why" label:"原因"`
	By  Text `yaml:"by" label:"确认人"`
}

const packSteps = `steps:
  - {id: cut, name: 切断}
  - id: weld
    name: 焊接
    defects: [气孔, 裂纹]
    limits: [{item: 电流, unit: A}, {item: 气体, unit: L/min}]
    proof: {why: 不能逐件检验}
  - {id: paint, name: 涂装}
  - {id: pack, name: 包装}
`

func decodeTrade(t *testing.T, file, src string, pack bool) trade {
	t.Helper()
	var v trade
	if err := Decode(file, []byte(src), &v, Options{Unresolved: true, Pack: pack}).Err(); err != nil {
		t.Fatal(err)
	}
	return v
}

func stepIDs(v trade) string {
	var ids []string
	for _, s := range v.Steps.Items {
		ids = append(ids, s.ID.Value)
	}
	return strings.Join(ids, " ")
}

func TestCompleteListAddsItems(t *testing.T) {
	skipPack := func(id Info) bool { return id.Path == "steps[pack].id" }
	for _, c := range []struct {
		name, src string
		add       Adding
		skip      func(Info) bool
		want      string
	}{
		{"absent list", "", AddLast, nil, "cut weld paint pack"},
		{"empty list", "steps: []", AddLast, nil, ""},
		{"none", "steps: [{id: weld}]", AddNone, nil, "weld"},
		{"none into nothing", "", AddNone, nil, ""},
		{"last", "steps: [{id: own}, {id: weld}]", AddLast, nil, "own weld cut paint pack"},
		{"in order", "steps: [{id: weld}, {id: own}, {id: pack}]", AddInOrder, nil, "cut weld paint own pack"},
		{"first ones", "steps: [{id: own}, {id: paint}]", AddInOrder, nil, "cut weld own paint pack"},
		{"skipped", "steps: [{id: cut}]", AddInOrder, skipPack, "cut weld paint"},
	} {
		src := c.src
		if src == "" {
			src = "{}"
		}
		v := decodeTrade(t, "p.yaml", src, false)
		CompleteList(&v.Steps, decodeTrade(t, "pack.yaml", packSteps, true).Steps, c.add, c.skip)
		if got := stepIDs(v); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if v.Steps.Path != "steps" || v.Steps.Given != (len(v.Steps.Items) > 0 || c.src == "steps: []") {
			t.Errorf("%s: list %+v", c.name, v.Steps.Info)
		}
	}
}

func TestWhatTheProfileSaysWins(t *testing.T) {
	pack := decodeTrade(t, "pack.yaml", packSteps, true)
	before := stepIDs(pack) + pack.Steps.Items[1].Limits.Items[0].Low.Path
	v := decodeTrade(t, "p.yaml", "steps:\n  - id: weld\n    name: 车架焊接\n    limits: [{item: 电流, low: 100}]\n", false)
	CompleteList(&v.Steps, pack.Steps, AddNone, func(id Info) bool { return strings.Contains(id.Path, "[气体]") })
	step := v.Steps.Items[0]
	for _, c := range []struct {
		leaf              Leaf
		value, path, file string
		line              int
		given, pack       bool
	}{
		{step.Name, "车架焊接", "steps[weld].name", "p.yaml", 3, true, false},
		{step.Defects.Items[1], "裂纹", "steps[weld].defects[2]", "pack.yaml", 5, true, true},
		{step.Limits.Items[0].Low, "100", "steps[weld].limits[电流].low", "p.yaml", 4, true, false},
		{step.Limits.Items[0].Unit, "A", "steps[weld].limits[电流].unit", "pack.yaml", 6, true, true},
		{step.Proof.Why, "不能逐件检验", "steps[weld].proof.why", "pack.yaml", 7, true, true},
		{step.Proof.By, "", "steps[weld].proof.by", "p.yaml", 2, false, false},
	} {
		i := c.leaf.About()
		if c.leaf.String() != c.value || i.Path != c.path || i.File != c.file || i.Line != c.line || i.Given != c.given || i.Pack != c.pack {
			t.Errorf("%q %+v, want %+v", c.leaf, i, c)
		}
	}
	if len(step.Limits.Items) != 1 {
		t.Errorf("limits %v: the skipped one is there", step.Limits.Items)
	}
	if after := stepIDs(pack) + pack.Steps.Items[1].Limits.Items[0].Low.Path; after != before {
		t.Errorf("the pack itself was changed: %s, was %s", after, before)
	}
}

func TestAddedItemsAreAtHomeInTheProfile(t *testing.T) {
	type plan struct {
		Route List[work] `yaml:"route" label:"工艺流程"`
	}
	var p plan
	if err := Decode("p.yaml", []byte("{}"), &p, Options{}).Err(); err != nil {
		t.Fatal(err)
	}
	CompleteList(&p.Route, decodeTrade(t, "pack.yaml", packSteps, true).Steps, AddInOrder, nil)
	var wrong []string
	Walk(p, func(l Leaf) {
		i := l.About()
		file := map[bool]string{true: "pack.yaml", false: "p.yaml"}[i.Given]
		if !strings.HasPrefix(i.Path, "route[") || i.File != file || i.Pack != i.Given {
			wrong = append(wrong, i.Path+" in "+i.File)
		}
	})
	if len(wrong) > 0 {
		t.Errorf("not at home: %v", wrong)
	}
	weld := p.Route.Items[1]
	if blank := p.Route.Items[0].Limits.Blank(); blank.Low.Path != "route[cut].limits[1].low" || weld.Limits.Items[1].Low.Path != "route[weld].limits[气体].low" {
		t.Errorf("blank limit at %s", blank.Low.Path)
	}
	if !slices.ContainsFunc(p.Route.Items, func(w work) bool { return w.Name.Value == "涂装" }) {
		t.Error("涂装 is missing")
	}
}

func TestCompleteFillsOneStruct(t *testing.T) {
	v, pack := decodeTrade(t, "p.yaml", "steps: [{id: x, name: 自己的}]", false), decodeTrade(t, "pack.yaml", packSteps, true)
	Complete(&v.Steps.Items[0].Proof, &pack.Steps.Items[1].Proof, nil)
	if why := v.Steps.Items[0].Proof.Why; why.Value != "不能逐件检验" || why.Path != "steps[x].proof.why" || !why.Pack {
		t.Errorf("%+v", why)
	}
}
