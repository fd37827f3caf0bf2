package pdf

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
)

// A link is one element in the middle of its paragraph, over line ends and changes of face, with an object for every piece
// of line; a link to nowhere is mere text.
func TestLinksStandInTheStructure(t *testing.T) {
	long := strings.Repeat("说明", 30) + "ABC"
	d := &doc.Document{Meta: doc.Meta{FirstNumber: 1}, Blocks: []doc.Block{
		&doc.Heading{Level: 1, ID: "scope", Text: text("范围")},
		&doc.Paragraph{Text: []doc.Inline{doc.Text("前"), doc.Link{URL: "https://example.com/", Text: text(long)}, doc.Text("中"),
			doc.Ref{Target: "scope", Section: true, Text: text("1")}, doc.Text("后")}},
	}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	file := write(t, d)
	if links, keys := bytes.Count(file, []byte("/Subtype /Link /F 4 ")), len(regexp.MustCompile(`/StructParent \d+ /Rect`).FindAll(file, -1)); links != 3 || keys != 3 {
		t.Errorf("%d links, %d of them with a key; want 3, as the first one goes over a line end", links, keys)
	}
	out := tool(t, file, "pdfinfo", "-struct-text", "FILE")
	shape := regexp.MustCompile(`(?s)P \(block\)\s+"前"\s+Link \(inline\)\s+"(说明\s*)+ABC"\s+Object \d+ 0\s+Object \d+ 0\s+"中"\s+Link \(inline\)\s+"1"\s+Object \d+ 0\s+"后"`)
	if !shape.MatchString(out) {
		t.Errorf("the structure is\n%s", out)
	}
	tool(t, file, "qpdf", "--check", "FILE")
}

func TestUnexpectedLinksAreAnError(t *testing.T) {
	const one = linkHead + " [0 0 1 1]>>"
	for _, page := range []string{linksHead + one + one + "]\n", linksHead + one + "\n", linksHead + "<</Odd>>" + one + "]\n"} {
		s := linkSet{first: 9, areas: make([]area, 1), pages: 1}
		if _, err := s.take([]byte(page)); !errors.Is(err, errUnexpected) {
			t.Errorf("%s: %v", page, err)
		}
	}
}
