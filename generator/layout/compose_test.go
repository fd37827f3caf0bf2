package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/font"
	"qmsdraft/generator/style"
)

func compose(t *testing.T, blocks ...doc.Block) *Result {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{Title: "采购控制程序", Company: "示例公司", Number: "SL/QP-01", Version: "A/0", FirstNumber: 1}, Blocks: blocks}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	r, err := Compose(d, font.Default())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func text(s string) []doc.Inline { return []doc.Inline{doc.Text(s)} }

func para(lines int) *doc.Paragraph {
	return &doc.Paragraph{Text: text(strings.Repeat("质量管理体系文件由本公司按实际编写。", 2*lines)[:3*(35*lines-6)])}
}

func heading(level int, s string) *doc.Heading { return &doc.Heading{Level: level, Text: text(s)} }

func table(head, rows int, cell string) *doc.Table {
	t := &doc.Table{Columns: make([]doc.Column, 2), Head: head}
	for r := range rows {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.NewCell(text(fmt.Sprintf("行%d", r))...), doc.NewCell(text(cell)...)}})
	}
	return t
}

// bodyText is the text of a page, or of all, without furniture, contents, blanks and markers of lists.
func bodyText(r *Result, pages ...Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, run := range p.Runs {
			if e := r.Elements[run.Element]; run.Element == 0 || e.Role == "Lbl" && r.Elements[e.Parent].Role == "LI" || r.Elements[e.Parent].Role == "TOCI" || r.Elements[e.Parent].Role == "TOC" {
				continue
			}
			for _, g := range run.Glyphs {
				if g.Rune != ' ' && g.Rune != '　' {
					b.WriteRune(g.Rune)
				}
			}
		}
	}
	return b.String()
}

// wanted is the text that a document must show in this order, without blanks.
func wanted(blocks []doc.Block) string {
	var b strings.Builder
	add := func(text []doc.Inline) {
		b.WriteString(strings.NewReplacer(" ", "", "　", "", "\n", "", "\t", "").Replace(doc.PlainText(text)))
	}
	addTable := func(t *doc.Table) {
		if t.Label() != "" {
			add(text(t.Label()))
			add(t.Caption)
		}
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				add(cell.Text)
			}
		}
	}
	doc.Walk(blocks, func(x doc.Block) bool {
		switch x := x.(type) {
		case *doc.Cover:
			add(x.Company)
			add(x.Title)
			for _, l := range x.Lines {
				add(l)
			}
			if x.Fields != nil {
				addTable(x.Fields)
			}
			for _, l := range x.Notices {
				add(l)
			}
			return false
		case *doc.Heading:
			add(text(x.Number))
			add(x.Text)
		case *doc.Paragraph:
			add(x.Text)
		case *doc.Note:
			add(text(x.Kind.Label()))
		case *doc.Table:
			addTable(x)
		case *doc.SignOff:
			addTable(x.Table())
		case *doc.Figure:
			addPicture(add, x)
			if x.Label() != "" {
				add(text(x.Label() + x.Title))
			}
		}
		return true
	})
	return b.String()
}

// addPicture adds the texts of a figure: of its boxes, then the others.
func addPicture(add func([]doc.Inline), f *doc.Figure) {
	p, err := figure.Draw(f, figure.PageRoom(false), font.Default().FigureWidth)
	if err != nil {
		panic(err)
	}
	for _, b := range append(p.Panels, p.Boxes...) {
		for _, l := range b.Text {
			add(text(l.Text))
		}
	}
	for _, l := range p.Labels {
		add(text(l.Text))
	}
}

func TestSamplesAreSetWholeAndInOrder(t *testing.T) {
	for _, s := range doc.Samples() {
		r, err := Compose(s.Document, font.Default())
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
			continue
		}
		inArea(t, s.Name, r)
		got, want := bodyText(r, r.Pages...), wanted(s.Document.Blocks)
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", s.Name, got, want)
		}
		if len(r.Missing) > 0 {
			t.Errorf("%s: missing %v", s.Name, r.Missing)
		}
	}
}

