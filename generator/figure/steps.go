package figure

import (
	"math"
	"slices"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// A flow with branches: steps from above down the middle, other ways along the sides.
const (
	stepWide   = 200.0
	stepNarrow = 90.0
	stepLow    = 26.0
	stepGap    = 14.0 // without a text on the way
	laneGap    = 10.0 // between two ways along a side
	wayText    = 84.0 // the widest text of a way
	wayTextGap = 4.0  // beside a text of a way
	portGap    = 8.0  // from one way to the next at the side of a step
)

// step is a node of the flow.
type step struct {
	placed
	shape Shape
}

// isBranched tells whether the steps do not simply follow each other.
func (p *painter) isBranched() bool {
	return len(p.figure.Links) > 0 || slices.ContainsFunc(p.figure.Nodes, isDecision)
}

func isDecision(n doc.FigureNode) bool { return slices.Contains(n.Marks, doc.Decision) }

// ways gives the arrows: the links, and from every step without links to the next one, unless that one is reached from
// further above already.
func (p *painter) ways() []*way {
	nodes := p.figure.Nodes
	index := map[string]int{}
	for i, n := range nodes {
		index[n.ID] = i
	}
	var all []*way
	leaves, reached, followed := make([]bool, len(nodes)), make([]bool, len(nodes)), make([]bool, len(nodes))
	for _, l := range p.figure.Links {
		w := &way{from: index[l.From], to: index[l.To]}
		w.text.add(p.ruler, l.Text, notes(p.size), wayText)
		leaves[w.from] = true
		reached[w.to] = reached[w.to] || w.from < w.to
		if w.to == w.from+1 && !followed[w.from] {
			w.straight, followed[w.from] = true, true
		}
		all = append(all, w)
	}
	for i := range len(nodes) - 1 {
		if !leaves[i] && !reached[i+1] {
			all = append(all, &way{from: i, to: i + 1, straight: true})
		}
	}
	for _, w := range all {
		if w.side = right; w.to < w.from {
			w.side = left
		}
	}
	return all
}

// steps draws the flow.
func (p *painter) steps() bool {
	ways := p.ways()
	sides := [2]side{newSide(ways, left), newSide(ways, right)}
	margins := [2]float64{sides[left].margin(), sides[right].margin()}
	width := math.Min(stepWide, p.room.Width-margins[left]-margins[right])
	if width < stepNarrow {
		return false
	}
	// The steps stand in the middle of the page as far as the ways at the sides leave room.
	x := math.Max(margins[left], math.Min((p.room.Width-width)/2, p.room.Width-margins[right]-width))
	all := p.placeSteps(ways, sides, x, width)
	for _, w := range ways {
		if w.straight {
			p.straight(w, all)
		} else {
			p.aside(w, all, sides[w.side])
		}
	}
	y := 0.0
	for _, s := range all {
		p.pic.Boxes = append(p.pic.Boxes, nodeBox(s.FigureNode, s.block, s.shape, s.x, s.y, s.w, s.h))
		y = s.bottom()
	}
	p.pic.Height = p.legend(p.figure.Nodes, y) + lineRoom
	return true
}

// placeSteps finds the heights of the steps and of the ways at their sides.
func (p *painter) placeSteps(ways []*way, sides [2]side, x, width float64) []*step {
	all := make([]*step, len(p.figure.Nodes))
	for i, n := range p.figure.Nodes {
		all[i] = p.step(n, width)
		all[i].shape = shapeOf(i, n, ways)
	}
	y := lineRoom
	for i, s := range all {
		s.x, s.y, s.w = x, y, width
		ports := [2][]*way{sides[left].ports(i), sides[right].ports(i)}
		s.h = math.Max(s.h, math.Max(portsHeight(i, ports[left]), portsHeight(i, ports[right])))
		s.setPorts(i, ports[left])
		s.setPorts(i, ports[right])
		y = s.bottom() + gapBelow(i, ways)
	}
	return all
}

// gapBelow is the room for the arrow below step i and its text.
func gapBelow(i int, ways []*way) float64 {
	gap := stepGap
	for _, w := range ways {
		if w.from == i && w.straight {
			gap = math.Max(gap, w.text.height+style.FigureArrowLength+2)
		}
	}
	return gap
}

// step measures a node. A text fits into a diamond where its width and height, as shares of the diamond's, add up to one.
func (p *painter) step(n doc.FigureNode, width float64) *step {
	s := &step{placed: placed{FigureNode: n}}
	if !isDecision(n) {
		s.block = p.nodeBlock(n, width-2*style.FigurePadX, true)
		s.h = math.Max(stepLow, s.block.height+2*style.FigurePadY)
		return s
	}
	s.h = math.Inf(1)
	for _, share := range []float64{0.4, 0.5, 0.6, 0.7} {
		b := p.nodeBlock(n, width*share, true)
		used := (b.width + 2*style.FigurePadX) / width
		if h := math.Max(1.4*stepLow, (b.height+style.FigurePadY)/(1-used)); used < 1 && h < s.h {
			s.block, s.h = b, h
		}
	}
	return s
}

// shapeOf tells a decision from a step, and where the flow starts or ends.
func shapeOf(i int, n doc.FigureNode, ways []*way) Shape {
	into := slices.ContainsFunc(ways, func(w *way) bool { return w.to == i })
	out := slices.ContainsFunc(ways, func(w *way) bool { return w.from == i })
	switch {
	case isDecision(n):
		return Diamond
	case !into || !out:
		return Terminator
	}
	return Rectangle
}
