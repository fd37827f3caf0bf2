package mdparse

import (
	"github.com/yuin/goldmark/ast"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/fact"
)

// figureData is the YAML of a ```figure block.
type figureData struct {
	Kind  string       `yaml:"kind" label:"图的种类" req:"true" enum:"flow=流程图|organisation=组织机构图|process-map=过程关系图|trend=趋势图"`
	Title string       `yaml:"title" label:"图名"`
	Alt   string       `yaml:"alt" label:"图的文字说明"`
	Nodes []figureNode `yaml:"nodes" label:"节点" max:"500"`
	Links []figureLink `yaml:"links" label:"连线" max:"1000"`
	Trend *trendData   `yaml:"trend" label:"趋势数据"`
}

type figureNode struct {
	ID     string   `yaml:"id" label:"标识"`
	Text   string   `yaml:"text" label:"文字" req:"true"`
	Note   string   `yaml:"note" label:"说明"`
	Group  string   `yaml:"group" label:"分组"`
	Parent string   `yaml:"parent" label:"上级"`
	Marks  []string `yaml:"marks" label:"标记" enum:"key=关键|special=特殊|outsourced=外包|inspection=检验|decision=判断"`
}

type figureLink struct {
	From string `yaml:"from" label:"起点" req:"true"`
	To   string `yaml:"to" label:"终点" req:"true"`
	Text string `yaml:"text" label:"文字"`
}

type trendData struct {
	Unit   string       `yaml:"unit" label:"单位"`
	Target *float64     `yaml:"target" label:"目标值"`
	Points []trendPoint `yaml:"points" label:"数据" req:"true" max:"500"`
}

type trendPoint struct {
	Label string  `yaml:"label" label:"月份" req:"true"`
	Phase string  `yaml:"phase" label:"阶段"`
	Value float64 `yaml:"value" label:"数值" req:"true"`
}

// figure reads a fenced block; the only kind that the dialect knows is ```figure.
func (r *run) figure(n *ast.FencedCodeBlock) doc.Block {
	if n.Info == nil || trim(n.Info.Value(r.text)) != "figure" {
		r.fault(max(0, n.Pos()), "code-block", "图写成 ```figure；要写代码，用 `…`", "不支持代码块")
		return nil
	}
	body := n.Lines().Value(r.text)
	if trim(body) == "" {
		r.fault(max(0, n.Pos()), "figure", "写上 kind: flow 等内容，或删除它", "图是空的")
		return nil
	}
	line, _ := r.place(max(0, n.Pos()))
	var data figureData
	problems := fact.Decode(r.file, body, &data, fact.Options{LineOffset: line})
	for _, p := range problems {
		p.Line = max(p.Line, line)
		r.problems.Add(p)
	}
	if len(problems) > 0 {
		return nil
	}
	return data.figure()
}

func (d figureData) figure() *doc.Figure {
	f := &doc.Figure{Kind: doc.FigureKind(d.Kind), Title: d.Title, Alt: d.Alt}
	for _, n := range d.Nodes {
		node := doc.FigureNode{ID: n.ID, Text: n.Text, Note: n.Note, Group: n.Group, Parent: n.Parent}
		for _, m := range n.Marks {
			node.Marks = append(node.Marks, doc.Mark(m))
		}
		f.Nodes = append(f.Nodes, node)
	}
	for _, l := range d.Links {
		f.Links = append(f.Links, doc.FigureLink(l))
	}
	if d.Trend != nil {
		f.Trend = d.Trend.data()
	}
	return f
}

func (d trendData) data() *doc.TrendData {
	t := &doc.TrendData{Unit: d.Unit}
	if d.Target != nil {
		t.Target, t.HasTarget = *d.Target, true
	}
	for _, p := range d.Points {
		t.Points = append(t.Points, doc.TrendPoint(p))
	}
	return t
}
