package docx

import (
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// deepest is the number of levels that a numbering has.
const deepest = 9

// place is where a list stands.
type place struct {
	depth int       // lists around it
	box   wml.Style // style of the note around it, or empty
}

func (p place) level() int { return min(p.depth, deepest-1) }

// list gives every ordered list a w:num of its own, as Word would go on counting otherwise.
func (b *body) list(l *doc.List, at place) error {
	num := b.ref.bulletNum
	if l.Ordered {
		num = b.startNumber(l.Start, at.level())
	}
	for _, item := range l.Items {
		if err := b.item(l, item, at, num); err != nil {
			return err
		}
	}
	return nil
}

// startNumber adds an instance of the numbering of ordered lists that starts anew (ECMA-376 part 1, 17.9.15).
func (b *body) startNumber(start, level int) int {
	id := b.ref.freeNum + len(b.lists)
	b.lists = append(b.lists, fmt.Sprintf(
		`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`,
		id, b.ref.orderedAbstract, level, start))
	return id
}

func (b *body) item(l *doc.List, item doc.Item, at place, num int) error {
	blocks := item.Blocks
	if first, ok := firstParagraph(blocks); !ok {
		// An item that holds nothing but a list still shows its marker.
		blocks = append([]doc.Block{first}, blocks...)
	}
	for i, x := range blocks {
		var err error
		switch x := x.(type) {
		case *doc.Paragraph:
			err = b.paragraph(b.itemParagraph(l, x, at, num, i == 0), x.Text)
		case *doc.List:
			err = b.list(x, place{at.depth + 1, at.box})
		default:
			err = fmt.Errorf("block %T in a list", x)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func firstParagraph(blocks []doc.Block) (*doc.Paragraph, bool) {
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*doc.Paragraph); ok {
			return p, true
		}
	}
	return &doc.Paragraph{}, false
}

// itemParagraph leaves the number to the style where that says all of it.
func (b *body) itemParagraph(l *doc.List, x *doc.Paragraph, at place, num int, first bool) paragraph {
	family := min(at.depth, wml.ListLevels-1) + 1
	marker := fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, at.level(), num)
	p := paragraph{}
	switch {
	case !first:
		p = paragraph{style: wml.ListNext, indent: textIndent(l, at)}
	case isTask(l, x):
		p = paragraph{style: wml.ListTask}
		if at.depth > 0 {
			p.indent = hanging(taskLeft(at), style.TaskHang)
		}
	case l.Ordered:
		p = paragraph{style: wml.Ordered(family), number: marker}
	case at.depth < wml.ListLevels:
		p = paragraph{style: wml.Bullet(family)}
	default:
		p = paragraph{style: wml.Bullet(family), number: marker}
	}
	if at.box != "" {
		p = boxed(p, l, x, at, marker, first)
	}
	return p
}

// boxed is an item inside a note. Its marker stands where the text of the note starts, as the bar would move with it.
func boxed(p paragraph, l *doc.List, x *doc.Paragraph, at place, marker string, first bool) paragraph {
	p.style = at.box
	hang := markerHang(l)
	left := style.House().NoteText.Left + hang
	p.indent = fmt.Sprintf(`<w:ind w:left="%d"/>`, twips(left))
	if first {
		p.indent = hanging(left, hang)
		if !isTask(l, x) {
			p.number = marker
		}
	}
	return p
}

// isTask tells of items that start with a box: it is their marker.
func isTask(l *doc.List, x *doc.Paragraph) bool {
	if l.Ordered || len(x.Text) == 0 {
		return false
	}
	_, ok := x.Text[0].(doc.Checkbox)
	return ok
}

// textIndent is the indent of the text of an item after its marker.
func textIndent(l *doc.List, at place) string {
	return fmt.Sprintf(`<w:ind w:left="%d"/>`, twips(style.ListMarker+style.ListStep*float64(at.level())+markerHang(l)))
}

// markerHang is the room for the markers of a list.
func markerHang(l *doc.List) float64 {
	switch first, _ := firstParagraphOf(l); {
	case l.Ordered:
		return style.OrderedHang
	case isTask(l, first):
		return style.TaskHang
	}
	return style.BulletHang
}

func firstParagraphOf(l *doc.List) (*doc.Paragraph, bool) {
	if len(l.Items) == 0 {
		return &doc.Paragraph{}, false
	}
	return firstParagraph(l.Items[0].Blocks)
}

func taskLeft(at place) float64 {
	return style.ListMarker + style.ListStep*float64(at.level()) + style.TaskHang
}

func hanging(left, hang float64) string {
	return fmt.Sprintf(`<w:ind w:left="%d" w:hanging="%d"/>`, twips(left), twips(hang))
}

// twips turns points into twentieths of a point.
func twips(points float64) int { return int(points*style.TwipsPerPoint + 0.5) }
