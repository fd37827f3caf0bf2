package docx

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
)

// TestWordCountsHeadingsAsTheTree counts the headings as Word does, from styles.xml and numbering.xml, and compares with the
// numbers of the tree, which contents and references print.
func TestWordCountsHeadingsAsTheTree(t *testing.T) {
	all := doc.Samples()
	all = append(all, doc.Sample{Name: "manual", Document: manual()})
	for _, s := range all {
		var want []string
		doc.Walk(s.Document.Blocks, func(b doc.Block) bool {
			if h, ok := b.(*doc.Heading); ok && h.Number != "" {
				want = append(want, h.Number+doc.CaptionGap)
			}
			return true
		})
		if got := counted(t, written(t, s.Document, Options{})); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: got %q, want %q", s.Name, got, want)
		}
	}
}

// numbered is a style with a numbering.
type numberedStyle struct{ num, level int }

// counted gives the numbers that Word shows before headings (ECMA-376 part 1, 17.9).
func counted(t *testing.T, p *opc.Package) []string {
	t.Helper()
	linked := map[string]numberedStyle{}
	for _, m := range regexp.MustCompile(`(?s)<w:style [^>]*w:styleId="((?:Appendix)?Heading\d?)".*?<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"/>`).FindAllStringSubmatch(part(t, p, "word/styles.xml"), -1) {
		level, _ := strconv.Atoi(m[2])
		num, _ := strconv.Atoi(m[3])
		linked[m[1]] = numberedStyle{num, level}
	}
	type levelOf struct{ format, text string }
	levels, start := map[numberedStyle]levelOf{}, map[numberedStyle]int{}
	for _, m := range abstractNum.FindAllStringSubmatch(part(t, p, numberingPart), -1) {
		num, _ := strconv.Atoi(m[1]) // in the house reference a numbering has the number of its definition
		for i, l := range lvl.FindAllString(m[0], -1) {
			at := numberedStyle{num, i}
			levels[at] = levelOf{value(formatValue.FindString(l)), value(textValue.FindString(l))}
			start[at], _ = strconv.Atoi(value(startValue.FindString(l)))
		}
	}
	counts := map[numberedStyle]int{}
	var shown []string
	for _, m := range regexp.MustCompile(`<w:p><w:pPr><w:pStyle w:val="((?:Appendix)?Heading\d?)"/>(.*?)</w:pPr>`).FindAllStringSubmatch(part(t, p, mainPart), -1) {
		at, ok := linked[m[1]]
		if !ok {
			t.Fatalf("style %s has no numbering", m[1])
		}
		if strings.Contains(m[2], `<w:numId w:val="0"/>`) {
			continue
		}
		if _, seen := counts[at]; !seen {
			counts[at] = start[at] - 1
		}
		counts[at]++
		for below := at.level + 1; below < 9; below++ {
			delete(counts, numberedStyle{at.num, below})
		}
		text := levels[at].text
		for i := 0; i <= at.level; i++ {
			place := numberedStyle{at.num, i}
			text = strings.ReplaceAll(text, fmt.Sprintf("%%%d", i+1), spelled(levels[place].format, counts[place]))
		}
		shown = append(shown, text)
	}
	return shown
}

func value(element string) string {
	return regexp.MustCompile(`w:val="([^"]*)"`).FindStringSubmatch(element)[1]
}

func spelled(format string, n int) string {
	switch format {
	case "upperLetter":
		return string(rune('A' + n - 1))
	case "chineseCountingThousand":
		return []string{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}[n]
	}
	return strconv.Itoa(n)
}

