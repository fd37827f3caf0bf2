package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/docx/internal/opc"
)

// trendDocument has two trends: one with a target and phases, one with neither.
func trendDocument(t testing.TB) *doc.Document {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{ID: "case", Title: "案例", Company: "示例公司", Created: time.Date(2023, 12, 1, 0, 0, 0, 0, time.UTC)}, Blocks: []doc.Block{
		&doc.Figure{Kind: doc.Trend, Title: "一次合格率 <&>", Alt: "升高", Trend: &doc.TrendData{Unit: "%", Target: 96, HasTarget: true, Points: []doc.TrendPoint{
			{Label: "2023-04", Phase: "改进前", Value: 93.1}, {Label: "2023-05", Phase: "改进前", Value: 92.75},
			{Label: "2023-08", Phase: "改进后", Value: 97.2}, {Label: "2023-09", Phase: "改进后", Value: 98}}}},
		par(doc.Link{URL: "https://example.com", Text: words("链接")}),
		&doc.Figure{Kind: doc.Trend, Title: "投诉次数", Alt: "不变", Trend: &doc.TrendData{Points: []doc.TrendPoint{{Label: "2023-04", Value: 0}, {Label: "2023-05", Value: 0}}}},
	}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// cache is what a chart keeps of a series: where the values stand in the workbook, and the values themselves.
type cache struct {
	Formula string  `xml:"f"`
	Text    []point `xml:"strCache>pt"`
	Number  []point `xml:"numCache>pt"`
}

type point struct {
	Index int    `xml:"idx,attr"`
	Value string `xml:"v"`
}

type chartFile struct {
	Series []struct {
		Name       cache `xml:"tx>strRef"`
		Categories cache `xml:"cat>strRef"`
		Values     cache `xml:"val>numRef"`
	} `xml:"chart>plotArea>lineChart>ser"`
}

// TestChartsAndWorkbooksSayTheSame: whoever opens 编辑数据 finds the values that the chart shows, in the cells that it names.
func TestChartsAndWorkbooksSayTheSame(t *testing.T) {
	p := written(t, trendDocument(t), Options{})
	want := []string{
		"改进前 2023-04=93.1 2023-05=92.75|改进后 2023-08=97.2 2023-09=98|目标 96% 2023-04=96 2023-05=96 2023-08=96 2023-09=96",
		"数值 2023-04=0 2023-05=0",
	}
	for i, want := range want {
		var chart chartFile
		name := fmt.Sprintf("word/charts/chart%d.xml", i+1)
		if err := xml.Unmarshal([]byte(part(t, p, name)), &chart); err != nil {
			t.Fatal(err)
		}
		book := workbookFor(t, p, name)
		var all []string
		for _, s := range chart.Series {
			months := map[int]string{}
			for _, c := range s.Categories.Text {
				months[c.Index] = c.Value
			}
			line := s.Name.Text[0].Value
			for _, v := range s.Values.Number {
				line += " " + months[v.Index] + "=" + v.Value
			}
			all = append(all, line)
			for _, c := range []cache{s.Name, s.Categories, s.Values} {
				sameAsCells(t, book, c)
			}
		}
		if got := strings.Join(all, "|"); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// workbookFor opens the workbook that a chart leads to.
func workbookFor(t *testing.T, p *opc.Package, chart string) *excelize.File {
	t.Helper()
	rels, err := p.Relationships(chart)
	if err != nil || len(rels) != 1 {
		t.Fatalf("%s: relationships %v, %v", chart, rels, err)
	}
	book, err := excelize.OpenReader(strings.NewReader(part(t, p, rels[0].Part(chart))))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// sameAsCells compares a cache with the cells, the empty ones included.
func sameAsCells(t *testing.T, book *excelize.File, c cache) {
	t.Helper()
	sheet, area, _ := strings.Cut(strings.ReplaceAll(c.Formula, "$", ""), "!")
	from, to, _ := strings.Cut(area, ":")
	if to == "" {
		to = from
	}
	col, first, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	_, last, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	cached := map[int]string{}
	for _, x := range append(c.Text, c.Number...) {
		cached[x.Index] = x.Value
	}
	for row := first; row <= last; row++ {
		cell, err := excelize.CoordinatesToCellName(col, row)
		if err != nil {
			t.Fatal(err)
		}
		got, err := book.GetCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if got != cached[row-first] {
			t.Errorf("%s: cell %s holds %q, the chart %q", c.Formula, cell, got, cached[row-first])
		}
	}
}

// TestChartParts: every chart and workbook has its content type and a way that leads to it.
func TestChartParts(t *testing.T) {
	p := written(t, trendDocument(t), Options{})
	types := part(t, p, opc.ContentTypes)
	for _, want := range []string{`<Default Extension="xlsx" ContentType="` + workbookType + `"/>`,
		`<Override PartName="/word/charts/chart1.xml" ContentType="` + chartType + `"/>`, `<Override PartName="/word/charts/chart2.xml" ContentType="` + chartType + `"/>`} {
		if strings.Count(types, want) != 1 {
			t.Errorf("%s stands %d times in the content types", want, strings.Count(types, want))
		}
	}
	rels, err := p.Relationships(mainPart)
	if err != nil {
		t.Fatal(err)
	}
	content := part(t, p, mainPart)
	charts := 0
	for _, r := range rels {
		if strings.HasSuffix(r.Type, "/chart") {
			charts++
			if !strings.Contains(content, `<c:chart xmlns:c="`+chartNamespace+`" r:id="`+r.ID+`"/>`) || !p.Has(r.Part(mainPart)) {
				t.Errorf("relationship %v leads nowhere", r)
			}
		}
	}
	if charts != 2 {
		t.Errorf("got %d charts, want 2", charts)
	}
	for i := range 2 {
		name := fmt.Sprintf("chart%d.xml", i+1)
		compare(t, "testdata/"+strings.TrimSuffix(name, ".xml")+".txt", outline(t, part(t, p, "word/charts/"+name), true))
	}
}

// TestWorkbookNamesTheEnterprise: not the library's author and day.
func TestWorkbookNamesTheEnterprise(t *testing.T) {
	book := workbookFor(t, written(t, trendDocument(t), Options{}), "word/charts/chart1.xml")
	got, err := book.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if got.Creator != "示例公司" || got.Created != "2023-12-01T00:00:00Z" || got.Modified != got.Created || got.Title != "一次合格率 <&>" {
		t.Errorf("properties: %+v", got)
	}
}

func TestWorkbookBytesDependOnDataOnly(t *testing.T) {
	p := &figure.Picture{Title: "率", Chart: &figure.Chart{Categories: []string{"a", "b"}, Series: []figure.Series{{Points: []figure.ChartPoint{{Category: 1, Value: 0.1}}}}}}
	want, err := workbookOf(p, doc.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, err := workbookOf(p, doc.Meta{}); err != nil || !bytes.Equal(got, want) {
				t.Errorf("the bytes differ (%v)", err)
			}
		})
	}
	wg.Wait()
}
