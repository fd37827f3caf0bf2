package layout

// longPath is how many characters a piece without blanks has at least when LibreOffice ends a line right behind a slash in
// it. Elsewhere it does so only when more than the slash would have fitted: breakiterator_unicode.cxx looks at slashes only
// where the line is just full.
const longPath = 66

// wordWidth is the width of a character where that of the embedded faces is another one: the dash of 宋体 is as wide as a
// sign, and LibreOffice takes operators from the Latin face.
func wordWidth(c *char) float64 {
	if c.font == nil {
		return 0
	}
	size := c.look.size
	switch c.r {
	case '—':
		return size
	case '×', '÷', '±':
		return size * latinOperator
	}
	return c.width
}

// latinOperator is the width of × ÷ ± in Times New Roman, in ems.
const latinOperator = 0.564

// asWord makes characters what LibreOffice takes them for: full-width signs are never cut, no place is better to end a line
// than another, a line may end behind every hyphen, and behind a slash in Latin text with reservations.
func asWord(chars []char) {
	blank := 0 // where the piece without blanks starts
	for i := range chars {
		c := &chars[i]
		c.left, c.right = 0, 0
		c.width = wordWidth(c)
		latin := i > 0 && i+1 < len(chars) && isLatin(chars[i+1].r)
		switch {
		case c.brk == mustBreak:
		case latin && c.r == '/' && c.brk != noBreak && i-blank < longPath:
			c.brk = passBreak
		case c.brk == poorBreak, latin && c.r == '-' && isLatin(chars[i-1].r):
			c.brk = mayBreak
		}
		if c.isSpace() {
			blank = i + 1
		}
	}
}