// TestSections holds which paper every page lies on, and that no empty section is left.
func TestSections(t *testing.T) {
	cover := &doc.Cover{Title: words("封面")}
	wide := func(blocks ...doc.Block) *doc.Section { return &doc.Section{Landscape: true, Blocks: blocks} }
	table := &doc.Table{Columns: make([]doc.Column, 1), Rows: []doc.Row{line("格")}}
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		want   string
	}{
		{"nothing", nil, "portrait"},
		{"text", []doc.Block{say("文")}, "portrait"},
		{"cover", []doc.Block{cover, say("文")}, "cover portrait"},
		{"cover only", []doc.Block{cover}, "cover"},
		{"wide at the end", []doc.Block{say("文"), wide(say("横"))}, "portrait landscape"},
		{"wide at the start", []doc.Block{wide(say("横")), say("文")}, "landscape portrait"},
		{"wide after a cover", []doc.Block{cover, wide(say("横"))}, "cover landscape"},
		{"two wide", []doc.Block{wide(say("横")), wide(say("横"))}, "landscape landscape"},
		{"empty wide", []doc.Block{say("文"), wide(), say("文")}, "portrait portrait"},
		{"ends in a table", []doc.Block{say("文"), table, wide(table)}, "portrait landscape"},
		{"ends in contents", []doc.Block{&doc.TOC{}, wide(say("横"))}, "portrait landscape"},
		{"page breaks around", []doc.Block{say("文"), &doc.PageBreak{}, wide(&doc.PageBreak{}, say("横")), &doc.PageBreak{}, say("文")}, "portrait landscape portrait"},
	} {
		content := part(t, written(t, &doc.Document{Blocks: c.blocks}, Options{}), mainPart)
		var got []string
		for _, s := range regexp.MustCompile(`(?s)<w:sectPr>.*?</w:sectPr>`).FindAllString(content, -1) {
			switch {
			case !strings.Contains(s, "headerReference"):
				got = append(got, "cover")
			case strings.Contains(s, "landscape"):
				got = append(got, "landscape")
			default:
				got = append(got, "portrait")
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if c.name == "page breaks around" && strings.Contains(content, "pageBreakBefore") {
			t.Error("a break beside a section would give an empty page")
		}
	}
}

// TestOrderedListsCountAnew: every ordered list has its own w:num with its first number.
func TestOrderedListsCountAnew(t *testing.T) {
	list := func(start int, inner ...doc.Block) *doc.List {
		return &doc.List{Ordered: true, Start: start, Items: []doc.Item{{Blocks: append([]doc.Block{say("项")}, inner...)}}}
	}
	d := &doc.Document{Blocks: []doc.Block{list(1, list(3)), list(1), list(7)}}
	numbers := part(t, written(t, d, Options{}), numberingPart)
	var got []string
	for _, m := range regexp.MustCompile(`<w:num w:numId="(\d+)"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="(\d)"><w:startOverride w:val="(\d)"/>`).FindAllStringSubmatch(numbers, -1) {
		got = append(got, strings.Join(m[1:], "/"))
	}
	if want := "5/0/1 6/1/3 7/0/1 8/0/7"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestContentControlsHaveShortUniqueAnchors(t *testing.T) {
	long := strings.Repeat("processes[P1].steps.", 10)
	d := &doc.Document{Blocks: []doc.Block{par(doc.Fill{Label: strings.Repeat("很长的标签", 30), Path: long + "a"}, doc.Fill{Label: "乙", Path: long + "b"},
		doc.Fill{Label: "丙", Path: "enterprise.phone"}, doc.Fill{Label: "丙", Path: "enterprise.phone", Value: "022"}, doc.Fill{Label: "无路径"})}}
	content := part(t, written(t, d, Options{}), mainPart)
	tags := regexp.MustCompile(`<w:alias w:val="([^"]*)"/><w:tag w:val="([^"]*)"/>`).FindAllStringSubmatch(content, -1)
	if len(tags) != 4 {
		t.Fatalf("got %d controls, want 4", len(tags))
	}
	for _, m := range tags {
		if len([]rune(m[1])) > longest || len([]rune(m[2])) > longest {
			t.Errorf("alias or tag too long: %v", m)
		}
	}
	if tags[0][2] == tags[1][2] {
		t.Error("two paths share a tag")
	}
	if tags[2][2] != "enterprise.phone" || strings.Count(content, "<w:showingPlcHdr/>") != 3 {
		t.Errorf("tags %v", tags)
	}
	if n := strings.Count(content, `w:name="_f_`); n != 4 {
		t.Errorf("got %d bookmarks, want 4", n)
	}
	if !strings.Contains(content, "【待填写：无路径】") {
		t.Error("a fill-in without a path is lost")
	}
}

// TestGridsAddUp: the columns of every table add up to its width, and the cells of a row to the columns.
func TestGridsAddUp(t *testing.T) {
	for _, s := range append(doc.Samples(), doc.Sample{Name: "manual", Document: manual()}) {
		content := part(t, written(t, s.Document, Options{}), mainPart)
		for _, table := range regexp.MustCompile(`(?s)<w:tbl>.*?</w:tbl>`).FindAllString(content, -1) {
			var x struct {
				Width width   `xml:"tblPr>tblW"`
				Cols  []width `xml:"tblGrid>gridCol"`
				Rows  []struct {
					Cells []width `xml:"tc>tcPr>tcW"`
				} `xml:"tr"`
			}
			if err := xml.Unmarshal([]byte(table), &x); err != nil {
				t.Fatal(err)
			}
			if got := total(x.Cols); got != x.Width.W {
				t.Errorf("%s: columns add up to %d, table is %d", s.Name, got, x.Width.W)
			}
			for i, r := range x.Rows {
				if got := total(r.Cells); got != x.Width.W {
					t.Errorf("%s: cells of row %d add up to %d, table is %d", s.Name, i+1, got, x.Width.W)
				}
			}
		}
	}
}

type width struct {
	W int `xml:"w,attr"`
}

func total(ws []width) int {
	n := 0
	for _, w := range ws {
		n += w.W
	}
	return n
}
