package docx

import (
	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/layout"
	"qmsdraft/generator/style"
)

// measures are what package layout found out about a document.
type measures struct {
	result *layout.Result
	fonts  *font.Set
}

func measure(d *doc.Document) (measures, error) {
	fonts := font.Default()
	r, err := layout.ComposeForWord(d, fonts)
	return measures{r, fonts}, err
}

// of is the page of a heading.
func (m measures) of(h *doc.Heading) int { return m.result.PageOf(h) }

// maySplit tells whether a row may run over two pages.
func (m measures) maySplit(t *doc.Table, row int) bool { return m.result.MaySplit(t, row) }

// staysWhole tells whether all rows stand on one page.
func (m measures) staysWhole(t *doc.Table) bool { return m.result.StaysWhole(t) }

// height is the height of a table that stands on one page.
func (m measures) height(t *doc.Table) float64 { return m.result.TableHeight(t) }

func (m measures) aligns(t *doc.Table) []doc.Align { return layout.Alignments(t, m.fonts) }

// columns gives the widths of the columns in twips; their sum is width exactly, as Word and the validators want it.
func (m measures) columns(t *doc.Table, width int, text style.Paragraph) []int {
	points := layout.ColumnWidths(t, float64(width)/style.TwipsPerPoint, text, m.fonts)
	all := make([]int, len(points))
	edge, from := 0.0, 0
	for i, p := range points {
		edge += p
		to := twips(edge)
		if i == len(points)-1 {
			to = width
		}
		all[i], from = to-from, to
	}
	return all
}

// width is the width of a text in one line.
func (m measures) width(p style.Paragraph, text string) float64 {
	return m.fonts.Width(p.Face, false, p.Size, text)
}
