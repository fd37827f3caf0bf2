// Package doc is the document tree from which every format is written.
//
// The set of blocks and inlines is closed: [Block] and [Inline] can only be implemented here. A writer switches over
// all of them and returns an error for a kind that it does not know; [Samples] gives one sample of each kind, and the
// conformance test of package format runs every writer over every sample. Trees are built by package mdparse, finished by
// [Finish] (heading numbers, section references) and never changed by a writer.
package doc

import "time"

// Document is one file of a set.
type Document struct {
	Meta   Meta
	Blocks []Block
}

// Meta is what the furniture of a document (page header, footer, file properties) needs to know.
// All strings are plain text, not markup.
type Meta struct {
	ID          string    // identifier of the template, such as "purchasing"
	Kind        string    // 文件类别, printed in the page header: 质量手册, 程序文件, 记录 …
	Title       string    // 文件名称
	Number      string    // 文件编号, such as SLZX/QP-13-2023; may be empty
	Version     string    // 版本/修改, such as A/0
	Company     string    // full name of the enterprise
	Footer      string    // text at the foot of every page; may be empty
	Date        time.Time // date of the document, UTC midnight; zero when the profile does not give it
	Created     time.Time // time stamp for file properties; never taken from the clock
	ProfileHash string    // SHA-256 of the profile, hexadecimal
	Generator   string    // program and version
	Numbering   Numbering // how headings are numbered
	FirstNumber int       // number of the first numbered heading of level 1 (a quality manual starts at 0)
	Landscape   bool      // orientation of the body
}

// Numbering is the scheme of heading numbers of a whole document. The zero value is Decimal.
type Numbering int

// The schemes.
const (
	Decimal    Numbering = iota // 1, 1.1, 1.1.1
	Chinese                     // 一、 （一） 1.
	Unnumbered                  // no heading carries a number
)

// Block is a block of the tree: *Cover, *TOC, *Heading, *Paragraph, *List, *Table, *Figure, *Note, *SignOff, *Section
// or *PageBreak.
type Block interface{ block() }

// Inline is a piece of running text: Text, Strong, Emphasis, Code, Link, Ref, Break, Fill or Checkbox.
type Inline interface{ inline() }

// Cover is the first page of a document. It is always a page of its own, without header and footer.
type Cover struct {
	Company []Inline   // name of the enterprise
	Title   []Inline   // title of the document
	Lines   [][]Inline // further lines under the title, such as the standard that the manual follows
	Fields  *Table     // number, version, dates, signatures; nil when there are none
	Notices [][]Inline // lines at the foot, such as the note that this is a draft
}

// TOC is the place where the table of contents stands. Its entries are the headings of levels 1 to 3 that follow it.
type TOC struct{}

// Heading is a heading of level 1 to 4.
type Heading struct {
	Level  int
	Style  HeadingStyle
	Text   []Inline // without its number
	ID     string   // target for Ref, unique in the document; may be empty
	Number string   // set by Finish: "4.1", "附录A", "一、"; empty for an unnumbered heading
}

// HeadingStyle says how one heading takes part in the numbering.
type HeadingStyle int

// The styles.
const (
	Numbered HeadingStyle = iota // by the scheme of the document
	Appendix                     // 附录A, 附录B …; level 1 only
	Plain                        // no number
)

// Paragraph is running text.
type Paragraph struct {
	Text []Inline
}

// List is an ordered, unordered or task list. Every ordered list counts from Start anew.
type List struct {
	Ordered bool
	Start   int // first number of an ordered list, at least 0
	Items   []Item
}

// Item is one item of a list; its first block is a Paragraph as a rule, a nested List may follow. Task boxes are
// Checkbox inlines at the start of the first paragraph.
type Item struct {
	Blocks []Block
}

// Align is the alignment of a table column.
type Align int

// The alignments. Default leaves the choice to the house style.
const (
	Default Align = iota
	Left
	Center
	Right
)

// Table is a full grid: every row has exactly len(Columns) cells, and a cell that is covered by a span of another one
// is there with Covered set. Head rows come first and repeat on every page.
type Table struct {
	Caption []Inline // without its number; empty for a table without caption
	Number  int      // set by Finish for tables with caption: 表 1, 表 2 …
	Columns []Column
	Head    int // number of head rows, may be 0
	Rows    []Row
	Form    bool // a form to be filled in by hand: rows are at least style.FormRowHeight high
}

