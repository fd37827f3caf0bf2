package reference

import (
	"fmt"
	"strings"

	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// sheet collects the styles of styles.xml.
type sheet struct{ strings.Builder }

// definition is one style. The writer finds it by its name; the identifier is free.
type definition struct {
	kind     string // paragraph, character or table
	id       string
	name     wml.Style
	basedOn  string // identifier
	next     string // identifier of the style of the paragraph that follows
	priority int    // place in the list that Word shows
	quick    bool   // in the gallery
	builtIn  bool
	pPr, rPr string
	rest     string // what stands after rPr in a table style
}

func (s *sheet) add(d definition) {
	custom := ` w:customStyle="1"`
	if d.builtIn {
		custom = ""
	}
	fmt.Fprintf(s, `<w:style w:type="%s"%s w:styleId="%s"><w:name w:val="%s"/>`, d.kind, custom, d.id, d.name)
	optional(s, "basedOn", d.basedOn)
	optional(s, "next", d.next)
	fmt.Fprintf(s, `<w:uiPriority w:val="%d"/>`, d.priority)
	if d.quick {
		s.WriteString("<w:qFormat/>")
	}
	wrapped(s, "pPr", d.pPr)
	wrapped(s, "rPr", d.rPr)
	s.WriteString(d.rest + "</w:style>")
}

func optional(s *sheet, element, value string) {
	if value != "" {
		fmt.Fprintf(s, `<w:%s w:val="%s"/>`, element, value)
	}
}

func wrapped(s *sheet, element, content string) {
	if content != "" {
		fmt.Fprintf(s, `<w:%s>%s</w:%s>`, element, content, element)
	}
}

func styles(house style.Styles) string {
	s := &sheet{}
	s.WriteString(wml.Header + `<w:styles xmlns:w="` + wml.MainNamespace + `">` + defaults(house.Body) + latent + builtInDefaults(house.Body))
	addHeadings(s, house)
	addRunning(s, house)
	addTables(s, house)
	addContents(s, house)
	addCover(s, house)
	addFurniture(s, house)
	addCharacters(s, house)
	addTableStyles(s)
	s.WriteString("</w:styles>")
	return s.String()
}

// fonts names the four fonts of a face; Word takes eastAsia for Chinese characters and ascii for the rest.
func fonts(f style.Face) string {
	latin, chinese := "Times New Roman", "宋体"
	switch f {
	case style.Hei:
		latin, chinese = "Arial", "黑体"
	case style.Kai:
		chinese = "楷体"
	case style.Mono:
		latin = "Consolas"
	}
	return fmt.Sprintf(`<w:rFonts w:ascii="%s" w:eastAsia="%s" w:hAnsi="%s" w:cs="%s"/>`, latin, chinese, latin, latin)
}

func size(points float64) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, halves(points), halves(points))
}

// defaults writes the four fonts and three languages and the line breaking rules of Chinese text (ECMA-376 part 1, 17.3.1.16).
// Punctuation hangs over the margin by default (17.3.1.21); LibreOffice takes w:overflowPunct for its opposite, so it is not written.
func defaults(body style.Paragraph) string {
	return `<w:docDefaults><w:rPrDefault><w:rPr>` + fonts(body.Face) + `<w:kern w:val="2"/>` + size(body.Size) +
		`<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:kinsoku/>` +
		`<w:autoSpaceDE/><w:autoSpaceDN/></w:pPr></w:pPrDefault></w:docDefaults>`
}

// latent hides the many built-in styles that the house style does not use.
const latent = `<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376">` +
	`<w:lsdException w:name="Normal" w:semiHidden="0" w:uiPriority="0" w:unhideWhenUsed="0" w:qFormat="1"/>` +
	`<w:lsdException w:name="heading 1" w:semiHidden="0" w:uiPriority="9" w:unhideWhenUsed="0" w:qFormat="1"/></w:latentStyles>`

// builtInDefaults are the four styles that every document has. Normal stays plain: headers, tables and shapes derive from it.
func builtInDefaults(body style.Paragraph) string {
	hidden := `<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>`
	zero := `w:w="0" w:type="dxa"/>`
	return fmt.Sprintf(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/>%s<w:jc w:val="both"/></w:pPr></w:style>`, spacing(style.Paragraph{Pitch: body.Pitch})) +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>` + hidden + `</w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>` + hidden +
		`<w:tblPr><w:tblInd ` + zero + `<w:tblCellMar><w:top ` + zero + `<w:left w:w="108" w:type="dxa"/><w:bottom ` + zero + `<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>` + hidden + `</w:style>`
}

// spacing is exact, so that the font which a computer has does not move the page breaks.
func spacing(p style.Paragraph) string {
	s := "<w:spacing"
	if p.Before > 0 {
		s += fmt.Sprintf(` w:before="%d"`, twips(p.Before))
	}
	if p.After > 0 {
		s += fmt.Sprintf(` w:after="%d"`, twips(p.After))
	}
	return s + fmt.Sprintf(` w:line="%d" w:lineRule="exact"/>`, twips(p.Pitch))
}

// setting writes what style.Paragraph says, around further properties: early ones stand before the spacing
// (ECMA-376 part 1, 17.3.1.26 orders them), indent replaces the one of p.
type setting struct {
	p      style.Paragraph
	early  string
	indent string
	late   string // after jc
}

func (x setting) pPr() string {
	s := ""
	if x.p.KeepNext {
		s = "<w:keepNext/>"
	}
	return s + x.early + spacing(x.p) + x.indentation() + `<w:jc w:val="` + alignment(x.p) + `"/>` + x.late
}

func (x setting) indentation() string {
	switch {
	case x.indent != "":
		return x.indent
	case x.p.FirstIndent > 0:
		return fmt.Sprintf(`<w:ind w:firstLineChars="%d" w:firstLine="%d"/>`, int(x.p.FirstIndent*100), twips(x.p.FirstIndent*x.p.Size))
	case x.p.Left > 0:
		return fmt.Sprintf(`<w:ind w:left="%d"/>`, twips(x.p.Left))
	}
	return ""
}

func alignment(p style.Paragraph) string {
	switch {
	case p.Center:
		return "center"
	case p.Justify:
		return "both"
	}
	return "left"
}

func rPr(p style.Paragraph) string { return fonts(p.Face) + size(p.Size) }

func coloured(p style.Paragraph, colour string) string {
	return fonts(p.Face) + `<w:color w:val="` + colour + `"/>` + size(p.Size)
}
