package fact

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// syntax reports why src is no YAML, in Chinese, with the line where the parser stopped.
func (d *decoder) syntax(src []byte, err error) {
	var second *secondDocument
	if errors.As(err, &second) {
		d.add(place{line: second.line, col: 1}, "syntax", "文件里有不止一份内容（用 --- 分开）", "一个文件只写一家企业；删去 --- 以后的部分，或另存为一个文件")
		return
	}
	lines := bytes.Split(src, []byte("\n"))
	named, reason := errorParts(err)
	number := badLine(lines, len(src), named, err.Error())
	if tabs := tabIndents(lines, number); len(tabs) > 0 && strings.Contains(reason, "tab") || isTokenError(reason) && len(tabs) > 0 {
		for _, line := range tabs {
			d.add(place{line: line, col: 1}, "tab", "用了制表符（Tab）缩进", "YAML 只能用空格缩进；把 Tab 换成两个空格")
		}
		return
	}
	message, hint := explain(reason)
	d.add(place{line: number, col: firstColumn(lines[number-1])}, "syntax", "YAML 写法不对："+message, hint)
}

// errorParts splits "yaml: line 3: did not find expected key".
func errorParts(err error) (line int, reason string) {
	parts := regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`).FindStringSubmatch(err.Error())
	if parts == nil {
		return 0, err.Error()
	}
	line, _ = strconv.Atoi(parts[1])
	return line, parts[2]
}

// badLine finds where the parser stopped. For an open quote yaml.v3 names that line, but often it names the line where the
// surrounding mapping began. The parser reads forward only, so the error is the same for every beginning of the file that
// holds the bad line: the named line is tried first, then the lines back from the last one that the parser has read.
func badLine(lines [][]byte, size, named int, message string) int {
	fails := func(n int) bool {
		if n < 1 || n > len(lines) {
			return false
		}
		_, err := parseOne(append(bytes.Join(lines[:n], []byte("\n")), '\n'))
		return err != nil && err.Error() == message
	}
	for _, n := range []int{named - 1, named} {
		if fails(n) {
			return n
		}
	}
	const lookahead = 4        // lines that the parser may read ahead: it skips to the next token
	const searchable = 512_000 // bytes; far more than a profile has, and each line tried takes one more parse
	last := linesRead(lines)
	for n := last - lookahead; n < last; n++ {
		if size < searchable && fails(n) {
			return n
		}
	}
	return last
}

// linesRead counts the lines that the parser asks for before it gives up.
func linesRead(lines [][]byte) int {
	r := &lineReader{lines: lines}
	_, _ = parseReader(r) // the error is known
	return min(max(r.read, 1), len(lines))
}

// lineReader gives one line at a time, so that nothing is read ahead.
type lineReader struct {
	lines [][]byte
	rest  []byte
	read  int
}

func (r *lineReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.read == len(r.lines) {
			return 0, io.EOF
		}
		r.rest = append(slices.Clone(r.lines[r.read]), '\n')
		r.read++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// tabIndents gives the lines with a tab in their indentation, when one of them is close to the line of the error.
func tabIndents(lines [][]byte, near int) []int {
	var found []int
	close := false
	for i, line := range lines {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if bytes.IndexByte(indent, '\t') < 0 || len(indent) == len(line) {
			continue
		}
		found = append(found, i+1)
		close = close || i+1 >= near-1 && i+1 <= near+1
	}
	if !close {
		return nil
	}
	return found
}

// isTokenError reports whether a tab can be the reason although the parser does not say so.
func isTokenError(reason string) bool {
	return strings.Contains(reason, "cannot start any token") || strings.Contains(reason, "did not find expected") ||
		strings.Contains(reason, "could not find expected") || strings.Contains(reason, "not allowed in this context")
}

// explain gives the Chinese message and hint for a reason of yaml.v3 (scannerc.go, parserc.go).
func explain(reason string) (message, hint string) {
	for _, e := range explanations() {
		if strings.Contains(reason, e.reason) {
			return e.message, e.hint
		}
	}
	return "无法读懂（" + reason + "）", "检查这一行和上一行的缩进、冒号后的空格、引号和括号"
}

type explanation struct{ reason, message, hint string }

func explanations() []explanation {
	const indent = "检查这一行和上一行的缩进：同一级的键要对齐，列表每项以“- ”开头"
	const quote = "含有 : # [ ] { } & * ! | > ' \" % @ ` 的文字，把整个值放进单引号"
	return []explanation{
		{"mapping values are not allowed", "这里不能再有“键: 值”", "缩进不对，或文字里有英文冒号加空格；" + quote},
		{"could not find expected ':'", "缺少英文冒号", "键的后面写英文冒号和一个空格，不要用中文冒号"},
		{"cannot start any token", "值的开头有不允许的字符", quote},
		{"did not find expected key", "缩进或引号不对", indent + "；" + quote},
		{"did not find expected '-' indicator", "列表的写法不对", indent},
		{"block sequence entries are not allowed", "列表不能从这里开始", "把“- ”另起一行写在键的下面"},
		{"mapping keys are not allowed", "键不能从这里开始", indent},
		{"did not find expected ',' or ']'", "方括号没有配对，或少了英文逗号", "检查 [ ]，各项之间用英文逗号"},
		{"did not find expected ',' or '}'", "花括号没有配对，或少了英文逗号", "检查 { }，各项之间用英文逗号"},
		{"did not find expected node content", "这里少了内容", "检查括号和逗号；" + quote},
		{"found unexpected end of stream", "引号没有配对", "从这一行开始找缺少的另一半引号，引号要用英文引号"},
		{"unexpected document indicator", "引号里不能有单独一行的 --- 或 ...", "检查引号是否配对"},
		{"unknown escape character", "双引号里的反斜杠写法不对", "改用单引号，或把 \\ 写成 \\\\"},
		{"escape code", "双引号里的字符代码不对", "改用单引号，直接写字符"},
		{"tab character", "用了制表符（Tab）", "YAML 只能用空格缩进"},
		{"exceeded max depth", "嵌套太深", "检查缩进和括号"},
		{"unknown anchor", "不支持引用（*）", "文字以 * 开头时加引号"},
		{"found undefined tag handle", "值不能以 ! 开头", "把整个值放进单引号"},
		{"did not find expected <document start>", "内容的写法不对", indent},
		{"comment or line break", "| 或 > 的后面不能写文字", "把文字写到下一行，并且缩进两格；" + quote},
		{"alphabetic or numeric", "& 或 * 开头的文字要加引号", "把整个值放进单引号"},
		{"directive", "% 开头的文字要加引号", "把整个值放进单引号"},
		{"control characters are not allowed", "有不可见的控制字符", "删去它；常见于从其他软件粘贴的文字"},
	}
}

func firstColumn(line []byte) int {
	trimmed := bytes.TrimLeft(line, " \t")
	if len(bytes.TrimSpace(trimmed)) == 0 {
		return 0
	}
	return utf8.RuneCount(line[:len(line)-len(trimmed)]) + 1
}
