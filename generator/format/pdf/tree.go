package pdf

import (
	"fmt"
	"math"
	"strconv"

	"qmsdraft/generator/layout"
)

// tree is the structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8): the elements of the layout and the pieces of page
// content that belong to each.
type tree struct {
	elements []layout.Element
	kids     [][]int   // by element: the elements under it
	marks    [][]mark  // by element: its content
	owners   [][]int   // by page and MCID: the element
	heights  []float64 // of the pages
}

// mark is a piece of marked content.
type mark struct{ page, id int }

func newTree(r *layout.Result) *tree {
	t := &tree{elements: r.Elements, kids: make([][]int, len(r.Elements)), marks: make([][]mark, len(r.Elements)), owners: make([][]int, len(r.Pages))}
	for _, p := range r.Pages {
		t.heights = append(t.heights, p.Height)
	}
	for i, e := range r.Elements {
		if e.Parent > 0 {
			t.kids[e.Parent] = append(t.kids[e.Parent], i)
		}
	}
	return t
}

// mark makes the next piece of content of a page one of an element and gives its number on the page.
func (t *tree) mark(element, page int) int {
	id := len(t.owners[page])
	t.owners[page] = append(t.owners[page], element)
	t.marks[element] = append(t.marks[element], mark{page, id})
	return id
}

// size is how many objects the tree takes: root, parent tree and elements.
func (t *tree) size() int { return len(t.elements) + 1 }

// objects writes the tree, numbered from first on: the root, the elements from 1 on, the parent tree. pages are the numbers
// of the page objects.
func (t *tree) objects(first int, pages []int) [][]byte {
	parents := first + len(t.elements)
	all := make([][]byte, 0, t.size())
	all = append(all, fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", first+1, parents, len(pages)))
	for i := 1; i < len(t.elements); i++ {
		all = append(all, t.element(i, first, pages))
	}
	b := []byte("<</Nums[")
	for page, owners := range t.owners {
		b = fmt.Appendf(b, "%d[", page)
		for _, e := range owners {
			b = reference(b, first+e)
		}
		b = append(b, ']')
	}
	return append(all, append(b, "]>>"...))
}

func (t *tree) element(i, first int, pages []int) []byte {
	e := t.elements[i]
	b := append([]byte("<</Type/StructElem/S/"), e.Role...)
	b = append(b, "/P "...)
	b = reference(b, first+e.Parent)
	if e.ColSpan > 1 || e.RowSpan > 1 {
		b = fmt.Appendf(b, "/A<</O/Table/ColSpan %d/RowSpan %d>>", e.ColSpan, e.RowSpan)
	}
	if e.Role == "Figure" {
		b = t.picture(b, e)
	}
	b = append(b, "/K["...)
	for _, m := range t.marks[i] {
		b = append(b, "<</Type/MCR/Pg "...)
		b = reference(b, pages[m.page])
		b = append(b, "/MCID "...)
		b = strconv.AppendInt(b, int64(m.id), 10)
		b = append(b, ">>"...)
	}
	for _, k := range t.kids[i] {
		b = reference(b, first+k)
	}
	return append(b, "]>>"...)
}

// picture writes what a figure needs beside its content: the alternative text and the place (ISO 32000-1, 14.8.5.4.3; for
// PDF/UA both are compulsory).
func (t *tree) picture(b []byte, e layout.Element) []byte {
	if e.Alt != "" {
		b = append(b, "/Alt<"...)
		b = fmt.Appendf(b, "%X>", utf16Text(e.Alt))
	}
	if e.Page > 0 {
		a, height := e.Area, t.heights[e.Page-1]
		b = append(b, "/A<</O/Layout/Placement/Block/BBox["...)
		for _, v := range []float64{a.X, height - a.Y - a.Height, a.X + a.Width, height - a.Y} {
			b = append(strconv.AppendFloat(b, math.Round(v*100)/100, 'f', -1, 64), ' ')
		}
		b = append(b, "]>>"...)
	}
	return b
}

func reference(b []byte, object int) []byte {
	b = strconv.AppendInt(b, int64(object), 10)
	return append(b, " 0 R "...)
}
