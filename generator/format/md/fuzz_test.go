package md_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/mdparse"
)

// FuzzRoundTrip holds that the Markdown of a parsed source parses, and prints the same once more.
func FuzzRoundTrip(f *testing.F) {
	seeds, err := filepath.Glob("../../mdparse/testdata/good/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range seeds {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	for _, s := range doc.Samples() {
		f.Add(withoutFrontMatter(write(f, s.Document)))
	}
	f.Fuzz(holdRoundTrip)
}

// holdRoundTrip: when a source is one, its Markdown must read as the same tree, and print the same.
func holdRoundTrip(t *testing.T, src string) {
	d, err := mdparse.Parse("fuzz.md", []byte(src), doc.Meta{Numbering: doc.Unnumbered})
	if err != nil {
		return
	}
	first := write(t, d)
	again, err := again(first)
	if err != nil {
		t.Fatalf("%v\nsource %q\nwritten %q", err, src, first)
	}
	if got, want := describe(again.Blocks), describe(shown(d.Blocks)); got != want {
		t.Fatalf("tree after the round trip\n%s\nwant\n%s\nsource %q\nwritten %q", got, want, src, first)
	}
	if second := withoutFrontMatter(write(t, again)); second != withoutNumbers(withoutFrontMatter(first)) {
		t.Fatalf("second print %q\nfirst print %q\nsource %q", second, first, src)
	}
}

// TestRandomRoundTrip puts sources together from the words of the dialect, which bytes at random hardly ever do.
func TestRandomRoundTrip(t *testing.T) {
	words := []string{"文", "字", "a", "B1", " ", "  ", "\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n   2) ", "\n# ", "\n## ", "*", "**", "***", "_", "`", "``",
		"：", "。", "（", "）", "“", "|", "\\|", "\n| ", " |\n|---|\n| ", "\\", "\\*", "\\_", "\\#", "\\-", "\\[", "&amp;", "&#32;", "&lt;br>", "<", ">", "\\<br>", "<br>", "\\\n",
		"{", "}", "[", "]", "[甲]{.fill path=a}", "[乙]{.fill path=b value=\"*1* \"}", "[x](https://a.cn/b_(c)*|)", "<https://a.cn/d_e>", "http://a*b", "~", "!", "#", "-", "+", "1.", "=", ":::",
		"\n::: note\n", "\n:::\n", "\n::: table head=0\n", "\n---\n", "☐", "\n- [ ] ", "\u3000", "\t", "^^", "<<", "😀", "<!-- x -->", "$", "\"", "&", "&#9;", "`a|b`", "` `"}
	for seed := range uint64(20_000) {
		random := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(words[random.IntN(len(words))])
		}
		holdRoundTrip(t, b.String())
	}
}
