package reference

import (
	"fmt"
	"strings"

	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// document shows one sample of every style in three sections; whoever restyles the file sees what he does. The writer takes
// the section settings and throws the rest away.
func document() string {
	var b strings.Builder
	b.WriteString(wml.Header + `<w:document ` + wml.Declarations() + `><w:body>`)
	for _, s := range [][2]string{{"CoverCompany", "企业名称"}, {"CoverTitle", "文件名称"}, {"CoverLine", "封面说明"}} {
		b.WriteString(paragraph(s[0], "", run(s[1])))
	}
	b.WriteString(sampleTable("CoverTable", "CoverField", "文件编号", "编号"))
	b.WriteString(paragraph("CoverNotice", "", run("封面提示")))
	b.WriteString(ending(wml.Cover, section(false, "")))
	b.WriteString(bodySamples())
	b.WriteString(ending(wml.Body, section(false, references("rId5", "rId6"))))
	b.WriteString(paragraph("BodyText", "", run(wml.Wide)))
	b.WriteString(section(true, references("rId7", "rId8")) + `</w:body></w:document>`)
	return b.String()
}

func bodySamples() string {
	var b strings.Builder
	for _, s := range [][2]string{
		{"TOCHeading", "目　　录"}, {"TOC1", "一级目录"}, {"TOC2", "二级目录"}, {"TOC3", "三级目录"},
		{"PlainTitle", "不编号的居中标题"}, {"Heading1", "一级标题"}, {"Heading2", "二级标题"}, {"Heading3", "三级标题"}, {"Heading4", "四级标题"},
		{"BodyText", "正文：页面、字体、字号、行距、颜色都可以在样式里改，样式名称请保持不变。"},
		{"ListBullet", "一级项目"}, {"ListBullet2", "二级项目"}, {"ListBullet3", "三级项目"},
		{"ListNumber", "一级编号"}, {"ListNumber2", "二级编号"}, {"ListNumber3", "三级编号"},
		{"ListContinue", "列表续段"}, {"ListTask", "☐　勾选列表"}, {"NoteBox", "注：注释"}, {"GuideBox", "编写指引"}, {"Caption", "表 1　表题"},
	} {
		b.WriteString(paragraph(s[0], "", run(s[1])))
	}
	b.WriteString(sampleTable("HouseTable", "TableHead", "表头", "表头") + paragraph("TableGap", "", ""))
	b.WriteString(sampleTable("FormTable", "TableText", "表单", "内容") + paragraph("TableGap", "", ""))
	b.WriteString(paragraph("Figure", "", run("图形")) + paragraph("ShapeText", "", run("图形文字")) + paragraph("ShapeNote", "", run("图形注释")) + paragraph("FigureCaption", "", run("图 1　图题")))
	b.WriteString(paragraph("BodyText", "", styled("Strong", "加粗")+styled("Emphasis", "强调")+styled("CodeChar", "代码")+styled("Hyperlink", "链接")+styled("FillIn", "待填写")))
	for i := range wml.HeadingLevels {
		b.WriteString(paragraph(appendixID(i+1), "", run("附录标题")))
	}
	return b.String()
}

func styled(id, text string) string {
	return `<w:r><w:rPr><w:rStyle w:val="` + id + `"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>` + text + `</w:t></w:r>`
}

func sampleTable(id, text string, cells ...string) string {
	width := twips(style.CoverFieldsWidth) / len(cells)
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`, id, width*len(cells))
	b.WriteString(`<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	b.WriteString(strings.Repeat(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, width), len(cells)) + `</w:tblGrid><w:tr>`)
	for _, c := range cells {
		fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, width, paragraph(text, "", run(c)))
	}
	return b.String() + `</w:tr></w:tbl>`
}

// ending is the last paragraph of a section, which carries the section's setting.
func ending(text, section string) string {
	return `<w:p><w:pPr><w:pStyle w:val="BodyText"/>` + section + `</w:pPr>` + run(text) + `</w:p>`
}

func references(header, footer string) string {
	return `<w:headerReference w:type="default" r:id="` + header + `"/><w:footerReference w:type="default" r:id="` + footer + `"/>`
}

// section writes docGrid without a type: with type lines LibreOffice snaps 22 pt lines to a grid of 31 pt.
func section(landscape bool, furniture string) string {
	width, height, orient := twips(style.PageWidth), twips(style.PageHeight), ""
	if landscape {
		width, height, orient = height, width, ` w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr>%s<w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d"%s/>`, furniture, width, height, orient) +
		fmt.Sprintf(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
			twips(style.MarginTop), twips(style.MarginRight), twips(style.MarginBot), twips(style.MarginLeft), twips(style.HeaderTop), twips(style.FooterBot)) +
		`<w:cols w:space="425"/><w:docGrid w:linePitch="312"/></w:sectPr>`
}
