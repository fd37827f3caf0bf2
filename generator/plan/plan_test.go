package plan_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
	"qmsdraft/profiles"
	"qmsdraft/templates"
)

const facts = "enterprise: {name: 天津示例新车业有限公司, short_name: 示例新, code: SLXC"

// set plans the set of a profile: more continues the facts of the enterprise, rest follows them.
func set(t *testing.T, fsys fs.FS, more, rest string) *plan.Set {
	t.Helper()
	p, problems := profile.Load("test.yaml", []byte(facts+more+"}\n"+rest), profiles.FS)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	s, err := plan.New(p, fsys)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func product(t *testing.T) fs.FS {
	t.Helper()
	sub, err := fs.Sub(templates.FS, "zh")
	if err != nil {
		t.Fatal(err)
	}
	return sub
}

const departments = `
departments:
  - {id: m, name: 管理层, functions: [top, qm]}
  - {id: office, name: 综合办, functions: [admin, sales, purchase]}
  - {id: shop, name: 生产部, functions: [prod, tech, store]}
  - {id: lab, name: 质检部, functions: [qc]}
`

func TestEachClauseHasOneLead(t *testing.T) {
	s := set(t, product(t), "", departments+"scope: {not_applicable: [{clause: '8.3', reason: 来图加工}]}\nmatrix: [{clause: '7.1.6', lead: lab, support: [shop]}]\n")
	seen := map[string]bool{}
	for _, r := range s.Matrix.Rows {
		leads := 0
		for _, d := range s.Matrix.Departments {
			if r.Mark(d.ID.Value) == "▲" {
				leads++
			}
		}
		want := 1
		if strings.HasPrefix(r.Clause, "8.3") {
			want = 0
		}
		if leads != want {
			t.Errorf("%s has %d leading departments, want %d", r.Clause, leads, want)
		}
		if seen[r.Clause] {
			t.Errorf("%s stands twice", r.Clause)
		}
		seen[r.Clause] = true
		if r.Clause == "7.1.6" && (r.LeadID != "lab" || !slices.Equal(r.Support, []string{"shop"})) {
			t.Errorf("7.1.6 is led by %s with %v", r.LeadID, r.Support)
		}
	}
	if len(seen) != len(s.Edition.Leaves()) {
		t.Errorf("%d rows, want one for each of %d leaf clauses", len(seen), len(s.Edition.Leaves()))
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ rest, short, want string }{
		{"documents: {year: 2023}", "QP-13", "SLXC/QP-13-2023"},
		{"documents: {issued_on: 2024-06-01}", "QM", "SLXC/QM-2024"},
		{"documents: {year: 2023}", "QR-13-02", "SLXC/QR-13-02"},
		{"", "QM", "SLXC/QM-＿＿＿＿"},
	} {
		if got := set(t, product(t), "", c.rest).FullNumber(c.short); got != c.want {
			t.Errorf("%s with %q: %s, want %s", c.short, c.rest, got, c.want)
		}
	}
}

func TestEveryFormHasOneOwner(t *testing.T) {
	for _, size := range []string{"micro", "small", "full"} {
		s := set(t, product(t), ", size: "+size, "")
		owned := 0
		for _, d := range s.Documents {
			owned += len(s.FormsOf(d))
		}
		if owned != len(s.Forms) || owned == 0 {
			t.Errorf("%s: %d forms, %d owned", size, len(s.Forms), owned)
		}
		if n := len(s.Forms); size == "micro" && n >= 83 || size == "full" && n != 83 {
			t.Errorf("%s: %d forms", size, n)
		}
	}
}

func TestMicroSetKeepsNamedAndConditionalForms(t *testing.T) {
	s := set(t, product(t), ", size: micro", "")
	if _, ok := s.Form("QR-17-03"); ok {
		t.Error("a micro set has QR-17-03 without need")
	}
	s = set(t, product(t), ", size: micro", "after_sales: [{id: a, name: 三包, record: QR-17-03}]\n")
	if _, ok := s.Form("QR-17-03"); !ok {
		t.Error("a form that the profile names is missing")
	}
	if _, ok := s.Form("QR-12-01"); !ok {
		t.Error("a firm that designs has no design forms")
	}
	s = set(t, product(t), ", size: micro", "scope: {not_applicable: [{clause: '8.3', reason: 来图加工}]}\n")
	if _, ok := s.Form("QR-12-01"); ok {
		t.Error("a firm that does not design has design forms")
	}
}

// small is a template tree of two documents.
func small(change func(fstest.MapFS)) fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	fsys := fstest.MapFS{
		"m/manual.md.tmpl": file("---\nid: manual\ntitle: 手册\nkind: 手册\nfolder: 1-手册\nnumber: QM\n---\n# 一\n"),
		"p/a.md.tmpl":      file("---\nid: a\ntitle: 甲程序\nkind: 程序\nfolder: 2-程序\nnumber: QP-01\nrecords: [QR-01-01]\nsize: full\n---\n# 一\n"),
		"p/_part.md.tmpl":  file("no header"),
		"forms.yaml":       file("forms:\n  - {number: QR-01-01, title: 清单, procedure: QP-01, clauses: ['7.5.3.2'], core: true, keep_years: 3}\n"),
	}
	if change != nil {
		change(fsys)
	}
	return fsys
}

func TestSizeDecides(t *testing.T) {
	s := set(t, small(nil), ", employees: 12", "")
	if _, ok := s.Find("a"); ok {
		t.Error("a micro set has a procedure of the full set")
	}
	if f, _ := s.Form("QR-01-01"); f == nil || f.Owner.ID != "manual" {
		t.Error("the manual does not own the form of a procedure that the set has not")
	}
	s = set(t, small(nil), ", employees: 120", "")
	if f, _ := s.Form("QR-01-01"); f == nil || f.Owner.ID != "a" {
		t.Error("the procedure does not own its form")
	}
}

func TestFaultyTemplates(t *testing.T) {
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		want   string
	}{
		"no header":       {func(m fstest.MapFS) { m["p/a.md.tmpl"].Data = []byte("# 一\n") }, "p/a.md.tmpl:1"},
		"open header":     {func(m fstest.MapFS) { m["p/a.md.tmpl"].Data = []byte("---\nid: a\n") }, "closing"},
		"unknown key":     {func(m fstest.MapFS) { m["p/a.md.tmpl"].Data = []byte("---\nid: a\ntitel: x\n---\n") }, "p/a.md.tmpl:3"},
		"unknown size":    {replace("p/a.md.tmpl", "size: full", "size: huge"), "huge"},
		"same id":         {replace("p/a.md.tmpl", "id: a", "id: manual"), "both have the id"},
		"same number":     {replace("p/a.md.tmpl", "number: QP-01", "number: QM"), "both have the number"},
		"foreign record":  {replace("p/a.md.tmpl", "[QR-01-01]", "[QR-01-01, QR-09-09]"), "QR-09-09"},
		"record left out": {replace("p/a.md.tmpl", "[QR-01-01]", "[]"), "QR-01-01"},
		"form twice": {func(m fstest.MapFS) {
			m["forms.yaml"].Data = append(m["forms.yaml"].Data, m["forms.yaml"].Data[len("forms:\n"):]...)
		}, "stands twice"},
	} {
		t.Run(name, func(t *testing.T) {
			p, _ := profile.Load("test.yaml", []byte(facts+"}\n"), profiles.FS)
			if _, err := plan.New(p, small(c.change)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func replace(file, old, with string) func(fstest.MapFS) {
	return func(m fstest.MapFS) {
		m[file].Data = []byte(strings.Replace(string(m[file].Data), old, with, 1))
	}
}
