package generator_test

import (
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"qmsdraft/generator"
	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/format"
	"qmsdraft/generator/layout"
)

// fontconfig gives LibreOffice open fonts of the same widths for those that a DOCX asks for.
const fontconfig = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>%s</fontconfig>`

func fontAlias(family, instead string) string {
	return fmt.Sprintf(`<match target="pattern"><test name="family"><string>%s</string></test><edit name="family" mode="assign" binding="strong"><string>%s</string></edit></match>`, family, instead)
}

// needs skips a test when a program is absent, or fails it where all programs must be there.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			if os.Getenv("QMSDRAFT_REQUIRE_TOOLS") == "1" {
				t.Fatalf("%s is not installed", p)
			}
			t.Skipf("%s is not installed", p)
		}
	}
}

// TestContentsAgreeWithLibreOffice: the page numbers that a DOCX prints in its contents come from the program's own layout.
// LibreOffice must put the headings on the same pages, those of documents without contents as well.
func TestContentsAgreeWithLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	needs(t, "soffice", "pdftotext")
	for _, guide := range []format.Guide{format.GuideComments, format.GuideText} {
		t.Run(format.Guides()[guide], func(t *testing.T) { contentsAgree(t, guide) })
	}
}

// contentsAgree looks at the set of the example, with guidance as given.
func contentsAgree(t *testing.T, guide format.Guide) {
	dir := t.TempDir()
	headings := officeSet(t, "../examples/bicycle.yaml", guide, dir)
	contents, all := tally{}, tally{}
	for _, id := range slices.Sorted(maps.Keys(headings)) {
		pages := officePages(t, filepath.Join(dir, id+".pdf"))
		if entries := printedEntries(pages); len(entries) > 0 {
			n := compared(t, id+" (contents)", entries, pages)
			contents.add(n)
		}
		all.add(compared(t, id, headings[id], pages))
	}
	t.Logf("entries of contents: %s", contents)
	t.Logf("headings of all documents: %s", all)
	contents.check(t, "entries of contents", 80)
	all.check(t, "headings", 200)
}

// officeSet writes the DOCX files of a set, lets LibreOffice make PDF files of them, and gives the headings of each document
// with the pages on which layout has them.
func officeSet(t *testing.T, profile string, guide format.Guide, dir string) map[string][]headed {
	t.Helper()
	src, err := os.ReadFile(profile)
	if err != nil {
		t.Fatal(err)
	}
	headings := map[string][]headed{}
	var mu sync.Mutex
	r := request(t, profile, src, "docx")
	r.Options.Guide = guide
	r.Formats = append(r.Formats, format.Format{Name: "pages", Extension: ".pages", Write: func(_ io.Writer, d *doc.Document, o format.Options) error {
		result, err := layout.ComposeForWord(o.Text(d), font.Default())
		if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		for _, h := range result.Headings {
			headings[d.Meta.ID] = append(headings[d.Meta.ID], headed{blankless(h.Text), h.Page})
		}
		return nil
	}})
	result, err := generator.Generate(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	for _, f := range result.Files {
		if name := filepath.Join(dir, f.ID+".docx"); strings.HasSuffix(f.Path, ".docx") {
			write(t, name, f.Data)
			args = append(args, name)
		}
	}
	fonts := fmt.Sprintf(fontconfig, fontAlias("宋体", "Noto Serif CJK SC")+fontAlias("黑体", "Noto Sans CJK SC")+fontAlias("楷体", "LXGW WenKai")+
		fontAlias("Times New Roman", "Liberation Serif")+fontAlias("Arial", "Liberation Sans"))
	write(t, filepath.Join(dir, "fonts.conf"), []byte(fonts))
	office := exec.Command("soffice", args...)
	office.Env = append(os.Environ(), "FONTCONFIG_FILE="+filepath.Join(dir, "fonts.conf"))
	if out, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, out)
	}
	return headings
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// headed is the text of a heading, without blanks, with its page from 1.
type headed struct {
	text string
	page int
}

// officePages gives the lines of each page below the header, without blanks.
func officePages(t *testing.T, name string) [][]string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", "-r", "72", "-x", "0", "-y", "85", "-W", "850", "-H", "720", name, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext %s: %v", name, err)
	}
	var pages [][]string
	for page := range strings.SplitSeq(string(out), "\f") {
		var lines []string
		for line := range strings.SplitSeq(page, "\n") {
			lines = append(lines, blankless(line))
		}
		pages = append(pages, lines)
	}
	return pages
}

func blankless(s string) string { return strings.Join(strings.Fields(s), "") }

var entryLine = regexp.MustCompile(`^(.+?)\.{3,}(\d+)$`)

// printedEntries are the lines of the contents as LibreOffice shows them.
func printedEntries(pages [][]string) []headed {
	var all []headed
	for _, lines := range pages {
		for _, line := range lines {
			if m := entryLine.FindStringSubmatch(line); m != nil {
				page, _ := strconv.Atoi(m[2])
				all = append(all, headed{m[1], page})
			}
		}
	}
	return all
}

// tally counts how far pages are off.
type tally struct{ exact, near, far int }

func (c *tally) add(d tally) { c.exact, c.near, c.far = c.exact+d.exact, c.near+d.near, c.far+d.far }

func (c tally) String() string {
	return fmt.Sprintf("%d of %d exact, %d off by one page, %d by more", c.exact, c.exact+c.near+c.far, c.near, c.far)
}

// check wants 95 % exact and none off by more than a page.
func (c tally) check(t *testing.T, what string, least int) {
	t.Helper()
	if n := c.exact + c.near + c.far; n < least || c.exact*100 < n*95 || c.far > 0 {
		t.Errorf("%s: %s; want at least %d, 95 %% of them exact and none off by more than one page", what, c, least)
	}
}

// compared looks for the headings in the pages, in their order.
func compared(t *testing.T, id string, headings []headed, pages [][]string) (n tally) {
	t.Helper()
	page, line := 0, -1
	for _, h := range headings {
		at, l := find(pages, h.text, page, line+1)
		if l >= 0 {
			page, line = at, l
		}
		switch off := at + 1 - h.page; {
		case l < 0:
			n.far++
			t.Errorf("%s: LibreOffice shows no heading %s", id, h.text)
		case off == 0:
			n.exact++
		case off == 1 || off == -1:
			n.near++
			t.Logf("%s: %s is on page %d, LibreOffice has it on %d", id, h.text, h.page, at+1)
		default:
			n.far++
			t.Errorf("%s: %s is on page %d, LibreOffice has it on %d", id, h.text, h.page, at+1)
		}
	}
	return n
}

// find is the page and the line, from the given ones on, that hold the text alone, or a good part of it when it takes more
// lines. The line is -1 when there is none.
func find(pages [][]string, text string, page, line int) (int, int) {
	const part = 30 // bytes
	for ; page < len(pages); page, line = page+1, 0 {
		for ; line < len(pages[page]); line++ {
			if l := pages[page][line]; l == text || len(l) > part && strings.HasPrefix(text, l) {
				return page, line
			}
		}
	}
	return page, -1
}
