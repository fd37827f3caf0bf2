package docx

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// longest is how many characters Word takes for the tag and the title of a content control.
const longest = 64

// choose is the first item of a list from which nothing has been chosen yet.
const choose = "【请选择】"

// controls gives content controls their identifiers, which must be unique in a file, headers included.
type controls struct {
	used  map[int32]bool
	count map[string]int // uses by tag
}

func newControls(used map[int32]bool) controls {
	c := controls{used: map[int32]bool{}, count: map[string]int{}}
	for id := range used {
		c.used[id] = true
	}
	return c
}

// next is the identifier of one more control with the tag, and how many there are now.
func (c *controls) next(tag string) (id int32, n int) {
	c.count[tag]++
	n = c.count[tag]
	h := fnv.New32a()
	fmt.Fprintf(h, "%s#%d", tag, n)
	id = int32(h.Sum32() & 0x7fffffff)
	for id == 0 || c.used[id] {
		id = (id + 1) & 0x7fffffff
	}
	c.used[id] = true
	return id, n
}

// fill writes a fact as a content control in a run: rich text, a date or a list. Every other kind of text control is
// multiplied or loses its format when LibreOffice saves the file. LibreOffice also drops the tag, so a hidden bookmark around
// the control is the second anchor; package function [Read] finds both. The colour sits on the placeholder only and goes
// away when somebody types over it.
func (b *body) fill(in doc.Fill, f format) {
	f.fill = in.Value == ""
	if in.Path == "" {
		b.text(in.Shown(), f)
		return
	}
	tag := shortTag(in.Path)
	id, n := b.controls.next(tag)
	bookmark := b.openBookmark(bookmarkName(in.Path, n))
	b.raw(`<w:sdt><w:sdtPr><w:alias w:val="` + wml.Escape(limited(in.Label)) + `"/><w:tag w:val="` + wml.Escape(tag) + `"/>`)
	b.rawf(`<w:id w:val="%d"/>`, id)
	if f.fill {
		b.raw("<w:showingPlcHdr/>")
	}
	b.raw(controlKind(in) + "</w:sdtPr><w:sdtContent>")
	b.text(in.Shown(), f)
	b.raw("</w:sdtContent></w:sdt>")
	b.closeBookmark(bookmark)
}

// controlKind is the element that says what can be written into a control; empty for rich text. A text that the calendar
// or the list could not show again makes a control of rich text.
func controlKind(in doc.Fill) string {
	switch choices := in.Choices(); {
	case in.Kind == doc.FillDate:
		return dateControl(in.Value)
	case len(choices) > 0 && (in.Value == "" || slices.Contains(choices, in.Value)):
		return listControl(choices)
	default:
		return ""
	}
}

// The two ways in which documents print a day: as Go and as Word write them.
const (
	longDay, longDayFormat   = "2006年1月2日", "yyyy年M月d日"
	shortDay, shortDayFormat = "2006-01-02", "yyyy-MM-dd"
)

// dateControl is w:date (ECMA-376 part 1, 17.5.2.7).
func dateControl(value string) string {
	format, full := longDayFormat, ""
	if value != "" {
		day, err := time.Parse(longDay, value)
		if err != nil {
			day, err = time.Parse(shortDay, value)
			format = shortDayFormat
		}
		if err != nil {
			return ""
		}
		full = day.Format(` w:fullDate="2006-01-02T00:00:00Z"`)
	}
	return `<w:date` + full + `><w:dateFormat w:val="` + format + `"/><w:lid w:val="zh-CN"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>`
}

// listControl is w:dropDownList (ECMA-376 part 1, 17.5.2.15). Word wants the values of its items to differ.
func listControl(choices []string) string {
	var s strings.Builder
	s.WriteString(`<w:dropDownList><w:listItem w:displayText="` + choose + `" w:value=""/>`)
	for _, c := range choices {
		c = wml.Escape(c)
		s.WriteString(`<w:listItem w:displayText="` + c + `" w:value="` + c + `"/>`)
	}
	s.WriteString("</w:dropDownList>")
	return s.String()
}

// checkbox writes a box that can be clicked in Word.
func (b *body) checkbox(in doc.Checkbox, f format) {
	f.box = true
	id, _ := b.controls.next("checkbox")
	state := 0
	if in.Checked {
		state = 1
	}
	b.rawf(`<w:sdt><w:sdtPr><w:id w:val="%d"/><w14:checkbox><w14:checked w14:val="%d"/><w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>`, id, state)
	b.raw(`<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox></w:sdtPr><w:sdtContent>`)
	b.text(in.Shown(), f)
	b.raw("</w:sdtContent></w:sdt>")
}

// shortTag is the path, shortened with a checksum when Word would not take it whole.
func shortTag(path string) string {
	if len([]rune(path)) <= longest {
		return path
	}
	return string([]rune(path)[:longest-9]) + fmt.Sprintf("~%08x", checksum(path)&0xffffffff)
}

func limited(label string) string {
	if r := []rune(oneLine([]doc.Inline{doc.Text(label)})); len(r) > longest {
		return string(r[:longest])
	}
	return oneLine([]doc.Inline{doc.Text(label)})
}

func checksum(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
