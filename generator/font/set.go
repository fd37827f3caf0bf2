package font

import (
	"sync"

	"qmsdraft/generator/style"
)

// Set is the faces of the house style: for every role a chain of fonts that are asked one after the other.
type Set struct {
	chains [4][2][]member // style.Face, bold
}

// Glyph is the picture of one rune.
type Glyph struct {
	Font    *Font
	ID      uint16
	Advance float64 // in ems
	Fake    bool    // the font has no bold face: draw the outline as well
}

// member is a font of a chain, parsed when first asked.
type member struct {
	font func() *Font
	fake bool
}

// Default is the set of embedded faces. It is the same value on every call.
func Default() *Set { return defaultSet() }

var defaultSet = sync.OnceValue(newDefault)

func newDefault() *Set {
	serif, sans := embedded("NotoSerifSC", serifData), embedded("NotoSansSC-Bold", sansData)
	latin := embedded("Tinos", latinSerifData)
	latinSans, latinBold := embedded("Arimo", latinSansData), embedded("Arimo-Bold", latinSansBoldData)
	mono := embedded("NotoSansMono", monoData)
	// The rare faces are large and come last, so that they are hardly ever parsed.
	rest := []func() *Font{
		embedded("NotoSansSymbols2", symbolsData), embedded("NotoEmoji", emojiData),
		embedded("NotoSerifSC-Rare", serifRareData), embedded("RareHanKai", kaiRareData),
	}
	plain := func(first ...func() *Font) []member { return chain(false, append(first, rest...), nil) }
	bold := func(first ...func() *Font) []member {
		return chain(true, append([]func() *Font{serif}, rest...), first)
	}
	song := plain(latin, serif)
	hei := bold(latinBold, sans)
	code := plain(mono, latinSans, serif)
	return &Set{chains: [4][2][]member{
		style.Song: {song, hei},
		style.Hei:  {hei, hei},
		style.Kai:  {song, hei},
		style.Mono: {code, chain(true, append([]func() *Font{mono, serif}, rest...), nil)},
	}}
}

// chain makes the members of a role: real faces first, then those that have to stand in.
func chain(fake bool, standIn, real []func() *Font) []member {
	members := make([]member, 0, len(real)+len(standIn))
	for _, f := range real {
		members = append(members, member{f, false})
	}
	for _, f := range standIn {
		members = append(members, member{f, fake})
	}
	return members
}

// embedded parses an embedded font when it is first asked. A font that cannot be parsed is a broken build, which the
// package's tests find; there is nothing that a caller could do about it.
func embedded(name, data string) func() *Font {
	return sync.OnceValue(func() *Font {
		f, err := Parse(name, data)
		if err != nil {
			panic(err)
		}
		return f
	})
}

// Glyph finds the picture of a rune in the chain of a role. It returns false when no face has the rune.
func (s *Set) Glyph(face style.Face, bold bool, r rune) (Glyph, bool) {
	weight := 0
	if bold {
		weight = 1
	}
	for _, m := range s.chains[face][weight] {
		f := m.font()
		if id := f.Glyph(r); id != 0 {
			return Glyph{Font: f, ID: id, Advance: f.Advance(id), Fake: m.fake}, true
		}
	}
	return Glyph{}, false
}

// Width is the width of a text on one line in points, without kerning and without the gaps that line breaking adds. A
// rune that no face has counts as one em; a rune without a picture, such as a joiner, as nothing.
func (s *Set) Width(face style.Face, bold bool, size float64, text string) float64 {
	ems := 0.0
	for _, r := range text {
		if g, ok := s.Glyph(face, bold, r); ok {
			ems += g.Advance
		} else if !Ignorable(r) {
			ems++
		}
	}
	return ems * size
}

// Ignorable tells whether a rune has no picture of its own, so that its absence from all faces is no loss: joiners,
// variation selectors, the soft hyphen, direction marks and the byte order mark (Unicode: Default_Ignorable_Code_Point).
func Ignorable(r rune) bool {
	switch {
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0xfeff,
		r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// FigureWidth is the width of a text in a figure, whose plain and bold letters have faces of their own.
func (s *Set) FigureWidth(text string, size float64, bold bool) float64 {
	if bold {
		return s.Width(style.FigureBoldFace, false, size, text)
	}
	return s.Width(style.FigureFace, false, size, text)
}
