package md

import (
	"fmt"
	"slices"
	"strings"

	"qmsdraft/generator/doc"
)

// place is where a running text stands; it decides what must be escaped.
type place int

const (
	inParagraph place = iota
	inHeading
	inCell
	inLink
	inCellLink
)

// piece is a part of a running text: literal text that is still to be escaped, or ready markup.
type piece struct {
	text         string // literal
	markup       string // ready, when text is empty
	strong, emph bool
}

func (p piece) isBreak() bool { return p.markup == lineBreak }

func (p piece) sameStyle(q piece) bool { return p.strong == q.strong && p.emph == q.emph }

// stars is what stands before and after pieces of a style.
func (p piece) stars() string {
	n := 0
	if p.strong {
		n += 2
	}
	if p.emph {
		n++
	}
	return strings.Repeat("*", n)
}

// lineBreak is <br>, which a plain reader sees and which no editor strips, as it does two blanks at a line's end.
const lineBreak = "<br>"

// inline writes a running text.
func (p *printer) inline(text []doc.Inline, at place) string {
	pieces := keepOuterBlanks(merge(p.pieces(nil, text, piece{}, at)))
	plainEmphasis(pieces)
	pieces = keepLinks(merge(settle(merge(pieces))))
	var b strings.Builder
	for i, one := range pieces {
		if i == 0 || !one.sameStyle(pieces[i-1]) {
			b.WriteString(one.stars())
		}
		one.write(&b, at, i == len(pieces)-1)
		if i == len(pieces)-1 || !one.sameStyle(pieces[i+1]) {
			b.WriteString(one.stars())
		}
	}
	return guard(b.String(), at)
}

// pieces flattens inlines; style carries what the surrounding inlines set.
func (p *printer) pieces(all []piece, text []doc.Inline, style piece, at place) []piece {
	ready := func(s string) {
		style := style
		style.markup = s
		all = append(all, style)
	}
	for _, in := range text {
		inner := style
		switch in := in.(type) {
		case doc.Text:
			all = append(all, literal(string(in), style)...)
		case doc.Checkbox:
			all = append(all, literal(in.Shown(), style)...)
		case doc.Strong:
			inner.strong = true
			all = p.pieces(all, in.Text, inner, at)
		case doc.Emphasis:
			inner.emph = true
			all = p.pieces(all, in.Text, inner, at)
		case doc.Ref:
			all = p.pieces(all, in.Text, style, at)
		case doc.Fill:
			all = append(all, fill(in, style)...)
		case doc.Code:
			ready(code(string(in), at))
		case doc.Link:
			ready(p.link(in, at))
		case doc.Break:
			ready(lineBreak)
		default:
			p.err = fmt.Errorf("inline %T is not known", in)
		}
	}
	return all
}

// literal makes pieces of a text; a line feed in it, as a value of the profile may hold, is a line break.
func literal(s string, style piece) []piece {
	var all []piece
	for i, line := range strings.Split(strings.ToValidUTF8(s, "\ufffd"), "\n") {
		if i > 0 {
			all = append(all, piece{markup: lineBreak})
		}
		style.text = line
		all = append(all, style)
	}
	return all
}

// fill is the value, or 【**待填写：…**】: the stars stand inside the brackets, where every viewer takes them for strong.
func fill(f doc.Fill, style piece) []piece {
	shown := f.Shown()
	if f.Value != "" {
		return literal(shown, style)
	}
	bold := style
	bold.strong = true
	all := literal("【", style)
	all = append(all, literal(strings.TrimSuffix(strings.TrimPrefix(shown, "【"), "】"), bold)...)
	return append(all, literal("】", style)...)
}

// merge joins neighbouring literal texts of one style and drops empty pieces.
func merge(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		if p.text == "" && p.markup == "" {
			continue
		}
		if p.isBreak() {
			p.strong, p.emph = false, false
		}
		if last := len(out) - 1; last >= 0 && p.text != "" && out[last].text != "" && out[last].sameStyle(p) {
			out[last].text += p.text
			continue
		}
		out = append(out, p)
	}
	return out
}

// keepLinks escapes a ! that would make an image of the link after it.
func keepLinks(pieces []piece) []piece {
	for i := 1; i < len(pieces); i++ {
		before, bang := strings.CutSuffix(pieces[i-1].text, "!")
		if !bang || !strings.HasPrefix(pieces[i].markup, "[") {
			continue
		}
		mark := pieces[i-1]
		pieces[i-1].text = before
		mark.text, mark.markup = "", `\!`
		pieces = slices.Insert(pieces, i, mark)
		i++
	}
	return pieces
}

// keepOuterBlanks turns blanks at the ends of lines, which Markdown drops, into character references.
func keepOuterBlanks(pieces []piece) []piece {
	pieces = keepBlanks(pieces, func(s string) (string, string) {
		body := strings.TrimLeft(s, " \t")
		return s[:len(s)-len(body)], body
	})
	slices.Reverse(pieces)
	pieces = keepBlanks(pieces, func(s string) (string, string) {
		body := strings.TrimRight(s, " \t")
		blanks := []byte(s[len(body):])
		slices.Reverse(blanks)
		return string(blanks), body
	})
	slices.Reverse(pieces)
	return pieces
}

// keepBlanks does that at one end of the lines; cut splits the blanks of that end from a text.
func keepBlanks(pieces []piece, cut func(string) (blanks, body string)) []piece {
	var out []piece
	outer := true
	for _, p := range pieces {
		if outer && p.text != "" {
			var blanks string
			blanks, p.text = cut(p.text)
			for _, c := range blanks {
				out = append(out, piece{markup: fmt.Sprintf("&#%d;", c)})
			}
			if p.text == "" {
				continue
			}
		}
		out = append(out, p)
		outer = p.isBreak()
	}
	return out
}
