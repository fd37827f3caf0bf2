package docx

import (
	"fmt"
	"path"
	"strings"

	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
)

const (
	chartNamespace = drawingNamespace + "chart"
	chartType      = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	workbookType   = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// trend is a chart that the finishing pass adds as parts.
type trend struct {
	relation string // identifier in document.xml
	picture  *figure.Picture
}

// chart writes the frame of a chart; the chart itself is a part of its own.
func (b *body) chart(p *figure.Picture) {
	t := trend{relation: b.links.next(), picture: p}
	b.trends = append(b.trends, t)
	b.raw("<w:r>")
	b.frameOf(p, chartNamespace, func() {
		b.raw(`<c:chart xmlns:c="` + chartNamespace + `" r:id="` + t.relation + `"/>`)
	})
	b.raw("</w:r>")
}

// addCharts adds for each trend a chart and the workbook with its data, which Word opens for 编辑数据. It gives the
// relationships that lead to the charts.
func addCharts(p *opc.Package, b *body) ([]opc.Relationship, error) {
	var rels []opc.Relationship
	for _, t := range b.trends {
		chart, workbook := freePart(p, "word/charts/chart%d.xml"), freePart(p, "word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
		data, err := workbookOf(t.picture, b.doc.Meta)
		if err != nil {
			return nil, fmt.Errorf("write workbook of %s: %w", t.picture.Title, err)
		}
		p.Set(chart, chartPart(t.picture))
		p.Set(workbook, string(data))
		p.SetRelationships(chart, []opc.Relationship{{ID: "rId1", Type: wml.RelationshipBase + "package", Target: "../embeddings/" + path.Base(workbook)}})
		if err := p.SetType(chart, chartType); err != nil {
			return nil, err
		}
		if err := p.SetDefault("xlsx", workbookType); err != nil {
			return nil, err
		}
		rels = append(rels, opc.Relationship{ID: t.relation, Type: wml.RelationshipBase + "chart", Target: strings.TrimPrefix(chart, "word/")})
	}
	return rels, nil
}

// freePart is the first name of this pattern that a reference has not taken for a chart in its header.
func freePart(p *opc.Package, pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); !p.Has(name) {
			return name
		}
	}
}
