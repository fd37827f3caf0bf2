package fact

import (
	"strings"
	"testing"
)

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		format, text string
		good         bool
	}{
		{"uscc", "91350100M000100Y43", true}, // the example of GB 32100-2015, annex A
		{"uscc", "91350100M000100Y44", false},
		{"uscc", "91350100M000100Y4O", false},
		{"uscc", "9135010AM000100Y43", false},
		{"uscc", "91350100m000100y43", false},
		{"uscc", "91350100M000100Y4", false},
		{"uscc", "一二三四五六七八九十一二三四五六七八", false},
		{"code", "SLZX", true}, {"code", "AB", true}, {"code", "A", false}, {"code", "ABCDEFG", false}, {"code", "SL1", false},
		{"clause", "4", true}, {"clause", "8.5.1", true}, {"clause", "10.2.1", true}, {"clause", "7.1.5.2", true}, {"clause", "8.5.1 f)", true},
		{"clause", "3.1", false}, {"clause", "8.5.1.", false}, {"clause", "8.0", false}, {"clause", "8.5.1、8.6", false},
		{"form", "QR-14-03", true}, {"form", "QR-14-3", false}, {"form", "QP-14", false},
		{"", "anything", true},
	} {
		if bad := checkFormat(c.format, c.text); (bad == nil) != c.good {
			t.Errorf("%s %q: %v", c.format, c.text, bad)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"name", "short_name", "control_points", "staff"}
	for word, want := range map[string]string{
		"nane": "name", "Name": "name", "shortname": "short_name", "control_point": "control_points", "controlpoints": "control_points",
		"stuff": "staff", "xyz": "", "": "", strings.Repeat("a", 1000): "",
	} {
		if got, _ := nearest(word, words); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestShownIsShortAndClean(t *testing.T) {
	if got := shown("a\n\x1b[31m\u202eb"); got != "「a  [31m b」" {
		t.Errorf("%q", got)
	}
	if got := shown(strings.Repeat("长", 50)); got != "「"+strings.Repeat("长", 40)+"…」" {
		t.Errorf("%q", got)
	}
}
