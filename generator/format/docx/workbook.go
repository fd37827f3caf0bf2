package docx

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/docx/internal/opc"
)

// column is a series of a chart: a column of its workbook.
type column struct {
	name   string
	colour string
	marker figure.Shape
	target bool
	points []figure.ChartPoint
}

// columns gives the series of a chart and then its target, which has the same value over all months.
func columns(c *figure.Chart) []column {
	var all []column
	for _, s := range c.Series {
		name := s.Name
		if name == "" {
			name = "数值"
		}
		all = append(all, column{name: name, colour: s.Colour, marker: s.Marker, points: s.Points})
	}
	if c.HasTarget {
		t := column{name: c.TargetName, colour: c.TargetColour, target: true}
		for i := range c.Categories {
			t.points = append(t.points, figure.ChartPoint{Category: i, Value: c.Target})
		}
		all = append(all, t)
	}
	return all
}

// workbookOf is the workbook with the data of a chart: months in column A, series in the next ones, names in row 1. Its
// bytes depend on its arguments only.
func workbookOf(p *figure.Picture, meta doc.Meta) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := fillSheet(f, p.Chart); err != nil {
		return nil, err
	}
	// The library's own defaults name its author and its birthday.
	stamp := "1980-01-01T00:00:00Z"
	if !meta.Created.IsZero() {
		stamp = meta.Created.UTC().Format("2006-01-02T15:04:05Z")
	}
	author := singleLine(meta.Company)
	if author == "" {
		author = "企业"
	}
	if err := f.SetDocProps(&excelize.DocProperties{Title: singleLine(p.Title), Creator: author, LastModifiedBy: author, Created: stamp, Modified: stamp}); err != nil {
		return nil, fmt.Errorf("set properties: %w", err)
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write sheet: %w", err)
	}
	repacked, err := opc.Open(data.Bytes())
	if err != nil {
		return nil, fmt.Errorf("repack: %w", err)
	}
	return repacked.Bytes()
}

func fillSheet(f *excelize.File, c *figure.Chart) error {
	all := columns(c)
	rows := make([][]any, len(c.Categories)+1)
	rows[0] = append(rows[0], "月份")
	for i, name := range c.Categories {
		rows[i+1] = append(make([]any, 0, len(all)+1), singleLine(name))
		for range all {
			rows[i+1] = append(rows[i+1], nil)
		}
	}
	for i, s := range all {
		rows[0] = append(rows[0], singleLine(s.name))
		for _, p := range s.points {
			rows[p.Category+1][i+1] = p.Value
		}
	}
	for i := range rows {
		if err := f.SetSheetRow(sheetName, fmt.Sprintf("A%d", i+1), &rows[i]); err != nil {
			return fmt.Errorf("write row %d: %w", i+1, err)
		}
	}
	return f.SetColWidth(sheetName, "A", columnName(len(all)+1), 14)
}

// sheetName is the only sheet of a workbook; Word looks for it under this name in every language.
const sheetName = "Sheet1"

// columnName is the name of column n of a sheet, counted from 1: A, B, … Z, AA.
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// decimal is a number as XML Schema and Excel write it.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
