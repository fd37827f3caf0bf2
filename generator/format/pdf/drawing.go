package pdf

import "qmsdraft/generator/layout"

// drawing writes the shapes of a picture as one piece of marked content (ISO 32000-1, 8.5).
func (c *content) drawing(d *layout.Drawing, page int) {
	c.begin(d.Element, page)
	c.text("q 1 j\n")
	for i := range d.Paths {
		c.path(&d.Paths[i])
	}
	c.text("Q\nEMC\n")
}

func (c *content) path(p *layout.Path) {
	if p.Filled {
		c.colour(p.Fill, "rg ")
	}
	if p.Stroked {
		c.colour(p.Line, "RG ")
		c.numbers(p.Width)
		c.text("w\n")
	}
	if p.Dash > 0 {
		c.text("[")
		c.numbers(p.Dash)
		c.text("] 0 d\n")
	}
	c.point(p.Start)
	c.text("m\n")
	for _, s := range p.Strokes {
		if s.Curved {
			c.point(s.Handle1)
			c.point(s.Handle2)
		}
		c.point(s.To)
		if s.Curved {
			c.text("c\n")
		} else {
			c.text("l\n")
		}
	}
	c.text(painting(p) + "\n")
	if p.Dash > 0 {
		c.text("[] 0 d\n")
	}
}

// point writes the coordinates of a place.
func (c *content) point(p layout.Point) { c.numbers(p.X, c.height-p.Y) }

// painting is the operator that paints a path (ISO 32000-1, table 60).
func painting(p *layout.Path) string {
	operator := map[[2]bool]string{{true, true}: "B", {true, false}: "f", {false, true}: "S", {false, false}: "n"}[[2]bool{p.Filled, p.Stroked}]
	if p.Closed && p.Stroked {
		return "h " + operator
	}
	return operator
}
