package style

// Lists. The marker of level n (from 0) stands ListMarker + n*ListStep from the margin; the text follows after the hang.
// Levels count all enclosing lists, whatever their kind.
const (
	ListMarker  = 24 // two characters, as the first line of running text
	ListStep    = 24
	OrderedHang = 37 // room for （10）
	BulletHang  = 18
	TaskHang    = 18 // an item that starts with a box has no other marker
	BulletSize  = 7.5
)

// The markers of lists, by level; deeper levels repeat them in turn.
// Ordered markers hold %d for the number; ① stands for a circled one.
const (
	Bullet0, Bullet1, Bullet2    = "●", "○", "■"
	Ordered0, Ordered1, Ordered2 = "（%d）", "%d)", "①"
)

// The header table: three rows of fixed height in three columns. Company, kind and title of the document on the left
// (title over two rows), labels in the middle, 文件编号, 版本/修改 and 第 x 页 共 y 页 on the right.
const (
	HeaderRow        = 13
	HeaderLabelWidth = 60
	HeaderValueWidth = 128
	HeaderTitleSize  = 10.5
)

// Space around tables and figures.
const (
	TableBefore   = 6 // above a table without caption
	TableAfter    = 6 // below every table
	CaptionBelow  = 6 // further space below the caption of a figure, which stands under it
	NoteBarWidth  = 3 // rule at the left of a note
	NoteBarGap    = 8 // between rule and text
	NoteSpace     = 4 // above the first and below the last paragraph of a note
	NoteShade     = "F2F5FA"
	GuideBar      = "C9A227" // rule beside guidance, which is to be taken out of the finished document
	GuideShade    = "FDF8E8"
	LinkColour    = "1F4E9E"
	FillColour    = "7F6000" // text of what is still to be filled in
	CodeSizeRatio = 0.875    // code against the text around it
)

// The cover, from the top of the text area down: company over a double rule, title, further lines, fields, and the
// notices at the foot of the text area under a thin rule.
const (
	CoverCompanyBefore = 36
	CoverRuleGap       = 12 // between company and rule
	CoverTitleBefore   = 120
	CoverTitleAfter    = 18
	CoverFieldsBefore  = 90
	CoverFieldsWidth   = 300
	CoverFieldRow      = 30
	CoverNoticeGap     = 8 // between the thin rule and the notices
)
