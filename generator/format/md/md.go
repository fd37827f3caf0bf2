// Package md writes a document as GitHub flavoured Markdown for people: it reads well in a plain editor and in a viewer.
//
// The text is that of the tree, character for character; what Markdown has no words for is written with those it has: a
// cover becomes headings and a table, a landscape section its content, a covered cell an empty one, a fill-in
// 【**待填写：…**】. Heading numbers stand as attributes, # 标题 {#4.1}. Start at [Write].
package md

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"qmsdraft/generator/doc"
)

// Options is what can be chosen about Markdown.
type Options struct {
	// Asset puts a file beside the document and gives the name by which the document calls it; name is unique in the
	// document. When it is nil, figures are written as tables, so that the document says everything alone.
	Asset func(name string, data []byte) (file string, err error)
}

// Write writes a finished document. It fails for a kind of block or inline that it does not know and when w or the asset
// fails.
func Write(w io.Writer, d *doc.Document, o Options) error {
	p := &printer{asset: o.Asset, wide: d.Meta.Landscape}
	p.frontMatter(d.Meta)
	p.path = numberPath{chinese: d.Meta.Numbering == doc.Chinese}
	p.begin("")
	p.blocks(d.Blocks, "")
	if p.err != nil {
		return fmt.Errorf("write Markdown: %w", p.err)
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	return nil
}

// printer collects the output.
type printer struct {
	out  strings.Builder
	path numberPath
	err  error

	asset    func(name string, data []byte) (string, error)
	wide     bool // the paper lies
	untitled int  // figures without a number so far
}

// frontMatter writes the properties of the document as YAML; a JSON string is a YAML string, too.
func (p *printer) frontMatter(m doc.Meta) {
	p.out.WriteString("---\n")
	for _, field := range []struct{ key, value string }{
		{"title", m.Title}, {"number", m.Number}, {"version", m.Version}, {"company", m.Company},
	} {
		if field.value == "" {
			continue
		}
		p.out.WriteString(field.key + ": ")
		quoted := json.NewEncoder(&p.out)
		quoted.SetEscapeHTML(false)
		if err := quoted.Encode(field.value); err != nil {
			p.err = err
		}
	}
	p.out.WriteString("---\n")
}

// begin writes the blank line between two blocks.
func (p *printer) begin(indent string) {
	p.out.WriteString(strings.TrimRight(indent, " ") + "\n")
}

// blocks writes blocks with a blank line between them.
func (p *printer) blocks(blocks []doc.Block, indent string) {
	var before doc.Block
	otherMarker := false
	for _, b := range blocks {
		if isEmpty(b) {
			continue
		}
		if before != nil {
			p.begin(indent)
		}
		if list, ok := b.(*doc.List); ok {
			last, follows := before.(*doc.List)
			otherMarker = follows && last.Ordered == list.Ordered && !otherMarker
			p.list(list, indent, otherMarker)
		} else {
			p.block(b, indent)
		}
		before = b
	}
}

// block writes every kind of block but lists.
func (p *printer) block(b doc.Block, indent string) {
	switch b := b.(type) {
	case *doc.Cover:
		p.cover(b)
	case *doc.TOC:
		p.lines(indent, "[TOC]")
	case *doc.Heading:
		p.heading(b.Level, b.Text, p.path.next(b), indent)
	case *doc.Paragraph:
		p.paragraph(b.Text, indent)
	case *doc.Table:
		if len(b.Caption) > 0 {
			p.caption(b.Label(), b.Caption, indent)
			p.begin(indent)
		}
		p.table(b, indent)
	case *doc.Figure:
		p.figure(b, indent)
	case *doc.Note:
		p.blocks(p.labelled(b), indent+"> ")
	case *doc.SignOff:
		p.table(b.Table(), indent)
	case *doc.Section:
		outer := p.wide
		p.wide = b.Landscape
		p.blocks(b.Blocks, indent)
		p.wide = outer
	case *doc.PageBreak:
		p.lines(indent, "---")
	default:
		p.err = fmt.Errorf("block %T is not known", b)
	}
}

// isEmpty reports whether a block has nothing to print.
func isEmpty(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Paragraph:
		return doc.PlainText(b.Text) == ""
	case *doc.List:
		return len(b.Items) == 0
	case *doc.Section:
		return !slices.ContainsFunc(b.Blocks, func(b doc.Block) bool { return !isEmpty(b) })
	}
	return false
}

// lines writes a block of one or more lines.
func (p *printer) lines(indent, text string) {
	for _, line := range strings.Split(text, "\n") {
		p.out.WriteString(indent + line + "\n")
	}
}

func (p *printer) heading(level int, text []doc.Inline, number, indent string) {
	line := strings.Repeat("#", level) + " " + p.inline(text, inHeading)
	if number != "" {
		line += " {#" + number + "}"
	}
	p.lines(indent, line)
}

func (p *printer) paragraph(text []doc.Inline, indent string) {
	p.lines(indent, p.inline(text, inParagraph))
}

// caption writes "表 1　外部供方分类" as a paragraph.
func (p *printer) caption(label string, text []doc.Inline, indent string) {
	if label != "" {
		text = append([]doc.Inline{doc.Text(label + doc.CaptionGap)}, text...)
	}
	p.paragraph(text, indent)
}

// labelled is the note with its label as plain text, since a strong label would need care at every viewer.
func (p *printer) labelled(n *doc.Note) []doc.Block {
	label := doc.Text(n.Kind.Label())
	if len(n.Blocks) > 0 {
		if first, ok := n.Blocks[0].(*doc.Paragraph); ok {
			return append([]doc.Block{&doc.Paragraph{Text: append([]doc.Inline{label}, first.Text...)}}, n.Blocks[1:]...)
		}
	}
	return append([]doc.Block{&doc.Paragraph{Text: []doc.Inline{label}}}, n.Blocks...)
}

// cover writes company and title as headings, then lines, fields and notices, and a rule as the end of the page.
func (p *printer) cover(c *doc.Cover) {
	level := 1
	if doc.PlainText(c.Company) != "" {
		p.heading(level, c.Company, "", "")
		p.begin("")
		level++
	}
	p.heading(level, c.Title, "", "")
	rest := paragraphs(c.Lines)
	if c.Fields != nil {
		rest = append(rest, c.Fields)
	}
	rest = append(rest, paragraphs(c.Notices)...)
	p.begin("")
	p.blocks(append(rest, &doc.PageBreak{}), "")
}

func paragraphs(texts [][]doc.Inline) []doc.Block {
	var all []doc.Block
	for _, text := range texts {
		all = append(all, &doc.Paragraph{Text: text})
	}
	return all
}
