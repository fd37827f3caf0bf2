package generator_test

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qmsdraft/generator/output"
)

// TestImagesStandBesideTheMarkdown holds that every image of a document is a file of the set with its id, and every such
// file is shown.
func TestImagesStandBesideTheMarkdown(t *testing.T) {
	image := regexp.MustCompile(`(?m)^!\[.*\]\(([^()\s]+)\)$`)
	for name, src := range examples(t) {
		files := generate(t, name, src, "pdf", "md").Files
		shown := map[string]bool{}
		for _, f := range files {
			if path.Ext(f.Path) != ".md" {
				continue
			}
			for _, m := range image.FindAllStringSubmatch(string(f.Data), -1) {
				link, err := url.PathUnescape(m[1])
				if err != nil {
					t.Fatal(err)
				}
				want := path.Dir(f.Path) + "/" + link
				at := slices.IndexFunc(files, func(o output.File) bool { return o.Path == want })
				if at < 0 || files[at].ID != f.ID || !strings.HasPrefix(string(files[at].Data), "<svg ") {
					t.Errorf("%s: %s shows %s, which is no picture of the set", name, f.Path, want)
				}
				shown[want] = true
			}
		}
		for _, f := range files {
			if path.Ext(f.Path) == ".svg" && !shown[f.Path] {
				t.Errorf("%s: no document shows %s", name, f.Path)
			}
		}
		if len(shown) < 3 {
			t.Errorf("%s: only %d pictures", name, len(shown))
		}
	}
}
