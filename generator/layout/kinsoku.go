package layout

import "strings"

// The classes of full-width punctuation by the side of their blank half.
const (
	noPunctuation = iota
	opening       // blank on the left
	closing       // blank on the right
	centred       // blank on both sides
)

// punctuation tells the class of a rune (CLREQ 3.1.2, 3.1.6).
func punctuation(r rune) int {
	switch r {
	case '（', '「', '『', '【', '《', '〈', '〔', '“', '‘', '［', '｛':
		return opening
	case '）', '」', '』', '】', '》', '〉', '〕', '”', '’', '］', '｝', '，', '。', '、', '；', '：', '！', '？', '．':
		return closing
	case '·':
		return centred
	}
	return noPunctuation
}

// The signs that may not stand at the start and at the end of a line, beside those that UAX #14 knows
// (GB/T 15834-2011, 5.1; CLREQ 3.1.3).
const (
	notAtStart = "，。、；：！？．）」』】》〉〕］｝·～—…‰％℃°％"
	notAtEnd   = "（「『【《〈〔［｛￥＄＃№§"
)

// forbidden tells whether a line may not be broken between two runes. Whether a quote opens or closes is told by its form.
func forbidden(before, after rune) bool {
	if isHan(before) && isHan(after) {
		return false // by far the most frequent case
	}
	return strings.ContainsRune(notAtStart, after) || after == '”' || after == '’' ||
		strings.ContainsRune(notAtEnd, before) || before == '“' || before == '‘'
}

func isHan(r rune) bool {
	return r >= 0x2e80 && r < 0xa000 && (r < 0x3000 || r > 0x303f) || r >= 0xf900 && r < 0xfb00 || r >= 0x20000 && r < 0x33480
}

// isLatin tells whether a rune is set off from Han by a gap: letters and digits of the scripts of Europe.
func isLatin(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xc0 && r < 0x250 && r != '×' && r != '÷' || r >= 0x370 && r < 0x460
}

// isWide tells whether the space beside a rune may be stretched to fill a line.
func isWide(r rune) bool {
	return isHan(r) || punctuation(r) != noPunctuation || r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xffef || r >= 0x2460 && r < 0x2600
}
