package doc

import (
	"fmt"
	"strings"
)

// Fault is something in a tree that cannot be written. Block is the block in which it stands, so that a parser can name
// its line.
type Fault struct {
	Block   Block
	Message string // what is wrong, Chinese
	Hint    string // what to do, Chinese
}

// Error is "message。hint".
func (f Fault) Error() string {
	if f.Hint == "" {
		return f.Message
	}
	return f.Message + "。" + f.Hint
}

// Faults is all that [Finish] found.
type Faults []Fault

// Error lists every fault, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

func (f *Faults) add(b Block, hint, format string, args ...any) {
	*f = append(*f, Fault{Block: b, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// Finish numbers headings, tables and figures and fills in the section references of a tree. It may be called again after
// a change. The error is a Faults with everything that no writer could print: doubled heading IDs, references to
// headings that are not there or carry no number, skipped heading levels, grids with rows of wrong length or with spans
// that overlap or leave the grid, blocks in places where they may not stand.
func Finish(d *Document) error {
	var faults Faults
	checkPlaces(d.Blocks, &faults)
	number(d, &faults)
	resolve(d, &faults)
	if len(faults) > 0 {
		return faults
	}
	return nil
}

// number sets the numbers of headings, tables and figures.
func number(d *Document, faults *Faults) {
	c := counter{scheme: d.Meta.Numbering, first: d.Meta.FirstNumber}
	tables, figures, level := 0, 0, 0
	Walk(d.Blocks, func(b Block) bool {
		switch b := b.(type) {
		case *Heading:
			level = checkLevel(b, level, faults)
			b.Number = c.next(b, faults)
		case *Table:
			b.Number = 0
			if len(b.Caption) > 0 {
				tables++
				b.Number = tables
			}
			b.check(faults)
		case *Figure:
			b.Number = 0
			if b.Title != "" {
				figures++
				b.Number = figures
			}
			b.check(faults)
		}
		return true
	})
}

// checkLevel gives the level of h, for the heading that follows.
func checkLevel(h *Heading, before int, faults *Faults) int {
	title := PlainText(h.Text)
	switch {
	case h.Level < 1 || h.Level > 4:
		faults.add(h, "标题最多四级", "标题「%s」是第 %d 级", title, h.Level)
	case h.Level > before+1 && before == 0:
		faults.add(h, "第一个标题必须是一级标题（#）", "标题「%s」是第 %d 级，前面没有上级标题", title, h.Level)
	case h.Level > before+1:
		faults.add(h, "标题级别不能跳级", "标题「%s」是第 %d 级，前一个标题是第 %d 级", title, h.Level, before)
	}
	return h.Level
}

// resolve fills in the section references and finds doubled IDs.
func resolve(d *Document, faults *Faults) {
	targets := map[string]*Heading{}
	Walk(d.Blocks, func(b Block) bool {
		if h, ok := b.(*Heading); ok && h.ID != "" {
			if first := targets[h.ID]; first != nil {
				faults.add(h, "换一个标识", "标题标识 %s 重复，已用于「%s」", h.ID, PlainText(first.Text))
			} else {
				targets[h.ID] = h
			}
		}
		return true
	})
	Walk(d.Blocks, func(b Block) bool {
		for _, text := range texts(b) {
			resolveText(b, text, targets, faults)
		}
		return true
	})
}

func resolveText(b Block, text []Inline, targets map[string]*Heading, faults *Faults) {
	for i, in := range text {
		ref, ok := in.(Ref)
		if !ok || !ref.Section {
			resolveText(b, inside(in), targets, faults)
			continue
		}
		h := targets[ref.Target]
		switch {
		case h == nil:
			faults.add(b, "检查标识的拼写，或在被引用的标题后写 {#"+ref.Target+"}", "引用的标题标识 %s 不存在", ref.Target)
		case h.Number == "":
			faults.add(b, "给该标题编号，或改为引用其他标题", "引用的标题「%s」没有编号", PlainText(h.Text))
		default:
			ref.Text = []Inline{Text(strings.TrimRight(h.Number, "、."))}
			text[i] = ref
		}
	}
}
