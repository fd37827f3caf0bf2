package mdparse

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var kindDiv = ast.NewNodeKind("Div")

// div is a fenced div: ::: name attributes … :::
type div struct {
	ast.BaseBlock
	name   string
	attrs  *attributes
	at     int
	closed bool
}

// Kind is part of ast.Node.
func (*div) Kind() ast.NodeKind { return kindDiv }

// Dump is part of ast.Node.
func (d *div) Dump(src []byte, level int) { ast.DumpHelper(d, src, level, nil, nil) }

// divParser reads fenced divs.
type divParser struct{ run *run }

// Trigger is part of parser.BlockParser.
func (divParser) Trigger() []byte { return []byte{':'} }

// CanInterruptParagraph is part of parser.BlockParser.
func (divParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine is part of parser.BlockParser.
func (divParser) CanAcceptIndentedLine() bool { return false }

// Open is part of parser.BlockParser.
func (p divParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	from := max(0, pc.BlockOffset())
	rest, ok := afterFence(line[from:])
	if !ok {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding + from
	if trim(rest) == "" {
		p.run.fault(at, "div", "删除该行，或补上开头的 ::: 名称", "::: 没有对应的开头")
		return nil, parser.NoChildren
	}
	begin := segment.Stop - len(rest)
	lead := len(rest) - len(bytes.TrimLeft(rest, " \t"))
	name := rest[lead:]
	if end := bytes.IndexAny(name, " \t\n"); end >= 0 {
		name = name[:end]
	}
	node := &div{name: string(name), at: at}
	after := lead + len(name)
	node.attrs = p.run.attributes(bytes.TrimRight(rest[after:], " \t\n"), begin+after)
	reader.AdvanceToEOL()
	return node, parser.HasChildren
}

// Continue is part of parser.BlockParser.
func (p divParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	width, from := util.IndentWidth(line, reader.LineOffset())
	if width < 4 && from < len(line) && innermost(node, pc) {
		if rest, ok := afterFence(line[from:]); ok && trim(rest) == "" {
			node.(*div).closed = true
			reader.AdvanceToEOL()
			return parser.Close
		}
	}
	return parser.Continue | parser.HasChildren
}

// Close is part of parser.BlockParser.
func (p divParser) Close(node ast.Node, _ text.Reader, _ parser.Context) {
	if d := node.(*div); !d.closed {
		p.run.fault(d.at, "div", "在末尾另起一行写 :::", "::: %s 没有结束", d.name)
	}
}

// afterFence gives what stands after three or more colons.
func afterFence(line []byte) ([]byte, bool) {
	rest := bytes.TrimLeft(line, ":")
	return rest, len(line)-len(rest) >= 3
}

// innermost reports whether a closing fence belongs to this div: no other div and no literal block is open inside it.
func innermost(node ast.Node, pc parser.Context) bool {
	open := pc.OpenedBlocks()
	for i := len(open) - 1; i >= 0 && open[i].Node != node; i-- {
		switch open[i].Node.(type) {
		case *div, *comment, *ast.FencedCodeBlock:
			return false
		}
	}
	return true
}
