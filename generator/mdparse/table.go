package mdparse

import (
	"math"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"qmsdraft/generator/doc"
)

// unset is the number of head rows when the source does not say it: one, or none when the head row of the syntax is empty.
const unset = -1

// tableSettings is what stands around a table.
type tableSettings struct {
	head      int  // number of head rows, or unset
	dropEmpty bool // leave an empty first row out
}

// tableDiv reads ::: table: a caption, if any, and a table.
func (r *run) tableDiv(n *div) doc.Block {
	var caption []doc.Inline
	var t *doc.Table
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *comment:
		case *tableNode:
			if t != nil {
				r.fault(start(child), "div", "另写一个 ::: table", "::: table 里只能有一个表格")
				return nil
			}
			if t = r.table(child, tableSettings{head: r.count(n, "head", unset)}); t == nil {
				return nil
			}
		default:
			p, ok := r.block(child).(*doc.Paragraph)
			if !ok || t != nil || caption != nil {
				r.fault(start(child), "div", "表名写成一段，放在表格前面，空一行", "::: table 里只能有一段表名和一个表格")
				return nil
			}
			caption = p.Text
		}
	}
	if t == nil {
		r.fault(n.at, "div", "写上表格，或删除它", "::: table 里没有表格")
		return nil
	}
	t.Caption, t.Form = caption, n.attrs.class("form")
	r.widths(t, n)
	r.upright(t, n)
	return t
}

// count reads a small whole number from an attribute.
func (r *run) count(n *div, key string, otherwise int) int {
	value, ok := n.attrs.values[key]
	if !ok {
		return otherwise
	}
	c, err := strconv.Atoi(value)
	if err != nil || c < 0 || c > 9 {
		r.fault(n.at, "attribute", "写成 "+key+"=2", "属性 %s 应当是 0 到 9 的整数，不能是 %s", key, value)
		return otherwise
	}
	return c
}

func (r *run) widths(t *doc.Table, n *div) {
	value, ok := n.attrs.values["widths"]
	if !ok {
		return
	}
	parts := strings.Split(value, ",")
	if len(parts) != len(t.Columns) {
		r.fault(n.at, "attribute", "每列写一个数", "widths 有 %d 个数，表格有 %d 列", len(parts), len(t.Columns))
		return
	}
	for i, part := range parts {
		w, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || !(w > 0) || math.IsInf(w, 1) {
			r.fault(n.at, "attribute", `写成 widths="2,3,1"`, "widths 里的 %s 不是正数", part)
			return
		}
		t.Columns[i].Weight = w
	}
}

// upright sets the cells of the last head row upright, except those of the first columns.
func (r *run) upright(t *doc.Table, n *div) {
	_, given := n.attrs.values["upright"]
	if !n.attrs.class("vertical") {
		if given {
			r.fault(n.at, "attribute", "加上 .vertical", "upright 要和 .vertical 一起用")
		}
		return
	}
	if t.Head == 0 {
		r.fault(n.at, "attribute", "写上表头，或去掉 .vertical", ".vertical 的表格没有表头")
		return
	}
	cells := t.Rows[t.Head-1].Cells
	for i := r.count(n, "upright", 1); i < len(cells); i++ {
		cells[i].Vertical = !cells[i].Covered
	}
}

// table reads a table; nil after a fault that leaves no grid.
func (r *run) table(n *tableNode, s tableSettings) *doc.Table {
	t := &doc.Table{Head: s.head}
	r.places[t] = start(n)
	for _, a := range n.aligns {
		t.Columns = append(t.Columns, doc.Column{Align: a})
	}
	var marks [][]joint
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if row.ChildCount() != len(t.Columns) {
			return nil
		}
		cells, joints, empty := r.row(row)
		if row == n.FirstChild() && empty && (s.head == unset || s.dropEmpty) {
			t.Head = 0
			continue
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
		marks = append(marks, joints)
	}
	if t.Head == unset {
		t.Head = 1
	}
	if len(t.Rows) == 0 {
		r.fault(start(n), "table", "写上内容，或删除表格", "表格没有内容")
		return nil
	}
	r.join(t, marks)
	return t
}

// row gives the cells of a row, how each is joined, and whether all are empty.
func (r *run) row(n ast.Node) (cells []doc.Cell, joints []joint, empty bool) {
	empty = true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		segment := c.Lines().At(0)
		j := joint{at: segment.Start}
		switch string(segment.Value(r.text)) {
		case "^^":
			j.up = true
		case "<<":
			j.left = true
		}
		var cell doc.Cell
		if !j.up && !j.left {
			cell = doc.NewCell(r.inlines(c)...)
			empty = empty && len(cell.Text) == 0
		} else {
			empty = false
		}
		cells, joints = append(cells, cell), append(joints, j)
	}
	return cells, joints, empty
}
