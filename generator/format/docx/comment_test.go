package docx

import (
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"qmsdraft/generator/doc"
)

func guide(blocks ...doc.Block) *doc.Note { return &doc.Note{Kind: doc.Guide, Blocks: blocks} }

// guided is a document with guidance in every place where it may stand.
func guided(t *testing.T) *doc.Document {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{ID: "guided", Title: "指引", Numbering: doc.Decimal, FirstNumber: 1, Created: time.Date(2023, 6, 19, 0, 0, 0, 0, time.UTC)}, Blocks: []doc.Block{
		guide(say("在第一个标题之前。")),
		&doc.Heading{Level: 1, Text: words("采购")},
		guide(par(doc.Strong{Text: words("核对")}, doc.Text("：见"), doc.Link{URL: "https://example.com/", Text: words("网页")}, doc.Fill{Label: "供方", Path: "suppliers"}),
			&doc.List{Ordered: true, Start: 1, Items: []doc.Item{
				{Blocks: []doc.Block{say("名录"), &doc.List{Items: []doc.Item{{Blocks: []doc.Block{say("日期")}}}}}},
				{Blocks: []doc.Block{par(doc.Checkbox{}, doc.Text(" 评价"))}}}}),
		guide(say("同一处的第二条。")),
		say("正文。"),
		&doc.Table{Columns: make([]doc.Column, 1), Rows: []doc.Row{line("格")}},
		guide(say("表格之后、标题之前：属于前面的正文。")),
		&doc.Heading{Level: 1, Text: words("检验")},
		&doc.Section{Landscape: true, Blocks: []doc.Block{&doc.Table{Columns: make([]doc.Column, 1), Rows: []doc.Row{line("格")}}, guide(say("只有后面有正文。")), say("横向页的正文。")}},
	}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestGoldenComments(t *testing.T) {
	p := written(t, guided(t), Options{Comments: true})
	body := part(t, p, mainPart)
	rels, err := p.Relationships(mainPart)
	if err != nil {
		t.Fatal(err)
	}
	got := "== comments\n" + outline(t, part(t, p, commentsPart), true) + "== body\n" + outline(t, body[strings.Index(body, "<w:body>"):strings.LastIndex(body, "</w:document>")], false)
	for _, r := range rels {
		if strings.HasSuffix(r.Type, "/comments") {
			got += r.ID + " " + r.Target + "\n"
		}
	}
	compare(t, filepath.Join("testdata", "comments.txt"), got)
}

// TestCommentsAreNoText: what is in the comments is not in the text, each comment has one place, and nothing else changes.
func TestCommentsAreNoText(t *testing.T) {
	d := guided(t)
	p := written(t, d, Options{Comments: true})
	body, remarks := part(t, p, mainPart), part(t, p, commentsPart)
	plain := written(t, doc.WithoutGuidance(d), Options{})
	if plain.Has(commentsPart) {
		t.Error("a document without guidance has comments")
	}
	marks := regexp.MustCompile(`<w:comment(?:RangeStart|RangeEnd) [^>]*/>|<w:r>(?:<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>)?<w:commentReference [^>]*/></w:r>`)
	if got, want := marks.ReplaceAllString(body, ""), part(t, plain, mainPart); got != want {
		t.Error("beside the marks of comments the text is not that of the document without guidance: " + firstDifference(strings.ReplaceAll(got, "<w:p>", "\n"), strings.ReplaceAll(want, "<w:p>", "\n")))
	}
	if n := strings.Count(remarks, "<w:comment "); n != 5 || strings.Count(body, "<w:commentReference ") != n || strings.Count(body, "<w:commentRangeStart ") != n {
		t.Errorf("%d comments, want 5 with a place each", n)
	}
	for _, bad := range []string{"<w:sdt>", "<w:hyperlink", "<w:bookmark", "<w:numPr>"} {
		if strings.Contains(remarks, bad) {
			t.Errorf("%s in a comment", bad)
		}
	}
	printed := written(t, d, Options{})
	if printed.Has(commentsPart) || !strings.Contains(part(t, printed, mainPart), "同一处的第二条。") {
		t.Error("without the option guidance is not in the text")
	}
}

func TestCommentsWithoutAPlace(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: "空"}, Blocks: []doc.Block{guide(say("无处可放。"))}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	if err := Write(io.Discard, d, Options{Comments: true}); err == nil || !strings.Contains(err.Error(), "没有标题和段落") {
		t.Errorf("got %v", err)
	}
}
