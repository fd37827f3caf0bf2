package reference

import (
	"fmt"

	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/generator/style"
)

// frameRoom is what the frame of a table takes beyond the rules of its rows; the short paragraph below makes up for it.
const frameRoom = 2*style.TableFrame - style.TableRule

// addTableStyles adds the tables: for reading (shaded head, banded rows), for filling in by hand, for the cover.
func addTableStyles(s *sheet) {
	margins := fmt.Sprintf(`<w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%d" w:type="dxa"/><w:bottom w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar>`,
		twips(style.CellPadY), twips(style.CellMarginX), twips(style.CellPadY), twips(style.CellMarginX))
	grid := borders(style.TableFrame, "top", "left", "bottom", "right") + borders(style.TableRule, "insideH", "insideV")
	middle := `<w:tcPr><w:vAlign w:val="center"/></w:tcPr>`
	head := `<w:tblStylePr w:type="firstRow"><w:tblPr/>` + shade(style.HeadShade) + `</w:tblStylePr>`
	band := `<w:tblStylePr w:type="band2Horz"><w:tblPr/>` + shade(style.BandShade) + `</w:tblStylePr>`
	add := func(id string, name wml.Style, builtIn bool, tblPr, rest string) {
		s.add(definition{kind: "table", id: id, name: name, basedOn: "TableNormal", priority: 39, builtIn: builtIn, rest: `<w:tblPr>` + tblPr + `</w:tblPr>` + rest})
	}
	add("TableGrid", "Table Grid", true, `<w:tblBorders>`+borders(style.TableRule, "top", "left", "bottom", "right", "insideH", "insideV")+`</w:tblBorders>`, "")
	add("HouseTable", wml.HouseTable, false, `<w:tblStyleRowBandSize w:val="1"/><w:tblBorders>`+grid+`</w:tblBorders>`+margins, middle+head+band)
	add("FormTable", wml.FormTable, false, `<w:tblBorders>`+grid+`</w:tblBorders>`+margins, middle+head)
	add("CoverTable", wml.CoverTable, false, `<w:tblBorders>`+borders(style.TableRule, "bottom", "insideH")+`</w:tblBorders>`+margins, middle)
}

func borders(width float64, sides ...string) string {
	s := ""
	for _, side := range sides {
		s += fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="%s"/>`, side, eighths(width), style.RuleColour)
	}
	return s
}

func shade(colour string) string {
	return `<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="` + colour + `"/></w:tcPr>`
}
