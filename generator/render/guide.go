package render

import (
	"fmt"
	"strings"

	"qmsdraft/generator/standard"
)

// guide is a note for whoever edits a section: the clauses that it answers, the documented information that they ask for, and
// what an auditor will ask. Clauses that do not apply are left out; the note is empty when none is left. An unknown number
// is an error.
func (b binding) guide(numbers ...string) (Markup, error) {
	var clauses []standard.Clause
	for _, no := range numbers {
		c, ok := b.set.Edition.Clause(no)
		if !ok {
			return "", fmt.Errorf("%s has no clause %q", b.set.Edition.Short(), no)
		}
		if b.set.Applicable(no) {
			clauses = append(clauses, c)
		}
	}
	if len(clauses) == 0 {
		return "", nil
	}
	return Markup("\n> [!GUIDE]\n" + b.guideText(clauses)), nil
}

func (b binding) guideText(clauses []standard.Clause) string {
	var names, documents []string
	var questions strings.Builder
	n := 0
	for _, c := range clauses {
		names = append(names, string(Escape(b.guideName(c))))
		if d := documented(c); d != "" {
			documents = append(documents, prefixed(clauses, c, d))
		}
		for _, q := range c.Ask(b.climate()) {
			n++
			fmt.Fprintf(&questions, "> %d. %s\n", n, prefixed(clauses, c, string(Escape(q))))
		}
	}
	text := fmt.Sprintf("> **本节对应条款**：%s %s。\n", Escape(b.set.Edition.Short()), strings.Join(names, "；"))
	if len(documents) == 0 {
		documents = []string{"没有单独规定；要证明做过、做到的，保留能说明问题的记录即可"}
	}
	text += ">\n> **要求的成文信息**：" + strings.Join(documents, "；") + "。\n"
	if n > 0 {
		text += ">\n> **审核时常问**：\n>\n" + questions.String()
	}
	return text
}

// guideName is the number with the title of the clause, or with what it is about where the standard gives no title.
func (b binding) guideName(c standard.Clause) string {
	if !c.Titled() && c.Label != "" {
		return c.Number + " " + c.Label
	}
	return b.set.Edition.Heading(c.Number)
}

// prefixed names the clause where a note is about several.
func prefixed(clauses []standard.Clause, c standard.Clause, text string) string {
	if len(clauses) == 1 {
		return text
	}
	return string(Escape(c.Number)) + " " + text
}

// documented says what documented information a clause asks for; empty when it asks for none.
func documented(c standard.Clause) string {
	evidence := strings.TrimRight(c.Evidence, "。")
	if evidence == "" {
		return ""
	}
	kind := map[string]string{
		standard.Maintain: "保持文件：", standard.Retain: "保留记录：", standard.Both: "保持文件并保留记录：",
	}[c.Documented]
	return kind + string(Escape(evidence))
}
