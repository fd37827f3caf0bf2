package opc

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

const (
	relsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"
	xmlHeader     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// Relationship leads from a part to another one or to an address outside (ECMA-376 part 2, 9.3).
type Relationship struct {
	ID       string `xml:"Id,attr"`
	Type     string `xml:"Type,attr"`
	Target   string `xml:"Target,attr"`
	External bool   `xml:"-"`
	Mode     string `xml:"TargetMode,attr"`
}

// Part is the name of the part that the relationship of the part source leads to; empty when it leads outside.
func (r Relationship) Part(source string) string {
	if r.External {
		return ""
	}
	if strings.HasPrefix(r.Target, "/") {
		return r.Target[1:]
	}
	return path.Join(path.Dir(source), r.Target)
}

// RelsName is the name of the part that holds the relationships of a part; "" stands for the container itself.
func RelsName(name string) string {
	if name == "" {
		return "_rels/.rels"
	}
	return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
}

// Relationships reads the relationships of a part; there are none when it has no relationships part.
func (p *Package) Relationships(name string) ([]Relationship, error) {
	if !p.Has(RelsName(name)) {
		return nil, nil
	}
	text, err := p.Get(RelsName(name))
	if err != nil {
		return nil, err
	}
	return ParseRelationships(text)
}

// ParseRelationships reads the text of a relationships part.
func ParseRelationships(text string) ([]Relationship, error) {
	var x struct {
		Items []Relationship `xml:"Relationship"`
	}
	if err := xml.Unmarshal([]byte(text), &x); err != nil {
		return nil, fmt.Errorf("read relationships: %w", err)
	}
	for i := range x.Items {
		x.Items[i].External = x.Items[i].Mode == "External"
	}
	return x.Items, nil
}

// SetRelationships replaces all relationships of a part.
func (p *Package) SetRelationships(name string, rels []Relationship) {
	var b strings.Builder
	b.WriteString(xmlHeader + `<Relationships xmlns="` + relsNamespace + `">`)
	for _, r := range rels {
		b.WriteString(`<Relationship Id="` + attr(r.ID) + `" Type="` + attr(r.Type) + `" Target="` + attr(r.Target) + `"`)
		if r.External {
			b.WriteString(` TargetMode="External"`)
		}
		b.WriteString("/>")
	}
	b.WriteString("</Relationships>")
	p.Set(RelsName(name), b.String())
}

// attr escapes an attribute value; the encoder's errors are those of its writer, and a Builder has none.
func attr(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}

// Prune drops the parts that no chain of relationships reaches, with their content types.
func (p *Package) Prune() error {
	reached := map[string]bool{ContentTypes: true}
	if err := p.reach("", reached); err != nil {
		return err
	}
	for _, name := range p.Names() {
		if !reached[name] {
			if err := p.Drop(name); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Package) reach(source string, reached map[string]bool) error {
	rels, err := p.Relationships(source)
	if err != nil {
		return err
	}
	reached[RelsName(source)] = true
	for _, r := range rels {
		if name := r.Part(source); name != "" && !reached[name] {
			reached[name] = true
			if err := p.reach(name, reached); err != nil {
				return err
			}
		}
	}
	return nil
}
