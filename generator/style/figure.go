package style

// Letters in figures. Names are in FigureBoldFace, all else in FigureFace. Sizes are tried from the first on; a figure that
// does not fit on its page with the last ones is printed as a table.
const (
	FigureFace     = Song
	FigureBoldFace = Hei
	FigureBase     = 0.38 // from the middle of a line to its base line, in ems
	FigureHanLatin = 0.25 // width that a word processor adds between Han and Latin, in ems
)

// The families of the letters in an SVG, where the faces cannot be embedded.
const (
	FigureFamilies     = "'Times New Roman', SimSun, 'Songti SC', 'Noto Serif CJK SC', serif"
	FigureBoldFamilies = "Arial, 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', SimHei, sans-serif"
)

// FigureSize is the letters of a figure.
type FigureSize struct{ Name, NamePitch, Note, NotePitch float64 }

// FigureSizes are the letters of figures, the best first.
func FigureSizes() []FigureSize {
	return []FigureSize{{9.5, 13, 8.5, 11.5}, {8.5, 11.5, 8, 10.5}, {7.5, 10, 7.5, 10}}
}

// Lines and arrows of figures.
const (
	FigureLine        = 0.75 // thickness of connectors
	FigureStroke      = 0.75 // thickness of the outlines of boxes
	FigureDash        = 3.0  // length of dashes and of the gaps between them
	FigureArrowLength = 6.0
	FigureArrowWidth  = 5.0
	FigurePadX        = 4.0 // from the outline of a box to its text
	FigurePadY        = 4.0
	FigureBefore      = 6.0 // above a picture
)

// The colours of figures, as RRGGBB: fill and outline of boxes by what they mean. Signs and dashes say the same, for those
// who print in black or cannot tell colours apart.
const (
	FigureFill, FigureOutline               = "EAF1F8", "2E5C8A"
	FigureTopFill, FigureTopOutline         = "D3E1EF", "1F3864" // head of an organisation, ends of a flow
	FigureKeyFill, FigureKeyOutline         = "FFF4D1", "A87B00"
	FigureSpecialFill, FigureSpecialOutline = "FBE7D9", "B5531A"
	FigureCheckFill, FigureCheckOutline     = "E5F1DF", "4A7A32"
	FigureAwayFill, FigureAwayOutline       = "FFFFFF", "666666" // outsourced
	FigurePanelFill, FigurePanelOutline     = "F6F8FB", "B9C6D6"
	FigureText                              = "1A1A1A"
	FigureSoftText                          = "4D4D4D" // notes, values along an axis
	FigureConnector                         = "404040"
	FigureGrid                              = "D9DEE5" // grid of a chart
	FigureTarget                            = "B0281A" // target line of a chart
)

// FigureSeries are the colours of the series of a chart, in order; a chart of more series takes them in turn.
func FigureSeries() []string { return []string{"8C8C8C", "1F5FA8", "4A7A32", "A87B00"} }
