package figure

import (
	"math"

	"qmsdraft/generator/style"
)

// plot is the area of the values.
type plot struct {
	c          *Chart
	x, y, w, h float64
}

func (a plot) at(value float64) float64 {
	return a.y + a.h*(a.c.Max-value)/(a.c.Max-a.c.Min)
}

func (a plot) centre(category int) float64 {
	return a.x + a.w*(float64(category)+0.5)/float64(len(a.c.Categories))
}

// axisWidth is the room left of the plot.
func (p *painter) axisWidth(c *Chart, l letters) float64 {
	w := p.width(c.axisTitle(), l)
	for _, v := range c.ticks() {
		w = math.Max(w, p.width(c.tick(v), l))
	}
	return w + axisGap + lineRoom
}

// grid draws the lines of the value axis with their values, the unit above them, and the target.
func (p *painter) grid(a plot, l letters) {
	for i, v := range a.c.ticks() {
		y := a.at(v)
		colour := style.FigureGrid
		if i == 0 {
			colour = style.FigureConnector
		}
		p.pic.Lines = append(p.pic.Lines, Line{Points: []Point{{a.x, y}, {a.x + a.w, y}}, Colour: colour, LineWidth: 0.5})
		p.label(a.c.tick(v), l, a.x-axisGap, y-l.pitch/2, End)
	}
	if title := a.c.axisTitle(); title != "" {
		p.label(title, l, a.x-axisGap, a.y-1.5*l.pitch, End)
	}
	if a.c.HasTarget {
		p.targetLine(a.x, a.x+a.w, a.at(a.c.Target))
	}
}

func (p *painter) targetLine(from, to, y float64) {
	p.pic.Lines = append(p.pic.Lines, Line{Points: []Point{{from, y}, {to, y}}, Colour: style.FigureTarget, LineWidth: 1, Dashed: true})
}

// categories writes what stands below the axis; long labels are broken. It gives the height below them.
func (p *painter) categories(a plot, slot float64, l letters) (bottom float64, ok bool) {
	ok = true
	top := a.y + a.h + 4
	bottom = top
	for i, text := range a.c.Categories {
		w := p.wrap(text, l, slot-3)
		ok = ok && !w.forced
		y := top
		for _, line := range w.lines {
			p.label(line, l, a.centre(i), y, Middle)
			y += l.pitch
		}
		bottom = math.Max(bottom, y)
	}
	return bottom, ok
}

// series draws the line of a phase with its marks and the texts of its values.
func (p *painter) series(a plot, s Series, l letters) {
	var points []Point
	for _, v := range s.Points {
		points = append(points, Point{a.centre(v.Category), a.at(v.Value)})
	}
	if len(points) > 1 {
		p.pic.Lines = append(p.pic.Lines, Line{Points: points, Colour: s.Colour, LineWidth: 1.25})
	}
	for i, at := range points {
		p.mark(s, at)
		y := at.Y - valueGap - l.pitch
		if p.isBelow(a, points, i, l) {
			y = at.Y + valueGap
		}
		p.label(s.Points[i].Text, l, at.X, y, Middle)
	}
}

// isBelow tells whether the text of a value stands better below its mark: in a valley, or where it would stand in the line of
// the target.
func (p *painter) isBelow(a plot, points []Point, i int, l letters) bool {
	at := points[i]
	if at.Y+valueGap+l.pitch > a.y+a.h {
		return false
	}
	if a.c.HasTarget {
		target := a.at(a.c.Target)
		switch off := at.Y - target; {
		case off >= 0 && off < valueGap+l.pitch:
			return true
		case off < 0 && off > -valueGap-l.pitch:
			return false
		}
	}
	higher := func(k int) bool { return k < 0 || k >= len(points) || points[k].Y < at.Y }
	return len(points) > 1 && higher(i-1) && higher(i+1)
}

func (p *painter) mark(s Series, at Point) {
	p.pic.Boxes = append(p.pic.Boxes, Box{Name: s.Name, Shape: s.Marker, X: at.X - markSize/2, Y: at.Y - markSize/2, W: markSize, H: markSize,
		Fill: s.Colour, Stroke: s.Colour, LineWidth: 0.5})
}
