package output

import (
	"strings"
	"unicode"
)

// SafeName turns text into one name of a file or folder that Windows, macOS and Linux take: forbidden characters become
// -, device names such as CON get a leading _, blanks and dots at the end go. An empty result is _.
func SafeName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '-'
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	s = strings.TrimRight(strings.TrimSpace(s), ". ")
	stem, _, _ := strings.Cut(s, ".")
	if s == "" || isDevice(strings.ToUpper(strings.TrimSpace(stem))) {
		s = "_" + s
	}
	return s
}

// isDevice reports whether Windows keeps the name for a device.
func isDevice(name string) bool {
	switch name {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	if len(name) != 4 || name[3] < '0' || name[3] > '9' {
		return false
	}
	return name[:3] == "COM" || name[:3] == "LPT"
}
