package docx

import (
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
)

// TestCheckFindsDamage: each change of a sound file would make Word complain.
func TestCheckFindsDamage(t *testing.T) {
	ref := mustHouse(t)
	d := &doc.Document{Meta: doc.Meta{Company: "公司"}, Blocks: []doc.Block{
		&doc.TOC{}, &doc.Heading{Level: 1, Number: "1", Text: words("目的")}, par(doc.Fill{Label: "甲", Path: "a"}, doc.Fill{Label: "乙", Path: "b"}, doc.Link{URL: "https://example.com", Text: words("链接")}),
		&doc.List{Ordered: true, Start: 1, Items: []doc.Item{{Blocks: []doc.Block{say("项")}}}},
		&doc.Figure{Kind: doc.Flow, Title: "流程", Nodes: []doc.FigureNode{{ID: "a", Text: "下料"}, {ID: "b", Text: "焊接"}}},
		&doc.Figure{Kind: doc.Trend, Title: "趋势", Trend: &doc.TrendData{Points: []doc.TrendPoint{{Label: "2023-04", Value: 1}}}}}}
	for _, c := range []struct{ name, part, old, new, want string }{
		{"sound", mainPart, "", "", ""},
		{"not well-formed", mainPart, "</w:p>", "", "closes nothing"},
		{"bare ampersand", mainPart, "目的", "目 & 的", "invalid character entity"},
		{"bookmark twice", mainPart, `<w:bookmarkStart w:id="2"`, `<w:bookmarkStart w:id="1"`, "bookmark id 1 occurs twice"},
		{"bookmark without end", mainPart, `<w:bookmarkEnd w:id="1"/>`, "", "bookmark id 1 has no end"},
		{"style", mainPart, `<w:pStyle w:val="BodyText"/>`, `<w:pStyle w:val="Nothing"/>`, "style:Nothing is referred to"},
		{"numbering", mainPart, `<w:numId w:val="5"/>`, `<w:numId w:val="6"/>`, "num:6 is referred to"},
		{"relationship", mainPart, `<w:hyperlink r:id="rId9"`, `<w:hyperlink r:id="rId12"`, "rel:rId12 is referred to"},
		{"identifier of a shape", mainPart, `<wps:cNvPr id="3"`, `<wps:cNvPr id="2"`, "drawing 2 occurs twice"},
		{"relationship of a chart", mainPart, `r:id="rId10"`, `r:id="rId11"`, "rel:rId11 is referred to"},
		{"workbook of a chart", "word/charts/chart1.xml", `r:id="rId1"`, `r:id="rId2"`, "part word/charts/chart1.xml: relationship rId2 is referred to"},
		{"workbook", "word/charts/_rels/chart1.xml.rels", "Sheet1", "Sheet2", "word/embeddings/Microsoft_Excel_Sheet2.xlsx, which is missing"},
		{"content type of a workbook", opc.ContentTypes, `<Default Extension="xlsx" ContentType="` + workbookType + `"/>`, "", "has no content type"},
		{"target of the contents", mainPart, `w:name="_Toc100000001"`, `w:name="_Toc100000002"`, "bookmark:_Toc100000001 is referred to"},
		{"part of a relationship", "word/_rels/document.xml.rels", "styles.xml", "style.xml", "word/style.xml, which is missing"},
		{"content type", opc.ContentTypes, `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`, "", "has no content type"},
		{"placeholder", "word/header1.xml", "公司", "{{公司名称}}", "placeholder {{公司名称}} is left"},
		{"header", "word/header1.xml", "</w:hdr>", "", "part word/header1.xml"},
	} {
		p := written(t, d, Options{})
		if c.old != "" {
			text := part(t, p, c.part)
			if !strings.Contains(text, c.old) {
				t.Fatalf("%s: %s does not hold %s", c.name, c.part, c.old)
			}
			p.Set(c.part, strings.Replace(text, c.old, c.new, 1))
		}
		err := check(p, ref, part(t, p, mainPart), d.Meta)
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
		} else if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

// TestScanAgreesWithXML: what scan takes, a reader of XML takes, too; and scan refuses what is not well-formed.
func TestScanAgreesWithXML(t *testing.T) {
	const head = `<?xml version="1.0"?>`
	nothing := func(tag) {}
	for _, good := range []string{`<a/>`, `<a b="1" c="&amp;"><d>文&lt;😀</d></a>`, "<a>\t\n</a>"} {
		if err := scan(head+good, nothing, func(string) {}); err != nil {
			t.Errorf("%s: %v", good, err)
		}
		if err := wellFormed(head + good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{`<a>`, `<a></b>`, `</a>`, `<a b=1/>`, `<a b="1" b="2"/>`, `<a b="<"/>`, `<a>&x;</a>`, `<a>& </a>`, "<a>\x01</a>", "<a>\uffff</a>", "<a>\xff</a>", `<a`, `<a b="1/>`, `< a/>`} {
		if err := scan(head+bad, nothing, func(string) {}); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
	for _, s := range doc.Samples() {
		if err := wellFormed(part(t, written(t, s.Document, Options{}), mainPart)); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}
