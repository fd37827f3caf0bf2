package pdf

import (
	"crypto/md5"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"

	"qmsdraft/generator/font"
	"qmsdraft/generator/layout"
)

// face is a font as used by one document. A character's code is the number of its glyph in the cut font; every character
// has a glyph of its own, so that the text can be read back exactly.
type face struct {
	font   *font.Font
	runes  []rune   // code-1 -> rune, ascending
	glyphs []uint16 // code-1 -> glyph of the whole font
	codes  map[rune]uint16
	name   string // resource name in content streams
}

// collect finds the fonts and characters that the pages use, fonts in the order of their first use.
func collect(pages []layout.Page) []*face {
	var faces []*face
	byFont := map[*font.Font]*face{}
	for _, p := range pages {
		for _, run := range p.Runs {
			f := byFont[run.Font]
			if f == nil {
				f = &face{font: run.Font, codes: map[rune]uint16{}}
				byFont[run.Font] = f
				faces = append(faces, f)
			}
			for _, g := range run.Glyphs {
				if _, known := f.codes[g.Rune]; !known {
					f.codes[g.Rune] = g.ID
					f.runes = append(f.runes, g.Rune)
				}
			}
		}
	}
	for _, f := range faces {
		slices.Sort(f.runes)
		for i, r := range f.runes {
			f.glyphs = append(f.glyphs, f.codes[r])
			f.codes[r] = uint16(i + 1)
		}
	}
	return faces
}

// baseFont is the PostScript name with the tag that marks a cut font (ISO 32000-1, 9.6.4).
func (f *face) baseFont() string {
	hash := md5.Sum([]byte(string(f.runes)))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + hash[i]%26
	}
	return string(tag) + "+" + f.font.Name()
}

// fontObjects is how many objects a font takes beside the one that stands in its place.
const fontObjects = 5

// objects gives the Type0 font and, numbered from first on, the objects that it needs (ISO 32000-1, 9.7).
func (f *face) objects(first int, z *deflater) (type0 []byte, rest [fontObjects][]byte) {
	data, glyphs := f.font.Subset(f.glyphs)
	name, m := f.baseFont(), f.font.Metrics()
	type0 = fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, first, first+1)
	rest[0] = f.descendant(name, first+2)
	rest[1] = z.stream("", f.toUnicode())
	rest[2] = fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags 4/Ascent %d/Descent %d/CapHeight %d/ItalicAngle 0/StemV 80/FontBBox[%d %d %d %d]/FontFile2 %d 0 R/CIDSet %d 0 R>>",
		name, m.Ascent, m.Descent, m.Ascent, m.BBox[0], m.BBox[1], m.BBox[2], m.BBox[3], first+3, first+4)
	rest[3] = z.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	rest[4] = z.stream("", cidSet(glyphs))
	return type0, rest
}

func (f *face) descendant(name string, descriptor int) []byte {
	b := fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor %d 0 R/DW 1000/W[1[", name, descriptor)
	for _, g := range f.glyphs {
		b = append(strconv.AppendInt(b, int64(thousandths(f.font.Advance(g))), 10), ' ')
	}
	return append(b, "]]>>"...)
}

// thousandths is a width as the PDF tells it; content streams reckon with the same rounding.
func thousandths(ems float64) int { return int(ems*1000 + 0.5) }

// cidSet has a bit for every glyph of a cut font (ISO 32000-1, 9.8.3; compulsory in PDF/A-1).
func cidSet(glyphs int) []byte {
	set := make([]byte, (glyphs+7)/8)
	for g := range glyphs {
		set[g/8] |= 0x80 >> (g % 8)
	}
	return set
}

// toUnicode maps every code to its character (ISO 32000-1, 9.10.3).
func (f *face) toUnicode() []byte {
	const block = 100 // a CMap allows no more in one section
	const perRune = 24
	b := make([]byte, 0, 400+perRune*len(f.runes))
	b = append(b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"...)
	for from := 0; from < len(f.runes); from += block {
		to := min(len(f.runes), from+block)
		b = fmt.Appendf(b, "%d beginbfchar\n", to-from)
		for i := from; i < to; i++ {
			b = append(hex16(append(b, '<'), uint16(i+1)), "> <"...)
			for _, unit := range utf16.AppendRune(nil, f.runes[i]) {
				b = hex16(b, unit)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}

// hex16 writes four hexadecimal digits.
func hex16(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
