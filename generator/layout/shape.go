package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

// hanLatinGap stands between Han and Latin, in ems; Word takes 1/4, LibreOffice 1/5.
const hanLatinGap = 0.2

// attributes are the looks of a piece of text.
type attributes struct {
	face    style.Face
	bold    bool
	slanted bool
	size    float64
	colour  Colour
	shade   string // colour behind the text; empty for none
	url     string // where the text leads to, outside the document
	target  string // ID of the heading where the text leads to
	inner   *inner
}

// inner is an element inside of a paragraph: a link, or the number of a heading and its text.
type inner struct {
	role    string
	element int // 0 until it is drawn
}

// The ways in which a line may end behind a character.
const (
	noBreak   = iota
	poorBreak // only where the line would be too loose otherwise
	passBreak // only when the next character would have its place on the line, too
	mayBreak
	mustBreak
)

// char is one character with its measures in points.
type char struct {
	r           rune
	id          uint16
	brk         uint8
	heavy       bool
	font        *font.Font // nil for a line feed
	look        *attributes
	width       float64 // without the gap behind it
	left, right float64 // blank halves that can be cut
	shift       float64 // what was cut from the left
	gap         float64 // behind it
}

// shaper turns running text into characters and collects the runes that no face has.
type shaper struct {
	fonts   *font.Set
	word    bool // as word processors set text: no blank halves are cut, and a line may end wherever UAX #14 allows
	heading string
	missing []Missing
}

// span is a piece of text with one look.
type span struct {
	text string
	look *attributes
}

// shape measures a running text and marks the places where a line may end.
func (s *shaper) shape(text []doc.Inline, look attributes) []char {
	return s.shapeSpans(flatten(nil, text, &look))
}

func (s *shaper) shapeSpans(spans []span) []char {
	size, count := 0, 0
	for _, p := range spans {
		size += len(p.text)
		count += utf8.RuneCountInString(p.text)
	}
	chars := make([]char, 0, count)
	var plain strings.Builder // the same characters, as the line breaker shall see them
	plain.Grow(size)
	for _, p := range spans {
		for at, r := range p.text {
			c, ok := s.char(p, at, r)
			if !ok {
				continue
			}
			chars = append(chars, c)
			plain.WriteRune(asBracket(&c))
		}
	}
	markBreaks(chars, plain.String())
	if s.word {
		asWord(chars)
	}
	space(chars)
	return chars
}

// char finds glyph and width of a rune; false for a rune without a picture.
func (s *shaper) char(p span, at int, r rune) (char, bool) {
	c := char{r: r, look: p.look}
	if r == '\n' {
		return c, true
	}
	if r == '\t' {
		c.r = ' '
	}
	g, ok := s.fonts.Glyph(p.look.face, p.look.bold, c.r)
	if !ok {
		if font.Ignorable(r) {
			return c, false
		}
		s.missing = append(s.missing, Missing{Rune: r, Heading: s.heading, Text: excerpt(p.text, at)})
		g, _ = s.fonts.Glyph(p.look.face, p.look.bold, '〓')
	}
	size := p.look.size
	c.font, c.id, c.width, c.heavy = g.Font, g.ID, g.Advance*size, g.Fake
	if g.Advance > 0.9 {
		switch punctuation(r) {
		case opening:
			c.left = size / 2
		case closing:
			c.right = size / 2
		}
	}
	return c, true
}

// excerpt is the text around a place, for messages.
func excerpt(text string, at int) string {
	const around = 12
	from, to := at, at
	for range around {
		_, before := utf8.DecodeLastRuneInString(text[:from])
		from -= before
		_, after := utf8.DecodeRuneInString(text[to:])
		to += after
	}
	return strings.ReplaceAll(text[from:to], "\n", " ")
}

// asBracket is what the line breaker sees of a character. UAX #14 allows no break on either side of “ and ”, because other
// languages use them the other way round; where they are full-width signs they are Chinese and break as brackets do.
func asBracket(c *char) rune {
	switch {
	case (c.r == '“' || c.r == '‘') && c.left > 0:
		return '「'
	case (c.r == '”' || c.r == '’') && c.right > 0:
		return '」'
	}
	return c.r
}

