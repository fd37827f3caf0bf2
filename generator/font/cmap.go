package font

import "errors"

var errNoCmap = errors.New("no Unicode cmap of format 4 or 12")

// readCmap fills the map from runes to glyphs from the best subtable: format 12 (all planes) before 4 (plane 0).
func (f *Font) readCmap() error {
	cmap := f.tables["cmap"]
	best, format := 0, 0
	for i := range cmap.u16(2) {
		platform, encoding, at := cmap.u16(4+8*i), cmap.u16(6+8*i), cmap.u32(8+8*i)
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if kind := cmap.u16(at); unicode && (kind == 4 || kind == 12) && kind > format {
			best, format = at, kind
		}
	}
	switch format {
	case 4:
		f.readSegments(cmap[best:])
	case 12:
		f.readGroups(cmap[best:])
	default:
		return errNoCmap
	}
	return nil
}

func (f *Font) readGroups(sub table) {
	for i := range min(sub.u32(12), len(sub)/12) {
		first, last, glyph := sub.u32(16+12*i), sub.u32(20+12*i), sub.u32(24+12*i)
		for r := first; r <= last && r <= 0x10ffff; r++ {
			f.set(r, glyph+r-first)
		}
	}
}

func (f *Font) readSegments(sub table) {
	double := sub.u16(6)
	for i := 0; i < double; i += 2 {
		last, first, delta := sub.u16(14+i), sub.u16(16+double+i), sub.u16(16+2*double+i)
		at := 16 + 3*double + i
		indirect := sub.u16(at)
		for r := first; r <= last && r < 0xffff; r++ {
			glyph := r
			if indirect != 0 {
				if glyph = sub.u16(at + indirect + 2*(r-first)); glyph == 0 {
					continue
				}
			}
			f.set(r, (glyph+delta)&0xffff)
		}
	}
}

func (f *Font) set(r, glyph int) {
	if glyph == 0 || glyph >= f.glyphs {
		return
	}
	page := f.cmap[r>>8]
	if page == nil {
		page = new([256]uint16)
		f.cmap[r>>8] = page
	}
	page[r&0xff] = uint16(glyph)
}
