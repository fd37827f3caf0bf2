// Package figure turns the data of a figure into something that can be printed: [Draw] gives a picture of shapes on a plane,
// [SVG] writes one as a file, [Table] gives the table that says all that a figure shows, which writers print where no
// picture can stand. The caption of the figure stays with the writer.
package figure

import (
	"errors"
	"fmt"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// Measure gives the width of a text in one line, in points; (*font.Set).FigureWidth is one.
type Measure func(text string, size float64, bold bool) float64

// ErrTooLarge tells that a figure does not fit on a page even with the smallest letters; writers print its [Table] then.
var ErrTooLarge = errors.New("the figure does not fit on a page")

// Room is the space that a picture may take.
type Room struct{ Width, Height float64 }

// PageRoom is the room on a page with a caption below the picture. All writers ask for it, so that a figure is the same in
// all formats.
func PageRoom(landscape bool) Room {
	caption := style.House().Caption
	below := caption.Before + caption.Pitch
	if landscape {
		return Room{style.LandscapeTextWidth, style.PageWidth - style.MarginTop - style.MarginBot - below}
	}
	return Room{style.TextWidth, style.PageHeight - style.MarginTop - style.MarginBot - below}
}

// Draw turns a figure that has passed [doc.Finish] into a picture as wide as the room. The same figure, room and widths give
// the same picture. The error is [ErrTooLarge], or tells a kind that is not known.
func Draw(f *doc.Figure, room Room, measure Measure) (*Picture, error) {
	for _, size := range style.FigureSizes() {
		p := &painter{ruler: ruler{measure}, figure: f, room: room, size: size}
		p.pic = &Picture{Kind: f.Kind, Title: f.Title, Alt: f.Alt, Width: room.Width}
		fits, err := p.paint()
		if err != nil {
			return nil, fmt.Errorf("draw figure %s: %w", f.Title, err)
		}
		if fits && p.pic.Height <= room.Height {
			return p.pic, nil
		}
	}
	return nil, ErrTooLarge
}

// painter makes one picture with letters of one size.
type painter struct {
	ruler
	figure *doc.Figure
	room   Room
	size   style.FigureSize
	pic    *Picture
}

// paint fills the picture; false when there is not enough room.
func (p *painter) paint() (bool, error) {
	switch p.figure.Kind {
	case doc.Flow:
		if p.isBranched() {
			return p.steps(), nil
		}
		return p.chain(), nil
	case doc.Organisation:
		return p.tree(), nil
	case doc.ProcessMap:
		return p.processMap(), nil
	case doc.Trend:
		return p.chart(), nil
	}
	return false, fmt.Errorf("kind %q is not known", p.figure.Kind)
}

// label writes a line whose top is at y.
func (p *painter) label(text string, l letters, x, y float64, align Align) {
	t := TextLine{Text: text, X: x, Width: p.width(text, l), Size: l.size, Pitch: l.pitch, Bold: l.bold, Colour: l.colour}
	t.Y = baseOf(y, t)
	p.pic.Labels = append(p.pic.Labels, Label{t, align})
}

// connect draws a connector through points.
func (p *painter) connect(arrow bool, points ...Point) {
	p.pic.Lines = append(p.pic.Lines, Line{Points: points, Colour: style.FigureConnector, LineWidth: style.FigureLine, Arrow: arrow})
}

// linkNotes writes the links below the picture, for kinds that have no arrows of their own: 采购 → 生产：合格材料.
func (p *painter) linkNotes(y float64) float64 {
	byID := map[string]string{}
	for _, n := range p.figure.Nodes {
		byID[n.ID] = n.Text
	}
	l := notes(p.size)
	for i, link := range p.figure.Links {
		if i == 0 {
			y += legendGap
		}
		text := byID[link.From] + " → " + byID[link.To]
		if link.Text != "" {
			text += "：" + link.Text
		}
		for _, line := range p.wrap(text, l, p.room.Width).lines {
			p.label(line, l, p.room.Width/2, y, Middle)
			y += l.pitch
		}
	}
	return y
}
