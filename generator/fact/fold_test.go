package fact

import (
	"strings"
	"testing"
)

func TestFoldedChineseHasNoBlanks(t *testing.T) {
	for name, c := range map[string]struct{ yaml, want string }{
		"folded block":              {"name: >-\n  全员参与，\n  持续改进\n", "全员参与，持续改进"},
		"folded block, final break": {"name: >\n  甲\n  乙\n", "甲乙"},
		"plain on lines":            {"name: 甲\n  乙\n", "甲乙"},
		"plain after its key":       {"name:\n  甲\n  乙\n", "甲乙"},
		"single quotes":             {"name: '甲''\n  乙'\n", "甲' 乙"},
		"single quotes, Chinese":    {"name: '“甲”\n  乙'\n", "“甲”乙"},
		"double quotes":             {"name: \"甲\n  乙\"\n", "甲乙"},
		"after an escape":           {"name: \"\\u7532\n  乙\"\n", "甲 乙"},
		"a blank that was typed":    {"name: >-\n  甲 乙\n  丙\n", "甲 乙丙"},
		"typed blank, plain":        {"name: 甲 乙\n", "甲 乙"},
		"blank at the end of line":  {"name: >-\n  甲 \n  乙\n", "甲  乙"},
		"Latin beside Chinese":      {"name: >-\n  用 6061\n  铝管\n", "用 6061 铝管"},
		"Latin":                     {"name: >-\n  red\n  tube\n", "red tube"},
		"quotes of Latin":           {"name: >-\n  “a”\n  “b”\n", "“a” “b”"},
		"dash":                      {"name: >-\n  甲——\n  乙\n", "甲——乙"},
		"paragraphs":                {"name: >-\n  甲\n\n  乙\n  丙\n", "甲\n乙丙"},
		"deeper line":               {"name: >-\n  甲\n    乙\n  丙\n", "甲\n  乙\n丙"},
		"literal":                   {"name: |-\n  甲\n  乙 丙\n", "甲\n乙 丙"},
		"Windows line ends":         {"name: >-\r\n  甲\r\n  乙\r\n", "甲乙"},
		"in a flow":                 {"name: {x: 甲\n  乙}\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var f struct {
				Name Text `yaml:"name"`
			}
			for _, head := range []string{"", "\uFEFF", "# 甲 乙\n"} {
				problems := Decode("p.yaml", []byte(head+c.yaml), &f, Options{})
				if c.want != "" && problems.Err() != nil {
					t.Fatal(problems)
				}
				if c.want != "" && f.Name.Value != c.want {
					t.Errorf("got %q, want %q", f.Name.Value, c.want)
				}
			}
		})
	}
}

func TestFoldedItemsOfLists(t *testing.T) {
	var f firm
	src := "name: 名\nomit: [甲\n    乙, '丙\n    丁']\npeople:\n  - {id: p1, name: 王\n      示}\n  - id: p2\n    name: >-\n      李\n      示\n"
	if err := Decode("p.yaml", []byte(src), &f, Options{}).Err(); err != nil {
		t.Fatal(err)
	}
	got := []string{f.Omit.Items[0].Value, f.Omit.Items[1].Value, f.People.Items[0].Name.Value, f.People.Items[1].Name.Value}
	if strings.Join(got, " ") != "甲乙 丙丁 王示 李示" {
		t.Errorf("got %q", got)
	}
}

// A date, a reference to people and a field with the tag keep an anchor; a choice knows its texts, given or not.
func TestAnchorsAndOptions(t *testing.T) {
	var f struct {
		firm `yaml:"-"`
		Day  Date         `yaml:"day"`
		Boss Ref          `yaml:"boss" ref:"people"`
		Unit Ref          `yaml:"unit" ref:"departments"`
		Team List[Ref]    `yaml:"team" ref:"people"`
		Tel  Text         `yaml:"tel" anchor:"true"`
		Note Text         `yaml:"note"`
		How  Choice       `yaml:"how" enum:"a=甲|b=乙"`
		Kind List[Choice] `yaml:"kind" enum:"a=甲|b=乙"`
		Rows List[struct {
			Until Date   `yaml:"until"`
			How   Choice `yaml:"how" enum:"c=丙"`
		}] `yaml:"rows"`
	}
	if err := Decode("p.yaml", []byte("day: 2023-07-01\nteam: [p1]\ntel: '022'\nkind: [b]\n"), &f, Options{Unresolved: true}).Err(); err != nil {
		t.Fatal(err)
	}
	blank := f.Rows.Blank()
	for what, c := range map[string]struct{ got, want bool }{
		"given date": {f.Day.Anchor, true}, "absent date in a blank item": {blank.Until.Anchor, true},
		"absent person": {f.Boss.Anchor, true}, "department": {f.Unit.Anchor, false}, "person in a list": {f.Team.Items[0].Anchor, true},
		"the list itself": {f.Team.Anchor, false}, "tag": {f.Tel.Anchor, true}, "text": {f.Note.Anchor, false},
	} {
		if c.got != c.want {
			t.Errorf("%s: anchor %v, want %v", what, c.got, c.want)
		}
	}
	for what, c := range map[string]Choice{"甲 乙": f.How, "甲 乙 ": f.Kind.Items[0], "丙": blank.How} {
		if got := strings.Join(c.Options, " "); got != strings.TrimSpace(what) {
			t.Errorf("options %q, want %q", got, what)
		}
	}
}
