package layout

import (
	"slices"
	"strconv"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// tocTitle is set with two blanks, as is the custom for titles of two signs.
const tocTitle = "目　　录"

// tocNumber is the room for page numbers at the right, with the gap before it.
const tocNumber = 30

// tocDepth is the level down to which headings are listed.
const tocDepth = 3

// tocEntry is a line of the contents whose page number is not known yet.
type tocEntry struct {
	heading *doc.Heading
	page    int // index of the page on which the entry stands
	x, y    float64
	right   float64
	style   style.Paragraph
	element int
	runs    int // of the page before its page number
}

// listed gives the headings that the contents list: those of levels 1 to 3 that follow it.
func (c *composer) listed(toc *doc.TOC) []*doc.Heading {
	var headings []*doc.Heading
	seen := false
	doc.Walk(c.doc.Blocks, func(b doc.Block) bool {
		switch b := b.(type) {
		case *doc.TOC:
			seen = seen || b == toc
		case *doc.Heading:
			if seen && b.Level <= tocDepth {
				headings = append(headings, b)
			}
		}
		return true
	})
	return headings
}

// tocBoxes is the contents, on pages of their own.
func (c *composer) tocBoxes(headings []*doc.Heading) []box {
	parent := c.element("TOC", c.parent)
	title := c.textBox([]doc.Inline{doc.Text(tocTitle)}, c.house.TOCTitle, c.left, c.width, c.element("Caption", parent))
	title.newPage, title.keep = true, true
	boxes := []box{title}
	for _, h := range headings {
		boxes = append(boxes, c.tocBox(h, c.element("TOCI", parent)))
	}
	return append(boxes, box{newPage: true})
}

// tocBox is one entry; its page number is drawn by fillTOC.
func (c *composer) tocBox(h *doc.Heading, element int) box {
	p := []style.Paragraph{c.house.TOC1, c.house.TOC2, c.house.TOC3}[min(max(h.Level, 1), 3)-1]
	text := []doc.Inline{doc.Text(headingText(h))}
	x, width := c.left+p.Left, c.width-p.Left-tocNumber
	lines := c.squeeze.breakLines(c.shape(text, look(p)), width, width, false)
	link := c.element("Link", element)
	return c.lineBox(lines, p, func(first, n int, y float64) {
		c.emitLines(lines[first:first+n], x, y, width, p.Pitch, toLeft, link)
		if first+n < len(lines) {
			return
		}
		last := &lines[len(lines)-1]
		c.toc = append(c.toc, tocEntry{h, len(c.result.Pages) - 1, x + last.width, y + float64(n-1)*p.Pitch, c.left + c.width, p, link, len(c.page.Runs)})
	})
}

// fillTOC draws the page numbers and the leaders of the contents, and makes every entry a link.
func (c *composer) fillTOC() {
	at := map[*doc.Heading]int{}
	i := 0
	doc.Walk(c.doc.Blocks, func(b doc.Block) bool {
		if h, ok := b.(*doc.Heading); ok && c.result.pages[h] > 0 {
			at[h] = i
			i++
		}
		return true
	})
	added := map[int]int{} // runs by page
	for _, e := range c.toc {
		c.page = &c.result.Pages[e.page]
		before := len(c.page.Runs)
		number := line{chars: c.shape([]doc.Inline{doc.Text(strconv.Itoa(c.result.pages[e.heading]))}, look(e.style))}
		_, _, width := wrapWidths(number.chars)
		c.emit(&number, e.right-width, e.y, e.style.Pitch, e.element)
		moveBack(c.page.Runs, before, e.runs+added[e.page])
		added[e.page] += len(c.page.Runs) - before
		base := e.y + e.style.Pitch/2 + e.style.Size*baseline
		if from, to := e.x+4, e.right-width-4; to > from {
			// The dots end at the same place in every line.
			c.page.Rules = append(c.page.Rules, Rule{X1: to, Y1: base - 1, X2: from, Y2: base - 1, Width: 0.9, Colour: ruleColour, Dotted: true})
		}
		left := c.left + e.style.Left
		c.page.Links = append(c.page.Links, Link{X: left, Y: e.y, Width: e.right - left, Height: e.style.Pitch, Heading: at[e.heading], Element: e.element})
	}
}

// moveBack puts the runs from the given one on to an earlier place, where a reader meets them.
func moveBack(runs []Run, from, to int) {
	moved := slices.Clone(runs[from:])
	copy(runs[to+len(moved):], runs[to:from])
	copy(runs[to:], moved)
}
