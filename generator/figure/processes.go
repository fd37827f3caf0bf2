package figure

import (
	"slices"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// A process map: bands of processes, in the middle the realisation between what customers want and what they get.
const (
	customerWidth = 42.0
	customerGap   = 20.0 // for the arrow between customer and band
	bandPad       = 8.0
	bandGap       = 20.0 // for the arrows between two bands
)

// band is the processes of one group.
type band struct {
	name  string
	nodes []doc.FigureNode
	core  bool // product realisation
}

// bands gives the groups in the order in which they first occur. The core is the group whose name tells of realisation.
func bands(nodes []doc.FigureNode) []band {
	var all []band
	for _, n := range nodes {
		at := slices.IndexFunc(all, func(b band) bool { return b.name == n.Group })
		if at < 0 {
			at = len(all)
			all = append(all, band{name: n.Group})
		}
		all[at].nodes = append(all[at].nodes, n)
	}
	at := slices.IndexFunc(all, func(b band) bool { return strings.Contains(b.name, "实现") })
	if at < 0 {
		at = slices.IndexFunc(all, func(b band) bool { return strings.Contains(b.name, "运行") })
	}
	if at >= 0 {
		all[at].core = true
	}
	return all
}

func (b band) rows() rows {
	if b.core {
		return rows{shape: Pentagon, depth: 9, gap: 5, rowGap: 8, wide: 118, narrow: 78, low: 36}
	}
	return rows{shape: Rounded, depth: 0, gap: 10, rowGap: 8, wide: 118, narrow: 78, low: 30}
}

// processMap draws the bands one below the other. Arrows lead from the bands around the core to it.
func (p *painter) processMap() bool {
	all := bands(p.figure.Nodes)
	core := slices.IndexFunc(all, func(b band) bool { return b.core })
	left, width := lineRoom, p.room.Width-2*lineRoom
	if core >= 0 {
		left += customerWidth + customerGap
		width -= 2 * (customerWidth + customerGap)
	}
	y := lineRoom
	for i, b := range all {
		first := len(p.pic.Boxes)
		bottom := p.band(b, left, y, width)
		if b.core {
			p.customers(first, left, y, width, bottom-y)
		}
		if i < len(all)-1 {
			p.betweenBands(left, width, bottom, core, i)
		}
		y = bottom + bandGap
	}
	y = p.legend(p.figure.Nodes, y-bandGap)
	p.pic.Height = p.linkNotes(y) + lineRoom
	return true
}

// band draws the panel of a group with its processes and gives the height below it.
func (p *painter) band(b band, x, y, width float64) float64 {
	top := y
	y += bandPad
	look := names(p.size)
	look.colour = style.FigureTopOutline
	var title block
	if title.add(p.ruler, b.name, look, width-2*bandPad); title.height > 0 {
		at := Box{Name: b.name, X: x + bandPad, Y: y - bandPad/2, W: width - 2*bandPad, H: title.height}
		at.Text = title.place(at.X, at.Y, at.W, at.H)
		p.pic.Boxes = append(p.pic.Boxes, at)
		y += title.height
	}
	r := b.rows()
	bottom := p.drawRows(p.arrange(b.nodes, r, x+bandPad, y, width-2*bandPad), r) + bandPad
	p.panel(b.name, x, top, width, bottom-top)
	return bottom
}

func (p *painter) panel(name string, x, y, w, h float64) {
	p.pic.Panels = append(p.pic.Panels, Box{Name: name, Shape: Rounded, Depth: cornerRadius, X: x, Y: y, W: w, H: h,
		Fill: style.FigurePanelFill, Stroke: style.FigurePanelOutline, LineWidth: style.FigureStroke})
}

// customers draws the ends of the core, whose boxes start with the given one: what customers want on the left, what they get
// on the right.
func (p *painter) customers(first int, x, y, width, height float64) {
	middle := y + height/2
	right := x + width
	p.connect(true, Point{x - customerGap, middle}, Point{x, middle})
	p.connect(true, Point{right, middle}, Point{right + customerGap, middle})
	p.pic.Boxes = slices.Insert(p.pic.Boxes, first, p.customer("顾客要求", x-customerGap-customerWidth, y, height))
	p.pic.Boxes = append(p.pic.Boxes, p.customer("顾客满意", right+customerGap, y, height))
}

func (p *painter) customer(text string, x, y, height float64) Box {
	var b block
	b.add(p.ruler, text, names(p.size), 2.2*p.size.Name)
	return Box{Name: text, Shape: Rounded, Depth: cornerRadius, X: x, Y: y, W: customerWidth, H: height,
		Fill: style.FigureTopFill, Stroke: style.FigureTopOutline, LineWidth: style.FigureStroke, Text: b.place(x, y, customerWidth, height)}
}

// betweenBands draws two arrows between band i, whose lower edge is at y, and the next one, towards the core.
func (p *painter) betweenBands(x, width, y float64, core, i int) {
	if core < 0 {
		return
	}
	from, to := y, y+bandGap
	if i >= core {
		from, to = to, from
	}
	for _, part := range []float64{1.0 / 3, 2.0 / 3} {
		at := x + width*part
		p.connect(true, Point{at, from}, Point{at, to})
	}
}
