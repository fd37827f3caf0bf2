package layout

import (
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// boxes measures blocks.
func (c *composer) boxes(blocks []doc.Block) ([]box, error) {
	var all []box
	for i, b := range blocks {
		var err error
		switch b := b.(type) {
		case *doc.Cover:
			all = append(all, c.coverBox(b), box{newPage: true})
		case *doc.TOC:
			all = append(all, c.tocBoxes(c.listed(b))...)
		case *doc.Heading:
			all = append(all, c.headingBox(b))
		case *doc.Paragraph:
			all = append(all, c.textBox(b.Text, c.house.Body, c.left, c.width, c.element("P", c.parent)))
		case *doc.List:
			all, err = c.listBoxes(all, b, c.house.ListItem, c.left, c.width, 0)
		case *doc.Note:
			all, err = c.noteBoxes(all, b)
		case *doc.Table:
			all = append(all, c.tableBoxes(b)...)
		case *doc.Figure:
			var figure []box
			figure, err = c.figureBoxes(b)
			all = append(all, figure...)
		case *doc.SignOff:
			all = append(all, c.signOffBox(b))
		case *doc.PageBreak:
			all = append(all, box{newPage: true})
		case *doc.Section:
			return nil, fmt.Errorf("set block %d: a section stands inside a section", i+1)
		default:
			return nil, fmt.Errorf("set block %d: block %T is not known", i+1, b)
		}
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// textBox is a paragraph: at least two of its lines stand together at a page's end and start.
func (c *composer) textBox(text []doc.Inline, p style.Paragraph, x, width float64, element int) box {
	return c.looksBox(text, look(p), p, x, width, element)
}

// looksBox is a paragraph whose text does not look as its style says.
func (c *composer) looksBox(text []doc.Inline, look attributes, p style.Paragraph, x, width float64, element int) box {
	return c.charsBox(c.shape(text, look), p, x, width, element)
}

// charsBox is a paragraph of measured characters.
func (c *composer) charsBox(chars []char, p style.Paragraph, x, width float64, element int) box {
	x, width = x+p.Left, width-p.Left
	indent := p.FirstIndent * p.Size
	lines := c.squeeze.breakLines(chars, width-indent, width, p.Justify)
	if len(lines) == 0 {
		lines = make([]line, 1) // an empty paragraph takes a line, as in Word
	}
	return c.lineBox(lines, p, func(first, n int, y float64) {
		for i := first; i < first+n; i++ {
			at := x
			if i == 0 {
				at += indent
			}
			c.emitLines(lines[i:i+1], at, y, width, p.Pitch, alignOf(p), element)
			y += p.Pitch
		}
	})
}

// lineBox is a box of lines that draw puts on the page: n lines from the given one, at y.
func (c *composer) lineBox(lines []line, p style.Paragraph, draw func(first, n int, y float64)) box {
	n := len(lines)
	lead := 2
	if n <= 3 {
		lead = n
	}
	return box{
		before: p.Before, after: p.After, lead: float64(lead) * p.Pitch, height: float64(n) * p.Pitch, keep: p.KeepNext,
		place: func() {
			for first := 0; first < n; {
				fit := c.linesOnPage(n-first, first == 0, p.Pitch)
				if fit > 0 {
					draw(first, fit, c.y)
					c.y += float64(fit) * p.Pitch
					first += fit
				}
				if first < n {
					c.newPage()
				}
			}
		},
	}
}

// linesOnPage tells how many of the left lines go on this page; 0 sends them all to the next one.
func (c *composer) linesOnPage(left int, start bool, pitch float64) int {
	fit := int((c.bottom() - c.y + slack) / pitch)
	if fit >= left {
		return left
	}
	if left-fit == 1 {
		fit--
	}
	if fit < 2 && start && !c.atTop() {
		return 0
	}
	return max(fit, 1)
}

// headingBox is a heading, which draws its number, too.
func (c *composer) headingBox(h *doc.Heading) box {
	p := []style.Paragraph{c.house.Heading1, c.house.Heading2, c.house.Heading3, c.house.Heading4}[min(max(h.Level, 1), 4)-1]
	if h.Style == doc.Plain && h.Level == 1 {
		p = c.house.Title
	}
	c.heading = headingText(h)
	face := look(p)
	var spans []span
	if h.Number != "" {
		// The number is a label, as in a list, and the text is the rest.
		label := face.with(func(l *attributes) { l.inner = &inner{role: "Lbl"} })
		spans = append(spans, span{h.Number + doc.CaptionGap, label})
		face.inner = &inner{role: "Span"}
	}
	b := c.charsBox(c.shapeSpans(flatten(spans, h.Text, &face)), p, c.left, c.width, c.element(fmt.Sprintf("H%d", h.Level), c.parent))
	place := b.place
	b.place = func() {
		// The heading stands whole on a page, so its page is known before it is drawn.
		c.result.pages[h] = c.pageNumber()
		if h.ID != "" {
			c.targets[h.ID] = len(c.result.Headings)
		}
		c.result.Headings = append(c.result.Headings, Heading{Level: h.Level, Text: headingText(h), Page: c.pageNumber(), Y: c.y})
		place()
	}
	b.lead = b.height
	return b
}

// headingText is a heading in one line with its number.
func headingText(h *doc.Heading) string {
	text := oneLine(doc.PlainText(h.Text))
	if h.Number == "" {
		return text
	}
	return h.Number + doc.CaptionGap + text
}

// tableBoxes is a table with its caption above.
func (c *composer) tableBoxes(t *doc.Table) []box {
	element := c.element("Table", c.parent)
	var boxes []box
	if label := t.Label(); label != "" {
		boxes = append(boxes, c.captionBox(label, t.Caption, c.house.Caption, element))
	}
	b := c.tableBox(t, c.left, c.width, element)
	if len(boxes) == 0 {
		b.before = style.TableBefore
	}
	return append(boxes, b)
}

// captionBox is the caption of a table or a figure.
func (c *composer) captionBox(label string, text []doc.Inline, p style.Paragraph, parent int) box {
	text = append([]doc.Inline{doc.Text(label + doc.CaptionGap)}, text...)
	return c.textBox(text, p, c.left, c.width, c.element("Caption", parent))
}

// signOffBox is the block of signatures, which stays on one page.
func (c *composer) signOffBox(s *doc.SignOff) box {
	b := c.tableBox(s.Table(), c.left, c.width, c.element("Table", c.parent))
	b.lead, b.before = b.height, style.TableBefore
	return b
}
