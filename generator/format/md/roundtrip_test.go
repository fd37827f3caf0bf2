package md_test

import (
	"bytes"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/md"
	"qmsdraft/generator/mdparse"
)

func write(t testing.TB, d *doc.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := md.Write(&b, d, md.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// again reads what was written, without front matter and numbers: they are no part of the dialect.
func again(src string) (*doc.Document, error) {
	if _, body, ok := strings.Cut(strings.TrimPrefix(src, "---\n"), "---\n"); ok {
		src = body
	}
	return mdparse.Parse("again.md", []byte(withoutNumbers(src)), doc.Meta{Numbering: doc.Unnumbered})
}

func withoutNumbers(src string) string {
	return regexp.MustCompile(`(?m)^((?:> )?#.*) \{#[^{}\n]*\}$`).ReplaceAllString(src, "$1")
}

func withoutFrontMatter(src string) string {
	_, body, _ := strings.Cut(strings.TrimPrefix(src, "---\n"), "---\n")
	return body
}

// TestRoundTrip reads every sample back: the tree must be the one that was written, but for what Markdown cannot say,
// which is what [shown] changes, and the second print must be the first.
func TestRoundTrip(t *testing.T) {
	for _, s := range doc.Samples() {
		t.Run(s.Name, func(t *testing.T) {
			first := write(t, s.Document)
			d, err := again(first)
			if err != nil {
				t.Fatalf("%v\n%s", err, first)
			}
			got, want := describe(d.Blocks), describe(shown(s.Document.Blocks))
			if got != want {
				t.Errorf("tree after the round trip\n%s\nwant\n%s\nMarkdown\n%s", got, want, first)
			}
			if second := withoutFrontMatter(write(t, d)); second != withoutNumbers(withoutFrontMatter(first)) {
				t.Errorf("second print\n%s\nfirst print\n%s", second, first)
			}
		})
	}
}

// shown is the tree that a reader of the Markdown sees: these are the documented differences.
func shown(blocks []doc.Block) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Cover:
			out = append(out, shownCover(b)...)
		case *doc.Section: // an orientation has no words
			out = append(out, shown(b.Blocks)...)
		case *doc.SignOff:
			out = append(out, shownTable(b.Table()))
		case *doc.Figure: // a figure is its table, with the caption below
			out = append(out, shownTable(figure.Table(b)))
			if b.Title != "" {
				out = append(out, &doc.Paragraph{Text: []doc.Inline{doc.Text(b.Label() + doc.CaptionGap + b.Title)}})
			}
		case *doc.Table:
			if len(b.Caption) > 0 { // a caption is a paragraph
				out = append(out, &doc.Paragraph{Text: append([]doc.Inline{doc.Text(b.Label() + doc.CaptionGap)}, b.Caption...)})
			}
			out = append(out, shownTable(b))
		case *doc.Heading:
			out = append(out, &doc.Heading{Level: b.Level, Text: b.Text})
		default:
			out = append(out, b)
		}
	}
	return out
}

func shownCover(c *doc.Cover) []doc.Block {
	var out []doc.Block
	level := 1
	if len(c.Company) > 0 {
		out = append(out, &doc.Heading{Level: 1, Text: c.Company})
		level = 2
	}
	out = append(out, &doc.Heading{Level: level, Text: c.Title})
	for _, l := range c.Lines {
		out = append(out, &doc.Paragraph{Text: l})
	}
	if c.Fields != nil {
		out = append(out, shownTable(c.Fields))
	}
	for _, n := range c.Notices {
		out = append(out, &doc.Paragraph{Text: n})
	}
	return append(out, &doc.PageBreak{})
}

// shownTable has at most one head row, no spans, widths, upright cells or form.
func shownTable(t *doc.Table) *doc.Table {
	out := &doc.Table{Head: min(t.Head, 1)}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, doc.Column{Align: c.Align})
	}
	for _, row := range t.Rows {
		var r doc.Row
		for _, c := range row.Cells {
			r.Cells = append(r.Cells, doc.NewCell(c.Text...))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// describe writes blocks out, running text by [words].
func describe(blocks []doc.Block) string {
	var b strings.Builder
	doc.Walk(blocks, func(block doc.Block) bool {
		b.WriteString(strings.TrimPrefix(reflect.TypeOf(block).String(), "*doc."))
		switch block := block.(type) {
		case *doc.Heading:
			b.WriteString(strings.Repeat("#", block.Level) + words(block.Text))
		case *doc.Paragraph:
			b.WriteString(" " + words(block.Text))
		case *doc.Note:
			b.WriteString(" " + block.Kind.Label())
		case *doc.List:
			describeList(&b, block)
		case *doc.Table:
			describeTable(&b, block)
		}
		b.WriteString("\n")
		return true
	})
	return b.String()
}

func describeList(b *strings.Builder, l *doc.List) {
	if l.Ordered {
		b.WriteString(" from " + string(rune('0'+l.Start)))
	}
	for _, item := range l.Items {
		b.WriteString(" item:" + strings.Repeat(".", len(item.Blocks)))
	}
}

func describeTable(b *strings.Builder, t *doc.Table) {
	b.WriteString(" head " + string(rune('0'+t.Head)))
	for _, c := range t.Columns {
		b.WriteString(" " + string("dlcr"[c.Align]))
	}
	for _, row := range t.Rows {
		b.WriteString("\n ")
		for _, c := range row.Cells {
			b.WriteString("[" + words(c.Text) + "]")
		}
	}
}

// words is running text with its markup; an address is written with what cannot stand in Markdown as percent codes. Strong and Emphasis are left out, since stars move when CommonMark would not read
// them, a Ref is its text, an absent Fill its words; TestStrong and TestFill hold these.
func words(text []doc.Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case doc.Strong:
			b.WriteString(words(in.Text))
		case doc.Emphasis:
			b.WriteString(words(in.Text))
		case doc.Ref:
			b.WriteString(words(in.Text))
		case doc.Code:
			b.WriteString("`" + string(in) + "`")
		case doc.Link:
			b.WriteString("<" + strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", "|", "%7C", `\`, "%5C", "`", "%60").Replace(in.URL) + " " + words(in.Text) + ">")
		default:
			b.WriteString(doc.PlainText([]doc.Inline{in}))
		}
	}
	return b.String()
}
