package profile

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"qmsdraft/generator/fact"
)

func compiled(t *testing.T) (*jsonschema.Schema, map[string]any) {
	t.Helper()
	src, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("profile.json", tree); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("profile.json")
	if err != nil {
		t.Fatal(err)
	}
	return s, tree.(map[string]any)
}

// asJSON reads YAML as an editor does: by the core schema of YAML 1.2, in which a date is a string.
func asJSON(t *testing.T, src []byte) any {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	var untime func(*yaml.Node)
	untime = func(n *yaml.Node) {
		if n.ShortTag() == "!!timestamp" {
			n.Tag = "!!str"
		}
		for _, child := range n.Content {
			untime(child)
		}
	}
	untime(&root)
	var value any
	if err := root.Decode(&value); err != nil {
		t.Fatal(err)
	}
	plain, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(plain))
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func TestSchemaAgreesWithLoader(t *testing.T) {
	s, _ := compiled(t)
	for src, good := range map[string]bool{
		"": true,
		"people: [{id: p1, name: 甲, top: true, years: 3}]": true,
		"people:": true, // a key without a value is not given
		"scope: {not_applicable: [{clause: 8.3, reason: 来图加工}]}": true, // looks like a number
		"enterprises: {}":                                       false,
		"people: [{id: p1}]":                                    false,
		"people: {id: p1, name: 甲}":                             false,
		"people: [{id: p1, name: 甲, top: 是}]":                   false,
		"people: [{id: p1, name: 甲, years: -1}]":                false,
		"people: [{id: 'p 1', name: 甲}]":                        false,
		"operation: {start: 2023/7/1}":                          false,
		"operation: {start: 2023-07-01}":                        true,
		"operation: {months: [{month: 2023-7}]}":                false,
		"internal_audit: {start_time: '8:30'}":                  true,
		"internal_audit: {start_time: '24:30'}":                 false,
		"policy: {text: '" + strings.Repeat("长", 201) + "'}":    false,
		"policy: {text: ''}":                                    false,
		"diagnosis: {problems: [{id: a, title: b, level: 急}]}":  false,
		"documents: {version: 1.0, year: 2023}":                 true,
		"outsourcing: [{id: a, name: b, record: 'SLZX/QR-1'}]":  false,
		"departments: [{id: a, name: b, functions: [cooking]}]": false,
	} {
		whole := []byte(enterprise + src)
		_, problems := Load("p.yaml", whole, nil)
		if err := s.Validate(asJSON(t, whole)); (err == nil) != good || (len(problems) == 0) != good {
			t.Errorf("%q: schema %v, loader %v; want good %v", src, err, problems, good)
		}
	}
	if s.Validate(asJSON(t, []byte("people: []"))) == nil {
		t.Error("the enterprise is compulsory")
	}
}

// TestSchemaHoldsEveryKey follows the structs of the profile through the schema.
func TestSchemaHoldsEveryKey(t *testing.T) {
	_, tree := compiled(t)
	definitions := tree["$defs"].(map[string]any)
	seen := map[reflect.Type]bool{}
	var follow func(reflect.Type, map[string]any)
	follow = func(typ reflect.Type, s map[string]any) {
		for _, f := range fact.Fields(typ) {
			property, ok := s["properties"].(map[string]any)[f.Key].(map[string]any)
			if !ok || property["title"] != f.Label || f.Label == f.Key {
				t.Errorf("%s.%s: not in the schema with a Chinese title", typ.Name(), f.Key)
			}
			group := f.Type
			if fact.KindOf(group) == fact.ListOf {
				group = fact.Elem(group)
			}
			if fact.KindOf(group) != fact.Group || seen[group] {
				continue
			}
			seen[group] = true
			definition, ok := definitions[group.Name()].(map[string]any)
			if !ok || definition["additionalProperties"] != false {
				t.Fatalf("%s is no closed definition", group.Name())
			}
			follow(group, definition)
		}
	}
	follow(reflect.TypeFor[Profile](), tree)
	if len(seen) != len(definitions) {
		t.Errorf("%d groups, %d definitions", len(seen), len(definitions))
	}
}

func TestExamplesMatchTheSchema(t *testing.T) {
	s, _ := compiled(t)
	files, err := os.ReadDir("../../examples")
	if err != nil {
		t.Skip("there are no examples: ", err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".yaml") {
			continue
		}
		src, err := os.ReadFile("../../examples/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(asJSON(t, src)); err != nil {
			t.Errorf("%s: %v", f.Name(), err)
		}
	}
}
