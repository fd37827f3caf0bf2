package docx

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// fontconfig lets LibreOffice set 宋体, 黑体 and 楷体 in open fonts of the same width.
const fontconfig = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern"><test name="family"><string>宋体</string></test><edit name="family" mode="assign" binding="strong"><string>Noto Serif CJK SC</string></edit></match>
<match target="pattern"><test name="family"><string>黑体</string></test><edit name="family" mode="assign" binding="strong"><string>Noto Sans CJK SC</string></edit></match>
<match target="pattern"><test name="family"><string>楷体</string></test><edit name="family" mode="assign" binding="strong"><string>Noto Serif CJK SC</string></edit></match>
<match target="pattern"><test name="family"><string>Times New Roman</string></test><edit name="family" mode="assign" binding="strong"><string>Liberation Serif</string></edit></match>
<match target="pattern"><test name="family"><string>Arial</string></test><edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit></match>
</fontconfig>`

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

// pagesOf lets LibreOffice set a DOCX and gives the lines of each page without blanks.
func pagesOf(t *testing.T, data []byte) [][]string {
	t.Helper()
	needs(t, "soffice", "pdftotext")
	dir := t.TempDir()
	for name, content := range map[string][]byte{"fonts.conf": []byte(fontconfig), "a.docx": data} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	office := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "a.docx"))
	office.Env = append(os.Environ(), "FONTCONFIG_FILE="+filepath.Join(dir, "fonts.conf"))
	if out, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, out)
	}
	text, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "a.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages [][]string
	for _, page := range strings.Split(string(text), "\f") {
		var lines []string
		for _, l := range strings.Split(page, "\n") {
			lines = append(lines, strings.Join(strings.Fields(l), ""))
		}
		pages = append(pages, lines)
	}
	return pages
}

// TestContentsAgreeWithLibreOffice: the page numbers of the contents come from the program's own layout; LibreOffice must put
// the headings on the same pages.
func TestContentsAgreeWithLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	var out bytes.Buffer
	if err := Write(&out, manual(), Options{}); err != nil {
		t.Fatal(err)
	}
	pages := pagesOf(t, out.Bytes())
	entry := regexp.MustCompile(`^(.+?)\.{3,}(\d+)$`)
	exact, near, far := 0, 0, 0
	for _, lines := range pages {
		for _, l := range lines {
			m := entry.FindStringSubmatch(l)
			if m == nil {
				continue
			}
			want, _ := strconv.Atoi(m[2])
			switch got := pageWith(pages, m[1]); {
			case got == want:
				exact++
			case got-want == 1 || want-got == 1:
				near++
				t.Logf("%s: contents say %d, LibreOffice has it on %d", m[1], want, got)
			default:
				far++
				t.Errorf("%s: contents say %d, LibreOffice has it on %d", m[1], want, got)
			}
		}
	}
	all := exact + near + far
	t.Logf("%d of %d entries exact, %d off by one page, %d by more", exact, all, near, far)
	if all < 40 || exact*100 < all*95 {
		t.Errorf("only %d of %d entries are exact", exact, all)
	}
}

// pageWith is the page, from 1, on which a line is that text alone; 0 when there is none.
func pageWith(pages [][]string, text string) int {
	for i, lines := range pages {
		for _, l := range lines {
			if l == text {
				return i + 1
			}
		}
	}
	return 0
}
