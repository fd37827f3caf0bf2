package doc

import "fmt"

// check finds what makes a grid unprintable.
func (t *Table) check(faults *Faults) {
	name := "表格"
	if len(t.Caption) > 0 {
		name = "表格「" + PlainText(t.Caption) + "」"
	}
	switch {
	case len(t.Columns) == 0 || len(t.Rows) == 0:
		faults.add(t, "", "%s没有行或列", name)
		return
	case t.Head < 0 || t.Head > len(t.Rows):
		faults.add(t, "", "%s有 %d 行，表头不能是 %d 行", name, len(t.Rows), t.Head)
		return
	}
	for i, row := range t.Rows {
		if len(row.Cells) != len(t.Columns) {
			faults.add(t, "补齐或去掉单元格", "%s第 %d 行有 %d 格，应为 %d 格", name, i+1, len(row.Cells), len(t.Columns))
			return
		}
	}
	t.checkSpans(name, faults)
}

// checkSpans finds spans that leave the grid, overlap or cross the end of the head, and covered cells that nothing covers.
func (t *Table) checkSpans(name string, faults *Faults) {
	owned := make([]bool, len(t.Rows)*len(t.Columns))
	for r, row := range t.Rows {
		for c, cell := range row.Cells {
			if cell.Covered {
				continue
			}
			if why := t.claim(owned, r, c); why != "" {
				faults.add(t, "合并的单元格必须是完整的矩形", "%s第 %d 行第 %d 列：%s", name, r+1, c+1, why)
				return
			}
		}
	}
	for i, ok := range owned {
		if !ok {
			faults.add(t, "合并的单元格必须是完整的矩形", "%s第 %d 行第 %d 列不属于任何合并的单元格",
				name, i/len(t.Columns)+1, i%len(t.Columns)+1)
			return
		}
	}
}

// claim marks the places of a span as owned; it gives the reason why that cannot be.
func (t *Table) claim(owned []bool, r, c int) string {
	cell := t.Rows[r].Cells[c]
	switch {
	case cell.ColSpan < 1 || cell.RowSpan < 1:
		return "跨度小于 1"
	case cell.RowSpan > len(t.Rows)-r || cell.ColSpan > len(t.Columns)-c:
		return fmt.Sprintf("合并 %d 行 %d 列超出表格", cell.RowSpan, cell.ColSpan)
	case r < t.Head && r+cell.RowSpan > t.Head:
		return "合并跨过了表头的末行"
	}
	for i := r; i < r+cell.RowSpan; i++ {
		for j := c; j < c+cell.ColSpan; j++ {
			at := i*len(t.Columns) + j
			if owned[at] || (t.Rows[i].Cells[j].Covered == (i == r && j == c)) {
				return "合并的单元格互相重叠"
			}
			owned[at] = true
		}
	}
	return ""
}

// check finds figures that cannot be drawn from their data.
func (f *Figure) check(faults *Faults) {
	name := "图"
	if f.Title != "" {
		name = "图「" + f.Title + "」"
	}
	switch f.Kind {
	case Trend:
		if f.Trend == nil || len(f.Trend.Points) == 0 {
			faults.add(f, "在 trend 下写 points", "%s没有数据", name)
		}
		return
	case Flow, Organisation, ProcessMap:
	default:
		faults.add(f, "可用：flow、organisation、process-map、trend", "%s的种类 %s 不存在", name, f.Kind)
		return
	}
	if len(f.Nodes) == 0 {
		faults.add(f, "在 nodes 下写内容", "%s没有内容", name)
	}
	f.checkNodes(name, faults)
}

// checkNodes finds doubled IDs, references to nodes that are not there, and circles of parents.
func (f *Figure) checkNodes(name string, faults *Faults) {
	parent := map[string]string{}
	for _, n := range f.Nodes {
		if _, twice := parent[n.ID]; twice && n.ID != "" {
			faults.add(f, "换一个标识", "%s的节点标识 %s 重复", name, n.ID)
			return
		}
		parent[n.ID] = n.Parent
	}
	missing := func(id string) bool {
		_, ok := parent[id]
		if !ok {
			faults.add(f, "检查标识的拼写", "%s引用的节点 %s 不存在", name, id)
		}
		return !ok
	}
	for _, l := range f.Links {
		if missing(l.From) || missing(l.To) {
			return
		}
	}
	for _, n := range f.Nodes {
		at := n.Parent
		for steps := 0; at != ""; steps++ {
			if missing(at) {
				return
			}
			if steps > len(f.Nodes) {
				faults.add(f, "检查 parent", "%s的上下级成了环：%s", name, n.ID)
				return
			}
			at = parent[at]
		}
	}
}

// checkPlaces finds blocks that stand where they may not: only paragraphs and lists inside notes and list items, no cover
// and no section inside a section.
func checkPlaces(blocks []Block, faults *Faults) {
	Walk(blocks, func(b Block) bool {
		switch b := b.(type) {
		case *Note:
			onlyText(b, "说明框", b.Blocks, faults)
		case *List:
			for _, item := range b.Items {
				onlyText(b, "列表项", item.Blocks, faults)
			}
		case *Section:
			for _, inner := range b.Blocks {
				switch inner.(type) {
				case *Section, *Cover:
					faults.add(inner, "移到外面", "横向或纵向页面里不能再放封面或改变页面方向")
				}
			}
		}
		return true
	})
}

func onlyText(holder Block, name string, blocks []Block, faults *Faults) {
	for _, b := range blocks {
		switch b.(type) {
		case *Paragraph, *List:
		default:
			faults.add(holder, "移到外面", "%s里只能放段落和列表", name)
			return
		}
	}
}
