package mdparse

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindComment = ast.NewNodeKind("Comment")

// comment is an HTML comment on lines of its own; it is no part of the document.
type comment struct {
	ast.BaseBlock
	at     int
	closed bool
}

// Kind is part of ast.Node.
func (*comment) Kind() ast.NodeKind { return kindComment }

// IsRaw is part of ast.Node.
func (*comment) IsRaw() bool { return true }

// Dump is part of ast.Node.
func (c *comment) Dump(src []byte, level int) { ast.DumpHelper(c, src, level, nil, nil) }

// commentParser reads comments that begin a line and may hold blank lines.
type commentParser struct{ run *run }

// Trigger is part of parser.BlockParser.
func (commentParser) Trigger() []byte { return []byte{'<'} }

// CanInterruptParagraph is part of parser.BlockParser.
func (commentParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine is part of parser.BlockParser.
func (commentParser) CanAcceptIndentedLine() bool { return false }

// Open is part of parser.BlockParser. A comment that is followed by text on its line is left to the inline parser.
func (p commentParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	from := max(0, pc.BlockOffset())
	rest, ok := bytes.CutPrefix(line[from:], []byte("<!--"))
	if !ok {
		return nil, parser.NoChildren
	}
	_, after, closed := bytes.Cut(rest, []byte("-->"))
	if closed && trim(after) != "" {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &comment{at: segment.Start - segment.Padding + from, closed: closed}, parser.NoChildren
}

// Continue is part of parser.BlockParser.
func (p commentParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	c := node.(*comment)
	if c.closed {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	_, after, closed := bytes.Cut(line, []byte("-->"))
	c.closed = closed
	if closed && trim(after) != "" {
		p.run.fault(segment.Stop-len(after), "comment", "正文另起一行", "注释结束后同一行还有文字")
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close is part of parser.BlockParser.
func (p commentParser) Close(node ast.Node, _ text.Reader, _ parser.Context) {
	if c := node.(*comment); !c.closed {
		p.run.fault(c.at, "comment", "补上 -->", "注释没有结束")
	}
}
