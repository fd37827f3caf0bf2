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
	most    []float64   // by column: all in one line
	rows    [][]wrapped // texts that stand in one column, by row
	columns [][]*wrapped
	waste   float64 // what a line but the last leaves unused on average: half a sign
}

// wrapped is what of a cell matters for its number of lines.
type wrapped struct {
	row   int       // in fitting.rows
	parts []float64 // widths of the pieces between line feeds
	lines int       // at the present width of its column
}

func newFitting(t *doc.Table, cells [][][]char, most []float64) *fitting {
	f := &fitting{most: most, columns: make([][]*wrapped, len(most)), waste: style.House().TableText.Size / 2}
	for r, row := range t.Rows {
		texts := make([]wrapped, 0, len(row.Cells))
		for k, cell := range row.Cells {
			if !cell.Covered && !cell.Vertical && cell.ColSpan == 1 && len(cells[r][k]) > 0 {
				texts = append(texts, wrapped{row: len(f.rows), parts: parts(cells[r][k])})
				f.columns[k] = append(f.columns[k], &texts[len(texts)-1])
			}
		}
		if len(texts) > 0 {
			f.rows = append(f.rows, texts)
		}
	}
	return f
}

// linesAt reckons how many lines a text takes in a column.
func (f *fitting) linesAt(x *wrapped, width float64) int {
	inner := math.Max(1, width-2*style.CellPadX)
	total := 0
	for _, part := range x.parts {
		n := math.Ceil((part - slack) / inner)
		if n > 1 {
			n = math.Ceil((part + f.waste*(n-1)) / inner)
		}
		total += int(math.Max(1, n))
	}
	return total
}

// rowWeight weighs the height of a row against the lines of every cell: where a row gets no lower yet, the way there may
// lead over its other cells.
const rowWeight = 4

// saving is by how much the cost gets less when a column gets another width. The cost of a row is the square of the lines
// of every cell and, weighed more, that of the tallest.
func (f *fitting) saving(column int, width float64) int {
	saved := 0
	for _, x := range f.columns[column] {
		n := f.linesAt(x, width)
		if n == x.lines {
			continue
		}
		before, after := x.lines, n
		for i := range f.rows[x.row] {
			if y := &f.rows[x.row][i]; y != x {
				before, after = max(before, y.lines), max(after, y.lines)
			}
		}
		saved += x.lines*x.lines - n*n + rowWeight*(before*before-after*after)
	}
	return saved
}

// set gives a column a width.
func (f *fitting) set(column int, width float64) {
	for _, x := range f.columns[column] {
		x.lines = f.linesAt(x, width)
	}
}

// widths starts from the least widths and gives away what is free.
func (f *fitting) widths(least []float64, width float64) []float64 {
	widths := slices.Clone(least)
	free := width - sum(widths)
	for k := range widths {
		f.set(k, widths[k])
	}
	for free > slack {
		column, step := f.best(widths, free)
		if step == 0 {
			break
		}
		widths[column] += step
		f.set(column, widths[column])
		free -= step
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

// best finds the column to which some of the free room should go, and how much; no room when it saves nothing.
func (f *fitting) best(widths []float64, free float64) (column int, step float64) {
	const half, furthest = 5.25, 16 // steps of half a sign, up to eight signs at once
	rate := 0.0
	for k, before := range widths {
		for n, now := 1, before; n <= furthest && now < f.most[k]; n++ {
			more := math.Min(half*float64(n), math.Min(free, f.most[k]-before))
			now = before + more
			if r := float64(f.saving(k, now)) / more; r > rate+slack/100 {
				rate, column, step = r, k, more
			}
			if more < half*float64(n) {
				break
			}
		}
	}
	return column, step
}
