package docx

import (
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// note writes the paragraphs of a note in a style with a bar at the left; guidance has a style of its own, so that it can be
// found and taken out.
func (b *body) note(n *doc.Note) error {
	box := wml.NoteBox
	if n.Kind == doc.Guide {
		box = wml.GuideBox
	}
	for _, x := range n.Labelled() {
		var err error
		switch x := x.(type) {
		case *doc.Paragraph:
			err = b.paragraph(paragraph{style: box}, x.Text)
		case *doc.List:
			err = b.list(x, place{box: box})
		default:
			err = fmt.Errorf("block %T in a note", x)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// captioned is a table with its caption above.
func (b *body) captioned(t *doc.Table) error {
	if t.Label() != "" {
		if err := b.caption(wml.Caption, "表", t.Number, t.Caption); err != nil {
			return err
		}
	} else {
		b.roomAbove()
	}
	look := tableLook{style: wml.HouseTable, gap: true}
	if t.Form {
		look.style = wml.FormTable
	}
	return b.table(t, look)
}

// caption counts by a SEQ field, so that a table which somebody adds in Word gets the next number.
func (b *body) caption(s wml.Style, kind string, number int, text []doc.Inline) error {
	return b.wrap(paragraph{style: s}, func() error {
		b.text(kind+" ", format{})
		b.raw(field(`SEQ `+kind+` \* ARABIC`, fmt.Sprint(number)))
		b.text(doc.CaptionGap, format{})
		return b.inlines(text, format{})
	})
}
