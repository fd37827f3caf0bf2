// Package docx writes a document tree as a DOCX for Word, WPS and LibreOffice.
//
// Start at [Write]. A reference DOCX gives styles, numbering, page header and page settings (reference.go); the blocks
// become the XML of the body (one file per construct: paragraph.go, heading.go, list.go, table.go …); the library
// nguyenthenguyen/docx puts body, header and footer into the reference (compose.go); what the library cannot do is done on
// its result (finish.go); and the result is checked before anybody gets it (check.go). Page numbers of the contents and
// widths of table columns come from package layout, so that the DOCX and the PDF break alike.
package docx

import (
	"fmt"
	"io"
	"strings"

	"qmsdraft/generator/doc"
)

//go:generate go run ./internal/reference/write.go ../../../templates/docx/reference.docx

// Options are the choices that a user has. The zero value is the house style.
type Options struct {
	// Reference is a DOCX whose styles, page header and page settings are used; nil for the house reference.
	Reference []byte
	// Comments makes comments by 编写指引 of the notes for the editor; they are no part of the text then.
	Comments bool
	// Watermark is drawn across every page, behind the text; empty for none.
	Watermark string
}

// Write writes the document. The same document and options give the same bytes; calls may run at the same time. It fails
// when the reference lacks something (the error says what, in Chinese), when the tree holds an unknown kind, and when the
// result would not be a sound DOCX.
func Write(w io.Writer, d *doc.Document, o Options) error {
	ref, err := openReference(o.Reference)
	if err != nil {
		return fmt.Errorf("DOCX 参考文档不能使用：%w", err)
	}
	mark := strings.TrimSpace(o.Watermark)
	if mark != "" {
		ref = ref.marked()
	}
	guidance := comments{at: map[doc.Block][]*doc.Note{}}
	if o.Comments {
		if err := guidance.gather(d.Blocks); err != nil {
			return fmt.Errorf("%s：%w", d.Meta.Title, err)
		}
		d = doc.WithoutGuidance(d)
	}
	m, err := measure(d)
	if err != nil {
		return fmt.Errorf("lay out %s: %w", d.Meta.ID, err)
	}
	b := newBody(ref, m, d)
	b.comments = guidance
	if err := b.document(); err != nil {
		return fmt.Errorf("write body of %s: %w", d.Meta.ID, err)
	}
	composed, content, err := compose(ref, string(b.out), d.Meta)
	if err != nil {
		return fmt.Errorf("put body into reference: %w", err)
	}
	p, err := finish(composed, ref, b, d.Meta)
	if err != nil {
		return fmt.Errorf("finish %s: %w", d.Meta.ID, err)
	}
	if mark != "" {
		if err := addWatermark(p, mark); err != nil {
			return fmt.Errorf("draw watermark of %s: %w", d.Meta.ID, err)
		}
	}
	if err := check(p, ref, content, d.Meta); err != nil {
		return fmt.Errorf("check %s: %w", d.Meta.ID, err)
	}
	data, err := p.Bytes()
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
