package md

import (
	"errors"
	"fmt"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/font"
)

// figure writes a figure as an image whose file stands beside the document, or as a table where no file can be put or the
// picture would be larger than a page; the caption stands below.
func (p *printer) figure(f *doc.Figure, indent string) {
	if !p.image(f, indent) {
		p.table(figure.Table(f), indent)
	}
	if f.Title != "" {
		p.begin(indent)
		p.caption(f.Label(), []doc.Inline{doc.Text(f.Title)}, indent)
	}
}

// image draws a figure and tells whether that could be done.
func (p *printer) image(f *doc.Figure, indent string) bool {
	if p.asset == nil {
		return false
	}
	picture, err := figure.Draw(f, figure.PageRoom(p.wide), font.Default().FigureWidth)
	if err != nil {
		if !errors.Is(err, figure.ErrTooLarge) {
			p.err = err
		}
		return false
	}
	name := fmt.Sprintf("图%d.svg", f.Number)
	if f.Number == 0 {
		p.untitled++
		name = fmt.Sprintf("插图%d.svg", p.untitled)
	}
	file, err := p.asset(name, figure.SVG(picture))
	if err != nil {
		p.err = fmt.Errorf("put %s beside the document: %w", name, err)
		return false
	}
	alt := strings.Join(strings.Fields(f.Alt), " ")
	if alt == "" {
		alt = f.Title
	}
	p.lines(indent, "!["+p.inline([]doc.Inline{doc.Text(alt)}, inLink)+"]("+fileLink(file)+")")
	return true
}

// fileLink is the name of a file as the target of a link: what ends a target, or is no part of a path, is written as %XX
// (CommonMark 6.3, RFC 3986 section 3.3).
func fileLink(name string) string {
	var b strings.Builder
	for i := range len(name) {
		if c := name[i]; c <= ' ' || c == 0x7f || strings.IndexByte(`%()<>\"#?:[]*_`+"`&", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
