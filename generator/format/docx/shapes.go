package docx

import (
	"fmt"
	"math"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

const groupKind = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"

// group writes a picture as a group of shapes ([MS-DOCX] 2.9, wpg and wps), each of which can be edited. Programs that do
// not know such groups show the text of the figure instead. The choice stands inside the run, so that the fallback is
// content of a run, too.
func (b *body) group(p *figure.Picture, table *doc.Table) {
	b.raw(`<w:r><mc:AlternateContent><mc:Choice Requires="wpg">`)
	b.frameOf(p, groupKind, func() {
		size := fmt.Sprintf(`="0" y="0"/><a:ext cx="%d" cy="%d"/>`, emu(p.Width), emu(p.Height))
		b.raw(`<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x` + size + strings.NewReplacer("a:ext", "a:chExt").Replace(`<a:chOff x`+size) + `</a:xfrm></wpg:grpSpPr>`)
		b.shapes(p)
		b.raw(`</wpg:wgp>`)
	})
	b.raw(`</mc:Choice><mc:Fallback>`)
	b.plainRows(table)
	b.raw(`</mc:Fallback></mc:AlternateContent></w:r>`)
}

// shapes writes what lies below first.
func (b *body) shapes(p *figure.Picture) {
	for _, x := range p.Panels {
		b.box(x)
	}
	for _, x := range p.Lines {
		b.line(x)
	}
	for _, x := range p.Boxes {
		b.box(x)
	}
	for _, x := range p.Labels {
		b.label(x, p.Width)
	}
}

// plainRows writes the rows of a table as lines, as content of a run.
func (b *body) plainRows(t *doc.Table) {
	for i, row := range t.Rows {
		var cells []string
		for _, c := range row.Cells {
			if text := oneLine(c.Text); text != "" {
				cells = append(cells, text)
			}
		}
		if i > 0 {
			b.raw("<w:br/>")
		}
		b.words(strings.Join(cells, "　"))
	}
}

// presets are the outlines of DrawingML that are meant by the shapes (ECMA-376 part 1, 20.1.10.56).
var presets = map[figure.Shape]string{
	figure.Rectangle: "rect", figure.Rounded: "roundRect", figure.Terminator: "flowChartTerminator", figure.Diamond: "diamond",
	figure.Ellipse: "ellipse", figure.Pentagon: "homePlate", figure.Chevron: "chevron",
}

// box writes a shape with its text. Where the text does not fit into the area that the outline leaves for text (of a diamond
// the middle quarter), it is a shape of its own on top, without outline: nothing may be broken anew or cut off.
func (b *body) box(x figure.Box) {
	name := x.Name
	if name == "" {
		name = "图框"
	}
	in, inside := textInsets(x)
	b.openShape(name, "<wps:cNvSpPr/>", frame(x.X, x.Y, x.W, x.H, ""), preset(x))
	b.raw(fill(x.Fill) + stroke(x.Stroke, x.LineWidth, x.Dashed, "") + `</wps:spPr>`)
	if inside = inside && len(x.Text) > 0; inside {
		b.shapeText(x.Text, "", in)
	} else {
		b.raw(`<wps:bodyPr/>`)
	}
	b.raw(`</wps:wsp>`)
	if len(x.Text) > 0 && !inside {
		b.floating(name, x.Text, "", x.X, x.Y, x.W, x.H)
	}
}

// floating writes text without an outline around it.
func (b *body) floating(name string, text []figure.TextLine, align string, x, y, w, h float64) {
	b.openShape(name, `<wps:cNvSpPr txBox="1"/>`, frame(x, y, w, h, ""), `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
	b.raw(fill("") + stroke("", 0, false, "") + `</wps:spPr>`)
	b.shapeText(text, align, insets{})
	b.raw(`</wps:wsp>`)
}

// labelRoom is kept beside a label, as a part of its width: fonts of other computers may be wider.
const labelRoom = 0.05

// label writes a line of text that belongs to no box.
func (b *body) label(l figure.Label, width float64) {
	left, right := l.X, width-l.X // to the edges of the picture
	w := l.Width*(1+labelRoom) + 2
	x, align := 0.0, ""
	switch l.Align {
	case figure.Start:
		w, align = max(l.Width, min(w, right)), "left"
		x = l.X
	case figure.End:
		w, align = max(l.Width, min(w, left)), "right"
		x = l.X - w
	default:
		w = max(l.Width, min(w, 2*left, 2*right))
		x = l.X - w/2
	}
	top := l.Y - l.Pitch/2 - l.Size*style.FigureBase
	// A line that is higher than its box is not shown at all.
	b.floating(l.Text, []figure.TextLine{l.TextLine}, align, x, top-1, w, l.Pitch+2)
}

// line writes a straight connector for each piece; one shape with bends would bend elsewhere when it is moved.
func (b *body) line(l figure.Line) {
	for i := 1; i < len(l.Points); i++ {
		from, to := l.Points[i-1], l.Points[i]
		flip := ""
		if to.X < from.X {
			flip += ` flipH="1"`
		}
		if to.Y < from.Y {
			flip += ` flipV="1"`
		}
		b.openShape("连线", "<wps:cNvCnPr/>", frame(min(from.X, to.X), min(from.Y, to.Y), math.Abs(to.X-from.X), math.Abs(to.Y-from.Y), flip),
			`<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>`)
		head := ""
		if l.Arrow && i == len(l.Points)-1 {
			head = `<a:tailEnd type="triangle" w="med" len="med"/>`
		}
		b.raw(stroke(l.Colour, l.LineWidth, l.Dashed, head) + `</wps:spPr><wps:bodyPr/></wps:wsp>`)
	}
}

func (b *body) openShape(name, kind, frame, geometry string) {
	b.rawf(`<wps:wsp><wps:cNvPr id="%d" name="%s"/>%s<wps:spPr>%s%s`, b.drawing(), wml.Escape(singleLine(name)), kind, frame, geometry)
}

func frame(x, y, w, h float64, flip string) string {
	return fmt.Sprintf(`<a:xfrm%s><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`, flip, emu(x), emu(y), emu(w), emu(h))
}

// preset is the outline with its adjustments, in hundred thousandths of the shorter side.
func preset(x figure.Box) string {
	guide := ""
	switch x.Shape {
	case figure.Rounded, figure.Pentagon, figure.Chevron:
		guide = fmt.Sprintf(`<a:gd name="adj" fmla="val %d"/>`, int(math.Round(x.Depth/min(x.W, x.H)*100000)))
	}
	if guide == "" {
		return `<a:prstGeom prst="` + presets[x.Shape] + `"><a:avLst/></a:prstGeom>`
	}
	return `<a:prstGeom prst="` + presets[x.Shape] + `"><a:avLst>` + guide + `</a:avLst></a:prstGeom>`
}

func fill(colour string) string {
	if colour == "" {
		return "<a:noFill/>"
	}
	return `<a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill>`
}

// stroke is a:ln (20.1.2.2.24); without a colour nothing is drawn.
func stroke(colour string, width float64, dashed bool, head string) string {
	if colour == "" {
		return "<a:ln><a:noFill/></a:ln>"
	}
	dash := ""
	if dashed {
		dash = `<a:prstDash val="dash"/>`
	}
	return fmt.Sprintf(`<a:ln w="%d">%s%s<a:round/>%s</a:ln>`, emu(width), fill(colour), dash, head)
}
