package md

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"qmsdraft/generator/doc"
)

// write writes a piece, literal text escaped.
func (p piece) write(b *strings.Builder, at place, isLast bool) {
	switch {
	case p.text != "":
		escape(b, p.text, at)
	case p.isBreak() && at == inParagraph && !isLast && b.Len() > 0 && !strings.HasSuffix(b.String(), "\n"):
		b.WriteString(lineBreak + "\n")
	case strings.HasPrefix(p.markup, "`") && strings.HasSuffix(b.String(), "`"):
		b.WriteString(nothing + p.markup) // or the two would be one code span
	default:
		b.WriteString(p.markup)
	}
}

// escape writes a text so that a reader sees exactly its characters. Escaped is what can be markup in CommonMark, in GFM or
// in the dialect of the templates; what can be markup only at the start of a line is left to guard.
func escape(b *strings.Builder, s string, at place) {
	before := lastRune(b.String())
	for i, c := range s {
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
		rest := s[i:]
		switch {
		case strings.ContainsRune(`*[]|~\`, c),
			c == '{' && at != inHeading,
			c == '_' && !(isWord(before) && isWord(after)),
			c == '&' && (after == '#' || after < utf8.RuneSelf && unicode.IsLetter(after)),
			c == '#' && at == inHeading && (unicode.IsSpace(before) || before == '\n' || before == '#'),
			c == '^' && i == 0 && (at == inLink || at == inCellLink),
			c == '<' && opensTag(after) && !isLineBreak(rest):
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '`', (c == '{' || c == '}') && at == inHeading, c == '<' && isLineBreak(rest), c == ':' && marredURL(rest):
			b.WriteString(reference(c))
		default:
			b.WriteRune(c)
		}
		before = c
	}
}

// reference writes a character as a character reference, where a backslash would be misread by simple readers.
func reference(c rune) string {
	switch c {
	case '<':
		return "&lt;"
	case '`':
		return "&#96;"
	case '{':
		return "&#123;"
	case '}':
		return "&#125;"
	default:
		return "&#58;"
	}
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

func opensTag(after rune) bool {
	return after == '/' || after == '!' || after == '?' || after < utf8.RuneSelf && unicode.IsLetter(after)
}

func isLineBreak(s string) bool { return len(s) >= 3 && strings.EqualFold(s[:3], "<br") }

// escapedInURL is what escape would change inside an address.
var escapedInURL = regexp.MustCompile(`[*\[\]|~{\\` + "`" + `&<]|[^\p{L}\p{N}]_|_[^\p{L}\p{N}]|_$`)

// marredURL reports whether a colon belongs to an address that viewers make a link of by themselves, with all backslashes
// that stand in it.
func marredURL(s string) bool {
	if !strings.HasPrefix(s, "://") {
		return false
	}
	if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		s = s[:end]
	}
	return escapedInURL.MatchString(s)
}

// lineStarts are the beginnings of a line that open a block (CommonMark 4 and 5, GFM 4.10 and the fences of the dialect);
// a backslash goes before the second group.
var lineStarts = regexp.MustCompile(`(?m)^(\d{1,9})?([.)](?:[ \t]|$)|[-+](?:[ \t]|$)|-[- \t]*$|#|>|=+[ \t]*$|:::|:[-: \t]*$)`)

// guard protects the starts of lines, and cells that read as a whole like the marks of a joined cell.
func guard(out string, at place) string {
	switch at {
	case inParagraph:
		return lineStarts.ReplaceAllStringFunc(out, protect)
	case inCell:
		switch out {
		case "^", "^^", "<", "<<":
			return strings.ReplaceAll(strings.ReplaceAll(out, "^", `\^`), "<", `\<`)
		}
	}
	return out
}

// protect puts the backslash before the first mark; digits alone with no mark after them open nothing.
func protect(start string) string {
	digits := len(start) - len(strings.TrimLeft(start, "0123456789"))
	mark := start[digits]
	if (digits > 0) != (mark == '.' || mark == ')') {
		return start
	}
	return start[:digits] + `\` + start[digits:]
}

// code writes a code span (CommonMark 6.1): the fence is longer than any run of backticks inside.
func code(s string, at place) string {
	if s == "" {
		return ""
	}
	longest, run := 0, 0
	for _, c := range s {
		if run++; c != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	blank := strings.TrimSpace(s) == ""
	if !blank && (s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ') {
		s = " " + s + " "
	}
	if at == inCell || at == inCellLink {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	return fence + s + fence
}

// link writes a link, as <address> when the address is its text.
func (p *printer) link(l doc.Link, at place) string {
	target := strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", "|", "%7C", `\`, "%5C", "`", "%60", "\t", "%09", "\n", "%0A").Replace(l.URL)
	text := doc.PlainText(l.Text)
	if (text == "" || text == l.URL || "mailto:"+text == l.URL) && target == l.URL && isAddress(l.URL) {
		return "<" + strings.TrimPrefix(l.URL, "mailto:") + ">"
	}
	inside := inLink
	if at == inCell {
		inside = inCellLink
	}
	target = charReference.ReplaceAllString(strings.NewReplacer("(", `\(`, ")", `\)`).Replace(target), `\$0`)
	return "[" + p.inline(l.Text, inside) + "](" + target + ")"
}

var (
	charReference = regexp.MustCompile(`&#?[A-Za-z0-9]+;`)
	address       = regexp.MustCompile(`^(https?://[^\s<>]+|mailto:[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)$`)
)

// isAddress reports whether <address> is read as a link (CommonMark 6.4).
func isAddress(url string) bool {
	return address.MatchString(url)
}
