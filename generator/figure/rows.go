package figure

import (
	"math"
	"slices"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// rows is how nodes stand in rows.
type rows struct {
	shape  Shape
	depth  float64 // of the shape; it is kept free of text on the right
	gap    float64 // between two boxes
	rowGap float64
	wide   float64 // the widest box
	narrow float64 // a box is better not narrower
	low    float64 // the least height of a box
	group  bool    // the group of a node stands in its box
}

// placed is a node with its place and text.
type placed struct {
	doc.FigureNode
	block      block
	x, y, w, h float64
}

func (n placed) centre() float64 { return n.x + n.w/2 }
func (n placed) middle() float64 { return n.y + n.h/2 }
func (n placed) bottom() float64 { return n.y + n.h }

// arrange finds places for nodes from x and y on, in as few rows as read well and with about as many nodes in each. A single
// row stands in the middle of the width.
func (p *painter) arrange(nodes []doc.FigureNode, r rows, x, y, width float64) [][]placed {
	columns := p.columns(nodes, r, width)
	count := (len(nodes) + columns - 1) / columns
	columns = (len(nodes) + count - 1) / count
	w := r.boxWidth(columns, width)
	x += (width - float64(columns)*(w+r.gap) + r.gap) / 2
	var all [][]placed
	for part := range slices.Chunk(nodes, columns) {
		row, h := make([]placed, len(part)), r.low
		for i, n := range part {
			b := p.nodeBlock(n, r.textWidth(w), r.group)
			row[i] = placed{FigureNode: n, block: b, x: x + float64(i)*(w+r.gap), y: y, w: w}
			h = math.Max(h, b.height+2*style.FigurePadY)
		}
		for i := range row {
			row[i].h = h
		}
		all = append(all, row)
		y += h + r.rowGap
	}
	return all
}

func (r rows) boxWidth(columns int, width float64) float64 {
	return math.Min(r.wide, (width-float64(columns-1)*r.gap)/float64(columns))
}

func (r rows) textWidth(box float64) float64 { return box - 2*style.FigurePadX - r.depth }

// columns finds how many boxes stand side by side: as many as have room, but no text shall need many lines.
func (p *painter) columns(nodes []doc.FigureNode, r rows, width float64) int {
	most := min(len(nodes), max(1, int((width+r.gap)/(r.narrow+r.gap))))
	for _, lines := range []int{3, 4, 6, math.MaxInt} {
		for columns := most; columns > min(2, most); columns-- {
			inner := r.textWidth(r.boxWidth(columns, width))
			if !slices.ContainsFunc(nodes, func(n doc.FigureNode) bool {
				b := p.nodeBlock(n, inner, r.group)
				return b.forced || len(b.lines) > lines
			}) {
				return columns
			}
		}
	}
	return min(2, most)
}

// drawRows draws the boxes of rows and gives the height below them.
func (p *painter) drawRows(all [][]placed, r rows) float64 {
	bottom := 0.0
	for _, row := range all {
		for _, n := range row {
			box := nodeBox(n.FigureNode, n.block, r.shape, n.x, n.y, n.w, n.h)
			if box.Depth = r.depth; r.shape == Rounded {
				box.Depth = cornerRadius
			}
			box.Text = n.block.place(n.x, n.y, n.w-r.depth, n.h)
			p.pic.Boxes = append(p.pic.Boxes, box)
			bottom = n.bottom()
		}
	}
	return bottom
}
