package font

import (
	"encoding/binary"
	"math/bits"
)

// Subset writes a TrueType font with the given glyphs only: glyph i+1 of the result is glyphs[i], glyph 0 is .notdef, and
// the parts of composite glyphs follow behind. The same glyph may be given twice, so that two characters which share it
// can be told apart. The result has no cmap: it is for a CIDFontType2 of a PDF (ISO 32000-1, 9.9, table 126), where codes
// are glyph numbers. The second value is the number of glyphs in it.
func (f *Font) Subset(glyphs []uint16) ([]byte, int) {
	glyf, loca, old := f.cutOutlines(glyphs)
	hmtx := make([]byte, 0, 4*len(old))
	for _, g := range old {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.advance(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.bearing(g)))
	}
	head := []byte(f.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1)
	hhea := []byte(f.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(old)))
	maxp := []byte(f.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(old)))
	return assemble([]section{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}), len(old)
}

// cutOutlines copies the outlines of the glyphs and of all that they are composed of. old tells the former number of
// every glyph of the result.
func (f *Font) cutOutlines(glyphs []uint16) (glyf, loca []byte, old []uint16) {
	old = append(make([]uint16, 1, len(glyphs)+8), glyphs...)
	parts := map[uint16]uint16{}
	part := func(g uint16) uint16 {
		if _, known := parts[g]; !known {
			parts[g] = uint16(len(old))
			old = append(old, g)
		}
		return parts[g]
	}
	glyf = make([]byte, 0, 384*len(glyphs))
	for i := 0; i < len(old); i++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		glyf = append(glyf, f.outline(old[i])...)
		renumber(glyf[start:], part)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), old
}

// The flags of a component of a composite glyph.
const (
	wideArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// renumber puts the new numbers of its parts into a composite glyph.
func renumber(outline []byte, part func(uint16) uint16) {
	if len(outline) < 10 || outline[0] < 0x80 {
		return
	}
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		binary.BigEndian.PutUint16(outline[at+2:], part(binary.BigEndian.Uint16(outline[at+2:])))
		at += 6
		if flags&wideArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return
		}
	}
}

type section struct {
	tag  string
	data []byte
}

// assemble writes the table directory and the tables, which stand in the order of their tags, with their checksums.
func assemble(sections []section) []byte {
	n := len(sections)
	power := bits.Len(uint(n)) - 1
	size, offset, head := 0, 12+16*n, 0
	for _, s := range sections {
		size += len(s.data) + 3
	}
	out := make([]byte, 0, offset+size)
	out = binary.BigEndian.AppendUint32(out, 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	for _, s := range sections {
		if s.tag == "head" {
			head = offset
		}
		out = append(out, s.tag...)
		for _, v := range []uint32{checksum(s.data), uint32(offset), uint32(len(s.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		offset += (len(s.data) + 3) &^ 3
	}
	for _, s := range sections {
		out = append(out, s.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + binary.BigEndian.Uint32(rest[:])
}
