package docx

import (
	"slices"

	"qmsdraft/generator/doc"
)

// sectionKind is one of the page settings that a reference has.
type sectionKind int

const (
	coverPage sectionKind = iota
	portrait
	landscape
)

// sections knows which section is open. A new one starts only when something is written in it, so that a document which
// ends after landscape pages has no empty page at its end.
type sections struct {
	open    sectionKind
	wanted  sectionKind
	change  bool // the next block belongs to a new section of the kind wanted
	written bool // the open section has content
}

// fresh tells whether the next block will be the first of its section.
func (s *sections) fresh() bool { return s.change || !s.written }

// turnTo starts a section of the kind.
func (b *body) turnTo(kind sectionKind) {
	b.turn = false
	b.sections.wanted, b.sections.change = kind, true
}

// begin must be called before a block is written.
func (b *body) begin() {
	s := &b.sections
	if s.change {
		if s.written {
			b.endSection()
		}
		s.open, s.change, s.written = s.wanted, false, false
	}
	s.written = true
}

// endSection puts the page setting into the last paragraph, where WordprocessingML wants it (17.6.18).
func (b *body) endSection() {
	if b.tail < 0 {
		b.gap()
	}
	b.out = slices.Insert(b.out, b.tail, []byte(b.ref.sections[b.sections.open].xml)...)
	b.tail = -1
}

// endDocument writes the page setting of the last section, which stands at the end of the body.
func (b *body) endDocument() {
	if len(b.out) == 0 {
		b.gap()
	}
	b.raw(b.ref.sections[b.sections.open].xml)
}

// width is the width of the text, in twips, of the section that the next block will stand in.
func (b *body) width() int {
	kind := b.sections.open
	if b.sections.change {
		kind = b.sections.wanted
	}
	return b.ref.sections[kind].width
}

func (b *body) section(s *doc.Section) error {
	kind := portrait
	if s.Landscape {
		kind = landscape
	}
	b.turnTo(kind)
	if err := b.blocks(s.Blocks); err != nil {
		return err
	}
	b.turnTo(b.normal())
	return nil
}
