package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"sync"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
)

// written writes a document and opens the result.
func written(t testing.TB, d *doc.Document, o Options) *opc.Package {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	p, err := opc.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func part(t testing.TB, p *opc.Package, name string) string {
	t.Helper()
	s, err := p.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// paragraphs gives the text of each paragraph of a part.
func paragraphs(t testing.TB, text string) []string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	var all []string
	var b strings.Builder
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			inText = x.Name.Local == "t"
			if x.Name.Local == "br" {
				b.WriteByte('\n')
			}
		case xml.EndElement:
			inText = false
			if x.Name.Local == "p" {
				all = append(all, b.String())
				b.Reset()
			}
		case xml.CharData:
			if inText {
				b.Write(x)
			}
		}
	}
}

func TestTextSurvivesExactly(t *testing.T) {
	texts := []string{
		"| * # <script>alert(1)</script> {{.X}} & \" ' ` _ ~ \\ &amp; 😀 𠮷 -", "- 破折号开头", "  前后有空格  ", "{{公司名称}}{{正文}}{{封面}}", "]]> <!-- x --> \u200d\u00ad\ufeff",
	}
	d := &doc.Document{Meta: doc.Meta{Title: "字符", Company: "{{文件编号}} & {{页脚}}", Number: "<{{版本}}>", Version: "A/0", Footer: "{{公司名称}}"}}
	for _, s := range texts {
		d.Blocks = append(d.Blocks, say(s), &doc.Table{Columns: make([]doc.Column, 1), Rows: []doc.Row{line(s)}},
			par(doc.Code(s), doc.Break{}, doc.Fill{Label: s, Path: s, Value: s}, doc.Link{URL: "https://example.com/?a=1&b=<2>", Text: words(s)}))
	}
	p := written(t, d, Options{})
	got := paragraphs(t, part(t, p, mainPart))
	for i, s := range texts {
		want := []string{s, s, "", s + "\n" + s + s}
		for j, w := range want {
			if g := got[4*i+j]; g != w {
				t.Errorf("paragraph %d: got %q, want %q", 4*i+j, g, w)
			}
		}
	}
	header := strings.Join(paragraphs(t, part(t, p, "word/header1.xml")), "|")
	if want := "{{文件编号}} & {{页脚}}　|文件编号|<{{版本}}>|字符|版本/修改|A/0"; !strings.HasPrefix(header, want) {
		t.Errorf("header: got %q, want %q", header, want)
	}
	if footer := paragraphs(t, part(t, p, "word/footer1.xml")); footer[0] != "{{公司名称}}" {
		t.Errorf("footer: got %q", footer)
	}
}

func TestWhatXMLForbidsBecomesAReplacementCharacter(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{say("甲\x00\x1b\ufffe乙\xff丙"), say("一\t二\n三")}}
	text := part(t, written(t, d, Options{}), mainPart)
	if got := paragraphs(t, text); got[0] != "甲\ufffd\ufffd\ufffd乙\ufffd丙" || got[1] != "一二\n三" {
		t.Errorf("got %q", got)
	}
	if !strings.Contains(text, "<w:tab/>") {
		t.Error("the tab is lost")
	}
}

func TestUnknownKindsAreErrors(t *testing.T) {
	for name, blocks := range map[string][]doc.Block{"block": {nil}, "inline": {par(nil)}} {
		d := &doc.Document{Blocks: blocks}
		b := newBody(mustHouse(t), measures{}, d)
		if err := b.document(); err == nil || !strings.Contains(err.Error(), "unknown kind") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func mustHouse(t testing.TB) *reference {
	t.Helper()
	ref, err := house()
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

func TestSameBytesFromManyGoroutines(t *testing.T) {
	d := manual()
	var want bytes.Buffer
	if err := Write(&want, d, Options{}); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			other := &doc.Document{Meta: doc.Meta{Company: "别的公司"}, Blocks: []doc.Block{say("别的文件")}}
			if err := Write(io.Discard, other, Options{}); err != nil {
				t.Error(err)
			}
			var b bytes.Buffer
			if err := Write(&b, d, Options{}); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(b.Bytes(), want.Bytes()) {
				t.Error("two writes of one document differ")
			}
		})
	}
	wg.Wait()
}

func BenchmarkWrite(b *testing.B) {
	d := manual()
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := Write(&out, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "bytes")
}
