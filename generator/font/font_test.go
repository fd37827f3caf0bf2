package font

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math"
	"os"
	"strings"
	"sync"
	"testing"

	"qmsdraft/generator/style"
)

func TestEveryNeededRuneIsFound(t *testing.T) {
	needed := "质量手册目录ABCabc0189𠮷镕堃喆頔䶮犇☑☐★▲△●○■◆℃Φ±≥≤μ①⑳㎡‰№√×÷＿　“”‘’—…·°〃→←↑↓😀🎉Ωλ③ⅠⅫ㈱㊣✓"
	for _, face := range []style.Face{style.Song, style.Hei, style.Kai, style.Mono} {
		for _, bold := range []bool{false, true} {
			for _, r := range needed {
				if _, ok := Default().Glyph(face, bold, r); !ok {
					t.Errorf("face %d bold %v: no glyph for %c U+%04X", face, bold, r, r)
				}
			}
		}
	}
}

func TestRuneThatIsNowhereIsToldNotDrawn(t *testing.T) {
	for _, r := range []rune{0xE000, 0x10FFFD, 0x0E01, '\x01'} {
		if g, ok := Default().Glyph(style.Song, false, r); ok {
			t.Errorf("U+%04X found in %s", r, g.Font.Name())
		}
	}
}

func TestStandInForBoldIsMarked(t *testing.T) {
	for r, fake := range map[rune]bool{'质': false, 'A': false, '𠮷': true, '頔': true, '☑': true} {
		if g, _ := Default().Glyph(style.Hei, false, r); g.Fake != fake {
			t.Errorf("%c: fake is %v", r, g.Fake)
		}
	}
}

func TestWidth(t *testing.T) {
	for text, want := range map[string]float64{"": 0, "质量": 24, "质量，（": 48, "“”": 24, "A": 8.666, "1": 6, "\U0010FFFD": 12, "\u200b": 0, "𠮷": 12} {
		if got := Default().Width(style.Song, false, 12, text); math.Abs(got-want) > 0.01 {
			t.Errorf("width of %q is %.3f, want %.3f", text, got, want)
		}
	}
}

// The Latin faces have the widths of Times New Roman and Arial, so that the lines of a DOCX break alike.
func TestLatinHasTheWidthsOfTimesAndArial(t *testing.T) {
	for _, c := range []struct {
		face style.Face
		text string
		want float64 // in thousandths, from the AFM files of Times-Roman and Helvetica-Bold
	}{{style.Song, "AWgm.", 722 + 944 + 500 + 778 + 250}, {style.Hei, "AWgm.", 722 + 944 + 611 + 889 + 278}} {
		if got := Default().Width(c.face, false, 1000, c.text); math.Abs(got-c.want) > 5 {
			t.Errorf("face %d: %q is %.1f wide, want %.1f", c.face, c.text, got, c.want)
		}
	}
}

func TestSubsetKeepsOutlinesAndWidths(t *testing.T) {
	for _, text := range []string{"质量手册0189", "ÀéŐA", "𠮷"} {
		var glyphs []uint16
		var fonts []*Font
		for _, r := range text {
			g, _ := Default().Glyph(style.Song, false, r)
			glyphs, fonts = append(glyphs, g.ID), append(fonts, g.Font)
		}
		whole := fonts[0]
		data, count := whole.Subset(append(glyphs, glyphs[0]))
		cut := &Font{name: "cut", tables: directory(table(data)), upm: whole.upm, longLoca: true, long: count, glyphs: count}
		cut.hmtx, cut.loca, cut.glyf = cut.tables["hmtx"], cut.tables["loca"], cut.tables["glyf"]
		for i, id := range glyphs {
			if fonts[i] != whole {
				continue
			}
			if cut.Advance(uint16(i+1)) != whole.Advance(id) || cut.bearing(uint16(i+1)) != whole.bearing(id) {
				t.Errorf("%s: measures of glyph %d changed", text, i+1)
			}
			if len(cut.outline(uint16(i+1))) < len(whole.outline(id)) {
				t.Errorf("%s: outline of glyph %d is shorter than before", text, i+1)
			}
		}
		if checksum(data) != 0xB1B0AFBA {
			t.Errorf("%s: checksum of the font is %X", text, checksum(data))
		}
		if again, _ := whole.Subset(append(glyphs, glyphs[0])); string(again) != string(data) {
			t.Errorf("%s: two cuts differ", text)
		}
	}
}

func TestBrokenFontIsAnErrorNotAPanic(t *testing.T) {
	for cut := 0; cut < 400; cut += 7 {
		if _, err := Parse("broken", serifData[:cut]); err == nil {
			t.Errorf("the first %d bytes were taken for a font", cut)
		}
	}
	garbled := []byte(latinSerifData)
	for i := 200; i < len(garbled); i += 11 {
		garbled[i] ^= 0xff
	}
	if f, err := Parse("garbled", string(garbled)); err == nil {
		f.Subset([]uint16{f.Glyph('A'), 5000})
	}
}

func TestDataIsWhatTheSumsSay(t *testing.T) {
	sums, err := os.ReadFile("data/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for line := range strings.Lines(string(sums)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		data, err := os.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		total += len(data)
		if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != sum {
			t.Errorf("%s: sum is %s, want %s", name, got, sum)
		}
	}
	if total > 20_000_000 {
		t.Errorf("fonts take %d bytes, more than 20 MB", total)
	}
	texts, err := fs.Glob(Licences, "data/OFL-*.txt")
	if err != nil || len(texts) < 8 {
		t.Errorf("%d licence texts (%v)", len(texts), err)
	}
}

func TestSetIsSharedByGoroutines(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if w := newDefault().Width(style.Hei, true, 10, "质量𠮷😀"); w <= 30 {
				t.Errorf("width is %.2f", w)
			}
			Default().Width(style.Song, false, 10, "頔𠮷")
		})
	}
	group.Wait()
}

func BenchmarkWidth(b *testing.B) {
	for b.Loop() {
		Default().Width(style.Song, false, 12, "质量管理体系文件ABC123")
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse("x", serifData); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSubset600(b *testing.B) {
	f, err := Parse("x", serifData)
	if err != nil {
		b.Fatal(err)
	}
	var glyphs []uint16
	for r := rune(0x4e00); len(glyphs) < 600; r++ {
		if g := f.Glyph(r); g != 0 {
			glyphs = append(glyphs, g)
		}
	}
	for b.Loop() {
		f.Subset(glyphs)
	}
}
