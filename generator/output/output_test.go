package output

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var about = About{Enterprise: "示例", ProfileHash: "00", Program: "qmsdraft test"}

func file(path, data string) File {
	return File{Path: path, ID: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), Title: "t", Data: []byte(data)}
}

// tree reads a folder as path → content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func write(t *testing.T, dir string, files ...File) *Report {
	t.Helper()
	r, err := Write(dir, files, about)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWriteTwice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "set")
	r := write(t, dir, file("2-程序/a.md", "one"), file("b.md", "two"))
	if len(r.Written) != 2 {
		t.Errorf("written %v, want both files", r.Written)
	}
	first := tree(t, dir)
	r = write(t, dir, file("2-程序/a.md", "one"), file("b.md", "two"))
	if len(r.Written) != 0 || len(r.Same) != 2 {
		t.Errorf("second run: written %v same %v", r.Written, r.Same)
	}
	second := tree(t, dir)
	if len(first) != 3 || len(second) != 3 || first["manifest.json"] != second["manifest.json"] {
		t.Errorf("the second run changed the folder: %v then %v", first, second)
	}
}

func TestNewContentReplacesOwnFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, file("a.md", "one"))
	write(t, dir, file("a.md", "two"))
	if got := tree(t, dir); got["a.md"] != "two" || len(got) != 2 {
		t.Errorf("folder holds %v", got)
	}
}

func TestEditedFileIsKept(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, file("a.docx", "one"))
	edit(t, dir, "a.docx", "mine")
	for n, next := range []string{"two", "two", "three"} {
		r := write(t, dir, file("a.docx", next))
		got := tree(t, dir)
		if got["a.docx"] != "mine" || got["a (新稿).docx"] != next || len(got) != 3 {
			t.Fatalf("run %d: folder holds %v", n, got)
		}
		if r.Drafts["a.docx"] != "a (新稿).docx" {
			t.Errorf("run %d: drafts %v", n, r.Drafts)
		}
	}
	edit(t, dir, "a (新稿).docx", "mine, too")
	write(t, dir, file("a.docx", "four"))
	if got := tree(t, dir); got["a (新稿).docx"] != "mine, too" || got["a (新稿2).docx"] != "four" {
		t.Errorf("folder holds %v", got)
	}
}

func TestForeignFileIsKept(t *testing.T) {
	dir := t.TempDir()
	edit(t, dir, "a.md", "somebody's")
	write(t, dir, file("a.md", "ours"))
	if got := tree(t, dir); got["a.md"] != "somebody's" || got["a (新稿).md"] != "ours" {
		t.Errorf("folder holds %v", got)
	}
}

func TestPartOfASetKeepsTheRest(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, file("a.md", "one"), file("b.md", "two"))
	r := write(t, dir, file("b.md", "new"))
	if !slices.Equal(r.Stale, []string{"a.md"}) {
		t.Errorf("stale %v", r.Stale)
	}
	write(t, dir, file("a.md", "changed"), file("b.md", "new"))
	if got := tree(t, dir); got["a.md"] != "changed" || len(got) != 3 {
		t.Errorf("the manifest forgot a.md: %v", got)
	}
}

func TestFailureLeavesEverything(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, file("a.md", "one"), file("z/b.md", "two"))
	before := tree(t, dir)
	// A folder in the place of a file cannot be read as a file.
	if err := os.Mkdir(filepath.Join(dir, "blocked.md"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := Write(dir, []File{file("a.md", "new"), file("new/c.md", "x"), file("blocked.md", "y")}, about)
	if err == nil {
		t.Fatal("no error")
	}
	after := tree(t, dir)
	if len(after) != len(before) || after["a.md"] != "one" {
		t.Errorf("folder holds %v, want %v", after, before)
	}
	if _, err := os.Stat(filepath.Join(dir, "new")); err == nil {
		t.Error("the folder made for the run is still there")
	}
}

func TestCommitRollsBack(t *testing.T) {
	dir := t.TempDir()
	edit(t, dir, "a", "old")
	var tx transaction
	for _, name := range []string{"a", "b"} {
		if err := tx.write(filepath.Join(dir, name), []byte("new")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(tx.moves[1].from); err != nil {
		t.Fatal(err)
	}
	if tx.commit() == nil {
		t.Fatal("commit of a lost file succeeded")
	}
	if err := tx.abandon(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); len(got) != 1 || got["a"] != "old" {
		t.Errorf("folder holds %v", got)
	}
}

func TestBadNames(t *testing.T) {
	for name, files := range map[string][]File{
		"same but for case": {file("A.md", "1"), file("a.md", "2")},
		"leaves the folder": {file("../a.md", "1")},
		"absolute":          {file("/a.md", "1")},
	} {
		if _, err := Write(t.TempDir(), files, about); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestSafeName(t *testing.T) {
	for in, want := range map[string]string{
		"SLZX/QP-13-2023 采购": "SLZX-QP-13-2023 采购", "../../x": "..-..-x", "CON": "_CON", "com1.txt": "_com1.txt", "a. . ": "a",
		"": "_", "..": "_", "a\x00b\nc": "abc", `a<b>c:d"e|f?g*h\i`: "a-b-c-d-e-f-g-h-i", "console": "console",
	} {
		if got := SafeName(in); got != want {
			t.Errorf("SafeName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestZip(t *testing.T) {
	var a, b bytes.Buffer
	files := []File{file("x/a.md", "one"), file("b.md", "two")}
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := Zip(w, "企业", files, about); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two archives of the same files differ")
	}
	z, err := zip.NewReader(bytes.NewReader(a.Bytes()), int64(a.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if want := []string{"企业/x/a.md", "企业/b.md", "企业/manifest.json"}; !slices.Equal(names, want) {
		t.Errorf("archive holds %v, want %v", names, want)
	}
}

func edit(t *testing.T, dir, name, data string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestZipThatWasChangedIsKept(t *testing.T) {
	name := filepath.Join(t.TempDir(), "企业.zip")
	zipTo := func(want string, files ...File) {
		t.Helper()
		got, err := WriteZip(name, "企业", files, about)
		if err != nil || filepath.Base(got) != want {
			t.Fatalf("wrote %s, %v; want %s", got, err, want)
		}
	}
	zipTo("企业.zip", file("a.md", "one"))
	zipTo("企业.zip", file("a.md", "two"))
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for path, text := range map[string]string{"企业/a.md": "mine", "企业/manifest.json": `{"files":[{"path":"a.md","sha256":"00"}]}`} {
		w, err := z.Create(path)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Dir(name), "企业.zip", b.String())
	zipTo("企业 (新稿).zip", file("a.md", "three"))
	zipTo("企业 (新稿).zip", file("a.md", "four"))
	if got, _ := os.ReadFile(name); !bytes.Equal(got, b.Bytes()) {
		t.Error("the changed archive was written to")
	}
	edit(t, filepath.Dir(name), "企业.zip", "no archive")
	zipTo("企业 (新稿).zip", file("a.md", "five"))
}
