package reference

import (
	"fmt"
	"strings"

	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// The numberings of the house style. The writer finds them through the styles that use them.
const (
	headingNum  = 1
	bulletNum   = 2
	orderedNum  = 3
	appendixNum = 4
)

// levels is how many levels every numbering of Word has.
const levels = 9

// level is one level of a numbering (ECMA-376 part 1, 17.9.6).
type level struct {
	format, style, text string
	tab                 bool // whether a tab leads from number to text; otherwise nothing does
	left, hang, size    float64
	eastAsia            bool // number set in the Chinese font alone
}

func numbering() string {
	var b strings.Builder
	b.WriteString(wml.Header + `<w:numbering xmlns:w="` + wml.MainNamespace + `">`)
	abstract(&b, headingNum, "multilevel", headingLevel)
	abstract(&b, bulletNum, "hybridMultilevel", bulletLevel)
	abstract(&b, orderedNum, "hybridMultilevel", orderedLevel)
	abstract(&b, appendixNum, "multilevel", appendixLevel)
	for i := headingNum; i <= appendixNum; i++ {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, i, i)
	}
	b.WriteString("</w:numbering>")
	return b.String()
}

func abstract(b *strings.Builder, id int, kind string, at func(int) level) {
	fmt.Fprintf(b, `<w:abstractNum w:abstractNumId="%d"><w:nsid w:val="51A0000%d"/><w:multiLevelType w:val="%s"/><w:tmpl w:val="51B0000%d"/>`, id, id, kind, id)
	for i := range levels {
		at(i).write(b, i)
	}
	b.WriteString("</w:abstractNum>")
}

func (l level) write(b *strings.Builder, i int) {
	fmt.Fprintf(b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>`, i, l.format)
	if l.style != "" {
		fmt.Fprintf(b, `<w:pStyle w:val="%s"/>`, l.style)
	}
	fonts := `<w:rFonts w:hint="eastAsia"/>`
	if l.eastAsia {
		fonts = `<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/>`
	}
	if l.size > 0 {
		fonts += size(l.size)
	}
	indent := `<w:ind w:left="0" w:firstLine="0"/>`
	if l.tab {
		indent = fmt.Sprintf(`<w:tabs><w:tab w:val="num" w:pos="%d"/></w:tabs>`, twips(l.left)) + hanging(l.left, l.hang)
	} else {
		b.WriteString(`<w:suff w:val="nothing"/>`)
	}
	fmt.Fprintf(b, `<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:lvl>`, l.text, indent, fonts)
}

// headingLevel ends in a full-width blank, as GB/T 1.1 sets headings; Word's own contents then read like the written ones.
func headingLevel(i int) level {
	parts := make([]string, i+1)
	for j := range parts {
		parts[j] = fmt.Sprintf("%%%d", j+1)
	}
	l := level{format: "decimal", text: strings.Join(parts, ".") + "　"}
	if i < wml.HeadingLevels {
		l.style = fmt.Sprintf("Heading%d", i+1)
	}
	return l
}

func appendixLevel(i int) level {
	l := headingLevel(i)
	l.style = ""
	if i == 0 {
		l.format, l.text = "upperLetter", "附录%1　"
	}
	if i < wml.HeadingLevels {
		l.style = appendixID(i + 1)
	}
	return l
}

// bulletLevel takes Unicode signs of a Chinese font: Symbol and Wingdings are missing on Linux and in mobile WPS.
func bulletLevel(i int) level {
	left := float64(style.ListMarker + i*style.ListStep + style.BulletHang)
	return level{
		format: "bullet", style: listID("ListBullet", i), text: [...]string{style.Bullet0, style.Bullet1, style.Bullet2}[i%wml.ListLevels],
		tab: true, left: left, hang: style.BulletHang, size: style.BulletSize, eastAsia: true,
	}
}

func orderedLevel(i int) level {
	number := fmt.Sprintf("%%%d", i+1)
	l := level{format: "decimal", style: listID("ListNumber", i), tab: true, hang: style.OrderedHang}
	l.left = float64(style.ListMarker + i*style.ListStep + style.OrderedHang)
	switch i % wml.ListLevels {
	case 0:
		l.text = strings.Replace(style.Ordered0, "%d", number, 1)
	case 1:
		l.text = strings.Replace(style.Ordered1, "%d", number, 1)
	default:
		l.format, l.text = "decimalEnclosedCircle", number
	}
	return l
}

func listID(family string, i int) string {
	switch {
	case i == 0:
		return family
	case i < wml.ListLevels:
		return fmt.Sprintf("%s%d", family, i+1)
	}
	return ""
}
