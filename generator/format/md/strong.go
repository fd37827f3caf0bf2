package md

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// plainEmphasis takes the emphasis away where it touches strong text: *a***b** can be read in more ways than one.
func plainEmphasis(pieces []piece) {
	styled := func(p piece) bool { return p.strong || p.emph }
	for i := 0; i < len(pieces); i++ {
		if !styled(pieces[i]) {
			continue
		}
		end := i
		mixed := false
		for ; end < len(pieces) && styled(pieces[end]); end++ {
			mixed = mixed || !pieces[end].sameStyle(pieces[i])
		}
		for ; mixed && i < end; i++ {
			pieces[i].emph = false
		}
		i = end - 1
	}
}

// first is the first character of what follows a group, a line feed at the end.
func first(rest []piece) rune {
	if len(rest) == 0 || rest[0].isBreak() {
		return '\n'
	}
	if rest[0].text != "" {
		c, _ := utf8.DecodeRuneInString(rest[0].text)
		return c
	}
	return rune(rest[0].markup[0])
}

// settle moves marks and blanks at the ends of strong and emphasised text out of it, until CommonMark 6.2 lets the stars
// open and close there; the characters stay the same.
func settle(pieces []piece) []piece {
	var out []piece
	for i := 0; i < len(pieces); {
		end := i + 1
		for end < len(pieces) && pieces[end].sameStyle(pieces[i]) {
			end++
		}
		if pieces[i].stars() == "" {
			out = append(out, pieces[i:end]...)
		} else {
			head, core := openAt(slices.Clone(pieces[i:end]), last(out))
			core, tail := closeAt(core, first(pieces[end:]))
			out = slices.Concat(out, plain(head), core, plain(tail))
		}
		i = end
	}
	return out
}

func plain(pieces []piece) []piece {
	for i := range pieces {
		pieces[i].strong, pieces[i].emph = false, false
	}
	return pieces
}

// last is the last character of what stands before a group, a line feed at the start.
func last(pieces []piece) rune {
	if len(pieces) == 0 || pieces[len(pieces)-1].isBreak() {
		return '\n'
	}
	p := pieces[len(pieces)-1]
	return lastRune(p.text + p.markup)
}

// openAt splits off what must stand before the opening stars.
func openAt(group []piece, before rune) (head, core []piece) {
	for len(group) > 0 {
		p := group[0]
		c, size := utf8.DecodeRuneInString(p.text + p.markup)
		if !isBlank(c) && (!isMark(c) || isBlank(before) || isMark(before)) {
			return head, group
		}
		if p.text == "" || size == len(p.text) {
			head, group = append(head, p), group[1:]
		} else {
			head = append(head, piece{text: p.text[:size]})
			group[0].text = p.text[size:]
		}
		before = c
		if p.text == "" {
			before = lastRune(p.markup)
		}
	}
	return head, nil
}

// closeAt splits off what must stand after the closing stars.
func closeAt(group []piece, after rune) (core, tail []piece) {
	for len(group) > 0 {
		last := len(group) - 1
		p := group[last]
		c, size := utf8.DecodeLastRuneInString(p.text + p.markup)
		if !isBlank(c) && (!isMark(c) || isBlank(after) || isMark(after)) {
			return group, tail
		}
		if p.text == "" || size == len(p.text) {
			tail, group = append([]piece{p}, tail...), group[:last]
		} else {
			tail = append([]piece{{text: p.text[len(p.text)-size:]}}, tail...)
			group[last].text = p.text[:len(p.text)-size]
		}
		after = c
		if p.text == "" {
			after = rune(p.markup[0])
		}
	}
	return nil, tail
}

func lastRune(s string) rune {
	if s == "" {
		return '\n'
	}
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}

func isBlank(c rune) bool { return unicode.IsSpace(c) }

func isMark(c rune) bool { return unicode.IsPunct(c) || unicode.IsSymbol(c) }
