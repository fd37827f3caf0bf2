package fact

import (
	"reflect"
	"testing"
)

// header is a struct of plain Go values, as the front matter of a template has.
type header struct {
	ID      string   `yaml:"id" req:"true" id:"documents"`
	Tier    int      `yaml:"tier" label:"层级"`
	Weight  float64  `yaml:"weight"`
	Draft   bool     `yaml:"draft"`
	When    string   `yaml:"when" enum:"always|design"`
	Clauses []string `yaml:"clauses" format:"clause" max:"3"`
	Columns []column `yaml:"columns"`
	Trend   *trend   `yaml:"trend"`
	Target  *float64 `yaml:"target"`
	Keep    int64
}

type column struct {
	Title string `yaml:"title" req:"true"`
	Wide  bool   `yaml:"wide"`
}

type trend struct {
	Unit   string    `yaml:"unit" req:"true"`
	Points []float64 `yaml:"points"`
}

func TestPlainValues(t *testing.T) {
	h := header{Tier: 2, Keep: 3}
	src := "id: manual\nweight: 1.5\ndraft: true\nwhen: design\nclauses: [8.5.1, 8.6]\ncolumns: [{title: 日期, wide: true}, {title: 人}]\n" +
		"trend: {unit: '%', points: [1, -2.5]}\ntarget: 93\nkeep: 5\n"
	if err := Decode("h", []byte(src), &h, Options{}).Err(); err != nil {
		t.Fatal(err)
	}
	target := 93.0
	want := header{ID: "manual", Tier: 2, Weight: 1.5, Draft: true, When: "design", Clauses: []string{"8.5.1", "8.6"},
		Columns: []column{{"日期", true}, {"人", false}}, Trend: &trend{"%", []float64{1, -2.5}}, Target: &target, Keep: 5}
	if !reflect.DeepEqual(h, want) {
		t.Errorf("got  %+v\nwant %+v", h, want)
	}
}

func TestPlainValuesAreStrict(t *testing.T) {
	for src, code := range map[string]string{
		"tier: 1":                           "missing",
		"id: a\ntier: one":                  "bad-number",
		"id: a\nwhen: never":                "bad-choice",
		"id: a\nclauses: [x]":               "bad-clause",
		"id: a\nclauses: ['4', '5', 6, 7]":  "too-long",
		"id: a\ncolumns: [{wide: true}]":    "missing",
		"id: a\ntrend: {points: [1]}":       "missing",
		"id: a\ntrend: [1]":                 "wrong-type",
		"id: a\ntrend: {unit: x, pints: 1}": "unknown-key",
		"id: a\nclauses: ['']":              "empty",
		"id: a\ndraft: maybe":               "bad-bool",
		"id: a\ntarget: high":               "bad-number",
		"id: [a]":                           "wrong-type",
	} {
		problems := Decode("h", []byte(src), &header{}, Options{})
		if len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%q: want one %s, got %v", src, code, problems)
		}
	}
}
