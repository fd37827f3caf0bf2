package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLibraryLicences holds licenses.txt to the modules that the binary is built from.
func TestLibraryLicences(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Skipf("the go command cannot list the modules: %v", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	slices.Sort(lines)
	lines = slices.DeleteFunc(slices.Compact(lines), func(s string) bool { return s == "" })
	var want strings.Builder
	for _, line := range lines {
		f := strings.SplitN(line, " ", 3)
		fmt.Fprintf(&want, "==== 程序库 %s %s ====\n\n%s\n\n", f[0], f[1], licenceIn(t, f[2]))
	}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile("licenses.txt", []byte(want.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if libraryLicences != want.String() {
		t.Error("licenses.txt is not up to date; run UPDATE_GOLDEN=1 go test ./cmd/qmsdraft -run LibraryLicences")
	}
}

// licenceIn is the text of the licence file of a module.
func licenceIn(t *testing.T, dir string) string {
	t.Helper()
	for _, pattern := range []string{"LICENSE*", "LICENCE*", "License*", "COPYING*"} {
		names, _ := filepath.Glob(filepath.Join(dir, pattern))
		if len(names) == 0 {
			continue
		}
		text, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))
	}
	t.Errorf("%s has no licence file", filepath.Base(dir))
	return ""
}
