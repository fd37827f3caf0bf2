package generator_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/mdparse"
)

// hostile are values with everything that means something to YAML, templates, Markdown, XML or PDF.
var hostile = []string{
	`a|b*c#d<script>alert(1)</script>{{.Name}}&amp;"q"'s'`,
	`- 像列表`, `1. 像编号`, `# 像标题`, `> 像引用`, `::: note`, "```", `^^`, `<<`, `[x]{.fill path=a}`, `[TOC]`, `---`, `| 像 | 表 |`,
	`\反斜杠\`, `{{ 公司名称 }}`, `${x} $(y) %s %d`, `𠮷镕堃喆頔😀☑☐★▲℃Φ±≥≤μ①㎡`, `</w:t></w:r>`, `(PDF) \(串\)`, `_下划线_ **粗**`, `&#32;&nbsp;`,
}

// TestHostileValues: what a profile says comes out as exactly these characters in all three formats.
func TestHostileValues(t *testing.T) {
	var yaml strings.Builder
	yaml.WriteString("  markets: \"第一行\\n第二行\"\ncontext:\n  parties:\n")
	for _, h := range hostile {
		yaml.WriteString("    - {name: 顾客, how: 沟通, needs: '" + strings.ReplaceAll(h, "'", "''") + "'}\n")
	}
	r := generate(t, "hostile", minimal(yaml.String()), "md", "docx", "pdf")
	texts := map[string]string{
		"Markdown": ofMarkdown(t, text(t, r, "manual", ".md")),
		"DOCX":     bodyText(t, []byte(text(t, r, "manual", ".docx"))),
	}
	if pdf, ok := ofPDF(t, text(t, r, "manual", ".pdf")); ok {
		texts["PDF"] = pdf
	}
	for format, all := range texts {
		for _, want := range append(hostile, "第一行第二行") {
			if !strings.Contains(all, squeeze(want)) {
				t.Errorf("%s lacks %q", format, want)
			}
		}
	}
}

// squeeze leaves out white space, which formats may set as they like.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func ofMarkdown(t *testing.T, src string) string {
	t.Helper()
	_, body, _ := strings.Cut(strings.TrimPrefix(src, "---\n"), "\n---\n")
	d, err := mdparse.Parse("out.md", []byte(body), doc.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	doc.Inlines(d.Blocks, func(i doc.Inline) {
		switch i := i.(type) {
		case doc.Text:
			all.WriteString(string(i))
		case doc.Code:
			all.WriteString(string(i))
		case doc.Checkbox:
			all.WriteString(i.Shown())
		}
	})
	return squeeze(all.String())
}

// ofPDF is the text of a PDF as poppler reads it; false where poppler is absent.
func ofPDF(t *testing.T, src string) (string, bool) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("QMSDRAFT_REQUIRE_TOOLS") == "1" {
			t.Fatal("pdftotext is missing")
		}
		t.Log("pdftotext is not installed: the PDF is not looked at")
		return "", false
	}
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", name, "-")
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("pdftotext: %v %s", err, errs.String())
	}
	return squeeze(out.String()), true
}
