package figure_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/style"
)

// check holds what is true of every picture: all text is there, nothing is outside, nothing overlaps.
func check(t *testing.T, name string, f *doc.Figure, p *figure.Picture, room figure.Room) {
	t.Helper()
	if p.Width > room.Width+tolerance || p.Height > room.Height+tolerance {
		t.Errorf("%s: %.1f×%.1f is larger than the room", name, p.Width, p.Height)
	}
	complete(t, name, f, p)
	inside(t, name, p)
	apart(t, name, p)
}

const tolerance = 0.01

// complete holds that every text of the figure is there in one piece, and is the text of the box that bears its name.
func complete(t *testing.T, name string, f *doc.Figure, p *figure.Picture) {
	t.Helper()
	var all []string
	for _, b := range p.Boxes {
		all = append(all, joined(b.Text))
	}
	var labels []figure.TextLine
	for _, l := range p.Labels {
		labels = append(labels, l.TextLine)
	}
	whole := strings.Join(append(all, joined(labels)), "\n")
	want := []string{}
	for _, n := range f.Nodes {
		at := slices.IndexFunc(p.Boxes, func(b figure.Box) bool { return b.Name == n.Text && strings.Contains(joined(b.Text), squeezed(n.Text)) })
		if at < 0 || !strings.Contains(all[at], squeezed(n.Note)) {
			t.Errorf("%s: node %q is not there whole", name, n.Text)
		}
		want = append(want, n.Group)
	}
	for _, l := range f.Links {
		want = append(want, l.Text)
	}
	if f.Trend != nil {
		for _, v := range f.Trend.Points {
			want = append(want, v.Label, v.Phase, fmt.Sprint(v.Value))
		}
	}
	for _, w := range want {
		if !strings.Contains(whole, squeezed(w)) {
			t.Errorf("%s: text %q is not there whole", name, w)
		}
	}
}

func joined(lines []figure.TextLine) string {
	s := ""
	for _, l := range lines {
		s += squeezed(l.Text)
	}
	return s
}

func squeezed(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}

// area is a rectangle.
type area struct {
	what                string
	x, y, right, bottom float64
}

func boxArea(b figure.Box) area { return area{b.Name, b.X, b.Y, b.X + b.W, b.Y + b.H} }

// lineArea is the room of a line of text.
func lineArea(l figure.TextLine, align figure.Align) area {
	x := l.X - l.Width/2
	switch align {
	case figure.Start:
		x = l.X
	case figure.End:
		x = l.X - l.Width
	}
	y := l.Y - l.Size*style.FigureBase - l.Pitch/2
	return area{l.Text, x, y, x + l.Width, y + l.Pitch}
}

func (a area) holds(b area) bool {
	return b.x >= a.x-tolerance && b.y >= a.y-tolerance && b.right <= a.right+tolerance && b.bottom <= a.bottom+tolerance
}

func (a area) meets(b area) bool {
	return a.x < b.right-tolerance && b.x < a.right-tolerance && a.y < b.bottom-tolerance && b.y < a.bottom-tolerance
}

// inside holds that boxes, lines and labels are in the picture, and texts in the outline of their boxes.
func inside(t *testing.T, name string, p *figure.Picture) {
	t.Helper()
	all := area{"picture", 0, 0, p.Width, p.Height}
	for _, b := range append(append([]figure.Box{}, p.Panels...), p.Boxes...) {
		if !all.holds(boxArea(b)) {
			t.Errorf("%s: box %q is outside: %+v", name, b.Name, boxArea(b))
		}
		for i, l := range b.Text {
			if l.Size < 7.5 {
				t.Errorf("%s: letters of %g points", name, l.Size)
			}
			a := lineArea(l, figure.Middle)
			if !boxArea(b).holds(a) || b.Shape == figure.Diamond && !inDiamond(b, a) || b.Shape == figure.Pentagon && a.right > b.X+b.W-b.Depth+tolerance {
				t.Errorf("%s: text %q leaves its box %+v", name, l.Text, boxArea(b))
			}
			if i > 0 && a.y < lineArea(b.Text[i-1], figure.Middle).bottom-tolerance {
				t.Errorf("%s: lines of %q overlap", name, b.Name)
			}
		}
	}
	for _, l := range p.Lines {
		for _, at := range l.Points {
			if !all.holds(area{"", at.X, at.Y, at.X, at.Y}) {
				t.Errorf("%s: a line is outside: %v", name, l.Points)
			}
		}
	}
	for _, l := range p.Labels {
		if a := lineArea(l.TextLine, l.Align); !all.holds(a) {
			t.Errorf("%s: label is outside: %+v", name, a)
		}
	}
}

