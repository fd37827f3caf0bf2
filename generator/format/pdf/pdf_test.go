package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/layout"
)

func write(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	return writeWith(t, d, Options{})
}

func writeWith(t testing.TB, d *doc.Document, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs an outside program on a file; the test is skipped where the program is absent.
func tool(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("QMSDRAFT_REQUIRE_TOOLS") == "1" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", path)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func TestSamplesAreSoundAndComeOutTheSame(t *testing.T) {
	for _, s := range doc.Samples() {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			file := write(t, s.Document)
			if !bytes.Equal(file, write(t, s.Document)) {
				t.Error("two runs differ")
			}
			tool(t, file, "qpdf", "--check", "FILE")
		})
	}
}

func TestTextCanBeReadBack(t *testing.T) {
	blank := strings.NewReplacer(" ", "", "\n", "", "\f", "", "　", "")
	for _, s := range doc.Samples() {
		r, err := layout.Compose(s.Document, font.Default())
		if err != nil {
			t.Fatal(err)
		}
		want := ""
		for _, p := range r.Pages {
			for _, run := range p.Runs {
				for _, g := range run.Glyphs {
					want += string(g.Rune)
				}
			}
		}
		got := tool(t, write(t, s.Document), "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-")
		if counted(blank.Replace(got)) != counted(blank.Replace(want)) {
			t.Errorf("%s: read back\n%s\nwant\n%s", s.Name, blank.Replace(got), blank.Replace(want))
		}
	}
}

// counted gives every character with its number, in the order of code points.
func counted(s string) string {
	n := map[rune]int{}
	for _, r := range s {
		n[r]++
	}
	return fmt.Sprint(n)
}

func TestFontsAreEmbeddedAndCut(t *testing.T) {
	out := tool(t, write(t, manual(t)), "pdffonts", "FILE")
	lines := strings.Split(strings.TrimSpace(out), "\n")[2:]
	if len(lines) < 4 {
		t.Errorf("only %d fonts:\n%s", len(lines), out)
	}
	for _, l := range lines {
		if !strings.Contains(l, "yes yes yes") || l[6] != '+' {
			t.Errorf("font is not embedded, cut and readable: %s", l)
		}
	}
}

func TestInformation(t *testing.T) {
	d := manual(t)
	d.Meta.Title, d.Meta.Company = `手册（"𠮷"）\(1)`, "示例公司 & <甲>"
	out := tool(t, write(t, d), "pdfinfo", "-isodates", "FILE")
	for _, want := range []string{`手册（"𠮷"）\(1)`, "示例公司 & <甲>", "SLZX/QM-2023", "2023-07-01T08:00:00Z", "Tagged:          yes"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
	d.Meta.Created = time.Time{}
	if out := tool(t, write(t, d), "pdfinfo", "-isodates", "FILE"); strings.Contains(out, "Date") {
		t.Errorf("a document without date has one:\n%s", out)
	}
}

func TestStructureHoldsTheTextInOrder(t *testing.T) {
	out := tool(t, write(t, manual(t)), "pdfinfo", "-struct-text", "FILE")
	at := 0
	for _, want := range []string{"TOC", "TOCI", "H1", "第 1 部分", "LI", "Lbl", "LBody", "Note", "Caption", "TH", "TD"} {
		next := strings.Index(out[at:], want)
		if next < 0 {
			t.Fatalf("%s does not follow in the structure", want)
		}
		at += next
	}
	if strings.Contains(out, "未经批准不得复印") {
		t.Error("the footer is part of the text")
	}
}

func TestOutlineAndLinks(t *testing.T) {
	out := tool(t, write(t, manual(t)), "qpdf", "--json", "--json-key=outlines", "FILE")
	for _, want := range []string{`"title": "0　概述"`, `"title": "附录A　职能分配表"`, `"destpageposfrom1": 3`} {
		if !strings.Contains(out, want) {
			t.Errorf("outline lacks %s", want)
		}
	}
	d := &doc.Document{Blocks: []doc.Block{&doc.Paragraph{Text: []doc.Inline{doc.Link{URL: "https://example.com/甲(1)", Text: text("甲")}}}}}
	if file := write(t, d); !bytes.Contains(file, []byte(`https://example.com/%E7%94%B2\(1\)`)) {
		t.Error("the address of the link is not in the file")
	}
}

func TestMissingCharacterIsAnErrorWithItsPlace(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: "采购控制程序", FirstNumber: 1}, Blocks: []doc.Block{
		&doc.Heading{Level: 1, Text: text("职责")}, &doc.Paragraph{Text: text("由\ue000部负责。")}}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	err := Write(&b, d, Options{})
	for _, want := range []string{"U+E000", "采购控制程序", "1　职责", "部负责"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v lacks %s", err, want)
		}
	}
	if b.Len() > 0 {
		t.Error("something was written")
	}
}

func TestErrorOfTheWriterComesBack(t *testing.T) {
	if err := Write(broken{}, manual(t), Options{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}

var errBroken = errors.New("disk full")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestGoroutinesWriteTheSameBytes(t *testing.T) {
	d := manual(t)
	want := [][]byte{write(t, d), writeWith(t, d, Options{Watermark: "样稿"}), write(t, flowDocument(t))}
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			// One tree for some, one of their own for others.
			own := []*doc.Document{d, manual(t), flowDocument(t)}
			for n := range own {
				k := (n + i) % len(own)
				if got := writeWith(t, own[k], Options{Watermark: []string{"", "样稿", ""}[k]}); !bytes.Equal(got, want[k]) {
					t.Errorf("bytes of document %d differ", k)
				}
			}
		})
	}
	group.Wait()
}

// The text of the pages, line by line. UPDATE_GOLDEN=1 writes it anew.
func TestManualIsSetAsBefore(t *testing.T) {
	r, err := layout.Compose(manual(t), font.Default())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d pages\n", len(r.Pages))
	for i, p := range r.Pages {
		fmt.Fprintf(&b, "\n== page %d, %.1f x %.1f, %d rules, %d rectangles, %d links", i+1, p.Width, p.Height, len(p.Rules), len(p.Rects), len(p.Links))
		y := -1.0
		for _, run := range p.Runs {
			if run.Y != y {
				fmt.Fprintf(&b, "\n%.1f %.1f ", run.X, run.Y)
				y = run.Y
			}
			for _, g := range run.Glyphs {
				b.WriteRune(g.Rune)
			}
			b.WriteByte('|')
		}
		b.WriteByte('\n')
	}
	const golden = "testdata/manual.golden"
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		got, old := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
		for i := range min(len(got), len(old)) {
			if got[i] != old[i] {
				t.Fatalf("line %d of the golden file:\n got %s\nwant %s", i+1, got[i], old[i])
			}
		}
		t.Fatalf("%d lines, want %d", len(got), len(old))
	}
}

func BenchmarkLayout(b *testing.B) {
	d := manual(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := layout.Compose(d, font.Default()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWrite is a document of 14 pages, from the tree to the bytes.
func BenchmarkWrite(b *testing.B) {
	d := manual(b)
	b.ReportAllocs()
	for b.Loop() {
		write(b, d)
	}
}

func BenchmarkWriteOnAllCores(b *testing.B) {
	d := manual(b)
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			write(b, d)
		}
	})
}
