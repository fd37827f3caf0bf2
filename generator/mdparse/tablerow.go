package mdparse

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"qmsdraft/generator/doc"
)

var (
	kindTable = ast.NewNodeKind("GridTable")
	kindRow   = ast.NewNodeKind("GridRow")
	kindCell  = ast.NewNodeKind("GridCell")
)

// tableNode is a GFM table: its children are rows, the first one the head row of the syntax.
type tableNode struct {
	ast.BaseBlock
	aligns []doc.Align
}

// Kind is part of ast.Node.
func (*tableNode) Kind() ast.NodeKind { return kindTable }

// Dump is part of ast.Node.
func (n *tableNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type rowNode struct{ ast.BaseBlock }

// Kind is part of ast.Node.
func (*rowNode) Kind() ast.NodeKind { return kindRow }

// Dump is part of ast.Node.
func (n *rowNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type cellNode struct{ ast.BaseBlock }

// Kind is part of ast.Node.
func (*cellNode) Kind() ast.NodeKind { return kindCell }

// Dump is part of ast.Node.
func (n *cellNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// tableParser makes tables of paragraphs (GFM 4.10). Unlike goldmark's own it faults rows with too few or too many cells
// instead of filling and dropping.
type tableParser struct{ run *run }

// Transform is part of parser.ParagraphTransformer.
func (p tableParser) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	src, lines := reader.Source(), node.Lines()
	for i := 1; i < lines.Len(); i++ {
		aligns := delimiterRow(src[lines.At(i).Start:lines.At(i).Stop])
		head := lines.At(i - 1)
		if aligns == nil || !bytes.ContainsRune(src[head.Start:head.Stop], '|') {
			continue
		}
		table := &tableNode{aligns: aligns}
		table.SetPos(head.Start)
		table.AppendChild(table, p.row(src, head, len(aligns)))
		for j := i + 1; j < lines.Len(); j++ {
			table.AppendChild(table, p.row(src, lines.At(j), len(aligns)))
		}
		parent := node.Parent()
		parent.InsertAfter(parent, node, table)
		lines.SetSliced(0, i-1)
		if lines.Len() == 0 {
			parent.RemoveChild(parent, node)
		}
		return
	}
}

// row makes the cells of one line and faults a wrong number of them.
func (p tableParser) row(src []byte, line text.Segment, want int) *rowNode {
	row := &rowNode{}
	row.SetPos(line.Start)
	for _, segment := range splitRow(src, line) {
		cell := &cellNode{}
		cell.SetPos(segment.Start)
		cell.Lines().Append(segment)
		row.AppendChild(row, cell)
	}
	if got := row.ChildCount(); got != want {
		p.run.fault(line.Start, "table", `补齐或去掉单元格；单元格里的竖线写 \|`, "表格这一行有 %d 格，分隔行有 %d 格", got, want)
	}
	return row
}

// splitRow gives the texts between the bars of a line, without the blanks around them. A bar after a backslash is text.
func splitRow(src []byte, line text.Segment) []text.Segment {
	at, stop := trimmed(src, line.Start, line.Stop)
	if at < stop && src[at] == '|' {
		at++
	}
	var cells []text.Segment
	for begin := at; begin < stop; {
		end := begin
		for end < stop && src[end] != '|' {
			if src[end] == '\\' {
				end++
			}
			end++
		}
		from, to := trimmed(src, begin, min(end, stop))
		cells = append(cells, text.NewSegment(from, to))
		begin = end + 1
	}
	return cells
}

// trimmed moves two offsets together over the blanks between them.
func trimmed(src []byte, from, to int) (int, int) {
	for from < to && strings.IndexByte(" \t\n", src[from]) >= 0 {
		from++
	}
	for to > from && strings.IndexByte(" \t\n", src[to-1]) >= 0 {
		to--
	}
	return from, to
}

// delimiterRow reads |:--|--:|; nil when the line is something else.
func delimiterRow(line []byte) []doc.Align {
	s := trim(line)
	if !strings.Contains(s, "|") || strings.Trim(s, "|:- \t") != "" {
		return nil
	}
	var aligns []doc.Align
	for _, cell := range strings.Split(strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|"), "|") {
		cell = strings.Trim(cell, " \t")
		left, right := strings.HasPrefix(cell, ":"), strings.HasSuffix(cell, ":")
		if dashes := strings.TrimSuffix(strings.TrimPrefix(cell, ":"), ":"); dashes == "" || strings.Trim(dashes, "-") != "" {
			return nil
		}
		aligns = append(aligns, alignment(left, right))
	}
	return aligns
}

func alignment(left, right bool) doc.Align {
	switch {
	case left && right:
		return doc.Center
	case left:
		return doc.Left
	case right:
		return doc.Right
	default:
		return doc.Default
	}
}
