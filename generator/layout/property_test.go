package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// linesOf counts the lines of every element by page; a line is a height at which it has text.
func linesOf(r *Result) []map[int]int {
	all := make([]map[int]int, len(r.Elements))
	last := make([]float64, len(r.Elements))
	for i, p := range r.Pages {
		for _, run := range p.Runs {
			e := run.Element
			for r.Elements[e].Inline {
				e = r.Elements[e].Parent
			}
			if all[e] == nil {
				all[e] = map[int]int{}
			}
			if all[e][i] == 0 || run.Y != last[e] {
				all[e][i]++
			}
			last[e] = run.Y
		}
	}
	return all
}

// Paragraphs of random length: two lines at least stand together at the end and the start of a page, and no heading ends
// a page.
func TestNoWidowsNoOrphansNoLonelyHeadings(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	parted := 0
	for n := range 40 {
		g := generator{random}
		blocks, level := []doc.Block{heading(1, "开始")}, 1
		for range 40 {
			if g.IntN(4) == 0 {
				level = 1 + g.IntN(min(level+1, 3))
				blocks = append(blocks, heading(level, strings.Repeat("标题", 1+g.IntN(25))))
			}
			blocks = append(blocks, &doc.Paragraph{Text: append(text("甲"), g.text(400)...)})
		}
		r := compose(t, blocks...)
		lines := linesOf(r)
		for e, byPage := range lines {
			if r.Elements[e].Role == "P" && len(byPage) > 1 {
				parted++
				for page, count := range byPage {
					if count < 2 {
						t.Errorf("document %d: one line of a paragraph alone on page %d", n, page+1)
					}
				}
			}
			if role := r.Elements[e].Role; strings.HasPrefix(role, "H") && len(byPage) > 1 {
				t.Errorf("document %d: a heading on two pages", n)
			}
		}
		for i, p := range r.Pages {
			lowest := Run{}
			for _, run := range p.Runs {
				if run.Element > 0 && run.Y > lowest.Y {
					lowest = run
				}
			}
			for e := lowest.Element; e > 0; e = r.Elements[e].Parent {
				if strings.HasPrefix(r.Elements[e].Role, "H") {
					t.Errorf("document %d: page %d ends with a heading", n, i+1)
				}
			}
		}
	}
	if parted < 100 {
		t.Errorf("only %d paragraphs went over a page end", parted)
	}
}

// A cell that is joined over more rows than a page holds, with more text than a page holds: all of it is there, in the
// area, and the frame is closed on each page.
func TestJoinedCellOverPageEnds(t *testing.T) {
	for _, sentences := range []int{1, 60, 400} {
		tab := table(1, 80, "己")
		tab.Rows[3].Cells[0].Text = text(strings.Repeat("质量管理体系文件由本公司按实际编写。", sentences))
		join(tab, 3, 0, 70, 1)
		r := compose(t, tab)
		name := fmt.Sprintf("%d sentences", sentences)
		inArea(t, name, r)
		if n := strings.Count(fullest(r), "质量管理体系文件由本公司按实际编写。"); n != sentences {
			t.Errorf("%s: %d are there", name, n)
		}
		for i, p := range r.Pages {
			frame := 0
			for _, rule := range p.Rules {
				if rule.Width == style.TableFrame && rule.Y1 > style.MarginTop-1 {
					frame++
				}
			}
			if frame != 4 {
				t.Errorf("%s, page %d: the frame has %d sides", name, i+1, frame)
			}
		}
	}
}

// fullest is the text of the element that has most of it.
func fullest(r *Result) string {
	texts := make([]strings.Builder, len(r.Elements))
	longest := 1
	for _, p := range r.Pages {
		for _, run := range p.Runs {
			for _, g := range run.Glyphs {
				texts[run.Element].WriteRune(g.Rune)
			}
			if run.Element > 0 && texts[run.Element].Len() > texts[longest].Len() {
				longest = run.Element
			}
		}
	}
	return texts[longest].String()
}

// No line ends with an opening mark or starts with a closing one, where the text leaves a choice; in tables and lists, too,
// since these are set by the same breaker.
func TestNoLineEndsWithAnOpeningMark(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	marks := []rune("，。、；：？！）」』】》（「『【《“”‘’〔〕·—…")
	for range 800 {
		var b strings.Builder
		for range 150 {
			if random.IntN(5) == 0 {
				b.WriteRune(marks[random.IntN(len(marks))])
			}
			b.WriteRune([]rune("质量管理体系文件")[random.IntN(8)])
		}
		lines := setLines(b.String(), 60+random.Float64()*300, true)
		for i, l := range lines[:len(lines)-1] {
			s := []rune(strings.TrimRight(shown(l), " "))
			if end := s[len(s)-1]; strings.ContainsRune("（「『【《“‘〔", end) {
				t.Errorf("line %d ends with %c: %s", i, end, string(s))
			}
			if start := []rune(shown(lines[i+1]))[0]; strings.ContainsRune("，。、；：？！）」』】》”’〕", start) {
				t.Errorf("line %d starts with %c: %s", i+1, start, shown(lines[i+1]))
			}
		}
	}
}
