package docx

import (
	"fmt"
	"slices"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
)

const (
	mainPart      = "word/document.xml"
	numberingPart = "word/numbering.xml"
)

// finish adds what the library cannot: charts, comments, relationships, list numberings, file properties; and a zip that is the same each time.
func finish(composed []byte, ref *reference, b *body, meta doc.Meta) (*opc.Package, error) {
	p, err := opc.Open(composed)
	if err != nil {
		return nil, err
	}
	charts, err := addCharts(p, b)
	if err != nil {
		return nil, fmt.Errorf("add charts: %w", err)
	}
	remarks, err := b.comments.add(p, &b.links)
	if err != nil {
		return nil, fmt.Errorf("add comments: %w", err)
	}
	p.SetRelationships(mainPart, slices.Concat(ref.relations, b.links.rels, charts, remarks))
	numbering, err := ref.numbering.with(meta, b.lists)
	if err != nil {
		return nil, err
	}
	p.Set(numberingPart, numbering)
	if err := setProperties(p, meta); err != nil {
		return nil, fmt.Errorf("set properties: %w", err)
	}
	return p, nil
}

// numbering is numbering.xml, cut at the levels of the heading numbering and at its end.
type numbering struct {
	before, headings, after string
}

// with adds the instances of ordered lists, after all others as the schema wants it (17.9.17), and sets the scheme of the
// headings.
func (n numbering) with(meta doc.Meta, lists []string) (string, error) {
	headings, err := n.scheme(meta)
	if err != nil {
		return "", err
	}
	return n.before + headings + n.after + strings.Join(lists, "") + "</w:numbering>", nil
}

// scheme changes as little as can be, so that a customer's own way of writing decimal numbers stays.
func (n numbering) scheme(meta doc.Meta) (string, error) {
	levels := lvl.FindAllString(n.headings, -1)
	if len(levels) < 4 {
		return "", fmt.Errorf("标题编号只有 %d 级，应至少 4 级", len(levels))
	}
	out := n.headings
	set := func(level int, format, text string, start int) {
		l := levels[level]
		changed := startValue.ReplaceAllString(l, fmt.Sprintf(`<w:start w:val="%d"/>`, start))
		if format != "" {
			changed = formatValue.ReplaceAllString(changed, `<w:numFmt w:val="`+format+`"/>`)
			changed = textValue.ReplaceAllString(changed, `<w:lvlText w:val="`+text+`"/>`)
		}
		out = strings.Replace(out, l, changed, 1)
	}
	switch meta.Numbering {
	case doc.Decimal:
		if meta.FirstNumber != 1 {
			set(0, "", "", meta.FirstNumber)
		}
	case doc.Chinese:
		set(0, "chineseCountingThousand", "%1、"+doc.CaptionGap, max(1, meta.FirstNumber))
		set(1, "chineseCountingThousand", "（%2）"+doc.CaptionGap, 1)
		set(2, "decimal", "%3."+doc.CaptionGap, 1)
		set(3, "decimal", "（%4）"+doc.CaptionGap, 1)
	}
	return out, nil
}
