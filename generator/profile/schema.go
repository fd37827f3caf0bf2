package profile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"qmsdraft/generator/fact"
)

// Schema is the JSON Schema (2020-12) of a profile, with Chinese titles and descriptions, for the completion and the
// checks of an editor. It is made from the same tags as the loader and allows what the loader allows, except that it
// cannot follow references between items nor check the check digit of a unified social credit code.
func Schema() ([]byte, error) {
	b := builder{definitions: jsonschema.Definitions{}, labels: listLabels(reflect.TypeFor[Profile](), map[string]string{})}
	root := b.group(reflect.TypeFor[Profile]())
	root.Version = jsonschema.Version
	root.Title = "企业档案"
	root.Description = "qmsdraft 的输入：一家企业的事实。除企业名称、简称和文件代号外都可以不写，不写的在文件里显示为待填项"
	root.Definitions = b.definitions
	plain, err := json.Marshal(root)
	if err != nil {
		return nil, fmt.Errorf("write JSON Schema: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, plain, "", "  "); err != nil {
		return nil, fmt.Errorf("indent JSON Schema: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// builder collects one definition for each struct.
type builder struct {
	definitions jsonschema.Definitions
	labels      map[string]string // Chinese names of the lists that references point into
}

func (b builder) group(t reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, f := range fact.Fields(t) {
		property := b.property(f)
		s.Properties.Set(f.Key, property)
		if f.Required && (f.ID != "" || !completedByPack(t)) {
			s.Required = append(s.Required, f.Key)
		}
	}
	return s
}

// completedByPack reports the items in which a cluster pack can fill every value but the id.
func completedByPack(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[Step](), reflect.TypeFor[ControlPoint](), reflect.TypeFor[Limit](), reflect.TypeFor[Factor](),
		reflect.TypeFor[Permit](), reflect.TypeFor[Role]():
		return true
	}
	return false
}

func (b builder) property(f fact.Field) *jsonschema.Schema {
	s := b.value(f, f.Type)
	s.Title = f.Label
	s.Description = description(f, b.labels)
	return s
}

// value is the schema of a value of type t in the field f.
func (b builder) value(f fact.Field, t reflect.Type) *jsonschema.Schema {
	switch kind := fact.KindOf(t); kind {
	case fact.Group:
		if b.definitions[t.Name()] == nil {
			b.definitions[t.Name()] = &jsonschema.Schema{} // holds the name while the fields are looked at
			b.definitions[t.Name()] = b.group(t)
		}
		return nullable(f, &jsonschema.Schema{Ref: "#/$defs/" + t.Name()})
	case fact.ListOf:
		s := typed("array", f)
		s.Items = b.value(fact.Field{Words: f.Words, Format: f.Format, Refs: f.Refs, Required: true}, fact.Elem(t))
		if f.Max > 0 {
			limit := uint64(f.Max)
			s.MaxItems = &limit
		}
		return s
	default:
		return leafSchema(f, kind)
	}
}

// nullable lets a key stand without a value, which the loader reads as not given.
func nullable(f fact.Field, s *jsonschema.Schema) *jsonschema.Schema {
	if f.Required {
		return s
	}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{s, {Type: "null"}}}
}

// typed gives a schema of the types, and of null unless the field is compulsory. A list of types is beyond the fields
// of jsonschema.Schema.
func typed(types string, f fact.Field) *jsonschema.Schema {
	list := strings.Fields(types)
	if !f.Required {
		list = append(list, "null")
	}
	if len(list) == 1 {
		return &jsonschema.Schema{Type: list[0]}
	}
	return &jsonschema.Schema{Extras: map[string]any{"type": list}}
}

func leafSchema(f fact.Field, kind fact.Kind) *jsonschema.Schema {
	switch kind {
	case fact.IntKind:
		s := typed("integer", f)
		s.Minimum = "0"
		return s
	case fact.NumberKind:
		return typed("number", f)
	case fact.BoolKind:
		return typed("boolean", f)
	case fact.ChoiceKind:
		s := typed("string", f)
		for _, word := range f.Words {
			s.Enum = append(s.Enum, word.Value)
		}
		if !f.Required {
			s.Enum = append(s.Enum, nil)
		}
		return s
	default:
		return wordsSchema(f, kind)
	}
}

// wordsSchema is the schema of what is written as words. Words may look like a number or a truth value: 8.3, 0221234.
func wordsSchema(f fact.Field, kind fact.Kind) *jsonschema.Schema {
	s := typed("string number boolean", f)
	switch {
	case kind == fact.DateKind:
		s = typed("string", f)
		s.Pattern = `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`
	case kind == fact.MonthKind:
		s = typed("string", f)
		s.Pattern = `^[0-9]{4}-(0[1-9]|1[0-2])$`
	case kind == fact.ClockKind:
		s = typed("string", f)
		s.Pattern = `^([01]?[0-9]|2[0-3]):[0-5][0-9]$`
	case f.ID != "" || kind == fact.RefKind:
		s.Pattern = fact.Formats()["id"]
	case f.Format != "":
		s.Pattern = fact.Formats()[f.Format]
	default:
		s.Pattern = `\S`
		if f.Max > 0 {
			limit := uint64(f.Max)
			s.MaxLength = &limit
		}
	}
	return s
}

// description says what to write: the tag desc, the form of a date, the meaning of the words of a choice, and where the
// item of a reference stands.
func description(f fact.Field, labels map[string]string) string {
	var parts []string
	if f.Desc != "" {
		parts = append(parts, f.Desc)
	}
	if form := writtenAs(f.Type); form != "" {
		parts = append(parts, form)
	}
	var words []string
	for _, w := range f.Words {
		switch {
		case w.Value == "%":
			words = append(words, `"%"（加引号）`) // a bare % starts no YAML value
		case w.Text == w.Value:
			words = append(words, w.Value)
		default:
			words = append(words, w.Value+" "+w.Text)
		}
	}
	if len(words) > 0 {
		parts = append(parts, "可选："+strings.Join(words, "，"))
	}
	if len(f.Refs) > 0 {
		var lists []string
		for _, list := range f.Refs {
			lists = append(lists, "「"+labels[list]+"」")
		}
		parts = append(parts, "写"+strings.Join(lists, "或")+"的编号")
	}
	return strings.Join(parts, "；")
}

func writtenAs(t reflect.Type) string {
	switch fact.KindOf(t) {
	case fact.DateKind:
		return "写成 2023-07-01"
	case fact.MonthKind:
		return "写成 2023-07"
	case fact.ClockKind:
		return "写成 08:30"
	case fact.BoolKind:
		return "true 是，false 否"
	default:
		return ""
	}
}

// listLabels gives the Chinese names of the lists below t whose items have ids, by the names of the lists.
func listLabels(t reflect.Type, labels map[string]string) map[string]string {
	for _, f := range fact.Fields(t) {
		kind := fact.KindOf(f.Type)
		if kind == fact.Group {
			listLabels(f.Type, labels)
		}
		if kind != fact.ListOf || fact.KindOf(fact.Elem(f.Type)) != fact.Group {
			continue
		}
		for _, item := range fact.Fields(fact.Elem(f.Type)) {
			if item.ID != "" && labels[item.ID] == "" {
				labels[item.ID] = f.Label
			}
		}
		listLabels(fact.Elem(f.Type), labels)
	}
	return labels
}
