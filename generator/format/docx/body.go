package docx

import (
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// body writes the content of document.xml. It belongs to one call of Write.
type body struct {
	doc  *doc.Document
	ref  *reference
	page measures

	out      []byte
	sections sections
	tail     int  // where the properties of the last paragraph end, when a paragraph was written last; otherwise -1
	room     int  // where the space below that paragraph can be set; otherwise -1
	turn     bool // the next paragraph starts a page

	appendix  bool                    // the last numbered heading of level 1 was an appendix
	headings  map[*doc.Heading]string // bookmarks
	targets   map[string]string       // bookmarks of headings by their ID
	bookmarks int
	controls  controls
	links     links
	lists     []string // w:num elements of ordered lists
	comments  comments
	drawings  int // the last identifier of a drawing or a shape
	trends    []trend
}

func newBody(ref *reference, m measures, d *doc.Document) *body {
	b := &body{doc: d, ref: ref, page: m, tail: -1, room: -1, controls: newControls(ref.controls), links: links{free: ref.freeRel}, drawings: ref.drawings}
	b.sections.open = b.normal()
	b.nameHeadings()
	return b
}

// normal is the page setting of what stands in no Section.
func (b *body) normal() sectionKind {
	if b.doc.Meta.Landscape {
		return landscape
	}
	return portrait
}

func (b *body) document() error {
	if err := b.blocks(b.doc.Blocks); err != nil {
		return err
	}
	b.endDocument()
	return nil
}

func (b *body) blocks(blocks []doc.Block) error {
	for _, x := range blocks {
		if err := b.block(x); err != nil {
			return err
		}
	}
	return nil
}

func (b *body) block(x doc.Block) error {
	switch x := x.(type) {
	case *doc.Cover:
		return b.cover(x)
	case *doc.TOC:
		return b.contents(x)
	case *doc.Heading:
		return b.heading(x)
	case *doc.Paragraph:
		return b.wrap(paragraph{style: wml.BodyText}, func() error {
			return b.commented(x, func() error { return b.inlines(x.Text, format{}) })
		})
	case *doc.List:
		return b.list(x, place{})
	case *doc.Table:
		return b.captioned(x)
	case *doc.Figure:
		return b.figure(x)
	case *doc.Note:
		return b.note(x)
	case *doc.SignOff:
		b.roomAbove()
		return b.table(x.Table(), tableLook{style: wml.FormTable, whole: true, gap: true})
	case *doc.Section:
		return b.section(x)
	case *doc.PageBreak:
		b.pageBreak()
		return nil
	}
	return fmt.Errorf("block of unknown kind %T", x)
}

func (b *body) raw(s string) { b.out = append(b.out, s...) }

func (b *body) rawf(format string, args ...any) { b.out = fmt.Appendf(b.out, format, args...) }
