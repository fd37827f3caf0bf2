package render

import (
	"strings"
	"testing"
	"text/template"

	"qmsdraft/generator/fact"
)

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"采购":                "采购",
		"a|b*c#d":           `a\|b\*c\#d`,
		"<script>{{x}}&\"":  `\<script\>\{\{x\}\}\&\"`,
		"- item":            `\- item`,
		"1. one":            `1\. one`,
		"one\ntwo\r\nthree": "one<br>two<br>three",
		"    code":          "&#32;&#32;&#32;&#32;code",
		"tail  ":            "tail&#32;&#32;",
		"a\tb":              "a b",
		"^^":                `\^\^`,
		"<<":                `\<\<`,
		"𠮷😀":                "𠮷😀",
		`back\slash`:        `back\\slash`,
		"[x]{.fill path=a}": `\[x\]\{\.fill path\=a\}`,
		"::: note":          `\:\:\: note`,
		"&nbsp;":            `\&nbsp\;`,
		"---":               `\-\-\-`,
		"":                  "",
	} {
		if got := string(Escape(in)); got != want {
			t.Errorf("Escape(%q) = %q, want %q", in, got, want)
		}
	}
}

// data is what the templates of these tests see.
type data struct {
	Name, Phone fact.Text
	Yes, No     fact.Bool
	Items, None fact.List[fact.Text]
	Empty       fact.List[fact.Text]
}

func sampleData() data {
	given := fact.Info{Given: true, Path: "enterprise.name", Label: "企业名称"}
	absent := fact.Info{Path: "enterprise.phone", Label: "联系*电话"}
	item := func(s string) fact.Text { return fact.Text{Info: fact.Info{Given: true}, Value: s} }
	return data{
		Name: fact.Text{Info: given, Value: "甲|乙"}, Phone: fact.Text{Info: absent},
		Yes: fact.Bool{Info: given, Value: true}, No: fact.Bool{Info: given},
		Items: fact.List[fact.Text]{Info: given, Items: []fact.Text{item("a"), item("b")}},
		None:  fact.List[fact.Text]{Info: fact.Info{Path: "omit", Label: "不采用"}},
		Empty: fact.List[fact.Text]{Info: given},
	}
}

func execute(src string) (string, error) {
	t, err := template.New("t").Option("missingkey=error").Funcs(hermetic()).Funcs(template.FuncMap{
		printFunc: printed, givenFunc: given, rowsFunc: rows, itemsFunc: items,
		"and": and, "or": or, "not": not, "len": length, "default": fallback, "printf": format, "join": join,
	}).Parse(src)
	if err != nil {
		return "", err
	}
	if err := rewrite(t); err != nil {
		return "", err
	}
	// A second pass must change nothing: partials are shared by many documents.
	if err := rewrite(t); err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, sampleData())
	return b.String(), err
}

func TestTemplates(t *testing.T) {
	const fill = `[联系\*电话]{.fill path="enterprise.phone"}`
	for name, c := range map[string]struct{ src, want string }{
		"value is escaped":        {`{{ .Name }}`, `甲\|乙`},
		"absent is a fill-in":     {`{{ .Phone }}`, fill},
		"if given":                {`{{ if .Name }}a{{ else }}b{{ end }}{{ if .Phone }}a{{ else }}b{{ end }}`, "ab"},
		"yes and no":              {`{{ if .Yes }}a{{ end }}{{ if .No }}b{{ end }}`, "a"},
		"with binds the fact":     {`{{ with .Name }}{{ . }}{{ end }}{{ with $x := .Phone }}{{ $x }}{{ else }}-{{ end }}`, `甲\|乙-`},
		"and or not":              {`{{ if and .Name .Phone }}a{{ end }}{{ if or .Phone .Name }}b{{ end }}{{ if not .Phone }}c{{ end }}`, "bc"},
		"or prints what is given": {`{{ or .Phone .Name }}`, `甲\|乙`},
		"or prints a fill-in":     {`{{ or .Phone .Phone }}`, fill},
		"default":                 {`{{ default "无" .Phone }}{{ default "无" .Name }}`, `无甲\|乙`},
		"range":                   {`{{ range .Items }}{{ . }};{{ end }}`, "a;b;"},
		"range with index":        {`{{ range $i, $x := .Items }}{{ $i }}{{ $x }}{{ end }}`, "0a1b"},
		"range with else":         {`{{ range .None }}x{{ else }}none{{ end }}{{ range .Empty }}x{{ else }}none{{ end }}`, "nonenone"},
		"empty list has no rows":  {`{{ range .Empty }}x{{ end }}`, ""},
		"printf escapes":          {`{{ printf "**%s** %s %d" .Name .Phone 3 }}`, `**甲\|乙** ` + fill + ` 3`},
		"join":                    {`{{ join .Items "、" }}|{{ join .None "、" }}`, `a、b|[不采用]{.fill path="omit"}`},
		"len":                     {`{{ len .Items }}{{ len .None }}{{ len "abc" }}`, "203"},
		"nested":                  {`{{ if .Name }}{{ with .Yes }}{{ range $.Items }}{{ . }}{{ end }}{{ end }}{{ end }}`, "ab"},
		"declaration prints not":  {`{{ $x := .Name }}{{ $x }}`, `甲\|乙`},
		"list":                    {`{{ .Items }}|{{ .None }}`, `a、b|[不采用]{.fill path="omit"}`},
		"literal":                 {`{{ "a|b" }}{{ 3 }}`, `a\|b3`},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := execute(c.src)
			if err != nil || got != c.want {
				t.Errorf("%s\n got %q, %v\nwant %q", c.src, got, err, c.want)
			}
		})
	}
}

func TestTemplateErrors(t *testing.T) {
	for src, want := range map[string]string{
		"\n{{ .Name.Value }}":     "t:2:",  // prints nothing when absent
		"{{ .Nowhere }}":          "t:1:3", // no such field
		`{{ env "HOME" }}`:        "env",   // not hermetic
		`{{ now }}`:               "now",   // reads the clock
		`{{ randAlpha 3 }}`:       "randAlpha",
		`{{ getHostByName "x" }}`: "getHostByName",
		`{{ trim .Name }}`:        "t:1:8", // a fact is no string
	} {
		if _, err := execute(src); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", src, err, want)
		}
	}
}
