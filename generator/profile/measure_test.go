package profile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"qmsdraft/generator/fact"
)

// figures writes a list of figures that begins in a month of 2023.
func figures(month int, pairs ...int) string {
	var items []string
	for i := 0; i < len(pairs); i += 2 {
		items = append(items, fmt.Sprintf("{month: 2023-%02d, num: %d, den: %d}", month+i/2, pairs[i], pairs[i+1]))
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// indicator reads one indicator out of a profile.
func indicator(t *testing.T, fields string) Indicator {
	t.Helper()
	p := load(t, enterprise+"diagnosis: {problems: [{id: Q1, title: 问题, indicator: {"+fields+"}}]}")
	return p.Diagnosis.Problems.Items[0].Indicator
}

// TestIndicator computes the figures of the sample enterprise and the edges of rounding.
func TestIndicator(t *testing.T) {
	for _, c := range []struct {
		name, fields                    string
		before, after, change, relative string
		meets                           string
	}{
		{"coating", "unit: '%', direction: up, target: 93, before: " + figures(4, 4120, 4980, 4055, 4910, 4210, 5060) +
			", after: " + figures(8, 4736, 4990, 4811, 5025, 4902, 5058),
			"82.84%", "95.86%", "提高 13.02 个百分点", "相对提高 15.7%", "达到目标"},
		{"rework", "unit: '%', direction: down, target: 2.0, before: " + figures(4, 356, 4880, 341, 4820, 365, 4950) +
			", after: " + figures(8, 118, 4930, 96, 4960, 82, 5010),
			"7.25%", "1.99%", "下降 5.26 个百分点", "相对下降 72.6%", "达到目标"},
		{"complaints", "unit: ‰, direction: down, target: 1.5, before: " + figures(4, 31, 4700, 28, 4650, 33, 4760) +
			", after: " + figures(8, 9, 4820, 8, 4880, 6, 4960),
			"6.52‰", "1.57‰", "下降 4.95 个千分点", "相对下降 75.9%", "未达到目标"},
		{"ppm", "unit: ppm, direction: down, target: 100, before: " + figures(4, 1, 3000) + ", after: " + figures(8, 1, 10000),
			"333 ppm", "100 ppm", "下降 233 ppm", "相对下降 70.0%", "达到目标"},
		{"half up", "unit: '%', direction: up, target: 0.13, before: " + figures(4, 1, 800) + ", after: " + figures(8, 1, 1600),
			"0.13%", "0.06%", "下降 0.07 个百分点", "相对下降 50.0%", "未达到目标"}, // 0.125 and 0.0625
		{"equal", "unit: '%', direction: up, target: 50, before: " + figures(4, 1, 2) + ", after: " + figures(8, 50, 100),
			"50.00%", "50.00%", "持平", "持平", "达到目标"},
		{"reached only when rounded", "unit: '%', direction: up, target: 93, before: " + figures(4, 1, 2) + ", after: " + figures(8, 92999, 100000),
			"50.00%", "93.00%", "提高 43.00 个百分点", "相对提高 86.0%", "未达到目标"},
		{"from zero", "unit: '%', direction: up, target: 1, before: " + figures(4, 0, 10) + ", after: " + figures(8, 1, 10),
			"0.00%", "10.00%", "提高 10.00 个百分点", "改进前为 0，不计算相对变化", "达到目标"},
		{"nothing delivered", "unit: '%', direction: up, target: 1, before: " + figures(4, 0, 0) + ", after: " + figures(8, 1, 10),
			"—", "10.00%", "—", "—", "达到目标"},
		{"large", "unit: '%', direction: up, target: 1, before: " + figures(4, 999999999999999, 999999999999999) + ", after: " + figures(8, 1, 999999999999999),
			"100.00%", "0.00%", "下降 100.00 个百分点", "相对下降 100.0%", "未达到目标"},
	} {
		i := indicator(t, c.fields)
		got := []fact.Text{i.BeforeTotal().Rate, i.AfterTotal().Rate, i.Change(), i.Relative(), i.Meets()}
		for n, want := range []string{c.before, c.after, c.change, c.relative, c.meets} {
			if got[n].Value != want || !got[n].Given {
				t.Errorf("%s: %q, want %q", c.name, got[n].Value, want)
			}
		}
	}
}

func TestMissingFiguresAreNamed(t *testing.T) {
	const path = "diagnosis.problems[Q1].indicator."
	for _, c := range []struct{ fields, rate, change, meets string }{
		{"unit: '%'", "before", "before", "after"},
		{"unit: '%', before: [{month: 2023-04, num: 1, den: 2}]", "", "after", "after"},
		{"before: [{month: 2023-04, num: 1, den: 2}], after: [{month: 2023-08, num: 1, den: 2}]", "unit", "unit", "unit"},
		{"unit: '%', before: [{month: 2023-04, num: 1, den: 2}], after: [{month: 2023-08, num: 1, den: 2}]", "", "", "target"},
		{"unit: '%', target: 3, after: [{month: 2023-08, num: 1, den: 2}]", "before", "before", "direction"},
	} {
		i := indicator(t, c.fields)
		for leaf, want := range map[fact.Text]string{i.BeforeTotal().Rate: c.rate, i.Change(): c.change, i.Meets(): c.meets} {
			if leaf.Given != (want == "") || !leaf.Given && (leaf.Path != path+want || leaf.Label == "") {
				t.Errorf("%s: given %v, %s; want %q", c.fields, leaf.Given, leaf.Path, want)
			}
		}
	}
	if rows := indicator(t, "unit: '%'").Rows(); len(rows) != 2 || rows[1].Num.Path != path+"after[1].num" || rows[0].Rate.Path != path+"before[1].num" {
		t.Errorf("rows of nothing: %+v", rows)
	}
}

func TestRowsAndComparison(t *testing.T) {
	i := indicator(t, "unit: '%', before: "+figures(4, 4120, 4980)+", after: "+figures(8, 4736, 4990))
	var got []string
	for _, r := range i.Rows() {
		got = append(got, fmt.Sprint(r.Phase, r.Month, " ", r.Num, "/", r.Den, " ", r.Rate, " ", r.Value))
	}
	if want := "改进前2023-04 4120/4980 82.73% 82.73;改进后2023-08 4736/4990 94.91% 94.91"; strings.Join(got, ";") != want {
		t.Errorf("%v", got)
	}
	total := i.BeforeTotal()
	if total.Num.Value != 4120 || total.Den.String() != "4980" || total.Value != 82.73 || total.Months.Value != "2023年4月" {
		t.Errorf("%+v", total)
	}
	for fields, want := range map[string]bool{
		"before: " + figures(4, 1, 2) + ", after: " + figures(8, 1, 2):       true,
		"before: " + figures(4, 1, 2) + ", after: " + figures(4, 1, 2):       false,
		"before: " + figures(4, 1, 2) + ", after: " + figures(8, 1, 2, 1, 2): false,
		"after: " + figures(4, 1, 2):                                         false,
	} {
		if indicator(t, fields).Comparable() != want {
			t.Errorf("%s: comparable is %v", fields, !want)
		}
	}
}

func TestMonthsText(t *testing.T) {
	for list, want := range map[string]string{
		"2023-08 2023-09 2023-10": "2023年8月～10月", "2023-10 2023-08 2023-09": "2023年8月～10月", "2023-11 2023-12 2024-01": "2023年11月～2024年1月",
		"2023-04": "2023年4月", "2023-04 2023-06": "2023年4月、6月", "2023-04 2023-05 2023-07 2024-01": "2023年4月～5月、7月、2024年1月", "2023-04 2023-04": "2023年4月",
	} {
		var figures []Figure
		for _, word := range strings.Fields(list) {
			var f Figure
			fmt.Sscanf(word, "%d-%d", &f.Month.Year, &f.Month.Month)
			figures = append(figures, f)
		}
		if got := monthsText(figures); got != want {
			t.Errorf("%s: %s, want %s", list, got, want)
		}
	}
}

func TestObjective(t *testing.T) {
	for _, c := range []struct{ fields, target, base, total, meets, formula string }{
		{"unit: '%', direction: up, target: 93, baseline: 82.84, numerator: 一次合格数, denominator: 交检数, actuals: " + figures(8, 4736, 4990),
			"≥93%", "82.84%", "94.91%", Reached, "一次合格数÷交检数×100%"},
		{"unit: ‰, direction: down, target: 2.0, numerator: 投诉数, denominator: 交付数, actuals: " + figures(8, 9, 3000),
			"≤2.0‰", "", "3.00‰", NotReached, "投诉数÷交付数×1000‰"},
		{"unit: score, direction: up, target: 85, numerator: 得分合计, denominator: 份数, actuals: " + figures(8, 900, 10),
			"≥85分", "", "90.00分", Reached, "得分合计÷份数"},
		{"unit: times, direction: down, target: 2, numerator: 停线次数, actuals: " + figures(8, 1, 0, 2, 0),
			"≤2次", "", "3次", NotReached, "停线次数"},
		{"unit: ppm, direction: down, target: 50, numerator: 不合格数, denominator: 交付数", "≤50 ppm", "", "", "", "不合格数÷交付数×1000000 ppm"},
		{"target: 93", "", "", "", "", ""},
	} {
		o := load(t, enterprise+"objectives: [{id: O1, name: 目标, "+c.fields+"}]").Objectives.Items[0]
		for name, pair := range map[string][2]string{"target": {o.TargetText().Value, c.target}, "baseline": {o.BaselineText().Value, c.base},
			"total": {o.Total().Rate.Value, c.total}, "meets": {o.Meets().Value, c.meets}, "formula": {o.Formula().Value, c.formula}} {
			if pair[0] != pair[1] {
				t.Errorf("%s: %s is %q, want %q", c.fields, name, pair[0], pair[1])
			}
		}
	}
}

func TestShares(t *testing.T) {
	p := load(t, enterprise+"operation: {delivery: {on_time: 148, due: 157}, satisfaction: {sent: 30}}")
	if got := p.Operation.Deliveries.Rate(); got.Value != "94.27%" {
		t.Error(got.Value)
	}
	if got := p.Operation.Satisfaction.Rate(); got.Given || got.Path != "operation.satisfaction.returned" {
		t.Errorf("%+v", got)
	}
}

func TestLimitShown(t *testing.T) {
	for fields, want := range map[string]string{
		"low: 60, high: 90, unit: μm":               "60～90 μm",
		"nominal: 110, tolerance: 10, unit: A":      "110±10 A",
		"high: 0.80, unit: mm":                      "≤0.80 mm",
		"low: 70, unit: HRF":                        "≥70 HRF",
		"high: 1, unit: 级":                          "≤1级",
		"low: 85, unit: '%'":                        "≥85%",
		"high: 200, low: 180, unit: ℃":              "180～200 ℃",
		"nominal: 12":                               "12",
		"nominal: 100, low: 90, high: 110, unit: A": "90～110 A（标准值 100 A）",
		"text: 无裂纹、气孔":                              "无裂纹、气孔",
		"high: 3, unit: 处, text: 单个不大于限度样件":         "≤3处，单个不大于限度样件",
		"low: -20, high: 40, unit: ℃":               "-20～40 ℃",
	} {
		p := load(t, enterprise+"control_points: [{id: K1, characteristic: 特性, limits: [{item: 项目, "+fields+"}]}]")
		if got := p.ControlPoints.Items[0].Limits.Items[0].Shown(); got.Value != want || !got.Given {
			t.Errorf("%s: %q, want %q", fields, got.Value, want)
		}
	}
}

// TestMissingLimit: the work instruction rules, or a fill-in asks for the range, never a number of the pack.
func TestMissingLimit(t *testing.T) {
	p := load(t, "cluster: bike\n"+enterprise+"control_points: [{id: K1, limits: [{item: 焊接电流, nominal: 110, tolerance: 10}]}]")
	k1, _ := p.ControlPointByID("K1")
	var lines []string
	for _, l := range k1.LimitLines(p.StepOf(k1)) {
		lines = append(lines, fmt.Sprintf("%s %s %v %s", l.Item, l.Limit, l.Limit.Anchor, l.Limit.Path))
	}
	if want := []string{"焊接电流 110±10 A true control_points[K1].limits[焊接电流]", "保护气流量 按《车架焊接作业指导书》规定 false control_points[K1].limits[保护气流量].low",
		"外观 无裂纹、气孔 true control_points[K1].limits[外观]"}; !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	k2, _ := p.ControlPointByID("K2")
	got := k2.LimitLines(p.StepOf(k2))[0].Limit
	if got.Given || got.Label != "膜厚的规定范围" || got.Path != "control_points[K2].limits[膜厚].low" {
		t.Errorf("%+v", got)
	}
	k3, _ := p.ControlPointByID("K3")
	if lines := k3.LimitLines(p.StepOf(k3)); len(lines) != 1 || lines[0].Limit.Given || lines[0].Limit.Label != "绝缘的规定范围" || lines[0].Limit.Path != "control_points[K3].limits[1].text" {
		t.Errorf("%+v", lines)
	}
}
