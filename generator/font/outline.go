package font

// Point is a place in a glyph in ems, from the origin on the base line to the right and up.
type Point struct{ X, Y float64 }

// Contour is a closed line of an outline.
type Contour struct {
	Start  Point
	Curves []Curve // the last one ends at the start
}

// Curve is a quadratic Bézier curve from where the one before ends or, when it is Straight, a straight line.
type Curve struct {
	Straight    bool
	Control, To Point
}

// Outline gives the contours of a glyph, to be filled by the non-zero rule; none for a blank.
// Source: the OpenType specification 1.9, chapter glyf.
func (f *Font) Outline(glyph uint16) []Contour {
	var all []Contour
	for _, points := range f.contours(glyph, 0) {
		if len(points) > 1 {
			all = append(all, contourOf(points))
		}
	}
	return all
}

// node is a point of a glyph as the font has it: on the line, or beside it as the control of a curve.
type node struct {
	Point
	on bool
}

// contourOf turns points into curves. Between two controls there is a point on the line that the font leaves out.
func contourOf(points []node) Contour {
	n := len(points)
	first := 0
	for first < n && !points[first].on {
		first++
	}
	var c Contour
	if first == n {
		first = 0
		c.Start = middle(points[n-1].Point, points[0].Point)
	} else {
		c.Start = points[first].Point
		first++
		n--
	}
	var control *Point
	for i := range n {
		p := &points[(first+i)%len(points)]
		switch {
		case p.on && control == nil:
			c.Curves = append(c.Curves, Curve{Straight: true, To: p.Point})
		case p.on:
			c.Curves = append(c.Curves, Curve{Control: *control, To: p.Point})
			control = nil
		default:
			if control != nil {
				c.Curves = append(c.Curves, Curve{Control: *control, To: middle(*control, p.Point)})
			}
			control = &p.Point
		}
	}
	if control != nil {
		return Contour{c.Start, append(c.Curves, Curve{Control: *control, To: c.Start})}
	}
	return Contour{c.Start, append(c.Curves, Curve{Straight: true, To: c.Start})}
}

func middle(a, b Point) Point { return Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }

// deepest is how many composite glyphs may stand in each other; a font that goes on is broken.
const deepest = 6

// contours are the points of a glyph, contour by contour.
func (f *Font) contours(glyph uint16, depth int) [][]node {
	data := f.outline(glyph)
	switch n := data.i16(0); {
	case data == "" || depth > deepest:
		return nil
	case n >= 0:
		return f.simple(data, n)
	}
	var all [][]node
	for at := 10; at+4 <= len(data); {
		flags, part := data.u16(at), uint16(data.u16(at+2))
		move, next := f.placement(data, at, flags)
		for _, contour := range f.contours(part, depth+1) {
			for i := range contour {
				contour[i].Point = move(contour[i].Point)
			}
			all = append(all, contour)
		}
		at = next
		if flags&moreParts == 0 {
			break
		}
	}
	return all
}

// placement reads how a part of a composite glyph at a place of its data is moved and scaled, and where the next one starts.
func (f *Font) placement(data table, at, flags int) (move func(Point) Point, next int) {
	em := float64(f.upm)
	x, y := float64(data.i8(at+4))/em, float64(data.i8(at+5))/em
	next = at + 6
	if flags&wideArguments != 0 {
		x, y = float64(data.i16(at+4))/em, float64(data.i16(at+6))/em
		next += 2
	}
	scale := func(i int) float64 { return float64(data.i16(next+2*i)) / (1 << 14) }
	a, b, c, d := 1.0, 0.0, 0.0, 1.0
	switch {
	case flags&oneScale != 0:
		a = scale(0)
		d = a
		next += 2
	case flags&twoScales != 0:
		a, d = scale(0), scale(1)
		next += 4
	case flags&fourScales != 0:
		a, b, c, d = scale(0), scale(1), scale(2), scale(3)
		next += 8
	}
	return func(p Point) Point { return Point{a*p.X + c*p.Y + x, b*p.X + d*p.Y + y} }, next
}

// The flags of a point of a simple glyph.
const (
	onLine  = 1 << 0
	shortX  = 1 << 1
	shortY  = 1 << 2
	repeats = 1 << 3
	sameX   = 1 << 4 // with shortX: to the right
	sameY   = 1 << 5
)

// simple reads the points of a glyph without parts.
func (f *Font) simple(data table, contours int) [][]node {
	ends := make([]int, contours)
	for i := range ends {
		ends[i] = data.u16(10 + 2*i)
	}
	if contours == 0 || len(data) < 12+2*contours {
		return nil
	}
	at := 12 + 2*contours + data.u16(10+2*contours)
	flags := make([]byte, 0, ends[contours-1]+1)
	for len(flags) <= ends[contours-1] && at < len(data) {
		flag, times := data[at], 1
		if at++; flag&repeats != 0 && at < len(data) {
			times += int(data[at])
			at++
		}
		for range times {
			flags = append(flags, flag)
		}
	}
	points := make([]node, len(flags))
	xs, at := f.coordinates(data, at, flags, shortX, sameX)
	ys, _ := f.coordinates(data, at, flags, shortY, sameY)
	for i := range points {
		points[i] = node{Point{xs[i], ys[i]}, flags[i]&onLine != 0}
	}
	return divided(points, ends)
}

// coordinates reads one coordinate of all points, each relative to the point before, and tells where they end.
func (f *Font) coordinates(data table, at int, flags []byte, short, same byte) ([]float64, int) {
	all := make([]float64, len(flags))
	value := 0
	for i, flag := range flags {
		switch {
		case flag&short != 0 && flag&same != 0:
			value += data.i8(at) & 0xff
			at++
		case flag&short != 0:
			value -= data.i8(at) & 0xff
			at++
		case flag&same == 0:
			value += data.i16(at)
			at += 2
		}
		all[i] = float64(value) / float64(f.upm)
	}
	return all, at
}

// divided cuts points at the ends of the contours.
func divided(points []node, ends []int) [][]node {
	all := make([][]node, 0, len(ends))
	from := 0
	for _, end := range ends {
		if end+1 < from || end >= len(points) {
			return nil
		}
		all = append(all, points[from:end+1:end+1])
		from = end + 1
	}
	return all
}

func (t table) i8(at int) int {
	if at < 0 || at >= len(t) {
		return 0
	}
	return int(int8(t[at]))
}
