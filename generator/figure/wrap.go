package figure

import (
	"math"
	"strings"
	"unicode"

	"qmsdraft/generator/style"
)

// letters are the looks of a text.
type letters struct {
	size, pitch float64
	bold        bool
	colour      string
}

// ruler measures texts.
type ruler struct{ measure Measure }

// width is the width of a text in one line, with the space that word processors leave between Han and Latin.
func (r ruler) width(text string, l letters) float64 {
	gaps, before := 0, ' '
	for _, c := range text {
		if isHan(before) && isLatin(c) || isLatin(before) && isHan(c) {
			gaps++
		}
		before = c
	}
	return r.measure(text, l.size, l.bold) + float64(gaps)*style.FigureHanLatin*l.size
}

// wrapped is a text in lines.
type wrapped struct {
	lines  []string
	width  float64 // of the longest line
	forced bool    // a word was divided
}

// wrap breaks a text into lines of at most the given width, as few as possible. Words are divided only when they are longer
// than a line. Short texts are broken where they read best.
func (r ruler) wrap(text string, l letters, width float64) wrapped {
	w := r.greedy(text, l, width)
	if all := pieces(text); len(w.lines) > 1 && !w.forced && len(all) <= mostPieces && !strings.Contains(text, "\n") {
		w = r.even(all, l, width, len(w.lines))
	}
	return w
}

func (r ruler) greedy(text string, l letters, width float64) wrapped {
	var w wrapped
	end := func(line string) {
		line = strings.TrimSpace(line)
		w.lines = append(w.lines, line)
		w.width = math.Max(w.width, r.width(line, l))
	}
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, piece := range pieces(paragraph) {
			if line != "" && r.width(strings.TrimSpace(line+piece), l) > width {
				end(line)
				line = ""
			}
			if r.width(strings.TrimSpace(piece), l) > width {
				head, rest := r.divide(piece, l, width)
				for _, full := range head {
					end(full)
				}
				piece, w.forced = rest, true
			}
			line += piece
		}
		if strings.TrimSpace(line) != "" {
			end(line)
		}
	}
	return w
}

// divide cuts a piece that is longer than a line into full lines and a rest; a sign that is wider than a line stays whole.
func (r ruler) divide(piece string, l letters, width float64) (full []string, rest string) {
	for _, c := range piece {
		if rest != "" && !isAttached(c) && r.width(rest+string(c), l) > width {
			full, rest = append(full, rest), ""
		}
		rest += string(c)
	}
	return full, rest
}

// pieces cuts a text where lines may end: behind blanks, hyphens and slashes, and on both sides of a Han sign unless a
// bracket or a comma stands there.
func pieces(text string) []string {
	var all []string
	start, before := 0, rune(-1)
	for at, c := range text {
		if before >= 0 && mayEnd(before, c) {
			all, start = append(all, text[start:at]), at
		}
		before = c
	}
	if start < len(text) {
		all = append(all, text[start:])
	}
	return all
}

func mayEnd(before, after rune) bool {
	switch {
	case unicode.IsSpace(after), isAttached(after), before == '\u200d', isClosing(after), isOpening(before):
		return false
	case unicode.IsSpace(before), isOpening(after):
		return true
	case before == '-' || before == '/':
		return unicode.IsLetter(after)
	}
	return isWide(before) || isWide(after)
}

// isAttached tells whether a rune belongs to the one before it.
func isAttached(c rune) bool { return unicode.In(c, unicode.M, unicode.Cf) }

func isOpening(c rune) bool { return strings.ContainsRune("（《【〔「『“‘([{〈", c) }

func isClosing(c rune) bool {
	return strings.ContainsRune("）》】〕」』”’)]}〉，。、；：？！…—～·,.;:?!%％‰℃°", c)
}

func isHan(c rune) bool { return unicode.Is(unicode.Han, c) }

func isLatin(c rune) bool {
	return c < 0x2000 && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

// isWide tells whether a sign is as wide as a Han sign, so that a line may end beside it.
func isWide(c rune) bool {
	return isHan(c) || c >= 0x2e80 && c < 0xd7ff || c >= 0xf900 && c < 0xfb00 || c >= 0xff00 && c < 0xff61 || c >= 0x1f000 ||
		strings.ContainsRune("★▲◇“”‘’…—", c)
}
