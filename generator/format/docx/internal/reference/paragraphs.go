package reference

import (
	"fmt"

	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// addHeadings links every heading style to its level of the numbering; numbering.go links back.
func addHeadings(s *sheet, house style.Styles) {
	for i, p := range []style.Paragraph{house.Heading1, house.Heading2, house.Heading3, house.Heading4} {
		level := i + 1
		s.add(definition{
			kind: "paragraph", id: fmt.Sprintf("Heading%d", level), name: wml.Heading(level), basedOn: "Normal", next: "BodyText",
			priority: 9, quick: true, builtIn: true, rPr: rPr(p),
			pPr: setting{p: p, early: "<w:keepLines/>" + numPr(i, headingNum), late: fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, i)}.pPr(),
		})
	}
	s.add(definition{
		kind: "paragraph", id: "PlainTitle", name: wml.PlainTitle, basedOn: "Heading1", next: "BodyText", priority: 9, quick: true,
		pPr: setting{p: house.Title, early: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`}.pPr(), rPr: rPr(house.Title),
	})
	for i := range wml.HeadingLevels {
		level := i + 1
		s.add(definition{
			kind: "paragraph", id: appendixID(level), name: wml.Appendix(level), basedOn: fmt.Sprintf("Heading%d", level),
			next: "BodyText", priority: 9, quick: level == 1, pPr: numPr(i, appendixNum),
		})
	}
}

func appendixID(level int) string {
	if level == 1 {
		return "AppendixHeading"
	}
	return fmt.Sprintf("AppendixHeading%d", level)
}

func numPr(level, num int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, num)
}

// addRunning adds running text, lists and notes.
func addRunning(s *sheet, house style.Styles) {
	s.add(definition{kind: "paragraph", id: "BodyText", name: wml.BodyText, basedOn: "Normal", priority: 1, quick: true, builtIn: true,
		pPr: setting{p: house.Body}.pPr(), rPr: rPr(house.Body)})
	for i := range wml.ListLevels {
		suffix := ""
		if i > 0 {
			suffix = fmt.Sprint(i + 1)
		}
		for _, l := range []struct {
			id   string
			name wml.Style
			num  int
		}{{"ListBullet", wml.Bullet(i + 1), bulletNum}, {"ListNumber", wml.Ordered(i + 1), orderedNum}} {
			s.add(definition{kind: "paragraph", id: l.id + suffix, name: l.name, basedOn: "Normal", priority: 2, quick: true, builtIn: true,
				pPr: setting{p: house.ListItem, early: numPr(i, l.num)}.pPr(), rPr: rPr(house.ListItem)})
		}
	}
	s.add(definition{kind: "paragraph", id: "ListContinue", name: wml.ListNext, basedOn: "Normal", priority: 2, builtIn: true,
		pPr: setting{p: house.ListItem, indent: fmt.Sprintf(`<w:ind w:left="%d"/>`, twips(style.ListMarker+style.OrderedHang))}.pPr(), rPr: rPr(house.ListItem)})
	s.add(definition{kind: "paragraph", id: "ListTask", name: wml.ListTask, basedOn: "Normal", priority: 2,
		pPr: setting{p: house.ListItem, indent: hanging(style.ListMarker+style.TaskHang, style.TaskHang)}.pPr(), rPr: rPr(house.ListItem)})
	addNote(s, house, "NoteBox", wml.NoteBox, style.NoteBar, style.NoteShade)
	addNote(s, house, "GuideBox", wml.GuideBox, style.GuideBar, style.GuideShade)
}

func hanging(left, hang float64) string {
	return fmt.Sprintf(`<w:ind w:left="%d" w:hanging="%d"/>`, twips(left), twips(hang))
}

// addNote takes contextualSpacing so that only the first and the last paragraph of a note keep a distance.
func addNote(s *sheet, house style.Styles, id string, name wml.Style, barColour, shade string) {
	p := house.NoteText
	p.Before, p.After = style.NoteSpace, style.NoteSpace
	bar := fmt.Sprintf(`<w:pBdr><w:left w:val="single" w:sz="%d" w:space="%d" w:color="%s"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="%s"/>`,
		eighths(style.NoteBarWidth), style.NoteBarGap, barColour, shade)
	s.add(definition{kind: "paragraph", id: id, name: name, basedOn: "Normal", priority: 5, quick: true,
		pPr: setting{p: p, early: bar, indent: fmt.Sprintf(`<w:ind w:left="%d"/><w:contextualSpacing/>`, twips(p.Left))}.pPr(), rPr: rPr(p)})
}

// addTables adds the paragraphs in and around tables and figures.
func addTables(s *sheet, house style.Styles) {
	s.add(definition{kind: "paragraph", id: "TableText", name: wml.TableText, basedOn: "Normal", priority: 4, quick: true,
		pPr: setting{p: house.TableText}.pPr(), rPr: rPr(house.TableText)})
	s.add(definition{kind: "paragraph", id: "TableHead", name: wml.TableHead, basedOn: "TableText", priority: 4, quick: true,
		pPr: setting{p: house.TableHead}.pPr(), rPr: rPr(house.TableHead)})
	s.add(definition{kind: "paragraph", id: "TableGap", name: wml.TableGap, basedOn: "Normal", priority: 98,
		pPr: setting{p: style.Paragraph{Pitch: style.TableAfter - frameRoom}}.pPr(), rPr: size(1)})
	s.add(definition{kind: "paragraph", id: "Caption", name: wml.Caption, basedOn: "Normal", next: "BodyText", priority: 35, quick: true, builtIn: true,
		pPr: setting{p: house.Caption}.pPr(), rPr: rPr(house.Caption)})
	below := house.Caption
	below.KeepNext, below.After = false, below.After+style.CaptionBelow
	s.add(definition{kind: "paragraph", id: "FigureCaption", name: wml.FigureCaption, basedOn: "Caption", next: "BodyText", priority: 35, quick: true,
		pPr: `<w:keepNext w:val="0"/>` + setting{p: below}.pPr()})
	// A shape in a paragraph of exact pitch is cut off, so this one grows with its content.
	s.add(definition{kind: "paragraph", id: "Figure", name: wml.Figure, basedOn: "Normal", next: "FigureCaption", priority: 3, quick: true,
		pPr: fmt.Sprintf(`<w:keepNext/><w:spacing w:before="%d" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, twips(style.FigureBefore))})
	figure := style.FigureSizes()[0]
	name := style.Paragraph{Face: style.FigureBoldFace, Size: figure.Name, Pitch: figure.NamePitch, Center: true}
	s.add(definition{kind: "paragraph", id: "ShapeText", name: wml.ShapeText, basedOn: "Normal", priority: 4, pPr: setting{p: name}.pPr(), rPr: coloured(name, style.FigureText)})
	note := style.Paragraph{Face: style.FigureFace, Size: figure.Note, Pitch: figure.NotePitch, Center: true}
	s.add(definition{kind: "paragraph", id: "ShapeNote", name: wml.ShapeNote, basedOn: "ShapeText", priority: 4, pPr: setting{p: note}.pPr(), rPr: coloured(note, style.FigureSoftText)})
}

