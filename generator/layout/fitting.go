package layout

import (
	"math"
	"slices"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// fitting finds column widths for a table whose text does not fit in one line: it gives the free room away piece by piece,
// each time to the column where it saves most lines for the room.
type fitting struct {
	most []float64   // by column: all in one line
	rows [][]wrapped // texts that stand in one column, by row
}

// wrapped is what of a cell matters for its number of lines.
type wrapped struct {
	column int
	parts  []float64 // widths of the pieces between line feeds
}

func newFitting(t *doc.Table, cells [][][]char, most []float64) fitting {
	f := fitting{most: most}
	for r, row := range t.Rows {
		var texts []wrapped
		for k, cell := range row.Cells {
			if !cell.Covered && !cell.Vertical && cell.ColSpan == 1 && len(cells[r][k]) > 0 {
				texts = append(texts, wrapped{k, parts(cells[r][k])})
			}
		}
		if len(texts) > 0 {
			f.rows = append(f.rows, texts)
		}
	}
	return f
}

// lines reckons how many lines a text takes; each line but the last leaves half a sign unused on average.
func (x wrapped) lines(width float64) int {
	const ragged = 0.5
	inner := math.Max(1, width-2*style.CellPadX)
	waste := ragged * style.House().TableText.Size
	total := 0
	for _, part := range x.parts {
		n := math.Ceil((part - slack) / inner)
		if n > 1 {
			n = math.Ceil((part + waste*(n-1)) / inner)
		}
		total += int(math.Max(1, n))
	}
	return total
}

// cost weighs the heights of the rows and, less, the lines of every cell: where a row gets no lower yet, the way there may
// lead over its other cells.
func (f fitting) cost(widths []float64) float64 {
	const row = 4
	cost := 0.0
	for _, texts := range f.rows {
		tallest := 0
		for _, x := range texts {
			n := x.lines(widths[x.column])
			cost += float64(n * n)
			tallest = max(tallest, n)
		}
		cost += row * float64(tallest*tallest)
	}
	return cost
}

// widths starts from the least widths and gives away what is free.
func (f fitting) widths(least []float64, width float64) []float64 {
	widths := slices.Clone(least)
	free := width - sum(widths)
	for cost := f.cost(widths); free > slack; {
		column, step, lower := f.best(widths, cost, free)
		if step == 0 {
			break
		}
		widths[column] += step
		free -= step
		cost = lower
	}
	// What nobody needs goes to the columns that are still the tightest.
	tight := make([]float64, len(widths))
	for k := range tight {
		tight[k] = math.Max(0, f.most[k]-widths[k])
	}
	if sum(tight) == 0 {
		return scaled(widths, width)
	}
	for k, more := range scaled(tight, free) {
		widths[k] += more
	}
	return widths
}

// best finds the column to which some of the free room should go, how much, and the cost then; no room when it saves nothing.
func (f fitting) best(widths []float64, cost, free float64) (column int, step, lower float64) {
	const half, furthest = 5.25, 16 // steps of half a sign, up to eight signs at once
	rate := 0.0
	for k := range widths {
		before := widths[k]
		for n := 1; n <= furthest && widths[k] < f.most[k]; n++ {
			more := math.Min(half*float64(n), math.Min(free, f.most[k]-before))
			widths[k] = before + more
			if c := f.cost(widths); (cost-c)/more > rate+slack/100 {
				rate, column, step, lower = (cost-c)/more, k, more, c
			}
			if more < half*float64(n) {
				break
			}
		}
		widths[k] = before
	}
	return column, step, lower
}
