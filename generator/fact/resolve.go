package fact

import (
	"cmp"
	"reflect"
	"strings"

	"qmsdraft/generator/diag"
)

// Resolve gives every reference in the value that v points to the name of the item that it refers to, and reports
// references to ids that no list holds. Call it once all lists are complete. References to lists that the type of v
// does not have at all are left alone: a cluster pack cannot know the people of an enterprise.
func Resolve(v any) diag.List {
	root := reflect.ValueOf(v).Elem()
	types, known := memo{}, map[string]*catalogue{}
	types.declare(root.Type(), known)
	types.visitLists(root, func(items reflect.Value) { types.collect(items, known) })
	var problems diag.List
	types.visit(root, Field{}, func(l leaf, f Field) {
		if r, ok := l.(*Ref); ok && r.Given {
			resolve(r, f, known, &problems)
		}
	})
	problems.Sort()
	return problems
}

// catalogue holds the items of all lists of one name.
type catalogue struct {
	label string // of the first list
	ids   []string
	names map[string]string // by id
}

// declare notes every list of items with an id that t has, also when it is empty.
func (m memo) declare(t reflect.Type, known map[string]*catalogue) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch KindOf(t) {
	case Group:
		for _, f := range m.fields(t) {
			if KindOf(f.Type) == ListOf {
				m.declareList(f, known)
			}
			m.declare(f.Type, known)
		}
	case ListOf:
		m.declare(Elem(t), known)
	}
}

func (m memo) declareList(f Field, known map[string]*catalogue) {
	if id, ok := m.id(Elem(f.Type)); ok && known[id.ID] == nil {
		known[id.ID] = &catalogue{label: f.Label, names: map[string]string{}}
	}
}

// collect notes the ids and names of the items of a list. An item without a name goes by its id.
func (m memo) collect(items reflect.Value, known map[string]*catalogue) {
	id, ok := m.id(items.Type().Elem())
	if !ok {
		return
	}
	list := known[id.ID]
	for i := range items.Len() {
		word := plainText(items.Index(i).Field(id.Index))
		if _, double := list.names[word]; double || word == "" {
			continue
		}
		list.ids = append(list.ids, word)
		list.names[word] = cmp.Or(m.nameOf(items.Index(i)), word)
	}
}

func (m memo) nameOf(item reflect.Value) string {
	for _, f := range m.fields(item.Type()) {
		if f.Name {
			return plainText(item.Field(f.Index))
		}
	}
	return ""
}

func plainText(v reflect.Value) string {
	if l, ok := v.Interface().(Leaf); ok {
		return l.String()
	}
	return v.String()
}

func resolve(r *Ref, f Field, known map[string]*catalogue, problems *diag.List) {
	labels, all, checked := []string{}, []*catalogue{}, false
	for _, list := range f.Refs {
		if c := known[list]; c != nil {
			checked = true
			if name, ok := c.names[r.Value]; ok {
				r.Text = name
				return
			}
			labels, all = append(labels, c.label), append(all, c)
		}
	}
	if checked {
		problems.Add(diag.Problem{File: r.File, Line: r.Line, Col: r.Col, Path: r.Path, Code: "unknown-ref",
			Message: "「" + strings.Join(labels, "」「") + "」里没有编号" + shown(r.Value), Hint: refHint(r.Value, all)})
	}
}

// refHint says which id was meant: one that is written much like it, or that of the item with this name.
func refHint(word string, lists []*catalogue) string {
	var ids []string
	for _, c := range lists {
		for _, id := range c.ids {
			if c.names[id] == word {
				return "这里写编号，不写名称：" + id
			}
		}
		ids = append(ids, c.ids...)
	}
	if best, ok := nearest(word, ids); ok {
		return "是不是 " + best + "？"
	}
	if len(ids) == 0 {
		return "先在那里加上这一项，或删去这里的编号"
	}
	if len(ids) > 20 {
		ids = append(ids[:20:20], "…")
	}
	return "已有的编号：" + strings.Join(ids, "、")
}
