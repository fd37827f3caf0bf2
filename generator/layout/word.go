package layout

import "strings"

// longPath is how many characters a piece without blanks has at least when LibreOffice ends a line right behind a slash in
// it. Elsewhere it does so only when more than the slash would have fitted: breakiterator_unicode.cxx looks at slashes only
// where the line is just full.
const longPath = 66

// hangs tells whether LibreOffice lets the last character hang over the end of the line: stops and commas behind Chinese text,
// not behind Latin text and the brackets that close it.
func hangs(chars []char) bool {
	last := len(chars) - 1
	if !strings.ContainsRune("，、。；：！？", chars[last].r) {
		return false
	}
	for last--; last >= 0 && punctuation(chars[last].r) == closing; last-- {
	}
	return last >= 0 && chars[last].r >= firstAsian
}

// firstAsian is the first character that is not taken for Latin text, roughly.
const firstAsian = 0x2000

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
// than another, a line may end behind every hyphen, behind a slash in Latin text with reservations, and never between
// full-width punctuation and the Latin text that it belongs to.
func asWord(chars []char) {
	blank := 0 // where the piece without blanks starts
	for i := range chars {
		c := &chars[i]
		c.left, c.right = 0, 0
		c.width = wordWidth(c)
		if c.brk != mustBreak && i+1 < len(chars) {
			c.brk = wordBreak(c, chars[max(i-1, 0)].r, chars[i+1].r, i-blank)
		}
		if c.isSpace() {
			blank = i + 1
		}
	}
}

// wordBreak tells how a line may end behind a character; long counts the characters since the last blank.
func wordBreak(c *char, before, after rune, long int) uint8 {
	switch {
	case isLatin(after) && punctuation(c.r) == closing, isLatin(c.r) && punctuation(after) == opening:
		return noBreak
	case isLatin(after) && c.r == '/' && c.brk != noBreak && long < longPath:
		return passBreak
	case isLatin(after) && c.r == '-' && isLatin(before), c.brk == poorBreak:
		return mayBreak
	}
	return c.brk
}
