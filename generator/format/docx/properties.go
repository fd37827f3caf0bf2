package docx

import (
	"fmt"
	"regexp"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
)

const (
	corePart   = "docProps/core.xml"
	appPart    = "docProps/app.xml"
	customPart = "docProps/custom.xml"
	vtypes     = `http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes`
)

// setProperties writes the three parts of file properties. Own properties of a customer's reference are kept.
func setProperties(p *opc.Package, meta doc.Meta) error {
	custom, err := customProperties(p, meta)
	if err != nil {
		return err
	}
	parts := []struct{ name, contentType, relation, content string }{
		{corePart, wml.CoreType, wml.CoreRelation, coreProperties(meta)},
		{appPart, wml.AppType, wml.AppRelation, appProperties(meta)},
		{customPart, wml.CustomType, wml.CustomRel, custom},
	}
	rels, err := p.Relationships("")
	if err != nil {
		return err
	}
	for _, q := range parts {
		rels = without(p, rels, q.relation, q.name)
		if q.content == "" {
			continue
		}
		rels = append(rels, opc.Relationship{ID: freeID(rels), Type: q.relation, Target: q.name})
		p.Set(q.name, q.content)
		if err := p.SetType(q.name, q.contentType); err != nil {
			return err
		}
	}
	p.SetRelationships("", rels)
	return nil
}

// without takes out the relationships of a type; what they lead to goes as well when it is not the part called keep.
func without(p *opc.Package, rels []opc.Relationship, relation, keep string) []opc.Relationship {
	var rest []opc.Relationship
	for _, r := range rels {
		if r.Type != relation {
			rest = append(rest, r)
		} else if name := r.Part(""); name != keep {
			p.Remove(name)
		}
	}
	return rest
}

func freeID(rels []opc.Relationship) string {
	for n := 1; ; n++ {
		id, used := fmt.Sprintf("rId%d", n), false
		for _, r := range rels {
			used = used || r.ID == id
		}
		if !used {
			return id
		}
	}
}

// element is an XML element, nothing when the text is empty.
func element(name, text string) string {
	if text == "" {
		return ""
	}
	return "<" + name + ">" + wml.Escape(singleLine(text)) + "</" + name + ">"
}

// coreProperties is part 2, 11 of ECMA-376. The author is the enterprise: the document is its own.
func coreProperties(m doc.Meta) string {
	dates := ""
	if !m.Created.IsZero() {
		stamp := m.Created.UTC().Format("2006-01-02T15:04:05Z")
		dates = `<dcterms:created xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:modified>`
	}
	return wml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		element("dc:title", m.Title) + element("dc:subject", m.Number) + element("dc:creator", m.Company) + element("cp:lastModifiedBy", m.Company) +
		element("cp:revision", "1") + dates + element("cp:category", m.Kind) + element("dc:language", "zh-CN") + element("cp:version", m.Version) +
		`</cp:coreProperties>`
}

func appProperties(m doc.Meta) string {
	return wml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
		element("Company", m.Company) + element("Application", m.Generator) + `</Properties>`
}

var (
	property     = regexp.MustCompile(`(?s)<property\b[^>]*>.*?</property>`)
	propertyName = regexp.MustCompile(`\bname="([^"]*)"`)
	propertyID   = regexp.MustCompile(`\bpid="\d+"`)
)

// customProperties adds those of the document to those of the reference; numbers start at 2 (part 1, 22.3.2.2).
func customProperties(p *opc.Package, m doc.Meta) (string, error) {
	all := []struct{ name, value string }{
		{"文件编号", m.Number}, {"版本", m.Version}, {"文件类别", m.Kind}, {"企业名称", m.Company}, {"模板", m.ID},
		{"档案校验值", m.ProfileHash}, {"生成程序", m.Generator},
	}
	own := map[string]bool{}
	var items []string
	for _, x := range all {
		own[x.name] = true
		if x.value != "" {
			items = append(items, `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="0" name="`+x.name+`"><vt:lpwstr>`+wml.Escape(singleLine(x.value))+`</vt:lpwstr></property>`)
		}
	}
	if p.Has(customPart) {
		old, err := p.Get(customPart)
		if err != nil {
			return "", err
		}
		for _, x := range property.FindAllString(old, -1) {
			if name := propertyName.FindStringSubmatch(x); name != nil && !own[name[1]] {
				items = append(items, x)
			}
		}
	}
	if len(items) == 0 {
		p.Remove(customPart)
		return "", nil
	}
	for i := range items {
		items[i] = propertyID.ReplaceAllString(items[i], fmt.Sprintf(`pid="%d"`, i+2))
	}
	return wml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="` + vtypes + `">` +
		strings.Join(items, "") + `</Properties>`, nil
}
