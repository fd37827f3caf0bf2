package mdparse

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"qmsdraft/generator/doc"
)

// blocks gives the blocks inside a node.
func (r *run) blocks(parent ast.Node) []doc.Block {
	var all []doc.Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := r.block(n); b != nil {
			r.places[b] = start(n)
			all = append(all, b)
		}
	}
	return all
}

// block gives the block that a node stands for; nil for comments and after a fault.
func (r *run) block(n ast.Node) doc.Block {
	switch n := n.(type) {
	case *comment:
		return nil
	case *ast.Heading:
		return r.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		return r.paragraph(n)
	case *ast.List:
		return r.list(n)
	case *tableNode:
		if t := r.table(n, tableSettings{head: unset}); t != nil {
			return t
		}
		return nil
	case *ast.ThematicBreak:
		return &doc.PageBreak{}
	case *ast.FencedCodeBlock:
		return r.figure(n)
	case *div:
		return r.div(n)
	case *ast.Blockquote:
		return r.quote(n)
	case *ast.CodeBlock:
		r.fault(start(n), "code-block", "去掉行首的空格；要写代码，用 `…`", "不支持缩进的代码块（行首有四个以上空格）")
	default:
		r.fault(start(n), "unsupported", "改用支持的写法", "不支持 %s", n.Kind())
	}
	return nil
}

// start is the offset at which a block begins.
func start(n ast.Node) int {
	if lines := n.Lines(); lines.Len() > 0 {
		return lines.At(0).Start
	}
	return max(0, n.Pos())
}

func (r *run) paragraph(n ast.Node) doc.Block {
	lines := n.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		r.checkLine(r.text[segment.Start:segment.Stop], segment.Start, i == 0)
	}
	if trim(lines.Value(r.text)) == "[TOC]" {
		return &doc.TOC{}
	}
	in := r.inlines(n)
	if len(in) == 0 {
		return nil
	}
	return &doc.Paragraph{Text: in}
}

// checkLine finds lines of a paragraph that their author surely meant to be something else.
func (r *run) checkLine(line []byte, at int, first bool) {
	s := trim(line)
	switch {
	case first && strings.HasPrefix(s, "#"):
		r.fault(at, "heading", `标题写成 # 标题；要原样打印，写 \#`, "# 之后要有空格，且最多六个 #")
	case !first && strings.Trim(s, "=") == "" && len(s) > 1:
		r.fault(at, "heading", "标题写成 # 标题", "不支持用 === 画线的标题")
	case delimiterRow(line) != nil:
		r.fault(at, "table", `表头行也要有竖线；要原样打印，写 \|`, "表格的分隔行上面没有表头行")
	}
}

// quote reads a block quote. It can only be a note that begins with its label: > 注：… or > 编写指引：…, or with the marker of
// an alert of GFM: > [!NOTE] or > [!GUIDE].
func (r *run) quote(n *ast.Blockquote) doc.Block {
	blocks := r.blocks(n)
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*doc.Paragraph); ok {
			for _, kind := range []doc.NoteKind{doc.Remark, doc.Guide} {
				rest, ok := afterLabel(p.Text, kind.Label())
				if !ok {
					// The marker stands on a line of its own, whose end has become a blank.
					if rest, ok = afterLabel(p.Text, alerts[kind]+" "); !ok {
						rest, ok = afterLabel(p.Text, alerts[kind])
					}
				}
				if !ok {
					continue
				}
				if p.Text = rest; len(rest) == 0 {
					blocks = blocks[1:]
				}
				if len(blocks) > 0 {
					return &doc.Note{Kind: kind, Blocks: blocks}
				}
			}
		}
	}
	r.fault(start(n), "quote", `说明写成 ::: note，编写指引写成 ::: guide 或 > [!GUIDE]；要原样打印，写 \>`, "不支持引用块 >")
	return nil
}

// alerts are the markers of notes, in their order.
var alerts = [...]string{doc.Remark: "[!NOTE]", doc.Guide: "[!GUIDE]"}

// afterLabel gives the text after a label that stands at its start.
func afterLabel(in []doc.Inline, label string) ([]doc.Inline, bool) {
	first, ok := in[0].(doc.Text)
	if !ok || !strings.HasPrefix(string(first), label) {
		return nil, false
	}
	if first = first[len(label):]; first == "" {
		return in[1:], true
	}
	return append([]doc.Inline{first}, in[1:]...), true
}
