package opc

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

func container(t *testing.T) *Package {
	t.Helper()
	p := New()
	p.Set("word/media/a.png", "picture")
	p.Set("word/document.xml", "<x/>")
	p.Set(ContentTypes, `<Types><Default Extension="png" ContentType="image/png"/></Types>`)
	p.SetRelationships("", []Relationship{{ID: "rId1", Type: "t/officeDocument", Target: "word/document.xml"}})
	p.SetRelationships("word/document.xml", []Relationship{
		{ID: "rId1", Type: "t/image", Target: "media/a.png"}, {ID: "rId2", Type: "t/hyperlink", Target: "https://example.com/?a=1&b=\"2\"", External: true}})
	if err := p.SetType("word/document.xml", "application/main"); err != nil {
		t.Fatal(err)
	}
	return p
}

func bytesOf(t *testing.T, p *Package) []byte {
	t.Helper()
	data, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadBackAndSameBytes(t *testing.T) {
	data := bytesOf(t, container(t))
	if !bytes.Equal(data, bytesOf(t, container(t))) {
		t.Error("two writes differ")
	}
	p, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if again := bytesOf(t, p); !bytes.Equal(data, again) {
		t.Error("reading and writing changes the bytes")
	}
	rels, err := p.Relationships("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if len(rels) != 2 || rels[0].Part("word/document.xml") != "word/media/a.png" || !rels[1].External || rels[1].Target != "https://example.com/?a=1&b=\"2\"" {
		t.Errorf("got %+v", rels)
	}
}

func TestEntriesAreOrderedAndDated(t *testing.T) {
	z, err := zip.NewReader(bytes.NewReader(bytesOf(t, container(t))), int64(len(bytesOf(t, container(t)))))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if f.ModifiedDate != dosEpoch || f.Flags&8 != 0 || len(f.Extra) != 0 {
			t.Errorf("%s: date %#x, flags %#x, extra %d", f.Name, f.ModifiedDate, f.Flags, len(f.Extra))
		}
	}
	if got := strings.Join(names, " "); got != "[Content_Types].xml _rels/.rels word/document.xml word/_rels/document.xml.rels word/media/a.png" {
		t.Errorf("order: %s", got)
	}
}

func TestSetTypeAndDropAreIdempotent(t *testing.T) {
	p := container(t)
	before, err := p.Get(ContentTypes)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.SetType("word/document.xml", "application/main"); err != nil {
		t.Fatal(err)
	}
	if after, err := p.Get(ContentTypes); err != nil || after != before {
		t.Errorf("got %s, %v", after, err)
	}
	for range 2 {
		if err := p.Drop("word/document.xml"); err != nil {
			t.Fatal(err)
		}
	}
	if types, err := p.Get(ContentTypes); err != nil || strings.Contains(types, "document") || p.Has(RelsName("word/document.xml")) {
		t.Errorf("traces of the part are left: %s, %v", types, err)
	}
}

func TestPruneDropsWhatNothingReaches(t *testing.T) {
	p := container(t)
	p.Set("word/old.xml", "<x/>")
	p.SetRelationships("word/old.xml", []Relationship{{ID: "rId1", Type: "t/image", Target: "media/b.png"}})
	p.Set("word/media/b.png", "x")
	if err := p.Prune(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(p.Names(), " "); got != "[Content_Types].xml _rels/.rels word/document.xml word/_rels/document.xml.rels word/media/a.png" {
		t.Errorf("left: %s", got)
	}
}

func TestOpenRefuses(t *testing.T) {
	twice := func(names ...string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, n := range names {
			if _, err := z.Create(n); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, data := range map[string][]byte{"no zip": []byte("x"), "twice": twice("a.xml", "a.xml"), "twice but for case": twice("a.xml", "A.xml")} {
		if _, err := Open(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
