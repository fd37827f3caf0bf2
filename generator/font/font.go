// Package font holds the embedded typefaces: their metrics, the chain of faces that is asked for a rune, and the cutting
// of small fonts for a PDF.
//
// Start at [Default] for the faces of the house style, at [Set.Glyph] for one rune. The package knows nothing of lines,
// pages or files. A [Font] and a [Set] never change and may be shared by goroutines.
//
// The faces are cut from open fonts (SIL Open Font License 1.1) by data/make.py; their licences stand beside them.
package font

import "fmt"

// Font is a parsed TrueType font. The data stays where it is, as a rule in the program file: a font that nobody asks
// costs no memory.
type Font struct {
	name     string
	upm      int
	metrics  Metrics
	glyphs   int
	long     int // entries of hmtx that have an advance of their own
	longLoca bool
	tables   map[string]table
	hmtx     table
	loca     table
	glyf     table
	cmap     [0x1100]*[256]uint16 // rune>>8, rune&255 -> glyph
}

// Metrics are the measures of a whole font in thousandths of an em.
type Metrics struct {
	Ascent, Descent int
	BBox            [4]int // left, bottom, right, top
}

// Parse reads a TrueType font with outlines in a glyf table. The name is the PostScript name that a file using the font
// shows. It returns an error when a table is missing or too short.
// Source: the OpenType specification 1.9, chapters cmap, head, hhea, hmtx, loca, maxp.
func Parse(name, data string) (*Font, error) {
	f := &Font{name: name, tables: directory(table(data))}
	for _, tag := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if f.tables[tag] == "" {
			return nil, fmt.Errorf("parse font %s: table %s is missing", name, tag)
		}
	}
	head, hhea := f.tables["head"], f.tables["hhea"]
	f.hmtx, f.loca, f.glyf = f.tables["hmtx"], f.tables["loca"], f.tables["glyf"]
	f.upm, f.longLoca = head.u16(18), head.u16(50) == 1
	f.glyphs, f.long = f.tables["maxp"].u16(4), hhea.u16(34)
	if f.upm == 0 || f.long == 0 || f.long > f.glyphs {
		return nil, fmt.Errorf("parse font %s: impossible measures in head or hhea", name)
	}
	if len(f.hmtx) < 4*f.long || len(f.loca) < (f.glyphs+1)*f.locaSize() {
		return nil, fmt.Errorf("parse font %s: hmtx or loca is too short", name)
	}
	f.metrics = Metrics{Ascent: f.thousandths(hhea.i16(4)), Descent: f.thousandths(hhea.i16(6))}
	for i := range f.metrics.BBox {
		f.metrics.BBox[i] = f.thousandths(head.i16(36 + 2*i))
	}
	if err := f.readCmap(); err != nil {
		return nil, fmt.Errorf("parse font %s: %w", name, err)
	}
	return f, nil
}

// Name is the PostScript name.
func (f *Font) Name() string { return f.name }

// Metrics are the measures of the whole font.
func (f *Font) Metrics() Metrics { return f.metrics }

// Glyph is the glyph of a rune, 0 when the font has none.
func (f *Font) Glyph(r rune) uint16 {
	if r < 0 || int(r>>8) >= len(f.cmap) || f.cmap[r>>8] == nil {
		return 0
	}
	return f.cmap[r>>8][r&0xff]
}

// Advance is the width of a glyph in ems.
func (f *Font) Advance(glyph uint16) float64 {
	return float64(f.advance(glyph)) / float64(f.upm)
}

func (f *Font) advance(glyph uint16) int {
	return f.hmtx.u16(4 * min(int(glyph), f.long-1))
}

// bearing is the left side bearing of a glyph in font units.
func (f *Font) bearing(glyph uint16) int {
	if g := int(glyph); g >= f.long {
		return f.hmtx.i16(4*f.long + 2*(g-f.long))
	}
	return f.hmtx.i16(4*int(glyph) + 2)
}

// outline is the glyf entry of a glyph; empty for a blank.
func (f *Font) outline(glyph uint16) table {
	size := f.locaSize()
	from, to := f.loca.offset(int(glyph)*size, size), f.loca.offset((int(glyph)+1)*size, size)
	if from >= to || to > len(f.glyf) {
		return ""
	}
	return f.glyf[from:to]
}

func (f *Font) locaSize() int {
	if f.longLoca {
		return 4
	}
	return 2
}

func (f *Font) thousandths(units int) int { return units * 1000 / f.upm }

// table is a piece of a font. Reading behind its end gives 0, so that a broken font gives wrong pictures, never a panic.
type table string

func directory(data table) map[string]table {
	tables := make(map[string]table, 16)
	for i := range data.u16(4) {
		entry := 12 + 16*i
		from, size := data.u32(entry+8), data.u32(entry+12)
		if entry+16 <= len(data) && from+size <= len(data) {
			tables[string(data[entry:entry+4])] = data[from : from+size]
		}
	}
	return tables
}

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(t[at])<<8 | int(t[at+1])
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int { return t.u16(at)<<16 | t.u16(at+2) }

// offset reads an entry of a loca table, which has 2 bytes (the half of an offset) or 4.
func (t table) offset(at, size int) int {
	if size == 4 {
		return t.u32(at)
	}
	return 2 * t.u16(at)
}
