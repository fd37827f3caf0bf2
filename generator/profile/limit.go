package profile

import (
	"strings"

	"qmsdraft/generator/fact"
)

// Shown is the limit as a document prints it: 60～90 μm, 110±10 A, ≤0.8 mm, or the text. When the profile gives none it
// is missing, with the label 焊接电流的规定范围. A given one is anchored as a whole, at the path of the limit (such as
// control_points[K2].limits[焊接电流]), since its numbers make sense together only.
func (l Limit) Shown() fact.Text {
	var parts []string
	if numbers := l.numbers(); numbers != "" {
		parts = append(parts, numbers)
	}
	if l.Text.Given {
		parts = append(parts, l.Text.Value)
	}
	if len(parts) == 0 {
		return missing(l.filler())
	}
	whole := l.filler()
	whole.Path, whole.Anchor = strings.TrimSuffix(l.Item.Path, ".item"), true
	return dressed(whole, strings.Join(parts, "，"))
}

// filler is the leaf that would fill a missing limit: the lower limit where there is a unit, else the text.
func (l Limit) filler() fact.Info {
	i := l.Text.Info
	if l.Unit.Given {
		i = l.Low.Info
	}
	if i.Label = "规定范围"; l.Item.Given {
		i.Label = l.Item.Value + "的规定范围"
	}
	return i
}

func (l Limit) numbers() string {
	low, high, nominal := l.Low.Raw, l.High.Raw, l.Nominal.Raw
	var shown string
	switch {
	case nominal != "" && l.Tolerance.Given:
		return withUnit(nominal+"±"+l.Tolerance.Raw, l.Unit)
	case low != "" && high != "":
		shown = withUnit(low+"～"+high, l.Unit)
	case low != "":
		shown = withUnit("≥"+low, l.Unit)
	case high != "":
		shown = withUnit("≤"+high, l.Unit)
	case nominal != "":
		return withUnit(nominal, l.Unit)
	default:
		return ""
	}
	if nominal != "" {
		shown += "（标准值 " + withUnit(nominal, l.Unit) + "）"
	}
	return shown
}

// Limit is one limit of the control point at its step: when the profile gives none, the work instruction of the step is
// what rules, 按《车架焊接作业指导书》规定. Without an instruction it is missing. A limit without an item (the blank one of a
// control point without limits) goes by the characteristic.
func (c ControlPoint) Limit(step Step, l Limit) fact.Text {
	shown := l.Shown()
	if !l.Item.Given && c.Characteristic.Given {
		shown.Label = c.Characteristic.Value + "的规定范围"
	}
	if rule := byInstruction(step); !shown.Given && rule != "" {
		return computed(shown.Info, rule)
	}
	return shown
}

func byInstruction(step Step) string {
	if !step.Instruction.Given {
		return ""
	}
	return "按《" + strings.Trim(step.Instruction.Value, "《》") + "》规定"
}

// LimitLine is one limit of a control point with the name of its item, such as 焊接电流 and 110±10 A.
type LimitLine struct {
	Item  fact.Text
	Limit fact.Text // missing, under a label that names the item, when nobody gave it
}

// LimitLines gives each limit of the control point. One without limits gives one line for the whole.
func (c ControlPoint) LimitLines(step Step) []LimitLine {
	limits := c.Limits.Items
	if len(limits) == 0 {
		limits = []Limit{c.Limits.Blank()}
	}
	var lines []LimitLine
	for _, l := range limits {
		lines = append(lines, LimitLine{Item: l.Item, Limit: c.Limit(step, l)})
	}
	return lines
}
