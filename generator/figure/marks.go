package figure

import (
	"slices"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// look is how the box of a node is drawn.
type look struct {
	fill, outline string
	dashed        bool
}

// lookOf gives the colours of a node; of several marks the one that asks for most care counts.
func lookOf(n doc.FigureNode) look {
	has := func(m doc.Mark) bool { return slices.Contains(n.Marks, m) }
	l := look{style.FigureFill, style.FigureOutline, has(doc.Outsourced)}
	switch {
	case has(doc.SpecialProcess):
		l.fill, l.outline = style.FigureSpecialFill, style.FigureSpecialOutline
	case has(doc.KeyStep):
		l.fill, l.outline = style.FigureKeyFill, style.FigureKeyOutline
	case has(doc.Inspection):
		l.fill, l.outline = style.FigureCheckFill, style.FigureCheckOutline
	case has(doc.Outsourced):
		l.fill, l.outline = style.FigureAwayFill, style.FigureAwayOutline
	}
	if isFillIn(n.Text) || isFillIn(n.Note) {
		l.fill = style.FillShade
	}
	return l
}

// signOf is what stands in the box of a marked node; a decision is told by its shape.
func signOf(m doc.Mark) string {
	switch m {
	case doc.KeyStep:
		return "★"
	case doc.SpecialProcess:
		return "▲"
	case doc.Outsourced:
		return "外包"
	case doc.Inspection:
		return "◇检"
	case doc.Decision:
		return ""
	}
	return string(m)
}

func signsOf(marks []doc.Mark) string {
	var signs []string
	for _, m := range marks {
		if s := signOf(m); s != "" {
			signs = append(signs, s)
		}
	}
	return strings.Join(signs, " ")
}

// meaning is an entry of the legend.
type meaning struct {
	mark doc.Mark
	text string
}

func meanings() []meaning {
	return []meaning{
		{doc.KeyStep, "★ 关键工序"}, {doc.SpecialProcess, "▲ 特殊过程"}, {doc.Outsourced, "虚线框：外包"}, {doc.Inspection, "◇检 检验点"},
	}
}

// The legend: samples of boxes with what they mean, side by side.
const (
	sampleWidth  = 18.0
	sampleHeight = 9.0
	sampleGap    = 4.0  // between a sample and its text
	entryGap     = 16.0 // between two entries
	legendGap    = 10.0 // above the legend
)

// legend draws what the marks of the nodes mean from the given height on and gives the height below it; nothing when there
// are no marks.
func (p *painter) legend(nodes []doc.FigureNode, y float64) float64 {
	l := notes(p.size)
	var used []meaning
	for _, m := range meanings() {
		if slices.ContainsFunc(nodes, func(n doc.FigureNode) bool { return slices.Contains(n.Marks, m.mark) }) {
			used = append(used, m)
		}
	}
	if len(used) == 0 {
		return y
	}
	y += legendGap
	entry := func(m meaning) float64 {
		w := p.width(m.text, l)
		if isSeen(nodes, m.mark) {
			w += sampleWidth + sampleGap
		}
		return w
	}
	for len(used) > 0 {
		n, total := 0, -entryGap
		for n < len(used) && (n == 0 || total+entryGap+entry(used[n]) <= p.room.Width) {
			total += entryGap + entry(used[n])
			n++
		}
		x := (p.room.Width - total) / 2
		for _, m := range used[:n] {
			if isSeen(nodes, m.mark) {
				p.sample(m, x, y, l)
			}
			p.label(m.text, l, x+entry(m)-p.width(m.text, l), y, Start)
			x += entry(m) + entryGap
		}
		used, y = used[n:], y+l.pitch
	}
	return y
}

// sampleLook is how a node with this mark only is drawn.
func sampleLook(m doc.Mark) look { return lookOf(doc.FigureNode{Marks: []doc.Mark{m}}) }

// isSeen tells whether a sample of a mark helps: whether there are boxes that look like it.
func isSeen(nodes []doc.FigureNode, m doc.Mark) bool {
	return m == doc.Outsourced || slices.ContainsFunc(nodes, func(n doc.FigureNode) bool { return lookOf(n).fill == sampleLook(m).fill })
}

func (p *painter) sample(m meaning, x, y float64, l letters) {
	look := sampleLook(m.mark)
	p.pic.Boxes = append(p.pic.Boxes, Box{Name: "图例", Shape: Rectangle, X: x, Y: y + (l.pitch-sampleHeight)/2, W: sampleWidth, H: sampleHeight,
		Fill: look.fill, Stroke: look.outline, LineWidth: style.FigureStroke, Dashed: look.dashed, Marks: []doc.Mark{m.mark}})
}
