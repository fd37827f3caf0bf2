package mdparse

import (
	"github.com/yuin/goldmark/ast"

	"qmsdraft/generator/doc"
)

func (r *run) list(n *ast.List) doc.Block {
	list := &doc.List{Ordered: n.IsOrdered()}
	if list.Ordered {
		list.Start = n.Start
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		list.Items = append(list.Items, doc.Item{Blocks: r.onlyText(item, "列表项")})
	}
	return list
}

// onlyText gives the blocks inside a node and faults all but paragraphs and lists.
func (r *run) onlyText(parent ast.Node, where string) []doc.Block {
	var all []doc.Block
	for _, b := range r.blocks(parent) {
		switch b.(type) {
		case *doc.Paragraph, *doc.List:
			all = append(all, b)
		default:
			r.fault(r.places[b], "place", "移到外面", "%s里只能放段落和列表", where)
		}
	}
	return all
}
