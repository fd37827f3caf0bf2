package font

import (
	"embed"
	_ "embed"
)

// The fonts are strings, not bytes: nothing can write into them, and what is not read stays on disk.
var (
	//go:embed data/serif.ttf
	serifData string
	//go:embed data/sans.ttf
	sansData string
	//go:embed data/latin-serif.ttf
	latinSerifData string
	//go:embed data/latin-sans.ttf
	latinSansData string
	//go:embed data/latin-sans-bold.ttf
	latinSansBoldData string
	//go:embed data/mono.ttf
	monoData string
	//go:embed data/symbols.ttf
	symbolsData string
	//go:embed data/emoji.ttf
	emojiData string
	//go:embed data/serif-rare.ttf
	serifRareData string
	//go:embed data/kai-rare.ttf
	kaiRareData string
)

// Licences holds the licence texts of the embedded fonts as data/OFL-*.txt.
//
//go:embed data/OFL-*.txt
var Licences embed.FS
