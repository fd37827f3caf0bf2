package docx

import (
	"errors"
	"fmt"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// commentsPart holds the comments (ECMA-376 part 1, 17.13.4.6).
const commentsPart = "word/comments.xml"

// comments is the guidance of a document on its way into comments.xml.
type comments struct {
	at  map[doc.Block][]*doc.Note // by the heading or paragraph that they stand at
	xml []string                  // w:comment elements; the index is the identifier
}

// gather finds where the guidance among blocks can be attached.
func (c *comments) gather(blocks []doc.Block) error {
	for i, b := range blocks {
		switch b := b.(type) {
		case *doc.Section:
			if err := c.gather(b.Blocks); err != nil {
				return err
			}
		case *doc.Note:
			if b.Kind != doc.Guide {
				continue
			}
			at := anchor(blocks, i)
			if at == nil {
				return errors.New("编写指引的前后没有标题和段落，不能成为批注；请在它前面写一段正文，或用 --guide text")
			}
			c.at[at] = append(c.at[at], b)
		}
	}
	return nil
}

// anchor is the block that guidance at a place stands at: the heading or paragraph before it, else the paragraph after it,
// else the nearest one further away.
func anchor(blocks []doc.Block, at int) doc.Block {
	before, near := upTo(blocks, at, -1)
	after, next := upTo(blocks, at, 1)
	switch {
	case near:
		return before
	case next && !isHeading(after):
		return after
	case before != nil:
		return before
	}
	return after
}

// upTo is the first heading or paragraph in a direction, and whether nothing but guidance stands between.
func upTo(blocks []doc.Block, at, step int) (found doc.Block, near bool) {
	near = true
	for i := at + step; i >= 0 && i < len(blocks); i += step {
		switch b := blocks[i].(type) {
		case *doc.Heading, *doc.Paragraph:
			return b, near
		case *doc.Note:
			near = near && b.Kind == doc.Guide
		default:
			near = false
		}
	}
	return nil, false
}

func isHeading(b doc.Block) bool {
	_, ok := b.(*doc.Heading)
	return ok
}

// commented writes the content of a heading or paragraph, with the comments that stand at it.
func (b *body) commented(at doc.Block, content func() error) error {
	first := len(b.comments.xml)
	for _, n := range b.comments.at[at] {
		b.rawf(`<w:commentRangeStart w:id="%d"/>`, len(b.comments.xml))
		b.comments.xml = append(b.comments.xml, b.comment(n))
	}
	if err := content(); err != nil {
		return err
	}
	for id := first; id < len(b.comments.xml); id++ {
		b.rawf(`<w:commentRangeEnd w:id="%d"/><w:r>%s<w:commentReference w:id="%d"/></w:r>`, id, b.runStyle(wml.CommentReference), id)
	}
	return nil
}

// runStyle is w:rPr with a style that a reference may lack.
func (b *body) runStyle(s wml.Style) string {
	if b.ref.styles[s] == "" {
		return ""
	}
	return `<w:rPr><w:rStyle w:val="` + b.ref.styles[s] + `"/></w:rPr>`
}

// comment makes a w:comment of a note. Nothing in it is a control or a link: it is told to the editor and goes away.
func (b *body) comment(n *doc.Note) string {
	outer := b.out
	defer func() { b.out = outer }()
	b.out = nil
	b.rawf(`<w:comment w:id="%d" w:author="编写指引"`, len(b.comments.xml))
	if !b.doc.Meta.Created.IsZero() {
		b.raw(` w:date="` + b.doc.Meta.Created.UTC().Format("2006-01-02T15:04:05Z") + `"`)
	}
	b.raw(` w:initials="引">`)
	mark := `<w:r>` + b.runStyle(wml.CommentReference) + `<w:annotationRef/></w:r>`
	for _, line := range commentLines(n.Blocks, 0) {
		b.raw("<w:p>")
		if s := b.ref.styles[wml.CommentText]; s != "" {
			b.raw(`<w:pPr><w:pStyle w:val="` + s + `"/></w:pPr>`)
		}
		b.raw(mark)
		mark = ""
		b.said(line, format{})
		b.raw("</w:p>")
	}
	b.raw("</w:comment>")
	return string(b.out)
}

// commentLines are the paragraphs of a comment; items carry their markers as text, as comments have no numbering.
func commentLines(blocks []doc.Block, depth int) [][]doc.Inline {
	var lines [][]doc.Inline
	for _, x := range blocks {
		switch x := x.(type) {
		case *doc.Paragraph:
			lines = append(lines, x.Text)
		case *doc.List:
			for i, item := range x.Items {
				marker := strings.Repeat("　", depth) + "· "
				if x.Ordered {
					marker = fmt.Sprintf("%s%d. ", strings.Repeat("　", depth), x.Start+i)
				}
				inner := commentLines(item.Blocks, depth+1)
				if first, ok := firstParagraph(item.Blocks); !ok {
					inner = append([][]doc.Inline{first.Text}, inner...)
				}
				inner[0] = append([]doc.Inline{doc.Text(marker)}, inner[0]...)
				lines = append(lines, inner...)
			}
		}
	}
	return lines
}

// said writes running text as a reader sees it, with strong text strong.
func (b *body) said(text []doc.Inline, f format) {
	for _, in := range text {
		switch in := in.(type) {
		case doc.Strong:
			b.said(in.Text, format{strong: true})
		case doc.Emphasis:
			b.said(in.Text, f)
		case doc.Link:
			b.said(in.Text, f)
		case doc.Ref:
			b.said(in.Text, f)
		default:
			b.text(doc.PlainText([]doc.Inline{in}), f)
		}
	}
}

// add puts the comments into the package and gives their relationship; none when there are no comments.
func (c *comments) add(p *opc.Package, l *links) ([]opc.Relationship, error) {
	if len(c.xml) == 0 {
		return nil, nil
	}
	p.Set(commentsPart, wml.Header+`<w:comments `+wml.Declarations()+`>`+strings.Join(c.xml, "")+`</w:comments>`)
	if err := p.SetType(commentsPart, wml.TypeBase+"comments+xml"); err != nil {
		return nil, err
	}
	return []opc.Relationship{{ID: l.next(), Type: wml.RelationshipBase + "comments", Target: "comments.xml"}}, nil
}
