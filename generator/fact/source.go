package fact

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"qmsdraft/generator/diag"
)

// The limits of an input. They are far above any real profile, and low enough that a hostile file ends in an error
// at once: yaml.v3 takes about 200 bytes for each value, however short the value is in the file.
const (
	maxBytes          = 2 << 20
	maxNesting        = 24
	maxMarks          = 300_000 // characters that can begin a value
	maxProblems       = 500
	defaultTextLength = 5000
	defaultListLength = 1000
)

// parse turns the bytes of a file into the root value, nil when the file holds none. Problems that leave nothing to
// decode come with a nil node.
func (d *decoder) parse(src []byte) *yaml.Node {
	src, ok := d.text(src)
	if !ok {
		return nil
	}
	d.source, d.lines = src, lineStarts(src)
	root, err := parseOne(src)
	if err != nil {
		d.syntax(src, err)
		return nil
	}
	if root == nil {
		d.add(place{}, "empty-file", "文件是空的", "用 qmsdraft new 得到一份可以填写的企业档案")
		return nil
	}
	if !d.shallow(root, 1) {
		return nil
	}
	return root
}

// text checks that src is a text in UTF-8 of a sane size, and gives it without byte order mark. Control characters
// are reported and replaced, so that the rest of the file can be looked at in the same run.
func (d *decoder) text(src []byte) ([]byte, bool) {
	if len(src) > maxBytes {
		d.add(place{}, "too-big", fmt.Sprintf("文件有 %d 字节，最多 %d 字节", len(src), maxBytes), "检查是不是选错了文件")
		return nil, false
	}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}) || bytes.Count(src, []byte{0}) > len(src)/4 {
		d.add(place{}, "encoding", "文件是 UTF-16 编码", "用记事本打开，另存为 UTF-8 编码")
		return nil, false
	}
	if !utf8.Valid(src) {
		d.add(invalidAt(src), "encoding", "文件不是 UTF-8 编码，可能是 GBK（ANSI）", "用记事本打开，另存为 UTF-8 编码")
		return nil, false
	}
	if countMarks(src) > maxMarks {
		d.add(place{}, "too-big", "文件里的条目太多", "检查是不是选错了文件")
		return nil, false
	}
	return d.withoutControls(src), true
}

func (d *decoder) withoutControls(src []byte) []byte {
	at := place{line: 1}
	return bytes.Map(func(c rune) rune {
		at.col++
		switch {
		case c == '\n':
			at = place{line: at.line + 1}
		case isForbiddenControl(c):
			if len(d.problems) <= maxProblems {
				d.add(at, "control-character", fmt.Sprintf("有不可见的控制字符 U+%04X", c), "删去它；常见于从其他软件粘贴的文字")
			}
			return ' '
		}
		return c
	}, src)
}

// isForbiddenControl reports characters that neither YAML nor the XML of a DOCX can hold.
func isForbiddenControl(c rune) bool {
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c <= 0x9F || c == 0xFFFE || c == 0xFFFF ||
		c == 0x2028 || c == 0x2029 || c == 0xFEFF
}

// isBidiControl reports characters that make a text look different from what it is.
func isBidiControl(c rune) bool { return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 }

func invalidAt(src []byte) place {
	at := place{line: 1, col: 1}
	for len(src) > 0 {
		c, size := utf8.DecodeRune(src)
		if c == utf8.RuneError && size == 1 {
			break
		}
		at.col++
		if c == '\n' {
			at = place{line: at.line + 1, col: 1}
		}
		src = src[size:]
	}
	return at
}

func countMarks(src []byte) int {
	n := 0
	for _, c := range src {
		switch c {
		case ',', ':', '[', '{', '?', '-', '\n', '\r':
			n++
		}
	}
	return n
}

// parseOne parses exactly one document. The error of yaml.v3 is given as it is; syntax translates it.
func parseOne(src []byte) (*yaml.Node, error) { return parseReader(bytes.NewReader(src)) }

func parseReader(r io.Reader) (root *yaml.Node, err error) {
	// yaml.v3 turns its own errors into values, but lets an index out of range through; a file must never end the program.
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("parser stopped: %v", r)
		}
	}()
	var doc, next yaml.Node
	dec := yaml.NewDecoder(r)
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if err := dec.Decode(&next); err == nil {
		return nil, &secondDocument{line: next.Line}
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return doc.Content[0], nil
}

type secondDocument struct{ line int }

func (e *secondDocument) Error() string { return "more than one document" }

// shallow reports nesting that is too deep, and anchors and aliases, which the format does not have: a profile needs
// none, and an alias is how a small file can stand for a huge one.
func (d *decoder) shallow(n *yaml.Node, depth int) bool {
	if depth > maxNesting {
		d.at(n, "", "too-deep", fmt.Sprintf("嵌套超过 %d 层", maxNesting), "检查缩进和括号")
		return false
	}
	ok := true
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		d.at(n, "", "alias", "不支持锚点（&）和引用（*）", "把内容直接写在这里；文字以 & 或 * 开头时加引号")
		ok = false
	}
	for _, child := range n.Content {
		if !d.shallow(child, depth+1) {
			ok = false
		}
	}
	return ok
}

func (d *decoder) at(n *yaml.Node, path, code, message, hint string) {
	d.add(place{path: path, line: n.Line, col: n.Column}, code, message, hint)
}

// add notes one problem; of an endless number of problems only the first are kept.
func (d *decoder) add(at place, code, message, hint string) {
	if d.quiet || len(d.problems) > maxProblems {
		return
	}
	if len(d.problems) == maxProblems {
		code, message, hint = "too-many", "问题太多，后面的没有列出", "先改正前面的问题"
	}
	line := at.line
	if line > 0 {
		line += d.options.LineOffset
	}
	d.problems.Add(diag.Problem{File: d.file, Line: line, Col: at.col, Path: at.path, Code: code, Message: message, Hint: hint})
}
