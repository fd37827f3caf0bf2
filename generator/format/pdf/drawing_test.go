package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
)

func flowDocument(t *testing.T) *doc.Document {
	t.Helper()
	d := &doc.Document{Blocks: []doc.Block{
		&doc.Paragraph{Text: text("见下图。")},
		&doc.Figure{Kind: doc.Flow, Title: "流程", Alt: "先（下料）\\后焊接", Nodes: []doc.FigureNode{
			{ID: "a", Text: "下料"}, {ID: "b", Text: "焊接", Marks: []doc.Mark{doc.SpecialProcess, doc.Outsourced}}}},
		&doc.Paragraph{Text: text("完。")},
	}}
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFigureIsTaggedWithWhatItShows(t *testing.T) {
	file := write(t, flowDocument(t))
	at := bytes.Index(file, []byte("/S/Figure/P "))
	if at < 0 {
		t.Fatal("there is no Figure in the structure")
	}
	element, _, _ := bytes.Cut(file[at:], []byte("\nendobj"))
	for _, want := range []string{fmt.Sprintf("/Alt<%X>", utf16Text("先（下料）\\后焊接")), "/A<</O/Layout/Placement/Block/BBox[76.55 ", "/K[<</Type/MCR"} {
		if !bytes.Contains(element, []byte(want)) {
			t.Errorf("%s is not in %s", want, element)
		}
	}
	tool(t, file, "qpdf", "--check", "FILE")
}

func TestTextOfAFigureBelongsToIt(t *testing.T) {
	out := tool(t, write(t, flowDocument(t)), "pdfinfo", "-struct-text", "FILE")
	at := 0
	for _, want := range []string{"见下图。", "Figure", "下料", "▲ 外包", "焊接", "Caption", "图 1　流程", "完。"} {
		next := strings.Index(out[at:], want)
		if next < 0 {
			t.Fatalf("%s does not follow in\n%s", want, out)
		}
		at += next
	}
}

func TestPicturesAreDrawnAsPaths(t *testing.T) {
	out := tool(t, write(t, flowDocument(t)), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	_, figure, found := strings.Cut(out, "/Figure <</MCID 0>> BDC\n")
	figure, _, ended := strings.Cut(figure, "EMC\n")
	if !found || !ended {
		t.Fatal("the figure is no marked content")
	}
	for _, want := range []string{" c\n", " l\n", "\nh B\n", "\nS\n", "\nf\n", "[3 ] 0 d\n", "[] 0 d\n"} {
		if !strings.Contains(figure, want) {
			t.Errorf("%q is not in the drawing:\n%s", want, figure)
		}
	}
}
