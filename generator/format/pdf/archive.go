package pdf

import (
	"bytes"
	_ "embed"
	"encoding/xml"
	"fmt"
	"strings"

	"qmsdraft/generator/doc"
)

// What makes a file PDF/A-1b (ISO 19005-1) beside embedded fonts, device-independent colour and the absence of
// transparency: the same information in XMP (6.7) and a profile that says what red, green and blue are (6.2.2).

// sRGB is an ICC profile of version 2 with the measures of IEC 61966-2-1. TestColourProfile holds how it is made.
//
//go:embed srgb.icc
var sRGB string

// producer is the program that writes the files, as the information names it.
const producer = "qmsdraft (go-pdf/fpdf)"

// archiveObjects is how many objects PDF/A takes: metadata and colour profile.
const archiveObjects = 2

// archive gives these objects. They are not compressed: the standard forbids it for the one, the other is small.
func archive(m doc.Meta) [archiveObjects][]byte {
	return [archiveObjects][]byte{
		plainStream("/Type/Metadata/Subtype/XML", metadata(m)),
		plainStream("/N 3", sRGB),
	}
}

func plainStream(entries, data string) []byte {
	return fmt.Appendf(nil, "<<%s/Length %d>>stream\n%s\nendstream", entries, len(data), data)
}

// outputIntent is the entry of the catalog for the colour profile.
func outputIntent(profile int) string {
	return fmt.Sprintf("/OutputIntents [<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]\n", profile)
}

// metadata is the XMP packet. What the document information says must stand here in the same words (ISO 19005-1, 6.7.3).
func metadata(m doc.Meta) string {
	var b strings.Builder
	b.WriteString(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>` + language + "</rdf:li></rdf:Bag></dc:language>\n")
	property(&b, `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`, m.Title)
	property(&b, `<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, m.Company)
	property(&b, `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`, m.Number)
	property(&b, `<xmp:CreatorTool>%s</xmp:CreatorTool>`, m.Generator)
	property(&b, `<pdf:Producer>%s</pdf:Producer>`, producer)
	if !m.Created.IsZero() {
		date := m.Created.UTC().Format("2006-01-02T15:04:05Z")
		property(&b, `<xmp:CreateDate>%s</xmp:CreateDate>`, date)
		property(&b, `<xmp:ModifyDate>%s</xmp:ModifyDate>`, date)
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.String()
}

// property writes an element with a value; none for an empty value, which the document information leaves out, too.
func property(b *strings.Builder, form, value string) {
	if value == "" {
		return
	}
	var escaped bytes.Buffer
	// Writing to memory does not fail.
	_ = xml.EscapeText(&escaped, []byte(value))
	fmt.Fprintf(b, form+"\n", escaped.String())
}
