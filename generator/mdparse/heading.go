package mdparse

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"qmsdraft/generator/doc"
)

// attributeKey is the name under which a heading carries its *attributes.
const attributeKey = "attributes"

// headingParser reads ATX headings with attributes at their end: # 标题 {#id .plain}.
type headingParser struct {
	parser.BlockParser
	run *run
}

// Open is part of parser.BlockParser.
func (p headingParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node == nil || node.Lines().Len() == 0 {
		return node, state
	}
	segment := node.Lines().At(0)
	line := reader.Source()[segment.Start:segment.Stop]
	begin := trailingAttributes(line)
	if begin < 0 {
		return node, state
	}
	attrs := p.run.attributes(line[begin+1:len(line)-1], segment.Start+begin+1)
	node.SetAttributeString(attributeKey, attrs)
	title := bytes.TrimRight(line[:begin], " \t")
	if bare := bytes.TrimRight(title, "#"); len(bare) < len(title) && (len(bare) == 0 || strings.IndexByte(" \t", bare[len(bare)-1]) >= 0) {
		title = bytes.TrimRight(bare, " \t")
	}
	node.Lines().Set(0, segment.WithStop(segment.Start+len(title)))
	return node, state
}

// trailingAttributes is the place of the brace that begins the attributes of a heading; -1 when there are none.
// Braces that belong to a span before them are no attributes of the heading.
func trailingAttributes(line []byte) int {
	begin := bytes.LastIndexByte(line, '{')
	if begin < 0 || line[len(line)-1] != '}' || begin+2 >= len(line) || bytes.IndexByte([]byte("#."), line[begin+1]) < 0 {
		return -1
	}
	if begin > 0 && bytes.IndexByte([]byte(`])\`), line[begin-1]) >= 0 {
		return -1
	}
	return begin
}

func (r *run) heading(n *ast.Heading) doc.Block {
	h := &doc.Heading{Level: n.Level, Text: r.inlines(n)}
	if value, ok := n.AttributeString(attributeKey); ok {
		a := value.(*attributes)
		a.allow("标题", []string{"plain", "appendix"}, []string{"#"})
		h.ID = a.id
		switch {
		case a.class("plain") && a.class("appendix"):
			r.fault(a.at, "attribute", "只保留一个", "标题不能同时是 .plain 和 .appendix")
		case a.class("plain"):
			h.Style = doc.Plain
		case a.class("appendix"):
			h.Style = doc.Appendix
		}
	}
	if len(h.Text) == 0 {
		r.fault(n.Pos(), "heading", "写上标题，或删除该行", "标题是空的")
	}
	return h
}
