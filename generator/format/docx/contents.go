package docx

import (
	"fmt"
	"strconv"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

const (
	tocTitle = "目　　录"
	tocField = `TOC \o "1-3" \h \z \u`
)

// contents writes the table of contents as a live field with the result that Word would compute: LibreOffice, previewers
// and Word in protected view show what is written. The field is neither dirty nor does the file ask for an update, as Word
// would put a question to everyone who opens it.
func (b *body) contents(at *doc.TOC) error {
	b.pageBreak()
	b.begin()
	id, _ := b.controls.next("contents")
	b.rawf(`<w:sdt><w:sdtPr><w:id w:val="%d"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`, id)
	if err := b.wrap(paragraph{style: wml.TOCTitle}, func() error { b.text(tocTitle, format{}); return nil }); err != nil {
		return err
	}
	start := fieldStart(tocField)
	for _, h := range b.listed(at) {
		if err := b.entry(h, start); err != nil {
			return err
		}
		start = ""
	}
	if err := b.wrap(paragraph{style: wml.TableGap}, func() error { b.raw(start + fieldEnd); return nil }); err != nil {
		return err
	}
	b.raw("</w:sdtContent></w:sdt>")
	b.tail = -1
	b.pageBreak()
	return nil
}

// listed gives the headings that the contents show: levels 1 to 3 that follow.
func (b *body) listed(at *doc.TOC) []*doc.Heading {
	var all []*doc.Heading
	after := false
	doc.Walk(b.doc.Blocks, func(x doc.Block) bool {
		switch x := x.(type) {
		case *doc.TOC:
			after = after || x == at
		case *doc.Heading:
			if after && x.Level <= wml.TOCLevels {
				all = append(all, x)
			}
		}
		return true
	})
	return all
}

// entry is a line of the contents; start opens the field in the first one.
func (b *body) entry(h *doc.Heading, start string) error {
	page := b.page.of(h)
	if page < 1 {
		return fmt.Errorf("no page for heading %q", oneLine(h.Text))
	}
	text := oneLine(h.Text)
	if h.Number != "" {
		text = h.Number + doc.CaptionGap + text
	}
	return b.wrap(paragraph{style: wml.TOC(h.Level)}, func() error {
		b.raw(start + `<w:hyperlink w:anchor="` + b.headings[h] + `" w:history="1">`)
		b.text(text, format{})
		b.raw("<w:r><w:tab/></w:r>" + field(`PAGEREF `+b.headings[h]+` \h`, strconv.Itoa(page)) + "</w:hyperlink>")
		return nil
	})
}

const fieldEnd = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`

func fieldStart(instruction string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + wml.Escape(instruction) +
		` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
}

// field takes five runs (WPS does not show a field in one run); result is shown until somebody updates the field.
func field(instruction, result string) string {
	return fieldStart(instruction) + "<w:r><w:t>" + wml.Escape(result) + "</w:t></w:r>" + fieldEnd
}
