package opc

import (
	"fmt"
	"regexp"
	"strings"
)

// ContentTypes is the name of the part that gives every part its type (ECMA-376 part 2, 10.1.2.2).
const ContentTypes = "[Content_Types].xml"

// SetType makes sure that the part has the content type, by an Override. Done twice it changes nothing.
// It fails when [Content_Types].xml is missing or has no end.
func (p *Package) SetType(name, contentType string) error {
	types, err := p.Get(ContentTypes)
	if err != nil {
		return err
	}
	entry := `<Override PartName="/` + name + `" ContentType="` + contentType + `"/>`
	if old := override(name).FindString(types); old != "" {
		p.Set(ContentTypes, strings.Replace(types, old, entry, 1))
		return nil
	}
	if !strings.Contains(types, "</Types>") {
		return fmt.Errorf("%s has no </Types>", ContentTypes)
	}
	p.Set(ContentTypes, strings.Replace(types, "</Types>", entry+"</Types>", 1))
	return nil
}

// SetDefault makes sure that parts with the extension have the content type unless an Override says otherwise. Done twice it
// changes nothing. It fails when [Content_Types].xml is missing or has no root.
func (p *Package) SetDefault(extension, contentType string) error {
	types, err := p.Get(ContentTypes)
	if err != nil {
		return err
	}
	if strings.Contains(strings.ToLower(types), `extension="`+strings.ToLower(extension)+`"`) {
		return nil
	}
	root := typesRoot.FindStringIndex(types)
	if root == nil {
		return fmt.Errorf("%s has no <Types>", ContentTypes)
	}
	p.Set(ContentTypes, types[:root[1]]+`<Default Extension="`+extension+`" ContentType="`+contentType+`"/>`+types[root[1]:])
	return nil
}

// Drop removes a part together with its content type and its own relationships.
func (p *Package) Drop(name string) error {
	p.Remove(name)
	p.Remove(RelsName(name))
	types, err := p.Get(ContentTypes)
	if err != nil {
		return err
	}
	p.Set(ContentTypes, override(name).ReplaceAllString(types, ""))
	return nil
}

var typesRoot = regexp.MustCompile(`<Types\b[^>]*[^/>]>`)

func override(name string) *regexp.Regexp {
	return regexp.MustCompile(`<Override\b[^>]*PartName="/` + regexp.QuoteMeta(name) + `"[^>]*/>`)
}
