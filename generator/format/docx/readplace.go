package docx

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

const (
	namespaceW  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	namespaceMC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

// placeFound is a bookmark of a fact, or a content control without one.
type placeFound struct {
	stem    string          // of the bookmark, empty without one
	tag     string          // of the control, empty without one
	ranged  strings.Builder // text between start and end of the bookmark
	control *controlFound   // the control that belongs to the bookmark; nil when it is gone
}

// controlFound is a content control.
type controlFound struct {
	tag      string
	inline   bool // it stands in a paragraph
	content  bool // the reader is inside w:sdtContent
	words    strings.Builder
	places   []*placeFound
	enclosed bool // it stands in a control with a place, or such a control stands in it
}

// text is what stands in the place. The control says it best: LibreOffice lets a bookmark end before what was typed at the
// end of a control. Where controls touch each other, though, LibreOffice puts the second into the first, and only the
// bookmarks keep them apart.
func (p *placeFound) text() string {
	if c := p.control; c != nil && (p.stem == "" || len(c.places) == 1 && !c.enclosed) {
		return c.words.String()
	}
	return p.ranged.String()
}

// placeReader goes over the main part once.
type placeReader struct {
	places   []*placeFound
	open     map[string]*placeFound // bookmarks by w:id
	controls []*controlFound        // open, the innermost last
	depth    int                    // of w:p
	words    bool                   // inside w:t
}

// maxOpen is how many controls or bookmarks may be open at once. No document of ours has more than three; a bound keeps a
// hostile one from filling the memory, as every text is kept for each of them.
const maxOpen = 100

// findPlaces gives the places of facts in the text of a main part, in its order.
func findPlaces(text string) ([]*placeFound, error) {
	r := &placeReader{open: map[string]*placeFound{}}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return r.places, nil
		}
		if err != nil {
			return nil, err
		}
		switch x := token.(type) {
		case xml.StartElement:
			if unseen(x.Name) {
				err = d.Skip()
			} else if x.Name.Space == namespaceW {
				r.start(x)
			}
		case xml.EndElement:
			if x.Name.Space == namespaceW {
				r.end(x.Name.Local)
			}
		case xml.CharData:
			if r.words {
				r.write(string(x))
			}
		}
		if max(len(r.controls), len(r.open)) > maxOpen {
			err = fmt.Errorf("more than %d content controls or bookmarks overlap", maxOpen)
		}
		if err != nil {
			return nil, err
		}
	}
}

// unseen reports elements that hold nothing to read: properties, what tracked changes took away, and what stands twice.
func unseen(n xml.Name) bool {
	switch n.Local {
	case "pPr", "rPr", "del", "moveFrom":
		return n.Space == namespaceW
	case "Fallback":
		return n.Space == namespaceMC
	default:
		return false
	}
}

func (r *placeReader) start(x xml.StartElement) {
	switch x.Name.Local {
	case "p":
		if r.depth++; r.depth == 1 {
			r.newParagraph()
		}
	case "t":
		r.words = true
	case "br", "cr":
		r.write("\n")
	case "tab":
		r.write("\t")
	case "noBreakHyphen":
		r.write("-")
	case "sdt":
		r.openControl()
	case "tag":
		if c := r.innermost(); c != nil && !c.content {
			c.tag = attributeOf(x, "val")
		}
	case "sdtContent":
		if c := r.innermost(); c != nil {
			r.enter(c)
		}
	case "bookmarkStart":
		if stem, ok := stemOf(attributeOf(x, "name")); ok {
			r.openPlace(attributeOf(x, "id"), stem)
		}
	case "bookmarkEnd":
		delete(r.open, attributeOf(x, "id"))
	}
}

func (r *placeReader) end(name string) {
	switch name {
	case "p":
		r.depth--
	case "t":
		r.words = false
	case "sdt":
		if n := len(r.controls); n > 0 {
			r.controls = r.controls[:n-1]
		}
	}
}

func (r *placeReader) innermost() *controlFound {
	if len(r.controls) == 0 {
		return nil
	}
	return r.controls[len(r.controls)-1]
}

func (r *placeReader) openControl() {
	r.controls = append(r.controls, &controlFound{inline: r.depth > 0})
}

// enter begins the content of a control; its properties are known by now. The control belongs to the bookmarks that are open
// and have none yet; one with a tag but without a bookmark is a place of its own.
func (r *placeReader) enter(c *controlFound) {
	c.content = true
	if !c.inline && c.tag == "" {
		return // LibreOffice wraps paragraphs in controls of its own
	}
	for _, p := range r.open {
		if p.control == nil && p.ranged.Len() == 0 {
			r.attach(p, c)
		}
	}
	if len(c.places) == 0 && c.tag != "" {
		p := &placeFound{}
		r.places = append(r.places, p)
		r.attach(p, c)
	}
}

// openPlace begins a bookmark. LibreOffice moves it into the control.
func (r *placeReader) openPlace(id, stem string) {
	p := &placeFound{stem: stem}
	r.open[id] = p
	c := r.innermost()
	if c != nil && len(c.places) == 1 && c.places[0].stem == "" && c.words.Len() == 0 {
		only := c.places[0] // the place that enter made for the tag
		only.stem, r.open[id] = stem, only
		return
	}
	r.places = append(r.places, p)
	if c != nil && c.content && (c.inline || c.tag != "") {
		r.attach(p, c)
	}
}

// attach notes that a control belongs to a place, and which controls with places stand in each other.
func (r *placeReader) attach(p *placeFound, c *controlFound) {
	p.control, p.tag = c, c.tag
	c.places = append(c.places, p)
	for _, outer := range r.controls {
		if outer != c && len(outer.places) > 0 {
			outer.enclosed, c.enclosed = true, true
		}
	}
}

// newParagraph separates the paragraphs of a place.
func (r *placeReader) newParagraph() {
	for _, c := range r.controls {
		if c.content && c.words.Len() > 0 {
			c.words.WriteByte('\n')
		}
	}
	for _, p := range r.open {
		if p.ranged.Len() > 0 {
			p.ranged.WriteByte('\n')
		}
	}
}

func (r *placeReader) write(s string) {
	for _, c := range r.controls {
		if c.content {
			c.words.WriteString(s)
		}
	}
	for _, p := range r.open {
		p.ranged.WriteString(s)
	}
}

func attributeOf(x xml.StartElement, name string) string {
	for _, a := range x.Attr {
		if a.Name.Local == name && a.Name.Space == namespaceW {
			return a.Value
		}
	}
	return ""
}
