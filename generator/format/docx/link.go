package docx

import (
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// links collects the addresses outside the document, one relationship each.
type links struct {
	free int // number of the first free identifier
	rels []opc.Relationship
}

// id is the identifier of the relationship to the address.
func (l *links) id(url string) string {
	for _, r := range l.rels {
		if r.Target == url {
			return r.ID
		}
	}
	l.rels = append(l.rels, opc.Relationship{ID: l.next(), Type: wml.RelationshipBase + "hyperlink", Target: url, External: true})
	return l.rels[len(l.rels)-1].ID
}

// next is an identifier that no relationship has.
func (l *links) next() string {
	l.free++
	return fmt.Sprintf("rId%d", l.free-1)
}

func (b *body) link(in doc.Link, f format) error {
	if in.URL == "" {
		return b.inlines(in.Text, f)
	}
	b.raw(`<w:hyperlink r:id="` + b.links.id(in.URL) + `" w:history="1">`)
	f.link = true
	if err := b.inlines(in.Text, f); err != nil {
		return err
	}
	b.raw("</w:hyperlink>")
	return nil
}

// reference leads to a heading of this document, without the look of a link; other documents cannot be linked to, as the
// enterprise may put its files where it wants.
func (b *body) reference(in doc.Ref, f format) error {
	target := b.targets[in.Target]
	if !in.Section || target == "" {
		return b.inlines(in.Text, f)
	}
	b.raw(`<w:hyperlink w:anchor="` + target + `" w:history="1">`)
	if err := b.inlines(in.Text, f); err != nil {
		return err
	}
	b.raw("</w:hyperlink>")
	return nil
}

func (b *body) openBookmark(name string) int {
	b.bookmarks++
	b.rawf(`<w:bookmarkStart w:id="%d" w:name="%s"/>`, b.bookmarks, name)
	return b.bookmarks
}

func (b *body) closeBookmark(id int) { b.rawf(`<w:bookmarkEnd w:id="%d"/>`, id) }
