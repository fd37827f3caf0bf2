package figure

import (
	"math"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// An organisation: a tree from above.
const (
	postGap    = 8.0  // between two posts side by side
	postNarrow = 44.0 // a box is not narrower, as long as there is another way
	postWide   = 110.0
	postLow    = 28.0
	levelGap   = 22.0
	mostLines  = 5 // of a post
)

// post is a node of the tree with the place of its box.
type post struct {
	placed
	depth    int
	children []*post
}

func posts(nodes []doc.FigureNode, parent string, depth int) []*post {
	var all []*post
	for _, n := range nodes {
		if n.Parent != parent {
			continue
		}
		t := &post{placed: placed{FigureNode: n}, depth: depth}
		if n.ID != "" {
			t.children = posts(nodes, n.ID, depth+1)
		}
		all = append(all, t)
	}
	return all
}

func walkPosts(all []*post, visit func(*post)) {
	for _, t := range all {
		visit(t)
		walkPosts(t.children, visit)
	}
}

// tree draws the posts of a level side by side. When there are too many for that, the posts below the first branching hang
// under their head in a column.
func (p *painter) tree() bool {
	all := posts(p.figure.Nodes, "", 0)
	bottom, ok := p.spread(all)
	if !ok {
		bottom, ok = p.columnsOfPosts(posts(p.figure.Nodes, "", 0))
	}
	if !ok {
		return false
	}
	y := p.legend(p.figure.Nodes, bottom)
	p.pic.Height = p.linkNotes(y) + lineRoom
	return true
}

func (p *painter) text(t *post, width float64) {
	t.w = width
	t.block = p.nodeBlock(t.FigureNode, width-2*style.FigurePadX, true)
	t.h = math.Max(postLow, t.block.height+2*style.FigurePadY)
}

// reads tells whether the text of a post is not torn.
func (t *post) reads() bool { return !t.block.forced && len(t.block.lines) <= mostLines }

// spread gives every post without others below it a column of its own; a post stands over the middle of those below it.
func (p *painter) spread(all []*post) (bottom float64, ok bool) {
	leaves := 0
	walkPosts(all, func(t *post) {
		if len(t.children) == 0 {
			leaves++
		}
	})
	room := p.room.Width - 2*lineRoom
	column := math.Min(postWide, (room+postGap)/float64(leaves)-postGap)
	if column < postNarrow {
		return 0, false
	}
	ok = true
	var heights []float64
	walkPosts(all, func(t *post) {
		width := column
		if n := float64(t.leaves()); len(t.children) > 0 {
			width = math.Max(column, math.Min(postWide, n*(column+postGap)-postGap))
		}
		p.text(t, width)
		ok = ok && t.reads()
		for len(heights) <= t.depth {
			heights = append(heights, 0)
		}
		heights[t.depth] = math.Max(heights[t.depth], t.h)
	})
	if !ok {
		return 0, false
	}
	tops := make([]float64, len(heights)+1)
	tops[0] = lineRoom
	for i, h := range heights {
		tops[i+1] = tops[i] + h + levelGap
	}
	x := lineRoom + (room-float64(leaves)*(column+postGap)+postGap)/2
	for _, t := range all {
		x = t.stand(x, column, tops, heights)
	}
	walkPosts(all, func(t *post) {
		p.underOne(t.placed, t.children)
		p.drawPost(t)
	})
	return tops[len(heights)] - levelGap, true
}

func (t *post) leaves() int {
	n := 0
	for _, c := range t.children {
		n += c.leaves()
	}
	return max(1, n)
}

// stand puts a subtree at x and gives the place of the next one.
func (t *post) stand(x, column float64, tops, heights []float64) float64 {
	t.y, t.h = tops[t.depth], heights[t.depth]
	if len(t.children) == 0 {
		t.x = x
		return x + column + postGap
	}
	next := x
	for _, c := range t.children {
		next = c.stand(next, column, tops, heights)
	}
	middle := (t.children[0].centre() + t.children[len(t.children)-1].centre()) / 2
	t.x = math.Max(x, math.Min(next-postGap-t.w, middle-t.w/2))
	return next
}

// underOne draws the lines from a post to those below it.
func (p *painter) underOne(above placed, below []*post) {
	if len(below) == 0 {
		return
	}
	bus := above.bottom() + levelGap/2
	p.connect(false, Point{above.centre(), above.bottom()}, Point{above.centre(), bus})
	p.bus(bus, above.centre(), below)
}

// bus draws a line across from x and over posts, with a drop to each.
func (p *painter) bus(y, x float64, below []*post) {
	from, to := x, x
	for _, t := range below {
		from, to = math.Min(from, t.centre()), math.Max(to, t.centre())
		if t.y > y {
			p.connect(false, Point{t.centre(), y}, Point{t.centre(), t.y})
		}
	}
	if to > from {
		p.connect(false, Point{from, y}, Point{to, y})
	}
}

func (p *painter) drawPost(t *post) {
	b := nodeBox(t.FigureNode, t.block, Rectangle, t.x, t.y, t.w, t.h)
	if t.depth == 0 && b.Fill == style.FigureFill {
		b.Fill, b.Stroke = style.FigureTopFill, style.FigureTopOutline
	}
	p.pic.Boxes = append(p.pic.Boxes, b)
}
