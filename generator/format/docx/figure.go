package docx

import (
	"errors"
	"math"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// figure writes the picture of a figure as shapes that can be edited, a trend as a chart, with the caption below. A figure
// that is too large for a page is written as the table that says the same.
func (b *body) figure(f *doc.Figure) error {
	picture, err := b.picture(f)
	if errors.Is(err, figure.ErrTooLarge) {
		return b.figureTable(f)
	}
	if err != nil {
		return err
	}
	titled := f.Label() != ""
	err = b.wrap(paragraph{style: wml.Figure}, func() error {
		if picture.Chart != nil {
			b.chart(picture)
		} else {
			b.group(picture, figure.Table(f))
		}
		return nil
	})
	if err != nil || !titled {
		return err
	}
	return b.figureCaption(f)
}

// picture draws a figure no wider than the page of a customer's reference.
func (b *body) picture(f *doc.Figure) (*figure.Picture, error) {
	room := figure.PageRoom(b.sections.open == landscape)
	room.Width = min(room.Width, float64(b.width())/style.TwipsPerPoint)
	return figure.Draw(f, room, b.page.fonts.FigureWidth)
}

func (b *body) figureTable(f *doc.Figure) error {
	titled := f.Label() != ""
	if err := b.table(figure.Table(f), tableLook{style: wml.HouseTable, keepNext: titled, gap: !titled}); err != nil || !titled {
		return err
	}
	return b.figureCaption(f)
}

func (b *body) figureCaption(f *doc.Figure) error {
	return b.caption(wml.FigureCaption, "图", f.Number, []doc.Inline{doc.Text(f.Title)})
}

const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/"

// frameOf writes a drawing that stands in the text like a letter (ECMA-376 part 1, 20.4.2.8). kind is the uri of its content.
func (b *body) frameOf(p *figure.Picture, kind string, content func()) {
	b.rawf(`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/>`, emu(p.Width), emu(p.Height))
	b.rawf(`<wp:docPr id="%d" name="%s" descr="%s"/><wp:cNvGraphicFramePr/>`, b.drawing(), wml.Escape(singleLine(p.Title)), wml.Escape(singleLine(p.Alt)))
	b.raw(`<a:graphic xmlns:a="` + drawingNamespace + `main"><a:graphicData uri="` + kind + `">`)
	content()
	b.raw(`</a:graphicData></a:graphic></wp:inline></w:drawing>`)
}

// drawing is the next identifier of a drawing or a shape; Word calls a file damaged in which one occurs twice.
func (b *body) drawing() int {
	b.drawings++
	return b.drawings
}

// emu converts points to English metric units, those of DrawingML.
func emu(points float64) int { return int(math.Round(points * 12700)) }
