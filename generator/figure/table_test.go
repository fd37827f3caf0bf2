package figure_test

import (
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
)

// TestTable holds the table of every kind of figure, cells between bars, spans as ^^.
func TestTable(t *testing.T) {
	want := map[string]string{
		"figure-flow": `
|序号|步骤|标记|说明|去向|
|1|下料||按图样||
|2|焊接|★ 关键、▲ 特殊|||
|3|涂装|外包|||
|4|合格？|检验、判断||是→入库；否，返修→焊接|
|5|入库||||`,
		"figure-flow-plain": `
|序号|步骤|标记|说明|
|1|编制|||
|2|审核|||
|3|批准|||`,
		"figure-organisation": `
|部门、岗位|说明|
|总经理|张示例|
|└ 质量部||
|　└ 检验组||
|└ 生产部||
|└ 采购部||`,
		"figure-process-map": `
|类别|过程|说明|标记|输出到|
|管理过程|策划||||
|^^|评审||||
|实现过程|采购|含外协||合格材料→生产|
|^^|生产||★ 关键||
|支持过程|培训||||`,
		"figure-trend": `
|月份|阶段|数值（%）|
|2023-04|改进前|93.1|
|2023-05|改进前|92.75|
|2023-08|改进后|97.2|
|目标||96|`,
	}
	for _, s := range doc.Samples() {
		doc.Walk(s.Document.Blocks, func(b doc.Block) bool {
			if f, ok := b.(*doc.Figure); ok {
				checkTable(t, s.Name, f, want[s.Name])
			}
			return true
		})
	}
}

func checkTable(t *testing.T, name string, f *doc.Figure, want string) {
	t.Helper()
	table := figure.Table(f)
	if got := bars(table); got != want {
		t.Errorf("%s: got%s\nwant%s", name, got, want)
	}
	if err := doc.Finish(&doc.Document{Blocks: []doc.Block{table}}); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	for _, text := range texts(f) {
		if !strings.Contains(bars(table), text) {
			t.Errorf("%s: text %q of the figure is lost", name, text)
		}
	}
}

func bars(t *doc.Table) string {
	var b strings.Builder
	for _, row := range t.Rows {
		b.WriteString("\n|")
		for _, cell := range row.Cells {
			if cell.Covered {
				b.WriteString("^^")
			}
			b.WriteString(doc.PlainText(cell.Text) + "|")
		}
	}
	return b.String()
}

func texts(f *doc.Figure) []string {
	var all []string
	for _, n := range f.Nodes {
		all = append(all, n.Text, n.Note)
		for _, m := range n.Marks {
			all = append(all, figure.MarkText(m))
		}
	}
	for _, l := range f.Links {
		all = append(all, l.Text)
	}
	return all
}

// TestNothingLost holds that columns appear when a node has something to say in them.
func TestNothingLost(t *testing.T) {
	node := doc.FigureNode{ID: "a", Text: "甲", Note: "注", Group: "组", Marks: []doc.Mark{doc.KeyStep}}
	for _, kind := range []doc.FigureKind{doc.Flow, doc.Organisation, doc.ProcessMap} {
		f := &doc.Figure{Kind: kind, Nodes: []doc.FigureNode{node}, Links: []doc.FigureLink{{From: "a", To: "a", Text: "连"}}}
		got := bars(figure.Table(f))
		for _, want := range []string{"甲", "注", "组", "★ 关键", "连→甲"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in%s", kind, want, got)
			}
		}
	}
}
