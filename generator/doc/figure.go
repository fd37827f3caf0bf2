package doc

// FigureKind is the kind of a figure.
type FigureKind string

// The kinds of figures.
const (
	Flow         FigureKind = "flow"         // steps in order, such as a process route or a procedure
	Organisation FigureKind = "organisation" // a tree of departments and posts
	ProcessMap   FigureKind = "process-map"  // processes in groups: management, realisation, support
	Trend        FigureKind = "trend"        // a measured value by month, with its target
)

// Figure is a picture given as data, never as pixels; package figure turns it into shapes.
type Figure struct {
	Kind   FigureKind
	Title  string // caption without its number
	Number int    // set by Finish: 图 1, 图 2 …
	Alt    string // what the picture shows, for readers who do not see it
	Nodes  []FigureNode
	Links  []FigureLink // only where the order of the nodes does not say it
	Trend  *TrendData   // for Trend only
}

// FigureNode is a box of a figure.
type FigureNode struct {
	ID     string
	Text   string
	Note   string // second line, smaller
	Group  string // heading under which the node stands, for ProcessMap
	Parent string // ID of the node above, for Organisation
	Marks  []Mark
}

// FigureLink is an arrow between two nodes.
type FigureLink struct {
	From, To string
	Text     string
}

// Mark says what is special about a step.
type Mark string

// The marks, with the signs ★ and ▲ that the house style prints.
const (
	KeyStep        Mark = "key"        // ★ key step
	SpecialProcess Mark = "special"    // ▲ special process (8.5.1 f)
	Outsourced     Mark = "outsourced" // done by an external provider
	Inspection     Mark = "inspection" // inspection point
	Decision       Mark = "decision"   // a question with two ways out
)

// TrendData is a measured value over time.
type TrendData struct {
	Unit      string // %, ‰ …
	Target    float64
	HasTarget bool
	Points    []TrendPoint
}

// TrendPoint is the value of one month.
type TrendPoint struct {
	Label string // 2023-04
	Phase string // 改进前, 改进后
	Value float64
}
