package fact

import (
	"reflect"
	"slices"
	"strconv"
)

// Complete fills what the struct dst does not give from src, a struct of the same type. What dst gives wins. Lists of
// items with ids are completed item by item, as [CompleteList] does with Add; other lists are taken only when dst does
// not give them. What is filled in keeps the file and line of src and whether it comes from a pack; its path becomes
// that of dst. The ids of both must be given already; skip, if not nil, leaves out items of src (see [Adding]).
func Complete(dst, src any, skip func(Info) bool) {
	memo{}.completeGroup(reflect.ValueOf(dst).Elem(), reflect.ValueOf(src).Elem(), skip)
}

// Adding says what [CompleteList] does with the items of src that dst does not name.
type Adding int

// Items of src are left out, come after those of dst, or come after the item that precedes them in src.
const (
	AddNone Adding = iota
	AddLast
	AddInOrder
)

// CompleteList completes a list of structs that have an id: items of the same id as Complete does, the others as add
// says. An item of src for which skip reports true (called with the Info of its id) is left out. A list that dst gives
// as empty stays empty: the enterprise says that it has none.
func CompleteList[T any](dst *List[T], src List[T], add Adding, skip func(Info) bool) {
	if dst.Given && len(dst.Items) == 0 {
		return
	}
	source := List[T]{Info: src.Info, Items: slices.Clone(src.Items), blank: src.blank}
	memo{}.completeItems(dst, &source, add, skip)
}

func (m memo) completeGroup(dst, src reflect.Value, skip func(Info) bool) {
	for _, f := range m.fields(dst.Type()) {
		to, from := dst.Field(f.Index), src.Field(f.Index)
		if l, ok := newLeaf(to); ok {
			completeLeaf(l, to, from)
			continue
		}
		if list, ok := to.Addr().Interface().(sequence); ok {
			m.completeSequence(list, from.Addr().Interface().(sequence), to.Type(), skip)
			continue
		}
		if to.Kind() == reflect.Struct {
			m.completeGroup(to, from, skip)
		}
	}
}

func completeLeaf(l leaf, to, from reflect.Value) {
	source, _ := newLeaf(from)
	if l.info().Given || !source.info().Given {
		return
	}
	path := l.info().Path
	to.Set(from)
	l.info().Path = path
}

func (m memo) completeSequence(dst, src sequence, t reflect.Type, skip func(Info) bool) {
	if _, ok := m.id(Elem(t)); ok {
		if !dst.info().Given || dst.items().Len() > 0 {
			m.completeItems(dst, src, AddLast, skip)
		}
		return
	}
	if dst.info().Given || !src.info().Given {
		return
	}
	home := *dst.info()
	*dst.info() = *src.info()
	dst.info().Path = home.Path
	dst.setItems(clone(src.items()))
	m.relocateItems(dst.items(), home.Path, home)
}

// completeItems completes the items of dst from those of src by their ids.
func (m memo) completeItems(dst, src sequence, add Adding, skip func(Info) bool) {
	home, items, before := *dst.info(), dst.items(), -1
	for i := range src.items().Len() {
		from := src.items().Index(i)
		id := m.idInfo(from)
		if at := m.indexOf(items, id.word); at >= 0 {
			m.completeGroup(items.Index(at), from, skip)
			before = at
			continue
		}
		if add == AddNone || skip != nil && skip(id.Info) {
			continue
		}
		place := items.Len()
		if add == AddInOrder {
			place = before + 1
		}
		items = insert(items, place, from)
		m.relocate(items.Index(place), home.Path+"["+id.word+"]", home)
		before = place
	}
	dst.setItems(items)
	if !home.Given && items.Len() > 0 {
		*dst.info() = *src.info()
		dst.info().Path = home.Path
	}
}

type identifier struct {
	Info
	word string
}

func (m memo) idInfo(item reflect.Value) identifier {
	f, ok := m.id(item.Type())
	if !ok {
		return identifier{}
	}
	if l, ok := item.Field(f.Index).Interface().(Leaf); ok {
		return identifier{Info: l.About(), word: l.String()}
	}
	return identifier{word: item.Field(f.Index).String()}
}

func (m memo) indexOf(items reflect.Value, id string) int {
	for i := range items.Len() {
		if id != "" && m.idInfo(items.Index(i)).word == id {
			return i
		}
	}
	return -1
}

func insert(items reflect.Value, at int, item reflect.Value) reflect.Value {
	grown := reflect.MakeSlice(items.Type(), 0, items.Len()+1)
	grown = reflect.AppendSlice(grown, items.Slice(0, at))
	grown = reflect.Append(grown, item)
	return reflect.AppendSlice(grown, items.Slice(at, items.Len()))
}

func clone(items reflect.Value) reflect.Value {
	return reflect.AppendSlice(reflect.MakeSlice(items.Type(), 0, items.Len()), items)
}

// relocate gives all leaves and lists below v the paths they have at path. What src does not give either is from then
// on missing at home, the list in the profile. Lists get items of their own, since v is a copy that must not share
// them with the original.
func (m memo) relocate(v reflect.Value, path string, home Info) {
	if l, ok := newLeaf(v); ok {
		move(l.info(), path, home)
		return
	}
	if list, ok := v.Addr().Interface().(sequence); ok {
		move(list.info(), path, home)
		list.setItems(clone(list.items()))
		m.relocateItems(list.items(), path, home)
		return
	}
	if v.Kind() == reflect.Struct {
		for _, f := range m.fields(v.Type()) {
			m.relocate(v.Field(f.Index), place{path: path}.key(f.Key).path, home)
		}
	}
}

func move(i *Info, path string, home Info) {
	i.Path = path
	if !i.Given {
		i.File, i.Line, i.Col, i.Pack = home.File, home.Line, home.Col, home.Pack
	}
}

func (m memo) relocateItems(items reflect.Value, path string, home Info) {
	for i := range items.Len() {
		name := strconv.Itoa(i + 1)
		if KindOf(items.Index(i).Type()) == Group {
			if id := m.idInfo(items.Index(i)).word; id != "" {
				name = id
			}
		}
		m.relocate(items.Index(i), path+"["+name+"]", home)
	}
}
