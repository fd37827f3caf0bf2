package doc

import (
	"fmt"
	"reflect"
	"testing"
)

func TestSamplesAreFinished(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Samples() {
		if seen[s.Name] {
			t.Errorf("%s: name used twice", s.Name)
		}
		seen[s.Name] = true
		if err := Finish(s.Document); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}

func TestSamplesHoldEveryKind(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Samples() {
		Walk(s.Document.Blocks, func(b Block) bool { seen[fmt.Sprintf("%T", b)] = true; return true })
		Inlines(s.Document.Blocks, func(in Inline) { seen[fmt.Sprintf("%T", in)] = true })
	}
	blocks := []Block{&Cover{}, &TOC{}, &Heading{}, &Paragraph{}, &List{}, &Table{}, &Figure{}, &Note{}, &SignOff{}, &Section{}, &PageBreak{}}
	inlines := []Inline{Text(""), Strong{}, Emphasis{}, Code(""), Link{}, Ref{}, Break{}, Fill{}, Checkbox{}}
	for _, b := range blocks {
		if !seen[fmt.Sprintf("%T", b)] {
			t.Errorf("no sample of block %T", b)
		}
	}
	for _, in := range inlines {
		if !seen[fmt.Sprintf("%T", in)] {
			t.Errorf("no sample of inline %T", in)
		}
	}
}

func TestSamplesAreFresh(t *testing.T) {
	a, b := Samples(), Samples()
	if !reflect.DeepEqual(a, b) {
		t.Fatal("two calls give different samples")
	}
	a[0].Document.Blocks[0].(*Heading).Text[0] = Text("x")
	if reflect.DeepEqual(a[0], b[0]) {
		t.Fatal("two calls share blocks")
	}
}
