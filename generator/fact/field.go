package fact

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Field is one field of a tagged struct: one key of the YAML mapping that the struct is read from.
type Field struct {
	Key      string // key in the file
	Label    string // Chinese name; the key when the tag is absent
	Desc     string // what to write there
	Required bool   // the file must give it
	Words    []Word // words allowed for a Choice or a string
	Refs     []string
	ID       string // name of the list in which this leaf is the id of an item
	Name     bool   // this leaf names the item
	Format   string // uscc, code, clause or form
	Max      int    // longest list or text; 0 means the default
	Anchor   bool   // a given value keeps an anchor in documents, see Info.Anchor
	Index    int    // index of the field in the struct
	Type     reflect.Type

	options []string // the texts of Words
}

// Word is one allowed word of a Choice.
type Word struct{ Value, Text string }

// Fields gives the fields of a tagged struct in the order of their declaration. Fields without an exported name and
// those tagged yaml:"-" are left out. A field without a yaml tag has its name in lower case as its key.
// It panics when a tag cannot be understood, since that is a mistake in the program, not in an input.
func Fields(t reflect.Type) []Field {
	fields := make([]Field, 0, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if !f.IsExported() || key == "-" {
			continue
		}
		if key == "" {
			key = strings.ToLower(f.Name)
		}
		fields = append(fields, newField(f, key, i))
	}
	return fields
}

func newField(f reflect.StructField, key string, index int) Field {
	tag := f.Tag.Get
	field := Field{Key: key, Label: tag("label"), Desc: tag("desc"), Required: tag("req") == "true", Words: words(tag("enum")),
		ID: tag("id"), Name: tag("name") == "true", Format: tag("format"), Anchor: tag("anchor") == "true", Index: index, Type: f.Type}
	if field.Label == "" {
		field.Label = key
	}
	for _, w := range field.Words {
		field.options = append(field.options, w.Text)
	}
	if refs := tag("ref"); refs != "" {
		field.Refs = strings.Split(refs, ",")
	}
	if limit := tag("max"); limit != "" {
		n, err := strconv.Atoi(limit)
		if err != nil || n < 1 {
			panic(fmt.Sprintf("fact: field %s: tag max is %q", f.Name, limit))
		}
		field.Max = n
	}
	return field
}

func words(tag string) []Word {
	if tag == "" {
		return nil
	}
	var list []Word
	for _, pair := range strings.Split(tag, "|") {
		value, text, found := strings.Cut(pair, "=")
		if !found {
			text = value
		}
		list = append(list, Word{Value: value, Text: text})
	}
	return list
}

// Kind is the kind of value that a field holds.
type Kind int

// The kinds. Group is a mapping with keys of its own, ListOf a list whose items have the kind of [Elem].
const (
	TextKind Kind = iota
	IntKind
	NumberKind
	BoolKind
	DateKind
	MonthKind
	ClockKind
	ChoiceKind
	RefKind
	Group
	ListOf
)

// KindOf gives the kind of the type of a field. It panics for a type that Decode cannot fill.
func KindOf(t reflect.Type) Kind {
	if kind, ok := leafKind(t); ok {
		return kind
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[sequence]()) {
		return ListOf
	}
	switch t.Kind() {
	case reflect.String:
		return TextKind
	case reflect.Int, reflect.Int64:
		return IntKind
	case reflect.Float64:
		return NumberKind
	case reflect.Bool:
		return BoolKind
	case reflect.Slice:
		return ListOf
	case reflect.Struct:
		return Group
	case reflect.Pointer:
		return KindOf(t.Elem())
	default:
		panic(fmt.Sprintf("fact: a field of type %s cannot be read", t))
	}
}

func leafKind(t reflect.Type) (Kind, bool) {
	switch t {
	case reflect.TypeFor[Text]():
		return TextKind, true
	case reflect.TypeFor[Int]():
		return IntKind, true
	case reflect.TypeFor[Number]():
		return NumberKind, true
	case reflect.TypeFor[Bool]():
		return BoolKind, true
	case reflect.TypeFor[Date]():
		return DateKind, true
	case reflect.TypeFor[Month]():
		return MonthKind, true
	case reflect.TypeFor[Clock]():
		return ClockKind, true
	case reflect.TypeFor[Choice]():
		return ChoiceKind, true
	case reflect.TypeFor[Ref]():
		return RefKind, true
	default:
		return 0, false
	}
}

// Elem gives the type of the items of a list.
func Elem(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Slice {
		return t.Elem()
	}
	items, _ := t.FieldByName("Items")
	return items.Type.Elem()
}

// memo keeps the fields of the types that one call has met, since a list has many items of one type.
type memo map[reflect.Type][]Field

func (m memo) fields(t reflect.Type) []Field {
	fields, ok := m[t]
	if !ok {
		fields = Fields(t)
		m[t] = fields
	}
	return fields
}

// id gives the field that holds the id of an item of type t.
func (m memo) id(t reflect.Type) (Field, bool) {
	if t.Kind() != reflect.Struct || KindOf(t) != Group {
		return Field{}, false
	}
	for _, f := range m.fields(t) {
		if f.ID != "" {
			return f, true
		}
	}
	return Field{}, false
}
