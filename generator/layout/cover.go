package layout

import (
	"math"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// coverBox is the first page: company over a double rule, title, further lines, fields, and the notices at the foot.
func (c *composer) coverBox(v *doc.Cover) box {
	parent := c.element("Sect", c.parent)
	company := c.textBox(v.Company, c.house.CoverCompany, c.left, c.width, c.element("P", parent))
	accent := look(c.house.CoverTitle)
	accent.colour = accentColour
	title := c.looksBox(v.Title, accent, c.house.CoverTitle, c.left, c.width, c.element("P", parent))
	lines := c.coverLines(v.Lines, c.house.CoverLine, parent)
	var fields *grid
	if v.Fields != nil {
		x := c.left + (c.width-style.CoverFieldsWidth)/2
		fields = c.grid(v.Fields, c.house.CoverField, x, style.CoverFieldsWidth, c.element("Table", parent))
		fields.lined = true
		fields.raise(style.CoverFieldRow)
	}
	notices := c.coverLines(v.Notices, c.house.CoverNotice, parent)
	return box{newPage: true, lead: c.pageRoom(), place: func() {
		c.plain[len(c.plain)-1] = true
		foot := height(notices) + style.CoverNoticeGap
		rest := c.areaHeight() - height([]box{company, title}) - height(lines) - foot
		if fields != nil {
			rest -= sum(fields.heights)
		}
		gap := c.gaps(rest)
		c.y += gap(style.CoverCompanyBefore)
		c.placeAll(company)
		c.y += gap(style.CoverRuleGap)
		c.doubleRule()
		c.y += gap(style.CoverTitleBefore)
		c.placeAll(title)
		c.y += gap(style.CoverTitleAfter)
		c.placeAll(lines...)
		if fields != nil {
			c.y += gap(style.CoverFieldsBefore)
			fields.place()
		}
		if len(notices) > 0 {
			c.y = math.Max(c.y, c.bottom()-foot)
			c.page.Rules = append(c.page.Rules, Rule{X1: c.left, Y1: c.y, X2: c.left + c.width, Y2: c.y, Width: 0.75, Colour: accentColour})
			c.y += style.CoverNoticeGap
			c.placeAll(notices...)
		}
	}}
}

// gaps shrinks the blanks of the cover in proportion when they do not fit into the given rest of the page.
func (c *composer) gaps(rest float64) func(float64) float64 {
	const all = style.CoverCompanyBefore + style.CoverRuleGap + style.CoverTitleBefore + style.CoverTitleAfter + style.CoverFieldsBefore
	scale := math.Min(1, math.Max(0.1, rest/all))
	return func(gap float64) float64 { return gap * scale }
}

func (c *composer) coverLines(texts [][]doc.Inline, p style.Paragraph, parent int) []box {
	var boxes []box
	for _, text := range texts {
		boxes = append(boxes, c.textBox(text, p, c.left, c.width, c.element("P", parent)))
	}
	return boxes
}

func (c *composer) placeAll(boxes ...box) {
	for _, b := range boxes {
		b.place()
	}
}

func height(boxes []box) float64 {
	total := 0.0
	for _, b := range boxes {
		total += b.height
	}
	return total
}

// raise gives every row at least the given height.
func (g *grid) raise(least float64) {
	g.least = math.Max(g.least, least)
	g.measure()
}

func (c *composer) doubleRule() {
	for i, width := range []float64{2, 0.75} {
		y := c.y + 3.5*float64(i)
		c.page.Rules = append(c.page.Rules, Rule{X1: c.left, Y1: y, X2: c.left + c.width, Y2: y, Width: width, Colour: accentColour})
	}
}
