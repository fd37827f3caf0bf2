package fact

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"gopkg.in/yaml.v3"
)

// group reads a mapping into the struct v. Without a mapping all its leaves are noted as not given.
func (d *decoder) group(v reflect.Value, n *yaml.Node, p place, needed bool) {
	fields := d.types.fields(v.Type())
	values := map[string]*yaml.Node{}
	switch {
	case n == nil:
	case n.Kind == yaml.MappingNode:
		values = d.keys(n, fields, p)
	default:
		d.at(n, p.path, "wrong-type", "这里应为一组“键: 值”，现在是"+kindName(n), "键写在下一行并缩进两格，例如 "+fields[0].Key+": …")
		needed = false // one message is enough for this place
	}
	for _, f := range fields {
		d.value(v.Field(f.Index), f, values[f.Key], p.key(f.Key), needed)
	}
}

// keys gives the values of a mapping by key, and reports keys that are unknown, double or no words.
func (d *decoder) keys(n *yaml.Node, fields []Field, p place) map[string]*yaml.Node {
	values := make(map[string]*yaml.Node, len(n.Content)/2)
	lines := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			d.at(key, p.path, "wrong-type", "键应为一个英文词，现在是"+kindName(key), "检查这一行的写法")
			continue
		}
		path := p.key(printable(key.Value)).path
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.Key == key.Value }) {
			d.at(key, path, "unknown-key", "没有"+shown(key.Value)+"这个键", unknownHint(key.Value, fields))
			continue
		}
		if first, double := lines[key.Value]; double {
			d.at(key, path, "duplicate-key", fmt.Sprintf("键 %s 写了两次，第 %d 行已经有了", key.Value, first+d.options.LineOffset), "把内容合到一处")
			continue
		}
		lines[key.Value] = key.Line
		values[key.Value] = n.Content[i+1]
	}
	return values
}

func printable(key string) string { return strings.Trim(shown(key), "「」") }

func unknownHint(key string, fields []Field) string {
	var keys []string
	for _, f := range fields {
		if f.Label == key {
			return "「" + f.Label + "」的键是 " + f.Key
		}
		keys = append(keys, f.Key)
	}
	if best, ok := nearest(key, keys); ok {
		return "是不是 " + best + "？"
	}
	if len(keys) > 20 {
		keys = append(keys[:20], "…")
	}
	return "这里可以写：" + strings.Join(keys, "、")
}

// nearest gives the word that was most likely meant: few letters differ, fewer than would make it another word.
func nearest(word string, among []string) (string, bool) {
	// Among ids as short as P1 every other one is near; to name one of them would lead astray.
	limit := min(len([]rune(word))/3, 4)
	best, found := "", false
	if len(word) > 100 || limit == 0 {
		return best, found
	}
	for _, candidate := range among {
		if distance := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(candidate)); distance <= limit {
			best, limit, found = candidate, distance-1, true
		}
	}
	return best, found
}

// Suggest is the hint for a word that is none of the words allowed: the nearest one, or the first of them.
func Suggest(word string, allowed []string) string {
	if best, ok := nearest(word, allowed); ok {
		return "是不是 " + best + "？"
	}
	if len(allowed) == 0 {
		return "删去它"
	}
	if len(allowed) > 20 {
		allowed = append(allowed[:20:20], "…")
	}
	return "可以写：" + strings.Join(allowed, "、")
}
