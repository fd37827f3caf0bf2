// Package mdparse reads the Markdown dialect of the templates into a document tree.
//
// The dialect is CommonMark with GFM tables and task boxes, and:
//
//	# 标题 {#id .plain .appendix}   heading; .plain carries no number, .appendix is 附录A …
//	[TOC]                           table of contents
//	---                             page break, also right under a paragraph
//	<br>, \ at a line's end         line break
//	[联系电话]{.fill path=enterprise.phone}   fill-in; value="…" when the fact is given; kind=date, kind=yesno or
//	                                          kind=choice options="甲|乙" say what can be written there
//	[《…》（…）]{.ref id=purchasing}           another document or form
//	[]{.sec id=scope}               number of a heading of this document
//	| ^^ | << |                     cell joined with the one above, with the one to the left
//	::: cover                       # company, ## title, lines, a table of fields, notices
//	::: landscape, ::: portrait     pages of their own orientation
//	::: note, ::: guide             remark of the document, guidance for its editor; also > [!NOTE], > [!GUIDE]
//	::: sign-off                    a table of 职责 | 签名 | 日期
//	::: table widths="2,3,1" head=2 .form .vertical upright=1
//	                                caption, if any, and a table with more than GFM can say
//	:::                             end of the innermost div
//	```figure                       a figure as YAML
//
// A table whose head row is empty has none. Lines of a paragraph are joined without a blank between Chinese characters.
// Beside Chinese characters, * and _ open and close as beside letters. ☐ and ☑ are checkboxes anywhere. HTML comments are
// no part of the document. Whatever else CommonMark knows (images, HTML, code blocks, block quotes, reference links) is
// an error with its line, never dropped; so are bold or attributes that do not come to anything.
//
// goldmark does the parsing, with extensions of this package; nothing outside sees its tree, and its renderer is not used.
// Start at [Parse].
package mdparse

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/doc"
)

// The limits of a source.
const (
	MaxSize    = 8 << 20 // bytes
	MaxNesting = 32      // levels of lists, divs and inlines
)

// maxProblems ends a run on a source that is no Markdown at all.
const maxProblems = 200

// run is the state of one call of Parse.
type run struct {
	source
	problems diag.List
	places   map[doc.Block]int // where each block begins in the source
}

// Parse reads a source and gives the finished document (see [doc.Finish]) with the given meta data. file is the name used
// in messages. The error is a [diag.List] with everything found, located.
func Parse(file string, src []byte, meta doc.Meta) (*doc.Document, error) {
	r := &run{source: newSource(file, src), places: map[doc.Block]int{}}
	if r.checkBytes(); len(r.problems) > 0 {
		return nil, r.problems
	}
	root := r.dialect().Parse(text.NewReader(r.text))
	d := &doc.Document{Meta: meta, Blocks: r.blocks(root)}
	if len(r.problems) == 0 {
		r.finish(d)
	}
	if len(r.problems) > 0 {
		r.problems.Sort()
		return nil, r.problems
	}
	return d, nil
}

// finish completes the tree and gives the faults that only the whole tree shows their lines.
func (r *run) finish(d *doc.Document) {
	err := doc.Finish(d)
	var faults doc.Faults
	if !errors.As(err, &faults) {
		return
	}
	for _, f := range faults {
		r.fault(r.places[f.Block], "document", f.Hint, "%s", f.Message)
	}
}

// checkBytes finds what is no text: too much of it, wrong UTF-8, control characters.
func (r *run) checkBytes() {
	if len(r.text) > MaxSize {
		r.fault(0, "too-large", "拆成几个文件", "文件超过 %d MB", MaxSize>>20)
		return
	}
	for at := 0; at < len(r.text) && len(r.problems) < maxProblems; {
		c, size := utf8.DecodeRune(r.text[at:])
		switch {
		case c == utf8.RuneError && size == 1:
			r.fault(at, "encoding", "用 UTF-8 编码保存", "不是 UTF-8 编码的文字")
		case c != '\n' && !printable(c):
			r.fault(at, "control-character", "删除该字符", "有不能打印的字符 %U", c)
		}
		at += size
	}
}

func trim(b []byte) string { return string(bytes.Trim(b, " \t\n")) }
