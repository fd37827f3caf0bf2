package mdparse

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"qmsdraft/generator/doc"
)

// unescape resolves backslash escapes and character references (CommonMark 2.4, 2.5) of a text that begins at an offset
// of the source.
func (r *run) unescape(raw []byte, at int) string {
	var b strings.Builder
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			b.WriteByte(raw[i+1])
			i += 2
			continue
		case c == '&':
			if s, size := reference(raw[i:]); size > 0 {
				r.checkReference(s, at+i)
				b.WriteString(s)
				i += size
				continue
			}
		}
		b.WriteByte(raw[i])
		i++
	}
	return b.String()
}

func (r *run) checkReference(s string, at int) {
	for _, c := range s {
		if !printable(c) {
			r.fault(at, "control-character", "删除该字符；换行写 <br>", "有不能打印的字符 %U", c)
		}
	}
}

// longestReference is the length of the longest name of HTML5 with & and ;.
const longestReference = 33

// reference reads a character reference at the start; size is 0 when there is none.
func reference(raw []byte) (s string, size int) {
	end := bytes.IndexByte(raw[:min(len(raw), longestReference)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(raw[1:end])
	if name[0] == '#' {
		return numeric(name[1:], end+1)
	}
	if e, ok := util.LookUpHTML5EntityByName(name); ok {
		return string(e.Characters), end + 1
	}
	return "", 0
}

func numeric(digits string, size int) (string, int) {
	base, longest := 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		base, longest, digits = 16, 6, digits[1:]
	}
	if len(digits) > longest {
		return "", 0
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "", 0
	}
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return string(utf8.RuneError), size
	}
	return string(rune(n)), size
}

// tidy joins neighbouring texts and resolves the line ends: between two wide characters a line end is nothing, else it is
// a blank; beside a break and at the ends it is nothing.
func tidy(in []doc.Inline) []doc.Inline {
	var out []doc.Inline
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			out = append(out, doc.Text(text.String()))
			text.Reset()
		}
	}
	for i, one := range in {
		switch {
		case one == lineEnd && i > 0 && i < len(in)-1:
			text.WriteString(joiner(in[i-1], in[i+1]))
		case one == lineEnd:
		default:
			if t, ok := one.(doc.Text); ok {
				text.WriteString(string(t))
			} else {
				flush()
				out = append(out, one)
			}
		}
	}
	flush()
	return out
}

// joiner is what stands for a line end between two inlines.
func joiner(before, after doc.Inline) string {
	_, breakBefore := before.(doc.Break)
	_, breakAfter := after.(doc.Break)
	a, _ := utf8.DecodeLastRuneInString(doc.PlainText([]doc.Inline{before}))
	b, _ := utf8.DecodeRuneInString(doc.PlainText([]doc.Inline{after}))
	if breakBefore || breakAfter || chinese(a) && chinese(b) && (wide(a) || wide(b)) {
		return ""
	}
	return " "
}
