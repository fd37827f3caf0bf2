package figure

import (
	"math"

	"qmsdraft/generator/style"
)

// Stroke is a piece of an outline: straight from the point before to another one or, when it is Curved, after Bézier with two
// handles.
type Stroke struct {
	Curved           bool
	Handle1, Handle2 Point
	To               Point
}

// Radius is that of the round corners of a box; 0 for sharp ones.
func (b Box) Radius() float64 {
	switch b.Shape {
	case Rounded:
		return math.Min(b.Depth, math.Min(b.W, b.H)/2)
	case Terminator:
		return math.Min(b.W, b.H) / 2
	}
	return 0
}

// Corners are the corners of a box whose sides are straight, clockwise from the upper left; nil for shapes with round parts.
func (b Box) Corners() []Point {
	x, y, right, bottom := b.X, b.Y, b.X+b.W, b.Y+b.H
	cx, cy, d := b.X+b.W/2, b.Y+b.H/2, math.Min(b.Depth, b.W/2)
	switch b.Shape {
	case Rectangle:
		return []Point{{x, y}, {right, y}, {right, bottom}, {x, bottom}}
	case Diamond:
		return []Point{{cx, y}, {right, cy}, {cx, bottom}, {x, cy}}
	case Pentagon:
		return []Point{{x, y}, {right - d, y}, {right, cy}, {right - d, bottom}, {x, bottom}}
	case Chevron:
		return []Point{{x, y}, {right - d, y}, {right, cy}, {right - d, bottom}, {x, bottom}, {x + d, cy}}
	}
	return nil
}

// Outline is the closed outline of a box: where it starts, and its pieces clockwise.
func (b Box) Outline() (start Point, all []Stroke) {
	if corners := b.Corners(); corners != nil {
		for _, c := range corners[1:] {
			all = append(all, Stroke{To: c})
		}
		return corners[0], all
	}
	rx, ry := b.Radius(), b.Radius()
	if b.Shape == Ellipse {
		rx, ry = b.W/2, b.H/2
	}
	return b.rounded(rx, ry)
}

// rounded is a rectangle whose corners are quarters of an ellipse.
func (b Box) rounded(rx, ry float64) (start Point, all []Stroke) {
	const kappa = 0.5523 // of a Bézier curve that is a quarter of a circle
	x, y, right, bottom := b.X, b.Y, b.X+b.W, b.Y+b.H
	at := Point{x + rx, y}
	start = at
	side := func(to Point) {
		if to != at {
			all = append(all, Stroke{To: to})
		}
		at = to
	}
	corner := func(edge, to Point) {
		towards := func(from Point) Point { return Point{from.X + (edge.X-from.X)*kappa, from.Y + (edge.Y-from.Y)*kappa} }
		all = append(all, Stroke{Curved: true, Handle1: towards(at), Handle2: towards(to), To: to})
		at = to
	}
	side(Point{right - rx, y})
	corner(Point{right, y}, Point{right, y + ry})
	side(Point{right, bottom - ry})
	corner(Point{right, bottom}, Point{right - rx, bottom})
	side(Point{x + rx, bottom})
	corner(Point{x, bottom}, Point{x, bottom - ry})
	side(Point{x, y + ry})
	corner(Point{x, y}, Point{x + rx, y})
	return start, all
}

// Shaft is the line without its head; Head is the triangle at its end, nil when there is none.
func (l Line) Shaft() []Point {
	shaft := append([]Point(nil), l.Points...)
	if base, _, ok := l.head(); ok {
		shaft[len(shaft)-1] = base
	}
	return shaft
}

// Head is the head of an arrow, its point first; nil for a line without one.
func (l Line) Head() []Point {
	base, across, ok := l.head()
	if !ok {
		return nil
	}
	return []Point{l.Points[len(l.Points)-1], {base.X + across.X, base.Y + across.Y}, {base.X - across.X, base.Y - across.Y}}
}

// head gives the middle of the base of the head, and the way from there to a corner.
func (l Line) head() (base, across Point, ok bool) {
	if !l.Arrow || len(l.Points) < 2 {
		return base, across, false
	}
	tip, from := l.Points[len(l.Points)-1], l.Points[len(l.Points)-2]
	length := math.Hypot(tip.X-from.X, tip.Y-from.Y)
	if length == 0 {
		return base, across, false
	}
	ux, uy := (tip.X-from.X)/length, (tip.Y-from.Y)/length
	const half = style.FigureArrowWidth / 2
	return Point{tip.X - ux*style.FigureArrowLength, tip.Y - uy*style.FigureArrowLength}, Point{-uy * half, ux * half}, true
}
