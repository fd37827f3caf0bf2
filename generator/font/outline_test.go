package font

import (
	"math"
	"testing"
)

// The points of an outline must reach exactly as far as the font says of each glyph.
func TestOutlinesReachAsFarAsTheFontSays(t *testing.T) {
	for _, m := range Default().chains[0][1] {
		f := m.font()
		tried := 0
		for glyph := 0; glyph < f.glyphs; glyph += 1 + f.glyphs/1500 {
			data := f.outline(uint16(glyph))
			if data == "" {
				continue
			}
			tried++
			low, high := reach(f.Outline(uint16(glyph)))
			em := float64(f.upm)
			for i, want := range []float64{low.X, low.Y, high.X, high.Y} {
				if got := float64(data.i16(2+2*i)) / em; math.Abs(got-want) > 1.5/em {
					t.Errorf("%s, glyph %d: measure %d is %.4f, the font says %.4f", f.name, glyph, i, want, got)
				}
			}
		}
		if tried < 30 {
			t.Errorf("%s: only %d glyphs", f.name, tried)
		}
	}
}

func reach(outline []Contour) (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	add := func(p Point) {
		low, high = Point{math.Min(low.X, p.X), math.Min(low.Y, p.Y)}, Point{math.Max(high.X, p.X), math.Max(high.Y, p.Y)}
	}
	for _, c := range outline {
		add(c.Start)
		for _, s := range c.Curves {
			add(s.To)
			if !s.Straight {
				add(s.Control)
			}
		}
	}
	return low, high
}

func TestOutlinesAreClosed(t *testing.T) {
	g, _ := Default().Glyph(1, true, '示')
	contours := g.Font.Outline(g.ID)
	if len(contours) < 4 {
		t.Errorf("示 has %d contours", len(contours))
	}
	for i, c := range contours {
		if last := c.Curves[len(c.Curves)-1]; last.To != c.Start {
			t.Errorf("contour %d starts at %v and ends at %v", i, c.Start, last.To)
		}
	}
	if g, _ := Default().Glyph(1, true, ' '); len(g.Font.Outline(g.ID)) != 0 {
		t.Error("a blank has an outline")
	}
}

// A broken glyph must give a wrong picture at worst.
func TestBrokenOutlinesDoNotPanic(t *testing.T) {
	g, _ := Default().Glyph(1, true, '示')
	whole := g.Font.outline(g.ID)
	for cut := 0; cut < len(whole); cut += 3 {
		f := *g.Font
		f.glyf, f.loca, f.longLoca = whole[:cut], "\x00\x00\x00\x00"+table([]byte{0, 0, byte(cut >> 8), byte(cut)}), true
		f.Outline(0)
	}
}
