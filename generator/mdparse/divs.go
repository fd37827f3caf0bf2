package mdparse

import (
	"qmsdraft/generator/doc"
	"qmsdraft/generator/fact"
)

// divKind is one kind of fenced div.
type divKind struct {
	name    string
	classes []string
	keys    []string
	read    func(*run, *div) doc.Block
}

// divKinds is the table of fenced divs.
func divKinds() []divKind {
	return []divKind{
		{"cover", nil, nil, (*run).cover},
		{"landscape", nil, nil, func(r *run, n *div) doc.Block { return &doc.Section{Landscape: true, Blocks: r.blocks(n)} }},
		{"portrait", nil, nil, func(r *run, n *div) doc.Block { return &doc.Section{Blocks: r.blocks(n)} }},
		{"sign-off", nil, nil, (*run).signOff},
		{"note", nil, nil, func(r *run, n *div) doc.Block { return r.note(n, doc.Remark) }},
		{"guide", nil, nil, func(r *run, n *div) doc.Block { return r.note(n, doc.Guide) }},
		{"table", []string{"form", "vertical"}, []string{"widths", "head", "upright"}, (*run).tableDiv},
	}
}

func (r *run) div(n *div) doc.Block {
	var names []string
	for _, kind := range divKinds() {
		if kind.name == n.name {
			n.attrs.allow("::: "+n.name+" ", kind.classes, kind.keys)
			return kind.read(r, n)
		}
		names = append(names, kind.name)
	}
	r.fault(n.at, "div", fact.Suggest(n.name, names), "没有 ::: %s", n.name)
	return nil
}

func (r *run) note(n *div, kind doc.NoteKind) doc.Block {
	note := &doc.Note{Kind: kind, Blocks: r.onlyText(n, "::: "+n.name+" ")}
	if len(note.Blocks) == 0 {
		r.fault(n.at, "div", "写上内容，或删除它", "::: %s 是空的", n.name)
	}
	return note
}

// cover reads the company (#), the title (##), lines, a table of fields, and notices after the table.
func (r *run) cover(n *div) doc.Block {
	c := &doc.Cover{}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if table, ok := child.(*tableNode); ok && c.Fields == nil {
			c.Fields = r.table(table, tableSettings{head: 0, dropEmpty: true})
			continue
		}
		switch b := r.block(child).(type) {
		case nil:
		case *doc.Heading:
			r.coverHeading(c, b, start(child))
		case *doc.Paragraph:
			if c.Fields == nil {
				c.Lines = append(c.Lines, b.Text)
			} else {
				c.Notices = append(c.Notices, b.Text)
			}
		default:
			r.fault(start(child), "place", "封面里可以有：# 公司、## 文件名称、段落、一个表格", "封面里不能放这种内容")
		}
	}
	if c.Title == nil {
		r.fault(n.at, "div", "写上 ## 文件名称", "封面没有文件名称")
	}
	return c
}

func (r *run) coverHeading(c *doc.Cover, h *doc.Heading, at int) {
	switch {
	case h.Level == 1 && c.Company == nil:
		c.Company = h.Text
	case h.Level == 2 && c.Title == nil:
		c.Title = h.Text
	default:
		r.fault(at, "place", "封面里只有一个 # 公司和一个 ## 文件名称", "封面里多余的标题「%s」", doc.PlainText(h.Text))
	}
}

// signOff reads one table of role, name and date.
func (r *run) signOff(n *div) doc.Block {
	const hint = "写一个表格：职责 | 签名 | 日期"
	table := onlyTable(n)
	if table == nil {
		r.fault(n.at, "div", hint, "::: sign-off 里应当只有一个表格")
		return nil
	}
	t := r.table(table, tableSettings{head: 0, dropEmpty: true})
	if t == nil {
		return nil
	}
	if len(t.Columns) != 3 {
		r.fault(start(table), "table", hint, "::: sign-off 的表格有 %d 列，应为 3 列", len(t.Columns))
		return nil
	}
	s := &doc.SignOff{}
	for i, row := range t.Rows {
		if i == 0 && isSignHead(row) {
			continue
		}
		s.Entries = append(s.Entries, doc.Sign{Role: row.Cells[0].Text, Name: row.Cells[1].Text, Date: row.Cells[2].Text})
	}
	if len(s.Entries) == 0 {
		r.fault(start(table), "table", hint, "::: sign-off 里没有人")
	}
	return s
}

// onlyTable gives the table that stands alone in a div; nil when there is anything else.
func onlyTable(n *div) *tableNode {
	var table *tableNode
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *comment:
		case *tableNode:
			if table != nil {
				return nil
			}
			table = child
		default:
			return nil
		}
	}
	return table
}

// isSignHead reports whether a row names the columns of a sign-off and is not a signature itself.
func isSignHead(row doc.Row) bool {
	switch doc.PlainText(row.Cells[0].Text) {
	case "职责", "角色", "岗位":
		return doc.PlainText(row.Cells[2].Text) == "日期"
	}
	return false
}
