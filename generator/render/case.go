package render

import (
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
)

// outside prints a text of the profile, or one printed before, for readers outside the enterprise: it speaks of the
// enterprise where the documents of the system say 本公司. Places that can be read back keep their words.
func outside(v any) (Markup, error) {
	if l, ok := v.(fact.Leaf); ok && l.About().Given {
		v = Escape(l.String())
	}
	m, err := printed(v)
	if err != nil || strings.Contains(string(m), "{.fill ") {
		return m, err
	}
	return Markup(strings.ReplaceAll(string(m), "本公司", "企业")), nil
}

// monthLines are the figures of the months of one phase of an indicator, one month a line.
func monthLines(i profile.Indicator, phase string) (Markup, error) {
	var lines []string
	for _, r := range i.Rows() {
		if r.Phase != phase {
			continue
		}
		var line Markup
		for _, part := range []any{r.Month, "：", r.Num, "÷", r.Den} {
			m, err := printed(part)
			if err != nil {
				return "", err
			}
			line += m
		}
		lines = append(lines, string(line))
	}
	return Markup(strings.Join(lines, "<br>")), nil
}

// limitLine is the text of all limits of a control point in one line.
func (b binding) limitLine(c profile.ControlPoint) (Markup, error) {
	m, err := b.limit(c)
	return Markup(strings.ReplaceAll(string(m), "<br>", "；")), err
}
