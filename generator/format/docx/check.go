package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
)

// check finds what would make Word say that a file is damaged, before anybody gets the file: parts that are not well-formed,
// identifiers that occur twice, and references to what is not there. Its errors are mistakes of the program or of a
// reference, never of a profile.
func check(p *opc.Package, ref *reference, content string, meta doc.Meta) error {
	if err := checkRelationships(p); err != nil {
		return err
	}
	for _, name := range p.Names() {
		if name == mainPart || !strings.HasSuffix(name, ".xml") || ref.sound[name] {
			continue
		}
		text, err := p.Get(name)
		if err != nil {
			return err
		}
		if err := errors.Join(checkPart(name, text, meta), checkUses(p, name, text)); err != nil {
			return fmt.Errorf("part %s: %w", name, err)
		}
	}
	if err := checkContent(p, ref, content); err != nil {
		return fmt.Errorf("part %s: %w", mainPart, err)
	}
	return nil
}

// checkPart wants a well-formed part and, in a header or footer, no placeholder that was left over.
func checkPart(name, text string, meta doc.Meta) error {
	if err := wellFormed(text); err != nil {
		return err
	}
	base := path.Base(name)
	if !strings.HasPrefix(base, "header") && !strings.HasPrefix(base, "footer") || valuesHold(meta, "{{") {
		return nil
	}
	if left := placeholder.FindString(text); left != "" {
		return fmt.Errorf("placeholder %s is left", left)
	}
	return nil
}

// checkUses wants that every relationship which a part names is there: a picture of a header, the workbook of a chart.
func checkUses(p *opc.Package, name, text string) error {
	rels, err := p.Relationships(name)
	if err != nil {
		return err
	}
	for _, m := range usedRelation.FindAllStringSubmatch(text, -1) {
		if !slices.ContainsFunc(rels, func(r opc.Relationship) bool { return r.ID == m[1] }) {
			return fmt.Errorf("relationship %s is referred to but not there", m[1])
		}
	}
	return nil
}

var usedRelation = regexp.MustCompile(`\br:(?:id|embed|link|pict)="([^"]+)"`)

// valuesHold tells whether the user's own values hold a text that looks like a placeholder.
func valuesHold(meta doc.Meta, text string) bool {
	return strings.Contains(meta.Company+meta.Kind+meta.Title+meta.Number+meta.Version+meta.Footer, text)
}

func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// checkRelationships wants that every relationship leads to a part and every part has a content type.
func checkRelationships(p *opc.Package) error {
	types, err := p.Get(opc.ContentTypes)
	if err != nil {
		return err
	}
	for _, name := range p.Names() {
		if name != opc.ContentTypes && !strings.Contains(types, `PartName="/`+name+`"`) &&
			!strings.Contains(strings.ToLower(types), `extension="`+strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))+`"`) {
			return fmt.Errorf("part %s has no content type", name)
		}
		if err := checkTargets(p, name); err != nil {
			return err
		}
	}
	return checkTargets(p, "")
}

func checkTargets(p *opc.Package, source string) error {
	rels, err := p.Relationships(source)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, r := range rels {
		if seen[r.ID] {
			return fmt.Errorf("relationship %s of %q occurs twice", r.ID, source)
		}
		seen[r.ID] = true
		if !r.External && !p.Has(r.Part(source)) {
			return fmt.Errorf("relationship %s of %q leads to %s, which is missing", r.ID, source, r.Part(source))
		}
	}
	return nil
}

// checker reads document.xml once.
type checker struct {
	known  map[string]bool // what may be referred to: "style:Heading1", "num:3", "rel:rId1", "bookmark:_Toc1"
	wanted map[string]bool
	unique map[string]bool // "bookmark id 7", "control 12", "drawing 3"
	open   map[string]bool // bookmarks without an end
	errs   []error
}

func checkContent(p *opc.Package, ref *reference, content string) error {
	c := checker{known: map[string]bool{"num:0": true}, wanted: map[string]bool{}, unique: map[string]bool{}, open: map[string]bool{}}
	for _, id := range ref.styles {
		c.known["style:"+id] = true
	}
	numbers, err := p.Get(numberingPart)
	if err != nil {
		return err
	}
	for _, m := range numElement.FindAllStringSubmatch(numbers, -1) {
		c.known["num:"+m[1]] = true
	}
	rels, err := p.Relationships(mainPart)
	if err != nil {
		return err
	}
	for _, r := range rels {
		c.known["rel:"+r.ID] = true
	}
	if p.Has(commentsPart) {
		remarks, err := p.Get(commentsPart)
		if err != nil {
			return err
		}
		for _, m := range commentID.FindAllStringSubmatch(remarks, -1) {
			c.once("comment " + m[1])
			c.known["comment:"+m[1]] = true
		}
	}
	return c.read(content)
}

func (c *checker) read(content string) error {
	control := false // inside w:sdtPr: only there w:id is the identifier of a control
	err := scan(content, func(t tag) {
		if t.name == "w:sdtPr" {
			control = t.start
		}
		if t.start {
			c.element(t, control)
		}
	}, func(s string) {
		if _, target, found := strings.Cut(s, "PAGEREF "); found {
			c.wanted["bookmark:"+strings.Fields(target)[0]] = true
		}
	})
	if err != nil {
		return err
	}
	return c.result()
}

func (c *checker) element(t tag, control bool) {
	switch t.name {
	case "w:pStyle", "w:rStyle", "w:tblStyle":
		c.wanted["style:"+t.attribute("w:val")] = true
	case "w:numId":
		c.wanted["num:"+t.attribute("w:val")] = true
	case "w:bookmarkStart":
		id, name := t.attribute("w:id"), t.attribute("w:name")
		c.once("bookmark id " + id)
		c.once("bookmark " + name)
		c.known["bookmark:"+name] = true
		c.open[id] = true
	case "w:bookmarkEnd":
		id := t.attribute("w:id")
		if !c.open[id] {
			c.errs = append(c.errs, fmt.Errorf("bookmark id %s ends without a start", id))
		}
		delete(c.open, id)
	case "w:commentReference":
		id := t.attribute("w:id")
		c.once("place of comment " + id)
		c.wanted["comment:"+id] = true
	case "w:id":
		if control {
			c.once("control " + t.attribute("w:val"))
		}
	case "wp:docPr", "wps:cNvPr", "pic:cNvPr":
		c.once("drawing " + t.attribute("id"))
	case "w:hyperlink", "w:headerReference", "w:footerReference", "a:blip", "c:chart":
		c.references(t)
	}
}

func (c *checker) references(t tag) {
	for _, name := range []string{"r:id", "r:embed"} {
		if id := t.attribute(name); id != "" {
			c.wanted["rel:"+id] = true
		}
	}
	if anchor := t.attribute("w:anchor"); anchor != "" {
		c.wanted["bookmark:"+anchor] = true
	}
}

func (c *checker) once(what string) {
	if c.unique[what] {
		c.errs = append(c.errs, fmt.Errorf("%s occurs twice", what))
	}
	c.unique[what] = true
}

func (c *checker) result() error {
	for _, what := range slices.Sorted(maps.Keys(c.wanted)) {
		if !c.known[what] {
			c.errs = append(c.errs, fmt.Errorf("%s is referred to but not there", what))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.open)) {
		c.errs = append(c.errs, fmt.Errorf("bookmark id %s has no end", id))
	}
	return errors.Join(c.errs...)
}