// addContents adds the contents; the page numbers stand at a right tab with a dotted leader.
func addContents(s *sheet, house style.Styles) {
	s.add(definition{kind: "paragraph", id: "TOCHeading", name: wml.TOCTitle, basedOn: "Normal", next: "Normal", priority: 39, builtIn: true,
		pPr: setting{p: house.TOCTitle, early: "<w:keepNext/>"}.pPr(), rPr: rPr(house.TOCTitle)})
	tab := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, twips(style.TextWidth))
	for i, p := range []style.Paragraph{house.TOC1, house.TOC2, house.TOC3} {
		s.add(definition{kind: "paragraph", id: fmt.Sprintf("TOC%d", i+1), name: wml.TOC(i + 1), basedOn: "Normal", next: "Normal",
			priority: 39, builtIn: true, pPr: setting{p: p, early: tab}.pPr(), rPr: rPr(p)})
	}
}

// addCover adds the cover.
func addCover(s *sheet, house style.Styles) {
	company, title, notice := house.CoverCompany, house.CoverTitle, house.CoverNotice
	company.Before, title.Before, title.After = style.CoverCompanyBefore, style.CoverTitleBefore, style.CoverTitleAfter
	add := func(id string, name wml.Style, p style.Paragraph, early, rPr string) {
		s.add(definition{kind: "paragraph", id: id, name: name, basedOn: "Normal", priority: 20, pPr: setting{p: p, early: early}.pPr(), rPr: rPr})
	}
	rule := `<w:pBdr><w:%s w:val="%s" w:sz="%d" w:space="%d" w:color="` + style.AccentColour + `"/></w:pBdr>`
	add("CoverCompany", wml.CoverCompany, company, fmt.Sprintf(rule, "bottom", "thickThinSmallGap", 24, style.CoverRuleGap), rPr(company))
	add("CoverTitle", wml.CoverTitle, title, "", coloured(title, style.AccentColour))
	add("CoverLine", wml.CoverLine, house.CoverLine, "", rPr(house.CoverLine))
	add("CoverField", wml.CoverField, style.Paragraph{Pitch: 18}, "", size(12))
	add("CoverNotice", wml.CoverNotice, notice, fmt.Sprintf(rule, "top", "single", 6, style.CoverNoticeGap), rPr(notice))
}

