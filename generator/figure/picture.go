package figure

import "qmsdraft/generator/doc"

// Picture is a figure as shapes on a plane, in points, with the origin in the upper left corner and y downwards. Nothing of
// it is outside Width and Height. Writers draw the fields in their order: what comes first lies below.
type Picture struct {
	Kind          doc.FigureKind
	Title         string // caption without number; the caption itself is not part of the picture
	Alt           string // what the picture shows
	Width, Height float64
	Panels        []Box // areas behind groups of boxes; they may hold other boxes
	Lines         []Line
	Boxes         []Box // in reading order; no two of them overlap
	Labels        []Label
	Chart         *Chart // the data of a trend, for writers that have charts of their own; its shapes are above, too
}

// Shape is the outline of a box.
type Shape int

// The shapes, with the presets of DrawingML that are meant (ECMA-376-1, 20.1.10.56). They fill their box.
const (
	Rectangle  Shape = iota // rect
	Rounded                 // roundRect, corners of radius Depth
	Terminator              // flowChartTerminator: round ends
	Diamond                 // diamond
	Ellipse                 // ellipse
	Pentagon                // homePlate: a point of Depth on the right
	Chevron                 // chevron: a notch of Depth on the left, a point of Depth on the right
)

// Box is a shape with text; without fill and stroke it is only its text.
type Box struct {
	Name       string // for people: text of the node, or what the box is
	Shape      Shape
	X, Y, W, H float64
	Depth      float64    // see the shapes that name it
	Fill       string     // RRGGBB; empty for none
	Stroke     string     // RRGGBB; empty for none
	LineWidth  float64    // of the stroke
	Dashed     bool       // stroke of dashes, style.FigureDash long and as far apart
	Text       []TextLine // from top to bottom, one below the other without a gap, in the middle of the box both ways
	Marks      []doc.Mark // of the node; their signs are in Text
}

// TextLine is a line of text that is not to be broken again. Plain letters are in face style.FigureFace, bold ones in face
// style.FigureBoldFace (whose upright letters are the bold ones).
type TextLine struct {
	Text   string
	X, Y   float64 // of the base line: its middle, in a Label the point that Align names
	Width  float64 // as measured
	Size   float64
	Pitch  float64 // exact height of the line; the base line is Pitch/2 + Size*style.FigureBase below its top
	Bold   bool
	Colour string // RRGGBB
}

// Label is a line of text that belongs to no box.
type Label struct {
	TextLine
	Align Align
}

// Align says where X is in a label.
type Align int

// The alignments.
const (
	Middle Align = iota
	Start
	End
)

// Point is a place on the plane.
type Point struct{ X, Y float64 }

// Line is a line of straight pieces.
type Line struct {
	Points    []Point // at least two
	Colour    string  // RRGGBB
	LineWidth float64
	Dashed    bool
	Arrow     bool // a filled head at the last point, style.FigureArrowLength long and style.FigureArrowWidth wide
}

// Chart is a trend as data.
type Chart struct {
	Unit           string
	Categories     []string // along the axis, such as 2023-04
	Series         []Series // by phase, in the order of the categories
	Target         float64
	HasTarget      bool
	TargetName     string  // in the legend: 目标 96%
	TargetColour   string  // RRGGBB
	Min, Max, Step float64 // of the value axis
}

// Series is one line of a chart.
type Series struct {
	Name   string // empty when the data name no phase
	Colour string // RRGGBB
	Marker Shape  // Ellipse, Diamond or Rectangle
	Points []ChartPoint
}

// ChartPoint is one value.
type ChartPoint struct {
	Category int // index
	Value    float64
	Text     string // the value as it is printed
}
