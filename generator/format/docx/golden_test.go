package docx

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// TestGoldenXML holds the XML of every construct: the elements of the body with their attributes and the number of their
// children, the numberings of lists and the relationships. UPDATE_GOLDEN=1 writes the files anew.
func TestGoldenXML(t *testing.T) {
	left := map[string]string{"table-long": "the same as table, with many rows"}
	for _, s := range doc.Samples() {
		if left[s.Name] != "" {
			continue
		}
		t.Run(s.Name, func(t *testing.T) {
			p := written(t, s.Document, Options{})
			body := part(t, p, mainPart)
			got := outline(t, body[strings.Index(body, "<w:body>"):strings.LastIndex(body, "</w:document>")], false)
			numbers := part(t, p, numberingPart)
			for _, m := range numElement.FindAllStringIndex(numbers, -1) {
				got += numbers[m[0]:m[1]] + "\n"
			}
			rels, err := p.Relationships(mainPart)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rels {
				got += fmt.Sprintf("%s %s %s\n", r.ID, filepath.Base(r.Type), r.Target)
			}
			compare(t, filepath.Join("testdata", "xml", s.Name+".txt"), got)
		})
	}
}

func TestGoldenProperties(t *testing.T) {
	p := written(t, manual(), Options{})
	var b strings.Builder
	for _, name := range []string{corePart, appPart, customPart, "word/header1.xml", "word/header2.xml", "word/footer1.xml"} {
		b.WriteString("== " + name + "\n" + outline(t, part(t, p, name), true))
	}
	compare(t, filepath.Join("testdata", "properties.txt"), b.String())
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; first difference: %s", file, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: got %q, want %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

var prefixes = regexp.MustCompile(`^.*/`)

// placing are the elements that say where a shape lies and how large it is.
var placing = []string{"extent", "off", "ext", "chOff", "chExt", "gd", "bodyPr"}

// outline shows a piece of XML as a tree, one element a line: name, attributes, number of children, text.
func outline(t *testing.T, text string, exact bool) string {
	t.Helper()
	if !strings.HasPrefix(text, "<?xml") {
		text = "<x " + wml.Declarations() + ">" + text + "</x>"
	}
	type node struct {
		line     int
		children int
		text     string
	}
	var lines []string
	var stack []node
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if len(stack) > 0 {
				stack[len(stack)-1].children++
			}
			s := strings.Repeat(" ", len(stack)) + x.Name.Local
			for _, a := range x.Attr {
				// Widths of columns are the business of package layout; TestGridsAddUp holds their sums.
				if local := x.Name.Local; (local == "gridCol" || local == "tcW") && a.Name.Local == "w" {
					continue
				}
				// Where shapes lie is the business of package figure; TestGroupXML holds how that is written.
				if !exact && slices.Contains(placing, x.Name.Local) {
					continue
				}
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && a.Name.Local != "Ignorable" {
					s += " " + prefixes.ReplaceAllString(a.Name.Local, "") + "=" + a.Value
				}
			}
			stack = append(stack, node{line: len(lines)})
			lines = append(lines, s)
		case xml.CharData:
			if len(stack) > 0 {
				stack[len(stack)-1].text += string(x)
			}
		case xml.EndElement:
			n := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if n.children > 0 {
				lines[n.line] += fmt.Sprintf(" [%d]", n.children)
			}
			if n.text != "" {
				lines[n.line] += fmt.Sprintf(" %q", n.text)
			}
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
