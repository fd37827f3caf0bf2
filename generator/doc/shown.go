package doc

import "strconv"

// Label is the word that stands before the text of a note: 注： or 编写指引：.
func (k NoteKind) Label() string {
	if k == Guide {
		return "编写指引："
	}
	return "注："
}

// Labelled is what every writer prints of a note: its blocks, with the label as Strong at the start of the first
// paragraph, or as a paragraph of its own when the note starts with a list. The note itself is not changed.
func (n *Note) Labelled() []Block {
	label := Strong{Text: []Inline{Text(n.Kind.Label())}}
	if len(n.Blocks) > 0 {
		if p, ok := n.Blocks[0].(*Paragraph); ok {
			first := &Paragraph{Text: append([]Inline{label}, p.Text...)}
			return append([]Block{first}, n.Blocks[1:]...)
		}
	}
	return append([]Block{&Paragraph{Text: []Inline{label}}}, n.Blocks...)
}

// Label is "表 1", empty for a table without caption or before Finish.
func (t *Table) Label() string {
	if t.Number == 0 {
		return ""
	}
	return "表 " + strconv.Itoa(t.Number)
}

// Label is "图 1", empty for a figure without title or before Finish.
func (f *Figure) Label() string {
	if f.Number == 0 {
		return ""
	}
	return "图 " + strconv.Itoa(f.Number)
}

// CaptionGap stands between the label and the text of a caption, and between the number and the text of a heading.
const CaptionGap = "　"

// widestSignOff is the largest number of signatures that stand side by side; more stand one below the other.
const widestSignOff = 3

// Table is the block of signatures as every writer draws it: a form table without head rows. Up to three signatures stand
// side by side, role and name above the date; more stand one below the other.
func (s *SignOff) Table() *Table {
	if len(s.Entries) > widestSignOff {
		return s.upright()
	}
	t := &Table{Form: true, Rows: make([]Row, 2)}
	for _, e := range s.Entries {
		t.Columns = append(t.Columns, Column{Align: Center, Weight: 2}, Column{Align: Center, Weight: 3})
		t.Rows[0].Cells = append(t.Rows[0].Cells, NewCell(e.Role...), NewCell(e.Name...))
		t.Rows[1].Cells = append(t.Rows[1].Cells, NewCell(Text("日期")), NewCell(e.Date...))
	}
	return t
}

func (s *SignOff) upright() *Table {
	t := &Table{Form: true, Columns: []Column{{Center, 3}, {Center, 4}, {Center, 2}, {Center, 4}}}
	for _, e := range s.Entries {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			NewCell(e.Role...), NewCell(e.Name...), NewCell(Text("日期")), NewCell(e.Date...),
		}})
	}
	return t
}

// NewCell is a cell of one column and one row.
func NewCell(text ...Inline) Cell { return Cell{Text: text, ColSpan: 1, RowSpan: 1} }
