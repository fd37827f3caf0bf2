package mdparse

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"qmsdraft/generator/doc"
)

// lineEnd stands for a line end of the source until tidy has seen its neighbours. No other text holds a line feed.
const lineEnd = doc.Text("\n")

// inlines gives the running text of a block.
func (r *run) inlines(n ast.Node) []doc.Inline {
	_, cell := n.(*cellNode)
	l := lowering{run: r, cell: cell}
	return tidy(l.inside(n, 0))
}

// lowering turns inline nodes into inlines.
type lowering struct {
	*run
	cell bool // in a table cell, where \| is a bar in code, too
}

func (l lowering) inside(parent ast.Node, depth int) []doc.Inline {
	if depth > MaxNesting {
		l.fault(max(0, parent.Pos()), "nesting", "减少层次", "嵌套超过 %d 层", MaxNesting)
		return nil
	}
	var all []doc.Inline
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		all = append(all, l.inline(n, depth)...)
	}
	return all
}

func (l lowering) inline(n ast.Node, depth int) []doc.Inline {
	switch n := n.(type) {
	case *ast.Text:
		return l.text(n)
	case *ast.Emphasis:
		return l.emphasis(n, depth)
	case *ast.CodeSpan:
		return []doc.Inline{l.code(n)}
	case *ast.Link:
		return l.link(n, depth)
	case *ast.AutoLink:
		return l.autoLink(n)
	case *ast.RawHTML:
		return l.html(n)
	case *span:
		return l.span(n)
	case *task:
		return []doc.Inline{doc.Checkbox{Checked: n.checked}}
	default:
		l.fault(max(0, n.Pos()), "unsupported", "改用支持的写法", "不支持 %s", n.Kind())
	}
	return nil
}

func (l lowering) emphasis(n *ast.Emphasis, depth int) []doc.Inline {
	in := tidy(l.inside(n, depth+1))
	if len(in) == 0 {
		return nil
	}
	if n.Level == 1 {
		return []doc.Inline{doc.Emphasis{Text: in}}
	}
	return []doc.Inline{doc.Strong{Text: in}}
}

func (l lowering) text(n *ast.Text) []doc.Inline {
	raw := n.Segment.Value(l.run.text)
	l.checkStars(raw, n.Segment.Start)
	in := l.boxes(l.unescape(raw, n.Segment.Start))
	switch {
	case n.HardLineBreak():
		in = append(in, doc.Break{})
	case n.SoftLineBreak():
		in = append(in, lineEnd)
	}
	return in
}

// checkStars finds ** that did not become strong text.
func (l lowering) checkStars(raw []byte, at int) {
	for i := 0; i+1 < len(raw); i++ {
		switch {
		case raw[i] == '\\':
			i++
		case raw[i] == '*' && raw[i+1] == '*':
			l.fault(at+i, "emphasis", `补上另一半，两端的 ** 紧贴文字；要原样打印，写 \*\*`, "** 没有成对")
			return
		}
	}
}

// boxes makes checkboxes of the signs ☐ and ☑.
func (l lowering) boxes(s string) []doc.Inline {
	var in []doc.Inline
	for s != "" {
		i := strings.IndexAny(s, "☐☑")
		if i < 0 {
			return append(in, doc.Text(s))
		}
		if i > 0 {
			in = append(in, doc.Text(s[:i]))
		}
		in = append(in, doc.Checkbox{Checked: strings.HasPrefix(s[i:], "☑")})
		s = s[i+len("☐"):]
	}
	return in
}

func (l lowering) code(n *ast.CodeSpan) doc.Inline {
	var raw []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			raw = append(raw, t.Segment.Value(l.run.text)...)
		}
	}
	raw = bytes.ReplaceAll(raw, []byte("\n"), []byte(" "))
	if l.cell {
		raw = bytes.ReplaceAll(raw, []byte(`\|`), []byte("|"))
	}
	return doc.Code(raw)
}

// html lets line breaks through and drops comments.
func (l lowering) html(n *ast.RawHTML) []doc.Inline {
	raw := string(n.Segments.Value(l.run.text))
	if strings.HasPrefix(raw, "<!--") {
		return nil
	}
	if tag := strings.ToLower(raw); strings.HasPrefix(tag, "<br") && strings.Trim(tag[3:], " \t\n/>") == "" {
		return []doc.Inline{doc.Break{}}
	}
	l.fault(n.Segments.At(0).Start, "html", `换行可以写 <br>；要原样打印，写 \<`, "不支持 HTML 标记 %s", raw)
	return nil
}
