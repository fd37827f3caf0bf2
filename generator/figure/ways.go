package figure

import (
	"math"
	"slices"
)

// way is an arrow between two steps.
type way struct {
	from, to   int
	straight   bool // down to the next step; all others lead along a side
	text       block
	side       int     // left, right
	lane       int     // from the inside
	exit, into float64 // heights
}

const (
	left = iota
	right
)

// side is the ways along one side of the steps.
type side struct {
	which int
	ways  []*way
	lanes int
	text  float64 // width of the widest text
}

// newSide gives the ways of a side lanes so that no two in one lane meet, short ways inside.
func newSide(all []*way, which int) side {
	s := side{which: which}
	for _, w := range all {
		if w.side == which && !w.straight {
			s.ways = append(s.ways, w)
			s.text = math.Max(s.text, w.text.width)
		}
	}
	length := func(w *way) int { return max(w.from, w.to) - min(w.from, w.to) }
	slices.SortStableFunc(s.ways, func(a, b *way) int { return length(a) - length(b) })
	for i, w := range s.ways {
		for slices.ContainsFunc(s.ways[:i], func(o *way) bool {
			return o.lane == w.lane && min(o.from, o.to) <= max(w.from, w.to) && min(w.from, w.to) <= max(o.from, o.to)
		}) {
			w.lane++
		}
		s.lanes = max(s.lanes, w.lane+1)
	}
	return s
}

// margin is the room that a side needs beside the steps.
func (s side) margin() float64 {
	if s.lanes == 0 {
		return lineRoom
	}
	return lineRoom + s.reach(s.lanes-1) + laneGap/2
}

// reach is how far a lane is from the steps; the texts stand between them.
func (s side) reach(lane int) float64 {
	return s.text + 2*wayTextGap + (float64(lane)+0.5)*laneGap
}

// ports are the ways that leave or reach step i, from above, in the order in which they do not cross: at the left ways lead
// upwards, so those that leave come first and of two that arrive the outer one; at the right it is the other way round.
func (s side) ports(i int) []*way {
	var leave, arrive, loops []*way
	for _, w := range s.ways {
		switch {
		case w.from == w.to && w.from == i:
			loops = append(loops, w)
		case w.from == i:
			leave = append(leave, w)
		case w.to == i:
			arrive = append(arrive, w)
		}
	}
	inside := func(a, b *way) int { return a.lane - b.lane }
	outside := func(a, b *way) int { return b.lane - a.lane }
	if s.which == left {
		slices.SortStableFunc(leave, inside)
		slices.SortStableFunc(arrive, outside)
		return slices.Concat(leave, arrive, loops)
	}
	slices.SortStableFunc(arrive, inside)
	slices.SortStableFunc(leave, outside)
	return slices.Concat(arrive, leave, loops)
}

// portHeight is how much room a way needs above its line at the side of step i: its text where it leaves.
func portHeight(i int, w *way) float64 {
	h := portGap
	if w.from == i {
		h = math.Max(h, w.text.height+wayTextGap/2)
	}
	if w.from == w.to {
		h += portGap
	}
	return h
}

// portsHeight is the least height of step i with the given ways at one of its sides. A single way leaves in the middle.
func portsHeight(i int, ways []*way) float64 {
	if len(ways) == 1 {
		return 2 * portHeight(i, ways[0])
	}
	h := portGap
	for _, w := range ways {
		h += portHeight(i, w)
	}
	return h
}

// setPorts finds the heights at which ways leave and reach a side of step i: in the middle when there is one only.
func (s *step) setPorts(i int, ways []*way) {
	y := s.middle()
	if len(ways) > 1 {
		total := 0.0
		for _, w := range ways {
			total += portHeight(i, w)
		}
		y += portHeight(i, ways[0]) - total/2
	}
	for k, w := range ways {
		if k > 0 {
			y += portHeight(i, w)
		}
		switch {
		case w.from == w.to:
			w.exit, w.into = y-portGap, y
		case w.from == i:
			w.exit = y
		default:
			w.into = y
		}
	}
}

// edge is where a line at a height meets the side of a step.
func (s *step) edge(side int, y float64) float64 {
	inset := 0.0
	switch s.shape {
	case Diamond:
		inset = math.Abs(y-s.middle()) / (s.h / 2) * s.w / 2
	case Terminator:
		r := s.h / 2
		inset = r - math.Sqrt(math.Max(0, r*r-(y-s.middle())*(y-s.middle())))
	}
	if side == left {
		return s.x + inset
	}
	return s.x + s.w - inset
}

// straight draws an arrow down to the next step, with its text at the right.
func (p *painter) straight(w *way, all []*step) {
	from, to := all[w.from], all[w.to]
	p.connect(true, Point{from.centre(), from.bottom()}, Point{to.centre(), to.y})
	y := from.bottom() + 1
	for _, l := range w.text.lines {
		p.label(l.Text, notes(p.size), from.centre()+wayTextGap, y, Start)
		y += l.Pitch
	}
}

// aside draws an arrow along a side, with its text above the line where it leaves.
func (p *painter) aside(w *way, all []*step, s side) {
	from, to := all[w.from], all[w.to]
	lane, align, at := from.x-s.reach(w.lane), End, from.x-wayTextGap
	if w.side == right {
		lane, align, at = from.x+from.w+s.reach(w.lane), Start, from.x+from.w+wayTextGap
	}
	p.connect(true, Point{from.edge(w.side, w.exit), w.exit}, Point{lane, w.exit}, Point{lane, w.into}, Point{to.edge(w.side, w.into), w.into})
	y := w.exit - w.text.height - 1
	for _, l := range w.text.lines {
		p.label(l.Text, notes(p.size), at, y, align)
		y += l.Pitch
	}
}
