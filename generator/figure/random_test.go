package figure_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
)

// TestRandomFigures draws figures of random texts: long ones, Latin, without blanks, with signs that no line may start with.
func TestRandomFigures(t *testing.T) {
	drawn := map[doc.FigureKind]int{}
	for seed := range uint64(400) {
		r := random{rand.New(rand.NewPCG(seed, 1))}
		f := r.figure()
		if err := doc.Finish(&doc.Document{Blocks: []doc.Block{f}}); err != nil {
			t.Fatal(err)
		}
		// The last one is that of a customer's small page.
		for _, room := range []figure.Room{figure.PageRoom(false), figure.PageRoom(true), {Width: 290, Height: 420}} {
			p, err := figure.Draw(f, room, wide)
			if errors.Is(err, figure.ErrTooLarge) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			drawn[f.Kind]++
			check(t, fmt.Sprintf("%s %d", f.Kind, seed), f, p, room)
			if again, err := figure.Draw(f, room, wide); err != nil || !reflect.DeepEqual(p, again) {
				t.Errorf("%s %d: two runs differ", f.Kind, seed)
			}
		}
	}
	for _, kind := range []doc.FigureKind{doc.Flow, doc.Organisation, doc.ProcessMap, doc.Trend} {
		if drawn[kind] < 80 {
			t.Errorf("only %d pictures of kind %s were drawn", drawn[kind], kind)
		}
	}
}

type random struct{ *rand.Rand }

func (r random) text(most int) string {
	switch r.IntN(8) {
	case 0:
		return strings.Repeat("SUPPLIERMANAGEMENT", 1+r.IntN(3))
	case 1:
		return "Supplier quality & <control> of 热处理 A/B 级-2023"
	case 2:
		return "【待填写：负责人】"
	}
	signs := []rune("采购外协焊接检验质量部门管理体系，、。（）《》“”：AB12 /-·%µ①é𠮷")
	var b strings.Builder
	for range 1 + r.IntN(most) {
		b.WriteRune(signs[r.IntN(len(signs))])
	}
	return strings.TrimSpace("步" + b.String())
}

func (r random) figure() *doc.Figure {
	f := &doc.Figure{Kind: []doc.FigureKind{doc.Flow, doc.Organisation, doc.ProcessMap, doc.Trend}[r.IntN(4)], Title: "图"}
	if f.Kind == doc.Trend {
		f.Trend = r.trend()
		return f
	}
	marks := []doc.Mark{doc.KeyStep, doc.SpecialProcess, doc.Outsourced, doc.Inspection}
	if f.Kind == doc.Flow && r.IntN(2) == 0 {
		marks = append(marks, doc.Decision)
	}
	for i := range 1 + r.IntN(14) {
		n := doc.FigureNode{ID: fmt.Sprint("n", i), Text: fmt.Sprint(i) + r.text([]int{4, 8, 40}[r.IntN(3)])}
		if r.IntN(3) == 0 {
			n.Note = r.text(12)
		}
		for _, m := range marks {
			if r.IntN(5) == 0 {
				n.Marks = append(n.Marks, m)
			}
		}
		switch f.Kind {
		case doc.Organisation:
			if i > 0 && r.IntN(6) > 0 {
				n.Parent = f.Nodes[r.IntN(min(i, 5))].ID
			}
		case doc.ProcessMap:
			n.Group = []string{"管理过程", "产品实现过程", "支持过程", ""}[r.IntN(4)]
		case doc.Flow:
			if r.IntN(8) == 0 {
				n.Group = r.text(6)
			}
		}
		f.Nodes = append(f.Nodes, n)
	}
	for range r.IntN(4) {
		l := doc.FigureLink{From: f.Nodes[r.IntN(len(f.Nodes))].ID, To: f.Nodes[r.IntN(len(f.Nodes))].ID}
		if r.IntN(2) == 0 {
			l.Text = r.text(8)
		}
		f.Links = append(f.Links, l)
	}
	return f
}

func (r random) trend() *doc.TrendData {
	d := &doc.TrendData{Unit: []string{"%", "‰", "件", ""}[r.IntN(4)], Target: math.Round(r.Float64() * 100), HasTarget: r.IntN(2) == 0}
	scale := []float64{1, 100, 2000}[r.IntN(3)]
	for i := range 1 + r.IntN(12) {
		d.Points = append(d.Points, doc.TrendPoint{Label: fmt.Sprintf("2023-%02d", i+1), Phase: []string{"改进前", "改进后"}[i*2/12], Value: math.Round(r.Float64()*scale*100) / 100})
	}
	return d
}
