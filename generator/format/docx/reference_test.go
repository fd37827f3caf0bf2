package docx

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
	build "qmsdraft/generator/format/docx/internal/reference"
	"qmsdraft/templates"
)

func TestHouseReferenceIsUpToDate(t *testing.T) {
	want, err := build.Build()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, templates.Reference()) {
		t.Error("templates/docx/reference.docx is not what its generator makes; run go generate ./generator/format/docx")
	}
}

// changed gives the house reference with texts replaced in its parts: "part|old|new"; the old text must be there.
func changed(t *testing.T, changes ...string) []byte {
	t.Helper()
	p, err := opc.Open(templates.Reference())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		f := strings.SplitN(c, "|", 3)
		text := part(t, p, f[0])
		if !strings.Contains(text, f[1]) {
			t.Fatalf("%s does not hold %s", f[0], f[1])
		}
		p.Set(f[0], strings.ReplaceAll(text, f[1], f[2]))
	}
	data, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The file was restyled (red headings, wider margins, a sign in the header, a placeholder in two formats) and then saved by
// LibreOffice 7.4, which split the placeholders, counted relationships anew and dropped namespaces.
func TestReferenceSavedByLibreOffice(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "restyled.docx"))
	if err != nil {
		t.Fatal(err)
	}
	d := manual()
	p := written(t, d, Options{Reference: data})
	styles, content, header := part(t, p, "word/styles.xml"), part(t, p, mainPart), part(t, p, "word/header1.xml")
	if !strings.Contains(styles, "C00000") {
		t.Error("the styles of the reference are lost")
	}
	if !strings.Contains(content, `w:left="1701"`) {
		t.Error("the margins of the reference are lost")
	}
	if got := strings.Join(paragraphs(t, header), "|"); !strings.Contains(got, d.Meta.Company) || !strings.Contains(got, d.Meta.Number) || strings.Contains(got, "{{") {
		t.Errorf("header: %s", got)
	}
	if !p.Has("word/media/image1.png") {
		t.Error("the picture in the header is lost")
	}
	if want := `<w:tblW w:w="8674" w:type="dxa"/>`; !strings.Contains(content, want) {
		t.Error("tables do not have the width of the text")
	}
	for _, sample := range doc.Samples() {
		if err := Write(io.Discard, sample.Document, Options{Reference: data}); err != nil {
			t.Errorf("%s: %v", sample.Name, err)
		}
	}
}

// Word with a Chinese surface calls the built-in styles 1, 2, a3 …
func TestReferenceWithOtherIdentifiers(t *testing.T) {
	data := changed(t,
		`word/styles.xml|"Heading1"|"1"`, `word/styles.xml|"BodyText"|"a3"`, `word/numbering.xml|"Heading1"|"1"`,
		`word/document.xml|"Heading1"|"1"`, `word/document.xml|"BodyText"|"a3"`, `word/document.xml|rId7|rId77`, `word/_rels/document.xml.rels|rId7|rId77`)
	d := &doc.Document{Blocks: []doc.Block{&doc.Heading{Level: 1, Number: "1", Text: words("目的")}, par(doc.Link{URL: "https://example.com", Text: words("链接")})}}
	content := part(t, written(t, d, Options{Reference: data}), mainPart)
	for _, want := range []string{`<w:pStyle w:val="1"/>`, `<w:pStyle w:val="a3"/>`, `<w:hyperlink r:id="rId78"`} {
		if !strings.Contains(content, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestReferenceErrorsSayWhatIsMissing(t *testing.T) {
	noNumbering, err := opc.Open(templates.Reference())
	if err != nil {
		t.Fatal(err)
	}
	noNumbering.Remove(numberingPart)
	withoutNumbering, err := noNumbering.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"no zip", []byte("这不是文件"), "文件不是完好的 .docx"},
		{"empty", []byte{}, "文件不是完好的 .docx"},
		{"style", changed(t, "word/styles.xml|表格正文|表格", "word/styles.xml|图题|图"), "缺少样式：图题、表格正文"},
		{"marker", changed(t, "word/document.xml|{{封面}}|封面", "word/document.xml|{{横向页}}|横向"), "没有单独成段的 {{封面}}、{{横向页}}"},
		{"no numbering of headings", changed(t, `word/styles.xml|<w:ilvl w:val="0"/><w:numId w:val="1"/>|<w:ilvl w:val="0"/><w:numId w:val="0"/>`), "样式没有编号：heading 1"},
		{"no numbering", withoutNumbering, "没有编号定义"},
		{"placeholder", changed(t, "word/header1.xml|{{文件编号}}|{{文号}}"), "不认识的标记 {{文号}}"},
		{"main part", changed(t, "_rels/.rels|word/document.xml|word/document2.xml"), "正文部件是 word/document2.xml"},
		{"strict", changed(t, "word/document.xml|http://schemas.openxmlformats.org/wordprocessingml/2006/main|http://purl.oclc.org/ooxml/wordprocessingml/main"), "Strict Open XML"},
		{"broken part", changed(t, "word/settings.xml|</w:settings>|"), "部件 word/settings.xml 不是完好的 XML"},
		{"narrow", changed(t, `word/document.xml|w:right="1531"|w:right="9500"`), "版心宽度"},
	} {
		err := Write(io.Discard, &doc.Document{}, Options{Reference: c.data})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestHealPlaceholders(t *testing.T) {
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	for _, c := range []struct{ name, in, want string }{
		{"whole", "<w:p>" + run("{{版本}}") + "</w:p>", "<w:p>" + run("{{版本}}") + "</w:p>"},
		{"split", "<w:p>" + run("版本：{") + run("{版") + `<w:proofErr w:type="spellStart"/>` + run("本}} 页") + "</w:p>",
			`<w:p><w:r><w:t xml:space="preserve">版本：{{版本}}</w:t></w:r><w:r></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> 页</w:t></w:r></w:p>`},
		{"two", "<w:p>" + run("{{甲}}{{") + run("乙}}") + "</w:p>", `<w:p><w:r><w:t xml:space="preserve">{{甲}}{{乙}}</w:t></w:r><w:r></w:r></w:p>`},
		{"over paragraphs", "<w:p>" + run("{{甲") + "</w:p><w:p>" + run("}}") + "</w:p>", "<w:p>" + run("{{甲") + "</w:p><w:p>" + run("}}") + "</w:p>"},
	} {
		if got := healPlaceholders(c.in); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// Remarks and pictures on the samples of a reference must not go into every document.
func TestWhatOnlyTheSamplesNeedGoesAway(t *testing.T) {
	p, err := opc.Open(templates.Reference())
	if err != nil {
		t.Fatal(err)
	}
	rels, err := p.Relationships(mainPart)
	if err != nil {
		t.Fatal(err)
	}
	base := "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	p.SetRelationships(mainPart, append(rels,
		opc.Relationship{ID: "rId50", Type: base + "comments", Target: "comments.xml"},
		opc.Relationship{ID: "rId51", Type: base + "image", Target: "media/big.png"}))
	p.Set("word/comments.xml", "<x/>")
	p.Set("word/media/big.png", "x")
	if err := p.SetType("word/comments.xml", "text/xml"); err != nil {
		t.Fatal(err)
	}
	data, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	out := written(t, &doc.Document{}, Options{Reference: data})
	for _, name := range []string{"word/comments.xml", "word/media/big.png"} {
		if out.Has(name) || strings.Contains(part(t, out, opc.ContentTypes), name) {
			t.Errorf("%s is still there", name)
		}
	}
}
