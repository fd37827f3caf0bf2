package layout

import (
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

// TestLinesBreakAsInLibreOffice holds what LibreOffice 7.4 was seen to do; the texts are set 10 points large.
func TestLinesBreakAsInLibreOffice(t *testing.T) {
	long := strings.Repeat("一", longPath)
	for _, c := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"a comma hangs over the end", "一二三四五，六七八九十", 50, []string{"一二三四五，", "六七八九十"}},
		{"a comma before Latin hangs, too", "一二三四五，ABCD", 50, []string{"一二三四五，", "ABCD"}},
		{"nothing hangs behind Latin", "一二三四AB），六", 73, []string{"一二三四", "AB），六"}},
		{"a bracket does not hang", "一二三四五）六七八九十", 55, []string{"一二三四", "五）六七八", "九十"}},
		{"signs side by side keep their blanks", "《一》（二）三四", 55, []string{"《一》", "（二）三四"}},
		{"a number is parted behind a hyphen", "一二三四五见QR-14-03", 90, []string{"一二三四五见QR-", "14-03"}},
		{"not right behind a slash", "一二三四五六SLZX/QR", 86, []string{"一二三四五六", "SLZX/QR"}},
		{"behind a slash when one more letter fits", "一二三四五六SLZX/QR", 97, []string{"一二三四五六SLZX/", "QR"}},
		{"right behind a slash in a long piece", long + "一SLZX/QR", 10*longPath + 41, []string{long + "一SLZX/", "QR"}},
		{"no end between punctuation and Latin", "一二三四五六、ABCD", 90, []string{"一二三四五", "六、ABCD"}},
		{"no end between Latin and a bracket", "一二三四五六ABCD（一二", 95, []string{"一二三四五六", "ABCD（一二"}},
		{"quantities are parted", "一二三四五六 0.1 mm 厚", 80, []string{"一二三四五六 0.1 ", "mm 厚"}},
		{"operators are narrow, the dash is wide", "一×÷±—二", 37, []string{"一×÷±—", "二"}},
	} {
		sh := &shaper{fonts: font.Default(), word: true}
		var got []string
		for _, l := range (squeezing{hang: true}).breakLines(sh.shape([]doc.Inline{doc.Text(c.text)}, attributes{face: style.Song, size: 10}), c.width, c.width, true) {
			got = append(got, shown(l))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestShortTablesStayWholeUnlessTheyAreHigh(t *testing.T) {
	low, high, long := table(1, 5, "短"), table(1, 5, strings.Repeat("很长的内容", 60)), table(1, style.ShortTableRows+1, "短")
	d := &doc.Document{Blocks: []doc.Block{low, high, long}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	r, err := ComposeForWord(d, font.Default())
	if err != nil {
		t.Fatal(err)
	}
	if !r.StaysWhole(low) || r.StaysWhole(high) || r.StaysWhole(long) {
		t.Errorf("whole: low %v, high %v, long %v", r.StaysWhole(low), r.StaysWhole(high), r.StaysWhole(long))
	}
	if h := r.TableHeight(low); h < 5*19 || h > 5*20+2 {
		t.Errorf("five rows are %.1f high", h)
	}
}

func TestTablesWithoutCaptionKeepADistance(t *testing.T) {
	r := compose(t, para(1), table(0, 1, "一"))
	edge := 0.0
	for _, rule := range r.Pages[0].Rules {
		if rule.Width == style.TableFrame && rule.Y1 == rule.Y2 && rule.Y1 > style.MarginTop && (edge == 0 || rule.Y1 < edge) {
			edge = rule.Y1
		}
	}
	if want := style.MarginTop + style.House().Body.Pitch + style.TableBefore; edge < want-slack || edge > want+slack {
		t.Errorf("the table starts at %.1f, want %.1f", edge, want)
	}
}
