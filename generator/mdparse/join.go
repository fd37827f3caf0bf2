package mdparse

import "qmsdraft/generator/doc"

// joint says with which neighbour a cell is one.
type joint struct {
	up, left bool
	at       int // offset of the cell, for messages
}

// join makes spans of the cells ^^ and <<. A cell belongs to the cell that its neighbour belongs to, and the cells that
// belong together must fill a rectangle.
func (r *run) join(t *doc.Table, joints [][]joint) {
	columns := len(t.Columns)
	owner := make([]int, len(t.Rows)*columns)
	bottom, right, size := make([]int, len(owner)), make([]int, len(owner)), make([]int, len(owner))
	for i := range owner {
		row, col := i/columns, i%columns
		switch j := joints[row][col]; {
		case j.up && row == 0:
			r.fault(j.at, "table", `要原样打印，写 \^\^`, "^^ 上面没有单元格")
			return
		case j.left && col == 0:
			r.fault(j.at, "table", `要原样打印，写 \<\<`, "<< 左边没有单元格")
			return
		case j.up:
			owner[i] = owner[i-columns]
		case j.left:
			owner[i] = owner[i-1]
		default:
			owner[i] = i
		}
		o := owner[i]
		bottom[o], right[o], size[o] = max(bottom[o], row), max(right[o], col), size[o]+1
	}
	for i, o := range owner {
		if i != o {
			t.Rows[i/columns].Cells[i%columns] = doc.Cell{ColSpan: 1, RowSpan: 1, Covered: true}
			continue
		}
		cell := &t.Rows[i/columns].Cells[i%columns]
		cell.RowSpan, cell.ColSpan = bottom[i]-i/columns+1, right[i]-i%columns+1
		if cell.RowSpan*cell.ColSpan != size[i] {
			r.fault(joints[i/columns][i%columns].at, "table", "^^ 和 << 合并的单元格必须排成矩形", "这个单元格合并出来的形状不是矩形")
		}
	}
}
