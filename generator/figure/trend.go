package figure

import (
	"math"
	"strconv"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// A trend: values by month as points of a line, by phase, with the target across.
const (
	plotHeight   = 130.0
	plotTop      = 16.0 // between the legend and the highest line of the grid, for the text of a value
	axisGap      = 4.0  // between the values of the axis and the plot
	markSize     = 5.0
	valueGap     = 4.5 // between a mark and the text of its value
	legendSample = 20.0
)

// chart draws a trend.
func (p *painter) chart() bool {
	c := chartOf(p.figure.Trend)
	if math.IsNaN(c.Step) || math.IsInf(c.Step, 0) {
		return false // from values that no axis can hold
	}
	p.pic.Chart = c
	l := notes(p.size)
	y := p.chartLegend(c, lineRoom, l)
	plot := plot{c: c, x: p.axisWidth(c, l), y: y + plotTop, h: plotHeight}
	plot.w = p.room.Width - plot.x - lineRoom
	slot := plot.w / float64(len(c.Categories))
	p.grid(plot, l)
	bottom, ok := p.categories(plot, slot, l)
	if !ok {
		return false
	}
	for _, s := range c.Series {
		for _, v := range s.Points {
			if p.width(v.Text, l) > slot-1 {
				return false
			}
		}
		p.series(plot, s, l)
	}
	p.pic.Height = bottom + lineRoom
	return true
}

// chartOf gives the data of a trend by phase, and its value axis.
func chartOf(t *doc.TrendData) *Chart {
	c := &Chart{Unit: t.Unit, Target: t.Target, HasTarget: t.HasTarget, TargetColour: style.FigureTarget}
	if t.HasTarget {
		c.TargetName = "目标 " + decimal(t.Target) + t.Unit
	}
	colours, markers := style.FigureSeries(), []Shape{Ellipse, Diamond, Rectangle}
	places := 0 // as many decimals for all values as the longest one has
	for _, v := range t.Points {
		_, after, _ := strings.Cut(decimal(v.Value), ".")
		places = max(places, len(after))
	}
	low, high := math.Inf(1), math.Inf(-1)
	if t.HasTarget {
		low, high = t.Target, t.Target
	}
	for i, v := range t.Points {
		c.Categories = append(c.Categories, v.Label)
		k := 0
		for k < len(c.Series) && c.Series[k].Name != v.Phase {
			k++
		}
		if k == len(c.Series) {
			c.Series = append(c.Series, Series{Name: v.Phase, Colour: colours[k%len(colours)], Marker: markers[k%len(markers)]})
		}
		c.Series[k].Points = append(c.Series[k].Points, ChartPoint{Category: i, Value: v.Value, Text: strconv.FormatFloat(v.Value, 'f', places, 64)})
		low, high = math.Min(low, v.Value), math.Max(high, v.Value)
	}
	c.Min, c.Max, c.Step = axis(low, high, strings.HasPrefix(t.Unit, "%"))
	return c
}

// axis finds a value axis of four to eight round steps around the values. It does not go below zero for values that do not,
// nor above a hundred per cent.
func axis(low, high float64, percent bool) (least, most, step float64) {
	span := high - low
	if span <= 0 {
		span = math.Max(1, math.Abs(high)/10)
	}
	raw := span / 4
	step = math.Pow(10, math.Floor(math.Log10(raw)))
	for _, f := range []float64{1, 2, 5, 10} {
		if f*step >= raw {
			step *= f
			break
		}
	}
	least, most = math.Floor((low-span*0.15)/step)*step, math.Ceil((high+span*0.1)/step)*step
	if low >= 0 {
		least = math.Max(0, least)
	}
	if percent && high <= 100 {
		most = math.Min(100, most)
	}
	return least, most, step
}

// ticks are the values of the grid.
func (c *Chart) ticks() []float64 {
	var all []float64
	for i := range int(math.Round((c.Max-c.Min)/c.Step)) + 1 {
		all = append(all, c.Min+float64(i)*c.Step)
	}
	return all
}

// tick is a value of the grid with as many decimals as the steps have.
func (c *Chart) tick(v float64) string {
	return strconv.FormatFloat(v, 'f', max(0, -int(math.Floor(math.Log10(c.Step)+1e-9))), 64)
}

func (c *Chart) axisTitle() string {
	if c.Unit == "" {
		return ""
	}
	return "（" + c.Unit + "）"
}

// chartLegend tells what lines and marks mean, and gives the height below it.
func (p *painter) chartLegend(c *Chart, y float64, l letters) float64 {
	entries := make([]string, 0, len(c.Series)+1)
	total := -entryGap
	for _, s := range c.Series {
		if s.Name != "" {
			entries = append(entries, s.Name)
		}
	}
	if c.HasTarget {
		entries = append(entries, c.TargetName)
	}
	if len(entries) == 0 {
		return y
	}
	for _, e := range entries {
		total += entryGap + legendSample + sampleGap + p.width(e, l)
	}
	x, middle := (p.room.Width-total)/2, y+l.pitch/2
	for _, s := range c.Series {
		if s.Name == "" {
			continue
		}
		p.pic.Lines = append(p.pic.Lines, Line{Points: []Point{{x, middle}, {x + legendSample, middle}}, Colour: s.Colour, LineWidth: 1.25})
		p.mark(s, Point{x + legendSample/2, middle})
		p.label(s.Name, l, x+legendSample+sampleGap, y, Start)
		x += legendSample + sampleGap + p.width(s.Name, l) + entryGap
	}
	if c.HasTarget {
		p.targetLine(x, x+legendSample, middle)
		p.label(c.TargetName, l, x+legendSample+sampleGap, y, Start)
	}
	return y + l.pitch
}
