package md

import (
	"strings"

	"qmsdraft/generator/doc"
)

// numberPath makes heading numbers that are unique in their document. Decimal numbers are; of a Chinese number the
// numbers above it are a part, as in 一（二）3.
type numberPath struct {
	chinese bool
	above   [5]string // by level
}

func (n *numberPath) next(h *doc.Heading) string {
	number := strings.ReplaceAll(h.Number, "、", "")
	number = strings.TrimSuffix(number, ".")
	if !n.chinese || h.Level < 1 || h.Level >= len(n.above) || number == "" {
		return number
	}
	if strings.HasPrefix(number, "附录") || strings.Contains(number, ".") {
		n.above = [5]string{}
		return number
	}
	n.above[h.Level] = n.above[h.Level-1] + number
	return n.above[h.Level]
}
