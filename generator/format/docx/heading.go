package docx

import (
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// nameHeadings gives every heading a bookmark, as the contents and references point forward, too.
func (b *body) nameHeadings() {
	b.headings, b.targets = map[*doc.Heading]string{}, map[string]string{}
	doc.Walk(b.doc.Blocks, func(x doc.Block) bool {
		h, ok := x.(*doc.Heading)
		if !ok {
			return true
		}
		// Word names the bookmarks of its own contents in the same way.
		name := fmt.Sprintf("_Toc%09d", 100000001+len(b.headings))
		b.headings[h] = name
		if h.ID != "" {
			b.targets[h.ID] = name
		}
		return true
	})
}

// unnumbered takes a paragraph out of the numbering of its style (ECMA-376 part 1, 17.9.18).
const unnumbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`

// heading writes no number: the style has it, so that a heading which somebody adds in Word is numbered, too.
func (b *body) heading(h *doc.Heading) error {
	if h.Level < 1 || h.Level > wml.HeadingLevels {
		return fmt.Errorf("heading %q has level %d", oneLine(h.Text), h.Level)
	}
	if h.Number != "" && h.Level == 1 {
		b.appendix = h.Style == doc.Appendix
	}
	p := paragraph{style: wml.Heading(h.Level), flush: true}
	switch {
	case h.Style == doc.Plain && h.Level == 1:
		p.style = wml.PlainTitle
	case h.Number == "":
		p.number = unnumbered
	case b.appendix:
		p.style = wml.Appendix(h.Level)
	}
	return b.wrap(p, func() error {
		return b.commented(h, func() error {
			id := b.openBookmark(b.headings[h])
			if err := b.inlines(h.Text, format{}); err != nil {
				return err
			}
			b.closeBookmark(id)
			return nil
		})
	})
}
