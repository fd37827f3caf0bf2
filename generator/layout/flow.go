package layout

import (
	"math"
	"slices"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

// box is a block that is measured and ready to be placed.
type box struct {
	before, after float64 // space around it, of which the larger counts between two boxes; none at the top of a page
	gap           float64 // further space below it that always counts
	kin           string  // no space between boxes of one kin
	lead          float64 // what of its height must stand with a block that keeps to it
	height        float64 // whole height, for a box with keep
	keep          bool    // is not divided, and stands on the page of the box that follows
	newPage       bool    // starts a page
	place         func()  // draws it at the composer's y and moves y down
}

// composer holds what is on the way while a document is set.
type composer struct {
	shaper
	squeeze squeezing
	doc     *doc.Document
	house   style.Styles
	result  *Result
	page    *Page
	plain   []bool // by page: without header and footer
	y       float64
	left    float64 // of the text area
	width   float64
	wide    bool // landscape
	parent  int  // element under which new ones come
	targets map[string]int
	pending []pendingLink
	toc     []tocEntry

	furniture map[furnitureKey][]line
}

// pendingLink is a link to a heading whose number is not known yet.
type pendingLink struct {
	page, link int
	target     string
}

func newComposer(d *doc.Document, fonts *font.Set, word bool) *composer {
	squeeze := bookish
	if word {
		squeeze = squeezing{hang: true}
	}
	result := &Result{
		Elements: []Element{{}, {Role: "Document"}},
		pages:    map[*doc.Heading]int{},
		tables:   map[*doc.Table]tableFacts{},
	}
	return &composer{
		shaper: shaper{fonts: fonts, word: word}, squeeze: squeeze, doc: d, house: style.House(), result: result, parent: 1, targets: map[string]int{},
		left: style.MarginLeft, width: style.TextWidth, furniture: map[furnitureKey][]line{},
	}
}

// document sets the whole document.
func (c *composer) document() (*Result, error) {
	if err := checkInlines(c.doc.Blocks); err != nil {
		return nil, err
	}
	for _, part := range sections(c.doc) {
		if err := c.section(part); err != nil {
			return nil, err
		}
	}
	c.finish()
	return c.result, nil
}

// section is a part of a document with one orientation.
type section struct {
	wide   bool
	blocks []doc.Block
}

// sections cuts a document where the orientation of the paper changes.
func sections(d *doc.Document) []section {
	var parts []section
	add := func(wide bool, blocks ...doc.Block) {
		if n := len(parts); n > 0 && parts[n-1].wide == wide {
			parts[n-1].blocks = append(parts[n-1].blocks, blocks...)
			return
		}
		parts = append(parts, section{wide, append([]doc.Block(nil), blocks...)})
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *doc.Section:
			// Pages of their own, even when the paper lies as before.
			add(b.Landscape, &doc.PageBreak{})
			add(b.Landscape, b.Blocks...)
			add(b.Landscape, &doc.PageBreak{})
		case *doc.Cover:
			add(false, b)
		default:
			add(d.Meta.Landscape, b)
		}
	}
	return parts
}

// section sets one part of the document on pages of its own.
func (c *composer) section(s section) error {
	c.wide = s.wide
	c.width = style.TextWidth
	if s.wide {
		c.width = style.LandscapeTextWidth
	}
	boxes, err := c.boxes(s.blocks)
	if err != nil {
		return err
	}
	c.page = nil
	c.flow(boxes)
	return nil
}

// flow places boxes one below the other.
func (c *composer) flow(boxes []box) {
	fresh := false // the next box starts a page
	above := box{}
	for i := range boxes {
		b := &boxes[i]
		if b.newPage {
			fresh = true
		}
		if b.place == nil {
			continue
		}
		if c.page == nil || fresh && !c.atTop() {
			c.newPage()
		}
		fresh = false
		if !c.atTop() {
			c.advance(above, boxes[i:])
		}
		b.place()
		c.y += b.gap
		above = *b
	}
}

// between is the space between two boxes: the larger of what they ask for, as in Word and LibreOffice.
func between(above, below *box) float64 {
	if above.kin != "" && above.kin == below.kin {
		return 0
	}
	return math.Max(above.after, below.before)
}

// advance leaves the space before the next box, or starts a page when the box and what keeps to it do not fit.
func (c *composer) advance(above box, rest []box) {
	space := between(&above, &rest[0])
	need := keptHeight(rest)
	if need > c.areaHeight() {
		// No page can hold all of it: only the box itself stays together.
		need = rest[0].lead
	}
	if c.y+space+need > c.bottom()+slack {
		c.newPage()
		return
	}
	c.y += space
}

// keptHeight is the height that the first box must find on a page, with all that keeps to it.
func keptHeight(boxes []box) float64 {
	height := 0.0
	above := &box{}
	for i := range boxes {
		b := &boxes[i]
		if i > 0 && b.newPage {
			return height
		}
		if b.place == nil {
			continue
		}
		if i > 0 {
			height += between(above, b)
		}
		if !b.keep {
			return height + b.lead
		}
		height += b.height + b.gap
		above = b
	}
	return height
}

// newPage starts a page with the orientation of the section.
func (c *composer) newPage() {
	p := Page{Width: style.PageWidth, Height: style.PageHeight}
	if c.wide {
		p.Width, p.Height = p.Height, p.Width
	}
	c.result.Pages = append(c.result.Pages, p)
	c.plain = append(c.plain, false)
	c.page = &c.result.Pages[len(c.result.Pages)-1]
	c.y = style.MarginTop
}

func (c *composer) atTop() bool         { return c.y < style.MarginTop+slack }
func (c *composer) bottom() float64     { return c.page.Height - style.MarginBot }
func (c *composer) areaHeight() float64 { return c.bottom() - style.MarginTop }
func (c *composer) pageNumber() int     { return len(c.result.Pages) }

// element adds a node to the logical structure and gives its number.
func (c *composer) element(role string, parent int) int {
	c.result.Elements = append(c.result.Elements, Element{Role: role, Parent: parent, ColSpan: 1, RowSpan: 1})
	return len(c.result.Elements) - 1
}

// finish adds what can only be known when all pages are there.
func (c *composer) finish() {
	if len(c.result.Pages) == 0 {
		c.newPage()
	}
	c.fillTOC()
	for _, p := range c.pending {
		links := c.result.Pages[p.page].Links
		if at, ok := c.targets[p.target]; ok {
			links[p.link].Heading = at
		} else {
			links[p.link].Heading = -1
		}
	}
	c.furnish()
	c.result.Missing = distinct(c.missing)
}

// distinct drops what was told before, such as a rune of the header, which is set on every page.
func distinct(all []Missing) []Missing {
	seen := map[Missing]bool{}
	return slices.DeleteFunc(all, func(m Missing) bool {
		told := seen[m]
		seen[m] = true
		return told
	})
}
