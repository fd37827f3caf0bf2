package docx

import (
	"fmt"
	"math"
	"strings"

	"qmsdraft/generator/figure"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// seriesWidth is the thickness of the lines of a chart.
const seriesWidth = 1.25

// Identifiers of the axes of a chart.
const categoryAxis, valueAxis = 1, 2

// chartPart is a line chart over the months (ECMA-376 part 1, 21.2): a series for each phase and the target as a dashed
// line. The values are kept in it, too: LibreOffice and previews show these, not those of the workbook.
func chartPart(p *figure.Picture) string {
	c := p.Chart
	var b strings.Builder
	b.WriteString(wml.Header + `<c:chartSpace xmlns:c="` + chartNamespace + `" xmlns:a="` + drawingNamespace + `main" xmlns:r="` + strings.TrimSuffix(wml.RelationshipBase, "/") + `">` +
		`<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>` + plotLayout(p) +
		`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	for i, column := range columns(c) {
		b.WriteString(series(c, i, column))
	}
	fmt.Fprintf(&b, `<c:marker val="1"/><c:axId val="%d"/><c:axId val="%d"/></c:lineChart>`, categoryAxis, valueAxis)
	b.WriteString(categories() + values(p) + `<c:spPr><a:noFill/></c:spPr></c:plotArea>`)
	b.WriteString(`<c:legend><c:legendPos val="t"/><c:overlay val="0"/>` + chartText(style.FigureText) + `</c:legend>`)
	b.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` + chartText(style.FigureText) +
		`<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
	return b.String()
}

// series is c:ser of a line chart (21.2.2.171), whose elements have a fixed order.
func series(c *figure.Chart, index int, column column) string {
	last := len(c.Categories) + 1
	letter := columnName(index + 2)
	var b strings.Builder
	fmt.Fprintf(&b, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>`+sheetName+`!$%s$1</c:f>%s</c:strRef></c:tx>`, index, index, letter, texts([]string{column.name}))
	b.WriteString(`<c:spPr>` + stroke(column.colour, seriesWidth, column.target, "") + `</c:spPr>` + marker(column, len(c.Categories)))
	b.WriteString(dataLabels(c, column))
	fmt.Fprintf(&b, `<c:cat><c:strRef><c:f>`+sheetName+`!$A$2:$A$%d</c:f>%s</c:strRef></c:cat>`, last, texts(c.Categories))
	fmt.Fprintf(&b, `<c:val><c:numRef><c:f>`+sheetName+`!$%s$2:$%s$%d</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, letter, letter, last, len(c.Categories))
	for _, p := range column.points {
		fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, p.Category, decimal(p.Value))
	}
	b.WriteString(`</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser>`)
	return b.String()
}

// texts is a cache of texts (21.2.2.201).
func texts(all []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<c:strCache><c:ptCount val="%d"/>`, len(all))
	for i, s := range all {
		fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, wml.Escape(singleLine(s)))
	}
	return b.String() + `</c:strCache>`
}

// marker is the sign at each value. The target has none, except over a single month, where its line would have no length.
func marker(s column, months int) string {
	symbol, size := "circle", 5
	switch {
	case s.target && months > 1:
		return `<c:marker><c:symbol val="none"/></c:marker>`
	case s.target:
		symbol, size = "dash", 20
	case s.marker == figure.Diamond:
		symbol = "diamond"
	case s.marker == figure.Rectangle:
		symbol = "square"
	}
	return fmt.Sprintf(`<c:marker><c:symbol val="%s"/><c:size val="%d"/><c:spPr>%s%s</c:spPr></c:marker>`, symbol, size, fill(s.colour), stroke(s.colour, 0.75, false, ""))
}

// dataLabels prints the values above their signs, or below where they would stand in a line; the target stands in the legend.
func dataLabels(c *figure.Chart, s column) string {
	show := func(place string, value int) string {
		return fmt.Sprintf(`<c:dLblPos val="%s"/><c:showLegendKey val="0"/><c:showVal val="%d"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`, place, value)
	}
	look := `<c:numFmt formatCode="` + labelFormat(s.points) + `" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` + chartText(style.FigureSoftText)
	if s.target {
		return `<c:dLbls>` + look + show("t", 0) + `</c:dLbls>`
	}
	var b strings.Builder
	b.WriteString(`<c:dLbls>`)
	for i, p := range s.points {
		if isBelow(c, s.points, i) {
			b.WriteString(fmt.Sprintf(`<c:dLbl><c:idx val="%d"/>`, p.Category) + look + show("b", 1) + `</c:dLbl>`)
		}
	}
	return b.String() + look + show("t", 1) + `</c:dLbls>`
}

