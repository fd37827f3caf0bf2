package docx

import (
	"fmt"
	"math"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// cover writes the cover as a section of its own, without header and footer. Its blanks shrink when it would not fit on one
// page otherwise.
func (b *body) cover(c *doc.Cover) error {
	b.turnTo(coverPage)
	gap := b.coverGaps(c)
	house := style.House()
	lines := []coverLine{
		{wml.CoverCompany, c.Company, house.CoverCompany, gap(style.CoverCompanyBefore), 0},
		{wml.CoverTitle, c.Title, house.CoverTitle, gap(style.CoverTitleBefore), gap(style.CoverTitleAfter)},
	}
	for _, text := range c.Lines {
		lines = append(lines, coverLine{wml.CoverLine, text, house.CoverLine, 0, 0})
	}
	if c.Fields != nil {
		last := &lines[len(lines)-1]
		last.after += gap(style.CoverFieldsBefore)
	}
	for _, l := range lines {
		if err := b.paragraph(paragraph{style: l.style, spacing: l.spacing(gap(1) < 1)}, l.text); err != nil {
			return err
		}
	}
	if err := b.coverFields(c.Fields); err != nil {
		return err
	}
	for _, text := range c.Notices {
		if err := b.paragraph(paragraph{style: wml.CoverNotice, frame: footFrame(b.ref.sections[coverPage].width)}, text); err != nil {
			return err
		}
	}
	// The notices stand in a frame, which must be anchored in a paragraph that follows; it also ends the section.
	b.gap()
	b.turnTo(b.normal())
	return nil
}

// footFrame puts paragraphs at the foot of the text area, wherever the rest of the page ends; paragraphs in equal frames share
// one. It is no part of the style, as LibreOffice heeds it in paragraphs only.
func footFrame(width int) string {
	return fmt.Sprintf(`<w:framePr w:w="%d" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>`, width)
}

// coverLine is a paragraph of the cover.
type coverLine struct {
	style         wml.Style
	text          []doc.Inline
	house         style.Paragraph
	before, after float64
}

// spacing is written out only where it is not that of the style.
func (l coverLine) spacing(shrunk bool) string {
	usual := l.style == wml.CoverTitle && l.after == style.CoverTitleAfter || l.style != wml.CoverTitle && l.after == 0
	if usual && !shrunk {
		return ""
	}
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d"/>`, twips(l.before), twips(l.after))
}

// coverSlack is left for the rules and for the short paragraph at the end of the cover.
const coverSlack = 30

// coverGaps gives the function that shrinks the blanks in proportion when they do not fit into the rest of the page.
func (b *body) coverGaps(c *doc.Cover) func(float64) float64 {
	const all = style.CoverCompanyBefore + style.CoverRuleGap + style.CoverTitleBefore + style.CoverTitleAfter + style.CoverFieldsBefore
	house := style.House()
	rest := style.PageHeight - style.MarginTop - style.MarginBot - style.CoverNoticeGap - coverSlack
	rest -= b.linesHeight(c.Company, house.CoverCompany) + b.linesHeight(c.Title, house.CoverTitle)
	for _, text := range c.Lines {
		rest -= b.linesHeight(text, house.CoverLine)
	}
	for _, text := range c.Notices {
		rest -= b.linesHeight(text, house.CoverNotice)
	}
	if c.Fields != nil {
		rest -= b.page.height(c.Fields)
	}
	scale := math.Min(1, math.Max(0.1, rest/all))
	return func(gap float64) float64 { return gap * scale }
}

// linesHeight estimates the height of a text: the cover needs no exact one.
func (b *body) linesHeight(text []doc.Inline, p style.Paragraph) float64 {
	lines := 0.0
	for _, line := range strings.Split(doc.PlainText(text), "\n") {
		lines += math.Max(1, math.Ceil(b.page.width(p, line)/style.TextWidth))
	}
	return lines * p.Pitch
}

// coverFields is the small table of number, version and signatures.
func (b *body) coverFields(t *doc.Table) error {
	if t == nil {
		return nil
	}
	return b.table(t, tableLook{
		style: wml.CoverTable, text: wml.CoverField, width: min(twips(style.CoverFieldsWidth), b.width()), row: style.CoverFieldRow,
	})
}
