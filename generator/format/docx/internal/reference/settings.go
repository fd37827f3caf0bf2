package reference

import (
	"strings"

	"qmsdraft/generator/format/docx/internal/wml"
)

// settings opens a file without compatibility mode and without any question: no updateFields, no protection.
// Punctuation is not squeezed: LibreOffice cannot, and where Word did, the page numbers of the contents would not hold there.
// The order of the elements is that of ECMA-376 part 1, 17.15.1.78.
func settings() string {
	var b strings.Builder
	b.WriteString(wml.Header + `<w:settings xmlns:w="` + wml.MainNamespace + `"><w:zoom w:percent="100"/>` +
		`<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>` +
		`<w:drawingGridVerticalSpacing w:val="156"/><w:displayHorizontalDrawingGridEvery w:val="0"/><w:displayVerticalDrawingGridEvery w:val="2"/>` +
		`<w:characterSpacingControl w:val="doNotCompress"/><w:compat>`)
	for _, name := range []string{"spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
		"doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout"} {
		b.WriteString("<w:" + name + "/>")
	}
	for _, s := range [][2]string{{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"}, {"enableOpenTypeFeatures", "1"},
		{"doNotFlipMirrorIndents", "1"}, {"differentiateMultirowTableHeaders", "1"}, {"useWord2013TrackBottomHyphenation", "0"}} {
		b.WriteString(`<w:compatSetting w:name="` + s[0] + `" w:uri="http://schemas.microsoft.com/office/word" w:val="` + s[1] + `"/>`)
	}
	b.WriteString(`</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>` +
		`<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3"` +
		` w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>` +
		`<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`)
	return b.String()
}

// fontTable gives the Chinese fonts their English names, by which Linux and older programs find them.
func fontTable() string {
	var b strings.Builder
	b.WriteString(wml.Header + `<w:fonts xmlns:w="` + wml.MainNamespace + `">`)
	for _, f := range []struct{ name, other, panose, charset, family, pitch string }{
		{"宋体", "SimSun", "02010600030101010101", "86", "auto", "variable"},
		{"黑体", "SimHei", "02010609060101010101", "86", "modern", "fixed"},
		{"楷体", "KaiTi", "02010609060101010101", "86", "modern", "fixed"},
		{"Times New Roman", "", "02020603050405020304", "00", "roman", "variable"},
		{"Arial", "", "020B0604020202020204", "00", "swiss", "variable"},
		{"Consolas", "", "020B0609020204030204", "00", "modern", "fixed"},
	} {
		b.WriteString(`<w:font w:name="` + f.name + `">`)
		if f.other != "" {
			b.WriteString(`<w:altName w:val="` + f.other + `"/>`)
		}
		b.WriteString(`<w:panose1 w:val="` + f.panose + `"/><w:charset w:val="` + f.charset + `"/><w:family w:val="` + f.family + `"/><w:pitch w:val="` + f.pitch + `"/></w:font>`)
	}
	b.WriteString("</w:fonts>")
	return b.String()
}
