package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/layout"
	"qmsdraft/generator/style"
)

// language is that of all text.
const language = "zh-CN"

// standIn is a core font of fpdf in whose place an embedded font is put.
type standIn struct{ family, style, base string }

func standIns() []standIn {
	return []standIn{
		{"helvetica", "", "Helvetica"}, {"helvetica", "B", "Helvetica-Bold"}, {"helvetica", "I", "Helvetica-Oblique"}, {"helvetica", "BI", "Helvetica-BoldOblique"},
		{"times", "", "Times-Roman"}, {"times", "B", "Times-Bold"}, {"times", "I", "Times-Italic"}, {"times", "BI", "Times-BoldItalic"},
		{"courier", "", "Courier"}, {"courier", "B", "Courier-Bold"}, {"courier", "I", "Courier-Oblique"}, {"courier", "BI", "Courier-BoldOblique"},
	}
}

// resourceNames are the names by which fpdf calls the stand-ins in content streams. There is no call that tells them, but a
// template shows them; they are the same for all documents.
var resourceNames = sync.OnceValues(func() ([]string, error) {
	f := fpdf.New("P", "pt", "A4", "")
	f.AddPage()
	var names []string
	for _, s := range standIns() {
		f.SetFont(s.family, s.style, 10)
		template := f.CreateTemplateCustom(fpdf.PointType{}, fpdf.SizeType{Wd: 10, Ht: 10}, func(t *fpdf.Tpl) { t.SetFont(s.family, s.style, 11) })
		_, after, found := strings.Cut(string(template.Bytes()), "/F")
		name, _, ended := strings.Cut(after, " ")
		if !found || !ended {
			return nil, fmt.Errorf("fpdf does not tell its name for font %s", s.base)
		}
		names = append(names, "F"+name)
	}
	return names, f.Error()
})

// render draws the pages of a document, over a watermark if there is one.
func render(d *doc.Document, r *layout.Result, mark *watermark) ([]byte, error) {
	faces := collect(r.Pages)
	f, err := container(d.Meta, faces)
	if err != nil {
		return nil, err
	}
	links := make([]int, len(r.Headings))
	for i, h := range r.Headings {
		links[i] = f.AddLink()
		f.SetLink(links[i], h.Y, h.Page)
	}
	structure := newTree(r)
	stream := content{faces: map[*font.Font]*face{}, tree: structure, mark: mark}
	for _, face := range faces {
		stream.faces[face.font] = face
	}
	// fpdf would copy the contents several times; it gets empty pages, and finish puts the contents in.
	z, contents := newDeflater(), make([][]byte, 0, len(r.Pages))
	outline := outline{headings: r.Headings, last: r.Pages[len(r.Pages)-1].Height}
	for i := range r.Pages {
		p := &r.Pages[i]
		orientation := "P"
		if p.Width > p.Height {
			orientation = "L"
		}
		f.AddPageFormat(orientation, fpdf.SizeType{Wd: style.PageWidth, Ht: style.PageHeight})
		contents = append(contents, z.stream("", stream.page(p, i)))
		addLinks(f, p, i, links, structure)
		outline.add(f, i+1, p.Height)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, err
	}
	return finish(out.Bytes(), extras{contents: contents, z: z, faces: faces, structure: structure, topics: outline.topics, meta: d.Meta})
}

// container is an empty document with its information and the stand-ins of the faces.
func container(m doc.Meta, faces []*face) (*fpdf.Fpdf, error) {
	names, err := resourceNames()
	if err != nil {
		return nil, err
	}
	if len(faces) > len(names) {
		return nil, fmt.Errorf("document uses %d fonts, at most %d are possible", len(faces), len(names))
	}
	f := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: style.PageWidth, Ht: style.PageHeight}})
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCompression(false) // finish does it
	f.SetCatalogSort(true)
	f.SetCreationDate(placeholder())
	f.SetModificationDate(placeholder())
	f.SetTitle(utf16Text(m.Title), false)
	f.SetAuthor(utf16Text(m.Company), false)
	f.SetSubject(utf16Text(m.Number), false)
	f.SetCreator(utf16Text(m.Generator), false)
	f.SetProducer(producer, false)
	f.SetLang(language)
	for i, s := range standIns()[:len(faces)] {
		f.SetFont(s.family, s.style, 10)
		faces[i].name = names[i]
	}
	return f, nil
}

// placeholder is the date that fpdf writes; finish puts the document's own in its place. Without a date fpdf would take the
// clock's.
func placeholder() time.Time { return time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC) }

// utf16Text is a text string of a PDF (ISO 32000-1, 7.9.2.2). fpdf's own conversion garbles what is above U+FFFF.
func utf16Text(s string) string {
	if s == "" {
		return ""
	}
	b := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(s)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return string(b)
}

// outline adds the headings to the bookmarks, page by page.
type outline struct {
	headings []layout.Heading // those that are left
	level    int              // of the one before
	topics   int              // those on the top level so far
	last     float64          // height of the last page
}

func (o *outline) add(f *fpdf.Fpdf, page int, height float64) {
	for len(o.headings) > 0 && o.headings[0].Page == page {
		h := o.headings[0]
		o.headings = o.headings[1:]
		// A level cannot be skipped in a tree.
		o.level = min(h.Level, o.level+1)
		if o.level == 1 {
			o.topics++
		}
		// fpdf reckons the height of every target from the foot of the last page.
		f.Bookmark(utf16Text(h.Text), o.level-1, h.Y+o.last-height)
	}
}
