// Package generator is the way from one profile to a document set.
//
//	profile ─ load ─ complete ─ plan ─┬─ for each document: template → Markdown → tree → formats
//	                                  └─ 待填清单
//
// [Generate] is a plain function: values and file systems in, files and problems out. It prints nothing, writes nothing
// to the disk and reads neither clock nor environment; package output puts its files onto the disk.
package generator

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"
	"time"

	"qmsdraft/generator/check"
	"qmsdraft/generator/diag"
	"qmsdraft/generator/doc"
	"qmsdraft/generator/fact"
	"qmsdraft/generator/format"
	"qmsdraft/generator/mdparse"
	"qmsdraft/generator/output"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
	"qmsdraft/generator/render"
)

// Request says what to generate.
type Request struct {
	File      string          // name of the profile, for messages
	Source    []byte          // the profile
	Templates fs.FS           // the document templates and forms.yaml
	Packs     fs.FS           // the cluster packs
	Formats   []format.Format // at least one
	Options   format.Options
	Only      []string                            // ids of documents; empty = the whole set
	Program   string                              // name and version of the program, for manifest and file properties
	Epoch     time.Time                           // date for file properties of documents without a date; zero = none
	Progress  func(done, total int, title string) // called as documents are finished; may be nil
}

// Result is a generated set, still in memory.
type Result struct {
	Problems diag.List // what the rules find; the documents are made all the same
	Profile  *profile.Profile
	Set      *plan.Set
	Files    []output.File
	Fills    []FillIn       // what the profile does not give, in the order of the documents
	Counts   map[string]int // fill-ins by document id
	Hash     string         // SHA-256 of the profile
}

// Generate makes the set. The error is a diag.List when the profile is at fault, so that all its problems are seen at once.
func Generate(ctx context.Context, r Request) (*Result, error) {
	p, problems := profile.Load(r.File, r.Source, r.Packs)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	set, err := plan.New(p, r.Templates)
	if err != nil {
		return nil, fmt.Errorf("plan the set: %w", err)
	}
	// What no document can be made of is told with its place in the profile; the other rules are for the command check.
	if err := check.Blocking(set).Err(); err != nil {
		return nil, err
	}
	engine, err := render.New(set, r.Templates)
	if err != nil {
		return nil, err
	}
	wanted, err := choose(set, r.Only)
	if err != nil {
		return nil, err
	}
	job := job{Request: r, set: set, engine: engine, hash: profile.Hash(r.Source)}
	made, err := job.all(ctx, wanted)
	if err != nil {
		return nil, err
	}
	result, err := job.result(made, len(r.Only) == 0)
	if result != nil {
		result.Problems = check.Run(set)
	}
	return result, err
}

// choose gives the documents named by id, number or title, or all.
func choose(set *plan.Set, only []string) ([]*plan.Document, error) {
	if len(only) == 0 {
		return set.Documents, nil
	}
	var out []*plan.Document
	var problems diag.List
	for _, id := range only {
		d, ok := set.Named(id)
		if !ok {
			problems.Add(diag.Problem{Code: "unknown-document", Message: fmt.Sprintf("文件集中没有「%s」这个文件", id), Hint: fact.Suggest(id, set.IDs()) + "；也可以写编号（QP-13）或名称"})
			continue
		}
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out, problems.Err()
}

// job is one run of Generate.
type job struct {
	Request
	set    *plan.Set
	engine *render.Engine
	hash   string
}

// made is one finished document.
type made struct {
	doc   *plan.Document
	tree  *doc.Document
	files []output.File
}

// all makes the documents, one worker a core, and gives them in the order of the plan.
func (j *job) all(ctx context.Context, docs []*plan.Document) ([]made, error) {
	out := make([]made, len(docs))
	errs := make([]error, len(docs))
	next := make(chan int)
	var workers sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		workers.Go(func() {
			for i := range next {
				out[i], errs[i] = j.one(ctx, docs[i])
				mu.Lock()
				if done++; j.Progress != nil {
					j.Progress(done, len(docs), docs[i].Title)
				}
				mu.Unlock()
			}
		})
	}
	for i := range docs {
		next <- i
	}
	close(next)
	workers.Wait()
	return out, gather(errs)
}

