package render

import (
	"encoding/json"
	"fmt"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
)

// figure is the data of a figure block of the Markdown dialect; JSON is YAML.
type figure struct {
	Kind  string       `json:"kind"`
	Title string       `json:"title"`
	Alt   string       `json:"alt"`
	Nodes []figureNode `json:"nodes,omitempty"`
	Trend *trend       `json:"trend,omitempty"`
}

type figureNode struct {
	ID     string   `json:"id"`
	Text   string   `json:"text"`
	Note   string   `json:"note,omitempty"`
	Group  string   `json:"group,omitempty"`
	Parent string   `json:"parent,omitempty"`
	Marks  []string `json:"marks,omitempty"`
}

type trend struct {
	Unit   string       `json:"unit"`
	Target *float64     `json:"target,omitempty"`
	Points []trendPoint `json:"points"`
}

type trendPoint struct {
	Label string  `json:"label"`
	Phase string  `json:"phase"`
	Value float64 `json:"value"`
}

// block is the fenced block of a figure, or the fill-in of the list that would be drawn when it is empty.
func (f figure) block(list fact.Info) (Markup, error) {
	if len(f.Nodes) == 0 && f.Trend == nil {
		return Fill(list), nil
	}
	data, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return "", fmt.Errorf("encode the figure %s: %w", f.Title, err)
	}
	return Markup("```figure\n" + string(data) + "\n```"), nil
}

// shown is the text of a fact inside a figure, where no fill-in can stand.
func shown(l fact.Leaf) string {
	if i := l.About(); !i.Given {
		return "【待填写：" + i.Label + "】"
	}
	return l.String()
}

// flowFigure is the process route with its key, special, outsourced and inspection marks.
func (b binding) flowFigure() (Markup, error) {
	f := figure{Kind: "flow", Title: "工艺流程图"}
	var names []string
	for _, s := range b.profile.Flow.Items {
		n := figureNode{ID: s.ID.Value, Text: shown(s.Name)}
		for mark, on := range []bool{s.Key.Value, s.Special.Value, s.Outsourced.Value, s.Inspection.Value} {
			if on {
				n.Marks = append(n.Marks, []string{"key", "special", "outsourced", "inspection"}[mark])
			}
		}
		f.Nodes = append(f.Nodes, n)
		names = append(names, n.Text)
	}
	f.Alt = "工序依次为：" + strings.Join(names, "、")
	return f.block(b.profile.Flow.Info)
}

// organisationFigure is the tree of departments with their heads.
func (b binding) organisationFigure() (Markup, error) {
	f := figure{Kind: "organisation", Title: "组织机构图"}
	var names []string
	for _, d := range b.profile.Departments.Items {
		f.Nodes = append(f.Nodes, figureNode{ID: d.ID.Value, Text: shown(d.Name), Note: shown(d.Head), Parent: d.Parent.Value})
		names = append(names, shown(d.Name))
	}
	f.Alt = "部门：" + strings.Join(names, "、")
	return f.block(b.profile.Departments.Info)
}

// processMapFigure is the map of processes: management above, realisation in the middle, support below.
func (b binding) processMapFigure() (Markup, error) {
	f := figure{Kind: "process-map", Title: "过程关系图"}
	var names []string
	for _, kind := range []string{"management", "realisation", "support"} {
		for _, p := range b.profile.Processes.Items {
			if p.Category.Value == kind {
				f.Nodes = append(f.Nodes, figureNode{ID: p.ID.Value, Text: shown(p.Name), Note: shown(p.Owner), Group: p.Category.Text})
				names = append(names, shown(p.Name))
			}
		}
	}
	f.Alt = "过程：" + strings.Join(names, "、")
	return f.block(b.profile.Processes.Info)
}

// trendFigure is an indicator by month, before and after.
func (b binding) trendFigure(i profile.Indicator, title string) (Markup, error) {
	f := figure{Kind: "trend", Title: title}
	t := &trend{Unit: i.Unit.Text}
	if i.Target.Given {
		t.Target = &i.Target.Value
	}
	var said []string
	for _, r := range i.Rows() {
		if !r.Rate.Given {
			continue
		}
		t.Points = append(t.Points, trendPoint{Label: r.Month.String(), Phase: r.Phase, Value: r.Value})
		said = append(said, r.Month.String()+" "+r.Rate.Value)
	}
	if len(t.Points) == 0 {
		return Fill(i.Before.Info), nil
	}
	f.Trend, f.Alt = t, strings.Join(said, "，")
	return f.block(i.Before.Info)
}
