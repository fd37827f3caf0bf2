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
	Reference []byte // the customer's own reference.docx; nil for the house's
	// Asset puts a file beside the document, for formats that consist of several, and gives the name by which the document
	// calls it; name is unique in the document. When it is nil, such a format writes everything into the one file.
	Asset func(name string, data []byte) (file string, err error)
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
			return md.Write(w, d, md.Options{Asset: o.Asset})
		}},
		{"docx", ".docx", "Word 文档", func(w io.Writer, d *doc.Document, o Options) error {
			return docx.Write(w, d, docx.Options{Reference: o.Reference})
		}},
		{"pdf", ".pdf", "PDF 文档", func(w io.Writer, d *doc.Document, _ Options) error { return pdf.Write(w, d, pdf.Options{}) }},
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
