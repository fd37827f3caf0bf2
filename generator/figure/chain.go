package figure

// chainRows is how the steps of a flow without branches stand.
func chainRows() rows {
	return rows{shape: Rounded, gap: 18, rowGap: 24, wide: 118, narrow: 70, low: 32, group: true}
}

// cornerRadius is that of rounded boxes.
const cornerRadius = 3.0

// chain draws steps one after the other from left to right, row by row; an arrow leads from the end of each row to the start
// of the next one.
func (p *painter) chain() bool {
	r := chainRows()
	all := p.arrange(p.figure.Nodes, r, 0, lineRoom, p.room.Width)
	for i, row := range all {
		for k := 1; k < len(row); k++ {
			p.connect(true, Point{row[k-1].x + row[k-1].w, row[k].middle()}, Point{row[k].x, row[k].middle()})
		}
		if i > 0 {
			last, first := all[i-1][len(all[i-1])-1], row[0]
			turn := last.bottom() + r.rowGap/2
			if last.centre() == first.centre() {
				p.connect(true, Point{last.centre(), last.bottom()}, Point{first.centre(), first.y})
				continue
			}
			p.connect(true, Point{last.centre(), last.bottom()}, Point{last.centre(), turn}, Point{first.centre(), turn}, Point{first.centre(), first.y})
		}
	}
	y := p.drawRows(all, r)
	p.pic.Height = p.legend(p.figure.Nodes, y) + lineRoom
	return true
}

// lineRoom is kept at the edges of a picture, so that half the thickness of an outline stays inside.
const lineRoom = 1.0
