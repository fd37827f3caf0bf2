package layout

import (
	"math"
	"strings"
)

// line is a line of text that is ready to be drawn.
type line struct {
	chars []char
	width float64
}

// slack is for rounding.
const slack = 0.01

// squeezing is how far a line may be squeezed before it is broken earlier: these parts of the blank halves, the gaps, the
// spaces. Word processors do without.
type squeezing struct {
	half, gap, space float64
	hang             bool // let a stop or a comma stand beyond the end of the line, as word processors do
}

// bookish is the squeezing of a page that nobody will edit (CLREQ 3.1.6).
var bookish = squeezing{half: 0.5, gap: 0.4, space: 0.3}

// loosest is what a line may leave empty before a poor place to end it is good enough: little where it would be stretched.
func loosest(width float64, justify bool) float64 {
	if justify {
		return width * 0.06
	}
	return width * 0.4
}

// breakLines breaks characters into lines; the first line may have another width than the rest. It changes the characters:
// blank halves at the ends of lines are cut, and the lines are squeezed or, with justify, stretched to their width.
func (s squeezing) breakLines(chars []char, first, rest float64, justify bool) []line {
	var lines []line
	for width := first; len(chars) > 0; width = rest {
		end, last := s.lineEnd(chars, width, loosest(width, justify))
		l := line{chars: chars[:end:end]}
		l.fit(width, justify && !last, s)
		lines = append(lines, l)
		chars = chars[end:]
	}
	return lines
}

// lineEnd finds where the line that starts with the first character ends, and whether it is the last one before a line
// feed or the end of the text. A line that leaves more than loose is ended at a poor place rather.
func (s squeezing) lineEnd(chars []char, width, loose float64) (end int, last bool) {
	used, give := 0.0, 0.0 // natural width and what can be squeezed out of it
	fit, fitUsed, poor := 0, 0.0, 0
	for i := range chars {
		c := &chars[i]
		if c.brk == mustBreak {
			return i + 1, true
		}
		own := c.width
		if i == 0 {
			own -= c.left
		}
		if over := used + own - c.right - give - width; over > slack && i > 0 && !c.isSpace() {
			switch {
			case s.hang && hangs(chars[:i+1]):
				return hang(chars, i+1), false
			case poor > fit && fitUsed < width-loose:
				return hang(chars, poor), false
			case fit == 0 || fitUsed < width/2 && tokenWidth(chars[fit:]) > width:
				return hang(chars, emergency(chars, i)), false
			}
			return hang(chars, fit), false
		}
		if i > 0 && chars[i-1].brk == passBreak {
			fit, fitUsed = i, used
		}
		used += own + c.gap
		give += s.give(c, i == 0)
		switch c.brk {
		case mayBreak:
			fit, fitUsed = i+1, used
		case poorBreak:
			poor = i + 1
		}
	}
	return len(chars), true
}

// give is how much a character can be squeezed.
func (s squeezing) give(c *char, first bool) float64 {
	give := c.right*s.half + c.gap*s.gap
	if !first {
		give += c.left * s.half
	}
	if c.isSpace() {
		give += c.width * s.space
	}
	return give
}

// tokenWidth is the width of the piece at the start that cannot be broken.
func tokenWidth(chars []char) float64 {
	width := 0.0
	for i := range chars {
		width += chars[i].width
		if chars[i].brk != noBreak {
			break
		}
	}
	return width
}

// emergency breaks a piece that is longer than a line before character over or earlier: behind a sign that divides the
// piece if there is one near the end, else where no forbidden sign comes to stand at the end or the start of a line.
func emergency(chars []char, over int) int {
	const near = 16
	for i := over; i > max(over/2, over-near); i-- {
		if strings.ContainsRune("/\\-_.,?&=:;@+", chars[i-1].r) && !forbidden(chars[i-1].r, chars[i].r) {
			return i
		}
	}
	for i := over; i > 0; i-- {
		if !forbidden(chars[i-1].r, chars[i].r) {
			return i
		}
	}
	return over
}

// hang takes the spaces behind a line's end into the line.
func hang(chars []char, end int) int {
	for end < len(chars) && chars[end].isSpace() && chars[end-1].brk != mustBreak {
		end++
	}
	return end
}

// How far a line is stretched: spaces and gaps up to the first limit, then these and the space beside wide signs up to the
// second one, in ems. A line that needs more stays ragged.
const (
	stretchGap  = 0.18
	stretchWide = 0.25
)

// fit cuts the blanks at both ends of a line and brings it to its width.
func (l *line) fit(width float64, justify bool, s squeezing) {
	n := len(l.chars)
	for n > 0 && (l.chars[n-1].isSpace() || l.chars[n-1].font == nil) {
		// The space stays, so that words are apart when the text is copied; it takes no room.
		l.chars[n-1].width, l.chars[n-1].gap = 0, 0
		n--
	}
	if n == 0 {
		return
	}
	inner := l.chars[:n]
	inner[0].cutLeft(inner[0].left)
	end := &inner[n-1]
	end.width -= end.right
	end.right, end.gap = 0, 0
	l.width = natural(inner)
	switch over := l.width - width; {
	case over > slack:
		s.squeeze(inner, over)
		l.width = natural(inner)
	case justify && over < -slack:
		stretch(inner, -over)
		l.width = natural(inner)
	}
}

func natural(chars []char) float64 {
	width := 0.0
	for i := range chars {
		width += chars[i].width + chars[i].gap
	}
	return width
}

// squeeze takes over points out of a line, or as many as it can give.
func (s squeezing) squeeze(chars []char, over float64) {
	give := 0.0
	for i := range chars {
		give += s.give(&chars[i], false)
	}
	if give <= 0 {
		return
	}
	part := math.Min(1, over/give)
	for i := range chars {
		c := &chars[i]
		if c.isSpace() {
			c.width -= c.width * s.space * part
		}
		c.cutLeft(c.left * s.half * part)
		c.width -= c.right * s.half * part
		c.gap -= c.gap * s.gap * part
	}
}

// stretch adds points to a line.
func stretch(chars []char, points float64) {
	gaps, wides := 0, 0
	for i := range len(chars) - 1 {
		if chars[i].isGap() {
			gaps++
		} else if stretches(&chars[i], &chars[i+1]) {
			wides++
		}
	}
	em := chars[0].look.size
	gap, wide := 0.0, 0.0
	if gaps > 0 {
		gap = math.Min(points/float64(gaps), em*stretchGap)
		points -= gap * float64(gaps)
	}
	if gaps+wides > 0 {
		if wide = points / float64(gaps+wides); wide > em*stretchWide {
			wide = 0
		}
	}
	for i := range len(chars) - 1 {
		if chars[i].isGap() {
			chars[i].gap += gap + wide
		} else if stretches(&chars[i], &chars[i+1]) {
			chars[i].gap += wide
		}
	}
}

// isGap tells whether the space behind or of a character is stretched first; the blank inside a quantity is not.
func (c *char) isGap() bool { return c.isSpace() && c.brk != poorBreak || c.gap > 0 }

// stretches tells whether the space between two signs may be stretched: beside a wide sign, but not inside —— and ……
func stretches(a, b *char) bool {
	if a.r == b.r && (a.r == '—' || a.r == '…') || b.isSpace() {
		return false
	}
	return isWide(a.r) || isWide(b.r)
}
