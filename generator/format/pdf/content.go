package pdf

import (
	"fmt"
	"math"
	"strconv"

	"qmsdraft/generator/font"
	"qmsdraft/generator/layout"
)

// content makes the content streams of the pages (ISO 32000-1, chapters 8 and 9).
type content struct {
	buf    []byte
	height float64 // of the page; layout counts from above, PDF from below
	faces  map[*font.Font]*face
	tree   *tree
	mark   *watermark
}

// page gives the stream of a page; it is valid until the next call.
func (c *content) page(p *layout.Page, index int) []byte {
	c.buf, c.height = c.buf[:0], p.Height
	c.text("/Artifact BMC\n")
	c.rects(p.Rects)
	c.text("EMC\n")
	c.watermark(p)
	c.text("/Artifact BMC\n")
	c.rules(p.Rules)
	c.text("EMC\n")
	for i := range p.Drawings {
		c.drawing(&p.Drawings[i], index)
	}
	c.text("BT\n")
	c.runs(p.Runs, index)
	c.text("ET\n")
	return c.buf
}

func (c *content) text(s string) { c.buf = append(c.buf, s...) }

// numbers writes operands, rounded to a hundredth.
func (c *content) numbers(values ...float64) {
	for _, v := range values {
		v = math.Round(v*100) / 100
		c.buf = strconv.AppendFloat(c.buf, v+0, 'f', -1, 64)
		c.buf = append(c.buf, ' ')
	}
}

func (c *content) colour(v layout.Colour, operator string) {
	c.numbers(float64(v[0])/255, float64(v[1])/255, float64(v[2])/255)
	c.text(operator)
}

func (c *content) rects(rects []layout.Rect) {
	for i, r := range rects {
		if i == 0 || r.Colour != rects[i-1].Colour {
			c.colour(r.Colour, "rg\n")
		}
		c.numbers(r.X, c.height-r.Y-r.Height, r.Width, r.Height)
		c.text("re f\n")
	}
}

func (c *content) rules(rules []layout.Rule) {
	for i, r := range rules {
		if i == 0 || r.Colour != rules[i-1].Colour {
			c.colour(r.Colour, "RG\n")
		}
		if i == 0 || r.Width != rules[i-1].Width {
			c.numbers(r.Width)
			c.text("w\n")
		}
		if dotted := i > 0 && rules[i-1].Dotted; r.Dotted != dotted {
			c.dots(r.Dotted)
		}
		c.numbers(r.X1, c.height-r.Y1)
		c.text("m ")
		c.numbers(r.X2, c.height-r.Y2)
		c.text("l S\n")
	}
	if n := len(rules); n > 0 && rules[n-1].Dotted {
		c.dots(false)
	}
}

// dots draws lines as round points from here on, or whole ones again.
func (c *content) dots(on bool) {
	if on {
		c.text("[0 3.2] 0 d 1 J\n")
	} else {
		c.text("[] 0 d 0 J\n")
	}
}

// runs writes the text. Runs of one element that follow each other are one piece of marked content.
func (c *content) runs(runs []layout.Run, page int) {
	var state layout.Run // what the stream has set
	c.text("0 g\n")
	for i := range runs {
		r := &runs[i]
		if i == 0 || r.Element != runs[i-1].Element {
			if i > 0 {
				c.text("EMC\n")
			}
			c.begin(r.Element, page)
		}
		c.set(&state, r)
		c.place(r)
		c.show(r)
	}
	if len(runs) > 0 {
		c.text("EMC\n")
	}
}

func (c *content) begin(element, page int) {
	if element == 0 {
		c.text("/Artifact BMC\n")
		return
	}
	c.buf = fmt.Appendf(c.buf, "/%s <</MCID %d>> BDC\n", c.tree.elements[element].Role, c.tree.mark(element, page))
}

// set changes what differs from the run before.
func (c *content) set(state, r *layout.Run) {
	if r.Font != state.Font || r.Size != state.Size {
		c.text("/" + c.faces[r.Font].name + " ")
		c.numbers(r.Size)
		c.text("Tf\n")
	}
	if r.Colour != state.Colour {
		c.colour(r.Colour, "rg\n")
	}
	switch {
	case r.Heavy && (!state.Heavy || r.Colour != state.Colour):
		c.colour(r.Colour, "RG ")
		c.text("2 Tr 0.35 w\n")
	case !r.Heavy && state.Heavy:
		c.text("0 Tr\n")
	}
	*state = *r
}

// slant is the shear of slanted text, about 11 degrees.
const slant = 0.2

// place moves to the start of a run.
func (c *content) place(r *layout.Run) {
	switch {
	case r.Turned:
		c.text("0 -1 1 0 ")
	case r.Slanted:
		c.text("1 0 ")
		c.numbers(slant)
		c.text("1 ")
	default:
		c.text("1 0 0 1 ")
	}
	c.numbers(r.X, c.height-r.Y)
	c.text("Tm\n")
}

// show writes the glyphs of a run. Widths in a PDF are whole thousandths; what that and the layout's spacing leave over is
// corrected behind each glyph, so that errors do not add up.
func (c *content) show(r *layout.Run) {
	f := c.faces[r.Font]
	unit := 1000 / r.Size
	want, pen := 0.0, 0.0
	c.text("[<")
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		if move := math.Round(pen - want + g.Shift*unit); move != 0 {
			c.text(">")
			c.buf = strconv.AppendInt(c.buf, int64(move), 10)
			c.text("<")
			pen -= move
		}
		code := f.codes[g.Rune]
		c.buf = hex16(c.buf, code)
		pen += float64(thousandths(r.Font.Advance(g.ID)))
		want += g.Advance * unit
	}
	c.text(">]TJ\n")
}
