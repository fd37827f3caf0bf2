// Package style is the house style as data: page, fonts, sizes, line pitches and table grid.
//
// Package layout and the DOCX writer both read it, so that a page of the PDF and a page of the DOCX break alike and the
// page numbers found by layout are true for both. All lengths are in points (1/72 inch) unless a name says otherwise.
// Sources: facts of the trade for company documents (A4, 宋体 小四, 黑体 headings, exact line pitch of 22 pt).
package style

// Page is A4 with the margins of the house style.
const (
	PageWidth   = 595.3
	PageHeight  = 841.9
	MarginTop   = 96 // text starts here; the header table stands above it
	MarginBot   = 70.9
	MarginLeft  = 76.55
	MarginRight = 76.55
	HeaderTop   = 40.0 // from the paper's edge to the header table
	FooterBot   = 39.7 // from the paper's edge to the foot of the footer

	TextWidth          = PageWidth - MarginLeft - MarginRight  // 442.2
	LandscapeTextWidth = PageHeight - MarginLeft - MarginRight // 688.8
)

// TwipsPerPoint converts points to the unit of WordprocessingML.
const TwipsPerPoint = 20

// Face is one of the roles that a typeface plays.
type Face int

// The roles, with the family names that a DOCX asks for.
const (
	Song Face = iota // 宋体 with Times New Roman: running text
	Hei              // 黑体 with Arial: headings, strong text
	Kai              // 楷体: emphasis, notes
	Mono             // fixed pitch: code
)

// Paragraph is the setting of one kind of paragraph.
type Paragraph struct {
	Face        Face
	Size        float64
	Pitch       float64 // exact distance of base lines
	Before      float64 // space above; dropped at the top of a page
	After       float64
	FirstIndent float64 // in ems of Size
	Left        float64 // indent of all lines
	Center      bool
	Justify     bool
	KeepNext    bool // stays on the page of the block that follows
}

// Styles is the set of paragraphs that a document is made of.
type Styles struct {
	Body, Heading1, Heading2, Heading3, Heading4     Paragraph
	ListItem, Caption, NoteText                      Paragraph
	TableText, TableHead, HeaderText, FooterText     Paragraph
	TOCTitle, TOC1, TOC2, TOC3                       Paragraph
	CoverCompany, CoverTitle, CoverLine, CoverNotice Paragraph
	CoverField                                       Paragraph // in the table of the cover
	Title                                            Paragraph // heading of level 1 without a number, such as the title of a document
}

// House is the house style.
func House() Styles {
	return Styles{
		Body:     Paragraph{Face: Song, Size: 12, Pitch: 22, FirstIndent: 2, Justify: true},
		Heading1: Paragraph{Face: Hei, Size: 16, Pitch: 24, Before: 18, After: 10, KeepNext: true},
		Heading2: Paragraph{Face: Hei, Size: 14, Pitch: 24, Before: 10, After: 6, KeepNext: true},
		Heading3: Paragraph{Face: Hei, Size: 12, Pitch: 22, Before: 6, After: 3, KeepNext: true},
		Heading4: Paragraph{Face: Hei, Size: 12, Pitch: 22, Before: 3, After: 0, KeepNext: true},
		ListItem: Paragraph{Face: Song, Size: 12, Pitch: 22, Justify: true},
		Caption:  Paragraph{Face: Hei, Size: 10.5, Pitch: 18, Before: 6, After: 3, Center: true, KeepNext: true},
		NoteText: Paragraph{Face: Kai, Size: 10.5, Pitch: 18, Left: 10},

		TableText:  Paragraph{Face: Song, Size: 10.5, Pitch: 15},
		TableHead:  Paragraph{Face: Hei, Size: 10.5, Pitch: 15, Center: true},
		HeaderText: Paragraph{Face: Song, Size: 9, Pitch: 12},
		FooterText: Paragraph{Face: Song, Size: 9, Pitch: 12, Center: true},

		TOCTitle: Paragraph{Face: Hei, Size: 16, Pitch: 24, Before: 12, After: 12, Center: true},
		TOC1:     Paragraph{Face: Hei, Size: 12, Pitch: 22},
		TOC2:     Paragraph{Face: Song, Size: 12, Pitch: 20, Left: 21},
		TOC3:     Paragraph{Face: Song, Size: 10.5, Pitch: 18, Left: 42},

		CoverCompany: Paragraph{Face: Hei, Size: 18, Pitch: 30, Center: true},
		CoverTitle:   Paragraph{Face: Hei, Size: 32, Pitch: 48, Center: true},
		CoverLine:    Paragraph{Face: Song, Size: 14, Pitch: 24, Center: true},
		CoverNotice:  Paragraph{Face: Kai, Size: 12, Pitch: 20, Center: true},
		CoverField:   Paragraph{Face: Song, Size: 12, Pitch: 18},
		Title:        Paragraph{Face: Hei, Size: 16, Pitch: 24, Before: 18, After: 14, Center: true, KeepNext: true},
	}
}

// The grid of tables.
const (
	CellPadX        = 5.4 // left and right inside a cell
	CellMarginX     = 4.8 // the same in a DOCX: LibreOffice puts the rules inside of cells, and what just fits must not be broken
	CellPadY        = 2   // above and below inside a cell
	TableRule       = 0.5 // thickness of inner rules
	TableFrame      = 1   // thickness of the frame
	FormRowHeight   = 34  // of a row to be filled in by hand
	ShortTableRows  = 8   // tables up to this many rows are kept on one page
	ShortTableShare = 0.4 // … when they are no higher than this part of a page: else half a page could stay empty
	VerticalCellMin = 85  // height of a head cell with upright text
)

// The colours, as RRGGBB.
const (
	HeadShade    = "E7ECF2" // behind head cells
	BandShade    = "F7F9FB" // behind every second row
	FillShade    = "FFF2A8" // behind what is still to be filled in
	NoteBar      = "5B7DB1" // rule beside a note
	RuleColour   = "404040"
	AccentColour = "1F3864" // titles on the cover
)

// The text across a page.
const (
	WatermarkSize  = 110  // of the letters, when there are few
	WatermarkShare = 0.86 // of the narrower side of the page, up to which it reaches
	WatermarkGrey  = 0xE6 // red, green and blue
)
