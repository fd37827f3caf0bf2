package fact

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"qmsdraft/generator/diag"
)

// Options changes how [Decode] works. The zero value reads an input of a user as a whole.
type Options struct {
	LineOffset int  // number of lines that stand before src in the file, such as for the header of a template
	Pack       bool // src is a cluster pack: its leaves are marked as not given by the enterprise
	Unresolved bool // leave references alone; the caller completes the value and then calls Resolve
}

// Decode reads one YAML document into the struct that into points to, guided by the tags of its fields (see [Fields]).
//
// Fields may be leaves of this package, lists of leaves or structs, plain Go values (string, int, int64, float64, bool,
// slices, pointers) and structs of all these. Every leaf and list gets its path, label and place, given or not.
//
// Decode does not stop at the first problem: unknown and double keys, wrong types, values that cannot be, missing
// compulsory values, double ids and, unless o.Unresolved is set, references to nothing are all reported, each located.
// A value with a problem is left as not given. Decode panics when into is not a pointer to a struct that it can fill.
func Decode(file string, src []byte, into any, o Options) diag.List {
	d := &decoder{file: file, options: o, types: memo{}}
	root := d.parse(src)
	d.quiet = root == nil
	v := reflect.ValueOf(into).Elem()
	d.group(v, root, at(root, place{line: 1, col: 1}), true)
	if !o.Unresolved {
		d.problems.Add(Resolve(into)...)
	}
	d.problems.Sort()
	return d.problems
}

// place is where a value stands, or would stand.
type place struct {
	path      string
	line, col int
}

func (p place) key(key string) place {
	if p.path != "" {
		key = p.path + "." + key
	}
	return place{path: key, line: p.line, col: p.col}
}

func (p place) item(name string) place {
	return place{path: p.path + "[" + name + "]", line: p.line, col: p.col}
}

func at(n *yaml.Node, p place) place {
	if n != nil {
		p.line, p.col = n.Line, n.Column
	}
	return p
}

type decoder struct {
	file     string
	options  Options
	types    memo
	problems diag.List
	source   []byte // what the parser read
	lines    []int  // offsets of its lines
	quiet    bool   // problems are not reported: there is no file behind the value
}

func (d *decoder) info(f Field, p place) Info {
	line := p.line
	if line > 0 {
		line += d.options.LineOffset
	}
	return Info{Path: p.path, Label: f.Label, File: d.file, Line: line, Col: p.col, Pack: d.options.Pack}
}

// value reads n into v; n is nil when the file does not give it. needed says that the file must give the compulsory
// values at this place, because the value that holds them is given or is compulsory itself.
func (d *decoder) value(v reflect.Value, f Field, n *yaml.Node, p place, needed bool) {
	p = at(n, p)
	missing := n == nil || isNull(n)
	if missing && needed && f.Required && (v.Kind() == reflect.Pointer || KindOf(v.Type()) != Group) {
		d.add(p, "missing", "缺少必填项「"+f.Label+"」", missingHint(f))
	}
	if missing {
		n = nil
	}
	if l, ok := newLeaf(v); ok {
		*l.info() = d.info(f, p)
		l.info().Anchor = anchored(l, f)
		d.leaf(l, f, n, p)
		return
	}
	if list, ok := v.Addr().Interface().(sequence); ok {
		d.sequence(list, f, n, p)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.group(v, n, p, n != nil || needed && f.Required)
	default:
		d.plain(v, f, n, p)
	}
}

func missingHint(f Field) string {
	if f.Desc != "" {
		return "补上 " + f.Key + "：" + f.Desc
	}
	return "补上 " + f.Key
}

// people is the list of the people of an enterprise, whom it changes more often than anything else.
const people = "people"

func anchored(l leaf, f Field) bool {
	switch l.(type) {
	case *Date:
		return true
	case *Ref:
		return f.Anchor || slices.Contains(f.Refs, people)
	default:
		return f.Anchor
	}
}

func (d *decoder) leaf(l leaf, f Field, n *yaml.Node, p place) {
	if c, ok := l.(*Choice); ok {
		c.Options = f.options
	}
	if n == nil {
		return
	}
	s, ok := d.scalar(n, f, p)
	if !ok {
		return
	}
	if bad := l.read(s, f); bad != nil {
		d.add(p, bad.code, bad.message, bad.hint)
		return
	}
	l.info().Given = true
}

