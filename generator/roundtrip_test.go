package generator_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qmsdraft/generator"
	"qmsdraft/generator/doc"
	"qmsdraft/generator/format"
	"qmsdraft/generator/format/docx"
	"qmsdraft/generator/render"
	"qmsdraft/templates"
)

// forgetful is the example without some of its facts: fill-ins of every kind beside given facts.
func forgetful(t *testing.T) []byte {
	t.Helper()
	src := examples(t)["../examples/bicycle.yaml"]
	missing := regexp.MustCompile(`(?m)^ +(phone|effective_on|prepared_by|reviewed_on|has_design|target|frequency|consent|start_time|chair): .*\n`)
	out := missing.ReplaceAll(src, nil)
	if lost := len(missing.FindAll(src, -1)); lost < 10 {
		t.Fatalf("only %d facts were taken out of the example", lost)
	}
	return out
}

// placed is a place of a fact in a document: its path, its text, whether it is filled.
type placed struct {
	path, text string
	filled     bool
}

// placesOf are the places of facts in a tree, in the order of a reader.
func placesOf(d *doc.Document) []placed {
	var out []placed
	doc.Inlines(d.Blocks, func(in doc.Inline) {
		if f, ok := in.(doc.Fill); ok && f.Path != "" {
			out = append(out, placed{f.Path, strings.TrimSpace(f.Shown()), f.Value != ""})
		}
	})
	return out
}

func pathsOf(places []placed) []string {
	var paths []string
	for _, p := range places {
		paths = append(paths, p.path)
	}
	return paths
}

// read is what docx.Read finds.
func read(t *testing.T, data []byte, paths []string) []placed {
	t.Helper()
	values, err := docx.Read(data, paths)
	if err != nil {
		t.Fatal(err)
	}
	var out []placed
	for _, v := range values {
		out = append(out, placed{v.Path, v.Text, v.Filled})
	}
	return out
}

// TestFactsComeBackFromLibreOffice saves documents with LibreOffice: no text may double or vanish, and every fact must be
// found again with its text.
func TestFactsComeBackFromLibreOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		if os.Getenv("QMSDRAFT_REQUIRE_TOOLS") == "1" {
			t.Fatal("soffice is missing")
		}
		t.Skip("soffice is not installed")
	}
	places, written := map[string][]placed{}, map[string][]byte{}
	for set, src := range map[string][]byte{"forgetful": forgetful(t), "blank": minimal("cluster: bicycle\n")} {
		for _, id := range []string{"manual", "purchasing", "audit-plan", "case"} {
			name := set + "-" + id + ".docx"
			tree := treeOf(t, src, id)
			var b bytes.Buffer
			if err := format.All()[1].Write(&b, tree, format.Options{}); err != nil {
				t.Fatal(err)
			}
			places[name], written[name] = placesOf(tree), b.Bytes()
		}
	}
	saved := saveWithOffice(t, written)
	for name, want := range places {
		t.Run(name, func(t *testing.T) {
			if before, after := bodyText(t, written[name]), bodyText(t, saved[name]); before != after {
				at := 0
				for at < min(len(before), len(after)) && before[at] == after[at] {
					at++
				}
				t.Errorf("the text of %d bytes has %d bytes now; it was …%.90q, it is …%.90q", len(before), len(after), before[max(0, at-30):], after[max(0, at-30):])
			}
			before, after := read(t, written[name], pathsOf(want)), read(t, saved[name], pathsOf(want))
			sameFacts(t, "saved", after, before)
			// A block of signatures is read by columns here and by rows there.
			sameFacts(t, "as written", sorted(before), sorted(want))
			t.Logf("%d facts, %d of them given", len(want), len(slices.DeleteFunc(slices.Clone(want), func(p placed) bool { return !p.filled })))
		})
	}
}

// bodyText is the text of a document without white space, each piece once: what stands in a fallback of drawings is there
// a second time for old programs.
func bodyText(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all strings.Builder
	inText := false
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return squeeze(all.String())
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			inText = x.Name.Local == "t"
			if x.Name.Local == "Fallback" {
				err = d.Skip()
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				all.Write(x)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func sorted(places []placed) []placed {
	return slices.SortedFunc(slices.Values(places), func(a, b placed) int {
		return cmp.Or(strings.Compare(a.path, b.path), strings.Compare(a.text, b.text))
	})
}

// sameFacts compares places one by one.
func sameFacts(t *testing.T, when string, got, want []placed) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("%s: %d of %d places are found; the first lost one is %+v", when, len(got), len(want), want[i])
		case i >= len(want) || got[i] != want[i]:
			t.Fatalf("%s: place %d of %d is %+v, want %+v", when, i+1, len(want), got[i], want[min(i, len(want)-1)])
		}
	}
}

// treeOf is the tree of one document of the set of a profile.
func treeOf(t *testing.T, src []byte, id string) *doc.Document {
	t.Helper()
	r := request(t, id, src, "md")
	r.Only = []string{id}
	result, err := generator.Generate(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	sub, err := fs.Sub(templates.FS, "zh")
	if err != nil {
		t.Fatal(err)
	}
	engine, err := render.New(result.Set, sub)
	if err != nil {
		t.Fatal(err)
	}
	d, ok := result.Set.Find(id)
	if !ok {
		t.Fatalf("no document %s", id)
	}
	return parse(t, engine, d)
}

// saveWithOffice opens files with LibreOffice and saves them as DOCX again, all in one run.
func saveWithOffice(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", "docx", "--outdir", filepath.Join(dir, "saved")}
	for name, data := range files {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, out)
	}
	saved := map[string][]byte{}
	for name := range files {
		data, err := os.ReadFile(filepath.Join(dir, "saved", name))
		if err != nil {
			t.Fatal(fmt.Errorf("LibreOffice saved nothing: %w", err))
		}
		saved[name] = data
	}
	return saved
}
