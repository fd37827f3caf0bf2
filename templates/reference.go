package templates

import _ "embed" // the house reference

//go:embed docx/reference.docx
var reference string

// Reference is the house reference: the DOCX with styles, numbering and page header from which every DOCX is made.
// The caller may change the copy that it gets.
func Reference() []byte { return []byte(reference) }