// scalar gives the words of a scalar as they stand in the file; ok is false when it is none or cannot be used.
func (d *decoder) scalar(n *yaml.Node, f Field, p place) (s scalar, ok bool) {
	if n.Kind != yaml.ScalarNode {
		d.add(p, "wrong-type", "「"+f.Label+"」应为一个值，现在是"+kindName(n), "写在冒号后面；文字里有“: ”或以 [ { 开头时加引号")
		return s, false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.add(p, "tag", "不支持标签"+shown(n.Tag), "去掉以 ! 开头的标签；文字以 ! 开头时加引号")
		return s, false
	}
	text := n.Value
	block := n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	for block && len(text) > 0 && text[len(text)-1] == '\n' {
		text = text[:len(text)-1]
	}
	for _, c := range text {
		if isForbiddenControl(c) || isBidiControl(c) || c == '\r' {
			d.add(p, "control-character", fmt.Sprintf("「%s」里有不可见的控制字符 U+%04X", f.Label, c), "删去它；常见于从其他软件粘贴的文字")
			return s, false
		}
	}
	quoted := block || n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
	return scalar{text: d.unfold(n, text), quoted: quoted}, true
}

func (d *decoder) sequence(list sequence, f Field, n *yaml.Node, p place) {
	*list.info() = d.info(f, p)
	list.setBlank(blankItem(f))
	items, ok := d.items(f, n, p)
	if !ok {
		return
	}
	list.info().Given = true
	v := list.make(len(items))
	d.all(v, f, items, p)
}

// blankItem gives the function that fills an item in which nothing is given.
func blankItem(f Field) func(reflect.Value, Info) {
	return func(v reflect.Value, list Info) {
		d := &decoder{file: list.File, options: Options{Pack: list.Pack}, types: memo{}, quiet: true}
		p := place{path: list.Path, line: list.Line, col: list.Col}
		d.value(v, f, nil, p.item("1"), false)
	}
}

// items gives the nodes of a list; ok is false when the file gives no list here.
func (d *decoder) items(f Field, n *yaml.Node, p place) ([]*yaml.Node, bool) {
	if n == nil {
		return nil, false
	}
	if n.Kind != yaml.SequenceNode {
		d.add(p, "wrong-type", "「"+f.Label+"」应为列表，现在是"+kindName(n), "每项另起一行，以“- ”开头；只有一项也要写成列表")
		return nil, false
	}
	limit := f.Max
	if limit == 0 {
		limit = defaultListLength
	}
	if len(n.Content) > limit {
		d.add(p, "too-long", fmt.Sprintf("「%s」有 %d 项，最多 %d 项", f.Label, len(n.Content), limit), "请减少")
		return nil, false
	}
	return n.Content, true
}

// all reads the items of a list into the slice v, which has the same length.
func (d *decoder) all(v reflect.Value, f Field, items []*yaml.Node, p place) {
	id, hasID := d.types.id(v.Type().Elem())
	seen := map[string]int{}
	for i, n := range items {
		name := strconv.Itoa(i + 1)
		if hasID {
			if word, ok := child(n, id.Key); ok {
				name = word.Value
				d.unique(seen, id, word, p.item(name).key(id.Key))
			}
		}
		if isNull(n) {
			d.at(n, p.item(name).path, "empty", "「"+f.Label+"」的这一项是空的", "填上内容，或删去这一项")
			d.value(v.Index(i), f, nil, at(n, p.item(name)), false)
			continue
		}
		d.value(v.Index(i), f, n, p.item(name), true)
	}
}

func (d *decoder) unique(seen map[string]int, id Field, word *yaml.Node, p place) {
	if first, double := seen[word.Value]; double {
		d.at(word, p.path, "duplicate-id", fmt.Sprintf("%s%s重复，第 %d 行已经用过", id.Label, shown(word.Value), first+d.options.LineOffset), "换一个编号")
		return
	}
	seen[word.Value] = word.Line
}
