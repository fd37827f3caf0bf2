package fact

import "reflect"

// Walk calls fn for every leaf of v, which is a struct of leaves or a pointer to one, in the order of declaration and
// of the file. It goes through the items that lists have; what an absent list would hold is not visited.
func Walk(v any, fn func(Leaf)) {
	WalkFields(v, func(l Leaf, _ Field) { fn(l) })
}

// WalkFields is Walk for who needs to know how each leaf was read, such as its format. The leaves of a list of leaves come
// with the field of the list.
func WalkFields(v any, fn func(Leaf, Field)) {
	value := reflect.ValueOf(v)
	if value.Kind() != reflect.Pointer {
		pointer := reflect.New(value.Type())
		pointer.Elem().Set(value)
		value = pointer
	}
	memo{}.visit(value.Elem(), Field{}, func(l leaf, f Field) { fn(reflect.ValueOf(l).Elem().Interface().(Leaf), f) })
}

// Lookup gives the leaf at path, such as control_points[K2].limits[1].low. It goes through all leaves: to look up
// many paths, walk once.
func Lookup(v any, path string) (Leaf, bool) {
	var found Leaf
	Walk(v, func(l Leaf) {
		if found == nil && l.About().Path == path {
			found = l
		}
	})
	return found, found != nil
}

// visit calls fn for every leaf below v, which must be addressable, with the field that it was read by.
func (m memo) visit(v reflect.Value, f Field, fn func(leaf, Field)) {
	if l, ok := newLeaf(v); ok {
		fn(l, f)
		return
	}
	if list, ok := v.Addr().Interface().(sequence); ok {
		m.visitItems(list.items(), f, fn)
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		m.visitItems(v, f, fn)
	case reflect.Pointer:
		if !v.IsNil() {
			m.visit(v.Elem(), f, fn)
		}
	case reflect.Struct:
		for _, field := range m.fields(v.Type()) {
			m.visit(v.Field(field.Index), field, fn)
		}
	}
}

func (m memo) visitItems(items reflect.Value, f Field, fn func(leaf, Field)) {
	for i := range items.Len() {
		m.visit(items.Index(i), f, fn)
	}
}

// visitLists calls fn for the items of every list below v, the outer list before those in its items.
func (m memo) visitLists(v reflect.Value, fn func(items reflect.Value)) {
	for _, f := range m.fields(v.Type()) {
		field := v.Field(f.Index)
		if field.Kind() == reflect.Pointer {
			if field.IsNil() {
				continue
			}
			field = field.Elem()
		}
		switch KindOf(field.Type()) {
		case Group:
			m.visitLists(field, fn)
		case ListOf:
			m.visitListItems(field, fn)
		}
	}
}

func (m memo) visitListItems(list reflect.Value, fn func(reflect.Value)) {
	items := list
	if s, ok := list.Addr().Interface().(sequence); ok {
		items = s.items()
	}
	fn(items)
	for i := range items.Len() {
		if KindOf(items.Index(i).Type()) == Group {
			m.visitLists(items.Index(i), fn)
		}
	}
}
