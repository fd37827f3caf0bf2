package figure_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
)

// wide is a measure without fonts: Han take an em, all else half of one.
func wide(text string, size float64, bold bool) float64 {
	ems := 0.0
	for _, c := range text {
		if c < 0x2000 {
			ems += 0.5
		} else {
			ems++
		}
	}
	if bold {
		ems *= 1.02
	}
	return ems * size
}

// figures are those of the samples and some that are larger.
func figures() map[string]*doc.Figure {
	all := map[string]*doc.Figure{}
	for _, s := range doc.Samples() {
		doc.Walk(s.Document.Blocks, func(b doc.Block) bool {
			if f, ok := b.(*doc.Figure); ok {
				all[s.Name] = f
			}
			return true
		})
	}
	all["flow-rows"] = &doc.Figure{Kind: doc.Flow, Title: "工艺流程图", Nodes: flowNodes(
		"原材料进厂检验/ki", "管件切割成形", "车架焊接/ks", "校正/k", "热处理/so", "机加工", "前处理/s", "喷粉涂装/ks", "总装/k", "成品检验/ki", "包装入库")}
	all["flow-branches"] = &doc.Figure{Kind: doc.Flow, Title: "不合格品处置", Nodes: flowNodes("标识、隔离", "能否返工？/d", "返工", "复检合格？/di", "放行", "报废"),
		Links: []doc.FigureLink{{From: "1", To: "2", Text: "能"}, {From: "1", To: "5", Text: "不能"}, {From: "3", To: "2", Text: "不合格"}, {From: "3", To: "4", Text: "合格"}}}
	all["flow-doubled"] = &doc.Figure{Kind: doc.Flow, Title: "两条路", Nodes: flowNodes("甲", "乙", "丙"), Links: []doc.FigureLink{
		{From: "0", To: "1", Text: "一"}, {From: "0", To: "1", Text: "二"}, {From: "1", To: "1", Text: "再来"}, {From: "1", To: "2"}, {From: "2", To: "0", Text: "重来"}, {From: "1", To: "0"}}}
	all["organisation-columns"] = large(17)
	return all
}

// flowNodes makes nodes of texts with marks behind a slash.
func flowNodes(texts ...string) []doc.FigureNode {
	marks := map[rune]doc.Mark{'k': doc.KeyStep, 's': doc.SpecialProcess, 'o': doc.Outsourced, 'i': doc.Inspection, 'd': doc.Decision}
	var all []doc.FigureNode
	for i, t := range texts {
		name, signs, _ := strings.Cut(t, "/")
		n := doc.FigureNode{ID: fmt.Sprint(i), Text: name}
		for _, c := range signs {
			n.Marks = append(n.Marks, marks[c])
		}
		all = append(all, n)
	}
	return all
}

// large is an organisation of so many departments, two of which have groups.
func large(n int) *doc.Figure {
	f := &doc.Figure{Kind: doc.Organisation, Title: "组织机构图", Nodes: []doc.FigureNode{{ID: "top", Text: "总经理", Note: "王示例"}}}
	for i := range n {
		id := fmt.Sprint("d", i)
		f.Nodes = append(f.Nodes, doc.FigureNode{ID: id, Text: "综合管理部", Note: "李示例", Parent: "top"})
		if i < 2 {
			f.Nodes = append(f.Nodes, doc.FigureNode{ID: id + "g", Text: "班组", Parent: id}, doc.FigureNode{ID: id + "h", Text: "小组", Parent: id + "g"})
		}
	}
	return f
}

// TestDraw holds the shapes of figures. UPDATE_GOLDEN=1 writes them anew.
func TestDraw(t *testing.T) {
	for name, f := range figures() {
		p, err := figure.Draw(f, figure.PageRoom(false), wide)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		golden(t, filepath.Join("testdata", name+".shapes"), []byte(shapes(p)))
		golden(t, filepath.Join("testdata", name+".svg"), figure.SVG(p))
		check(t, name, f, p, figure.PageRoom(false))
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not as it was:\n%s", path, got)
	}
}

// shapes is a picture in text form, a shape a line.
func shapes(p *figure.Picture) string {
	var b strings.Builder
	names := []string{"rectangle", "rounded", "terminator", "diamond", "ellipse", "pentagon", "chevron"}
	fmt.Fprintf(&b, "picture %.1f×%.1f\n", p.Width, p.Height)
	box := func(kind string, x figure.Box) {
		var text []string
		for _, l := range x.Text {
			text = append(text, l.Text)
		}
		dashed := ""
		if x.Dashed {
			dashed = " dashed"
		}
		fmt.Fprintf(&b, "%s %s %.1f,%.1f %.1f×%.1f %s/%s%s %s\n", kind, names[x.Shape], x.X, x.Y, x.W, x.H, x.Fill, x.Stroke, dashed, strings.Join(text, "|"))
	}
	for _, x := range p.Panels {
		box("panel", x)
	}
	for _, l := range p.Lines {
		fmt.Fprintf(&b, "line %.1f dashed=%v arrow=%v %s\n", l.Points, l.Dashed, l.Arrow, l.Colour)
	}
	for _, x := range p.Boxes {
		box("box", x)
	}
	for _, l := range p.Labels {
		fmt.Fprintf(&b, "label %.1f,%.1f %v %s\n", l.X, l.Y, l.Align, l.Text)
	}
	return b.String()
}

// TestTooLarge holds that a figure that cannot be read on one page is told, not drawn small.
func TestTooLarge(t *testing.T) {
	var many []string
	for i := range 400 {
		many = append(many, fmt.Sprint("工序", i))
	}
	long := flowNodes(strings.Repeat("很长的名称", 4000))
	var months []doc.TrendPoint
	for i := range 90 {
		months = append(months, doc.TrendPoint{Label: fmt.Sprint("2023-", i), Value: 12.34})
	}
	for name, f := range map[string]*doc.Figure{
		"many steps": {Kind: doc.Flow, Nodes: flowNodes(many...)}, "long name": {Kind: doc.Organisation, Nodes: long},
		"many branches": {Kind: doc.Flow, Nodes: flowNodes(many...), Links: []doc.FigureLink{{From: "0", To: "9"}}},
		"many posts":    large(3000),
		"many months":   {Kind: doc.Trend, Trend: &doc.TrendData{Points: months}},
		"no number":     {Kind: doc.Trend, Trend: &doc.TrendData{Points: []doc.TrendPoint{{Label: "a", Value: math.Inf(1)}, {Label: "b", Value: math.NaN()}}}},
	} {
		if _, err := figure.Draw(f, figure.PageRoom(false), wide); !errors.Is(err, figure.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := figure.Draw(&doc.Figure{Kind: "pie"}, figure.PageRoom(false), wide); err == nil || errors.Is(err, figure.ErrTooLarge) {
		t.Errorf("an unknown kind: %v", err)
	}
}
