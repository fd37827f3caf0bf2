// Package templates holds the document templates, the list of forms and the house reference of the DOCX writer.
package templates

import "embed"

// FS has the templates below zh. Names that start with _ are partials.
//
//go:embed all:zh
var FS embed.FS
