package render

import (
	"fmt"
	"reflect"
	"text/template"

	"qmsdraft/generator/fact"
)

// given is the value itself, or nil when it is a fact or list that the profile does not give. A yes/no fact that is
// given counts as its value. text/template takes every struct for true; this is the cure.
func given(v any) any {
	switch x := v.(type) {
	case fact.Bool:
		if !x.Given || !x.Value {
			return nil
		}
		return x
	case fact.Leaf:
		if !x.About().Given {
			return nil
		}
		return x
	}
	if l, ok := v.(lister); ok && (!l.About().Given || l.Len() == 0) {
		return nil
	}
	return v
}

// lister is a fact.List of any kind.
type lister interface {
	About() fact.Info
	Len() int
}

// rows is what a range goes over: the rows of a list fact, with one blank row when the profile does not give the list.
func rows(v any) (any, error) { return listCall(v, "Rows") }

// items is what a range with an else goes over: only what is given.
func items(v any) (any, error) {
	if given(v) == nil {
		return nil, nil
	}
	return listCall(v, "Rows")
}

func listCall(v any, method string) (any, error) {
	if _, ok := v.(lister); !ok {
		return v, nil
	}
	m := reflect.ValueOf(v).MethodByName(method)
	if !m.IsValid() {
		return nil, fmt.Errorf("%T has no rows", v)
	}
	return m.Call(nil)[0].Interface(), nil
}

// truth is the truth of a value as if and with see it.
func truth(v any) bool {
	ok, _ := template.IsTrue(given(v))
	return ok
}

func and(first any, rest ...any) any {
	for _, v := range rest {
		if !truth(first) {
			return given(first)
		}
		first = v
	}
	return given(first)
}

func or(first any, rest ...any) any {
	for _, v := range rest {
		if truth(first) {
			return first
		}
		first = v
	}
	return first
}

func not(v any) bool { return !truth(v) }

// length counts the items of a list fact, or the length of anything else that has one.
func length(v any) (int, error) {
	if l, ok := v.(lister); ok {
		return l.Len(), nil
	}
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return r.Len(), nil
	}
	return 0, fmt.Errorf("a %T has no length", v)
}

// fallback is v when it is given, else d; called as {{ default d v }}.
func fallback(d, v any) any {
	if truth(v) {
		return v
	}
	return d
}