// isBelow tells whether the text of a value stands better below its sign: in a valley, or under the line of the target.
func isBelow(c *figure.Chart, points []figure.ChartPoint, i int) bool {
	const near = 0.13 // height of the text, as a part of the axis
	span, v := c.Max-c.Min, points[i].Value
	if v-c.Min < near*span {
		return false // the text would stand in the names of the months
	}
	if c.HasTarget && math.Abs(c.Target-v) < near*span {
		return v <= c.Target
	}
	higher := func(k int) bool { return k < 0 || k >= len(points) || points[k].Value > v }
	return len(points) > 1 && higher(i-1) && higher(i+1)
}

// The area inside the axes: room for the legend and the unit above, for the values at the left and the months below.
const (
	plotLeft, plotRight  = 34.0, 4.0
	plotAbove, plotBelow = 30.0, 20.0
)

func plotLayout(p *figure.Picture) string {
	return fmt.Sprintf(`<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="%.4f"/><c:y val="%.4f"/><c:w val="%.4f"/><c:h val="%.4f"/></c:manualLayout></c:layout>`,
		plotLeft/p.Width, plotAbove/p.Height, 1-(plotLeft+plotRight)/p.Width, 1-(plotAbove+plotBelow)/p.Height)
}

func categories() string {
	return fmt.Sprintf(`<c:catAx><c:axId val="%d"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>`, categoryAxis) +
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>` + stroke(style.FigureConnector, 0.75, false, "") + `</c:spPr>` +
		chartText(style.FigureSoftText) + fmt.Sprintf(`<c:crossAx val="%d"/><c:crosses val="min"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`, valueAxis)
}

// values is the axis of values, with the unit at its head.
func values(p *figure.Picture) string {
	c, title := p.Chart, ""
	if c.Unit != "" {
		title = `<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>` + letters("a:defRPr", style.FigureSoftText) + `</a:pPr><a:r>` +
			letters("a:rPr", style.FigureSoftText) + `<a:t>` + wml.Escape(singleLine("（"+c.Unit+"）")) + `</a:t></a:r></a:p></c:rich></c:tx>` +
			`<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/></c:manualLayout></c:layout><c:overlay val="1"/></c:title>`
	}
	return fmt.Sprintf(`<c:valAx><c:axId val="%d"/><c:scaling><c:orientation val="minMax"/><c:max val="%s"/><c:min val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>%s</c:spPr></c:majorGridlines>`,
		valueAxis, decimal(c.Max), decimal(c.Min), stroke(style.FigureGrid, 0.5, false, "")) + title +
		`<c:numFmt formatCode="` + numberFormat(decimal(c.Step)) + `" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>` + chartText(style.FigureSoftText) +
		fmt.Sprintf(`<c:crossAx val="%d"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="%s"/></c:valAx>`, categoryAxis, decimal(c.Step))
}

// labelFormat has as many decimals as the picture prints, when it prints all values with the same number.
func labelFormat(points []figure.ChartPoint) string {
	format := ""
	for i, p := range points {
		f := numberFormat(p.Text)
		if i > 0 && f != format {
			return "General"
		}
		format = f
	}
	return format
}

// numberFormat is the format in which a number has the decimals of the example.
func numberFormat(example string) string {
	_, decimals, found := strings.Cut(example, ".")
	if !found {
		return "0"
	}
	return "0." + strings.Repeat("0", len(decimals))
}

// chartText is how letters look.
func chartText(colour string) string {
	return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>` + letters("a:defRPr", colour) + `</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
}

func letters(element, colour string) string {
	lang := ""
	if element == "a:rPr" {
		lang = ` lang="zh-CN"`
	}
	return fmt.Sprintf(`<%s%s sz="%d" b="0">%s<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/></%s>`, element, lang, int(style.FigureSizes()[0].Note*100), fill(colour), element)
}
