package plan

import (
	"bytes"
	"fmt"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/fact"
)

// Header is the front matter of a template: all that the program knows about a document before it is rendered.
type Header struct {
	ID        string   `yaml:"id" req:"true"`
	Title     string   `yaml:"title" req:"true"`
	Kind      string   `yaml:"kind" req:"true"`   // 文件类别, in the page header
	Folder    string   `yaml:"folder" req:"true"` // folder on disk, such as 2-程序文件
	Number    string   `yaml:"number" req:"true"` // QM, QP-13, QR-23-02; see Set.Number
	Clauses   []string `yaml:"clauses"`
	Size      string   `yaml:"size"`    // smallest set that has it: micro, small, full
	When      string   `yaml:"when"`    // condition: design, customer_property
	Owner     string   `yaml:"owner"`   // function of the department that keeps it
	Date      string   `yaml:"date"`    // profile path of the document's date
	Records   []string `yaml:"records"` // forms that this document owns
	Numbering string   `yaml:"numbering"`
	First     int      `yaml:"first"`
	Landscape bool     `yaml:"landscape"`
	Footer    string   `yaml:"footer"`
}

// separator encloses the front matter.
const separator = "---\n"

// SplitHeader parts a template source into its front matter and body.
// It gives the header, the body, and the line of the source on which the body starts.
func SplitHeader(file string, src []byte) (Header, []byte, int, error) {
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	if !bytes.HasPrefix(src, []byte(separator)) {
		return Header{}, nil, 0, fmt.Errorf("%s:1: a template starts with its header between two lines of ---", file)
	}
	rest := src[len(separator):]
	end := bytes.Index(rest, []byte("\n"+separator))
	if end < 0 {
		return Header{}, nil, 0, fmt.Errorf("%s:1: the header has no closing line of ---", file)
	}
	head, body := rest[:end+1], rest[end+1+len(separator):]
	h := Header{Size: "micro", First: 1}
	if err := fact.Decode(file, head, &h, fact.Options{LineOffset: 1}).Err(); err != nil {
		return Header{}, nil, 0, fmt.Errorf("read the header of %s: %w", file, err)
	}
	if err := h.check(file).Err(); err != nil {
		return Header{}, nil, 0, err
	}
	return h, body, 1 + bytes.Count(head, []byte("\n")) + 2, nil
}

// allowed words of the header; "" stands for the default.
var (
	sizes      = []string{"micro", "small", "full"}
	conditions = []string{"", "design", "customer_property"}
	numberings = []string{"", "decimal", "chinese", "none"}
)

func (h Header) check(file string) diag.List {
	var l diag.List
	word := func(key, got string, words []string) {
		for _, w := range words {
			if got == w {
				return
			}
		}
		l.Add(diag.Problem{File: file, Line: 1, Path: key, Code: "bad-header", Message: fmt.Sprintf("模板头的 %s 不能是 %q", key, got),
			Hint: fmt.Sprintf("可用的值：%q", words)})
	}
	word("size", h.Size, sizes)
	word("when", h.When, conditions)
	word("numbering", h.Numbering, numberings)
	return l
}
