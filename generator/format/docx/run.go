package docx

import (
	"fmt"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// format is what the inlines around a text ask for.
type format struct {
	strong, emphasis, code, link, fill, box bool
}

func (b *body) inlines(text []doc.Inline, f format) error {
	for _, in := range text {
		if err := b.inline(in, f); err != nil {
			return err
		}
	}
	return nil
}

func (b *body) inline(in doc.Inline, f format) error {
	switch in := in.(type) {
	case doc.Text:
		b.text(string(in), f)
	case doc.Strong:
		f.strong = true
		return b.inlines(in.Text, f)
	case doc.Emphasis:
		f.emphasis = true
		return b.inlines(in.Text, f)
	case doc.Code:
		f.code = true
		b.text(string(in), f)
	case doc.Link:
		return b.link(in, f)
	case doc.Ref:
		return b.reference(in, f)
	case doc.Break:
		b.raw("<w:r><w:br/></w:r>")
	case doc.Fill:
		b.fill(in, f)
	case doc.Checkbox:
		b.checkbox(in, f)
	default:
		return fmt.Errorf("inline of unknown kind %T", in)
	}
	return nil
}

// text writes one run. Line ends and tabs, which w:t would lose, become elements of their own.
func (b *body) text(s string, f format) {
	if s == "" {
		return
	}
	b.raw("<w:r>" + b.runProperties(f, s))
	rest := s
	for {
		i := strings.IndexAny(rest, "\n\t\r")
		if i < 0 {
			break
		}
		b.words(rest[:i])
		if rest[i] == '\t' {
			b.raw("<w:tab/>")
		} else if rest[i] == '\n' {
			b.raw("<w:br/>")
		}
		rest = rest[i+1:]
	}
	b.words(rest)
	b.raw("</w:r>")
}

func (b *body) words(s string) {
	if s != "" {
		b.raw(`<w:t xml:space="preserve">` + wml.Escape(s) + `</w:t>`)
	}
}

// boxFonts has the signs ☐ and ☑ on Windows; other systems take theirs.
const boxFonts = `<w:rFonts w:ascii="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>`

// runProperties is w:rPr. A run can have one character style only, so what else is asked for is written out; the order of
// the elements is that of ECMA-376 part 1, 17.3.2.28. Runs with Chinese text say so: without the hint Word would take the
// Latin font for signs such as “ ” … — · × ° that both fonts have ([MS-OI29500] 2.1.88).
func (b *body) runProperties(f format, s string) string {
	main := mainStyle(f)
	p := ""
	if main != "" {
		p = `<w:rStyle w:val="` + b.ref.styles[main] + `"/>`
	}
	hint := ""
	if eastAsian(s) {
		hint = ` w:hint="eastAsia"`
	}
	switch {
	case f.box:
		p += boxFonts
	case f.code && main != wml.Code:
		p += `<w:rFonts` + hint + ` w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>`
	case f.strong && main != wml.Strong:
		p += `<w:rFonts` + hint + ` w:eastAsia="黑体"/>`
	case f.emphasis && main != wml.Emphasis && !f.strong:
		p += `<w:rFonts` + hint + ` w:eastAsia="楷体"/>`
	case hint != "":
		p += `<w:rFonts` + hint + `/>`
	}
	if f.strong && main != wml.Strong {
		p += "<w:b/><w:bCs/>"
	}
	if f.emphasis && f.strong {
		// 着重号: the face is taken by the strong text, so the stress is shown by dots.
		p += `<w:em w:val="dot"/>`
	}
	if p == "" {
		return ""
	}
	return "<w:rPr>" + p + "</w:rPr>"
}

// mainStyle is the style that says most about a run.
func mainStyle(f format) wml.Style {
	switch {
	case f.fill:
		return wml.FillIn
	case f.link:
		return wml.Hyperlink
	case f.code:
		return wml.Code
	case f.strong:
		return wml.Strong
	case f.emphasis:
		return wml.Emphasis
	}
	return ""
}

// eastAsian tells whether a text has characters that a Chinese font should show.
func eastAsian(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0x2E80 && r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE4F, r >= 0xFF00 && r <= 0xFFEF, r >= 0x20000 && r <= 0x3FFFF:
			return true
		case r >= 0x2010 && r <= 0x2027, r >= 0x2460 && r <= 0x24FF, r >= 0x2500 && r <= 0x26FF, r == 0x2030, r == 0x203B, r == 0x2103, r == '·', r == '×', r == '°', r == '±':
			return true
		}
	}
	return false
}
