package docx

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"qmsdraft/generator/format/docx/internal/opc"
	"qmsdraft/generator/format/docx/internal/wml"
)

var (
	placeholder = regexp.MustCompile(`\{\{[^{}]{0,60}\}\}`)
	drawingID   = regexp.MustCompile(`<\w+:(?:docPr|cNvPr)\b[^>]*\bid="(\d+)"`)
	commentID   = regexp.MustCompile(`<w:comment\b[^>]*\bw:id="(\d+)"`)
	controlID   = regexp.MustCompile(`<w:id\b[^>]*\bw:val="(-?\d+)"`)
)

// readFurniture heals the placeholders of headers and footers and refuses those that nobody fills.
func (ref *reference) readFurniture(p *opc.Package) error {
	rels, err := p.Relationships(mainPart)
	if err != nil {
		return err
	}
	known := []string{wml.Company, wml.Kind, wml.Title, wml.Number, wml.Version, wml.Footer}
	var unknown []string
	for _, r := range rels {
		if !strings.HasSuffix(r.Type, "/header") && !strings.HasSuffix(r.Type, "/footer") {
			continue
		}
		name := r.Part(mainPart)
		if !strings.Contains(name, "header") && !strings.Contains(name, "footer") {
			// The library looks for these words in the names of the parts.
			return fmt.Errorf("页眉页脚部件叫 %s，程序只认得 header1.xml、footer1.xml 这样的名称；请用 Word 另存为 .docx 后再试", name)
		}
		text, err := p.Get(name)
		if err != nil {
			return err
		}
		text = healPlaceholders(text)
		p.Set(name, text)
		for _, found := range placeholder.FindAllString(text, -1) {
			if !slices.Contains(known, found) {
				unknown = append(unknown, found)
			}
		}
		for _, m := range drawingID.FindAllStringSubmatch(text, -1) {
			if id, err := strconv.ParseInt(m[1], 10, 32); err == nil {
				ref.drawings = max(ref.drawings, int(id))
			}
		}
		for _, m := range controlID.FindAllStringSubmatch(text, -1) {
			if id, err := strconv.ParseInt(m[1], 10, 32); err == nil {
				ref.controls[int32(id)] = true
			}
		}
	}
	if len(unknown) > 0 {
		return fmt.Errorf("页眉页脚里有不认识的标记 %s；可用：%s", joinSorted(unknown), strings.Join(known, "、"))
	}
	return nil
}

// joinSorted lists words in a fixed order, each once.
func joinSorted(words []string) string {
	slices.Sort(words)
	return strings.Join(slices.Compact(words), "、")
}

// usedRelations leaves out what only the samples needed: pictures, links, headers of sections that are not used.
func usedRelations(rels []opc.Relationship, sections [3]sectionSetting) []opc.Relationship {
	var used []opc.Relationship
	for _, r := range rels {
		switch kind := r.Type[strings.LastIndex(r.Type, "/")+1:]; kind {
		case "image", "hyperlink", "chart", "oleObject", "package", "header", "footer", "aFChunk", "diagramData":
			referred := false
			for _, s := range sections {
				referred = referred || strings.Contains(s.xml, `"`+r.ID+`"`)
			}
			if !referred {
				continue
			}
		}
		used = append(used, r)
	}
	return used
}

// freeRelation is the first number n so that no relationship is called rIdn or rId with a larger number.
func freeRelation(rels []opc.Relationship) int {
	free := 1
	for _, r := range rels {
		if n, err := strconv.Atoi(strings.TrimPrefix(r.ID, "rId")); err == nil {
			free = max(free, n+1)
		}
	}
	return free
}
