package docx

import (
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/font"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// TestGroupXML holds every shape, line and label with all its measures; 1 pt is 12700 EMU.
func TestGroupXML(t *testing.T) {
	text := func(s string, x, y, width float64) figure.TextLine {
		return figure.TextLine{Text: s, X: x, Y: y, Width: width, Size: 9.5, Pitch: 13, Bold: true, Colour: style.FigureText}
	}
	p := &figure.Picture{Title: "图 <1>", Alt: "替代\n文字", Width: 400, Height: 200,
		Panels: []figure.Box{{Shape: figure.Rounded, X: 0, Y: 0, W: 400, H: 200, Depth: 10, Fill: "F6F8FB", Stroke: "B9C6D6", LineWidth: 0.5}},
		Lines:  []figure.Line{{Points: []figure.Point{{X: 10, Y: 10}, {X: 10, Y: 50}, {X: 5, Y: 40}}, Colour: "404040", LineWidth: 0.75, Dashed: true, Arrow: true}},
		Labels: []figure.Label{{TextLine: text("是", 20, 30, 9.5), Align: figure.Start}, {TextLine: text("否", 60, 30, 9.5), Align: figure.End}, {TextLine: text("中", 395, 30, 9.5)}}}
	for i, shape := range []figure.Shape{figure.Rectangle, figure.Rounded, figure.Terminator, figure.Diamond, figure.Ellipse, figure.Pentagon, figure.Chevron} {
		x := float64(i) * 50
		p.Boxes = append(p.Boxes, figure.Box{Name: fmt.Sprint("框", i), Shape: shape, X: x, Y: 100, W: 48, H: 40, Depth: 8, Fill: "EAF1F8", Stroke: "2E5C8A", LineWidth: 0.75, Text: []figure.TextLine{text("步骤", x+22, 120, 19)}})
	}
	wide := text("很长的文字", 24, 180, 47.5)
	wide.Size, wide.Pitch, wide.Colour, wide.Bold = 8, 10.5, "B5531A", false
	p.Boxes = append(p.Boxes, figure.Box{Name: "菱形", Shape: figure.Diamond, X: 0, Y: 160, W: 60, H: 40, Text: []figure.TextLine{wide}, Dashed: true, Stroke: "666666", LineWidth: 1})
	b := newBody(mustHouse(t), measures{fonts: font.Default()}, &doc.Document{})
	b.group(p, &doc.Table{Rows: []doc.Row{line("序号", "步骤"), line("1", "", "下料 & 焊接")}})
	compare(t, "testdata/group.txt", outline(t, string(b.out), true))
}

// TestTextStaysInItsShape reads the XML as Word does: every line fits into the area for text of its shape, and nothing leaves
// the picture. The texts are of all sorts.
func TestTextStaysInItsShape(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	kinds := []doc.FigureKind{doc.Flow, doc.Organisation, doc.ProcessMap}
	drawn := 0
	for i := range 300 {
		f := anyFigure(r, kinds[i%len(kinds)])
		if err := doc.Finish(&doc.Document{Blocks: []doc.Block{f}}); err != nil {
			t.Fatal(err)
		}
		b := newBody(mustHouse(t), measures{fonts: font.Default()}, &doc.Document{})
		p, err := b.picture(f)
		if err != nil {
			continue // too large for a page: it is written as a table
		}
		drawn++
		b.group(p, figure.Table(f))
		checkShapes(t, string(b.out), f)
	}
	if drawn < 200 {
		t.Errorf("only %d figures were drawn", drawn)
	}
}

func anyFigure(r *rand.Rand, kind doc.FigureKind) *doc.Figure {
	texts := []string{"下料", "检验合格？", "不合格品评审和处置", "Warehouse", "按作业指导书 WI-07 调整焊接电流、电压和速度", "ERP-2000 入库", "(ISO) 9001", "“让步”接收——须经顾客批准", "ABCDEFGHIJKLMNOPQRSTUVWX"}
	marks := []doc.Mark{doc.KeyStep, doc.SpecialProcess, doc.Outsourced, doc.Inspection, doc.Decision}
	f := &doc.Figure{Kind: kind, Title: "图", Alt: "图"}
	n := 2 + r.IntN(14)
	for i := range n {
		node := doc.FigureNode{ID: fmt.Sprint(i), Text: texts[r.IntN(len(texts))], Group: []string{"管理过程", "产品实现过程", "支持过程"}[i*3/n]}
		if r.IntN(3) == 0 {
			node.Note = texts[r.IntN(len(texts))]
		}
		for r.IntN(2) == 0 && len(node.Marks) < 3 {
			node.Marks = append(node.Marks, marks[(r.IntN(2)+2*len(node.Marks))%len(marks)])
		}
		if kind == doc.Organisation && i > 0 {
			node.Parent = fmt.Sprint(r.IntN(min(i, 4)))
		}
		f.Nodes = append(f.Nodes, node)
	}
	if kind == doc.Flow && r.IntN(2) == 0 {
		for i := range n - 1 {
			f.Links = append(f.Links, doc.FigureLink{From: fmt.Sprint(i), To: fmt.Sprint(i + 1), Text: texts[r.IntN(3)]})
		}
		f.Links = append(f.Links, doc.FigureLink{From: fmt.Sprint(n - 1), To: fmt.Sprint(r.IntN(n)), Text: "否"})
	}
	return f
}

// groupFile is a group as far as it says where text goes. All lengths are in EMU.
type groupFile struct {
	Size   extent      `xml:"AlternateContent>Choice>drawing>inline>extent"`
	Shapes []shapeFile `xml:"AlternateContent>Choice>drawing>inline>graphic>graphicData>wgp>wsp"`
	Lines  []string    `xml:"AlternateContent>Fallback>t"`
}

type extent struct {
	W float64 `xml:"cx,attr"`
	H float64 `xml:"cy,attr"`
}

type shapeFile struct {
	At struct {
		X float64 `xml:"x,attr"`
		Y float64 `xml:"y,attr"`
	} `xml:"spPr>xfrm>off"`
	Size    extent `xml:"spPr>xfrm>ext"`
	Outline struct {
		Name   string `xml:"prst,attr"`
		Adjust []struct {
			Formula string `xml:"fmla,attr"`
		} `xml:"avLst>gd"`
	} `xml:"spPr>prstGeom"`
	Body struct {
		Left   float64 `xml:"lIns,attr"`
		Top    float64 `xml:"tIns,attr"`
		Right  float64 `xml:"rIns,attr"`
		Bottom float64 `xml:"bIns,attr"`
	} `xml:"bodyPr"`
	Paragraphs []struct {
		Style struct {
			Val string `xml:"val,attr"`
		} `xml:"pPr>pStyle"`
		Spacing struct {
			Line float64 `xml:"line,attr"`
		} `xml:"pPr>spacing"`
		Size struct {
			Val float64 `xml:"val,attr"`
		} `xml:"r>rPr>sz"`
		Text string `xml:"r>t"`
	} `xml:"txbx>txbxContent>p"`
}

func checkShapes(t *testing.T, group string, f *doc.Figure) {
	t.Helper()
	var g groupFile
	if err := xml.Unmarshal([]byte("<x "+wml.Declarations()+">"+strings.TrimSuffix(strings.TrimPrefix(group, "<w:r>"), "</w:r>")+"</x>"), &g); err != nil {
		t.Fatal(err)
	}
	const slack = 200 // rounding
	shown := ""
	for _, s := range g.Shapes {
		if s.At.X < -slack || s.At.Y < -slack || s.At.X+s.Size.W > g.Size.W+slack || s.At.Y+s.Size.H > g.Size.H+slack {
			t.Errorf("%s: shape %+v leaves the picture of %+v", f.Kind, s, g.Size)
		}
		width, height := s.widthAndHeight()
		total := 0.0
		for _, p := range s.Paragraphs {
			w, pitch := lineSize(p.Style.Val, p.Size.Val, p.Spacing.Line, p.Text)
			total += pitch
			shown += p.Text
			if w > width+slack {
				t.Errorf("%s: %q is %.0f wide, its %s has room for %.0f", f.Kind, p.Text, w, s.Outline.Name, width)
			}
		}
		if total > height+slack {
			t.Errorf("%s: %v is %.0f high, its %s has room for %.0f", f.Kind, s.Paragraphs, total, s.Outline.Name, height)
		}
	}
	checkWords(t, f, shown, strings.Join(g.Lines, "\n"))
}

// checkWords wants every text of the nodes in the picture, but for blanks where lines end, and in what stands for it.
func checkWords(t *testing.T, f *doc.Figure, shown, fallback string) {
	t.Helper()
	for _, n := range f.Nodes {
		for _, text := range []string{n.Text, n.Note} {
			if !strings.Contains(strings.ReplaceAll(shown, " ", ""), strings.ReplaceAll(text, " ", "")) {
				t.Errorf("%s: %q is not in the picture: %s", f.Kind, text, shown)
			}
			if !strings.Contains(fallback, text) {
				t.Errorf("%s: %q is not in the fallback: %s", f.Kind, text, fallback)
			}
		}
	}
}

// lineSize is the size of a line in the look of the house.
func lineSize(name string, halves, twips float64, text string) (width, pitch float64) {
	house := style.FigureSizes()[0]
	size, pitch := house.Note, house.NotePitch
	if name == "ShapeText" {
		size, pitch = house.Name, house.NamePitch
	}
	if halves > 0 {
		size = halves / 2
	}
	if twips > 0 {
		pitch = twips / 20
	}
	width = font.Default().FigureWidth(text, size, name == "ShapeText")
	// Word and LibreOffice set Han and Latin apart.
	letters := []rune(text)
	for i := 1; i < len(letters); i++ {
		a, b := letters[i-1], letters[i]
		if unicode.Is(unicode.Han, a) && b < 0x80 && unicode.In(b, unicode.Letter, unicode.Digit) || unicode.Is(unicode.Han, b) && a < 0x80 && unicode.In(a, unicode.Letter, unicode.Digit) {
			width += size / 4
		}
	}
	return width * 12700, pitch * 12700
}

// widthAndHeight is the area for text: the one of the preset (presetShapeDefinitions.xml) without the insets.
func (s *shapeFile) widthAndHeight() (w, h float64) {
	w, h = s.Size.W, s.Size.H
	adjust := 0.0
	if len(s.Outline.Adjust) > 0 {
		_, _ = fmt.Sscanf(s.Outline.Adjust[0].Formula, "val %g", &adjust)
	}
	depth := min(w, h) * adjust / 100000
	switch s.Outline.Name {
	case "roundRect":
		w, h = w-2*0.29289*depth, h-2*0.29289*depth
	case "flowChartTerminator":
		w, h = w*(20582-1018)/21600, h*(18437-3163)/21600
	case "diamond":
		w, h = w/2, h/2
	case "ellipse":
		w, h = w*0.70711, h*0.70711
	case "homePlate":
		w -= depth / 2
	case "chevron":
		w -= 2 * depth
	}
	return w - s.Body.Left - s.Body.Right, h - s.Body.Top - s.Body.Bottom
}
