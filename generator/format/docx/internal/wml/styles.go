package wml

import "strconv"

// Style is the name of a style that the writer uses: English for a built-in one, Chinese for an own one. Word and WPS with
// a Chinese surface change the identifiers of built-in styles when they save a file (Heading1 becomes 1), but never the
// names, so a style is found in a reference by its name.
type Style string

// The paragraph styles. The names of built-in ones are those of Word's latent styles, see [MS-OE376] 2.1.241.
const (
	BodyText      Style = "Body Text"
	PlainTitle    Style = "居中标题"
	ListNext      Style = "List Continue"
	ListTask      Style = "勾选列表"
	Caption       Style = "caption"
	FigureCaption Style = "图题"
	Figure        Style = "图形"
	ShapeText     Style = "图形文字"
	ShapeNote     Style = "图形注释"
	NoteBox       Style = "注释"
	GuideBox      Style = "编写指引"
	TableText     Style = "表格正文"
	TableHead     Style = "表头"
	TableGap      Style = "表后间距"
	TOCTitle      Style = "TOC Heading"
	CoverCompany  Style = "封面公司"
	CoverTitle    Style = "封面标题"
	CoverLine     Style = "封面说明"
	CoverField    Style = "封面表项"
	CoverNotice   Style = "封面提示"
)

// The styles of comments. Word makes them when they are missing.
const (
	CommentText      Style = "annotation text"
	CommentReference Style = "annotation reference"
)

// The character styles.
const (
	Strong    Style = "Strong"
	Emphasis  Style = "Emphasis"
	Code      Style = "代码"
	Hyperlink Style = "Hyperlink"
	FillIn    Style = "待填写"
)

// The table styles.
const (
	HouseTable Style = "企业表格"
	FormTable  Style = "企业表单"
	CoverTable Style = "封面表格"
)

// Levels of the families of styles.
const (
	HeadingLevels = 4
	ListLevels    = 3
	TOCLevels     = 3
)

// Heading is the style of a heading of level 1 to [HeadingLevels].
func Heading(level int) Style { return Style("heading " + strconv.Itoa(level)) }

// Appendix is the style of an appendix (level 1) or of a heading inside one.
func Appendix(level int) Style {
	return [...]Style{"附录标题", "附录二级标题", "附录三级标题", "附录四级标题"}[level-1]
}

// Bullet is the style of an unordered item; levels count from 1 to [ListLevels].
func Bullet(level int) Style { return numbered("List Bullet", level) }

// Ordered is the style of an ordered item; levels count from 1 to [ListLevels].
func Ordered(level int) Style { return numbered("List Number", level) }

// TOC is the style of an entry of the contents, level 1 to [TOCLevels].
func TOC(level int) Style { return Style("toc " + strconv.Itoa(level)) }

func numbered(family string, level int) Style {
	if level == 1 {
		return Style(family)
	}
	return Style(family + " " + strconv.Itoa(level))
}

// Styles lists every style that a reference must hold.
func Styles() []Style {
	all := []Style{
		BodyText, PlainTitle, ListNext, ListTask, Caption, FigureCaption, Figure, ShapeText, ShapeNote, NoteBox, GuideBox, TableText, TableHead,
		TableGap, TOCTitle, CoverCompany, CoverTitle, CoverLine, CoverField, CoverNotice,
		Strong, Emphasis, Code, Hyperlink, FillIn, HouseTable, FormTable, CoverTable,
	}
	for level := 1; level <= HeadingLevels; level++ {
		all = append(all, Heading(level), Appendix(level))
	}
	for level := 1; level <= ListLevels; level++ {
		all = append(all, Bullet(level), Ordered(level), TOC(level))
	}
	return all
}
