package layout

import (
	"math"
	"strings"

	"qmsdraft/generator/style"
)

// Upright text in narrow cells: Han stand below each other, short numbers lie, longer Latin and brackets are turned.
const (
	verticalPitch = 12.0 // from column to column of text
	verticalStep  = 1.05 // from sign to sign, in ems
	lyingLatin    = 2    // as many Latin signs stand side by side
)

// upright is the text of a cell from top to bottom, cut into pieces.
type upright struct {
	pieces []piece
}

// piece is what stands at one height: a sign, or a Latin word.
type piece struct {
	chars  []char
	turned bool
	height float64
	width  float64 // across the column
}

func newUpright(chars []char) upright {
	var u upright
	for from := 0; from < len(chars); {
		to := from + 1
		if isNarrow(&chars[from]) {
			for to < len(chars) && isNarrow(&chars[to]) {
				to++
			}
		}
		if chars[from].font != nil {
			u.pieces = append(u.pieces, newPiece(chars[from:to]))
		}
		from = to
	}
	return u
}

func isNarrow(c *char) bool { return c.font != nil && c.r < 0x2000 && c.r != '·' && !c.isSpace() }

func newPiece(chars []char) piece {
	size, width := chars[0].look.size, 0.0
	for i := range chars {
		chars[i].gap = 0
		// Blank halves that were cut are needed again: the sign is alone at its height.
		if cut := chars[i].shift; cut > 0 {
			chars[i].width, chars[i].shift = chars[i].width+cut, 0
		}
		width += chars[i].width
	}
	p := piece{chars: chars, height: size * verticalStep, width: width}
	if isNarrow(&chars[0]) && len(chars) > lyingLatin || strings.ContainsRune("（）《》【】〔〕—～…：；", chars[0].r) {
		p.turned = true
		p.height, p.width = width, size
	}
	if chars[0].isSpace() {
		p.height = width
	}
	return p
}

// upright text takes as many columns as the width has room for, at the pitch of table heads.
func verticalColumns(width float64) int {
	return max(1, int((width-2*verticalMargin)/style.House().TableHead.Pitch))
}

// verticalMargin is kept at the sides of upright text; a narrow cell has no room for the usual one.
const verticalMargin = 1.4

// height is the least height of a cell, at least VerticalCellMin, in which the text fits into its width. It reckons one
// step for every sign, as a word processor that is told the height in advance has to.
func (u upright) height(width float64) float64 {
	signs, tallest := 0, 0.0
	for _, p := range u.pieces {
		signs += len(p.chars)
		tallest = math.Max(tallest, p.height)
	}
	columns := verticalColumns(width)
	text := math.Max(float64((signs+columns-1)/columns)*style.House().TableHead.Size*verticalStep, tallest)
	for len(u.columns(text)) > columns {
		text += verticalPitch
	}
	return math.Max(style.VerticalCellMin, text+2*style.CellPadY+1)
}

// columns divides the text into as few columns of at most the given height as possible, about equally long, so that no
// bracket is parted from what it holds.
func (u upright) columns(height float64) [][]piece {
	var all [][]piece
	for rest := u.pieces; ; {
		total := 0.0
		for _, p := range rest {
			total += p.height
		}
		if total <= height+slack || len(rest) < 2 {
			return append(all, rest)
		}
		end := columnEnd(rest, total/math.Ceil((total-slack)/height), height)
		all, rest = append(all, rest[:end]), rest[end:]
	}
}

// columnEnd is the place where a column is nearest to the wanted height without parting what must stay together; it is not
// higher than the most.
func columnEnd(pieces []piece, want, most float64) int {
	end, used, off := 0, 0.0, math.Inf(1)
	for i := 1; i < len(pieces); i++ {
		used += pieces[i-1].height
		if used > most+slack && i > 1 {
			break
		}
		if end == 0 || !forbidden(pieces[i-1].last(), pieces[i].first()) && math.Abs(used-want) < off {
			end, off = i, math.Abs(used-want)
		}
	}
	return end
}

func (p *piece) first() rune { return p.chars[0].r }
func (p *piece) last() rune  { return p.chars[len(p.chars)-1].r }

// draw puts the text into a box, columns from right to left, in the middle both ways.
func (u upright) draw(c *composer, x, y, width, height float64, element int) {
	columns := u.columns(height - 2*style.CellPadY)
	axis := x + width/2 + verticalPitch*float64(len(columns)-1)/2
	for _, column := range columns {
		used := 0.0
		for _, p := range column {
			used += p.height
		}
		top := y + (height-used)/2
		for _, p := range column {
			p.draw(c, axis, top, element)
			top += p.height
		}
		axis -= verticalPitch
	}
}

// draw puts a piece at a height, centred on the axis of its column.
func (p piece) draw(c *composer, axis, top float64, element int) {
	first := &p.chars[0]
	size := first.look.size
	if !p.turned {
		l := line{chars: p.chars, width: p.width}
		c.emit(&l, axis-p.width/2, top, p.height, element)
		return
	}
	for from := 0; from < len(p.chars); {
		to, width := sameRun(p.chars, from)
		run := Run{Font: p.chars[from].font, Size: size, Colour: first.look.colour, X: axis - size*(baseline-0.02), Y: top,
			Turned: true, Heavy: p.chars[from].heavy, Element: element}
		for i := from; i < to; i++ {
			run.Glyphs = append(run.Glyphs, Glyph{Rune: p.chars[i].r, ID: p.chars[i].id, Advance: p.chars[i].width})
		}
		c.page.Runs = append(c.page.Runs, run)
		top += width
		from = to
	}
}
