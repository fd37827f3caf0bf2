package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

func setLines(s string, width float64, justify bool) []line {
	sh := &shaper{fonts: font.Default()}
	return bookish.breakLines(sh.shape([]doc.Inline{doc.Text(s)}, attributes{face: style.Song, size: 10}), width, width, justify)
}

func shown(l line) string {
	var b strings.Builder
	for _, c := range l.chars {
		b.WriteRune(c.r)
	}
	return b.String()
}

func TestLinesBreakWhereAReaderExpects(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"no comma at the start, one sign goes along", "一二三四五，六七八九十", 50, []string{"一二三四", "五，六七八", "九十"}},
		{"the blank half of a comma needs no room at the end", "一二三四五，六七八九十", 55, []string{"一二三四五，", "六七八九十"}},
		{"no opening bracket at the end", "一二三四（五六七八）", 50, []string{"一二三四", "（五六七八）"}},
		{"quotes are brackets", "一二三四“五六七八”", 50, []string{"一二三四", "“五六七八”"}},
		{"words are whole", "采购 purchase order 单", 55, []string{"采购 ", "purchase ", "order 单"}},
		{"quantity is whole", "一二三四五六七八九十一二三四五六七八九十一二三四五 0.1 mm 厚", 268, []string{"一二三四五六七八九十一二三四五六七八九十一二三四五 ", "0.1 mm 厚"}},
		{"standard is whole", "一二三四五六七八九十一二三四五六七八九十一二三四五按一二三四五六七八九十一二三四五六七八九十一二三四五按 GB/T 19001 标准", 555, []string{"一二三四五六七八九十一二三四五六七八九十一二三四五按一二三四五六七八九十一二三四五六七八九十一二三四五按 ", "GB/T 19001 标准"}},
		{"quantity is parted rather than a loose line", "一二三四五六七八九 123456789 mm 厚", 142, []string{"一二三四五六七八九 123456789 ", "mm 厚"}},
		{"long address is parted behind a slash", "见https://example.com/aaaaaaaaaa/bbbbbbbbbb/c", 120, []string{"见https://example.com/", "aaaaaaaaaa/bbbbbbbbbb/c"}},
		{"dash pair is whole", "一二三四——五六", 50, []string{"一二三", "四——五六"}},
		{"line feed", "一\n二", 100, []string{"一\n", "二"}},
	} {
		lines := setLines(c.text, c.width, true)
		var got []string
		for _, l := range lines {
			got = append(got, shown(l))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBlankHalvesAreCut(t *testing.T) {
	for text, want := range map[string]float64{
		"一。」二": 35, "一「『二": 35, "「一」": 20, "一，“二": 35, "一A": 10 + 7.22 + 10*hanLatinGap, "一 A": 10 + 2.5 + 7.22,
	} {
		if l := setLines(text, 500, true)[0]; l.width < want-0.05 || l.width > want+0.05 {
			t.Errorf("%q is %.2f wide, want %.2f", text, l.width, want)
		}
	}
}

func TestRandomTextLosesNothingAndObeysTheRules(t *testing.T) {
	alphabet := []rune("质量管理体系文件，。、；：？！）」』】》（「『【《“‘”’ABC abc 123 ％—…·～①℃%.-/")
	random := rand.New(rand.NewPCG(1, 2))
	lines := 0
	for range 1500 {
		var b strings.Builder
		for range 120 {
			if n := len(alphabet); random.IntN(3) > 0 {
				b.WriteRune(alphabet[random.IntN(8)])
			} else {
				b.WriteRune(alphabet[random.IntN(n)])
			}
		}
		text, width := b.String(), 60+random.Float64()*300
		var got strings.Builder
		set := setLines(text, width, random.IntN(2) == 0)
		for i, l := range set {
			got.WriteString(shown(l))
			checkLine(t, l, width, i > 0)
		}
		lines += len(set)
		if got.String() != text {
			t.Fatalf("text was changed:\n%s\n%s", text, got.String())
		}
	}
	if lines < 10000 {
		t.Errorf("only %d lines were tried", lines)
	}
}

// checkLine holds that a line is not too wide and, unless the text left no choice, does not start or end with a forbidden sign.
func checkLine(t *testing.T, l line, width float64, follows bool) {
	t.Helper()
	runes := []rune(strings.TrimRight(shown(l), " "))
	if len(runes) == 0 {
		return
	}
	if l.width > width+0.05 {
		t.Errorf("line %q is %.2f wide, has %.2f", shown(l), l.width, width)
	}
	choice := func(a, b rune) bool { return !forbidden(a, b) }
	free := false
	for i := 1; i < len(runes); i++ {
		free = free || choice(runes[i-1], runes[i])
	}
	if first := runes[0]; follows && free && strings.ContainsRune("，。、；：？！）」』】》”’", first) {
		t.Errorf("line starts with %c: %q", first, shown(l))
	}
}

func TestJustifiedLinesFillTheirWidth(t *testing.T) {
	text := strings.Repeat("质量管理体系文件，按 GB/T 19001 编制；“样稿”须由企业修改。", 12)
	lines := setLines(text, 300, true)
	for i, l := range lines[:len(lines)-1] {
		if l.width < 299.9 || l.width > 300.1 {
			t.Errorf("line %d is %.2f wide", i, l.width)
		}
	}
	if last := lines[len(lines)-1]; last.width > 299 {
		t.Errorf("last line was stretched to %.2f", last.width)
	}
}

func BenchmarkShapeAndBreak(b *testing.B) {
	s := strings.Repeat("质量管理体系文件编写规范ABC123，", 60)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		setLines(s, 460, true)
	}
}
