// Package wml holds the words of WordprocessingML (ECMA-376 part 1) that the DOCX writer and the generator of the house
// reference share: namespaces, part types, names of styles, placeholders and the escaping of text.
package wml

import (
	"strings"
	"unicode/utf8"
)

// Header is the XML declaration of every part.
const Header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// MainNamespace is the namespace with the prefix w.
const MainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// Prefix is a namespace with the prefix that the program's XML uses for it.
type Prefix struct{ Name, URI string }

// Prefixes lists the namespaces that must be declared at the root of document.xml, in the order in which they are written.
// The drawing namespaces are there for groups of shapes; a, pic and c are declared where they are used.
func Prefixes() []Prefix {
	return []Prefix{
		{"w", MainNamespace},
		{"r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
		{"mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
		{"wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
		{"wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
		{"wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"},
		{"w14", "http://schemas.microsoft.com/office/word/2010/wordml"},
		{"w15", "http://schemas.microsoft.com/office/word/2012/wordml"},
		{"wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"},
	}
}

// Ignorable lists the prefixes that a reader may skip when it does not know them (ECMA-376 part 3, 7.2).
const Ignorable = "w14 w15 wp14"

// Declarations are the attributes of a root element that uses all of [Prefixes].
func Declarations() string {
	var b strings.Builder
	for _, p := range Prefixes() {
		b.WriteString(`xmlns:` + p.Name + `="` + p.URI + `" `)
	}
	b.WriteString(`mc:Ignorable="` + Ignorable + `"`)
	return b.String()
}

// Relationship types and content types, to be completed by the kind of the part.
const (
	RelationshipBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	TypeBase         = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// Types of the parts for the properties of a file.
const (
	CoreType     = "application/vnd.openxmlformats-package.core-properties+xml"
	CoreRelation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	AppType      = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
	AppRelation  = RelationshipBase + "extended-properties"
	CustomType   = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
	CustomRel    = RelationshipBase + "custom-properties"
)

// Placeholders of a reference. Body, Cover and Wide stand alone in a paragraph of the section whose setting is used for
// running text, for the cover and for landscape pages; the others stand in headers and footers.
const (
	Body    = "{{正文}}"
	Cover   = "{{封面}}"
	Wide    = "{{横向页}}"
	Company = "{{公司名称}}"
	Kind    = "{{文件类别}}"
	Title   = "{{文件名称}}"
	Number  = "{{文件编号}}"
	Version = "{{版本}}"
	Footer  = "{{页脚}}"
)

// Escape makes text safe in element content and in attribute values between double quotes. Characters that XML 1.0 does not
// allow become U+FFFD; tabs and line ends must be taken out before, as a reader would normalise them.
func Escape(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case !allowed(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain tells whether s can be written as it is.
func plain(s string) bool {
	for i, r := range s {
		if r == '&' || r == '<' || r == '>' || r == '"' || !allowed(r) {
			return false
		}
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return false
		}
	}
	return true
}

// allowed is the production Char of XML 1.0 (2.2); a Go string holds no surrogates.
func allowed(r rune) bool {
	return r >= 0x20 && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}
