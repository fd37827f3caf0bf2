package docx

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
)

// readBody takes the page settings from the sample sections and leaves nothing of the body but the marker.
func (ref *reference) readBody(p *opc.Package) error {
	text, err := p.Get(mainPart)
	if err != nil {
		return err
	}
	root, err := rootElement(text)
	if err != nil {
		return err
	}
	found, err := readSections(text)
	if err != nil {
		return fmt.Errorf("正文读不出：%w", err)
	}
	var missing []string
	for kind, marker := range map[sectionKind]string{coverPage: wml.Cover, portrait: wml.Body, landscape: wml.Wide} {
		setting, ok := found[marker]
		if !ok {
			missing = append(missing, marker)
		}
		ref.sections[kind] = setting
	}
	if len(missing) > 0 {
		return fmt.Errorf("正文里没有单独成段的 %s；每个标记应在各自的一节里，该节的页面设置用于封面、正文、横向页", joinSorted(missing))
	}
	if ref.relations, err = p.Relationships(mainPart); err != nil {
		return err
	}
	ref.relations = usedRelations(ref.relations, ref.sections)
	p.SetRelationships(mainPart, ref.relations)
	ref.freeRel = freeRelation(ref.relations)
	frame := wml.Header + root + "<w:body>" + wml.Body + "</w:body></w:document>"
	p.Set(mainPart, frame)
	// What is taken over must pass the check of every document that is made from it.
	whole := strings.Replace(frame, wml.Body, ref.sections[coverPage].xml+ref.sections[portrait].xml+ref.sections[landscape].xml, 1)
	if err := scan(whole, func(tag) {}, func(string) {}); err != nil {
		return fmt.Errorf("页面设置读不出（%w）；请用 Word 另存为 .docx 后再试", err)
	}
	return nil
}

// readSections gives the setting of the section in which each marker stands alone in a paragraph. A section ends with the
// paragraph that carries its setting, or with the body (17.6.17, 17.6.18).
func readSections(text string) (map[string]sectionSetting, error) {
	s := sectionReader{text: text, decoder: xml.NewDecoder(strings.NewReader(text)), found: map[string]sectionSetting{}}
	for {
		start := s.decoder.InputOffset()
		token, err := s.decoder.Token()
		if err == io.EOF {
			return s.found, nil
		}
		if err != nil {
			return nil, err
		}
		if err := s.take(token, start); err != nil {
			return nil, err
		}
	}
}

type sectionReader struct {
	text    string
	decoder *xml.Decoder
	found   map[string]sectionSetting
	words   strings.Builder // of the paragraph
	inText  bool
	depth   int      // paragraphs that are open; text boxes hold further ones
	markers []string // of the section
	setting *sectionSetting
}

func (s *sectionReader) take(token xml.Token, start int64) error {
	switch t := token.(type) {
	case xml.StartElement:
		if t.Name.Space != wml.MainNamespace {
			return nil
		}
		switch t.Name.Local {
		case "sectPr":
			return s.section(start)
		case "p":
			s.depth++
			s.words.Reset()
		case "t":
			s.inText = true
		}
	case xml.CharData:
		if s.inText {
			s.words.Write(t)
		}
	case xml.EndElement:
		if t.Name.Space != wml.MainNamespace {
			return nil
		}
		switch t.Name.Local {
		case "t":
			s.inText = false
		case "p":
			s.endParagraph()
		}
	}
	return nil
}

func (s *sectionReader) section(start int64) error {
	if err := s.decoder.Skip(); err != nil {
		return err
	}
	setting, err := parseSetting(s.text[start:s.decoder.InputOffset()])
	if err != nil {
		return err
	}
	s.setting = &setting
	if s.depth == 0 {
		s.close()
	}
	return nil
}

func (s *sectionReader) endParagraph() {
	s.depth--
	switch text := strings.TrimSpace(s.words.String()); text {
	case wml.Cover, wml.Body, wml.Wide:
		s.markers = append(s.markers, text)
	}
	s.words.Reset()
	if s.depth == 0 && s.setting != nil {
		s.close()
	}
}

func (s *sectionReader) close() {
	for _, m := range s.markers {
		s.found[m] = *s.setting
	}
	s.markers, s.setting = nil, nil
}

var (
	pageSize   = regexp.MustCompile(`<w:pgSz\b[^>]*\bw:w="(\d+)"`)
	leftMargin = regexp.MustCompile(`<w:pgMar\b[^>]*\bw:left="(\d+)"`)
	rightEdge  = regexp.MustCompile(`<w:pgMar\b[^>]*\bw:right="(\d+)"`)
	changeMark = regexp.MustCompile(`(?s)<w:sectPrChange\b.*?</w:sectPrChange>`)
)

func parseSetting(text string) (sectionSetting, error) {
	number := func(re *regexp.Regexp) int {
		if m := re.FindStringSubmatch(text); m != nil {
			n, err := strconv.Atoi(m[1])
			if err == nil {
				return n
			}
		}
		return 0
	}
	width := number(pageSize) - number(leftMargin) - number(rightEdge)
	if width < 2000 {
		return sectionSetting{}, fmt.Errorf("一节的版心宽度只有 %d 缇（1/20 磅），应至少 2000", width)
	}
	return sectionSetting{changeMark.ReplaceAllString(text, ""), width}, nil
}

var (
	rootStart = regexp.MustCompile(`(?s)<w:document\b[^>]*>`)
	ignorable = regexp.MustCompile(`\bmc:Ignorable="([^"]*)"`)
)

// rootElement is the start of the document with all namespaces that the writer needs: LibreOffice declares only some.
func rootElement(text string) (string, error) {
	root := rootStart.FindString(text)
	if root == "" {
		return "", fmt.Errorf("正文没有 w:document 元素；请用 Word 另存为 .docx（不是 Strict Open XML）后再试")
	}
	attributes := strings.TrimSuffix(root, ">")
	for _, p := range wml.Prefixes() {
		declared := regexp.MustCompile(`\bxmlns:` + p.Name + `="([^"]*)"`).FindStringSubmatch(attributes)
		switch {
		case declared == nil:
			attributes += ` xmlns:` + p.Name + `="` + p.URI + `"`
		case declared[1] != p.URI:
			return "", fmt.Errorf("正文的命名空间 %s 是 %s，应为 %s；请用 Word 另存为 .docx（不是 Strict Open XML）后再试", p.Name, declared[1], p.URI)
		}
	}
	list := wml.Ignorable
	if m := ignorable.FindStringSubmatch(attributes); m != nil {
		list = m[1]
		for _, name := range strings.Fields(wml.Ignorable) {
			if !strings.Contains(" "+list+" ", " "+name+" ") {
				list += " " + name
			}
		}
		attributes = ignorable.ReplaceAllString(attributes, "")
	}
	return attributes + ` mc:Ignorable="` + list + `">`, nil
}
