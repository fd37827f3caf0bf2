package docx

import (
	"fmt"
	"regexp"
	"strings"
)

// bookmarkPrefix begins the names of the bookmarks around facts; a name that begins with a low line is hidden in Word.
const bookmarkPrefix = "_f_"

// longestStem leaves room for the prefix and the number within the 40 characters that Word takes for the name of a bookmark.
const longestStem = 30

// plainPath matches paths that can be read back from the name of a bookmark: words with dots between them.
var plainPath = regexp.MustCompile(`^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)*$`)

// withChecksum matches the other stems, so that a word that looks like a checksum is not taken for one.
var withChecksum = regexp.MustCompile(`_[0-9a-f]{10}$`)

// bookmarkStem is what the names of all bookmarks at places of a fact begin with, without the prefix. A name may hold Latin
// letters, digits and low lines only, so most paths need a checksum; a path of plain words is written out, with low lines
// for its dots. The letters before a checksum only help who looks at the file.
func bookmarkStem(path string) string {
	stem := strings.ReplaceAll(path, ".", "_")
	if plainPath.MatchString(path) && len(stem) <= longestStem && !withChecksum.MatchString(stem) {
		return stem
	}
	words := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		default:
			return '_'
		}
	}, path)
	return fmt.Sprintf("%s_%010x", strings.TrimRight(words[:min(len(words), longestStem-11)], "_"), checksum(path)&0xff_ffff_ffff)
}

// bookmarkName is the name of the bookmark at the nth place of a fact.
func bookmarkName(path string, n int) string {
	return fmt.Sprintf("%s%s_%d", bookmarkPrefix, bookmarkStem(path), n)
}

// stemOf is the stem in the name of a bookmark; ok is false for the bookmarks of anything else.
func stemOf(name string) (stem string, ok bool) {
	rest, ok := strings.CutPrefix(name, bookmarkPrefix)
	i := strings.LastIndexByte(rest, '_')
	if !ok || i < 1 {
		return "", false
	}
	return rest[:i], true
}
