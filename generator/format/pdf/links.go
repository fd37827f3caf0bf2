package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-pdf/fpdf"

	"qmsdraft/generator/layout"
)

// addLinks puts the links of a page into the file and tells the structure of them, in the same order.
func addLinks(f *fpdf.Fpdf, p *layout.Page, page int, targets []int, structure *tree) {
	for _, l := range p.Links {
		switch {
		case l.URL != "":
			f.LinkString(l.X, l.Y, l.Width, l.Height, asciiURL(l.URL))
		case l.Heading >= 0 && l.Heading < len(targets):
			f.Link(l.X, l.Y, l.Width, l.Height, targets[l.Heading])
		default:
			continue
		}
		structure.link(l.Element, page)
	}
}

// linkSet makes objects of the links that fpdf writes into the pages, since the structure can only point to objects.
type linkSet struct {
	first   int    // object number of the first link
	areas   []area // of all links, page by page
	pages   int    // of the document; the keys of the links in the structure follow those of the pages
	objects [][]byte
}

// take replaces the links in a page by references.
func (s *linkSet) take(page []byte) ([]byte, error) {
	start := bytes.Index(page, []byte(linksHead))
	if start < 0 {
		return page, nil
	}
	line, rest, _ := bytes.Cut(page[start+len(linksHead):], []byte("\n"))
	line, closed := bytes.CutSuffix(line, []byte("]"))
	links := bytes.Split(line, []byte(linkHead))
	if !closed || len(links[0]) > 0 || len(s.objects)+len(links)-1 > len(s.areas) {
		return nil, fmt.Errorf("%w: links of a page", errUnexpected)
	}
	out := append(make([]byte, 0, len(page)), page[:start+len(linksHead)]...)
	for _, link := range links[1:] {
		out = reference(out, s.first+len(s.objects))
		s.objects = append(s.objects, s.object(link))
	}
	return append(append(out, "]\n"...), rest...), nil
}

// object is the next link. It is printed, or rather not hidden in print (ISO 32000-1, 12.5.3, flag Print).
func (s *linkSet) object(rest []byte) []byte {
	key := ""
	if n := len(s.objects); s.areas[n].element > 0 {
		key = fmt.Sprintf("/StructParent %d ", s.pages+n)
	}
	return fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /F 4 %s/Rect%s", key, rest)
}

// asciiURL writes the bytes of a URL that are not ASCII as %XX (ISO 32000-1, 12.6.4.7: a URI is 7-bit ASCII).
func asciiURL(url string) string {
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c >= 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
