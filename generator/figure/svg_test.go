package figure_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
)

// TestSVG holds that the file is well-formed, needs nothing from elsewhere and shows every text as it is.
func TestSVG(t *testing.T) {
	hostile := `<a href="x">&amp; ]]> 'q' "甲"` + "\x01"
	f := &doc.Figure{Kind: doc.Flow, Title: hostile, Alt: hostile, Nodes: []doc.FigureNode{{ID: "a", Text: hostile, Note: "<script>"}, {ID: "b", Text: "乙"}}}
	p, err := figure.Draw(f, figure.PageRoom(false), wide)
	if err != nil {
		t.Fatal(err)
	}
	texts := read(t, figure.SVG(p))
	clean := strings.ReplaceAll(hostile, "\x01", "\ufffd")
	if texts["title"] != clean || texts["desc"] != clean {
		t.Errorf("title %q, description %q", texts["title"], texts["desc"])
	}
	for _, want := range []string{clean, "<script>", "乙"} {
		if !strings.Contains(squeezed(texts["text"]), squeezed(want)) {
			t.Errorf("%q is not in %q", want, texts["text"])
		}
	}
}

// read parses an SVG and gives its texts by element.
func read(t *testing.T, svg []byte) map[string]string {
	t.Helper()
	texts, open := map[string]string{}, ""
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = token.Name.Local
			for _, a := range token.Attr {
				if a.Name.Local == "href" || strings.Contains(a.Value, "url(") || strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("the file needs another one: %v", a)
				}
			}
		case xml.EndElement:
			open = ""
		case xml.CharData:
			texts[open] += string(token)
		}
	}
}
