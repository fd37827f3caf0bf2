package generator_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"qmsdraft/generator"
	"qmsdraft/generator/doc"
	"qmsdraft/generator/format"
	"qmsdraft/generator/mdparse"
)

// TestGuidance: guidance is in the comments of the DOCX, or in the text of all formats, or nowhere; nothing else of the text
// depends on the choice, and no format has a text of its own.
func TestGuidance(t *testing.T) {
	const said = "本节对应条款" // a clause note
	src := examples(t)["../examples/bicycle.yaml"]
	texts := map[format.Guide]string{}
	for guide, word := range format.Guides() {
		t.Run(word, func(t *testing.T) {
			r := request(t, "bicycle", src, "md", "docx", "pdf")
			r.Options.Guide = format.Guide(guide)
			r.Only = []string{"manual", "purchasing", "internal-audit", "audit-report", "review-report"}
			set, err := generator.Generate(context.Background(), r)
			if err != nil {
				t.Fatal(err)
			}
			printed := format.Guide(guide) == format.GuideText
			for _, id := range r.Only[:2] {
				markdown, data := text(t, set, id, ".md"), []byte(text(t, set, id, ".docx"))
				body := bodyText(t, data)
				if strings.Contains(markdown, said) != printed || strings.Contains(body, said) != printed {
					t.Errorf("%s: printed %v, in Markdown %v, in DOCX %v", id, printed, strings.Contains(markdown, said), strings.Contains(body, said))
				}
				if pdf, ok := ofPDF(t, text(t, set, id, ".pdf")); ok && strings.Contains(pdf, said) != printed {
					t.Errorf("%s: printed %v in PDF %v", id, printed, !printed)
				}
				if remarks := commentsOf(t, data); strings.Contains(remarks, said) != (format.Guide(guide) == format.GuideComments) {
					t.Errorf("%s: comments hold the guidance: %v", id, strings.Contains(remarks, said))
				}
			}
			for _, id := range r.Only[1:] { // Markdown with figures beside it cannot be read back
				texts[format.Guide(guide)] += unguided(t, text(t, set, id, ".md"))
			}
		})
	}
	if texts[format.GuideText] != texts[format.GuideNone] || texts[format.GuideComments] != texts[format.GuideNone] {
		t.Error("the choice changes more of the text than the guidance")
	}
}

// unguided is the text of a generated Markdown without its guidance.
func unguided(t *testing.T, src string) string {
	t.Helper()
	_, body, _ := strings.Cut(strings.TrimPrefix(src, "---\n"), "\n---\n")
	d, err := mdparse.Parse("out.md", []byte(body), doc.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	doc.Inlines(doc.WithoutGuidance(d).Blocks, func(in doc.Inline) { all.WriteString(doc.PlainText([]doc.Inline{in})) })
	return all.String()
}

// commentsOf is comments.xml of a DOCX; empty when it has none.
func commentsOf(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/comments.xml")
	if err != nil {
		return ""
	}
	defer f.Close()
	all, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}
