package docx

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
	"qmsdraft/templates"
)

// reference is a reference DOCX made ready: nothing in it changes any more, so that all goroutines may use it.
type reference struct {
	data      []byte               // the container; its body is only the marker wml.Body
	styles    map[wml.Style]string // identifiers
	sections  [3]sectionSetting    // by sectionKind
	numbering numbering
	relations []opc.Relationship // of document.xml
	controls  map[int32]bool     // identifiers of content controls in headers and footers
	drawings  int                // the largest identifier of a drawing in headers and footers
	sound     map[string]bool    // parts that are well-formed and stay as they are

	bulletNum       int // numbering of unordered lists
	orderedAbstract int // definition of ordered lists
	freeNum         int // first free number of a numbering
	freeRel         int // first free number of a relationship
}

// sectionSetting is a w:sectPr with the width of its text, in twips.
type sectionSetting struct {
	xml   string
	width int
}

// house is the house reference, made ready once.
var house = sync.OnceValues(func() (*reference, error) { return prepare(templates.Reference()) })

// openReference gives the reference of the options, or that of the house.
func openReference(data []byte) (*reference, error) {
	if data == nil {
		return house()
	}
	return prepare(data)
}

// prepare reads a reference as Word, WPS or LibreOffice may have left it: placeholders split over runs, identifiers of
// styles and relationships changed, namespaces dropped. The error lists, in Chinese, all that is missing.
func prepare(data []byte) (*reference, error) {
	p, err := opc.Open(data)
	if err != nil {
		return nil, fmt.Errorf("文件不是完好的 .docx：%w", err)
	}
	if err := checkMainPart(p); err != nil {
		return nil, err
	}
	if err := dropComments(p); err != nil {
		return nil, err
	}
	ref := &reference{controls: map[int32]bool{}, sound: map[string]bool{}}
	var missing []error
	for _, step := range []func(*opc.Package) error{ref.readFurniture, ref.readStyles, ref.readNumbering, ref.readBody} {
		if err := step(p); err != nil {
			missing = append(missing, err)
		}
	}
	if len(missing) > 0 {
		return nil, errors.Join(missing...)
	}
	if err := p.Prune(); err != nil {
		return nil, err
	}
	if err := ref.readRest(p); err != nil {
		return nil, err
	}
	if ref.data, err = p.Bytes(); err != nil {
		return nil, err
	}
	return ref, nil
}

// checkMainPart refuses what the library cannot open: it looks for word/document.xml only, and some programs write
// word/document2.xml.
func checkMainPart(p *opc.Package) error {
	rels, err := p.Relationships("")
	if err != nil {
		return err
	}
	for _, r := range rels {
		if strings.HasSuffix(r.Type, "/officeDocument") && r.Part("") != mainPart {
			return fmt.Errorf("正文部件是 %s，应为 %s；请用 Word 另存为 .docx 后再试", r.Part(""), mainPart)
		}
	}
	for _, name := range []string{mainPart, opc.RelsName(mainPart), opc.ContentTypes, "word/styles.xml"} {
		if !p.Has(name) {
			return fmt.Errorf("缺少部件 %s；请用 Word 另存为 .docx 后再试", name)
		}
	}
	if !p.Has(numberingPart) {
		return errors.New("没有编号定义（word/numbering.xml）；请在随程序提供的参考文档上修改样式，不要新建文档")
	}
	return nil
}

// dropComments takes out remarks on the samples: their anchors go away with the body.
func dropComments(p *opc.Package) error {
	rels, err := p.Relationships(mainPart)
	if err != nil {
		return err
	}
	rest := slices.DeleteFunc(rels, func(r opc.Relationship) bool {
		kind := r.Type[strings.LastIndex(r.Type, "/")+1:]
		return strings.HasPrefix(kind, "comments") || kind == "people"
	})
	p.SetRelationships(mainPart, rest)
	return nil
}

// readStyles finds the styles by their names.
func (ref *reference) readStyles(p *opc.Package) error {
	text, err := p.Get("word/styles.xml")
	if err != nil {
		return err
	}
	sheet, err := readSheet(text)
	if err != nil {
		return err
	}
	ref.styles = map[wml.Style]string{}
	var missing []string
	for _, s := range wml.Styles() {
		if x, ok := sheet[strings.ToLower(string(s))]; ok {
			ref.styles[s] = x.id
		} else {
			missing = append(missing, string(s))
		}
	}
	for _, s := range []wml.Style{wml.CommentText, wml.CommentReference} {
		if x, ok := sheet[strings.ToLower(string(s))]; ok {
			ref.styles[s] = x.id
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("缺少样式：%s；请在随程序提供的参考文档上修改，不要删除或改名", strings.Join(missing, "、"))
	}
	return nil
}

// readRest looks once at the parts that go into every document as they are.
func (ref *reference) readRest(p *opc.Package) error {
	for _, name := range p.Names() {
		base := path.Base(name)
		changes := name == numberingPart || name == opc.ContentTypes || strings.HasPrefix(name, "docProps/") ||
			strings.Contains(base, "header") || strings.Contains(base, "footer")
		if changes || name == mainPart || !strings.HasSuffix(name, ".xml") {
			continue
		}
		text, err := p.Get(name)
		if err != nil {
			return err
		}
		if err := wellFormed(text); err != nil {
			return fmt.Errorf("部件 %s 不是完好的 XML：%w", name, err)
		}
		ref.sound[name] = true
	}
	return nil
}
