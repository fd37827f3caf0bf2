package generator

import (
	"fmt"
	"strings"

	"qmsdraft/generator/doc"
)

// FillIn is one place of a document where the profile does not give a fact.
type FillIn struct {
	Label    string // Chinese name of the fact
	Path     string // path in the profile that would fill it
	Document string // title of the document
	Number   string // number of the document
	Section  string // number and text of the heading above it
}

// fillsOf collects the fill-ins of a document with their sections.
func fillsOf(d *doc.Document) []FillIn {
	var out []FillIn
	section := ""
	doc.Walk(d.Blocks, func(b doc.Block) bool {
		if h, ok := b.(*doc.Heading); ok {
			section = strings.TrimSpace(h.Number + " " + doc.PlainText(h.Text))
			if section == d.Meta.Title {
				section = "首页"
			}
		}
		doc.Inlines(leaf(b), func(i doc.Inline) {
			if f, ok := i.(doc.Fill); ok && f.Value == "" {
				out = append(out, FillIn{Label: f.Label, Path: f.Path, Document: d.Meta.Title, Number: d.Meta.Number, Section: section})
			}
		})
		return true
	})
	return out
}

// leaf is the block without the blocks inside it, which Walk visits on their own.
func leaf(b doc.Block) []doc.Block {
	switch b := b.(type) {
	case *doc.Section, *doc.Note, *doc.List:
		return nil
	case *doc.Cover:
		c := *b
		c.Fields = nil
		return []doc.Block{&c}
	default:
		return []doc.Block{b}
	}
}

// listMeta is the furniture of the list of fill-ins.
func (j *job) listMeta() doc.Meta {
	p := j.set.Profile
	return doc.Meta{ID: "fill-list", Kind: "清单", Title: "待填清单", Version: p.Documents.Version.String(), Company: p.Enterprise.Name.String(),
		Created: j.Epoch, ProfileHash: j.hash, Generator: j.Program, Numbering: doc.Unnumbered}
}

// fillList is the document 待填清单: every missing fact once, with the path that fills it and the places where it stands.
func fillList(r *Result, meta doc.Meta) *doc.Document {
	d := &doc.Document{Meta: meta, Blocks: []doc.Block{
		&doc.Heading{Level: 1, Style: doc.Plain, Text: inline("待填清单")},
	}}
	rows := merge(r.Fills)
	if len(rows) == 0 {
		d.Blocks = append(d.Blocks, paragraph("企业档案已给出本套文件所需的全部事实，没有待填项。"))
		return d
	}
	d.Blocks = append(d.Blocks, paragraph(fmt.Sprintf("下列 %d 项事实企业档案没有给出，文件中以黄色的【待填写：……】标出，共 %d 处。"+
		"在企业档案中按“档案路径”补上一项并重新生成，文件中所有相关位置会同时填好；也可以直接在文件中填写。", len(rows), len(r.Fills))))
	t := &doc.Table{Head: 1, Columns: []doc.Column{{Align: doc.Center, Weight: 0.7}, {Weight: 2.6}, {Weight: 3}, {Weight: 4}}}
	t.Rows = append(t.Rows, row("序号", "待填事实", "档案路径", "所在文件和章节"))
	for i, f := range rows {
		t.Rows = append(t.Rows, row(fmt.Sprint(i+1), f.Label, f.Path, strings.Join(f.places, "；")))
	}
	d.Blocks = append(d.Blocks, t)
	return d
}

// merged is one missing fact with all its places.
type merged struct {
	FillIn
	places []string
}

// maxPlaces keeps a row of the list short; the number of the rest is told.
const maxPlaces = 4

// merge joins the fill-ins of one fact: same path and label.
func merge(fills []FillIn) []merged {
	var out []merged
	index := map[string]int{}
	counts := map[int]int{}
	for _, f := range fills {
		key := f.Path + "\x00" + f.Label
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, merged{FillIn: f})
		}
		place := "《" + f.Document + "》"
		if f.Section != "" {
			place += " " + f.Section
		}
		if n := len(out[i].places); n > 0 && out[i].places[n-1] == place {
			continue
		}
		if counts[i]++; counts[i] <= maxPlaces {
			out[i].places = append(out[i].places, place)
		}
	}
	for i := range out {
		if more := counts[i] - maxPlaces; more > 0 {
			out[i].places = append(out[i].places, fmt.Sprintf("另有 %d 处", more))
		}
	}
	return out
}

func inline(s string) []doc.Inline { return []doc.Inline{doc.Text(s)} }

func paragraph(s string) *doc.Paragraph { return &doc.Paragraph{Text: inline(s)} }

func row(cells ...string) doc.Row {
	var r doc.Row
	for _, c := range cells {
		r.Cells = append(r.Cells, doc.Cell{Text: inline(c), ColSpan: 1, RowSpan: 1})
	}
	return r
}
