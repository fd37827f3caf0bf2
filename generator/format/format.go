// Package format is the table of the formats in which a document can be written.
//
// A format is one package below this one and one line in [All]; nothing else names formats.
package format

import (
	"io"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx"
	"qmsdraft/generator/format/md"
	"qmsdraft/generator/format/pdf"
)

// Options is what a user can choose about the output. The zero value is the house style. A format ignores what has no
// meaning for it.
type Options struct {
	Guide     Guide  // what becomes of the notes for the editor
	Reference []byte // the customer's own reference.docx; nil for the house's
	Watermark string // across every page of formats that have pages; empty for none
	// Asset puts a file beside the document, for formats that consist of several, and gives the name by which the document
	// calls it; name is unique in the document. When it is nil, such a format writes everything into the one file.
	Asset func(name string, data []byte) (file string, err error)
}

// Guide is what becomes of the notes for whoever edits a document ([doc.Guide]). The text of a document is the same in all
// formats, whichever is chosen.
type Guide int

// The choices.
const (
	GuideText     Guide = iota // boxes in the text, in all formats
	GuideComments              // comments in the DOCX, nothing in other formats
	GuideNone                  // nothing
)

// Guides lists the words for the choices, as in --guide, in their order.
func Guides() []string { return []string{"text", "comments", "none"} }

// Text is the document with no more guidance than belongs to its text.
func (o Options) Text(d *doc.Document) *doc.Document {
	if o.Guide == GuideText {
		return d
	}
	return doc.WithoutGuidance(d)
}

// Format is one way to write a document.
type Format struct {
	Name      string // as in --format: docx
	Extension string // of files, with the dot
	Title     string // for people: Word 文档
	// Write writes a finished document. The same document and options give the same bytes.
	Write func(io.Writer, *doc.Document, Options) error
}

// All is the table of formats.
func All() []Format {
	return []Format{
		{"md", ".md", "Markdown 文本", func(w io.Writer, d *doc.Document, o Options) error {
			return md.Write(w, o.Text(d), md.Options{Asset: o.Asset})
		}},
		{"docx", ".docx", "Word 文档", func(w io.Writer, d *doc.Document, o Options) error {
			if o.Guide == GuideNone {
				d = o.Text(d)
			}
			return docx.Write(w, d, docx.Options{Reference: o.Reference, Comments: o.Guide == GuideComments, Watermark: o.Watermark})
		}},
		{"pdf", ".pdf", "PDF 文档", func(w io.Writer, d *doc.Document, o Options) error {
			return pdf.Write(w, o.Text(d), pdf.Options{Watermark: o.Watermark})
		}},
	}
}

// ByName finds a format by its name; false when there is none.
func ByName(name string) (Format, bool) {
	for _, f := range All() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
