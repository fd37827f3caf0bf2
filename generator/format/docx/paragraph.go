package docx

import (
	"fmt"
	"slices"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// paragraph is the properties of one paragraph (ECMA-376 part 1, 17.3.1.26). Whatever a style can say is left to it.
type paragraph struct {
	style    wml.Style
	keepNext bool
	frame    string // w:framePr
	number   string // w:numPr, empty when the style says it
	spacing  string // w:spacing, where it is not that of the style
	flush    bool   // no space above at the start of a page: Word drops it only where it breaks the page itself
	indent   string // w:ind
	align    string // value of w:jc
}

// paragraph writes a paragraph with running text.
func (b *body) paragraph(p paragraph, text []doc.Inline) error {
	return b.wrap(p, func() error { return b.inlines(text, format{}) })
}

// wrap writes a paragraph around whatever content writes. The end of its properties is kept, as a section may have to end
// in it.
func (b *body) wrap(p paragraph, content func() error) error {
	top := b.turn || b.sections.fresh()
	b.begin()
	if top && p.flush {
		p.spacing = `<w:spacing w:before="0"/>`
	}
	b.raw("<w:p><w:pPr>")
	b.properties(p, b.turn)
	b.turn = false
	tail := len(b.out)
	b.raw("</w:pPr>")
	if err := content(); err != nil {
		return err
	}
	b.raw("</w:p>")
	b.tail = tail
	return nil
}

// properties writes the children of w:pPr in the order of the schema.
func (b *body) properties(p paragraph, turn bool) {
	b.raw(`<w:pStyle w:val="` + b.ref.styles[p.style] + `"/>`)
	if p.keepNext {
		b.raw("<w:keepNext/>")
	}
	if turn {
		b.raw("<w:pageBreakBefore/>")
	}
	b.raw(p.frame + p.number)
	b.room = -1
	if p.spacing == "" && tight(p.style) {
		b.room = len(b.out)
	}
	b.raw(p.spacing + p.indent)
	if p.align != "" {
		b.raw(`<w:jc w:val="` + p.align + `"/>`)
	}
}

// tight tells of the styles that leave less space below than a table needs above.
func tight(s wml.Style) bool {
	switch s {
	case wml.BodyText, wml.ListNext, wml.ListTask, wml.NoteBox, wml.GuideBox, wml.Heading(3), wml.Heading(4), wml.Appendix(3), wml.Appendix(4):
		return true
	}
	for level := 1; level <= wml.ListLevels; level++ {
		if s == wml.Bullet(level) || s == wml.Ordered(level) {
			return true
		}
	}
	return false
}

// roomAbove sets the space above a table without caption: a table has none, so the paragraph before it gets more below.
func (b *body) roomAbove() {
	if b.tail < 0 || b.room < 0 {
		return
	}
	room := fmt.Sprintf(`<w:spacing w:after="%d"/>`, twips(style.TableBefore))
	b.out = slices.Insert(b.out, b.room, []byte(room)...)
	b.tail += len(room)
	b.room = -1
}

// pageBreak lets the next paragraph start a page. At the start of a section that is so already.
func (b *body) pageBreak() {
	if !b.sections.fresh() {
		b.turn = true
	}
}

// gap writes the short paragraph that must stand after a table: two tables without one between them would become one.
func (b *body) gap() {
	b.raw("<w:p><w:pPr>")
	b.properties(paragraph{style: wml.TableGap}, b.turn)
	b.turn = false
	b.tail = len(b.out)
	b.raw("</w:pPr></w:p>")
}

// oneLine is text for a place that holds a single line.
func oneLine(text []doc.Inline) string {
	return strings.ReplaceAll(doc.PlainText(text), "\n", " ")
}
