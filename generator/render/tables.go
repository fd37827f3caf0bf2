package render

import (
	"fmt"
	"strings"

	"qmsdraft/generator/profile"
)

// matrixTable is the assignment of clauses to departments as a Markdown table: ▲ leads, △ supports.
func (b binding) matrixTable() (Markup, error) {
	m := b.set.Matrix
	if len(m.Departments) == 0 {
		return Fill(b.profile.Departments.Info), nil
	}
	var out strings.Builder
	fmt.Fprintf(&out, "::: table widths=\"2.2,6%s\" .vertical upright=2\n职能分配表（▲ 主责部门，△ 配合部门）\n\n", strings.Repeat(",1", len(m.Departments)))
	out.WriteString("| 条款 | 标题 |")
	for _, d := range m.Departments {
		name, err := printed(d.Name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&out, " %s |", name)
	}
	out.WriteString("\n|:-:|---|" + strings.Repeat(":-:|", len(m.Departments)) + "\n")
	for _, r := range m.Rows {
		fmt.Fprintf(&out, "| %s | %s |", Escape(r.Clause), Escape(b.matrixTitle(r.Clause)))
		for i, d := range m.Departments {
			fmt.Fprintf(&out, " %s |", matrixMark(r.Excluded, r.Mark(d.ID.Value), i))
		}
		out.WriteString("\n")
	}
	out.WriteString(":::")
	return Markup(out.String()), nil
}

// matrixTitle is the title of a clause without its number. One that only says 总则 is told apart by the title above it.
func (b binding) matrixTitle(no string) string {
	title := b.set.Edition.Heading(no)[len(no):]
	c, _ := b.set.Edition.Clause(no)
	if parent, ok := b.set.Edition.Clause(c.Parent()); ok && c.Title == "总则" {
		title = parent.Title + "—总则"
	}
	return strings.TrimSpace(title)
}

// matrixMark spreads 不适用 over the whole row of an excluded clause.
func matrixMark(excluded bool, mark string, column int) string {
	switch {
	case !excluded:
		return mark
	case column == 0:
		return "不适用"
	default:
		return "<<"
	}
}

// limit is the text of all limits of a control point, one a line, with a fill-in for each one that nobody gives. Where the work
// instruction of the step rules all of them, it is named once.
func (b binding) limit(c profile.ControlPoint) (Markup, error) {
	step := b.profile.StepOf(c)
	var items, parts []string
	for _, l := range c.Limits.Items {
		if l.Shown().Given || !c.Limit(step, l).Given {
			items = nil
			break
		}
		items = append(items, l.Item.Value)
	}
	if len(items) > 0 {
		return Escape(strings.Join(items, "、") + c.Limit(step, c.Limits.Items[0]).Value), nil
	}
	for _, line := range c.LimitLines(step) {
		m, err := printed(line.Limit)
		if err != nil {
			return "", err
		}
		if line.Limit.Given && line.Item.Given {
			m = Escape(line.Item.Value) + " " + m
		}
		parts = append(parts, string(m))
	}
	return Markup(strings.Join(parts, "<br>")), nil
}
