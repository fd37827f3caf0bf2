package layout

import (
	"fmt"
	"strings"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/style"
)

// furnish draws header and footer of every page but the cover.
func (c *composer) furnish() {
	c.heading = "页眉页脚"
	for i := range c.result.Pages {
		if c.plain[i] {
			continue
		}
		c.page = &c.result.Pages[i]
		c.width = c.page.Width - style.MarginLeft - style.MarginRight
		body := c.page.Runs
		c.page.Runs = nil
		c.header(i + 1)
		// The header comes before the text and the footer after it, as a reader meets them.
		c.page.Runs = append(c.page.Runs, body...)
		c.footer()
	}
}

// header draws the header table: company and kind over the title on the left, number, version and page on the right.
func (c *composer) header(page int) {
	m := c.doc.Meta
	top, right := style.HeaderTop, c.left+c.width
	values := right - style.HeaderValueWidth
	labels := values - style.HeaderLabelWidth
	bottom := top + 3*style.HeaderRow
	c.headerText(joinedBy("　", m.Company, m.Kind), c.house.HeaderText, c.left, top, labels-c.left, style.HeaderRow)
	title := c.house.HeaderText
	title.Face, title.Size = style.Hei, style.HeaderTitleSize
	c.headerText(m.Title, title, c.left, top+style.HeaderRow, labels-c.left, 2*style.HeaderRow)
	rows := [][2]string{{"文件编号", m.Number}, {"版本/修改", m.Version}, {"页　　次", fmt.Sprintf("第 %d 页 共 %d 页", page, len(c.result.Pages))}}
	for i, row := range rows {
		y := top + style.HeaderRow*float64(i)
		c.headerText(row[0], c.house.HeaderText, labels, y, style.HeaderLabelWidth, style.HeaderRow)
		c.headerText(row[1], c.house.HeaderText, values, y, style.HeaderValueWidth, style.HeaderRow)
		if i > 0 {
			c.rule(labels, y, right, y, style.TableRule)
		}
	}
	c.rule(c.left, top+style.HeaderRow, labels, top+style.HeaderRow, style.TableRule)
	c.rule(labels, top, labels, bottom, style.TableRule)
	c.rule(values, top, values, bottom, style.TableRule)
	c.frame(c.left, top, right, bottom)
}

// headerText sets a text into the middle of a box, in smaller letters or two lines when it is long.
func (c *composer) headerText(text string, p style.Paragraph, x, y, width, height float64) {
	const smallest = 4
	if strings.TrimSpace(text) == "" {
		return
	}
	inner := width - 2*style.CellPadX
	for {
		lines := c.furnitureLines(text, p, inner)
		pitch := p.Size * 1.2
		if used := float64(len(lines)) * pitch; used <= height || p.Size <= smallest {
			c.emitLines(lines, x+style.CellPadX, y+(height-used)/2, inner, pitch, toCentre, 0)
			return
		}
		p.Size -= 0.5
	}
}

// furnitureKey is what the lines of a text of the furniture depend on.
type furnitureKey struct {
	text  string
	face  style.Face
	size  float64
	width float64
}

// furnitureLines breaks a text of the furniture; most of it is the same on every page.
func (c *composer) furnitureLines(text string, p style.Paragraph, width float64) []line {
	key := furnitureKey{text, p.Face, p.Size, width}
	lines, known := c.furniture[key]
	if !known {
		lines = c.squeeze.breakLines(c.shape([]doc.Inline{doc.Text(text)}, look(p)), width, width, false)
		c.furniture[key] = lines
	}
	return lines
}

// footer draws the line at the foot.
func (c *composer) footer() {
	text := c.doc.Meta.Footer
	if text == "" {
		return
	}
	p := c.house.FooterText
	c.headerText(text, p, c.left, c.page.Height-style.FooterBot-p.Pitch, c.width, p.Pitch)
}

func joinedBy(gap string, parts ...string) string {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	return strings.Join(given, gap)
}

// oneLine replaces line feeds by blanks.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }
