package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/go-pdf/fpdf"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/layout"
)

// fpdfOutput is a file as fpdf writes it: two pages of different orientation, three fonts, a link, an outline.
func fpdfOutput(t *testing.T) []byte {
	t.Helper()
	f, err := container(doc.Meta{Title: "题", Company: "甲"}, []*face{{}, {}, {}})
	if err != nil {
		t.Fatal(err)
	}
	link := f.AddLink()
	f.SetLink(link, 50, 2)
	for _, o := range []string{"P", "L"} {
		f.AddPageFormat(o, fpdf.SizeType{Wd: 595.3, Ht: 841.9})
		f.RawWriteStr("BT ET\n")
		f.Link(10, 10, 20, 20, link)
		f.Bookmark(utf16Text("章"), 0, 50)
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What finish looks for, so that another version of fpdf fails here and not in a user's file.
func TestFpdfWritesWhatFinishExpects(t *testing.T) {
	raw := fpdfOutput(t)
	for text, count := range map[string]int{
		pageHead: 2, streamHead: 2, fontHead: 3, outlineHead: 1, linksHead: 2, linkHead: 2, catalogHead: 1, namesHead: 1,
		"/BaseFont /Helvetica\n": 1, "/BaseFont /Helvetica-Bold\n": 1, "/BaseFont /Helvetica-Oblique\n": 1,
		"/CreationDate (D:20010203040506)": 1, "/ModDate (D:20010203040506)": 1, "/Lang (zh-CN)": 1,
		"/MediaBox [0 0 841.90 595.30]": 1, "BT ET\n": 2,
	} {
		if got := bytes.Count(raw, []byte(text)); got != count {
			t.Errorf("%q stands %d times in the output of fpdf, want %d", text, got, count)
		}
	}
	objects, err := split(raw)
	if err != nil {
		t.Fatal(err)
	}
	if last := len(objects) - 1; !bytes.Contains(objects[last], []byte("/Type /Catalog")) || !bytes.Contains(objects[last-1], []byte("/Producer")) {
		t.Error("the last two objects are not information and catalog")
	}
	if !bytes.Contains(objects[1], []byte("/Type /Pages")) || !bytes.HasPrefix(objects[3], []byte(pageHead)) || !bytes.HasPrefix(objects[5], []byte(pageHead)) {
		t.Error("the page tree is not object 1 or the pages are not objects 3 and 5")
	}
	names, err := resourceNames()
	if err != nil || len(names) != len(standIns()) {
		t.Fatalf("%d names of fonts (%v)", len(names), err)
	}
	for _, name := range names[:3] {
		if !bytes.Contains(objects[2], []byte("/"+name+" ")) {
			t.Errorf("resources lack font %s", name)
		}
	}
}

func TestUnexpectedFileIsAnErrorNotAPanic(t *testing.T) {
	raw := fpdfOutput(t)
	structure := newTree(&layout.Result{Pages: make([]layout.Page, 2), Elements: make([]layout.Element, 2)})
	structure.link(1, 0)
	structure.link(1, 1)
	faces := func() []*face { return []*face{{}, {}, {}} }
	for cut := 0; cut < len(raw); cut += 97 {
		if _, err := finish(raw[:cut], extras{contents: make([][]byte, 2), z: newDeflater(), faces: faces(), structure: structure}); !errors.Is(err, errUnexpected) {
			t.Fatalf("the first %d bytes: %v", cut, err)
		}
	}
	for _, change := range [][2]string{{"/CreationDate", "/CreationDatum"}, {"startxref", "startxxxx"}, {namesHead, "/Nomen <<"}, {"5 0 obj", "9 0 obj"}} {
		bad := []byte(strings.Replace(string(raw), change[0], change[1], 1))
		if change[0] == "/CreationDate" {
			if _, err := information(bad, time.Time{}); !errors.Is(err, errUnexpected) {
				t.Errorf("%s: %v", change[1], err)
			}
			continue
		}
		if change[0] == namesHead {
			if _, err := catalogWith(bad, 9, 10); !errors.Is(err, errUnexpected) {
				t.Errorf("%s: %v", change[1], err)
			}
			continue
		}
		if _, err := split(bad); !errors.Is(err, errUnexpected) {
			t.Errorf("%s: %v", change[1], err)
		}
	}
}

// A title may hold any bytes in UTF-16, those of "\nendobj\n" too.
func TestTitleCannotBreakTheFile(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: "\u0a65\u6e64\u6f62\u6a0a\u5c5c\u2829"}, Blocks: []doc.Block{&doc.PageBreak{}}}
	// The header cannot print this title, but the information can.
	f, err := container(d.Meta, nil)
	if err != nil {
		t.Fatal(err)
	}
	f.AddPage()
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	out, err := finish(b.Bytes(), extras{contents: [][]byte{newDeflater().stream("", nil)}, structure: newTree(&layout.Result{Pages: make([]layout.Page, 1), Elements: []layout.Element{{}, {Role: "Document"}}})})
	if err != nil {
		t.Fatal(err)
	}
	tool(t, out, "qpdf", "--check", "FILE")
}
