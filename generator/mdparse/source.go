package mdparse

import (
	"bytes"
	"fmt"
	"sort"
	"unicode"
	"unicode/utf8"

	"qmsdraft/generator/diag"
)

// source is a text with its line starts.
type source struct {
	file   string
	text   []byte // line ends are \n, and the last line has one
	starts []int  // offset of each line
}

func newSource(file string, src []byte) source {
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	if !bytes.HasSuffix(text, []byte("\n")) {
		text = append(bytes.Clone(text), '\n')
	}
	s := source{file: file, text: text, starts: []int{0}}
	for i, c := range text {
		if c == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	return s
}

// place is the line and the column of an offset, both from 1, columns in characters.
func (s source) place(offset int) (line, col int) {
	offset = max(0, min(offset, len(s.text)))
	line = sort.SearchInts(s.starts, offset+1)
	return line, utf8.RuneCount(s.text[s.starts[line-1]:offset]) + 1
}

// fault notes one problem; the same problem at the same place is noted once.
func (r *run) fault(offset int, code, hint, format string, args ...any) {
	if len(r.problems) >= maxProblems {
		return
	}
	line, col := r.place(offset)
	p := diag.Problem{File: r.file, Line: line, Col: col, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint}
	for _, known := range r.problems {
		if known == p {
			return
		}
	}
	r.problems.Add(p)
}

// printable reports whether a rune may stand in a document: no control character except the tab, nothing that XML 1.0
// cannot hold.
func printable(c rune) bool {
	return c == '\t' || !unicode.IsControl(c) && c != 0xfffe && c != 0xffff
}

// wide reports whether a character fills a whole square, so that lines between two of them are joined without a blank.
func wide(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) ||
		c >= 0x3000 && c <= 0x303f || c >= 0xff01 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6
}

// chinese reports whether a character is wide or one of the marks that Chinese shares with other scripts.
func chinese(c rune) bool {
	switch c {
	case '“', '”', '‘', '’', '…', '—', '·', '℃', '①', '②', '③', '④', '⑤', '☐', '☑', '★', '▲', '△', '○', '●':
		return true
	}
	return wide(c)
}
