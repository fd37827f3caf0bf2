package fact

import (
	"reflect"

	"gopkg.in/yaml.v3"
)

// plain reads a plain Go value: string, int, int64, float64, bool, a slice or a pointer. What the file does not give
// keeps the value that it had before.
func (d *decoder) plain(v reflect.Value, f Field, n *yaml.Node, p place) {
	if n == nil {
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if items, ok := d.items(f, n, p); ok {
			v.Set(reflect.MakeSlice(v.Type(), len(items), len(items)))
			d.all(v, f, items, p)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(v.Elem(), f, n, p, true)
	default:
		if s, ok := d.scalar(n, f, p); ok {
			d.plainScalar(v, f, s, p)
		}
	}
}

func (d *decoder) plainScalar(v reflect.Value, f Field, s scalar, p place) {
	if bad := setPlain(v, f, s); bad != nil {
		d.add(p, bad.code, bad.message, bad.hint)
	}
}

func setPlain(v reflect.Value, f Field, s scalar) *fault {
	switch KindOf(v.Type()) {
	case IntKind:
		n, bad := readInt(s)
		if bad == nil {
			v.SetInt(n)
		}
		return bad
	case NumberKind:
		n, bad := readNumber(s)
		if bad == nil {
			v.SetFloat(n)
		}
		return bad
	case BoolKind:
		b, bad := readBool(s)
		if bad == nil {
			v.SetBool(b)
		}
		return bad
	default:
		return setString(v, f, s)
	}
}

func setString(v reflect.Value, f Field, s scalar) *fault {
	var bad *fault
	if f.Words != nil {
		_, bad = readWord(s.text, f.Words)
	} else {
		bad = checkText(s.text, f)
	}
	if bad == nil {
		v.SetString(s.text)
	}
	return bad
}
