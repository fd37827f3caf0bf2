package md_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/md"
	"qmsdraft/generator/mdparse"
)

func para(in ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Text: in} }

func text(s string) []doc.Inline { return []doc.Inline{doc.Text(s)} }

// body is the Markdown of blocks, without front matter.
func body(t *testing.T, blocks ...doc.Block) string {
	t.Helper()
	return strings.TrimSpace(withoutFrontMatter(write(t, &doc.Document{Blocks: blocks})))
}

func TestFrontMatter(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: `采购 "A" <b>`, Number: "SLZX/QP-13-2023", Company: "甲"}, Blocks: []doc.Block{para(doc.Text("一"))}}
	want := "---\ntitle: \"采购 \\\"A\\\" <b>\"\nnumber: \"SLZX/QP-13-2023\"\ncompany: \"甲\"\n---\n\n一\n"
	if got := write(t, d); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestStrong holds where stars stand: only where CommonMark 6.2 lets them open and close.
func TestStrong(t *testing.T) {
	strong := func(s string) doc.Inline { return doc.Strong{Text: text(s)} }
	emphasis := func(s string) doc.Inline { return doc.Emphasis{Text: text(s)} }
	tests := []struct {
		in   []doc.Inline
		want string
	}{
		{[]doc.Inline{doc.Text("应"), strong("立即"), doc.Text("停用")}, "应**立即**停用"},
		{[]doc.Inline{strong("注意："), doc.Text("请停用")}, "**注意**：请停用"},
		{[]doc.Inline{strong("注意：")}, "**注意：**"},
		{[]doc.Inline{doc.Text("见"), strong("（附录）"), doc.Text("说明")}, "见（**附录**）说明"},
		{[]doc.Inline{doc.Text("见"), strong("“！”"), doc.Text("说明")}, "见“**！**”说明"},
		{[]doc.Inline{doc.Text("甲"), strong(" 乙 "), doc.Text("丙")}, "甲 **乙** 丙"},
		{[]doc.Inline{strong("甲"), strong("乙")}, "**甲乙**"},
		{[]doc.Inline{strong("甲"), emphasis("乙")}, "**甲**乙"},
		{[]doc.Inline{emphasis("甲")}, "*甲*"},
		{[]doc.Inline{doc.Strong{Text: []doc.Inline{doc.Emphasis{Text: text("甲")}}}}, "***甲***"},
		{[]doc.Inline{doc.Strong{Text: []doc.Inline{doc.Text("甲"), doc.Break{}, doc.Text("乙")}}}, "**甲**<br>\n**乙**"},
		{[]doc.Inline{doc.Text("见"), doc.Strong{Text: []doc.Inline{doc.Code("x")}}, doc.Text("项")}, "见`x`项"},
	}
	for _, test := range tests {
		if got := body(t, para(test.in...)); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestFill(t *testing.T) {
	absent := doc.Fill{Label: "电话（手机）", Path: "enterprise.phone"}
	tests := []struct {
		in   []doc.Inline
		want string
	}{
		{[]doc.Inline{doc.Text("拨打"), absent, doc.Text("联系")}, "拨打【**待填写：电话（手机）**】联系"},
		{[]doc.Inline{doc.Fill{Label: "下限", Value: "*95*"}}, `\*95\*`},
		{[]doc.Inline{doc.Strong{Text: []doc.Inline{absent}}}, "**【待填写：电话（手机）】**"},
	}
	for _, test := range tests {
		if got := body(t, para(test.in...)); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// TestEscape holds the escapes, and that the dialect reads each as the text that was written, in a paragraph, in a cell and
// in a heading.
func TestEscape(t *testing.T) {
	tests := []struct{ text, want string }{
		{"- 项", `\- 项`}, {"-5 ℃", "-5 ℃"}, {"---", `\---`}, {"+ 项", `\+ 项`}, {"+86 10", "+86 10"}, {"# 号", `\# 号`}, {"1. 项", `1\. 项`},
		{"2023.5", "2023.5"}, {"12) 项", `12\) 项`}, {"> 引", `\> 引`}, {"::: note", `\::: note`}, {"===", `\===`}, {":-- | --:", `:-- \| --:`},
		{"a*b", `a\*b`}, {"a_b", "a_b"}, {"_a_", `\_a\_`}, {"____", `\_\_\_\_`}, {"`a`", "&#96;a&#96;"}, {"[TOC]", `\[TOC\]`}, {"~~a~~", `\~\~a\~\~`},
		{"<script>", `\<script>`}, {"a<5", "a<5"}, {"<br>", "&lt;br>"}, {"<!-- x -->", `\<!-- x -->`}, {"&amp;", `\&amp;`}, {"R&D", `R\&D`}, {"A & B", "A & B"},
		{"{{.X}}", `\{\{.X}}`}, {`C:\dir`, `C:\\dir`}, {`\*`, `\\\*`}, {" 前后 ", "&#32;前后&#32;"}, {"　全角", "　全角"}, {"https://a.cn/x_y", "https://a.cn/x_y"},
		{"https://a.cn/x*y", `https&#58;//a.cn/x\*y`}, {"😀𠮷\"'", "😀𠮷\"'"}, {"甲\n- 乙", "甲<br>\n\\- 乙"},
	}
	for _, test := range tests {
		got := strings.TrimPrefix(withoutFrontMatter(write(t, &doc.Document{Blocks: []doc.Block{para(doc.Text(test.text))}})), "\n")
		if got != test.want+"\n" {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		table := &doc.Table{Head: 1, Columns: make([]doc.Column, 1), Rows: []doc.Row{{Cells: []doc.Cell{doc.NewCell(doc.Text(test.text))}}, {Cells: []doc.Cell{doc.NewCell(doc.Text("x"))}}}}
		src := body(t, &doc.Heading{Level: 1, Text: text(test.text)}, para(doc.Text(test.text)), table)
		d, err := mdparse.Parse("x.md", []byte(src), doc.Meta{})
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		for _, in := range [][]doc.Inline{d.Blocks[0].(*doc.Heading).Text, d.Blocks[1].(*doc.Paragraph).Text, d.Blocks[2].(*doc.Table).Rows[0].Cells[0].Text} {
			if doc.PlainText(in) != test.text {
				t.Errorf("%q is read as %q", test.text, doc.PlainText(in))
			}
		}
	}
}

func TestWholeCells(t *testing.T) {
	for _, mark := range []string{"^", "^^", "<", "<<"} {
		table := &doc.Table{Head: 1, Columns: make([]doc.Column, 1), Rows: []doc.Row{{Cells: []doc.Cell{doc.NewCell(doc.Text("x"))}}, {Cells: []doc.Cell{doc.NewCell(doc.Text(mark))}}}}
		src := body(t, table)
		if strings.HasSuffix(src, "| "+mark+" |") {
			t.Errorf("%s stands bare in %q", mark, src)
		}
		d, err := mdparse.Parse("x.md", []byte(src), doc.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.PlainText(d.Blocks[0].(*doc.Table).Rows[1].Cells[0].Text); got != mark {
			t.Errorf("%s is read as %s", mark, got)
		}
	}
}

func TestWriteErrors(t *testing.T) {
	if err := md.Write(io.Discard, &doc.Document{Blocks: []doc.Block{nil}}, md.Options{}); err == nil {
		t.Error("a nil block was written")
	}
	if err := md.Write(io.Discard, &doc.Document{Blocks: []doc.Block{para(doc.Text("a"), nil)}}, md.Options{}); err == nil {
		t.Error("a nil inline was written")
	}
	broken := errors.New("disk full")
	if err := md.Write(failing{broken}, &doc.Document{}, md.Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func BenchmarkWrite(b *testing.B) {
	d := &doc.Document{}
	for _, s := range doc.Samples() {
		d.Blocks = append(d.Blocks, s.Document.Blocks...)
	}
	for b.Loop() {
		var out bytes.Buffer
		if err := md.Write(&out, d, md.Options{}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
