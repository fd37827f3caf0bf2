package docx

import (
	"fmt"
	"math"

	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// insets are the distances of text from the area that the outline of its shape leaves for it, in points.
type insets struct{ left, top, right, bottom float64 }

// shapeText writes lines that are broken already, one paragraph each, in the middle of the shape.
func (b *body) shapeText(lines []figure.TextLine, align string, in insets) {
	b.raw(`<wps:txbx><w:txbxContent>`)
	for _, l := range lines {
		b.shapeLine(l, align)
	}
	b.raw(`</w:txbxContent></wps:txbx>`)
	b.rawf(`<wps:bodyPr rot="0" wrap="square" lIns="%d" tIns="%d" rIns="%d" bIns="%d" anchor="ctr" anchorCtr="0"><a:noAutofit/></wps:bodyPr>`,
		emu(in.left), emu(in.top), emu(in.right), emu(in.bottom))
}

// shapeLine writes out only what is not as its style says: the letters of a large figure are smaller.
func (b *body) shapeLine(l figure.TextLine, align string) {
	house := style.FigureSizes()[0]
	p, size, pitch, colour := paragraph{style: wml.ShapeNote, align: align}, house.Note, house.NotePitch, style.FigureSoftText
	if l.Bold {
		p.style, size, pitch, colour = wml.ShapeText, house.Name, house.NamePitch, style.FigureText
	}
	if l.Pitch != pitch {
		p.spacing = fmt.Sprintf(`<w:spacing w:line="%d" w:lineRule="exact"/>`, twips(l.Pitch))
	}
	look := ""
	if eastAsian(l.Text) {
		look = `<w:rFonts w:hint="eastAsia"/>`
	}
	if l.Colour != colour {
		look += `<w:color w:val="` + l.Colour + `"/>`
	}
	if l.Size != size {
		n := int(math.Round(l.Size * 2))
		look += fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, n, n)
	}
	b.raw("<w:p><w:pPr>")
	b.properties(p, false)
	b.raw("</w:pPr><w:r>")
	if look != "" {
		b.raw("<w:rPr>" + look + "</w:rPr>")
	}
	b.words(l.Text)
	b.raw("</w:r></w:p>")
}

// textRoom is what a line of text needs beside its own width, as a part of it and in points: the fonts of another computer
// may be a little wider, and a line that is broken again would not be shown whole.
const textRoom, textRim = 0.02, 0.5

// textInsets gives the insets that put the text of a box where the picture has it, and whether it fits into the area that
// the outline leaves for text.
func textInsets(x figure.Box) (insets, bool) {
	area := textArea(x)
	height, half, middle := 0.0, 0.0, x.X+x.W/2
	for _, l := range x.Text {
		height += l.Pitch
		half = max(half, (l.Width*(1+textRoom)+textRim)/2)
		middle = l.X
	}
	// Text is set in the middle of what the insets leave, so the narrower side counts for both.
	side := min(middle-x.X-area.left, x.X+x.W-area.right-middle)
	level := min(x.H/2-area.top, x.H/2-area.bottom)
	in := insets{
		left:  max(0, middle-x.X-area.left-side),
		right: max(0, x.X+x.W-area.right-middle-side),
		top:   max(0, x.H/2-area.top-level), bottom: max(0, x.H/2-area.bottom-level),
	}
	return in, half <= side && height <= 2*level
}

// textArea is how far the rectangle for text of a preset is from the edges of its shape (presetShapeDefinitions.xml, which
// belongs to ECMA-376 part 1, 20.1.10.56).
func textArea(x figure.Box) insets {
	even := func(dx, dy float64) insets { return insets{dx, dy, dx, dy} }
	switch x.Shape {
	case figure.Rounded:
		return even(0.29289*x.Depth, 0.29289*x.Depth)
	case figure.Terminator:
		return even(x.W*1018/21600, x.H*3163/21600)
	case figure.Diamond:
		return even(x.W/4, x.H/4)
	case figure.Ellipse:
		return even(x.W*0.14645, x.H*0.14645)
	case figure.Pentagon:
		return insets{right: x.Depth / 2}
	case figure.Chevron:
		return even(x.Depth, 0)
	}
	return insets{}
}
