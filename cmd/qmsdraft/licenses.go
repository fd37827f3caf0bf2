package main

import (
	_ "embed"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"qmsdraft/generator/font"
)

// libraryLicences are the licence texts of all libraries in the binary; licenses_test.go makes the file and holds it true.
//
//go:embed licenses.txt
var libraryLicences string

func newLicenses(stdout io.Writer) *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "打印程序中字体和程序库的许可证",
		Args:  none,
		RunE: func(*cobra.Command, []string) error {
			fonts, err := fontLicences(font.Licences)
			if err != nil {
				return err
			}
			_, err = io.WriteString(stdout, fonts+libraryLicences)
			return err
		},
	}
}

// fontLicences joins the licence texts of the fonts.
func fontLicences(fsys fs.FS) (string, error) {
	names, err := fs.Glob(fsys, "data/*.txt")
	if err != nil {
		return "", fmt.Errorf("查找字体许可证: %w", err)
	}
	var b strings.Builder
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", fmt.Errorf("读取字体许可证: %w", err)
		}
		title := strings.TrimSuffix(strings.TrimPrefix(name, "data/OFL-"), ".txt")
		fmt.Fprintf(&b, "==== 字体 %s ====\n\n%s\n\n", title, strings.TrimSpace(string(text)))
	}
	return b.String(), nil
}