// markBreaks finds the ends of lines that UAX #14 allows and takes back those that Chinese rules forbid.
func markBreaks(chars []char, text string) {
	at, state := 0, -1
	for len(text) > 0 {
		var segment string
		var must bool
		segment, text, must, state = uniseg.FirstLineSegmentInString(text, state)
		at += utf8.RuneCountInString(segment)
		switch {
		case len(text) == 0 && chars[at-1].r != '\n':
			return
		case must:
			chars[at-1].brk = mustBreak
		case forbidden(chars[at-1].r, chars[at].r):
		case isQuantity(chars, at) || isInsideWord(chars[at-1].r, chars[at].r):
			chars[at-1].brk = poorBreak
		default:
			chars[at-1].brk = mayBreak
		}
	}
}

// isQuantity tells whether the blank before a place stands inside a quantity or the number of a standard, such as 0.1 mm
// and GB/T 19001, which are better not parted.
func isQuantity(chars []char, at int) bool {
	if at < 2 || !chars[at-1].isSpace() {
		return false
	}
	before, after := chars[at-2].r, chars[at].r
	digit := func(r rune) bool { return r >= '0' && r <= '9' }
	return digit(before) && isLatin(after) && !digit(after) || at > 2 && chars[at-3].r == '/' && before == 'T' && digit(after)
}

// isInsideWord tells whether a place stands inside a number or an address, such as SLZX/QR-20-01 and
// GB/T 2828.1—2012.
func isInsideWord(before, after rune) bool {
	signs := func(r rune) bool { return r > ' ' && r < 0x7f || r == '—' }
	return signs(before) && signs(after)
}

// space sets the gaps between Han and Latin and cuts the blank between two full-width signs.
func space(chars []char) {
	for i := 0; i+1 < len(chars); i++ {
		a, b := &chars[i], &chars[i+1]
		if a.font == nil || b.font == nil {
			continue
		}
		if isHan(a.r) && isLatin(b.r) || isLatin(a.r) && isHan(b.r) {
			a.gap = a.look.size * hanLatinGap
		}
		if a.right > 0 && (b.right > 0 || b.left > 0) {
			a.width -= a.right
			a.right = 0
		}
		if punctuation(a.r) == opening && b.left > 0 {
			b.cutLeft(b.left)
		}
	}
}

// cutLeft takes away from the blank half on the left.
func (c *char) cutLeft(by float64) {
	c.width -= by
	c.shift += by
	c.left -= by
}

// isSpace tells whether a character hangs over the end of a line.
func (c *char) isSpace() bool { return c.r == ' ' }

// parts are the widths of the pieces between line feeds, each set in one line.
func parts(chars []char) []float64 {
	var widths []float64
	width := 0.0
	for i := range chars {
		width += chars[i].width + chars[i].gap
		if chars[i].brk == mustBreak || i == len(chars)-1 {
			widths = append(widths, width)
			width = 0
		}
	}
	return widths
}

// wrapWidths are the width of the longest piece that cannot be broken, that of the longest one that is better not broken,
// and the width without any break.
func wrapWidths(chars []char) (hard, word, most float64) {
	width := [3]float64{}
	longest := [3]float64{}
	end := func(i int, trail float64) {
		longest[i] = max(longest[i], width[i]-trail)
		width[i] = 0
	}
	for i := range chars {
		c := &chars[i]
		for k := range width {
			width[k] += c.width + c.gap
		}
		trail, brk := c.gap, c.brk
		if c.isSpace() {
			trail += c.width
		}
		if i == len(chars)-1 {
			brk = mustBreak
		}
		if brk >= poorBreak {
			end(0, trail)
		}
		if brk >= mayBreak {
			end(1, trail)
		}
		if brk == mustBreak {
			end(2, 0)
		}
	}
	return longest[0], longest[1], longest[2]
}
