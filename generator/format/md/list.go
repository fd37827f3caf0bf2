package md

import (
	"strconv"
	"strings"

	"qmsdraft/generator/doc"
)

// list writes a list. other chooses the other one of the two markers, so that a list that follows one of its own kind
// does not become part of it (CommonMark 5.3).
func (p *printer) list(l *doc.List, indent string, other bool) {
	loose := isLoose(l)
	for i, item := range l.Items {
		if i > 0 && loose {
			p.begin(indent)
		}
		p.item(item, marker(l, i, other), indent, loose)
	}
}

func marker(l *doc.List, i int, other bool) string {
	switch {
	case l.Ordered && other:
		return strconv.Itoa(l.Start+i) + ") "
	case l.Ordered:
		return strconv.Itoa(l.Start+i) + ". "
	case other:
		return "+ "
	default:
		return "- "
	}
}

// nothing is the content of an empty item: without it, a blank line would end the item (CommonMark 5.2).
const nothing = "<!-- -->"

// item writes one item: its first block on the line of the marker, the others indented under it.
func (p *printer) item(item doc.Item, marker, indent string, loose bool) {
	var inner printer
	inner.itemBlocks(item.Blocks, loose)
	if inner.err != nil {
		p.err = inner.err
	}
	text := strings.TrimSuffix(inner.out.String(), "\n")
	if text == "" {
		text = nothing
	}
	inside := strings.Repeat(" ", len(marker))
	for i, line := range strings.Split(text, "\n") {
		lead := inside
		if i == 0 {
			lead = marker
		}
		p.out.WriteString(strings.TrimRight(indent+lead+line, " ") + "\n")
	}
}

// itemBlocks writes the blocks of an item from the start of a line; in a tight list no blank line stands before a nested
// list.
func (p *printer) itemBlocks(blocks []doc.Block, loose bool) {
	var before doc.Block
	other := false
	for _, b := range blocks {
		if isEmpty(b) {
			continue
		}
		if before != nil && loose {
			p.out.WriteString("\n")
		}
		switch b := b.(type) {
		case *doc.Paragraph:
			p.out.WriteString(p.itemText(b.Text, before == nil) + "\n")
		case *doc.List:
			last, follows := before.(*doc.List)
			other = follows && last.Ordered == b.Ordered && !other
			p.list(b, "", other)
		default:
			p.block(b, "")
		}
		before = b
	}
}

// itemText is the text of a paragraph of an item, with a task box at its start where it is one.
func (p *printer) itemText(text []doc.Inline, first bool) string {
	if box, rest, ok := taskBox(text); ok && first {
		return box + p.inline(rest, inParagraph)
	}
	return p.inline(text, inParagraph)
}

// taskBox splits the box and its blank from the text of an item.
func taskBox(text []doc.Inline) (box string, rest []doc.Inline, ok bool) {
	if len(text) < 2 {
		return "", nil, false
	}
	sign, isBox := text[0].(doc.Checkbox)
	label, isText := text[1].(doc.Text)
	if !isBox || !isText || !strings.HasPrefix(string(label), " ") || strings.TrimSpace(doc.PlainText(text[1:])) == "" {
		return "", nil, false
	}
	box = "[ ] "
	if sign.Checked {
		box = "[x] "
	}
	return box, append([]doc.Inline{label[1:]}, text[2:]...), true
}

// isLoose reports whether blank lines must stand inside a list: where an item has a second paragraph, and where a nested
// list could not begin right after a paragraph (CommonMark 5.2: it must begin with 1 and not with an empty item).
func isLoose(l *doc.List) bool {
	for _, item := range l.Items {
		for i, b := range item.Blocks {
			switch b := b.(type) {
			case *doc.Paragraph:
				if i > 0 {
					return true
				}
			case *doc.List:
				if b.Ordered && b.Start != 1 || isLoose(b) || startsEmpty(b) {
					return true
				}
			default:
				return true
			}
		}
	}
	return false
}

func startsEmpty(l *doc.List) bool {
	if len(l.Items) == 0 {
		return false
	}
	for _, b := range l.Items[0].Blocks {
		if !isEmpty(b) {
			return false
		}
	}
	return true
}