// addFurniture adds header and footer.
func addFurniture(s *sheet, house style.Styles) {
	s.add(definition{kind: "paragraph", id: "Header", name: "header", basedOn: "Normal", priority: 99, builtIn: true,
		pPr: setting{p: house.HeaderText}.pPr(), rPr: rPr(house.HeaderText)})
	title := house.HeaderText
	title.Face, title.Size, title.Pitch, title.Center = style.Hei, style.HeaderTitleSize, 14, true
	s.add(definition{kind: "paragraph", id: "HeaderTitle", name: "页眉文件名称", basedOn: "Header", priority: 99, pPr: setting{p: title}.pPr(), rPr: rPr(title)})
	s.add(definition{kind: "paragraph", id: "HeaderEnd", name: "页眉末行", basedOn: "Header", priority: 99, pPr: setting{p: style.Paragraph{Pitch: 1}}.pPr(), rPr: size(1)})
	s.add(definition{kind: "paragraph", id: "Footer", name: "footer", basedOn: "Normal", priority: 99, builtIn: true,
		pPr: setting{p: house.FooterText}.pPr(), rPr: rPr(house.FooterText)})
}

// addCharacters adds the character styles and those of comments.
func addCharacters(s *sheet, house style.Styles) {
	add := func(id string, name wml.Style, priority int, builtIn bool, rPr string) {
		s.add(definition{kind: "character", id: id, name: name, priority: priority, quick: priority < 30, builtIn: builtIn, rPr: rPr})
	}
	add("Strong", wml.Strong, 22, true, fonts(style.Hei)+"<w:b/><w:bCs/>")
	add("Emphasis", wml.Emphasis, 20, true, fonts(style.Kai))
	add("CodeChar", wml.Code, 23, false, fonts(style.Mono))
	add("Hyperlink", wml.Hyperlink, 99, true, `<w:color w:val="`+style.LinkColour+`"/><w:u w:val="single"/>`)
	add("FillIn", wml.FillIn, 6, false, `<w:color w:val="`+style.FillColour+`"/><w:shd w:val="clear" w:color="auto" w:fill="`+style.FillShade+`"/>`)
	add("CommentReference", "annotation reference", 99, true, size(house.Body.Size*style.CodeSizeRatio))
	s.add(definition{kind: "paragraph", id: "CommentText", name: "annotation text", basedOn: "Normal", priority: 99, builtIn: true,
		pPr: `<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>`, rPr: size(10.5)})
}
