package docx

import (
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// tableLook is how one table is written.
type tableLook struct {
	style    wml.Style
	text     wml.Style // style of the cells; empty for the one of the house
	width    int       // in twips; 0 for the width of the text
	row      float64   // least height of a row, in points
	whole    bool      // kept on one page even if layout does not say so
	keepNext bool      // the last row keeps with what follows, a caption
	gap      bool      // a short paragraph follows
}

// paragraph is the setting of the text in the cells.
func (l tableLook) paragraph() style.Paragraph {
	if l.text == wml.CoverField {
		return style.House().CoverField
	}
	return style.House().TableText
}

// table writes a grid of fixed widths: the layout of Word and LibreOffice then is the one that was computed.
func (b *body) table(t *doc.Table, look tableLook) error {
	b.begin()
	if b.turn {
		// A table cannot start a page by itself.
		b.gap()
	}
	if look.width == 0 {
		look.width = b.width()
	}
	look.whole = look.whole || b.page.staysWhole(t)
	g := grid{body: b, table: t, look: look, widths: b.page.columns(t, look.width, look.paragraph()), aligns: b.page.aligns(t), owners: owners(t)}
	b.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="` + b.ref.styles[look.style] + `"/>`)
	b.rawf(`<w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`, look.width)
	b.raw(conditional(t) + "</w:tblPr><w:tblGrid>")
	for _, w := range g.widths {
		b.rawf(`<w:gridCol w:w="%d"/>`, w)
	}
	b.raw("</w:tblGrid>")
	for r := range t.Rows {
		if err := g.row(r); err != nil {
			return err
		}
	}
	b.raw("</w:tbl>")
	b.tail = -1
	if look.gap {
		b.gap()
	}
	return nil
}

// conditional tells which parts of the table style apply (ECMA-376 part 1, 17.4.55): the head, and bands in tables with one.
func conditional(t *doc.Table) string {
	if t.Head == 0 {
		return `<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
	}
	return `<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`
}

// grid is a table while it is written.
type grid struct {
	body   *body
	table  *doc.Table
	look   tableLook
	widths []int
	aligns []doc.Align
	owners [][]spot
}

// spot is a place in the grid.
type spot struct{ row, col int }

// owners gives for every place the cell that covers it.
func owners(t *doc.Table) [][]spot {
	all := make([][]spot, len(t.Rows))
	for r := range t.Rows {
		all[r] = make([]spot, len(t.Columns))
	}
	for r, row := range t.Rows {
		for c, cell := range row.Cells {
			if cell.Covered {
				continue
			}
			for i := r; i < min(r+cell.RowSpan, len(t.Rows)); i++ {
				for j := c; j < min(c+cell.ColSpan, len(t.Columns)); j++ {
					all[i][j] = spot{r, c}
				}
			}
		}
	}
	return all
}

func (g *grid) row(r int) error {
	b := g.body
	head := r < g.table.Head
	b.raw("<w:tr><w:trPr>")
	if !b.page.maySplit(g.table, r) {
		b.raw("<w:cantSplit/>")
	}
	if h := g.height(r); h > 0 {
		b.rawf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, twips(h))
	}
	if head {
		b.raw("<w:tblHeader/>")
	}
	b.raw("</w:trPr>")
	for c := 0; c < len(g.widths); {
		at := g.owners[r][c]
		cell := &g.table.Rows[at.row].Cells[at.col]
		if err := g.cell(cell, at, r, c, head); err != nil {
			return fmt.Errorf("row %d, column %d: %w", r+1, c+1, err)
		}
		c += max(cell.ColSpan, 1)
	}
	b.raw("</w:tr>")
	return nil
}

// height is the least height of a row; 0 leaves it to the text. Upright text does not raise its row, so its height must be
// given.
func (g *grid) height(r int) float64 {
	h := g.look.row
	if g.table.Form && r >= g.table.Head {
		h = max(h, style.FormRowHeight)
	}
	for c, cell := range g.table.Rows[r].Cells {
		if cell.Vertical && !cell.Covered && cell.RowSpan == 1 {
			h = max(h, uprightHeight(doc.PlainText(cell.Text), g.span(c, cell.ColSpan)))
		}
	}
	return h
}

// uprightHeight is the height in which the text fits into as many columns as the width, in twips, has room for.
func uprightHeight(text string, width int) float64 {
	pitch, step := style.House().TableHead.Pitch, style.House().TableHead.Size*1.05
	columns := max(1, int(float64(width-2*uprightMargin)/(pitch*style.TwipsPerPoint)))
	signs := len([]rune(text))
	perColumn := (signs + columns - 1) / columns
	return max(style.VerticalCellMin, float64(perColumn)*step+2*style.CellPadY+1)
}

// span is the width of so many columns from c on.
func (g *grid) span(c, columns int) int {
	w := 0
	for i := c; i < min(c+max(columns, 1), len(g.widths)); i++ {
		w += g.widths[i]
	}
	return w
}

// uprightMargin is kept at the sides of upright text, in twips: a narrow cell has no room for the usual ones.
const uprightMargin = 28

// cell writes one w:tc. A cell over several rows is one w:tc a row, all but the first empty (17.4.84).
func (g *grid) cell(cell *doc.Cell, at spot, r, c int, head bool) error {
	b := g.body
	b.rawf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, g.span(c, cell.ColSpan))
	if cell.ColSpan > 1 {
		b.rawf(`<w:gridSpan w:val="%d"/>`, cell.ColSpan)
	}
	if cell.RowSpan > 1 && at.row == r {
		b.raw(`<w:vMerge w:val="restart"/>`)
	} else if at.row != r {
		b.raw("<w:vMerge/>")
	}
	if head && r > 0 {
		// The table style shades its first row only.
		b.raw(`<w:shd w:val="clear" w:color="auto" w:fill="` + style.HeadShade + `"/>`)
	}
	if cell.Vertical {
		b.rawf(`<w:tcMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tcMar><w:textDirection w:val="tbRlV"/>`, uprightMargin, uprightMargin)
	}
	b.raw(`<w:vAlign w:val="center"/></w:tcPr>`)
	text := cell.Text
	if at.row != r {
		text = nil
	}
	if err := b.paragraph(g.paragraph(r, at.col, head), text); err != nil {
		return err
	}
	b.raw("</w:tc>")
	return nil
}

func (g *grid) paragraph(r, col int, head bool) paragraph {
	p := paragraph{style: wml.TableText, keepNext: g.together(r)}
	if g.look.text != "" {
		p.style = g.look.text
	}
	if head {
		p.style = wml.TableHead
		return p
	}
	switch g.aligns[col] {
	case doc.Center:
		p.align = "center"
	case doc.Right:
		p.align = "right"
	}
	return p
}

// together tells whether a row stands on the page of the next one: in short tables, and for the head with the first row.
func (g *grid) together(r int) bool {
	last := r == len(g.table.Rows)-1
	switch {
	case last:
		return g.look.keepNext
	case r < g.table.Head:
		return true
	}
	return g.look.whole
}