// inDiamond tells whether the corners of a text are inside; the letters are lower than their line.
func inDiamond(b figure.Box, a area) bool {
	const blank = 1.5
	for _, x := range []float64{a.x, a.right} {
		for _, y := range []float64{a.y + blank, a.bottom - blank} {
			if math.Abs(x-b.X-b.W/2)/(b.W/2)+math.Abs(y-b.Y-b.H/2)/(b.H/2) > 1+tolerance {
				return false
			}
		}
	}
	return true
}

// apart holds that no two boxes overlap, no label stands on a box, and no line runs through a box that it does not belong to:
// lines only touch boxes at their ends. Marks of a chart lie on lines, and its values beside the marks.
func apart(t *testing.T, name string, p *figure.Picture) {
	t.Helper()
	for i, b := range p.Boxes {
		for _, o := range p.Boxes[:i] {
			if boxArea(b).meets(boxArea(o)) && p.Chart == nil {
				t.Errorf("%s: boxes %q and %q overlap", name, b.Name, o.Name)
			}
		}
		for _, l := range p.Labels {
			if boxArea(b).meets(lineArea(l.TextLine, l.Align)) {
				t.Errorf("%s: label %q stands on box %q", name, l.Text, b.Name)
			}
		}
		for _, l := range p.Lines {
			if p.Chart == nil && crosses(l, b) {
				t.Errorf("%s: line %v runs through box %q %+v", name, l.Points, b.Name, boxArea(b))
			}
		}
	}
	for i, l := range p.Labels {
		for _, o := range p.Labels[:i] {
			if a, c := lineArea(l.TextLine, l.Align), lineArea(o.TextLine, o.Align); a.meets(c) {
				t.Errorf("%s: labels %q and %q overlap", name, l.Text, o.Text)
			}
		}
		for _, line := range p.Lines {
			if p.Chart == nil && lineMeets(line, lineArea(l.TextLine, l.Align)) {
				t.Errorf("%s: line %v runs through label %q", name, line.Points, l.Text)
			}
		}
	}
}

// crosses tells whether a line runs through the inside of a box; in shapes with slanted or round sides a line ends inside the
// rectangle around them.
func crosses(l figure.Line, b figure.Box) bool {
	a := boxArea(b)
	switch b.Shape {
	case figure.Diamond:
		a = area{a.what, a.x + b.W/4, a.y + b.H/4, a.right - b.W/4, a.bottom - b.H/4}
	case figure.Terminator:
		a.x, a.right = a.x+b.Radius(), a.right-b.Radius()
	}
	return lineMeets(l, a)
}

func lineMeets(l figure.Line, a area) bool {
	for i := 1; i < len(l.Points); i++ {
		from, to := l.Points[i-1], l.Points[i]
		piece := area{"", math.Min(from.X, to.X) - 2*tolerance, math.Min(from.Y, to.Y) - 2*tolerance, math.Max(from.X, to.X) + 2*tolerance, math.Max(from.Y, to.Y) + 2*tolerance}
		if a := (area{"", a.x + 4*tolerance, a.y + 4*tolerance, a.right - 4*tolerance, a.bottom - 4*tolerance}); a.meets(piece) {
			return true
		}
	}
	return false
}
