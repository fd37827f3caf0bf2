package docx

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"qmsdraft/generator/font"
	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/style"
)

// What Word itself writes for 设计 → 水印: a WordArt called PowerPlusWaterMarkObject in every page header, so that the menu
// finds and removes it (ECMA-376 part 4, 19.1; [MS-OI29500] 2.1.1734).

const (
	headerType    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
	headerContent = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
	blankHeader   = "word/headerWatermark.xml"
	blankRelation = "rIdWatermark"
)

// marked is the reference with a blank page header wherever a section has none, such as that of the cover: a watermark
// needs one.
func (ref *reference) marked() *reference {
	out := *ref
	for i := range out.sections {
		s := &out.sections[i]
		kinds := []string{"default"}
		if strings.Contains(s.xml, "<w:titlePg") {
			kinds = append(kinds, "first")
		}
		for _, kind := range kinds {
			s.xml = withHeader(s.xml, kind)
		}
	}
	out.relations = append(slices.Clone(ref.relations), opc.Relationship{ID: blankRelation, Type: headerType, Target: strings.TrimPrefix(blankHeader, "word/")})
	return &out
}

// withHeader gives a section a blank header of a kind unless it has one. References come first in a section (17.6.17).
func withHeader(section, kind string) string {
	for _, tag := range strings.Split(section, "<") {
		if strings.HasPrefix(tag, "w:headerReference") && strings.Contains(tag, `w:type="`+kind+`"`) {
			return section
		}
	}
	open := strings.Index(section, ">") + 1
	return section[:open] + fmt.Sprintf(`<w:headerReference w:type="%s" r:id="%s"/>`, kind, blankRelation) + section[open:]
}

// addWatermark draws a text across every page, behind the text, in all headers of a document.
func addWatermark(p *opc.Package, text string) error {
	p.Set(blankHeader, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+
		`<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+lowParagraph("")+`</w:hdr>`)
	if err := p.SetType(blankHeader, headerContent); err != nil {
		return err
	}
	rels, err := p.Relationships(mainPart)
	if err != nil {
		return err
	}
	number := 0
	for _, r := range rels {
		if !strings.HasSuffix(r.Type, "/header") {
			continue
		}
		name := r.Part(mainPart)
		part, err := p.Get(name)
		if err != nil {
			return err
		}
		number++
		p.Set(name, withMark(part, wordArt(text, number)))
	}
	return nil
}

// withMark puts a run into the last paragraph of a header, or into a new one that takes no room.
func withMark(header, run string) string {
	const end, paragraph = "</w:hdr>", "</w:p>"
	content, _, _ := strings.Cut(header, end)
	content = strings.TrimRight(content, " \r\n\t")
	if before, ok := strings.CutSuffix(content, paragraph); ok {
		return before + run + paragraph + end
	}
	return content + lowParagraph(run) + end
}

// lowParagraph is a paragraph one point high.
func lowParagraph(run string) string {
	return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>` + run + `</w:p>`
}

// wordArt is a run with the text along a line that rises by 45 degrees through the middle of the page.
func wordArt(text string, number int) string {
	text = strings.Join(strings.Fields(text), " ")
	ems := font.Default().Width(style.Hei, true, 1, text)
	size := math.Min(style.WatermarkSize, style.PageWidth*style.WatermarkShare*math.Sqrt2/(ems+1))
	return `<w:r><w:rPr><w:noProof/></w:rPr><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">` +
		`<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>` +
		`<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>` +
		`<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>` +
		`<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>` +
		`<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>` +
		`<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>` +
		fmt.Sprintf(`<v:shape id="PowerPlusWaterMarkObject%d" o:spid="_x0000_s%d" type="#_x0000_t136" alt="" `, number, 2048+number) +
		fmt.Sprintf(`style="position:absolute;margin-left:0;margin-top:0;width:%.1fpt;height:%.1fpt;rotation:315;z-index:-251658752;`, ems*size, size) +
		`mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page" ` +
		fmt.Sprintf(`o:allowincell="f" fillcolor="#%[1]x%[1]x%[1]x" stroked="f">`, style.WatermarkGrey) +
		`<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt;font-weight:bold" string="` + attribute(text) + `"/></v:shape></w:pict></w:r>`
}

// attribute writes a text into an attribute in quotation marks.
func attribute(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
