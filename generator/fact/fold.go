package fact

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// unfold takes out the blanks that YAML puts in place of a line break (YAML 1.2.2, 6.5) where Chinese stands on both
// sides: Chinese has no blanks between words, and the break was only there to keep the line short. A blank that somebody
// typed stays.
func (d *decoder) unfold(n *yaml.Node, text string) string {
	if n.Style&yaml.LiteralStyle != 0 || !hasGap(text) {
		return text
	}
	source := d.sourceOf(n)
	var b strings.Builder
	for at := 0; at < len(text); {
		gap := blanks(text[at:])
		if gap == 0 {
			c, size := utf8.DecodeRuneInString(text[at:])
			if !bytes.HasPrefix(source, []byte(text[at:at+size])) {
				return b.String() + text[at:] // an escape: from here on the two cannot be compared
			}
			source = source[size:]
			if c == '\'' && n.Style&yaml.SingleQuotedStyle != 0 {
				source = bytes.TrimPrefix(source, []byte("'"))
			}
			b.WriteString(text[at : at+size])
			at += size
			continue
		}
		between := source[:len(source)-len(bytes.TrimLeft(source, white))]
		if len(between) == 0 {
			return b.String() + text[at:]
		}
		source = source[len(between):]
		folded := text[at:at+gap] == " " && bytes.Count(between, []byte("\n")) == 1
		if !folded || !chineseAround(b.String(), text[at+gap:]) {
			b.WriteString(text[at : at+gap])
		}
		at += gap
	}
	return b.String()
}

// farthest is the last column at which sourceOf looks for a scalar; it keeps a file of one endless line from taking
// endless time.
const farthest = 1000

// sourceOf gives the file from the first character of a scalar on, nothing when it cannot be found.
func (d *decoder) sourceOf(n *yaml.Node) []byte {
	if n.Line < 1 || n.Line > len(d.lines) || n.Column > farthest {
		return nil
	}
	rest := d.source[d.lines[n.Line-1]:]
	for column := 1; column < n.Column && len(rest) > 0; column++ {
		_, size := utf8.DecodeRune(rest)
		rest = rest[size:]
	}
	switch {
	case n.Style&yaml.FoldedStyle != 0:
		_, rest, _ = bytes.Cut(rest, []byte("\n"))
		rest = bytes.TrimLeft(rest, white)
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 && len(rest) > 0:
		rest = rest[1:]
	}
	return rest
}

// lineStarts gives the offset of every line.
func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// white is what a line break and the indentation after it consist of.
const white = " \t\r\n"

// blanks is the length of the white space at the start.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, white)) }

// hasGap reports whether a single blank stands between Chinese characters; without one there is nothing to do.
func hasGap(text string) bool {
	for i := strings.IndexByte(text, ' '); i >= 0; {
		if chineseAround(text[:i], text[i+1:]) {
			return true
		}
		next := strings.IndexByte(text[i+1:], ' ')
		if next < 0 {
			break
		}
		i += next + 1
	}
	return false
}

// chineseAround reports whether the characters on both sides of a gap are Chinese ones or marks of a Chinese text.
func chineseAround(before, after string) bool {
	left, _ := utf8.DecodeLastRuneInString(before)
	right, _ := utf8.DecodeRuneInString(after)
	return (chinese(left) || chinese(right)) && (chinese(left) || sharedMark(left)) && (chinese(right) || sharedMark(right))
}

// chinese reports characters that are set on a full square: Han, Chinese marks (U+3000 to U+303F), full-width forms.
func chinese(c rune) bool {
	return unicode.Is(unicode.Han, c) || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF
}

// sharedMark reports marks that Chinese and Western texts both use: quotes, dashes, dots.
func sharedMark(c rune) bool { return strings.ContainsRune("“”‘’—–…·℃", c) }
