package pdf

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

func TestWatermarkLiesUnderTheTextOfEveryPageAndIsNoText(t *testing.T) {
	d := manual(t)
	plain, marked := write(t, d), writeWith(t, d, Options{Watermark: " 示例 · 教学用 "})
	words := func(file []byte) string { return tool(t, file, "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-") }
	if a, b := words(plain), words(marked); a != b {
		t.Error("the watermark changes the text")
	}
	out := tool(t, marked, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	pages := strings.Split(out, "\n%% Contents for page ")[1:]
	if len(pages) != 14 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		mark, text := strings.Index(p, "/Artifact <</Type/Pagination>> BDC\nq 0.9 0.9 0.9 rg 0.7071 0.7071 -0.7071 0.7071 "), strings.Index(p, "BT\n")
		if mark < 0 || mark > text {
			t.Errorf("page %d: watermark at %d, text at %d", i+1, mark, text)
		}
		if n := strings.Count(p[max(mark, 0):max(text, 0)], "\nf\n"); n != 6 { // the blanks have no outline
			t.Errorf("page %d: %d signs", i+1, n)
		}
	}
	if bytes.Equal(plain, marked) || !bytes.Equal(plain, writeWith(t, d, Options{Watermark: " "})) {
		t.Error("a blank watermark is one")
	}
}

func TestLongWatermarkStaysOnThePage(t *testing.T) {
	for _, text := range []string{"受控", "样稿", "示例 · 教学用", "本文件仅供内部培训使用，未经批准不得外传、复印或用于认证审核"} {
		w, err := newWatermark(text, font.Default())
		if err != nil {
			t.Fatal(err)
		}
		if reach := w.size(595.3, 841.9) * (w.width + 1) / math.Sqrt2; reach > 595.3*style.WatermarkShare+0.1 {
			t.Errorf("%s reaches over %.0f pt", text, reach)
		}
	}
}

func TestWatermarkWithoutGlyphIsAnError(t *testing.T) {
	var b bytes.Buffer
	err := Write(&b, manual(t), Options{Watermark: "样\ue000稿"})
	if err == nil || !strings.Contains(err.Error(), "U+E000") || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}
