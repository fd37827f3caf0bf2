package reference

import (
	"fmt"
	"strings"

	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// header is the table at the top of every page but the cover: company, kind and title of the document on the left, its
// number, version and the page on the right. A header must end in a paragraph, which is one point high.
func header(width float64) string {
	cols := []int{twips(width) - twips(style.HeaderLabelWidth) - twips(style.HeaderValueWidth), twips(style.HeaderLabelWidth), twips(style.HeaderValueWidth)}
	var b strings.Builder
	b.WriteString(wml.Header + `<w:hdr ` + wml.Declarations() + `><w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>`)
	fmt.Fprintf(&b, `<w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`, cols[0]+cols[1]+cols[2])
	b.WriteString(`<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>` +
		`<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, c := range cols {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, c)
	}
	b.WriteString("</w:tblGrid>")
	page := run("第 ") + field("PAGE") + run(" 页 共 ") + field("NUMPAGES") + run(" 页")
	company := run(wml.Company + "　" + wml.Kind)
	headerRow(&b, cols, "", paragraph("Header", "center", company), "文件编号", run(wml.Number))
	headerRow(&b, cols, `<w:vMerge w:val="restart"/>`, paragraph("HeaderTitle", "", run(wml.Title)), "版本/修改", run(wml.Version))
	headerRow(&b, cols, `<w:vMerge/>`, paragraph("HeaderTitle", "", ""), "页　　次", page)
	b.WriteString(`</w:tbl>` + paragraph("HeaderEnd", "", "") + `</w:hdr>`)
	return b.String()
}

func headerRow(b *strings.Builder, cols []int, merge, left, label, value string) {
	fmt.Fprintf(b, `<w:tr><w:trPr><w:trHeight w:val="%d" w:hRule="atLeast"/></w:trPr>`, twips(style.HeaderRow))
	for i, content := range []string{left, paragraph("Header", "center", run(label)), paragraph("Header", "center", value)} {
		m := ""
		if i == 0 {
			m = merge
		}
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr>%s</w:tc>`, cols[i], m, content)
	}
	b.WriteString("</w:tr>")
}

func footer() string {
	return wml.Header + `<w:ftr ` + wml.Declarations() + `>` + paragraph("Footer", "", run(wml.Footer)) + `</w:ftr>`
}

func paragraph(style, align, content string) string {
	if align != "" {
		align = `<w:jc w:val="` + align + `"/>`
	}
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + align + `</w:pPr>` + content + `</w:p>`
}

func run(text string) string {
	return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// field takes five runs: WPS does not show a field that stands in one.
func field(instruction string) string {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return char("begin") + `<w:r><w:instrText xml:space="preserve"> ` + instruction + ` </w:instrText></w:r>` + char("separate") +
		`<w:r><w:t>1</w:t></w:r>` + char("end")
}
