package figure

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"qmsdraft/generator/style"
)

// SVG writes a picture as a file that needs nothing else (SVG 1.1): title and description first, then shapes and text on
// white. The families of the letters are named with those that Windows, macOS and Linux have for Chinese.
func SVG(p *Picture) []byte {
	w := &svgWriter{}
	w.open("svg", attr("xmlns", "http://www.w3.org/2000/svg"), number("width", p.Width, "pt"), number("height", p.Height, "pt"),
		attr("viewBox", "0 0 "+short(p.Width)+" "+short(p.Height)), attr("role", "img"), attr("xml:lang", "zh-CN"),
		attr("font-family", style.FigureFamilies))
	w.plain("title", p.Title)
	w.plain("desc", p.Alt)
	w.empty("rect", number("width", p.Width, ""), number("height", p.Height, ""), attr("fill", "#FFFFFF"))
	w.boxes(p.Panels)
	w.lines(p.Lines)
	w.boxes(p.Boxes)
	for _, l := range p.Labels {
		w.text(l.TextLine, []string{"middle", "start", "end"}[l.Align])
	}
	w.out.WriteString("</svg>\n")
	return w.out.Bytes()
}

// attribute is a name with its value, not escaped.
type attribute struct{ name, value string }

func attr(name, value string) attribute { return attribute{name, value} }

func number(name string, v float64, unit string) attribute { return attribute{name, short(v) + unit} }

// short is a number with at most two decimals.
func short(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64) }

type svgWriter struct{ out bytes.Buffer }

func (w *svgWriter) tag(name, end string, attributes []attribute) {
	w.out.WriteString("<" + name)
	for _, a := range attributes {
		w.out.WriteString(" " + a.name + `="`)
		w.escape(a.value)
		w.out.WriteString(`"`)
	}
	w.out.WriteString(end)
}

func (w *svgWriter) open(name string, attributes ...attribute) { w.tag(name, ">\n", attributes) }

func (w *svgWriter) empty(name string, attributes ...attribute) { w.tag(name, "/>\n", attributes) }

// plain writes an element that holds text only; nothing for an empty text.
func (w *svgWriter) plain(name, text string, attributes ...attribute) {
	if text == "" {
		return
	}
	w.tag(name, ">", attributes)
	w.escape(text)
	w.out.WriteString("</" + name + ">\n")
}

// escape writes a text; what XML cannot hold becomes U+FFFD. A buffer returns no error.
func (w *svgWriter) escape(s string) { _ = xml.EscapeText(&w.out, []byte(s)) }

func (w *svgWriter) boxes(boxes []Box) {
	for _, b := range boxes {
		looks := append([]attribute{attr("fill", colourOr(b.Fill))}, stroke(b.Stroke, b.LineWidth, b.Dashed)...)
		switch corners := b.Corners(); {
		case b.Shape == Ellipse:
			w.empty("ellipse", append([]attribute{number("cx", b.X+b.W/2, ""), number("cy", b.Y+b.H/2, ""), number("rx", b.W/2, ""), number("ry", b.H/2, "")}, looks...)...)
		case b.Shape != Rectangle && corners != nil:
			w.empty("polygon", append([]attribute{attr("points", pointList(corners))}, looks...)...)
		default:
			at := []attribute{number("x", b.X, ""), number("y", b.Y, ""), number("width", b.W, ""), number("height", b.H, "")}
			if r := b.Radius(); r > 0 {
				at = append(at, number("rx", r, ""))
			}
			w.empty("rect", append(at, looks...)...)
		}
		for _, t := range b.Text {
			w.text(t, "middle")
		}
	}
}

func (w *svgWriter) lines(lines []Line) {
	for _, l := range lines {
		w.empty("polyline", append([]attribute{attr("points", pointList(l.Shaft())), attr("fill", "none")}, stroke(l.Colour, l.LineWidth, l.Dashed)...)...)
		if head := l.Head(); head != nil {
			w.empty("polygon", attr("points", pointList(head)), attr("fill", colourOr(l.Colour)))
		}
	}
}

func (w *svgWriter) text(t TextLine, anchor string) {
	looks := []attribute{number("x", t.X, ""), number("y", t.Y, ""), attr("text-anchor", anchor), number("font-size", t.Size, ""), attr("fill", colourOr(t.Colour))}
	if t.Bold {
		looks = append(looks, attr("font-family", style.FigureBoldFamilies), attr("font-weight", "bold"))
	}
	w.plain("text", t.Text, looks...)
}

func stroke(colour string, width float64, dashed bool) []attribute {
	if colour == "" {
		return nil
	}
	all := []attribute{attr("stroke", colourOr(colour)), number("stroke-width", width, "")}
	if dashed {
		all = append(all, attr("stroke-dasharray", short(style.FigureDash)+" "+short(style.FigureDash)))
	}
	return all
}

func colourOr(rrggbb string) string {
	if rrggbb == "" {
		return "none"
	}
	return "#" + rrggbb
}

func pointList(points []Point) string {
	all := make([]string, len(points))
	for i, p := range points {
		all[i] = short(p.X) + "," + short(p.Y)
	}
	return strings.Join(all, " ")
}
