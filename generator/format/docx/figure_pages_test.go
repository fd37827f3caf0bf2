package docx

import (
	"bytes"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
)

// TestLibreOfficeShowsFigures: what the XML says about figures comes out on the page, no letter cut off.
func TestLibreOfficeShowsFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	d := &doc.Document{}
	var want []string
	for _, s := range doc.Samples() {
		doc.Walk(s.Document.Blocks, func(b doc.Block) bool {
			if f, ok := b.(*doc.Figure); ok {
				d.Blocks = append(d.Blocks, f)
				want = append(want, textsOf(f)...)
			}
			return true
		})
	}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Write(&out, d, Options{}); err != nil {
		t.Fatal(err)
	}
	shown := ""
	for _, page := range pagesOf(t, out.Bytes()) {
		shown += strings.Join(page, "\n") + "\n"
	}
	for _, text := range want {
		if !strings.Contains(shown, text) {
			t.Errorf("%q is not on the page", text)
		}
	}
}

// textsOf gives the texts of a figure that are short enough to stand in one line.
func textsOf(f *doc.Figure) []string {
	all := []string{f.Title}
	for _, n := range f.Nodes {
		all = append(all, n.Text, n.Note, n.Group)
	}
	for _, l := range f.Links {
		all = append(all, l.Text)
	}
	if f.Trend != nil {
		for _, p := range f.Trend.Points {
			all = append(all, p.Label, p.Phase)
		}
	}
	return all
}
