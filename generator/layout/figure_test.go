package layout

import (
	"fmt"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

func flowFigure(steps int, title string) *doc.Figure {
	f := &doc.Figure{Kind: doc.Flow, Title: title, Alt: "工序"}
	for i := range steps {
		f.Nodes = append(f.Nodes, doc.FigureNode{Text: fmt.Sprint("工序", i), Marks: []doc.Mark{doc.KeyStep}})
	}
	return f
}

func TestPictureStandsWholeWithItsCaption(t *testing.T) {
	f := flowFigure(5, "流程")
	p, err := figure.Draw(f, figure.PageRoom(false), font.Default().FigureWidth)
	if err != nil {
		t.Fatal(err)
	}
	for lines := 20; lines <= 30; lines++ {
		r := compose(t, para(lines), f)
		page := len(r.Pages) - 1
		caption := style.House().Caption
		room := style.PageHeight - style.MarginTop - style.MarginBot - 22*float64(lines) - style.FigureBefore - p.Height - caption.Before - caption.Pitch
		if want := map[bool]int{true: 0, false: 1}[room >= 0]; page != want {
			t.Errorf("%d lines: the picture is on page %d, want %d", lines, page+1, want+1)
		}
		if d := r.Pages[page].Drawings; len(d) != 1 || !strings.HasSuffix(bodyText(r, r.Pages[page]), "图1流程") {
			t.Errorf("%d lines: %d pictures on page %d, text %s", lines, len(d), page+1, bodyText(r, r.Pages[page]))
		}
	}
}

func TestTextOfAPictureStandsInItsBoxes(t *testing.T) {
	f := flowFigure(7, "流程")
	r := compose(t, f)
	page := r.Pages[0]
	var area Area
	for i, e := range r.Elements {
		if e.Role == "Figure" {
			area = e.Area
			if e.Alt != "工序" || e.Page != 1 || page.Drawings[0].Element != i {
				t.Errorf("element is %+v", e)
			}
		}
	}
	for _, run := range page.Runs {
		if r.Elements[run.Element].Role != "Figure" {
			continue
		}
		end := run.X
		for _, g := range run.Glyphs {
			end += g.Advance
		}
		if run.X < area.X || end > area.X+area.Width || run.Y < area.Y || run.Y > area.Y+area.Height {
			t.Errorf("text from %.1f to %.1f at %.1f leaves %+v", run.X, end, run.Y, area)
		}
	}
	for _, p := range page.Drawings[0].Paths {
		for _, s := range append(p.Strokes, Stroke{To: p.Start}) {
			if s.To.X < area.X || s.To.X > area.X+area.Width || s.To.Y < area.Y || s.To.Y > area.Y+area.Height {
				t.Errorf("a path goes to %v, out of %+v", s.To, area)
			}
		}
	}
}

func TestFigureThatIsTooLargeIsATable(t *testing.T) {
	r := compose(t, flowFigure(500, "长"))
	text := bodyText(r, r.Pages...)
	if len(r.Pages) < 3 || !strings.HasPrefix(text, "序号步骤") || !strings.HasSuffix(text, "图1长") {
		t.Errorf("%d pages, text %.60s", len(r.Pages), text)
	}
	for _, p := range r.Pages {
		if len(p.Drawings) > 0 {
			t.Error("there is a picture")
		}
	}
}
