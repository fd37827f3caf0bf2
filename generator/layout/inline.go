package layout

import (
	"fmt"
	"strconv"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// flatten turns inlines into pieces of text with one look each. An inline of a kind that is not known is given as nothing;
// [checkInlines] finds it before.
func flatten(spans []span, text []doc.Inline, look *attributes) []span {
	for _, in := range text {
		switch in := in.(type) {
		case doc.Text:
			spans = append(spans, span{string(in), look})
		case doc.Strong:
			spans = flatten(spans, in.Text, look.with(func(l *attributes) { l.bold = true }))
		case doc.Emphasis:
			spans = flatten(spans, in.Text, look.with(func(l *attributes) { l.slanted = true }))
		case doc.Code:
			spans = append(spans, span{string(in), look.with(func(l *attributes) { l.face, l.size = style.Mono, l.size*style.CodeSizeRatio })})
		case doc.Link:
			spans = flatten(spans, in.Text, look.with(func(l *attributes) { l.url, l.colour, l.inner = in.URL, linkColour, &inner{role: "Link"} }))
		case doc.Ref:
			spans = flatten(spans, in.Text, look.with(func(l *attributes) {
				if in.Section {
					l.target, l.inner = in.Target, &inner{role: "Link"}
				}
			}))
		case doc.Break:
			spans = append(spans, span{"\n", look})
		case doc.Fill:
			spans = append(spans, span{in.Shown(), look.filled(in)})
		case doc.Checkbox:
			spans = append(spans, span{in.Shown(), look})
		}
	}
	return spans
}

// checkInlines returns an error for an inline of a kind that flatten does not know.
func checkInlines(blocks []doc.Block) error {
	var err error
	doc.Inlines(blocks, func(in doc.Inline) {
		switch in.(type) {
		case doc.Text, doc.Strong, doc.Emphasis, doc.Code, doc.Link, doc.Ref, doc.Break, doc.Fill, doc.Checkbox:
		default:
			err = fmt.Errorf("set text: inline %T is not known", in)
		}
	})
	return err
}

func (l *attributes) with(change func(*attributes)) *attributes {
	changed := *l
	change(&changed)
	return &changed
}

// filled is the look of a fill-in: marked while the fact is missing, plain when it is there.
func (l *attributes) filled(f doc.Fill) *attributes {
	if f.Value != "" {
		return l
	}
	return l.with(func(l *attributes) { l.shade, l.colour = style.FillShade, fillColour })
}

// look is the look of a paragraph style.
func look(p style.Paragraph) attributes {
	return attributes{face: p.Face, size: p.Size}
}

var (
	linkColour   = colour(style.LinkColour)
	fillColour   = colour(style.FillColour)
	ruleColour   = colour(style.RuleColour)
	accentColour = colour(style.AccentColour)
)

// colour reads RRGGBB; anything else is black.
func colour(hex string) Colour {
	v, err := strconv.ParseUint(hex, 16, 24)
	if err != nil {
		return Colour{}
	}
	return Colour{uint8(v >> 16), uint8(v >> 8), uint8(v)}
}
