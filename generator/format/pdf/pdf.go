// Package pdf writes a document tree as PDF.
//
// Package layout sets the pages; this package draws them. go-pdf/fpdf is the container only: it makes pages, links, the
// outline and the document information. Its own way of setting text is not used, because it loses Chinese characters at
// line ends, panics above U+FFFF and draws missing glyphs as boxes in silence. Text is drawn by content streams made here,
// under the names of fpdf's core fonts, and [finish] puts cut, embedded fonts in their place. Start at [Write].
package pdf

import (
	"errors"
	"fmt"
	"io"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/layout"
)

// Options is what can be chosen. The zero value is the house style.
type Options struct {
	Watermark string // drawn across every page, under the text; empty for none
}

// Write writes a finished document (see [doc.Finish]) as PDF/A-1b with embedded fonts, outline, links and tags. The same
// document gives the same bytes. A character that no embedded font has is an error that names it and its place; nothing is
// written then. Source: ISO 19005-1:2005 on the ground of PDF 1.4; clauses of PDF are cited after ISO 32000-1.
func Write(w io.Writer, d *doc.Document, o Options) error {
	pages, err := layout.Compose(d, font.Default())
	if err != nil {
		return fmt.Errorf("set pages: %w", err)
	}
	if err := missing(d, pages.Missing); err != nil {
		return err
	}
	mark, err := newWatermark(o.Watermark, font.Default())
	if err != nil {
		return err
	}
	out, err := render(d, pages, mark)
	if err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	_, err = w.Write(out)
	return err
}

// mostTold is how many missing characters a message names.
const mostTold = 5

// missing tells which characters cannot be printed, and where they stand.
func missing(d *doc.Document, all []layout.Missing) error {
	if len(all) == 0 {
		return nil
	}
	var told []error
	for _, m := range all[:min(len(all), mostTold)] {
		place := "文件开头"
		if m.Heading != "" {
			place = "「" + m.Heading + "」"
		}
		told = append(told, fmt.Errorf("《%s》%s：字符 U+%04X（%c）在内置字体中没有，无法印出；所在文字：%s。请改用其他字符", d.Meta.Title, place, m.Rune, m.Rune, m.Text))
	}
	if more := len(all) - len(told); more > 0 {
		told = append(told, fmt.Errorf("《%s》另有 %d 处字符无法印出", d.Meta.Title, more))
	}
	return errors.Join(told...)
}