// gather joins the problems of all documents into one list; any other error comes first.
func gather(errs []error) error {
	var all diag.List
	for _, err := range errs {
		if err == nil {
			continue
		}
		l, ok := err.(diag.List)
		if !ok {
			return err
		}
		all.Add(l...)
	}
	return all.Err()
}

// one makes one document in all formats.
func (j *job) one(ctx context.Context, d *plan.Document) (made, error) {
	if err := ctx.Err(); err != nil {
		return made{}, err
	}
	markdown, err := j.engine.Render(d)
	if err != nil {
		return made{}, err
	}
	tree, err := mdparse.Parse(d.Template, markdown, j.meta(d))
	if err != nil {
		return made{}, fmt.Errorf("read the Markdown of %s: %w", d.Template, err)
	}
	files, err := j.write(tree, d.Folder+"/"+fileName(d.Number, d.Title))
	return made{doc: d, tree: tree, files: files}, err
}

// write writes a tree in every format, with the files that belong beside it; base is the path without extension.
func (j *job) write(tree *doc.Document, base string) ([]output.File, error) {
	file := func(name string, data []byte) output.File {
		return output.File{Path: name, ID: tree.Meta.ID, Number: tree.Meta.Number, Title: tree.Meta.Title, Data: data}
	}
	var files []output.File
	for _, f := range j.Formats {
		var b bytes.Buffer
		var beside []output.File
		options := j.Options
		options.Asset = func(name string, data []byte) (string, error) {
			beside = append(beside, file(base+"-"+name, data))
			return path.Base(base) + "-" + name, nil
		}
		if err := f.Write(&b, tree, options); err != nil {
			return nil, fmt.Errorf("write %s as %s: %w", tree.Meta.Title, f.Name, err)
		}
		files = append(append(files, file(base+f.Extension, b.Bytes())), beside...)
	}
	return files, nil
}

// meta is what the furniture of a document says.
func (j *job) meta(d *plan.Document) doc.Meta {
	p := j.set.Profile
	m := doc.Meta{
		ID: d.ID, Kind: d.Kind, Title: d.Title, Number: d.Number, Version: p.Documents.Version.String(), Company: p.Enterprise.Name.String(),
		Footer: d.Footer, Created: j.Epoch, ProfileHash: j.hash, Generator: j.Program,
		Numbering: numbering(d.Numbering), FirstNumber: d.First, Landscape: d.Landscape,
	}
	if d.Date.Given {
		m.Date = time.Date(d.Date.Year, time.Month(d.Date.Month), d.Date.Day, 0, 0, 0, 0, time.UTC)
		m.Created = m.Date
	}
	return m
}

func numbering(word string) doc.Numbering {
	switch word {
	case "chinese":
		return doc.Chinese
	case "none":
		return doc.Unnumbered
	default:
		return doc.Decimal
	}
}

// fileName is "SLZX-QP-13-2023 采购和外部供方控制程序".
func fileName(number, title string) string {
	if number == "" {
		return output.SafeName(title)
	}
	return output.SafeName(number + " " + title)
}

// result gathers the files and the fill-ins, and adds the list of what is still to be filled in.
func (j *job) result(all []made, whole bool) (*Result, error) {
	r := &Result{Profile: j.set.Profile, Set: j.set, Hash: j.hash, Counts: map[string]int{}}
	for _, m := range all {
		r.Files = append(r.Files, m.files...)
		fills := fillsOf(j.Options.Text(m.tree))
		r.Counts[m.doc.ID] = len(fills)
		r.Fills = append(r.Fills, fills...)
	}
	if !whole {
		return r, nil
	}
	files, err := j.write(fillList(r, j.listMeta()), "待填清单")
	r.Files = append(r.Files, files...)
	return r, err
}
