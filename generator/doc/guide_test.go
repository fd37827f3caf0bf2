package doc

import "testing"

func TestWithoutGuidance(t *testing.T) {
	text := func(s string) *Paragraph { return &Paragraph{Text: []Inline{Text(s)}} }
	guide := func() *Note { return &Note{Kind: Guide, Blocks: []Block{text("指引")}} }
	h, p, remark, inner := &Heading{Level: 1, Text: []Inline{Text("范围")}}, text("正文"), &Note{Kind: Remark, Blocks: []Block{text("注")}}, text("里面")
	d := &Document{Meta: Meta{Title: "手册"}, Blocks: []Block{guide(), h, guide(), p, remark, &Section{Landscape: true, Blocks: []Block{guide(), inner}}, guide()}}
	got := WithoutGuidance(d)
	if got.Meta.Title != "手册" || len(got.Blocks) != 4 || got.Blocks[0] != h || got.Blocks[1] != p || got.Blocks[2] != remark {
		t.Fatalf("got %v", got.Blocks)
	}
	s, ok := got.Blocks[3].(*Section)
	if !ok || !s.Landscape || len(s.Blocks) != 1 || s.Blocks[0] != inner {
		t.Errorf("section: %v", got.Blocks[3])
	}
	if len(d.Blocks) != 7 || len(d.Blocks[5].(*Section).Blocks) != 2 {
		t.Error("the document was changed")
	}
}
