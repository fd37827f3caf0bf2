package generator_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"qmsdraft/generator"
	"qmsdraft/generator/diag"
	"qmsdraft/generator/doc"
	"qmsdraft/generator/format"
	"qmsdraft/generator/mdparse"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/render"
	"qmsdraft/profiles"
	"qmsdraft/templates"
)

// request asks for the set of a profile in the named formats.
func request(t testing.TB, file string, src []byte, formats ...string) generator.Request {
	t.Helper()
	sub, err := fs.Sub(templates.FS, "zh")
	if err != nil {
		t.Fatal(err)
	}
	r := generator.Request{File: file, Source: src, Templates: sub, Packs: profiles.FS, Program: "qmsdraft test"}
	for _, name := range formats {
		f, ok := format.ByName(name)
		if !ok {
			t.Fatalf("no format %s", name)
		}
		r.Formats = append(r.Formats, f)
	}
	return r
}

func generate(t testing.TB, file string, src []byte, formats ...string) *generator.Result {
	t.Helper()
	result, err := generator.Generate(context.Background(), request(t, file, src, formats...))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return result
}

// examples are the profiles of ../examples.
func examples(t testing.TB) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("../examples/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	out := map[string][]byte{}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = src
	}
	return out
}

// text is a generated file as a string.
func text(t testing.TB, r *generator.Result, id, extension string) string {
	t.Helper()
	for _, f := range r.Files {
		if f.ID == id && strings.HasSuffix(f.Path, extension) {
			return string(f.Data)
		}
	}
	t.Fatalf("the set has no %s%s", id, extension)
	return ""
}

