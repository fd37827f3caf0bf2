package render

import (
	"fmt"
	"reflect"
	"strings"

	"qmsdraft/generator/fact"
)

// Markup is text that is Markdown already and is printed as it stands. Every other value is escaped.
type Markup string

// Escape makes plain text safe at any place of a Markdown document: the reader sees exactly the characters of s.
// All ASCII punctuation is escaped, line breaks become <br>, blanks at the ends become character references (CommonMark 2.4, 2.5).
func Escape(s string) Markup {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = escapeLine(line)
	}
	return Markup(strings.Join(lines, "<br>"))
}

func escapeLine(line string) string {
	body := strings.TrimLeft(line, " \t")
	lead := len(line) - len(body)
	trimmed := strings.TrimRight(body, " \t")
	tail := len(body) - len(trimmed)
	var b strings.Builder
	b.WriteString(strings.Repeat("&#32;", lead))
	for _, r := range trimmed {
		switch {
		case r == '\t':
			r = ' '
		case r < 0x80 && isPunct(byte(r)):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteString(strings.Repeat("&#32;", tail))
	return b.String()
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// printed is what an action of a template prints: the one place through which every value passes.
func printed(v any) (Markup, error) {
	switch x := v.(type) {
	case nil:
		return "", fmt.Errorf("the value does not exist")
	case Markup:
		return x, nil
	case fact.Leaf:
		if !x.About().Given {
			return fill(x), nil
		}
		return anchored(x, x.String()), nil
	case fact.List[fact.Text], fact.List[fact.Ref], fact.List[fact.Choice]:
		return join(x, "、")
	case lister:
		if i := x.About(); !i.Given {
			return Fill(i), nil
		}
	case string:
		return Escape(x), nil
	case fmt.Stringer:
		return Escape(x.String()), nil
	}
	switch k := reflect.ValueOf(v).Kind(); {
	case k >= reflect.Int && k <= reflect.Float64, k == reflect.Bool:
		return Escape(fmt.Sprint(v)), nil
	default:
		return "", fmt.Errorf("a %T cannot be printed; name one of its fields", v)
	}
}
