package generator_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"qmsdraft/generator"
	"qmsdraft/generator/doc"
	"qmsdraft/generator/format"
	"qmsdraft/generator/mdparse"
	"qmsdraft/generator/output"
)

// TestStructureOfThePDFIsTheTextOfTheMarkdown: what a screen reader reads out of the PDF of every document of the example,
// in its order, is what a reader of the Markdown sees. Labels (markers of lists, numbers of headings), contents and pictures
// are left out, since the Markdown has other means for them.
func TestStructureOfThePDFIsTheTextOfTheMarkdown(t *testing.T) {
	if testing.Short() {
		t.Skip("poppler draws a page anew for every element: seconds for a manual")
	}
	needs(t, "pdfinfo")
	for name, src := range examples(t) {
		r := request(t, name, src, "md", "pdf")
		r.Options.Guide = format.GuideText
		set, err := generator.Generate(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		if n := sameStructure(t, set.Files); n < 10 {
			t.Errorf("%s: only %d documents", name, n)
		}
	}
}

// sameStructure compares each PDF with the Markdown before it and gives their number.
func sameStructure(t *testing.T, files []output.File) int {
	t.Helper()
	dir := t.TempDir()
	text := map[string]string{}
	for _, f := range files {
		base, ext := strings.TrimSuffix(f.Path, filepath.Ext(f.Path)), filepath.Ext(f.Path)
		switch ext {
		case ".md":
			text[base] = markdownText(t, f.Path, string(f.Data))
		case ".pdf":
			name := filepath.Join(dir, "x.pdf")
			if err := os.WriteFile(name, f.Data, 0o600); err != nil {
				t.Fatal(err)
			}
			got, want := structureText(t, name), text[base]
			if want == "" {
				t.Fatalf("%s: there is no Markdown before it", f.Path)
			}
			if at := difference(got, want); at >= 0 {
				t.Errorf("%s: the structure differs\n…%.60s\nfrom the Markdown\n…%.60s", f.Path, string([]rune(got)[max(0, at-15):]), string([]rune(want)[max(0, at-15):]))
			}
		}
	}
	return len(text)
}

// difference is the first place where two texts differ, -1 for none.
func difference(a, b string) int {
	x, y := []rune(a), []rune(b)
	for i := range max(len(x), len(y)) {
		if i >= len(x) || i >= len(y) || x[i] != y[i] {
			return i
		}
	}
	return -1
}

// structureText is the text of a tagged PDF in the order of its structure, without blanks, labels, contents and pictures.
func structureText(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("pdfinfo", "-struct-text", "-enc", "UTF-8", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	element := regexp.MustCompile(`^( *)([A-Z][A-Za-z0-9]*)(?: \((?:block|inline)\))?:?$`)
	var b strings.Builder
	skip := -1 // indent of an element that is left out
	for line := range strings.Lines(string(out)) {
		line = strings.TrimRight(line, "\n")
		if m := element.FindStringSubmatch(line); m != nil && !strings.HasPrefix(strings.TrimSpace(line), `"`) {
			if indent := len(m[1]); skip < 0 || indent <= skip {
				skip = -1
				if m[2] == "Lbl" || m[2] == "TOC" || m[2] == "Figure" {
					skip = indent
				}
			}
			continue
		}
		if words := strings.TrimLeft(line, " "); strings.HasPrefix(words, `"`) {
			if indent := len(line) - len(words); skip < 0 || indent <= skip {
				skip = -1
				b.WriteString(strings.TrimSuffix(words[1:], `"`))
			}
		}
	}
	return squeezed(b.String())
}

// markdownText is what a reader sees of Markdown, in its order, without blanks.
func markdownText(t *testing.T, name, src string) string {
	t.Helper()
	if _, body, ok := strings.Cut(strings.TrimPrefix(src, "---\n"), "---\n"); ok {
		src = body
	}
	src = regexp.MustCompile(`(?m)^((?:> )?#.*) \{#[^{}\n]*\}$`).ReplaceAllString(src, "$1")
	src = regexp.MustCompile(`(?m)^!\[.*\]\(.*\)$`).ReplaceAllString(src, "")
	d, err := mdparse.Parse(name, []byte(src), doc.Meta{Numbering: doc.Unnumbered})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	doc.Walk(d.Blocks, func(block doc.Block) bool {
		switch x := block.(type) {
		case *doc.Heading:
			b.WriteString(doc.PlainText(x.Text))
		case *doc.Paragraph:
			b.WriteString(doc.PlainText(x.Text))
		case *doc.Note:
			b.WriteString(x.Kind.Label())
		case *doc.Table:
			for _, row := range x.Rows {
				for _, cell := range row.Cells {
					b.WriteString(doc.PlainText(cell.Text))
				}
			}
		}
		return true
	})
	return squeezed(b.String())
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