// han counts the Chinese characters.
func han(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

func TestExamplesAreComplete(t *testing.T) {
	for name, src := range examples(t) {
		r := generate(t, name, src, "md")
		for _, f := range r.Fills {
			t.Errorf("%s: %s %s asks for %s (%s)", name, f.Document, f.Section, f.Label, f.Path)
		}
		for _, f := range r.Files {
			if bytes.Contains(f.Data, []byte("待填写：")) {
				t.Errorf("%s: %s has a fill-in", name, f.Path)
			}
		}
		if n := han(text(t, r, "manual", ".md")); n < 18000 {
			t.Errorf("%s: the manual has %d characters, want 18,000", name, n)
		}
		for _, d := range r.Set.Documents {
			if n := han(text(t, r, d.ID, ".md")); d.Folder == "2-程序文件" && n < 1400 {
				t.Errorf("%s: %s has %d characters, want 1,400", name, d.Title, n)
			}
		}
	}
}

// minimal is the least that a profile can be, with more lines appended.
func minimal(more string) []byte {
	return []byte("enterprise:\n  name: 天津示例新车业有限公司\n  short_name: 示例新\n  code: SLXC\n" + more)
}

func TestBlankProfiles(t *testing.T) {
	for name, src := range map[string][]byte{
		"no pack": minimal(""), "pack": minimal("cluster: bicycle\n"),
		"micro": minimal("  size: micro\n"), "micro with pack": minimal("  size: micro\ncluster: bicycle\n"), "full": minimal("  employees: 200\ncluster: bicycle\n"),
		"no design":   minimal("scope:\n  not_applicable:\n    - {clause: '8.3', reason: 全部特性由顾客图样规定}\n    - {clause: '8.5.3', reason: 没有顾客财产}\n"),
		"empty lists": minimal("departments: []\nobjectives: []\nrisks: []\nprocesses: []\nprocess_flow: []\ncontrol_points: []\nsuppliers: []\nequipment: []\ninstruments: []\ntraining: []\n"),
	} {
		t.Run(name, func(t *testing.T) {
			r := generate(t, name, src, "md", "docx", "pdf")
			if len(r.Fills) == 0 {
				t.Error("a blank profile has no fill-ins")
			}
			list := text(t, r, "fill-list", ".md")
			for _, f := range r.Fills {
				if f.Path == "" || f.Label == "" {
					t.Errorf("a fill-in of %s %s has no path or label: %+v", f.Document, f.Section, f)
				}
				if !strings.Contains(strings.ReplaceAll(list, `\`, ""), f.Path) {
					t.Errorf("待填清单 lacks %s", f.Path)
				}
			}
		})
	}
}

func TestFillingVanishesEverywhere(t *testing.T) {
	const path, value = "enterprise.address", "天津市示例区示例路 1 号"
	places := func(r *generator.Result) (n int) {
		for _, f := range r.Fills {
			if f.Path == path {
				n++
			}
		}
		return n
	}
	before := generate(t, "before", minimal("cluster: bicycle\n"), "md")
	after := generate(t, "after", minimal("  address: "+value+"\ncluster: bicycle\n"), "md")
	want := places(before)
	if want == 0 || places(after) != 0 {
		t.Fatalf("%d places before, %d after", want, places(after))
	}
	got := 0
	for _, f := range after.Files {
		got += strings.Count(string(f.Data), value)
	}
	if got != want {
		t.Errorf("the value stands in %d places, want %d", got, want)
	}
}

func TestSameBytes(t *testing.T) {
	src := examples(t)["../examples/bicycle.yaml"]
	a, b := generate(t, "a", src, "md", "docx", "pdf"), generate(t, "a", src, "md", "docx", "pdf")
	for i := range a.Files {
		if a.Files[i].Path != b.Files[i].Path || !bytes.Equal(a.Files[i].Data, b.Files[i].Data) {
			t.Errorf("%s differs between two runs", a.Files[i].Path)
		}
	}
}

func TestOnly(t *testing.T) {
	r := request(t, "x", minimal(""), "md")
	r.Only = []string{"case", "QP-13", "purchasing", "小微企业质量管理优良实践案例"}
	result, err := generator.Generate(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, f := range result.Files {
		ids = append(ids, f.ID)
	}
	if !slices.Equal(ids, []string{"case", "purchasing"}) {
		t.Errorf("files %v", ids)
	}
	r.Only = []string{"nothing", "nobody"}
	if _, err := generator.Generate(context.Background(), r); err == nil || strings.Count(err.Error(), "文件集中没有") != 2 {
		t.Errorf("unknown documents: %v", err)
	}
}

// TestUnknownNumbersAreToldWithTheirPlace: what would stop a template is found before, all of it, where the user wrote it.
func TestUnknownNumbersAreToldWithTheirPlace(t *testing.T) {
	src := minimal("internal_audit:\n  findings:\n    - {id: F1, clause: '8.5.9'}\npurchasing:\n  - {id: a, name: 甲, record: QR-99-01}\nproducts:\n  - {id: p, name: 乙, standards: [no-such]}\n")
	_, err := generator.Generate(context.Background(), request(t, "x.yaml", src, "md"))
	var list diag.List
	if !errors.As(err, &list) {
		t.Fatalf("got %v, want a diag.List", err)
	}
	var got []string
	for _, p := range list {
		got = append(got, fmt.Sprintf("%d %s", p.Line, p.Code))
	}
	if want := []string{"7 G13", "9 F03", "11 F14"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := generator.Generate(ctx, request(t, "x", minimal(""), "md")); err == nil {
		t.Error("a cancelled run succeeded")
	}
}

// BenchmarkFormat measures one document of the example in one format, from its tree.
func BenchmarkFormat(b *testing.B) {
	src := examples(b)["../examples/bicycle.yaml"]
	r := generate(b, "bicycle", src, "md")
	sub, _ := fs.Sub(templates.FS, "zh")
	engine, err := render.New(r.Set, sub)
	if err != nil {
		b.Fatal(err)
	}
	for _, d := range r.Set.Documents {
		if d.ID != "manual" && d.ID != "purchasing" {
			continue
		}
		tree := parse(b, engine, d)
		for _, f := range format.All() {
			b.Run(fmt.Sprintf("%s/%s", d.ID, f.Name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					var out bytes.Buffer
					if err := f.Write(&out, tree, format.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkSet measures the whole way of the example: profile to files in memory.
func BenchmarkSet(b *testing.B) {
	src := examples(b)["../examples/bicycle.yaml"]
	b.ReportAllocs()
	for b.Loop() {
		generate(b, "bicycle", src, "md", "docx", "pdf")
	}
}

func parse(t testing.TB, e *render.Engine, d *plan.Document) *doc.Document {
	t.Helper()
	markdown, err := e.Render(d)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := mdparse.Parse(d.Template, markdown, doc.Meta{ID: d.ID, Title: d.Title, Number: d.Number, Version: "A/0", Company: "示例"})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}
