package docx

import (
	"regexp"
	"strings"
)

var (
	paragraphXML = regexp.MustCompile(`(?s)<w:p(?: [^>]*)?>.*?</w:p>`)
	textXML      = regexp.MustCompile(`(?s)<w:t(?: [^>]*)?>([^<]*)</w:t>`)
)

// healPlaceholders joins placeholders that an editor has split over several runs (for spelling, or because somebody set half
// of one in bold): the library looks for plain strings and says nothing when it does not find one. The joined
// placeholder stands in the run in which it starts.
func healPlaceholders(part string) string {
	return paragraphXML.ReplaceAllStringFunc(part, healParagraph)
}

func healParagraph(p string) string {
	pieces := textXML.FindAllStringSubmatchIndex(p, -1)
	if len(pieces) < 2 {
		return p
	}
	var all strings.Builder
	var owner []int // piece that each byte belongs to
	for i, s := range pieces {
		all.WriteString(p[s[2]:s[3]])
		for range s[3] - s[2] {
			owner = append(owner, i)
		}
	}
	text := all.String()
	found := placeholder.FindAllStringIndex(text, -1)
	if found == nil {
		return p
	}
	for _, m := range found {
		for i := m[0]; i < m[1]; i++ {
			owner[i] = owner[m[0]]
		}
	}
	texts := make([]strings.Builder, len(pieces))
	for i := range owner {
		texts[owner[i]].WriteByte(text[i])
	}
	return rebuilt(p, pieces, texts)
}

// rebuilt puts new texts in the place of the pieces; empty ones go.
func rebuilt(p string, pieces [][]int, texts []strings.Builder) string {
	var out strings.Builder
	last := 0
	for i, s := range pieces {
		out.WriteString(p[last:s[0]])
		if texts[i].Len() > 0 {
			out.WriteString(`<w:t xml:space="preserve">` + texts[i].String() + `</w:t>`)
		}
		last = s[1]
	}
	out.WriteString(p[last:])
	return out.String()
}
