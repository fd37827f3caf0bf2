package mdparse

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// dialect puts the parser together. Setext headings, HTML blocks and link reference definitions are left out: a line of
// ---- after a paragraph is a page break, and the others are found by the checks of paragraph and inline.
func (r *run) dialect() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(nested{parser.NewListParser(), r}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headingParser{parser.NewATXHeadingParser(), r}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(nested{parser.NewBlockquoteParser(), r}, 800),
			util.Prioritized(nested{divParser{r}, r}, 850),
			util.Prioritized(commentParser{r}, 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(bracketParser{r, &quota{}}, 150),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasisParser{r, &quota{}}, 500),
			util.Prioritized(strayParser{r}, 600),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(tableParser{r}, 200),
		),
	)
}

// nested is a container that does not open below MaxNesting levels.
type nested struct {
	parser.BlockParser
	run *run
}

// Open is part of parser.BlockParser.
func (n nested) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	// A level of a list counts twice: the list and its item.
	if len(pc.OpenedBlocks()) >= 2*MaxNesting {
		_, at := reader.Position()
		n.run.fault(at.Start, "nesting", "减少层次", "嵌套超过 %d 层", MaxNesting)
		return nil, parser.NoChildren
	}
	return n.BlockParser.Open(parent, reader, pc)
}

// MaxMarks is the number of brackets and of runs of * and _ in one paragraph or cell.
const MaxMarks = 500

// quota counts the marks of a block. Matching them costs the square of their number.
type quota struct {
	block ast.Node
	used  int
}

// spent reports whether a block has more marks than allowed already.
func (q *quota) spent(block ast.Node) bool { return q.block == block && q.used > MaxMarks }

// exceeded counts one mark more, and reports whether it is one too many.
func (q *quota) exceeded(r *run, block ast.Node, at int) bool {
	if q.block != block {
		q.block, q.used = block, 0
	}
	if q.used++; q.used == MaxMarks+1 {
		r.fault(at, "too-many-marks", "分成几段；要原样打印，前面写 \\", "一段文字里的 [、* 或 _ 超过 %d 个", MaxMarks)
	}
	return q.used > MaxMarks
}
