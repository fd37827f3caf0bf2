package layout

import (
	"fmt"
	"strconv"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// listBoxes measures a list; level counts the lists around it. The markers stand ListMarker and ListStep from x.
func (c *composer) listBoxes(all []box, l *doc.List, p style.Paragraph, x, width float64, level int) ([]box, error) {
	parent := c.element("L", c.parent)
	number := l.Start
	for _, item := range l.Items {
		var err error
		if all, err = c.itemBoxes(all, l, item, number, p, x, width, level, parent); err != nil {
			return nil, err
		}
		number++
	}
	return all, nil
}

func (c *composer) itemBoxes(all []box, l *doc.List, item doc.Item, number int, p style.Paragraph, x, width float64, level, parent int) ([]box, error) {
	entry := c.element("LI", parent)
	m := c.marker(l, item, number, p, level)
	label, body := 0, 0
	if len(m.chars) > 0 {
		label = c.element("Lbl", entry)
	}
	body = c.element("LBody", entry)
	outer := c.parent
	c.parent = body
	defer func() { c.parent = outer }()
	from := style.ListMarker + style.ListStep*float64(min(level, deepest))
	blocks := item.Blocks
	if len(blocks) == 0 || !isParagraph(blocks[0]) {
		blocks = append([]doc.Block{&doc.Paragraph{}}, blocks...)
	}
	for i, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			element := body
			if i > 0 {
				element = c.element("P", body)
			}
			t := c.textBox(b.Text, p, x+from+m.hang, width-from-m.hang, element)
			if i == 0 {
				t = c.marked(t, m, x+p.Left+from, p.Pitch, label)
			}
			all = append(all, t)
		case *doc.List:
			var err error
			if all, err = c.listBoxes(all, b, p, x, width, level+1); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("set list: block %T may not stand in an item", b)
		}
	}
	return all, nil
}

func isParagraph(b doc.Block) bool {
	_, ok := b.(*doc.Paragraph)
	return ok
}

// deepest is the level from which on lists are not moved further to the right: numbering in a DOCX has nine levels.
const deepest = 8

// marker is what stands before an item.
type marker struct {
	chars []char
	hang  float64 // from the marker to the text
}

func (c *composer) marker(l *doc.List, item doc.Item, number int, p style.Paragraph, level int) marker {
	face := look(p)
	if l.Ordered {
		m := marker{c.shape([]doc.Inline{doc.Text(orderedMarker(level, number))}, face), style.OrderedHang}
		if _, _, most := wrapWidths(m.chars); most > m.hang {
			m.hang = most
		}
		return m
	}
	if isTask(item) {
		return marker{hang: style.TaskHang}
	}
	face.size = style.BulletSize
	bullets := []string{style.Bullet0, style.Bullet1, style.Bullet2}
	return marker{c.shape([]doc.Inline{doc.Text(bullets[level%len(bullets)])}, face), style.BulletHang}
}

// isTask tells whether an item starts with a box, which is its marker.
func isTask(item doc.Item) bool {
	if len(item.Blocks) == 0 {
		return false
	}
	p, ok := item.Blocks[0].(*doc.Paragraph)
	if !ok || len(p.Text) == 0 {
		return false
	}
	_, ok = p.Text[0].(doc.Checkbox)
	return ok
}

// circled are the numbers from 1 to 20 that have a sign with a circle; Word counts on in plain digits.
const circled = 20

func orderedMarker(level, number int) string {
	format := []string{style.Ordered0, style.Ordered1, style.Ordered2}[level%3]
	if strings.Contains(format, "%d") {
		return fmt.Sprintf(format, number)
	}
	if number < 1 || number > circled {
		return strconv.Itoa(number)
	}
	return string(rune('①' + number - 1))
}

// marked draws the marker before the first line of a box.
func (c *composer) marked(b box, m marker, x, pitch float64, element int) box {
	if len(m.chars) == 0 {
		return b
	}
	l := line{chars: m.chars}
	// A marker keeps the blank half of its bracket, so that its text stands where the first line of a paragraph starts.
	place := b.place
	b.place = func() {
		if c.linesOnPage(int(b.height/pitch+0.5), true, pitch) == 0 {
			c.newPage()
		}
		// The marker comes first in the reading order.
		c.emit(&l, x, c.y, pitch, element)
		place()
	}
	return b
}
