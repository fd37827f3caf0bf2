package generator_test

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/pdf"
	"qmsdraft/generator/mdparse"
)

// fourteenPages is the Markdown of a document with cover and contents, made of two procedures of the example.
func fourteenPages(t testing.TB) []byte {
	t.Helper()
	src, err := os.ReadFile("testdata/fourteen-pages.md")
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// printed is the whole way from Markdown to the bytes of a PDF.
func printed(t testing.TB, src []byte) []byte {
	d, err := mdparse.Parse("fourteen-pages.md", src, doc.Meta{Title: "程序文件选编", Number: "SLZX/QP-2023", Version: "A/0", Company: "天津示例骑风车业有限公司"})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, d, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asTheProgram lets the collector run as seldom as in cmd/qmsdraft.
func asTheProgram(b *testing.B) {
	before := debug.SetGCPercent(400)
	b.Cleanup(func() { debug.SetGCPercent(before) })
}

func TestTheDocumentOfTheBenchmarksHas14Pages(t *testing.T) {
	if n := bytes.Count(printed(t, fourteenPages(t)), []byte("<</Type /Page\n")); n != 14 {
		t.Errorf("it has %d pages", n)
	}
}

// BenchmarkPDF14Pages goes from text to bytes: parse, set, draw, cut fonts, compress. Aim: 12 ms and 25 MB on one core.
func BenchmarkPDF14Pages(b *testing.B) {
	asTheProgram(b)
	src := fourteenPages(b)
	b.ReportAllocs()
	for b.Loop() {
		printed(b, src)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
}

// BenchmarkPDF14PagesOnAllCores is the same on -cpu cores at once.
func BenchmarkPDF14PagesOnAllCores(b *testing.B) {
	asTheProgram(b)
	src := fourteenPages(b)
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			printed(b, src)
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
}

// BenchmarkPDFMemory tells the memory after a number of documents: what is still in use, and what was taken from the system.
func BenchmarkPDFMemory(b *testing.B) {
	asTheProgram(b)
	src := fourteenPages(b)
	for _, n := range []int{1, 100, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				for range n {
					printed(b, src)
				}
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapSys)/1e6, "MB-taken")
			runtime.GC()
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapAlloc)/1e6, "MB-in-use")
		})
	}
}
