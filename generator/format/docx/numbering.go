package docx

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
)

var (
	abstractNum = regexp.MustCompile(`(?s)<w:abstractNum\b[^>]*\bw:abstractNumId="(\d+)".*?</w:abstractNum>`)
	numElement  = regexp.MustCompile(`(?s)<w:num\b[^>]*\bw:numId="(\d+)"[^>]*>.*?<w:abstractNumId\b[^>]*\bw:val="(\d+)"`)
	lvl         = regexp.MustCompile(`(?s)<w:lvl\b.*?</w:lvl>`)
	startValue  = regexp.MustCompile(`<w:start\b[^>]*/>`)
	formatValue = regexp.MustCompile(`<w:numFmt\b[^>]*/>`)
	// LibreOffice writes these two in an order that the schema does not allow (17.9.6).
	swapped   = regexp.MustCompile(`(<w:pStyle\b[^>]*/>)(<w:numFmt\b[^>]*/>)`)
	textValue = regexp.MustCompile(`<w:lvlText\b[^>]*/>`)
)

// sheetStyle is what the writer needs to know of one style.
type sheetStyle struct {
	id  string
	num int // numbering; 0 for none
}

// readSheet reads styles.xml: the styles by their names in lower case.
func readSheet(text string) (map[string]sheetStyle, error) {
	var x struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Value string `xml:"val,attr"`
			} `xml:"name"`
			Num struct {
				Value string `xml:"val,attr"`
			} `xml:"pPr>numPr>numId"`
		} `xml:"style"`
	}
	if err := xml.Unmarshal([]byte(text), &x); err != nil {
		return nil, fmt.Errorf("样式表读不出：%w", err)
	}
	all := map[string]sheetStyle{}
	for _, s := range x.Styles {
		num, err := strconv.Atoi(s.Num.Value)
		if err != nil {
			num = 0
		}
		all[strings.ToLower(s.Name.Value)] = sheetStyle{s.ID, num}
	}
	return all, nil
}

// readNumbering finds the numberings through the styles that use them, as editors count them anew.
func (ref *reference) readNumbering(p *opc.Package) error {
	text, err := p.Get(numberingPart)
	if err != nil {
		return err
	}
	text = swapped.ReplaceAllString(text, "$2$1")
	styles, err := p.Get("word/styles.xml")
	if err != nil {
		return err
	}
	sheet, err := readSheet(styles)
	if err != nil {
		return err
	}
	definition := map[int]int{}
	ref.freeNum = 1
	for _, m := range numElement.FindAllStringSubmatch(text, -1) {
		num, _ := strconv.Atoi(m[1])
		definition[num], _ = strconv.Atoi(m[2])
		ref.freeNum = max(ref.freeNum, num+1)
	}
	var missing []string
	of := func(s wml.Style) (num, abstract int) {
		num = sheet[strings.ToLower(string(s))].num
		abstract, ok := definition[num]
		if !ok {
			missing = append(missing, string(s))
		}
		return num, abstract
	}
	_, headings := of(wml.Heading(1))
	of(wml.Appendix(1))
	ref.bulletNum, _ = of(wml.Bullet(1))
	_, ref.orderedAbstract = of(wml.Ordered(1))
	if len(missing) > 0 {
		return fmt.Errorf("样式没有编号：%s；请恢复这些样式的多级编号", strings.Join(missing, "、"))
	}
	ref.numbering, err = cutNumbering(text, headings)
	return err
}

func cutNumbering(text string, headings int) (numbering, error) {
	end := strings.LastIndex(text, "</w:numbering>")
	for _, m := range abstractNum.FindAllStringSubmatchIndex(text, -1) {
		if text[m[2]:m[3]] == strconv.Itoa(headings) && end > m[1] {
			// What may follow the numberings (17.9.17) goes: it must stand behind the added ones and says nothing that matters.
			tail := trailing.ReplaceAllString(text[m[1]:end], "")
			return numbering{text[:m[0]], text[m[0]:m[1]], tail}, nil
		}
	}
	return numbering{}, fmt.Errorf("标题的编号定义 %d 不在 word/numbering.xml 里", headings)
}

var trailing = regexp.MustCompile(`<w:numIdMacAtCleanup\b[^>]*/>`)
