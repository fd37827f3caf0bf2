package mdparse_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/doc"
	"qmsdraft/generator/mdparse"
)

// TestGood reads every testdata/good/*.md and compares the tree with the .tree beside it.
func TestGood(t *testing.T) {
	for _, name := range files(t, "testdata/good/*.md") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			d, err := mdparse.Parse(filepath.Base(name), read(t, name), doc.Meta{FirstNumber: 1})
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, block := range d.Blocks {
				dump(&b, reflect.ValueOf(block), "")
				b.WriteString("\n")
			}
			golden(t, strings.TrimSuffix(name, ".md")+".tree", b.String())
		})
	}
}

// TestBad reads every testdata/bad/*.md and compares the problems with the .errors beside it.
func TestBad(t *testing.T) {
	for _, name := range files(t, "testdata/bad/*.md") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			d, err := mdparse.Parse(filepath.Base(name), read(t, name), doc.Meta{FirstNumber: 1})
			var list diag.List
			if !errors.As(err, &list) || d != nil {
				t.Fatalf("got %v, %v; want no document and a diag.List", d, err)
			}
			golden(t, strings.TrimSuffix(name, ".md")+".errors", list.Error()+"\n")
		})
	}
}

// TestFigureProblems holds that the problems of the YAML of a figure are placed in the file around it; the words are those
// of package fact.
func TestFigureProblems(t *testing.T) {
	tests := map[string]string{
		"kind: flwo\nnodes:\n  - {id: a, text: 一}":        "x.md:4:7",
		"kind: flow\ntilte: x":                            "x.md:5:1",
		"kind: flow\nnodes:\n  - {id: a}":                 "x.md:6:5",
		"kind: flow\nnodes: 1":                            "x.md:5:8",
		"kind: flow\nnodes:\n  - {text: 一, marks: [kee]}": "x.md:6:23",
		"kind: 'flow":                                     "x.md:4:1",
	}
	for yaml, want := range tests {
		_, err := mdparse.Parse("x.md", []byte("# 图\n\n```figure\n"+yaml+"\n```\n"), doc.Meta{})
		var list diag.List
		if !errors.As(err, &list) || list[0].Position() != want {
			t.Errorf("%q: got %v, want a problem at %s", yaml, err, want)
		}
	}
}

func TestLineEnds(t *testing.T) {
	for _, src := range []string{"\ufeff# 一\r\n\r\n二\r\n", "# 一\n\n二", "# 一\n\n二\n"} {
		d, err := mdparse.Parse("x.md", []byte(src), doc.Meta{FirstNumber: 1})
		if err != nil || len(d.Blocks) != 2 || doc.PlainText(d.Blocks[1].(*doc.Paragraph).Text) != "二" {
			t.Errorf("%q: %v %v", src, d, err)
		}
	}
}

func TestLimits(t *testing.T) {
	tests := map[string]string{
		"size":    strings.Repeat("文", mdparse.MaxSize/3+1),
		"lists":   strings.Repeat("- ", 5000) + "x",
		"divs":    strings.Repeat("::: note\n", 100) + strings.Repeat(":::\n", 100),
		"inlines": strings.Repeat("*a ", 100) + strings.Repeat("a* ", 100),
		"marks":   strings.Repeat("[", 100_000),
		"stars":   strings.Repeat("*a ", 100_000),
		"images":  strings.Repeat("![](", 50_000),
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			if _, err := mdparse.Parse("x.md", []byte(src), doc.Meta{}); err == nil {
				t.Error("no error")
			}
			if took := time.Since(begin); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestLongParagraph holds that the time grows with the length and not with its square.
func TestLongParagraph(t *testing.T) {
	begin := time.Now()
	d, err := mdparse.Parse("x.md", []byte(strings.Repeat("文字\n", 200_000)), doc.Meta{})
	if err != nil || doc.PlainText(d.Blocks[0].(*doc.Paragraph).Text) != strings.Repeat("文字", 200_000) {
		t.Errorf("wrong text, or %v", err)
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/good/*.md", "testdata/bad/*.md"} {
		for _, name := range files(f, pattern) {
			f.Add(string(read(f, name)))
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		d, err := mdparse.Parse("fuzz.md", []byte(src), doc.Meta{FirstNumber: 1})
		var list diag.List
		switch {
		case err == nil:
			if err := doc.Finish(d); err != nil {
				t.Errorf("a parsed document is not finished: %v", err)
			}
		case !errors.As(err, &list) || len(list) == 0:
			t.Errorf("error is no diag.List: %v", err)
		}
		for _, p := range list {
			if p.Line < 1 || p.Line > strings.Count(src, "\n")+1 || p.Message == "" || p.File != "fuzz.md" {
				t.Errorf("problem without its place: %+v", p)
			}
		}
	})
}

func files(t testing.TB, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	return names
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// golden compares with a file, or rewrites it when UPDATE_GOLDEN=1.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(read(t, name)); got != want {
		t.Errorf("differs from %s; got\n%s", name, got)
	}
}

// dump writes a tree with the names of its types and without zero fields.
func dump(b *strings.Builder, v reflect.Value, indent string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		dump(b, v.Elem(), indent)
	case reflect.Slice:
		for i := range v.Len() {
			b.WriteString("\n" + indent + "- ")
			dump(b, v.Index(i), indent+"  ")
		}
	case reflect.Struct:
		b.WriteString(v.Type().Name())
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				b.WriteString(" " + v.Type().Field(i).Name + "=")
				dump(b, v.Field(i), indent+"  ")
			}
		}
	case reflect.String:
		if v.Type().Name() != "string" {
			b.WriteString(v.Type().Name())
		}
		fmt.Fprintf(b, "%q", v.String())
	default:
		fmt.Fprint(b, v.Interface())
	}
}

func BenchmarkParse(b *testing.B) {
	var src []byte
	for _, name := range []string{"divs", "lists", "tables", "text"} {
		body := strings.NewReplacer("{#wide}", "").Replace(string(read(b, "testdata/good/"+name+".md")))
		src = append(src, strings.Repeat(body+"\n\n", 10)...)
	}
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := mdparse.Parse("x.md", src, doc.Meta{FirstNumber: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
