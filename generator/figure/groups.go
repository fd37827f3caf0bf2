package figure

import (
	"slices"
	"strings"

	"qmsdraft/generator/doc"
)

// organisation lists a tree from above, each post under the one that it belongs to, indented by its depth.
func organisation(f *doc.Figure) *doc.Table {
	children := map[string][]doc.FigureNode{}
	for _, n := range f.Nodes {
		children[n.Parent] = append(children[n.Parent], n)
	}
	var order []doc.FigureNode
	var depths []int
	var down func(parent string, depth int)
	down = func(parent string, depth int) {
		for _, n := range children[parent] {
			order, depths = append(order, n), append(depths, depth)
			if n.ID != "" {
				down(n.ID, depth+1)
			}
		}
	}
	down("", 0)
	return build(order, []column{
		{"部门、岗位", doc.Column{Weight: 4}, true, func(i int, n doc.FigureNode) string {
			if depths[i] == 0 {
				return n.Text
			}
			return strings.Repeat("　", depths[i]-1) + "└ " + n.Text
		}},
		{"说明", doc.Column{Weight: 5}, false, func(_ int, n doc.FigureNode) string { return n.Note }},
		{"标记", doc.Column{Align: doc.Center, Weight: 2}, false, func(_ int, n doc.FigureNode) string { return marks(n) }},
		{"分组", doc.Column{Weight: 2}, false, func(_ int, n doc.FigureNode) string { return n.Group }},
		{"联系", doc.Column{Weight: 3}, false, func(_ int, n doc.FigureNode) string { return linksFrom(f, n) }},
	})
}

// processMap lists the processes by group, in the order in which the groups first occur.
func processMap(f *doc.Figure) *doc.Table {
	var groups []string
	for _, n := range f.Nodes {
		if !slices.Contains(groups, n.Group) {
			groups = append(groups, n.Group)
		}
	}
	var order []doc.FigureNode
	for _, g := range groups {
		for _, n := range f.Nodes {
			if n.Group == g {
				order = append(order, n)
			}
		}
	}
	t := build(order, []column{
		{"类别", doc.Column{Align: doc.Center, Weight: 2}, true, func(_ int, n doc.FigureNode) string { return n.Group }},
		{"过程", doc.Column{Weight: 4}, true, func(_ int, n doc.FigureNode) string { return n.Text }},
		{"说明", doc.Column{Weight: 4}, false, func(_ int, n doc.FigureNode) string { return n.Note }},
		{"标记", doc.Column{Align: doc.Center, Weight: 2}, false, func(_ int, n doc.FigureNode) string { return marks(n) }},
		{"输出到", doc.Column{Weight: 4}, false, func(_ int, n doc.FigureNode) string { return linksFrom(f, n) }},
	})
	joinGroups(t, order)
	return t
}

// joinGroups makes one cell of the equal cells of the first column.
func joinGroups(t *doc.Table, order []doc.FigureNode) {
	first := 0
	for i, n := range order {
		if n.Group != order[first].Group {
			first = i
		}
		if i > first {
			t.Rows[i+1].Cells[0] = doc.Cell{ColSpan: 1, RowSpan: 1, Covered: true}
			t.Rows[first+1].Cells[0].RowSpan++
		}
	}
}
