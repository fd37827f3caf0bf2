// Package layout sets a document tree on pages: it finds line breaks, page breaks, column widths and page numbers, and
// gives the result as a display list of glyphs, rules and rectangles in points. It knows nothing of any file format.
//
// Start at [Compose]. The page numbers of headings hold for the DOCX as well, because both are made with the exact line
// pitches of package style and the page-break rules of Word: space above a block is dropped at the top of a page, headings
// and captions keep with the block that follows, two lines of a paragraph stay together, rows are not split unless they
// are very tall, head rows repeat.
//
// Coordinates run from the upper left corner of the paper, x to the right and y down.
package layout

import (
	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
)

// Result is a document set on pages.
type Result struct {
	Pages    []Page
	Headings []Heading // in reading order
	Missing  []Missing // runes that no face has; they are drawn as 〓
	Elements []Element // the logical structure; 0 is nothing, 1 is the document
	pages    map[*doc.Heading]int
	tables   map[*doc.Table]tableFacts
}

// Page is what stands on one page.
type Page struct {
	Width, Height float64
	Rects         []Rect // drawn first
	Rules         []Rule // drawn second
	Drawings      []Drawing
	Runs          []Run // in reading order
	Links         []Link
}

// Colour is red, green and blue.
type Colour [3]uint8

// Run is a piece of text in one face, size and colour.
type Run struct {
	Font    *font.Font
	Size    float64
	Colour  Colour
	X, Y    float64 // start of the base line
	Glyphs  []Glyph
	Slanted bool // draw slanted to the right
	Heavy   bool // draw the outlines of the glyphs as well, in place of a bold face
	Turned  bool // the base line runs down the page
	Element int  // index in Result.Elements; 0 for furniture, which is no part of the text
}

// Glyph is one character of a run.
type Glyph struct {
	Rune    rune
	ID      uint16
	Advance float64 // from its place to that of the next one
	Shift   float64 // draw this much to the left of its place
}

// Rule is a straight line.
type Rule struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Colour         Colour
	Dotted         bool
}

// Rect is a filled rectangle.
type Rect struct {
	X, Y, Width, Height float64
	Colour              Colour
}

// Link is an area that leads somewhere.
type Link struct {
	X, Y, Width, Height float64
	URL                 string // address outside the document, or empty
	Heading             int    // index in Result.Headings when URL is empty
	Element             int    // a Link in Result.Elements; 0 for furniture
}

// Heading is a heading with its place.
type Heading struct {
	Level int
	Text  string // with its number
	Page  int    // from 1
	Y     float64
}

// Missing is a rune that no face has, with the place where it stands.
type Missing struct {
	Rune    rune
	Heading string // the nearest heading before it; empty before the first one
	Text    string // the text around it
}

// Element is a node of the logical structure, with the names of ISO 32000-1, 14.8.4.
type Element struct {
	Role             string // Document, H1, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure, Caption, TOC, TOCI, Note …
	Parent           int
	Inline           bool   // stands in the text of its parent
	ColSpan, RowSpan int    // of a cell, else 0
	Alt              string // of a figure: what it shows
	Page             int    // of a figure, from 1; else 0
	Area             Area   // of a figure, on its page
}

// Compose sets a finished document (see [doc.Finish]) on pages. It returns an error for a block or inline that it does
// not know. Runes without a glyph are no error here, they are told in Result.Missing.
func Compose(d *doc.Document, fonts *font.Set) (*Result, error) {
	return newComposer(d, fonts, false).document()
}

// ComposeForWord sets a document as a word processor will set its DOCX: lines are not squeezed. The page numbers of the
// contents of a DOCX come from it.
func ComposeForWord(d *doc.Document, fonts *font.Set) (*Result, error) {
	return newComposer(d, fonts, true).document()
}

// PageOf is the page of a heading, from 1; the cover is page 1. It is 0 for a heading that is not in the document.
func (r *Result) PageOf(h *doc.Heading) int { return r.pages[h] }

// MaySplit tells whether a row is so tall that it may be split over two pages; all others go to the next page whole.
func (r *Result) MaySplit(t *doc.Table, row int) bool {
	tall := r.tables[t].tall
	return row < len(tall) && tall[row]
}

// StaysWhole tells whether a table is so short that it is kept on one page.
func (r *Result) StaysWhole(t *doc.Table) bool { return r.tables[t].whole }

// TableHeight is the height of a table that stands on one page.
func (r *Result) TableHeight(t *doc.Table) float64 { return r.tables[t].height }

// tableFacts are what a writer has to know about a table.
type tableFacts struct {
	tall   []bool // rows that may be split
	whole  bool   // kept on one page
	height float64
}
