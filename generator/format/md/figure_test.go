package md_test

import (
	"errors"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/md"
)

// beside collects the files that are put beside a document.
func beside(files map[string]string) md.Options {
	return md.Options{Asset: func(name string, data []byte) (string, error) {
		files[name] = string(data)
		return "SL-QM 质量手册 (草)-" + name, nil
	}}
}

func TestFiguresAreFilesBesideTheDocument(t *testing.T) {
	step := []doc.FigureNode{{ID: "a", Text: "下料"}, {ID: "b", Text: "焊接"}}
	d := &doc.Document{Blocks: []doc.Block{
		&doc.Figure{Kind: doc.Flow, Title: "流程 [1]", Alt: "下料、\n焊接 [二]*", Nodes: step},
		&doc.Figure{Kind: doc.Flow, Nodes: step},
		&doc.Section{Landscape: true, Blocks: []doc.Block{&doc.Figure{Kind: doc.Flow, Title: "横", Nodes: step}}},
	}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	var b strings.Builder
	if err := md.Write(&b, d, beside(files)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"![下料、 焊接 \\[二\\]\\*](SL-QM%20质量手册%20%28草%29-图1.svg)\n\n图 1　流程 \\[1\\]\n",
		"![](SL-QM%20质量手册%20%28草%29-插图1.svg)\n", "![横](SL-QM%20质量手册%20%28草%29-图2.svg)\n\n图 2　横\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "|") {
		t.Errorf("there is a table:\n%s", b.String())
	}
	for name, width := range map[string]string{"图1.svg": `"442.2pt"`, "插图1.svg": `"442.2pt"`, "图2.svg": `"688.8pt"`} {
		if !strings.Contains(files[name], "焊接") || !strings.Contains(files[name], width) {
			t.Errorf("%s is not a picture %s wide: %.200s", name, width, files[name])
		}
	}
}

func TestFigureThatIsTooLargeIsATable(t *testing.T) {
	f := &doc.Figure{Kind: doc.Flow, Title: "长"}
	for range 500 {
		f.Nodes = append(f.Nodes, doc.FigureNode{Text: "工序"})
	}
	files := map[string]string{}
	var b strings.Builder
	if err := md.Write(&b, &doc.Document{Blocks: []doc.Block{f}}, beside(files)); err != nil {
		t.Fatal(err)
	}
	if len(files) > 0 || strings.Count(b.String(), "工序") != 500 {
		t.Errorf("%d files, text\n%.300s", len(files), b.String())
	}
}

func TestFileThatCannotBePutIsAnError(t *testing.T) {
	full := errors.New("disk full")
	d := &doc.Document{Blocks: []doc.Block{&doc.Figure{Kind: doc.Flow, Nodes: []doc.FigureNode{{Text: "甲"}}}}}
	err := md.Write(&strings.Builder{}, d, md.Options{Asset: func(string, []byte) (string, error) { return "", full }})
	if !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}