// Column is a column of a table.
type Column struct {
	Align  Align
	Weight float64 // share of the width; 0 in all columns = found from the content
}

// Row is a row of a table.
type Row struct {
	Cells []Cell
}

// Cell is a cell of a table.
type Cell struct {
	Text     []Inline
	ColSpan  int  // at least 1
	RowSpan  int  // at least 1
	Covered  bool // part of another cell's span; Text is empty
	Vertical bool // set upright from top to bottom, for narrow head cells
}

// Note is a box beside the running text.
type Note struct {
	Kind   NoteKind
	Blocks []Block // Paragraph and List only
}

// NoteKind says whom a note is for.
type NoteKind int

// The kinds.
const (
	Remark NoteKind = iota // 注：part of the document
	Guide                  // 编写指引：for the person who edits the draft
)

// SignOff is the block of signatures: who prepared, reviewed and approved.
type SignOff struct {
	Entries []Sign
}

// Sign is one signature of a SignOff.
type Sign struct {
	Role []Inline // 编制, 审核, 批准 …
	Name []Inline
	Date []Inline
}

// Section holds blocks that stand on pages of their own orientation.
type Section struct {
	Landscape bool
	Blocks    []Block
}

// PageBreak starts a new page.
type PageBreak struct{}

func (*Cover) block()     {}
func (*TOC) block()       {}
func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Note) block()      {}
func (*SignOff) block()   {}
func (*Section) block()   {}
func (*PageBreak) block() {}

// Text is plain text without line breaks.
type Text string

// Strong is important text, set bold.
type Strong struct{ Text []Inline }

// Emphasis is stressed text.
type Emphasis struct{ Text []Inline }

// Code is text to be taken literally, set in a fixed pitch.
type Code string

// Link is text that leads to an address outside the document.
type Link struct {
	URL  string
	Text []Inline
}

// Ref is a reference to another document or form of the set, or to a section of this document.
type Ref struct {
	Target  string // document or form id, or the ID of a heading
	Section bool   // Target is the ID of a heading of this document; Finish sets Text to its number
	Text    []Inline
}

// Break is a line break inside a paragraph or a cell.
type Break struct{}

// Fill is a fact in its place. When Value is empty the profile does not give the fact, and it is shown as
// 【待填写：Label】, marked in colour; see [Fill.Shown]. A fact with a value is printed as any text; formats that can be
// edited keep an anchor at it, so that what somebody changes there can be found again by its path.
type Fill struct {
	Label   string   // Chinese name of the fact
	Path    string   // path in the profile, such as enterprise.phone
	Value   string   // value of a given fact that keeps its anchor; a line feed in it is a line break
	Kind    FillKind // what can be written there
	Options []string // the Chinese texts to choose from, each once; for FillChoice only
}

// FillKind says what can be written in the place of a fact.
type FillKind int

// The kinds. Only FillChoice has options of its own; those of FillYesNo are 是 and 否.
const (
	FillText FillKind = iota
	FillDate
	FillChoice
	FillYesNo
)

// FillKindNames gives the words for the kinds in Markdown, in the order of the kinds.
func FillKindNames() []string { return []string{"text", "date", "choice", "yesno"} }

// Choices are the texts that can stand in the place of the fact; nil when any text can.
func (f Fill) Choices() []string {
	if f.Kind == FillYesNo {
		return []string{"是", "否"}
	}
	return f.Options
}

// Shown is the text that a reader sees.
func (f Fill) Shown() string {
	if f.Value != "" {
		return f.Value
	}
	return "【待填写：" + f.Label + "】"
}

// Checkbox is a box, ☐ or ☑.
type Checkbox struct{ Checked bool }

// Shown is ☑ or ☐.
func (c Checkbox) Shown() string {
	if c.Checked {
		return "☑"
	}
	return "☐"
}

func (Text) inline()     {}
func (Strong) inline()   {}
func (Emphasis) inline() {}
func (Code) inline()     {}
func (Link) inline()     {}
func (Ref) inline()      {}
func (Break) inline()    {}
func (Fill) inline()     {}
func (Checkbox) inline() {}
