// Command mdpdf writes Markdown files in the dialect of the templates as PDF beside them. It is for .ci/bench: the way from
// text to bytes as a whole process, to be compared with other programs.
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/pdf"
	"qmsdraft/generator/mdparse"
)

func main() {
	for _, name := range os.Args[1:] {
		if err := convert(name); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func convert(name string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	d, err := mdparse.Parse(name, src, doc.Meta{Title: "程序文件选编", Number: "SLZX/QP-2023", Version: "A/0", Company: "天津示例骑风车业有限公司"})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, d, pdf.Options{}); err != nil {
		return err
	}
	return os.WriteFile(strings.TrimSuffix(name, ".md")+".pdf", b.Bytes(), 0o644)
}
