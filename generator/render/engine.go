// Package render makes the Markdown of a document from its template and the plan of the set.
//
// Templates are Go text/templates over the profile. Three things are added so that an author cannot get them wrong:
// every printed value is escaped for Markdown, an absent fact becomes a fill-in, and if, with and range understand facts
// (see rewrite.go). References to documents, forms and clauses are checked: an unknown one is an error with the
// template's file and line. Start at [New] and [Engine.Render].
package render

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"

	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// Engine renders the documents of one set. It may be used by several goroutines at once.
type Engine struct {
	set  *plan.Set
	base *template.Template // partials and functions
}

// Context is the dot of a template.
type Context struct {
	*profile.Profile
	Doc *plan.Document
	Set *plan.Set
}

// Top is the top manager; a blank person when the profile names none.
func (c Context) Top() profile.Person { return topOf(c.Profile) }

// QualityOwner is the person who answers for the system; a blank person when the profile names none.
func (c Context) QualityOwner() profile.Person { return qualityOwnerOf(c.Profile) }

// New reads the partials (files whose name starts with _) of fsys.
func New(set *plan.Set, fsys fs.FS) (*Engine, error) {
	base := template.New("").Option("missingkey=error").Funcs(hermetic()).Funcs((&Engine{set: set}).functions(nil))
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".md.tmpl") || !strings.HasPrefix(path.Base(name), "_") {
			return err
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read the template %s: %w", name, err)
		}
		_, err = base.New(name).Parse(string(src))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("parse the templates: %w", err)
	}
	// Rewritten here, once: the trees of the partials are shared by all copies of base.
	if err := rewrite(base); err != nil {
		return nil, err
	}
	return &Engine{set: set, base: base}, nil
}

// Render gives the Markdown of one document. Line n of the result is not line n of the template.
func (e *Engine) Render(d *plan.Document) ([]byte, error) {
	t, err := e.base.Clone()
	if err != nil {
		return nil, fmt.Errorf("copy the templates: %w", err)
	}
	t.Funcs(e.functions(d))
	// Empty lines in place of the header keep the line numbers of error messages true.
	t, err = t.New(d.Template).Parse(strings.Repeat("\n", d.Line-1) + d.Body)
	if err != nil {
		return nil, fmt.Errorf("parse the template: %w", err)
	}
	if err := rewrite(t); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, Context{Profile: e.set.Profile, Doc: d, Set: e.set}); err != nil {
		return nil, fmt.Errorf("render %s: %w", d.Template, err)
	}
	for _, bad := range []string{"<no value>", "<nil>"} {
		if i := bytes.Index(out.Bytes(), []byte(bad)); i >= 0 {
			return nil, fmt.Errorf("render %s: the output has %s in %q", d.Template, bad, lineAt(out.Bytes(), i))
		}
	}
	return bytes.TrimLeft(out.Bytes(), "\n"), nil
}

func lineAt(b []byte, i int) string {
	start := bytes.LastIndexByte(b[:i], '\n') + 1
	line, _, _ := bytes.Cut(b[start:], []byte("\n"))
	return string(line)
}

// hermetic are sprig's functions that depend on nothing but their arguments, without those that hide an absent fact.
func hermetic() template.FuncMap {
	m := sprig.HermeticTxtFuncMap()
	for _, name := range []string{"fail", "default", "empty", "coalesce", "ternary", "join", "list", "toString", "quote", "squote", "cat", "print", "println"} {
		delete(m, name)
	}
	return m
}