// inArea holds that nothing of the text stands outside the text area.
func inArea(t *testing.T, name string, r *Result) {
	t.Helper()
	for i, p := range r.Pages {
		for _, run := range p.Runs {
			end := run.X
			if !run.Turned {
				for _, g := range run.Glyphs {
					end += g.Advance
				}
			}
			if run.X < style.MarginLeft-8 || end > p.Width-style.MarginRight+8 {
				t.Errorf("%s, page %d: run from %.1f to %.1f leaves the text area", name, i+1, run.X, end)
			}
			if run.Element > 0 && (run.Y < style.MarginTop || run.Y > p.Height-style.MarginBot+1) {
				t.Errorf("%s, page %d: run at %.1f leaves the text area", name, i+1, run.Y)
			}
		}
	}
}

func TestPageBreaks(t *testing.T) {
	const lines = 30 // of 22 pt on a page of 680.3 pt; 20.3 pt are left
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		pages  []string // the first signs of each page
	}{
		{"two lines stay together at the end", []doc.Block{para(lines - 1), &doc.Paragraph{Text: text("甲" + strings.Repeat("乙", 70))}}, []string{"质", "甲"}},
		{"two lines go to the next page", []doc.Block{para(lines - 4), &doc.Paragraph{Text: text(strings.Repeat("甲", 34) + strings.Repeat("乙", 36*4-34))}}, []string{"质", "乙"}},
		{"heading goes with its text", []doc.Block{para(lines - 2), heading(1, "丙"), para(3)}, []string{"质", "1"}},
		{"two headings go with the text", []doc.Block{para(lines - 5), heading(1, "丙"), heading(2, "丁"), para(3)}, []string{"质", "1"}},
		{"page break", []doc.Block{para(1), &doc.PageBreak{}, para(1)}, []string{"质", "质"}},
		{"no empty page", []doc.Block{&doc.PageBreak{}, para(1), &doc.PageBreak{}, &doc.PageBreak{}, para(1), &doc.PageBreak{}}, []string{"质", "质"}},
		{"short table stays on one page", []doc.Block{para(lines - 4), table(1, 8, "戊")}, []string{"质", "行"}},
		{"caption goes with its table", []doc.Block{para(lines - 1), captioned(table(1, 3, "戊"))}, []string{"质", "表"}},
		{"head row is repeated", []doc.Block{table(1, 60, "己")}, []string{"行0己行1己", "行34己"}},
		{"landscape", []doc.Block{para(1), &doc.Section{Landscape: true, Blocks: []doc.Block{para(1)}}, para(1)}, []string{"质", "质", "质"}},
	} {
		r := compose(t, c.blocks...)
		if len(r.Pages) != len(c.pages) {
			t.Errorf("%s: %d pages, want %d", c.name, len(r.Pages), len(c.pages))
			continue
		}
		for i, want := range c.pages {
			if got := bodyText(r, r.Pages[i]); !strings.HasPrefix(got, want) {
				t.Errorf("%s: page %d starts with %.30s, want %s", c.name, i+1, got, want)
			}
		}
	}
}

func captioned(t *doc.Table) *doc.Table {
	t.Caption = text("清单")
	return t
}

func TestSpaceAboveIsDroppedAtTheTopOfAPage(t *testing.T) {
	r := compose(t, heading(1, "甲"), &doc.PageBreak{}, heading(1, "乙"))
	if a, b := r.Headings[0].Y, r.Headings[1].Y; a != style.MarginTop || b != a {
		t.Errorf("headings stand at %.1f and %.1f", a, b)
	}
}

