package layout

import (
	"math"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

// What makes columns comfortable, in ems of the table text.
const (
	labelWidth  = 5.3  // a label up to this width is not broken when there is room
	centreWidth = 5    // a column of cells up to this width is centred
	widestShare = 0.55 // a column asks no more than this share of the table for what cannot be broken
)

// ColumnWidths gives the widths of the columns of a table that is width wide and set in the given style, in points;
// their sum is width. Weights of the
// columns are heeded when there are any, else the widths come from the contents. No column is narrower than its longest
// unbreakable piece as long as all such pieces fit.
func ColumnWidths(t *doc.Table, width float64, text style.Paragraph, fonts *font.Set) []float64 {
	s := &shaper{fonts: fonts}
	return columnWidths(t, width, s.tableCells(t, text))
}

// Alignments gives the alignment of each column: that of the table, or by the house style for [doc.Default]: centred where
// all cells below the head are short, else left. Head cells are always centred.
func Alignments(t *doc.Table, fonts *font.Set) []doc.Align {
	s := &shaper{fonts: fonts}
	return alignments(t, s.tableCells(t, style.House().TableText))
}

// tableCells measures the text of all cells, row by row; covered cells have none.
func (s *shaper) tableCells(t *doc.Table, text style.Paragraph) [][][]char {
	body, head := look(text), look(style.House().TableHead)
	rows := make([][][]char, len(t.Rows))
	for r, row := range t.Rows {
		l := body
		if r < t.Head {
			l = head
		}
		rows[r] = make([][]char, len(row.Cells))
		for k, cell := range row.Cells {
			if !cell.Covered {
				rows[r][k] = s.shape(cell.Text, l)
			}
		}
	}
	return rows
}

func alignments(t *doc.Table, cells [][][]char) []doc.Align {
	aligns := make([]doc.Align, len(t.Columns))
	limit := centreWidth * style.House().TableText.Size
	for k, column := range t.Columns {
		aligns[k] = column.Align
		if column.Align != doc.Default {
			continue
		}
		aligns[k] = doc.Center
		for r := t.Head; r < len(t.Rows); r++ {
			if _, _, most := wrapWidths(cells[r][k]); most > limit && t.Rows[r].Cells[k].ColSpan == 1 {
				aligns[k] = doc.Left
			}
		}
	}
	return aligns
}

// need is what a column asks for.
type need struct {
	hard    float64 // longest piece that cannot be broken
	word    float64 // words and numbers whole
	comfort float64 // short labels in one line, too
	most    float64 // all in one line
}

func columnWidths(t *doc.Table, width float64, cells [][][]char) []float64 {
	needs := columnNeeds(t, cells)
	least := leastWidths(needs, width)
	if weights, given := weightsOf(t); given {
		return atLeast(scaled(weights, width), least, width)
	}
	most := make([]float64, len(needs))
	for k, n := range needs {
		most[k] = math.Max(n.most, least[k])
	}
	switch all, low := sum(most), sum(least); {
	case all <= width:
		return scaled(most, width)
	case low >= width:
		return scaled(least, width)
	default:
		return newFitting(t, cells, most).widths(least, width)
	}
}

// leastWidths are the most comfortable least widths that fit into a width; where none do, those of the pieces that cannot be
// broken.
func leastWidths(needs []need, width float64) []float64 {
	least := make([]float64, len(needs))
	for _, ask := range []func(need) float64{
		func(n need) float64 { return n.comfort }, func(n need) float64 { return n.word }, func(n need) float64 { return n.hard },
	} {
		for k, n := range needs {
			least[k] = math.Min(ask(n), width*widestShare)
		}
		if sum(least) <= width {
			break
		}
	}
	return least
}

// columnNeeds finds what each column asks for; a cell over several columns spreads what it needs beyond their sum.
func columnNeeds(t *doc.Table, cells [][][]char) []need {
	needs := make([]need, len(t.Columns))
	measure := func(r, k int) need {
		n := need{}
		if t.Rows[r].Cells[k].Vertical {
			n.hard = verticalPitch
			n.word, n.comfort, n.most = n.hard, n.hard, n.hard
		} else {
			n.hard, n.word, n.most = wrapWidths(cells[r][k])
			n.comfort = math.Max(n.word, math.Min(n.most, labelWidth*style.House().TableText.Size))
		}
		for _, v := range n.values() {
			*v += 2 * style.CellPadX
		}
		return n
	}
	for span := 1; span <= len(t.Columns); span++ {
		for r, row := range t.Rows {
			for k, cell := range row.Cells {
				if !cell.Covered && cell.ColSpan == span && k+span <= len(needs) {
					spread(needs[k:k+span], measure(r, k))
				}
			}
		}
	}
	return needs
}

func (n *need) values() []*float64 { return []*float64{&n.hard, &n.word, &n.comfort, &n.most} }

// spread raises columns so that together they give what a cell over them needs.
func spread(columns []need, cell need) {
	for i, want := range cell.values() {
		have := 0.0
		for k := range columns {
			have += *columns[k].values()[i]
		}
		for k := range columns {
			*columns[k].values()[i] += math.Max(0, *want-have) / float64(len(columns))
		}
	}
}

// weightsOf gives the weights of the columns; a column without one counts as the lightest that has one.
func weightsOf(t *doc.Table) (weights []float64, given bool) {
	lightest := math.Inf(1)
	for _, c := range t.Columns {
		if c.Weight > 0 {
			lightest, given = math.Min(lightest, c.Weight), true
		}
	}
	weights = make([]float64, len(t.Columns))
	for k, c := range t.Columns {
		weights[k] = c.Weight
		if c.Weight <= 0 {
			weights[k] = lightest
		}
	}
	return weights, given
}

// atLeast raises columns that are narrower than their least width and takes the difference from the others in proportion to
// what they have to spare. Where that is not enough, the widths stay as they are.
func atLeast(widths, least []float64, width float64) []float64 {
	if sum(least) > width {
		return widths
	}
	lack, spare := 0.0, 0.0
	for k := range widths {
		lack += math.Max(0, least[k]-widths[k])
		spare += math.Max(0, widths[k]-least[k])
	}
	if lack == 0 || spare == 0 {
		return widths
	}
	for k := range widths {
		if over := widths[k] - least[k]; over > 0 {
			widths[k] -= over * lack / spare
		} else {
			widths[k] = least[k]
		}
	}
	return widths
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

// scaled stretches or shrinks values so that they add up to total.
func scaled(values []float64, total float64) []float64 {
	out := make([]float64, len(values))
	all := sum(values)
	for k, v := range values {
		if all > 0 {
			out[k] = v * total / all
		} else {
			out[k] = total / float64(len(values))
		}
	}
	return out
}
