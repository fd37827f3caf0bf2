package figure

import (
	"math"
	"slices"
)

// A large organisation: heads of columns under the top, all others hang in the column of their head.
const (
	hangStep = 10.0 // indent of a post under its head
	hangGap  = 8.0  // between two posts of a column
	hangLine = 5.0  // from the edge of a head to the line that leads down
	trunkGap = 12.0 // at the left, for the line that leads to further rows of columns
)

// columnsOfPosts draws the posts down to the first branching one below the other, then columns, in several rows if need be.
func (p *painter) columnsOfPosts(all []*post) (bottom float64, ok bool) {
	y := lineRoom
	var last *post
	for len(all) == 1 && len(all[0].children) > 0 {
		t := all[0]
		p.text(t, postWide)
		t.x, t.y = (p.room.Width-t.w)/2, y
		if last != nil {
			p.connect(false, Point{last.centre(), last.bottom()}, Point{t.centre(), t.y})
		}
		p.drawPost(t)
		y = t.bottom() + levelGap
		last, all = t, t.children
	}
	room := p.room.Width - 2*lineRoom - trunkGap
	perRow := p.postsPerRow(all, room)
	if perRow == 0 {
		return 0, false
	}
	width := math.Min(postWide, (room+postGap)/float64(perRow)-postGap)
	bus := 0.0
	for i, row := range slices.Collect(slices.Chunk(all, perRow)) {
		x := lineRoom + trunkGap + (room-float64(perRow)*(width+postGap)+postGap)/2
		bottom = y
		for _, t := range row {
			t.x, t.y = x, y
			bottom = math.Max(bottom, p.hang(t, width))
			x += width + postGap
		}
		if last != nil {
			bus = p.trunk(last, row, bus, i == 0 && len(all) > perRow)
		}
		y = bottom + levelGap
	}
	return bottom, true
}

// postsPerRow finds how many columns stand side by side so that no text is torn, with about as many in every row; 0 when
// the deepest post has no room at all.
func (p *painter) postsPerRow(all []*post, room float64) int {
	const enough = 3 * hangStep
	for n := min(len(all), int((room+postGap)/(postNarrow+postGap))); n > 0; n-- {
		rows := (len(all) + n - 1) / n
		even := (len(all) + rows - 1) / rows
		width := math.Min(postWide, (room+postGap)/float64(even)-postGap)
		ok := true
		for _, head := range all {
			walkPosts([]*post{head}, func(t *post) {
				inner := width - hangStep*float64(t.depth-head.depth)
				if inner < enough {
					ok = false
					return
				}
				p.text(t, inner)
				ok = ok && (t.reads() || n <= 2)
			})
		}
		if ok {
			return even
		}
	}
	return 0
}

// hang draws a column from its head down and gives the height below it.
func (p *painter) hang(t *post, width float64) float64 {
	p.text(t, width)
	p.drawPost(t)
	y := t.bottom()
	last := y
	for _, c := range t.children {
		c.x, c.y = t.x+hangStep, y+hangGap
		y = p.hang(c, width-hangStep)
		last = c.middle()
		p.connect(false, Point{t.x + hangLine, last}, Point{c.x, last})
	}
	if len(t.children) > 0 {
		p.connect(false, Point{t.x + hangLine, t.bottom()}, Point{t.x + hangLine, last})
	}
	return y
}

// trunk draws the lines from the top to a row of columns: straight to the first row, along the left edge from the row before
// to the others.
func (p *painter) trunk(top *post, row []*post, before float64, more bool) (bus float64) {
	const edge = lineRoom + trunkGap/3
	bus = row[0].y - levelGap/2
	switch {
	case before > 0:
		p.connect(false, Point{edge, before}, Point{edge, bus})
		p.bus(bus, edge, row)
		return bus
	case more:
		p.bus(bus, edge, append(slices.Clone(row), &post{placed: placed{x: top.centre(), y: bus}}))
	default:
		p.bus(bus, top.centre(), row)
	}
	p.connect(false, Point{top.centre(), top.bottom()}, Point{top.centre(), bus})
	return bus
}
