package figure

import (
	"math"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// block is the text of a box, broken into lines that stand in the middle one below the other.
type block struct {
	lines         []TextLine // X and Y are set by place
	width, height float64
	forced        bool // a word was divided
}

// add puts a text below what is there.
func (b *block) add(r ruler, text string, l letters, width float64) {
	if strings.TrimSpace(text) == "" {
		return
	}
	w := r.wrap(text, l, width)
	for _, line := range w.lines {
		b.lines = append(b.lines, TextLine{Text: line, Width: r.width(line, l), Size: l.size, Pitch: l.pitch, Bold: l.bold, Colour: l.colour})
	}
	b.width = math.Max(b.width, w.width)
	b.height += float64(len(w.lines)) * l.pitch
	b.forced = b.forced || w.forced
}

// place sets the lines into the middle of an area.
func (b block) place(x, y, width, height float64) []TextLine {
	lines := make([]TextLine, len(b.lines))
	top := y + (height-b.height)/2
	for i, l := range b.lines {
		l.X, l.Y = x+width/2, baseOf(top, l)
		lines[i] = l
		top += l.Pitch
	}
	return lines
}

// baseOf is the base line of a line whose top is given.
func baseOf(top float64, l TextLine) float64 { return top + l.Pitch/2 + l.Size*style.FigureBase }

// names are the letters of names, notes those of notes and signs.
func names(s style.FigureSize) letters {
	return letters{size: s.Name, pitch: s.NamePitch, bold: true, colour: style.FigureText}
}

func notes(s style.FigureSize) letters {
	return letters{size: s.Note, pitch: s.NotePitch, colour: style.FigureSoftText}
}

// nodeBlock is the text of a node: the signs of its marks, its name, its note; the group where the figure does not show it
// in another way.
func (p *painter) nodeBlock(n doc.FigureNode, width float64, group bool) block {
	var b block
	look := lookOf(n)
	signs := notes(p.size)
	signs.colour = look.outline
	b.add(p.ruler, signsOf(n.Marks), signs, width)
	name, note := names(p.size), notes(p.size)
	if isFillIn(n.Text) {
		name.colour = style.FillColour
	}
	if isFillIn(n.Note) {
		note.colour = style.FillColour
	}
	b.add(p.ruler, n.Text, name, width)
	b.add(p.ruler, n.Note, note, width)
	if group {
		b.add(p.ruler, n.Group, note, width)
	}
	return b
}

// isFillIn tells whether a text says that a fact is still missing.
func isFillIn(text string) bool { return strings.Contains(text, "【待填写：") }

// nodeBox is the box of a node around its text.
func nodeBox(n doc.FigureNode, b block, shape Shape, x, y, w, h float64) Box {
	look := lookOf(n)
	return Box{
		Name: n.Text, Shape: shape, X: x, Y: y, W: w, H: h, Fill: look.fill, Stroke: look.outline, LineWidth: style.FigureStroke,
		Dashed: look.dashed, Text: b.place(x, y, w, h), Marks: n.Marks,
	}
}