func TestPageOfCountsTheCover(t *testing.T) {
	h := heading(1, "甲")
	r := compose(t, &doc.Cover{Company: text("公司"), Title: text("手册")}, &doc.TOC{}, h, para(1))
	if got := r.PageOf(h); got != 3 {
		t.Errorf("heading is on page %d, want 3", got)
	}
	if got := r.PageOf(heading(1, "别处")); got != 0 {
		t.Errorf("a strange heading is on page %d", got)
	}
	toc := ""
	for _, run := range r.Pages[1].Runs {
		if e := r.Elements[run.Element]; r.Elements[e.Parent].Role == "TOCI" {
			for _, g := range run.Glyphs {
				toc += string(g.Rune)
			}
		}
	}
	if toc != "1　甲3" {
		t.Errorf("contents read %s", toc)
	}
	if l := r.Pages[1].Links; len(l) != 1 || l[0].Heading != 0 {
		t.Errorf("links of the contents: %+v", l)
	}
	if n := len(r.Pages[0].Runs); n != 2 {
		t.Errorf("the cover has %d runs: header or footer was drawn", n)
	}
}

func TestMissingRuneIsTold(t *testing.T) {
	r := compose(t, heading(1, "职责"), &doc.Paragraph{Text: text("由\ue000部负责。")})
	if len(r.Missing) != 1 || r.Missing[0] != (Missing{'\ue000', "1　职责", "由\ue000部负责。"}) {
		t.Errorf("missing: %+v", r.Missing)
	}
}

func TestTallRowIsSplitAndNothingLost(t *testing.T) {
	r := compose(t, table(1, 3, strings.Repeat("质量管理体系文件由本公司按实际编写。", 200)))
	if len(r.Pages) < 3 {
		t.Errorf("only %d pages", len(r.Pages))
	}
	inArea(t, "tall row", r)
	if n := strings.Count(bodyText(r, r.Pages...), "质量管理体系文件由本公司按实际编写。"); n != 600 {
		t.Errorf("%d of 600 sentences", n)
	}
}

// Random documents: nothing lost, nothing out of the text area, text in order.
func TestRandomDocumentsAreSetWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 25 {
		g := generator{random}
		blocks := []doc.Block{heading(1, "开始")}
		for range 25 {
			blocks = append(blocks, g.block())
		}
		r := compose(t, blocks...)
		name := fmt.Sprintf("document %d", n)
		inArea(t, name, r)
		if len(wanted(blocks)) != len(bodyText(r, r.Pages...)) {
			t.Errorf("%s: %d bytes of text, want %d", name, len(bodyText(r, r.Pages...)), len(wanted(blocks)))
		}
	}
}

type generator struct{ *rand.Rand }

func (g generator) text(most int) []doc.Inline {
	signs := []rune("质量管理体系文件由本公司按实际编写，。；（）《》“”ABCxyz 0189/-mm±")
	var b strings.Builder
	for range g.IntN(most + 1) {
		b.WriteRune(signs[g.IntN(len(signs))])
	}
	out := []doc.Inline{doc.Text(b.String())}
	switch g.IntN(6) {
	case 0:
		out = append(out, doc.Strong{Text: text("重要")}, doc.Break{}, doc.Fill{Label: "电话"})
	case 1:
		out = append(out, doc.Code("QR-01_x"), doc.Emphasis{Text: text("强调")}, doc.Checkbox{Checked: true})
	}
	return out
}

func (g generator) block() doc.Block {
	switch g.IntN(9) {
	case 0:
		return heading(1+g.IntN(2), "标题")
	case 1:
		return &doc.List{Ordered: g.IntN(2) == 0, Start: 1, Items: []doc.Item{{Blocks: []doc.Block{&doc.Paragraph{Text: g.text(90)}}}, {Blocks: []doc.Block{&doc.Paragraph{Text: g.text(40)}, &doc.List{Items: []doc.Item{{Blocks: []doc.Block{&doc.Paragraph{Text: g.text(60)}}}}}}}}}
	case 2:
		return &doc.Note{Kind: doc.Guide, Blocks: []doc.Block{&doc.Paragraph{Text: g.text(400)}}}
	case 3, 4, 5:
		return g.table()
	case 6:
		return &doc.Section{Landscape: g.IntN(2) == 0, Blocks: []doc.Block{g.table(), &doc.Paragraph{Text: g.text(200)}}}
	}
	return &doc.Paragraph{Text: g.text(500)}
}

