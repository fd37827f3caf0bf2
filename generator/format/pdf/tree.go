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
	inner    [][]kid   // by element: its content in reading order, with the elements that stand inside of text
	blocks   [][]int   // by element: the other elements under it
	owners   [][]int   // by page and MCID: the element
	areas    []area    // of links
	heights  []float64 // of the pages
}

// kid is a piece of marked content or, with an element, that element.
type kid struct{ element, page, id int }

// area is a link on a page; links outside of the text, such as in repeated heads, have element 0.
type area struct{ page, element int }

func newTree(r *layout.Result) *tree {
	t := &tree{elements: r.Elements, inner: make([][]kid, len(r.Elements)), blocks: make([][]int, len(r.Elements)), owners: make([][]int, len(r.Pages))}
	for _, p := range r.Pages {
		t.heights = append(t.heights, p.Height)
	}
	for i, e := range r.Elements {
		if e.Parent > 0 && !e.Inline {
			t.blocks[e.Parent] = append(t.blocks[e.Parent], i)
		}
	}
	return t
}

// mark makes the next piece of content of a page one of an element and gives its number on the page.
func (t *tree) mark(element, page int) int {
	id := len(t.owners[page])
	t.owners[page] = append(t.owners[page], element)
	if e := t.elements[element]; e.Inline && len(t.inner[element]) == 0 {
		t.inner[e.Parent] = append(t.inner[e.Parent], kid{element: element})
	}
	t.inner[element] = append(t.inner[element], kid{page: page, id: id})
	return id
}

// link notes the next link of the file.
func (t *tree) link(element, page int) { t.areas = append(t.areas, area{page, element}) }

// objects writes the tree, numbered from first on: the root, the elements from 1 on, the parent tree. pages are the numbers
// of the page objects, links is that of the first link.
func (t *tree) objects(first int, pages []int, links int) [][]byte {
	parents := first + len(t.elements)
	all := make([][]byte, 0, len(t.elements)+1)
	all = append(all, fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", first+1, parents, len(pages)+len(t.areas)))
	areas := make([][]int, len(t.elements))
	for i, a := range t.areas {
		areas[a.element] = append(areas[a.element], i)
	}
	// The elements share memory that grows in large steps.
	var room []byte
	for i := 1; i < len(t.elements); i++ {
		start := len(room)
		room = t.element(room, i, first, pages, links, areas[i])
		all = append(all, room[start:len(room):len(room)])
	}
	return append(all, t.parentTree(first))
}

// parentTree leads from pieces of content and links back to their elements (ISO 32000-1, 14.7.4.4).
func (t *tree) parentTree(first int) []byte {
	b := []byte("<</Nums[")
	for page, owners := range t.owners {
		b = append(strconv.AppendInt(b, int64(page), 10), '[')
		for _, e := range owners {
			b = reference(b, first+e)
		}
		b = append(b, ']')
	}
	for i, a := range t.areas {
		if a.element > 0 {
			b = append(strconv.AppendInt(b, int64(len(t.owners)+i), 10), ' ')
			b = reference(b, first+a.element)
		}
	}
	return append(b, "]>>"...)
}

func (t *tree) element(b []byte, i, first int, pages []int, links int, areas []int) []byte {
	e := &t.elements[i]
	b = append(b, "<</Type/StructElem/S/"...)
	b = append(b, t.role(i, areas)...)
	b = append(b, "/P "...)
	b = reference(b, first+e.Parent)
	if e.ColSpan > 1 || e.RowSpan > 1 {
		b = fmt.Appendf(b, "/A<</O/Table/ColSpan %d/RowSpan %d>>", e.ColSpan, e.RowSpan)
	}
	if e.Role == "Figure" {
		b = t.picture(b, e)
	}
	b = append(b, "/K["...)
	for _, k := range t.inner[i] {
		if k.element > 0 {
			b = reference(b, first+k.element)
			continue
		}
		b = append(b, "<</Type/MCR/Pg "...)
		b = reference(b, pages[k.page])
		b = append(b, "/MCID "...)
		b = strconv.AppendInt(b, int64(k.id), 10)
		b = append(b, ">>"...)
	}
	for _, a := range areas {
		b = append(b, "<</Type/OBJR/Pg "...)
		b = reference(b, pages[t.areas[a].page])
		b = append(b, "/Obj "...)
		b = reference(b, links+a)
		b = append(b, ">>"...)
	}
	for _, k := range t.blocks[i] {
		b = reference(b, first+k)
	}
	return append(b, "]>>"...)
}

// role is the kind of an element. A link whose target is not in the document leads nowhere and is mere text.
func (t *tree) role(i int, areas []int) string {
	if role := t.elements[i].Role; role != "Link" || len(areas) > 0 {
		return role
	}
	return "Span"
}

// picture writes what a figure needs beside its content: the alternative text and the place (ISO 32000-1, 14.8.5.4.3; for
// PDF/UA both are compulsory).
func (t *tree) picture(b []byte, e *layout.Element) []byte {
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
