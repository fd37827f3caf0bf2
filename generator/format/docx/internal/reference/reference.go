// Package reference builds the house reference: an empty DOCX with the styles, the numbering, the page header and one sample
// section for the cover, for running text and for landscape pages, from which the DOCX writer makes every document.
//
// All measures come from package style. The result is committed as templates/docx/reference.docx; `go generate` in package
// docx writes it anew. An enterprise may restyle a copy of it in Word, WPS or LibreOffice and hand that to the program.
package reference

import (
	"fmt"

	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// Build makes the file. Every call gives the same bytes.
func Build() ([]byte, error) {
	p := opc.New()
	p.Set(opc.ContentTypes, wml.Header+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/></Types>`)
	p.SetRelationships("", []opc.Relationship{
		{ID: "rId1", Type: wml.RelationshipBase + "officeDocument", Target: "word/document.xml"},
		{ID: "rId2", Type: wml.CoreRelation, Target: "docProps/core.xml"},
		{ID: "rId3", Type: wml.AppRelation, Target: "docProps/app.xml"},
	})
	var rels []opc.Relationship
	for i, q := range parts() {
		p.Set(q.name, q.content)
		if err := p.SetType(q.name, q.contentType); err != nil {
			return nil, fmt.Errorf("build reference: %w", err)
		}
		if q.relation != "" {
			rels = append(rels, opc.Relationship{
				ID: fmt.Sprintf("rId%d", i+1), Type: wml.RelationshipBase + q.relation, Target: q.name[len("word/"):],
			})
		}
	}
	p.SetRelationships("word/document.xml", rels)
	data, err := p.Bytes()
	if err != nil {
		return nil, fmt.Errorf("build reference: %w", err)
	}
	return data, nil
}

// part is a part with its content type and the kind of relationship from the document to it.
type part struct {
	name, contentType, relation, content string
}

// Relationship identifiers follow from the order: the headers and footers must stay where document.go expects them.
func parts() []part {
	house := style.House()
	related := func(kind, name, content string) part {
		return part{"word/" + name, wml.TypeBase + kind + "+xml", kind, content}
	}
	return []part{
		related("styles", "styles.xml", styles(house)),
		related("numbering", "numbering.xml", numbering()),
		related("settings", "settings.xml", settings()),
		related("fontTable", "fontTable.xml", fontTable()),
		related("header", "header1.xml", header(style.TextWidth)),
		related("footer", "footer1.xml", footer()),
		related("header", "header2.xml", header(style.LandscapeTextWidth)),
		related("footer", "footer2.xml", footer()),
		{"word/document.xml", wml.TypeBase + "document.main+xml", "", document()},
		{"docProps/core.xml", wml.CoreType, "", wml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`},
		{"docProps/app.xml", wml.AppType, "", wml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`},
	}
}

// twips turns points into twentieths of a point.
func twips(points float64) int { return int(points*style.TwipsPerPoint + 0.5) }

// halves turns points into half points, the unit of font sizes.
func halves(points float64) int { return int(points*2 + 0.5) }

// eighths turns points into eighths of a point, the unit of borders.
func eighths(points float64) int { return int(points*8 + 0.5) }
