package docx

import (
	"bytes"
	"fmt"
	"strings"

	library "github.com/nguyenthenguyen/docx"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// compose lets the library put body, header and footer into the reference. Every call reads the reference anew: copies that
// the library makes of one reader share their headers, so that a document would get the company of another one.
// It also gives the content of document.xml, to be checked.
func compose(ref *reference, body string, meta doc.Meta) (data []byte, content string, err error) {
	r, err := library.ReadDocxFromMemory(bytes.NewReader(ref.data), int64(len(ref.data)))
	if err != nil {
		return nil, "", fmt.Errorf("open reference: %w", err)
	}
	defer r.Close()
	d := r.Editable()
	d.ReplaceRaw(wml.Body, body, 1)
	for _, step := range replacements(meta) {
		if err := d.ReplaceHeader(step.old, step.new); err != nil {
			return nil, "", fmt.Errorf("fill header: %w", err)
		}
		if err := d.ReplaceFooter(step.old, step.new); err != nil {
			return nil, "", fmt.Errorf("fill footer: %w", err)
		}
	}
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		return nil, "", fmt.Errorf("write composed document: %w", err)
	}
	return out.Bytes(), d.GetContent(), nil
}

type replacement struct{ old, new string }

// replacements puts the values into the header in two rounds. A company may be called {{文件编号}}: were its name put in
// directly, the next replacement would change it. So the placeholders first become marks that no value holds.
func replacements(meta doc.Meta) []replacement {
	values := []replacement{
		{wml.Company, meta.Company}, {wml.Kind, meta.Kind}, {wml.Title, meta.Title},
		{wml.Number, meta.Number}, {wml.Version, meta.Version}, {wml.Footer, meta.Footer},
	}
	mark := "#"
	for _, v := range values {
		for strings.Contains(v.new, mark) {
			mark += "#"
		}
	}
	var first, second []replacement
	for i, v := range values {
		between := fmt.Sprintf("{{%s%d}}", mark, i)
		first = append(first, replacement{v.old, between})
		second = append(second, replacement{between, singleLine(v.new)})
	}
	return append(first, second...)
}

// singleLine takes out what the library would turn into elements in the middle of a text.
func singleLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, s)
}
