package layout

import (
	"math"
	"slices"

	"qmsdraft/generator/style"
)

// segment is a piece of an inner rule: at a place across, from and to along.
type segment struct{ at, from, to float64 }

// drawRules draws the frame round the parts on this page and the rules between them, each rule once.
func (p *placing) drawRules() {
	if len(p.parts) == 0 {
		return
	}
	left, right := p.edges[0], p.edges[len(p.edges)-1]
	top, bottom := math.Inf(1), math.Inf(-1)
	for i := range p.parts {
		top, bottom = math.Min(top, p.parts[i].top), math.Max(bottom, p.parts[i].bottom)
	}
	var across, down []segment
	for i := range p.parts {
		t := &p.parts[i]
		l, r := p.edges[t.col], p.edges[min(t.col+t.cell.ColSpan, len(p.edges)-1)]
		if t.bottom < bottom-slack {
			across = append(across, segment{t.bottom, l, r})
		}
		if r < right-slack {
			down = append(down, segment{r, t.top, t.bottom})
		}
	}
	for _, s := range joined(across) {
		p.c.rule(s.from, s.at, s.to, s.at, style.TableRule)
	}
	if p.lined {
		p.c.rule(left, bottom, right, bottom, style.TableRule)
		return
	}
	for _, s := range joined(down) {
		p.c.rule(s.at, s.from, s.at, s.to, style.TableRule)
	}
	p.c.frame(left, top, right, bottom)
}

// frame draws four rules that meet at the corners.
func (c *composer) frame(left, top, right, bottom float64) {
	const half = style.TableFrame / 2.0
	c.rule(left-half, top, right+half, top, style.TableFrame)
	c.rule(left-half, bottom, right+half, bottom, style.TableFrame)
	c.rule(left, top, left, bottom, style.TableFrame)
	c.rule(right, top, right, bottom, style.TableFrame)
}

// joined makes one segment of those that continue each other.
func joined(segments []segment) []segment {
	slices.SortFunc(segments, func(a, b segment) int {
		if math.Abs(a.at-b.at) > slack {
			return sign(a.at - b.at)
		}
		return sign(a.from - b.from)
	})
	var out []segment
	for _, s := range segments {
		if n := len(out); n > 0 && math.Abs(out[n-1].at-s.at) <= slack && s.from <= out[n-1].to+slack {
			out[n-1].to = math.Max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

func sign(v float64) int {
	switch {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}
