package layout

import (
	"errors"
	"math"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/style"
)

// Drawing is the shapes of a picture. Its text stands in the runs of the page, with the same element.
type Drawing struct {
	Element int
	Paths   []Path // what comes first lies below
}

// Path is an outline that is filled, drawn with a line, or both.
type Path struct {
	Start           Point
	Strokes         []Stroke
	Closed          bool
	Filled, Stroked bool
	Fill, Line      Colour
	Width           float64 // of the line
	Dash            float64 // length of dashes and gaps; 0 for a whole line
}

// Point is a place on a page.
type Point struct{ X, Y float64 }

// Stroke is a straight piece of a path or, when it is Curved, one after Bézier with two handles.
type Stroke struct {
	Curved           bool
	Handle1, Handle2 Point
	To               Point
}

// Area is a rectangle on a page.
type Area struct{ X, Y, Width, Height float64 }

// figureBoxes is a figure with its caption below, as a picture or, when that is larger than a page, as a table.
func (c *composer) figureBoxes(f *doc.Figure) ([]box, error) {
	picture, err := figure.Draw(f, figure.PageRoom(c.wide), c.fonts.FigureWidth)
	if errors.Is(err, figure.ErrTooLarge) {
		return c.figureTable(f), nil
	}
	if err != nil {
		return nil, err
	}
	parent := c.element("Sect", c.parent)
	b := c.pictureBox(picture, parent)
	if f.Label() == "" {
		b.after = style.TableAfter
		return []box{b}, nil
	}
	b.keep = true
	return []box{b, c.figureCaption(f, parent)}, nil
}

// figureTable is a figure as a table.
func (c *composer) figureTable(f *doc.Figure) []box {
	element := c.element("Table", c.parent)
	t := figure.Table(f)
	if f.Label() == "" {
		return []box{c.tableBox(t, c.left, c.width, element)}
	}
	g := c.grid(t, c.house.TableText, c.left, c.width, element)
	caption := c.figureCaption(f, element)
	g.tail = caption.before + caption.height
	return []box{g.box(), caption}
}

func (c *composer) figureCaption(f *doc.Figure, parent int) box {
	p := c.house.Caption
	p.KeepNext = false
	p.After += style.CaptionBelow
	return c.captionBox(f.Label(), []doc.Inline{doc.Text(f.Title)}, p, parent)
}

// pictureBox is a picture, which stands on one page. All of it is one element with the alternative text, so that a reader
// who does not see it is told what it shows and not single words.
func (c *composer) pictureBox(p *figure.Picture, parent int) box {
	element := c.element("Figure", parent)
	c.result.Elements[element].Alt = p.Title
	if p.Alt != "" {
		c.result.Elements[element].Alt = p.Alt
	}
	return box{before: style.FigureBefore, lead: p.Height, height: p.Height, place: func() {
		x, y := c.left+(c.width-p.Width)/2, c.y
		e := &c.result.Elements[element]
		e.Page, e.Area = c.pageNumber(), Area{x, y, p.Width, p.Height}
		c.page.Drawings = append(c.page.Drawings, drawing(p, element, x, y))
		c.pictureText(p, element, x, y)
		c.y += p.Height
	}}
}

// drawing moves the shapes of a picture to their place on the page.
func drawing(p *figure.Picture, element int, x, y float64) Drawing {
	d := Drawing{Element: element}
	move := func(p figure.Point) Point { return Point{x + p.X, y + p.Y} }
	boxes := func(all []figure.Box) {
		for _, b := range all {
			d.Paths = append(d.Paths, boxPath(b, move))
		}
	}
	boxes(p.Panels)
	for _, l := range p.Lines {
		d.Paths = append(d.Paths, polygon(l.Shaft(), move))
		shaft := &d.Paths[len(d.Paths)-1]
		shaft.Stroked, shaft.Line, shaft.Width = true, colour(l.Colour), l.LineWidth
		if l.Dashed {
			shaft.Dash = style.FigureDash
		}
		if head := l.Head(); head != nil {
			path := polygon(head, move)
			path.Closed, path.Filled, path.Fill = true, true, colour(l.Colour)
			d.Paths = append(d.Paths, path)
		}
	}
	boxes(p.Boxes)
	return d
}

func boxPath(b figure.Box, move func(figure.Point) Point) Path {
	start, pieces := b.Outline()
	p := Path{Start: move(start), Closed: true, Filled: b.Fill != "", Stroked: b.Stroke != "", Fill: colour(b.Fill), Line: colour(b.Stroke), Width: b.LineWidth}
	for _, s := range pieces {
		p.Strokes = append(p.Strokes, Stroke{s.Curved, move(s.Handle1), move(s.Handle2), move(s.To)})
	}
	if b.Dashed {
		p.Dash = style.FigureDash
	}
	return p
}

func polygon(points []figure.Point, move func(figure.Point) Point) Path {
	p := Path{Start: move(points[0])}
	for _, to := range points[1:] {
		p.Strokes = append(p.Strokes, Stroke{To: move(to)})
	}
	return p
}

// pictureText sets the lines of boxes and labels, boxes in their order.
func (c *composer) pictureText(p *figure.Picture, element int, x, y float64) {
	for _, boxes := range [][]figure.Box{p.Panels, p.Boxes} {
		for _, b := range boxes {
			for _, l := range b.Text {
				c.pictureLine(l, figure.Middle, element, x, y)
			}
		}
	}
	for _, l := range p.Labels {
		c.pictureLine(l.TextLine, l.Align, element, x, y)
	}
}

func (c *composer) pictureLine(t figure.TextLine, align figure.Align, element int, x, y float64) {
	face := style.FigureFace
	if t.Bold {
		face = style.FigureBoldFace
	}
	look := attributes{face: face, size: t.Size, colour: colour(t.Colour)}
	lines := c.squeeze.breakLines(c.shape([]doc.Inline{doc.Text(t.Text)}, look), math.Inf(1), math.Inf(1), false)
	for i := range lines {
		at := x + t.X
		switch align {
		case figure.Middle:
			at -= lines[i].width / 2
		case figure.End:
			at -= lines[i].width
		}
		c.emit(&lines[i], at, y+t.Y-t.Pitch/2-t.Size*baseline, t.Pitch, element)
	}
}