// table makes a grid with random rectangles joined.
func (g generator) table() *doc.Table {
	columns, rows, head := 1+g.IntN(7), 1+g.IntN(25), g.IntN(3)
	t := &doc.Table{Columns: make([]doc.Column, columns), Head: min(head, rows), Form: g.IntN(4) == 0}
	for range rows {
		row := doc.Row{}
		for range columns {
			row.Cells = append(row.Cells, doc.NewCell(g.text([]int{5, 30, 300}[g.IntN(3)])...))
		}
		t.Rows = append(t.Rows, row)
	}
	for range g.IntN(6) {
		r, k := g.IntN(rows), g.IntN(columns)
		join(t, r, k, 1+g.IntN(min(12, rows-r)), 1+g.IntN(columns-k))
	}
	return t
}

func join(t *doc.Table, r, k, height, width int) {
	for i := r; i < r+height; i++ {
		for j := k; j < k+width; j++ {
			if c := t.Rows[i].Cells[j]; c.Covered || c.ColSpan > 1 || c.RowSpan > 1 || (i < t.Head) != (r < t.Head) {
				return
			}
		}
	}
	for i := r; i < r+height; i++ {
		for j := k; j < k+width; j++ {
			if i != r || j != k {
				t.Rows[i].Cells[j] = doc.Cell{Covered: true, ColSpan: 1, RowSpan: 1}
			}
		}
	}
	t.Rows[r].Cells[k].ColSpan, t.Rows[r].Cells[k].RowSpan = width, height
}

func TestColumnWidths(t *testing.T) {
	fonts := font.Default()
	for _, s := range doc.Samples() {
		doc.Walk(s.Document.Blocks, func(b doc.Block) bool {
			if tab, ok := b.(*doc.Table); ok {
				total := 0.0
				for _, w := range ColumnWidths(tab, style.TextWidth, style.House().TableText, fonts) {
					if w < 10 {
						t.Errorf("%s: a column is %.1f wide", s.Name, w)
					}
					total += w
				}
				if total < style.TextWidth-0.01 || total > style.TextWidth+0.01 {
					t.Errorf("%s: widths add up to %.2f", s.Name, total)
				}
			}
			return true
		})
	}
	weighted := table(0, 1, "x")
	weighted.Columns[0].Weight, weighted.Columns[1].Weight = 1, 3
	if w := ColumnWidths(weighted, 400, style.House().TableText, fonts); w[0] != 100 || w[1] != 300 {
		t.Errorf("weights 1 and 3 give %v", w)
	}
}

func TestShortColumnsAreCentred(t *testing.T) {
	tab := table(0, 3, "这一列的文字很长，不居中")
	if got := Alignments(tab, font.Default()); got[0] != doc.Center || got[1] != doc.Left {
		t.Errorf("alignments are %v", got)
	}
}

func TestUprightTextIsDividedEvenly(t *testing.T) {
	sh := &shaper{fonts: font.Default()}
	for text, want := range map[string]string{
		"总经理": "总经理", "采购部（含外协）": "采购部|（含外协）", "一二三四五六七八九十": "一二三四五|六七八九十", "质量部QA组": "质量部QA组",
	} {
		u := newUpright(sh.shape([]doc.Inline{doc.Text(text)}, attributes{face: style.Hei, size: 10}))
		var columns []string
		for _, column := range u.columns(80) {
			s := ""
			for _, p := range column {
				for _, c := range p.chars {
					s += string(c.r)
				}
			}
			columns = append(columns, s)
		}
		if got := strings.Join(columns, "|"); got != want {
			t.Errorf("%s is divided into %s", text, got)
		}
	}
}
