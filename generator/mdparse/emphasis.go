package mdparse

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser reads * and _ as CommonMark 6.2 does, except that Chinese marks count as letters: in **注意：**请 the
// second run closes, which it does not in CommonMark because it stands between a mark and a letter.
type emphasisParser struct {
	run   *run
	quota *quota
}

// Trigger is part of parser.InlineParser.
func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

// Parse is part of parser.InlineParser.
func (p emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	length := 0
	for length < len(line) && line[length] == line[0] {
		length++
	}
	if p.quota.exceeded(p.run, parent, segment.Start) {
		return literal(length, segment, block)
	}
	after := ' '
	if length < len(line) {
		after, _ = utf8.DecodeRune(line[length:])
	}
	opens, closes := flanking(line[0], before, after)
	node := parser.NewDelimiter(opens, closes, length, line[0], emphasisProcessor{})
	node.Segment = segment.WithStop(segment.Start + length)
	block.Advance(length)
	pc.PushDelimiter(node)
	return node
}

// flanking says whether a run of delimiters between two characters can open and close.
func flanking(delimiter byte, before, after rune) (opens, closes bool) {
	left := !unicode.IsSpace(after) && (!mark(after) || unicode.IsSpace(before) || mark(before) || chinese(before))
	right := !unicode.IsSpace(before) && (!mark(before) || unicode.IsSpace(after) || mark(after) || chinese(after))
	if delimiter == '*' {
		return left, right
	}
	return left && (!right || util.IsPunctRune(before)), right && (!left || util.IsPunctRune(after))
}

// mark reports whether a character is punctuation of a script that separates words by blanks.
func mark(c rune) bool { return util.IsPunctRune(c) && !chinese(c) }

// emphasisProcessor makes nodes of matched delimiters.
type emphasisProcessor struct{}

// IsDelimiter is part of parser.DelimiterProcessor.
func (emphasisProcessor) IsDelimiter(c byte) bool { return c == '*' || c == '_' }

// CanOpenCloser is part of parser.DelimiterProcessor.
func (emphasisProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch is part of parser.DelimiterProcessor.
func (emphasisProcessor) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
