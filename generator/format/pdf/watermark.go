package pdf

import (
	"fmt"
	"math"
	"strings"

	"qmsdraft/generator/font"
	"qmsdraft/generator/layout"
	"qmsdraft/generator/style"
)

// watermark is a text across the page. It is drawn as outlines, not as text: nobody copies or finds it, and no reader reads
// it out on every page. PDF/A-1 knows no transparency, so it has a light colour and lies under the text.
type watermark struct {
	glyphs []font.Glyph
	width  float64 // in ems
}

// newWatermark finds the glyphs of a text; it gives nil for a blank one, and an error for a character that no face has.
func newWatermark(text string, fonts *font.Set) (*watermark, error) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return nil, nil
	}
	w := &watermark{}
	for _, r := range text {
		g, ok := fonts.Glyph(style.Hei, true, r)
		switch {
		case ok:
			w.glyphs = append(w.glyphs, g)
			w.width += g.Advance
		case !font.Ignorable(r):
			return nil, fmt.Errorf("水印 %q：字符 U+%04X（%c）在内置字体中没有，无法印出。请改用其他字符", text, r, r)
		}
	}
	return w, nil
}

// size is the size of the letters on a page: at 45 degrees a box as wide as the text and one em high is (width+1)/√2 ems wide.
func (w *watermark) size(width, height float64) float64 {
	return math.Min(style.WatermarkSize, math.Min(width, height)*style.WatermarkShare*math.Sqrt2/(w.width+1))
}

// watermark draws the watermark from the lower left to the upper right, through the middle of the page.
func (c *content) watermark(p *layout.Page) {
	w := c.mark
	if w == nil {
		return
	}
	size := w.size(p.Width, p.Height)
	c.text("/Artifact <</Type/Pagination>> BDC\nq ")
	c.colour(layout.Colour{style.WatermarkGrey, style.WatermarkGrey, style.WatermarkGrey}, "rg ")
	const turn = math.Sqrt2 / 2
	for _, v := range []float64{turn, turn, -turn, turn} {
		c.buf = fmt.Appendf(c.buf, "%.4f ", v)
	}
	c.numbers(p.Width/2, p.Height/2)
	c.text("cm\n")
	pen := -w.width / 2
	for _, g := range w.glyphs {
		c.outline(g, pen*size, size)
		pen += g.Advance
	}
	c.text("Q\nEMC\n")
}

// outline fills a glyph whose origin is at x; Han stand from -0.12 to 0.88 ems, so that their middle is at 0.38.
func (c *content) outline(g font.Glyph, x, size float64) {
	const middle = 0.38
	to := func(p font.Point) { c.numbers(x+p.X*size, (p.Y-middle)*size) }
	contours := g.Font.Outline(g.ID)
	for _, contour := range contours {
		at := contour.Start
		to(at)
		c.text("m\n")
		for _, s := range contour.Curves {
			if s.Straight {
				to(s.To)
				c.text("l\n")
			} else {
				to(third(at, s.Control))
				to(third(s.To, s.Control))
				to(s.To)
				c.text("c\n")
			}
			at = s.To
		}
	}
	if len(contours) > 0 {
		c.text("f\n")
	}
}

// third is the handle of a cubic curve which is the quadratic one with the given control: two thirds of the way to it.
func third(end, control font.Point) font.Point {
	return font.Point{X: end.X + (control.X-end.X)*2/3, Y: end.Y + (control.Y-end.Y)*2/3}
}
