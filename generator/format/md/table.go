package md

import (
	"strings"

	"qmsdraft/generator/doc"
)

// table writes a GFM table. GFM has exactly one head row: for a table without head it is empty, further head rows are
// rows. A covered cell is empty.
func (p *printer) table(t *doc.Table, indent string) {
	var lines []string
	rows := t.Rows
	if t.Head == 0 || len(rows) == 0 {
		lines = append(lines, "|"+strings.Repeat("  |", len(t.Columns)))
	} else {
		lines = append(lines, p.row(rows[0]))
		rows = rows[1:]
	}
	var rule strings.Builder
	rule.WriteString("|")
	for _, c := range t.Columns {
		rule.WriteString(dashes(c.Align) + "|")
	}
	lines = append(lines, rule.String())
	for _, row := range rows {
		lines = append(lines, p.row(row))
	}
	p.lines(indent, strings.Join(lines, "\n"))
}

func (p *printer) row(row doc.Row) string {
	var b strings.Builder
	b.WriteString("|")
	for _, cell := range row.Cells {
		b.WriteString(" " + p.inline(cell.Text, inCell) + " |")
	}
	return b.String()
}

func dashes(a doc.Align) string {
	switch a {
	case doc.Left:
		return ":---"
	case doc.Center:
		return ":---:"
	case doc.Right:
		return "---:"
	default:
		return "---"
	}
}
