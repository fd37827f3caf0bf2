package layout

import (
	"fmt"
	"slices"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// noteBoxes is a note: shaded paragraphs with a bar on the left.
func (c *composer) noteBoxes(all []box, n *doc.Note) ([]box, error) {
	outer := c.parent
	c.parent = c.element("Note", outer)
	defer func() { c.parent = outer }()
	p := c.house.NoteText
	x, width := c.left+p.Left, c.width-p.Left
	p.Left = 0
	var inner []box
	for _, b := range n.Labelled() {
		switch b := b.(type) {
		case *doc.Paragraph:
			inner = append(inner, c.textBox(b.Text, p, x, width, c.element("P", c.parent)))
		case *doc.List:
			var err error
			if inner, err = c.listBoxes(inner, b, p, x, width, 0); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("set note: block %T may not stand in a note", b)
		}
	}
	for i := range inner {
		all = append(all, c.barred(inner[i], n.Kind))
	}
	return all, nil
}

// barred draws shade and bar behind what a box puts on each page. Only the first and the last box of a note keep a distance.
func (c *composer) barred(b box, kind doc.NoteKind) box {
	b.before, b.after, b.kin = style.NoteSpace, style.NoteSpace, kind.Label()
	shade, bar := colour(style.NoteShade), colour(style.NoteBar)
	if kind == doc.Guide {
		shade, bar = colour(style.GuideShade), colour(style.GuideBar)
	}
	place := b.place
	b.place = func() {
		page, top, under := c.pageNumber(), c.y, len(c.page.Rects)
		place()
		for ; page < c.pageNumber(); page++ {
			c.bar(page, under, top, c.result.Pages[page-1].Height-style.MarginBot, shade, bar)
			top, under = style.MarginTop, 0
		}
		c.bar(page, under, top, c.y, shade, bar)
	}
	return b
}

// bar draws the shade and the bar of a note between two heights of a page, under all rectangles from the given one on.
func (c *composer) bar(page, under int, top, bottom float64, shade, bar Colour) {
	if bottom <= top+slack {
		return
	}
	p := &c.result.Pages[page-1]
	x := c.left + c.house.NoteText.Left - style.NoteBarGap
	p.Rects = slices.Insert(p.Rects, under,
		Rect{x, top, c.left + c.width - x, bottom - top, shade},
		Rect{x - style.NoteBarWidth, top, style.NoteBarWidth, bottom - top, bar})
}
