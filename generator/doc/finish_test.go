package doc

import (
	"errors"
	"strings"
	"testing"
)

func numbersOf(d *Document) string {
	var all []string
	Walk(d.Blocks, func(b Block) bool {
		switch b := b.(type) {
		case *Heading:
			all = append(all, b.Number)
		case *Table:
			all = append(all, b.Label())
		case *Figure:
			all = append(all, b.Label())
		}
		return true
	})
	return strings.Join(all, "|")
}

func TestNumbers(t *testing.T) {
	want := map[string]string{
		"headings-decimal":    "|1|1.1|1.1.1|1.1.2|1.2|1.2.1|1.2.1.1|2|2.1|附录A|A.1|附录B",
		"headings-from-zero":  "|0|0.1|0.1.1|0.1.2|0.2|0.2.1|0.2.1.1|1|1.1|附录A|A.1|附录B",
		"headings-chinese":    "|一、|（一）|1.|2.|（二）|1.|（1）|二、|（一）|附录A|A.1|附录B",
		"headings-unnumbered": "||||||",
		"table":               "1|表 1|表 2",
		"table-spans":         "1|表 1|",
		"figure-trend":        "1|图 1",
		"section-landscape":   "1|2|表 1",
	}
	for _, s := range Samples() {
		if w, ok := want[s.Name]; ok {
			if got := numbersOf(s.Document); got != w {
				t.Errorf("%s: got %s, want %s", s.Name, got, w)
			}
			delete(want, s.Name)
		}
	}
	if len(want) > 0 {
		t.Errorf("no such samples: %v", want)
	}
}

// TestUnderPlain holds that headings under a plain heading carry no number, until the next heading of its level.
func TestUnderPlain(t *testing.T) {
	plain := &Heading{Level: 2, Style: Plain, Text: text("附言")}
	d := &Document{Meta: Meta{FirstNumber: 1}, Blocks: []Block{heading(1, "一", ""), plain, heading(3, "细", ""), heading(2, "二", ""), heading(3, "三", "")}}
	if err := Finish(d); err != nil {
		t.Fatal(err)
	}
	if got := numbersOf(d); got != "1|||1.1|1.1.1" {
		t.Errorf("got %s", got)
	}
}

func TestSectionRefs(t *testing.T) {
	for _, s := range Samples() {
		Inlines(s.Document.Blocks, func(in Inline) {
			if ref, ok := in.(Ref); ok && ref.Section && PlainText(ref.Text) == "" {
				t.Errorf("%s: reference to %s has no text", s.Name, ref.Target)
			}
		})
	}
	inner := para(Strong{[]Inline{Ref{Target: "a", Section: true}}})
	d := &Document{Meta: Meta{Numbering: Chinese}, Blocks: []Block{heading(1, "一", "a"), inner}}
	if err := Finish(d); err != nil || PlainText(inner.Text) != "一" {
		t.Errorf("got %q, %v", PlainText(inner.Text), err)
	}
}

func TestChineseNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "100"} {
		if got := chineseNumber(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func TestFaults(t *testing.T) {
	ragged := &Table{Columns: make([]Column, 2), Rows: []Row{row("甲")}}
	wide := &Table{Columns: make([]Column, 2), Rows: []Row{row("甲", "乙")}}
	wide.Rows[0].Cells[1].ColSpan = 2
	overlap := &Table{Columns: make([]Column, 2), Rows: []Row{row("甲", "乙")}}
	overlap.Rows[0].Cells[0].ColSpan = 2
	orphan := &Table{Columns: make([]Column, 2), Rows: []Row{row("甲", "乙")}}
	orphan.Rows[0].Cells[1].Covered = true
	zero := &Table{Columns: make([]Column, 1), Rows: []Row{{Cells: []Cell{{Text: text("甲")}}}}}
	crossing := span(&Table{Head: 1, Columns: make([]Column, 1), Rows: []Row{row("甲"), row("乙")}}, 0, 0, 2, 1)
	tests := map[string]struct {
		blocks []Block
		want   string
	}{
		"double id":       {[]Block{heading(1, "一", "a"), heading(1, "二", "a")}, "标题标识 a 重复"},
		"unknown ref":     {[]Block{heading(1, "一", "a"), para(Ref{Target: "b", Section: true})}, "引用的标题标识 b 不存在"},
		"ref to plain":    {[]Block{&Heading{Level: 1, Style: Plain, ID: "a"}, para(Ref{Target: "a", Section: true})}, "没有编号"},
		"ref in a cell":   {[]Block{&Table{Columns: make([]Column, 1), Rows: []Row{{Cells: []Cell{NewCell(Ref{Target: "b", Section: true})}}}}}, "标识 b 不存在"},
		"level jump":      {[]Block{heading(1, "一", ""), heading(3, "三", "")}, "第 3 级，前一个标题是第 1 级"},
		"first level":     {[]Block{heading(2, "二", "")}, "前面没有上级标题"},
		"too deep":        {[]Block{heading(1, "", ""), heading(2, "", ""), heading(3, "", ""), heading(4, "", ""), heading(5, "五", "")}, "是第 5 级"},
		"appendix level":  {[]Block{heading(1, "一", ""), &Heading{Level: 2, Style: Appendix, Text: text("附")}}, "附录标题「附」不是一级标题"},
		"ragged rows":     {[]Block{ragged}, "第 1 行有 1 格，应为 2 格"},
		"no rows":         {[]Block{&Table{Columns: make([]Column, 1)}}, "没有行或列"},
		"head too large":  {[]Block{&Table{Head: 2, Columns: make([]Column, 1), Rows: []Row{row("甲")}}}, "表头不能是 2 行"},
		"span too wide":   {[]Block{wide}, "超出表格"},
		"span overlaps":   {[]Block{overlap}, "互相重叠"},
		"orphan":          {[]Block{orphan}, "不属于任何合并的单元格"},
		"span of zero":    {[]Block{zero}, "跨度小于 1"},
		"span over head":  {[]Block{crossing}, "合并跨过了表头的末行"},
		"on a cover":      {[]Block{&Cover{Fields: ragged}}, "第 1 行有 1 格"},
		"figure kind":     {[]Block{&Figure{Kind: "pie", Title: "图"}}, "种类 pie 不存在"},
		"figure empty":    {[]Block{&Figure{Kind: Flow}}, "没有内容"},
		"trend empty":     {[]Block{&Figure{Kind: Trend}}, "没有数据"},
		"figure ids":      {[]Block{&Figure{Kind: Flow, Nodes: []FigureNode{{ID: "a"}, {ID: "a"}}}}, "节点标识 a 重复"},
		"figure link":     {[]Block{&Figure{Kind: Flow, Nodes: []FigureNode{{ID: "a"}}, Links: []FigureLink{{From: "a", To: "b"}}}}, "引用的节点 b 不存在"},
		"figure circle":   {[]Block{&Figure{Kind: Organisation, Nodes: []FigureNode{{ID: "a", Parent: "b"}, {ID: "b", Parent: "a"}}}}, "成了环"},
		"table in note":   {[]Block{&Note{Blocks: []Block{wide}}}, "说明框里只能放段落和列表"},
		"heading in item": {[]Block{&List{Items: []Item{{Blocks: []Block{heading(1, "一", "")}}}}}, "列表项里只能放段落和列表"},
		"nested section":  {[]Block{&Section{Blocks: []Block{&Section{}}}}, "不能再放封面或改变页面方向"},
	}
	for name, test := range tests {
		err := Finish(&Document{Meta: Meta{FirstNumber: 1}, Blocks: test.blocks})
		var faults Faults
		if !errors.As(err, &faults) || !strings.Contains(err.Error(), test.want) || faults[0].Block == nil {
			t.Errorf("%s: got %v, want %s", name, err, test.want)
		}
	}
}

func TestManyAppendices(t *testing.T) {
	var blocks []Block
	for range 27 {
		blocks = append(blocks, &Heading{Level: 1, Style: Appendix, Text: text("附")})
	}
	if err := Finish(&Document{Blocks: blocks}); err == nil || !strings.Contains(err.Error(), "附录超过 26 个") {
		t.Errorf("got %v", err)
	}
}

func TestPlainText(t *testing.T) {
	in := []Inline{Text("甲"), Strong{text("乙")}, Break{}, Fill{Label: "电话"}, Fill{Label: "x", Value: "1"}, Checkbox{Checked: true}, Code("c"),
		Link{URL: "u", Text: text("链")}, Ref{Text: text("参")}, Emphasis{text("强")}}
	if got := PlainText(in); got != "甲乙\n【待填写：电话】1☑c链参强" {
		t.Errorf("got %q", got)
	}
}

func TestLabelled(t *testing.T) {
	note := &Note{Kind: Guide, Blocks: []Block{para(Text("改。"))}}
	if got := PlainText(note.Labelled()[0].(*Paragraph).Text); got != "编写指引：改。" {
		t.Errorf("got %q", got)
	}
	if PlainText(note.Blocks[0].(*Paragraph).Text) != "改。" {
		t.Error("the note was changed")
	}
	list := &Note{Blocks: []Block{&List{}}}
	if got := list.Labelled(); len(got) != 2 || PlainText(got[0].(*Paragraph).Text) != "注：" {
		t.Errorf("got %v", got)
	}
}

func TestSignOffTable(t *testing.T) {
	for n, want := range map[int][2]int{1: {2, 2}, 3: {2, 6}, 4: {4, 4}} {
		table := (&SignOff{Entries: make([]Sign, n)}).Table()
		if len(table.Rows) != want[0] || len(table.Columns) != want[1] || !table.Form || table.Head != 0 {
			t.Errorf("%d signatures: %d rows, %d columns", n, len(table.Rows), len(table.Columns))
		}
		if err := Finish(&Document{Blocks: []Block{table}}); err != nil {
			t.Error(err)
		}
	}
}
