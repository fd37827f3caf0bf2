package doc

import "strings"

// Walk calls visit for every block, depth first and in reading order: the block itself, then the blocks inside it (of a
// Section, a Note, the items of a List, the table of fields of a Cover). When visit returns false, the blocks inside that
// block are left out.
func Walk(blocks []Block, visit func(Block) bool) {
	for _, b := range blocks {
		if !visit(b) {
			continue
		}
		switch b := b.(type) {
		case *Cover:
			if b.Fields != nil {
				Walk([]Block{b.Fields}, visit)
			}
		case *Section:
			Walk(b.Blocks, visit)
		case *Note:
			Walk(b.Blocks, visit)
		case *List:
			for _, item := range b.Items {
				Walk(item.Blocks, visit)
			}
		}
	}
}

// Inlines calls visit for every inline of the blocks in reading order: in paragraphs, headings, captions, cells, covers and
// sign-offs. An inline is visited before those inside it.
func Inlines(blocks []Block, visit func(Inline)) {
	Walk(blocks, func(b Block) bool {
		for _, text := range texts(b) {
			visitInlines(text, visit)
		}
		return true
	})
}

func visitInlines(text []Inline, visit func(Inline)) {
	for _, in := range text {
		visit(in)
		visitInlines(inside(in), visit)
	}
}

// inside gives the inlines that an inline holds.
func inside(in Inline) []Inline {
	switch in := in.(type) {
	case Strong:
		return in.Text
	case Emphasis:
		return in.Text
	case Link:
		return in.Text
	case Ref:
		return in.Text
	}
	return nil
}

// texts gives the running texts that stand in a block itself, not those of the blocks inside it.
func texts(b Block) [][]Inline {
	switch b := b.(type) {
	case *Heading:
		return [][]Inline{b.Text}
	case *Paragraph:
		return [][]Inline{b.Text}
	case *Cover:
		all := append([][]Inline{b.Company, b.Title}, b.Lines...)
		return append(all, b.Notices...)
	case *SignOff:
		var all [][]Inline
		for _, s := range b.Entries {
			all = append(all, s.Role, s.Name, s.Date)
		}
		return all
	case *Table:
		all := [][]Inline{b.Caption}
		for _, row := range b.Rows {
			for _, cell := range row.Cells {
				all = append(all, cell.Text)
			}
		}
		return all
	}
	return nil
}

// PlainText is what a reader sees of a running text. A Break is a line feed, a Fill and a Checkbox are as shown.
func PlainText(text []Inline) string {
	var b strings.Builder
	visitInlines(text, func(in Inline) {
		switch in := in.(type) {
		case Text:
			b.WriteString(string(in))
		case Code:
			b.WriteString(string(in))
		case Break:
			b.WriteByte('\n')
		case Fill:
			b.WriteString(in.Shown())
		case Checkbox:
			b.WriteString(in.Shown())
		}
	})
	return b.String()
}
