package docx

import (
	"regexp"
	"strings"
	"testing"
)

// Every page has the watermark: each header of the document holds it once, and the first section, whose cover has no
// header in the house style, gets one. The text of the document stays.
func TestWatermarkIsInEveryHeader(t *testing.T) {
	d := manual()
	plain, marked := written(t, d, Options{}), written(t, d, Options{Watermark: ` 样"稿 <&> `})
	ids := map[string]bool{}
	headers := 0
	for _, name := range marked.Names() {
		if !strings.HasPrefix(name, "word/header") {
			continue
		}
		headers++
		text := part(t, marked, name)
		shapes := regexp.MustCompile(`<v:shape id="(PowerPlusWaterMarkObject\d+)"`).FindAllStringSubmatch(text, -1)
		if len(shapes) != 1 || ids[shapes[0][1]] {
			t.Errorf("%s has shapes %v", name, shapes)
			continue
		}
		ids[shapes[0][1]] = true
		if !strings.Contains(text, `string="样&quot;稿 &lt;&amp;&gt;"`) {
			t.Errorf("%s does not hold the text", name)
		}
		if strings.Count(text, "</w:tbl><w:p>") != strings.Count(text, "</w:tbl>") {
			t.Errorf("%s: a table is not followed by a paragraph", name)
		}
	}
	if headers != 3 {
		t.Errorf("%d headers, want that of the house twice and one for the cover", headers)
	}
	first := regexp.MustCompile(`<w:sectPr[^>]*>(<[^>]*>)`).FindStringSubmatch(part(t, marked, mainPart))
	if first == nil || first[1] != `<w:headerReference w:type="default" r:id="rIdWatermark"/>` {
		t.Errorf("the cover's section starts with %v", first)
	}
	a, b := strings.Join(paragraphs(t, part(t, plain, mainPart)), "\n"), strings.Join(paragraphs(t, part(t, marked, mainPart)), "\n")
	if a != b {
		t.Error("the watermark changes the text")
	}
	if text := part(t, plain, "word/header1.xml"); strings.Contains(text, "WaterMark") || plain.Has(blankHeader) {
		t.Error("there is a watermark that nobody asked for")
	}
}

func TestWatermarkGoesIntoAnyHeader(t *testing.T) {
	for before, after := range map[string]string{
		"<w:hdr><w:p><w:r/></w:p></w:hdr>":      "<w:hdr><w:p><w:r/>X</w:p></w:hdr>",
		"<w:hdr><w:p/></w:hdr>":                 "<w:hdr><w:p/>" + lowParagraph("X") + "</w:hdr>",
		"<w:hdr><w:sdt></w:sdt>\n</w:hdr>\n":    "<w:hdr><w:sdt></w:sdt>" + lowParagraph("X") + "</w:hdr>",
		"<w:hdr><w:tbl/><w:p>a</w:p>\n</w:hdr>": "<w:hdr><w:tbl/><w:p>aX</w:p></w:hdr>",
	} {
		if got := withMark(before, "X"); got != after {
			t.Errorf("%s becomes %s", before, got)
		}
	}
	const section = `<w:sectPr w:rsidR="1"><w:headerReference r:id="rId5" w:type="default"/><w:titlePg/></w:sectPr>`
	if got := withHeader(section, "default"); got != section {
		t.Errorf("a section with a header becomes %s", got)
	}
	if got := withHeader(section, "first"); !strings.HasPrefix(got, `<w:sectPr w:rsidR="1"><w:headerReference w:type="first" r:id="rIdWatermark"/>`) {
		t.Errorf("a section with a title page becomes %s", got)
	}
}
