package fact

import "reflect"

// sequence is implemented by the pointers to all lists; it lets Decode work on a list whatever its items are.
type sequence interface {
	info() *Info
	make(n int) reflect.Value
	setBlank(fill func(reflect.Value, Info))
	items() reflect.Value
	setItems(reflect.Value)
}

// make gives the list n items in which nothing is set, and returns them as a slice that can be changed.
func (l *List[T]) make(n int) reflect.Value {
	l.Items = make([]T, n)
	return reflect.ValueOf(l.Items)
}

// setBlank keeps how a blank item is filled. The Info is that of the list at the time of the call, since a list can be
// copied from a cluster pack into a profile.
func (l *List[T]) setBlank(fill func(reflect.Value, Info)) {
	l.blank = func(list Info) T {
		var item T
		fill(reflect.ValueOf(&item).Elem(), list)
		return item
	}
}

func (l *List[T]) items() reflect.Value { return reflect.ValueOf(l.Items) }

func (l *List[T]) setItems(v reflect.Value) { l.Items = v.Interface().([]T) }
