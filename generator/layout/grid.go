package layout

import (
	"math"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// grid is a table that is measured and ready to be placed.
type grid struct {
	c        *composer
	table    *doc.Table
	edges    []float64  // x of the column edges
	rows     [][]*field // the fields that start in a row, from left to right
	ending   [][]*field // the fields that end in a row
	heights  []float64  // of the rows on one page
	headRows int        // rows that repeat
	least    float64    // least height of a row below the head
	tail     float64    // room below the last row that must be on its page: a caption
	tall     []bool     // rows that may be split
	whole    bool       // kept on one page
	text     style.Paragraph
	lined    bool // only rules below the rows, as on a cover
}

// field is a cell with its text.
type field struct {
	cell     *doc.Cell
	row, col int
	align    alignment
	lines    []line
	upright  *upright
	full     float64 // height that the whole text needs
	element  int
	next     int     // first line that is not drawn yet
	top      float64 // of the part on this page
}

// splitShare is the share of a page from which on a row may be split.
const splitShare = 0.6

// tableBox measures a table.
func (c *composer) tableBox(t *doc.Table, x, width float64, element int) box {
	return c.grid(t, c.house.TableText, x, width, element).box()
}

// grid measures a table with the given style of text.
func (c *composer) grid(t *doc.Table, text style.Paragraph, x, width float64, element int) *grid {
	g := &grid{c: c, table: t, text: text, headRows: repeatable(t), edges: []float64{x}}
	if t.Form {
		g.least = style.FormRowHeight
	}
	cells := c.tableCells(t, text)
	fine := cells // the columns are as wide in a DOCX as in a PDF
	if c.word {
		fine = (&shaper{fonts: c.fonts}).tableCells(t, text)
	}
	aligns := alignments(t, fine)
	for _, w := range columnWidths(t, width, fine) {
		x += w
		g.edges = append(g.edges, c.edge(x))
	}
	g.rows, g.ending = make([][]*field, len(t.Rows)), make([][]*field, len(t.Rows))
	for r := range t.Rows {
		tr := c.element("TR", element)
		for k := range t.Rows[r].Cells {
			cell := &t.Rows[r].Cells[k]
			if cell.Covered {
				continue
			}
			f := g.field(cell, r, k, cells[r][k], aligns[k], tr)
			g.rows[r] = append(g.rows[r], f)
			g.ending[min(r+cell.RowSpan, len(t.Rows))-1] = append(g.ending[min(r+cell.RowSpan, len(t.Rows))-1], f)
		}
	}
	g.measure()
	return g
}

func (g *grid) field(cell *doc.Cell, r, k int, chars []char, align doc.Align, tr int) *field {
	f := &field{cell: cell, row: r, col: k, align: toLeft}
	role := "TD"
	switch {
	case r < g.table.Head:
		f.align, role = toCentre, "TH"
	case align == doc.Center:
		f.align = toCentre
	case align == doc.Right:
		f.align = toRight
	}
	f.element = g.c.element(role, tr)
	g.c.result.Elements[f.element].ColSpan, g.c.result.Elements[f.element].RowSpan = cell.ColSpan, cell.RowSpan
	width := g.edges[min(k+cell.ColSpan, len(g.edges)-1)] - g.edges[k]
	if cell.Vertical && len(chars) > 0 {
		u := newUpright(chars)
		f.upright, f.full = &u, u.height(width)
		return f
	}
	inner := width - 2*g.pad()
	squeeze := g.c.squeeze
	squeeze.hang = false // not in cells
	f.lines = squeeze.breakLines(chars, inner, inner, false)
	f.full = g.textHeight(len(f.lines))
	return f
}

// repeatable is the number of head rows that can be repeated: none when a head cell reaches into the rows below.
func repeatable(t *doc.Table) int {
	for r := range min(t.Head, len(t.Rows)) {
		for _, cell := range t.Rows[r].Cells {
			if !cell.Covered && r+cell.RowSpan > t.Head {
				return 0
			}
		}
	}
	return min(t.Head, len(t.Rows))
}

// edge is the place of a column edge; in a DOCX it is a number of twips.
func (c *composer) edge(x float64) float64 {
	if c.word {
		return math.Round(x*style.TwipsPerPoint) / style.TwipsPerPoint
	}
	return x
}

// wordPad is what LibreOffice keeps at the sides beyond the margins of a cell, as measured.
const wordPad = 0.1

// pad is the room at the sides of the text of a cell.
func (g *grid) pad() float64 {
	if g.c.word {
		return style.CellMarginX + wordPad
	}
	return style.CellPadX
}

// under is the room for the frame below the last row on a page: word processors want it inside of the page.
func (g *grid) under() float64 {
	if g.c.word {
		return style.TableFrame
	}
	return 0
}

func (g *grid) textHeight(lines int) float64 {
	// Word processors count the rule above a row as a part of it.
	return float64(lines)*g.text.Pitch + 2*style.CellPadY + style.TableRule
}

// measure finds the heights of the rows as if the table stood on one page.
func (g *grid) measure() {
	n := len(g.table.Rows)
	g.heights, g.tall = make([]float64, n), make([]bool, n)
	for r := range n {
		g.heights[r] = g.leastOf(r)
		for _, f := range g.ending[r] {
			above := 0.0
			for q := f.row; q < r; q++ {
				above += g.heights[q]
			}
			g.heights[r] = math.Max(g.heights[r], f.full-above)
		}
		g.tall[r] = r >= g.headRows && g.heights[r] > splitShare*g.c.pageRoom()
	}
	if sum(g.heights[:g.headRows]) > splitShare*g.c.pageRoom() {
		g.headRows = 0
	}
	height := sum(g.heights) + g.under()
	g.whole = n <= style.ShortTableRows && height+g.tail <= style.ShortTableShare*g.c.pageRoom()
	g.c.result.tables[g.table] = tableFacts{g.tall, g.whole, height}
}

// leastOf is the height of a row without text: one line, or the room to write by hand.
func (g *grid) leastOf(r int) float64 {
	if r >= g.table.Head {
		return math.Max(g.least, g.textHeight(1))
	}
	return g.textHeight(1)
}

// box is the table as a box. Short tables stay on one page; of others the head and the first row stand together.
func (g *grid) box() box {
	n := len(g.heights)
	whole := sum(g.heights) + g.under() + g.tail
	lead := whole
	if !g.whole {
		last := min(n, g.headRows+1)
		lead = sum(g.heights[:last]) + g.under()
		if first := g.headRows; first < n && g.tall[first] {
			lead -= g.heights[first] - g.textHeight(g.splitLines())
		}
		if g.headRows+1 >= n {
			lead += g.tail
		}
	}
	if g.tail > 0 {
		return box{lead: lead, height: whole, place: g.place}
	}
	return box{lead: lead, height: whole, gap: style.TableAfter, place: g.place}
}

// pageRoom is the height of the text area of the section.
func (c *composer) pageRoom() float64 {
	if c.wide {
		return style.PageWidth - style.MarginTop - style.MarginBot
	}
	return style.PageHeight - style.MarginTop - style.MarginBot
}

// shadeOf is the colour behind a row.
func shadeOf(t *doc.Table, r int) string {
	switch {
	case r < t.Head:
		return style.HeadShade
	case !t.Form && t.Head > 0 && (r-t.Head)%2 == 1:
		return style.BandShade
	}
	return ""
}
