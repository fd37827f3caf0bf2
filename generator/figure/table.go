package figure

import (
	"slices"
	"strconv"
	"strings"

	"qmsdraft/generator/doc"
)

// Table is a figure as a table without caption. No text of the figure is left out, except the alternative text, which is
// for readers of a picture. The figure must have passed [doc.Finish].
func Table(f *doc.Figure) *doc.Table {
	switch f.Kind {
	case doc.Trend:
		return trend(f)
	case doc.Organisation:
		return organisation(f)
	case doc.ProcessMap:
		return processMap(f)
	default:
		return flow(f)
	}
}

// MarkText is the sign and the word of a mark: ★ 关键.
func MarkText(m doc.Mark) string {
	switch m {
	case doc.KeyStep:
		return "★ 关键"
	case doc.SpecialProcess:
		return "▲ 特殊"
	case doc.Outsourced:
		return "外包"
	case doc.Inspection:
		return "检验"
	case doc.Decision:
		return "判断"
	}
	return string(m)
}

func marks(n doc.FigureNode) string {
	words := make([]string, len(n.Marks))
	for i, m := range n.Marks {
		words[i] = MarkText(m)
	}
	return strings.Join(words, "、")
}

func cell(s string) doc.Cell {
	if s == "" {
		return doc.NewCell()
	}
	return doc.NewCell(doc.Text(s))
}

func row(cells ...string) doc.Row {
	var r doc.Row
	for _, s := range cells {
		r.Cells = append(r.Cells, cell(s))
	}
	return r
}

// column is one column of a figure's table; it is left out when no node has a text for it.
type column struct {
	title  string
	layout doc.Column
	keep   bool // stays even when empty
	text   func(i int, n doc.FigureNode) string
}

// build makes a table with a head row and a row for each node.
func build(nodes []doc.FigureNode, columns []column) *doc.Table {
	columns = slices.DeleteFunc(columns, func(c column) bool {
		for i, n := range nodes {
			if c.keep || c.text(i, n) != "" {
				return false
			}
		}
		return true
	})
	t := &doc.Table{Head: 1, Rows: make([]doc.Row, len(nodes)+1)}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.layout)
		t.Rows[0].Cells = append(t.Rows[0].Cells, cell(c.title))
		for i, n := range nodes {
			t.Rows[i+1].Cells = append(t.Rows[i+1].Cells, cell(c.text(i, n)))
		}
	}
	return t
}

func flow(f *doc.Figure) *doc.Table {
	return build(f.Nodes, []column{
		{"序号", doc.Column{Align: doc.Center, Weight: 1}, true, func(i int, _ doc.FigureNode) string { return strconv.Itoa(i + 1) }},
		{"步骤", doc.Column{Weight: 4}, true, func(_ int, n doc.FigureNode) string { return n.Text }},
		{"标记", doc.Column{Align: doc.Center, Weight: 3}, true, func(_ int, n doc.FigureNode) string { return marks(n) }},
		{"说明", doc.Column{Weight: 5}, true, func(_ int, n doc.FigureNode) string { return n.Note }},
		{"分组", doc.Column{Weight: 3}, false, func(_ int, n doc.FigureNode) string { return n.Group }},
		{"去向", doc.Column{Weight: 4}, false, func(_ int, n doc.FigureNode) string { return linksFrom(f, n) }},
	})
}

// linksFrom is "是→入库；否→返修".
func linksFrom(f *doc.Figure, n doc.FigureNode) string {
	var to []string
	for _, l := range f.Links {
		if l.From != n.ID {
			continue
		}
		at := slices.IndexFunc(f.Nodes, func(m doc.FigureNode) bool { return m.ID == l.To })
		if at >= 0 {
			to = append(to, l.Text+"→"+f.Nodes[at].Text)
		}
	}
	return strings.Join(to, "；")
}

func trend(f *doc.Figure) *doc.Table {
	unit := ""
	if f.Trend.Unit != "" {
		unit = "（" + f.Trend.Unit + "）"
	}
	t := &doc.Table{Head: 1, Rows: []doc.Row{row("月份", "阶段", "数值"+unit)},
		Columns: []doc.Column{{Align: doc.Center, Weight: 1}, {Align: doc.Center, Weight: 1}, {Align: doc.Right, Weight: 1}}}
	for _, p := range f.Trend.Points {
		t.Rows = append(t.Rows, row(p.Label, p.Phase, decimal(p.Value)))
	}
	if f.Trend.HasTarget {
		t.Rows = append(t.Rows, row("目标", "", decimal(f.Trend.Target)))
	}
	return t
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
