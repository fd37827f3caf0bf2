package docx

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"qmsdraft/generator/format/docx/internal/opc"
)

// Value is what stands in the place of a fact in a document that somebody may have edited.
type Value struct {
	Path   string // path in the profile; empty when neither the document nor the caller knows it
	Anchor string // what the bookmarks of the fact have in common; empty when the bookmark is gone
	Text   string // what a reader sees there, without what is left of the placeholder
	Filled bool   // whether that is more than a placeholder
}

// Read gives the facts of a DOCX that [Write] wrote, in the order of the text, also when Word, WPS or LibreOffice has saved
// it since; it is how a profile is brought up to date from the documents that an enterprise has edited. A fact that stands
// in several places comes several times, and the places may differ.
//
// A place is found by its bookmark or by the tag of its content control: Word keeps both, LibreOffice drops the tags and
// keeps the bookmarks, and a control that was taken away leaves its bookmark. paths are the paths that may occur, such as
// those of the trees from which the set was written; a long path stands in a document by its checksum only, and without
// paths its Value has an Anchor but no Path. What was deleted with tracked changes is left out, what was inserted counts.
// The error says why data is no DOCX.
func Read(data []byte, paths []string) ([]Value, error) {
	p, err := opc.Open(data)
	if err != nil {
		return nil, err
	}
	rels, err := p.Relationships("")
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(rels, func(r opc.Relationship) bool { return strings.HasSuffix(r.Type, "/officeDocument") })
	if i < 0 {
		return nil, fmt.Errorf("read container: it holds no document")
	}
	text, err := p.Get(rels[i].Part(""))
	if err != nil {
		return nil, err
	}
	places, err := findPlaces(text)
	if err != nil {
		return nil, fmt.Errorf("read part %s: %w", rels[i].Part(""), err)
	}
	known := newPathIndex(paths)
	var values []Value
	for _, x := range places {
		if path, ok := known.path(x); ok {
			values = append(values, newValue(path, x))
		}
	}
	return values, nil
}

// newValue tells whether a text is more than a placeholder.
func newValue(path string, x *placeFound) Value {
	shown := strings.TrimSpace(x.text())
	v := Value{Path: path, Anchor: x.stem, Text: strings.TrimSpace(fillIn.ReplaceAllString(shown, ""))}
	if slices.Contains(prompts(), v.Text) {
		v.Text = ""
	}
	if v.Filled = v.Text != ""; !v.Filled {
		v.Text = shown
	}
	return v
}

// fillIn is the placeholder of doc.Fill. LibreOffice leaves it beside what is typed at its end.
var fillIn = regexp.MustCompile(`【待填写：[^【】]*】`)

// prompts are what Word shows in a control that was emptied, by kind of control, and the first item of our lists.
func prompts() []string {
	return []string{choose, "单击或点击此处输入文字。", "单击此处输入文字。", "单击或点击以输入文字。", "单击此处输入日期。", "单击或点击以输入日期。", "选择一项。",
		"Click or tap here to enter text.", "Click here to enter text.", "Click or tap to enter a date.", "Click here to enter a date.", "Choose an item."}
}

// pathIndex finds paths by what stands for them in a document.
type pathIndex struct{ stems, tags map[string]string }

func newPathIndex(paths []string) pathIndex {
	x := pathIndex{map[string]string{}, map[string]string{}}
	for _, p := range paths {
		x.stems[bookmarkStem(p)], x.tags[shortTag(p)] = p, p
	}
	return x
}

// path is the path of a place. ok is false for a control that is none of ours: it has no bookmark and an unknown tag.
func (x pathIndex) path(p *placeFound) (path string, ok bool) {
	if path, ok = x.tags[p.tag]; ok {
		return path, true
	}
	if path, ok = x.stems[p.stem]; ok {
		return path, true
	}
	if p.stem == "" {
		return "", false
	}
	if path = strings.ReplaceAll(p.stem, "_", "."); bookmarkStem(path) == p.stem {
		return path, true
	}
	if bookmarkStem(p.tag) == p.stem {
		return p.tag, true
	}
	return "", true
}
