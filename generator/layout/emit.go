package layout

import "qmsdraft/generator/style"

// baseline is the distance from the middle of a line to its base line, in ems: Han reach from -0.12 to 0.88.
const baseline = 0.38

// emit draws a line whose box starts at x and y and is pitch high.
func (c *composer) emit(l *line, x, y, pitch float64, element int) {
	chars := l.chars
	if len(chars) == 0 {
		return
	}
	glyphs := make([]Glyph, 0, len(chars))
	// All of a line stand on the base line of its first character.
	base := y + pitch/2 + chars[0].look.size*baseline
	for from := 0; from < len(chars); {
		to, width := sameRun(chars, from)
		first := &chars[from]
		if first.font == nil {
			from = to
			continue
		}
		start := len(glyphs)
		for i := from; i < to; i++ {
			ch := &chars[i]
			glyphs = append(glyphs, Glyph{Rune: ch.r, ID: ch.id, Advance: ch.width + ch.gap, Shift: ch.shift})
		}
		c.page.Runs = append(c.page.Runs, Run{
			Font: first.font, Size: first.look.size, Colour: first.look.colour, X: x, Y: base, Glyphs: glyphs[start:len(glyphs):len(glyphs)],
			Slanted: first.look.slanted, Heavy: first.heavy, Element: c.inside(first.look, element),
		})
		c.decorate(first.look, x, y, width-chars[to-1].gap, pitch, base, element)
		x += width
		from = to
	}
}

// sameRun finds the end of the run that starts at from, and its width.
func sameRun(chars []char, from int) (to int, width float64) {
	first := &chars[from]
	for to = from; to < len(chars); to++ {
		ch := &chars[to]
		if ch.font != first.font || ch.look != first.look || ch.heavy != first.heavy {
			break
		}
		width += ch.width + ch.gap
	}
	return to, width
}

// inside is the element inside of the given one to which text of a look belongs, if there is one.
func (c *composer) inside(look *attributes, element int) int {
	in := look.inner
	if in == nil || element == 0 {
		return element
	}
	if in.element == 0 {
		in.element = c.element(in.role, element)
		c.result.Elements[in.element].Inline = true
	}
	return in.element
}

// decorate draws the colour behind a run, the rule under a link and the link itself.
func (c *composer) decorate(look *attributes, x, y, width, pitch, base float64, element int) {
	if look.shade != "" {
		c.page.Rects = append(c.page.Rects, Rect{x, base - look.size*0.95, width, look.size * 1.15, colour(look.shade)})
	}
	if look.url == "" && look.target == "" {
		return
	}
	c.link(look, Link{X: x, Y: y, Width: width, Height: pitch, URL: look.url, Element: c.inside(look, element)})
	if look.target != "" {
		return
	}
	c.page.Rules = append(c.page.Rules, Rule{X1: x, Y1: base + 1.6, X2: x + width, Y2: base + 1.6, Width: 0.4, Colour: look.colour})
}

// link adds the area of a link. What continues on the same line, in another face, is one area.
func (c *composer) link(look *attributes, l Link) {
	if n := len(c.page.Links); n > 0 && l.Element > 0 {
		if last := &c.page.Links[n-1]; last.Element == l.Element && last.Y == l.Y && last.X < l.X {
			last.Width = l.X + l.Width - last.X
			return
		}
	}
	c.page.Links = append(c.page.Links, l)
	if look.target != "" {
		c.pending = append(c.pending, pendingLink{len(c.result.Pages) - 1, len(c.page.Links) - 1, look.target})
	}
}

// rule draws a straight line in the colour of tables.
func (c *composer) rule(x1, y1, x2, y2, width float64) {
	c.page.Rules = append(c.page.Rules, Rule{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: width, Colour: ruleColour})
}

// alignment of a line in its box.
type alignment int

const (
	toLeft alignment = iota
	toCentre
	toRight
)

// emitLines draws lines one below the other.
func (c *composer) emitLines(lines []line, x, y, width, pitch float64, align alignment, element int) {
	for i := range lines {
		at := x
		switch align {
		case toCentre:
			at += (width - lines[i].width) / 2
		case toRight:
			at += width - lines[i].width
		}
		c.emit(&lines[i], at, y, pitch, element)
		y += pitch
	}
}

// alignOf is the alignment of a paragraph style.
func alignOf(p style.Paragraph) alignment {
	if p.Center {
		return toCentre
	}
	return toLeft
}
