package layout

import (
	"math"
	"slices"

	"qmsdraft/generator/style"
)

// splitLines is how many lines of a tall row must fit on a page before it is split there. Word processors take one line.
func (g *grid) splitLines() int {
	if g.c.word {
		return 1
	}
	return 3
}

// placing is a table on its way over the pages.
type placing struct {
	*grid
	open  []*field // started, not yet ended
	parts []part   // what stands on this page
}

// part is what of a field stands on one page.
type part struct {
	*field
	top, bottom float64
	first, n    int
	whole       bool // all of the text stands here
	furniture   bool // a head row that repeats
}

// place draws the table from the composer's y on.
func (g *grid) place() {
	p := &placing{grid: g}
	p.head(false)
	for r := g.headRows; r < len(g.rows); r++ {
		for _, f := range g.rows[r] {
			f.top = g.c.y
			p.open = append(p.open, f)
		}
		for !p.row(r) {
		}
	}
	p.draw()
}

// head draws the head rows.
func (p *placing) head(again bool) {
	top := p.c.y
	for r := range p.headRows {
		bottom := top + p.heights[r]
		for _, f := range p.ending[r] {
			from := bottom
			for q := r; q >= f.row; q-- {
				from -= p.heights[q]
			}
			p.parts = append(p.parts, part{field: f, top: from, bottom: bottom, n: len(f.lines), whole: true, furniture: again})
		}
		top = bottom
	}
	p.c.y = top
}

// row puts a row on the page and tells whether it was the whole row; when not, the page is full and a new one was started.
func (p *placing) row(r int) bool {
	c := p.c
	bottom := c.y + p.restOf(r)
	fresh := c.y < style.MarginTop+sum(p.heights[:p.headRows])+slack
	fits := bottom+p.under() <= c.bottom()+slack
	if fits && (fresh || r < len(p.rows)-1 || bottom+p.tail <= c.bottom()+slack) {
		p.end(r, bottom)
		return true
	}
	at := c.y
	if !fits && (fresh || p.tall[r] && c.bottom()-c.y >= p.textHeight(p.splitLines())) {
		at = c.bottom()
	}
	if advanced := p.split(at); fresh && !advanced {
		// What stands here cannot be divided, such as a very long upright text: it is drawn over the edge rather than lost.
		p.end(r, bottom)
		return true
	}
	p.nextPage()
	return false
}

// restOf is the height of what is left of a row: its own cells, and those from above that end in it.
func (p *placing) restOf(r int) float64 {
	height := p.textHeight(1)
	started := false
	for _, f := range p.rows[r] {
		started = started || f.next > 0
	}
	if !started {
		height = p.leastOf(r)
	}
	for _, f := range p.ending[r] {
		above := p.c.y - f.top
		need := f.full
		if f.next > 0 {
			need = p.textHeight(len(f.lines) - f.next)
		}
		height = math.Max(height, need-above)
	}
	return height
}

// end closes the fields that end in a row.
func (p *placing) end(r int, bottom float64) {
	p.open = slices.DeleteFunc(p.open, func(f *field) bool {
		if f.row+f.cell.RowSpan-1 > r && r < len(p.rows)-1 {
			return false
		}
		p.parts = append(p.parts, part{field: f, top: f.top, bottom: bottom, first: f.next, n: len(f.lines) - f.next, whole: f.next == 0})
		return true
	})
	p.c.y = bottom
}

// split closes what stands on this page of the open fields at the given height, and tells whether any text went in.
func (p *placing) split(bottom float64) (advanced bool) {
	for _, f := range p.open {
		if bottom <= f.top+slack {
			continue
		}
		left := len(f.lines) - f.next
		fit := min(left, max(0, int((bottom-f.top-2*style.CellPadY+slack)/p.text.Pitch)))
		p.parts = append(p.parts, part{field: f, top: f.top, bottom: bottom, first: f.next, n: fit, whole: f.next == 0 && fit == left})
		f.next += fit
		advanced = advanced || fit > 0
	}
	return advanced
}

// nextPage draws this page and repeats the head on the next one.
func (p *placing) nextPage() {
	p.draw()
	p.c.newPage()
	p.head(true)
	for _, f := range p.open {
		f.top = p.c.y
	}
}

// draw puts shades, text and rules of what stands on this page, cells in reading order.
func (p *placing) draw() {
	slices.SortStableFunc(p.parts, func(a, b part) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	for i := range p.parts {
		p.drawPart(&p.parts[i])
	}
	p.drawRules()
	p.parts = p.parts[:0]
}

func (p *placing) drawPart(t *part) {
	c, pitch := p.c, p.text.Pitch
	left, right := p.edges[t.col], p.edges[min(t.col+t.cell.ColSpan, len(p.edges)-1)]
	if shade := shadeOf(p.table, t.row); shade != "" {
		c.page.Rects = append(c.page.Rects, Rect{left, t.top, right - left, t.bottom - t.top, colour(shade)})
	}
	element := t.element
	if t.furniture {
		element = 0
	}
	if t.upright != nil {
		t.upright.draw(c, left, t.top, right-left, t.bottom-t.top, element)
		return
	}
	y := t.top + style.CellPadY
	if t.whole {
		y = t.top + (t.bottom-t.top-float64(t.n)*pitch)/2
	}
	c.emitLines(t.lines[t.first:t.first+t.n], left+p.pad(), y, right-left-2*p.pad(), pitch, t.align, element)
}
