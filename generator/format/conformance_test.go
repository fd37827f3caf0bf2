package format_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format"
	"qmsdraft/generator/mdparse"
)

// TestConformance writes every sample in every format: no error, not empty, the same bytes twice, and all of the text.
// A kind of block or inline that a writer does not know fails here under the name of that writer.
func TestConformance(t *testing.T) {
	for _, f := range format.All() {
		for _, s := range doc.Samples() {
			t.Run(f.Name+"/"+s.Name, func(t *testing.T) {
				first, second := write(t, f, s.Document), write(t, f, s.Document)
				if len(first) == 0 {
					t.Fatal("nothing written")
				}
				if !bytes.Equal(first, second) {
					t.Fatal("two runs give different bytes")
				}
				extract, ok := extractors()[f.Name]
				if !ok {
					t.Fatalf("no extractor for format %s: add one, so that its text is checked", f.Name)
				}
				checkText(t, extract(t, first), s.Document, f.Name != "pdf")
			})
		}
	}
}

func TestByName(t *testing.T) {
	for _, f := range format.All() {
		got, ok := format.ByName(f.Name)
		if !ok || got.Title != f.Title || !strings.HasPrefix(f.Extension, ".") {
			t.Errorf("ByName(%q) = %q, %v", f.Name, got.Title, ok)
		}
	}
	if _, ok := format.ByName("odt"); ok {
		t.Error("odt is no format")
	}
}

func write(t *testing.T, f format.Format, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, d, format.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// checkText holds that every unit of text is there: as one piece, or, where lines and columns break it up, with each of its
// characters at least as often as in the tree.
func checkText(t *testing.T, got string, d *doc.Document, whole bool) {
	t.Helper()
	have := map[rune]int{}
	for _, c := range squeeze(got) {
		have[c]++
	}
	want := map[rune]int{}
	for _, unit := range units(d) {
		unit = squeeze(unit)
		if whole && !strings.Contains(squeeze(got), unit) {
			t.Errorf("text %q is not there", unit)
		}
		for _, c := range unit {
			want[c]++
		}
	}
	for c, n := range want {
		if have[c] < n {
			t.Errorf("character %q is there %d times, in the tree %d times", c, have[c], n)
		}
	}
}

func squeeze(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}

// units gives the text of a document piece by piece: paragraphs, headings, cells, captions.
func units(d *doc.Document) []string {
	var all []string
	add := func(texts ...[]doc.Inline) {
		for _, text := range texts {
			all = append(all, doc.PlainText(text))
		}
	}
	doc.Walk(d.Blocks, func(b doc.Block) bool {
		switch b := b.(type) {
		case *doc.Cover:
			add(b.Company, b.Title)
			add(b.Lines...)
			add(b.Notices...)
		case *doc.Heading:
			add(b.Text)
		case *doc.Paragraph:
			add(withoutBox(b.Text))
		case *doc.Table:
			add(caption(b.Label(), b.Caption))
			add(cells(b)...)
		case *doc.Figure:
			all = append(all, figureTexts(b)...)
			add(caption(b.Label(), []doc.Inline{doc.Text(b.Title)}))
		case *doc.SignOff:
			add(cells(b.Table())...)
		case *doc.Note:
			all = append(all, b.Kind.Label())
		}
		return true
	})
	return all
}

// figureTexts gives the texts that a figure has as data, which a picture shows as well as a table. Groups and phases are
// shown once.
func figureTexts(f *doc.Figure) []string {
	var all []string
	once := func(s string) {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	for _, n := range f.Nodes {
		all = append(all, n.Text, n.Note)
		once(n.Group)
	}
	for _, l := range f.Links {
		all = append(all, l.Text)
	}
	if f.Trend != nil {
		for _, p := range f.Trend.Points {
			once(p.Phase)
			all = append(all, p.Label, strconv.FormatFloat(p.Value, 'f', -1, 64))
		}
	}
	return all
}

// withoutBox leaves the sign of a task out, which a format may draw in its own way.
func withoutBox(text []doc.Inline) []doc.Inline {
	if len(text) > 0 {
		if _, ok := text[0].(doc.Checkbox); ok {
			return text[1:]
		}
	}
	return text
}

func caption(label string, text []doc.Inline) []doc.Inline {
	if label == "" {
		return nil
	}
	return append([]doc.Inline{doc.Text(label + doc.CaptionGap)}, text...)
}

func cells(t *doc.Table) [][]doc.Inline {
	var all [][]doc.Inline
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			all = append(all, cell.Text)
		}
	}
	return all
}

// extractors gives, by format, the function that reads the text of a file.
func extractors() map[string]func(*testing.T, []byte) string {
	return map[string]func(*testing.T, []byte) string{"md": textOfMarkdown, "docx": textOfDOCX, "pdf": textOfPDF}
}

// textOfMarkdown reads the Markdown with the parser of the templates, the numbers of headings left out.
func textOfMarkdown(t *testing.T, file []byte) string {
	_, body, _ := strings.Cut(strings.TrimPrefix(string(file), "---\n"), "---\n")
	body = regexp.MustCompile(`(?m)^(#.*) \{#[^{}\n]*\}$`).ReplaceAllString(body, "$1")
	d, err := mdparse.Parse("again.md", []byte(body), doc.Meta{Numbering: doc.Unnumbered})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(units(d), "\n")
}

// textOfDOCX joins the text of the main part, and what its charts show; paragraphs end with a line feed.
func textOfDOCX(t *testing.T, file []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range archive.File {
		if f.Name != "word/document.xml" && path.Dir(f.Name) != "word/charts" {
			continue
		}
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		textOfPart(t, part, &b)
	}
	return b.String()
}

// textOfPart adds the content of w:t, and of c:v, the values of a chart.
func textOfPart(t *testing.T, part io.Reader, b *strings.Builder) {
	inText := false
	for decoder := xml.NewDecoder(part); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t" || token.Name.Local == "v"
		case xml.EndElement:
			inText = false
			if token.Name.Local == "p" {
				b.WriteString("\n")
			}
		case xml.CharData:
			if inText {
				b.Write(token)
			}
		}
	}
}

// textOfPDF asks pdftotext (poppler-utils).
func textOfPDF(t *testing.T, file []byte) string {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("QMSDRAFT_REQUIRE_TOOLS") == "1" {
			t.Fatal("pdftotext is missing and QMSDRAFT_REQUIRE_TOOLS=1")
		}
		t.Skip("pdftotext is missing: the text of the PDF is not checked")
	}
	name := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-raw", "-enc", "UTF-8", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
