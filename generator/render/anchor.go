package render

import (
	"fmt"
	"slices"
	"strings"

	"qmsdraft/generator/fact"
)

// longestAnchored is the longest value, in bytes, that keeps an anchor: the dialect bounds what stands between braces, and
// nobody looks for a whole page by its path.
const longestAnchored = 1500

// Fill is the markup of a fact or list that the profile does not give, when no more than its Info is known.
func Fill(i fact.Info) Markup { return place(i, "", "") }

// fill is the markup of a fact that the profile does not give, with what can be written there.
func fill(l fact.Leaf) Markup { return place(l.About(), kindOf(l, ""), "") }

// anchored is the markup of a given fact, shown as value. Where the enterprise is likely to change the fact, its place
// keeps the path, so that a changed document can be read back.
func anchored(l fact.Leaf, value string) Markup {
	i := l.About()
	if !i.Anchor || i.Path == "" || len(value) > longestAnchored || strings.TrimSpace(value) != value {
		return Escape(value)
	}
	return place(i, kindOf(l, value), value)
}

// place is [label]{.fill path="…" …}.
func place(i fact.Info, kind, value string) Markup {
	attributes := kind
	if value != "" {
		attributes = " value=" + quoted(value) + kind
	}
	return Markup(fmt.Sprintf("[%s]{.fill path=%s%s}", Escape(i.Label), quoted(i.Path), attributes))
}

// kindOf gives the attributes that say what can be written in the place of a fact; none for plain text. A value that is
// none of the choices, such as a text made of one of them, is plain text, too.
func kindOf(l fact.Leaf, value string) string {
	switch x := l.(type) {
	case fact.Date:
		return " kind=date"
	case fact.Bool:
		return " kind=yesno"
	case fact.Choice:
		if len(x.Options) > 0 && (value == "" || slices.Contains(x.Options, value)) {
			return " kind=choice options=" + quoted(strings.Join(x.Options, "|"))
		}
	}
	return ""
}

// quoted is the value of an attribute: what would end it, or end the cell of a table around it, is escaped, a line break
// is \n. Package mdparse reads it back.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n") {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
			continue
		case r == '\t':
			r = ' '
		case strings.ContainsRune("\\\"|`<>", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
