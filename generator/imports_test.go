package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// importTable says what a package may import beside the standard library: packages of this module by their path below it,
// others by their import path. What is inside an internal folder belongs to the package around it. The table is
// the one of the README; "*" stands for all of this module. Each outside library has one importer, so that it can be
// exchanged there (klauspost/compress deflates for both binary formats).
var importTable = map[string]string{
	"cmd/qmsdraft":          "* github.com/spf13/cobra github.com/spf13/pflag golang.org/x/term github.com/schollz/progressbar/v3",
	"generator":             "generator/check generator/diag generator/doc generator/fact generator/format generator/mdparse generator/output generator/plan generator/profile generator/render generator/standard",
	"generator/check":       "generator/diag generator/fact generator/plan generator/profile generator/standard",
	"generator/diag":        "",
	"generator/doc":         "",
	"generator/fact":        "generator/diag gopkg.in/yaml.v3 github.com/agnivade/levenshtein",
	"generator/figure":      "generator/doc generator/style",
	"generator/font":        "generator/style",
	"generator/format":      "generator/doc generator/format/docx generator/format/md generator/format/pdf",
	"generator/format/docx": "generator/diag generator/doc generator/figure generator/font generator/layout generator/style templates github.com/nguyenthenguyen/docx github.com/klauspost/compress/flate github.com/xuri/excelize/v2",
	"generator/format/md":   "generator/diag generator/doc generator/figure generator/font",
	"generator/format/pdf":  "generator/diag generator/doc generator/figure generator/font generator/layout generator/style github.com/go-pdf/fpdf github.com/klauspost/compress/flate github.com/klauspost/compress/zlib",
	"generator/layout":      "generator/doc generator/figure generator/font generator/style github.com/rivo/uniseg",
	"generator/mdparse":     "generator/diag generator/doc generator/fact github.com/yuin/goldmark/ast github.com/yuin/goldmark/parser github.com/yuin/goldmark/text github.com/yuin/goldmark/util",
	"generator/output":      "generator/diag",
	"generator/plan":        "generator/diag generator/fact generator/profile generator/standard",
	"generator/profile":     "generator/diag generator/fact github.com/invopop/jsonschema",
	"generator/render":      "generator/diag generator/fact generator/plan generator/profile generator/standard github.com/Masterminds/sprig/v3",
	"generator/standard":    "generator/diag generator/fact",
	"generator/style":       "",
	"profiles":              "",
	"templates":             "",
}

func TestImports(t *testing.T) {
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") && name != "." || entry.Name() == "testdata"):
			return fs.SkipDir
		case path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go"):
			checkImports(t, root, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, root fs.FS, name string) {
	t.Helper()
	src, err := fs.ReadFile(root, name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	owner, _, _ := strings.Cut(path.Dir(name), "/internal/")
	row, ok := importTable[owner]
	if !ok {
		t.Errorf("%s: package %s is not in the import table", name, owner)
	}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		own, isOwn := strings.CutPrefix(imported, "qmsdraft/")
		first, _, _ := strings.Cut(imported, "/")
		allowed := strings.Fields(row)
		switch {
		case isOwn && (slices.Contains(allowed, own) || slices.Contains(allowed, "*")):
		case strings.HasPrefix(own, owner+"/internal/"), !isOwn && !strings.Contains(first, "."), slices.Contains(allowed, imported):
		default:
			t.Errorf("%s imports %s, which the import table does not allow for %s", name, imported, owner)
		}
	}
}
