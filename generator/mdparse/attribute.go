package mdparse

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"

	"qmsdraft/generator/fact"
)

// attributes is what stands after the name of a div or between braces: #id .class key=value key="value".
type attributes struct {
	run     *run
	at      int
	id      string
	classes []string
	values  map[string]string
	order   []string // keys in order
}

// attributes reads a list of attributes that begins at an offset of the source. Inside quotes a backslash escapes
// ASCII punctuation, and \n is a line break.
func (r *run) attributes(list []byte, at int) *attributes {
	a := &attributes{run: r, at: at, values: map[string]string{}}
	for rest := string(list); ; {
		rest = strings.TrimLeft(rest, " \t")
		if rest == "" {
			return a
		}
		begin := at + len(list) - len(rest)
		word, after, ok := attributeWord(rest)
		if !ok {
			r.fault(begin, "attribute", `写成 key="值"`, "属性的引号没有结束")
			return a
		}
		a.add(word, begin)
		rest = after
	}
}

// attributeWord cuts one attribute off; blanks inside quotes belong to it.
func attributeWord(s string) (word, rest string, ok bool) {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case (c == ' ' || c == '\t') && !quoted:
			return s[:i], s[i:], true
		}
	}
	return s, "", !quoted
}

func (a *attributes) add(word string, at int) {
	key, value, pair := strings.Cut(word, "=")
	switch {
	case !pair && len(word) > 1 && word[0] == '.':
		a.classes = append(a.classes, word[1:])
	case !pair && len(word) > 1 && word[0] == '#' && a.id == "":
		a.id = word[1:]
	case pair && key != "":
		if _, twice := a.values[key]; twice {
			a.run.fault(at, "attribute", "只保留一个", "属性 %s 重复", key)
		}
		a.values[key] = unquoted(value)
		a.order = append(a.order, key)
	default:
		a.run.fault(at, "attribute", `属性写成 .名称 或 key="值"`, "看不懂的属性 %s", word)
	}
}

func unquoted(value string) string {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return value
	}
	var b strings.Builder
	for s := value[1 : len(value)-1]; s != ""; s = s[1:] {
		switch {
		case s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]):
			s = s[1:]
		case strings.HasPrefix(s, `\n`):
			s = s[1:]
			b.WriteByte('\n')
			continue
		}
		b.WriteByte(s[0])
	}
	return b.String()
}

// allow faults everything that is not in the lists.
func (a *attributes) allow(where string, classes, keys []string) {
	for _, c := range a.classes {
		if !slices.Contains(classes, c) {
			a.run.fault(a.at, "attribute", fact.Suggest(c, classes), "%s没有 .%s", where, c)
		}
	}
	for _, k := range a.order {
		if !slices.Contains(keys, k) {
			a.run.fault(a.at, "attribute", fact.Suggest(k, keys), "%s没有属性 %s", where, k)
		}
	}
	if a.id != "" && !slices.Contains(keys, "#") {
		a.run.fault(a.at, "attribute", "删除 #"+a.id, "%s不能有标识", where)
	}
}

func (a *attributes) class(name string) bool { return slices.Contains(a.classes, name) }
