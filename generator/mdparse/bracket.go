package mdparse

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// longestLabel bounds the search for the end of a bracket.
const longestLabel = 4096

var (
	kindSpan = ast.NewNodeKind("Span")
	kindTask = ast.NewNodeKind("Task")

	footnote = regexp.MustCompile(`^\[\^[^\]\s]+\]`)
	taskBox  = regexp.MustCompile(`^\[[ xX]\][ \t]`)
)

// span is [label]{attributes}.
type span struct {
	ast.BaseInline
	label []byte
	attrs *attributes
	at    int
}

// Kind is part of ast.Node.
func (*span) Kind() ast.NodeKind { return kindSpan }

// Dump is part of ast.Node.
func (s *span) Dump(src []byte, level int) { ast.DumpHelper(s, src, level, nil, nil) }

// task is the box at the start of an item of a task list.
type task struct {
	ast.BaseInline
	checked bool
}

// Kind is part of ast.Node.
func (*task) Kind() ast.NodeKind { return kindTask }

// Dump is part of ast.Node.
func (t *task) Dump(src []byte, level int) { ast.DumpHelper(t, src, level, nil, nil) }

// bracketParser reads what begins with a bracket and is no link.
type bracketParser struct {
	run   *run
	quota *quota
}

// Trigger is part of parser.InlineParser.
func (bracketParser) Trigger() []byte { return []byte{'[', '!'} }

// Parse is part of parser.InlineParser.
func (p bracketParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if line[0] == '!' {
		return p.image(line, segment, block)
	}
	if p.quota.spent(parent) {
		return literal(1, segment, block)
	}
	if beginsItem(parent) && taskBox.Match(line) {
		block.Advance(3)
		return &task{checked: line[1] != ' '}
	}
	if footnote.Match(line) {
		p.run.fault(segment.Start, "footnote", `写进正文；要原样打印方括号，写 \[`, "不支持脚注")
		return nil
	}
	end := closing(line)
	if end >= 0 && end+1 < len(line) && line[end+1] == '{' {
		return p.span(line, end, segment.Start, block)
	}
	if p.quota.exceeded(p.run, parent, segment.Start) {
		return literal(1, segment, block)
	}
	if end < 0 || end+1 >= len(line) {
		return nil
	}
	switch line[end+1] {
	case '[', ':':
		if line[end+1] == '[' || !parent.HasChildren() {
			p.run.fault(segment.Start, "reference-link", `链接写成 [文字](网址)；要原样打印方括号，写 \[`, "不支持引用式链接")
		}
	}
	return nil
}

// image faults ![; the sign itself is kept from the link parser.
func (p bracketParser) image(line []byte, segment text.Segment, block text.Reader) ast.Node {
	if len(line) < 2 || line[1] != '[' {
		return nil
	}
	p.run.fault(segment.Start, "image", "删除图片；流程图、组织机构图等用 ```figure 写数据；要原样打印，写 \\!", "不支持图片")
	return literal(2, segment, block)
}

// literal takes the next n bytes as text.
func literal(n int, segment text.Segment, block text.Reader) ast.Node {
	block.Advance(n)
	return ast.NewTextSegment(segment.WithStop(segment.Start + n))
}

func (p bracketParser) span(line []byte, end, at int, block text.Reader) ast.Node {
	stop := closingBrace(line[end+1:])
	if stop < 0 {
		p.run.fault(at+end+1, "attribute", "补上 }", "属性没有结束")
		return nil
	}
	s := &span{label: bytes.Clone(line[1:end]), at: at}
	s.attrs = p.run.attributes(line[end+2:end+1+stop], at+end+2)
	block.Advance(end + 1 + stop + 1)
	return s
}

// beginsItem reports whether nothing has been read yet of the first paragraph of a list item.
func beginsItem(parent ast.Node) bool {
	item, ok := parent.Parent().(*ast.ListItem)
	return ok && item.FirstChild() == parent && !parent.HasChildren()
}

// closing is the place of the bracket that closes the one at the start of the line; -1 if there is none.
func closing(line []byte) int {
	depth := 0
	for i := 0; i < min(len(line), longestLabel); i++ {
		switch line[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// closingBrace is the place of the brace that closes the one at the start; braces inside quotes do not count.
func closingBrace(line []byte) int {
	quoted := false
	for i := 0; i < min(len(line), longestLabel); i++ {
		switch c := line[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == '}' && !quoted:
			return i
		}
	}
	return -1
}

// strayParser finds markup that other dialects know and this one does not.
type strayParser struct{ run *run }

// Trigger is part of parser.InlineParser.
func (strayParser) Trigger() []byte { return []byte{'{', '~'} }

// Parse is part of parser.InlineParser; it never makes a node.
func (p strayParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	before := block.PrecendingCharacter()
	switch {
	case bytes.HasPrefix(line, []byte("~~")) && before != '~':
		p.run.fault(segment.Start, "strikethrough", `要原样打印，写 \~`, "不支持删除线 ~~")
	case line[0] == '{' && before == ']', len(line) > 1 && line[0] == '{' && (line[1] == '.' || line[1] == '#'):
		p.run.fault(segment.Start, "attribute", `属性只能跟在 [文字] 之后或标题的末尾；要原样打印，写 \{`, "这里不能写属性 {…}")
	}
	return nil
}
