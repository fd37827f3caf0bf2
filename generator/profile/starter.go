package profile

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"qmsdraft/generator/fact"
)

// Starter is a commented profile to begin with: it loads at once, gives only what is compulsory, with values that
// plainly ask to be replaced, and shows every other key of the schema as a comment with its Chinese name. With a cluster
// it lists what the pack of that name brings; an empty cluster gives a profile without a pack. It fails when there is no
// such pack or when the pack holds a mistake.
func Starter(packs fs.FS, cluster string) ([]byte, error) {
	var pack *Pack
	if cluster != "" {
		loaded, problems := LoadPack(cluster, packs)
		if loaded == nil {
			problems[0].Hint = knownClusters(packs)
		}
		if err := problems.Err(); err != nil {
			return nil, err
		}
		pack = loaded
	}
	w := &starter{pack: pack, labels: listLabels(reflect.TypeFor[Profile](), map[string]string{})}
	w.head()
	for _, f := range fact.Fields(reflect.TypeFor[Profile]()) {
		w.section(f)
	}
	return []byte(w.out.String()), nil
}

type starter struct {
	out    strings.Builder
	pack   *Pack
	labels map[string]string // Chinese names of the lists that references point into
}

func (w *starter) line(format string, values ...any) {
	w.out.WriteString(strings.TrimRight(fmt.Sprintf(format, values...), " ") + "\n")
}

func (w *starter) head() {
	w.line("# yaml-language-server: $schema=qmsdraft.schema.json")
	w.line("## 上一行让编辑器按 qmsdraft.schema.json 提示和检查；这个文件用 qmsdraft schema > qmsdraft.schema.json 得到。")
	w.line("##")
	w.line("## 企业档案：一家企业的事实都写在这里，全套文件由它生成。")
	w.line("## 以“# ”开头的行是可以填写的项：删去“# ”（连同上一级的键），在冒号后填上内容。以“##”开头的行是说明。")
	w.line("## 不知道的事实不要写：文件里会显示为待填项，并列在待填清单里。")
	w.line("## 只用空格缩进；冒号用英文冒号，后面空一格；文字含有“: ”“#”或以 [ { & * ! 等开头时放进单引号。")
	if w.pack != nil {
		w.line("##")
		w.line("## 行业包 %s（%s）给出行业里共同的工序、控制点等；企业写的优先。没有的条目把编号写进 omit。", w.pack.ID.Value, w.pack.Name.Value)
	}
}

// section writes one key of the top level.
func (w *starter) section(f fact.Field) {
	w.line("")
	switch f.Key {
	case "cluster":
		if w.pack != nil {
			w.line("cluster: %s%s", w.pack.ID.Value, w.note(f))
			return
		}
	case "omit":
		w.omit(f)
		return
	}
	w.line("## ---- %s ----", f.Label)
	w.field(f, 0, f.Required, "")
	w.known(f.Key)
}

// field writes a key and, for a group or a list of groups, the keys below it. open says that the lines are no comments,
// since something compulsory stands below; dash is put before the first key of a list item.
func (w *starter) field(f fact.Field, depth int, open bool, dash string) {
	if w.placeholder(f, depth, open) {
		return
	}
	mark := "# "
	if open && f.Required {
		mark = ""
	}
	indent := strings.Repeat("  ", depth)
	w.line("%s%s%s%s:%s", mark, indent, dash, f.Key, w.note(f))
	deeper := depth + 1
	if dash != "" {
		deeper++
	}
	switch kind := fact.KindOf(f.Type); {
	case kind == fact.Group:
		for _, child := range fact.Fields(f.Type) {
			w.field(child, deeper, open, "")
		}
	case kind == fact.ListOf && fact.KindOf(fact.Elem(f.Type)) == fact.Group:
		w.item(fact.Fields(fact.Elem(f.Type)), deeper)
	}
}

// item writes the keys of one list item; the first of them carries the dash.
func (w *starter) item(fields []fact.Field, depth int) {
	for i, child := range fields {
		if i == 0 {
			w.field(child, depth, false, "- ")
			continue
		}
		w.field(child, depth+1, false, "")
	}
}

// placeholder writes a compulsory fact with a value that nobody can take for a fact.
func (w *starter) placeholder(f fact.Field, depth int, open bool) bool {
	if !open || !f.Required || fact.KindOf(f.Type) != fact.TextKind {
		return false
	}
	value := "请填写" + f.Label
	if f.Format == "code" {
		value = "ABCD"
	}
	w.line("%s%s: %s%s", strings.Repeat("  ", depth), f.Key, value, w.note(f))
	return true
}

// note is the comment behind a key: its Chinese name, whether it must be given, and what to write.
func (w *starter) note(f fact.Field) string {
	text := "  # " + f.Label
	if f.Required {
		text += "（必填）"
	}
	if kind := fact.KindOf(f.Type); kind == fact.ListOf && fact.KindOf(fact.Elem(f.Type)) != fact.Group {
		text += "（列表：每项另起一行，以“- ”开头）"
	} else if kind == fact.ListOf {
		text += "（列表：下面是一项，可以有多项）"
	}
	if d := description(f, w.labels); d != "" {
		text += "：" + d
	}
	return text
}

func (w *starter) omit(f fact.Field) {
	if w.pack == nil {
		return
	}
	w.line("## 不采用的行业包条目，例如 omit: [%s]；控制点里的一项写成 控制点编号/项目。全部编号见下面各节", first(w.pack))
	w.line("# omit:%s", w.note(f))
	if len(w.pack.Environment.Items) > 0 {
		w.line("## 行业包的环境和安全要点写进质量手册 7.1.4，没有的作业把编号写进 omit：")
		for _, x := range w.pack.Environment.Items {
			w.line("##   %s %s", x.ID.Value, x.Text.Value)
		}
	}
}

func first(pack *Pack) string {
	if len(pack.ControlPoints.Items) == 0 {
		return "编号"
	}
	return pack.ControlPoints.Items[len(pack.ControlPoints.Items)-1].ID.Value
}

// known lists what the pack brings into the list at key.
func (w *starter) known(key string) {
	if w.pack == nil {
		return
	}
	say, lines := w.brings(key)
	if len(lines) > 0 {
		w.line("## %s", say)
	}
	for _, l := range lines {
		w.line("##   %s", l)
	}
}

func (w *starter) brings(key string) (say string, lines []string) {
	const adopted = "行业包已有下列条目，不写也采用；要改成企业自己的内容时写出编号和要改的项（只改名称，其余仍是下面的文字），不要的写进 omit："
	switch key {
	case "process_flow":
		return adopted, inFull(w.pack.Steps, func(x Step) string { return x.ID.Value + " " + x.Name.Value })
	case "control_points":
		return adopted, inFull(w.pack.ControlPoints, func(x ControlPoint) string { return x.ID.Value + " " + x.Characteristic.Value + items(x) })
	case "purchasing":
		return adopted, inFull(w.pack.Purchasing, func(x Factor) string { return x.ID.Value + " " + x.Name.Value })
	case "after_sales":
		return adopted, inFull(w.pack.AfterSales, func(x Factor) string { return x.ID.Value + " " + x.Name.Value })
	case "enterprise":
		return "行业包提示核查下列证照（permits），不涉及的写进 omit：",
			each(w.pack.Permits, func(x Permit) string { return x.ID.Value + " " + x.Name.Value })
	case "roles":
		return "行业包知道下列岗位：写出编号就能补全职责、权限和能力要求，不写的不采用：",
			each(w.pack.Roles, func(x Role) string { return x.ID.Value + " " + x.Name.Value })
	case "diagnosis":
		return "行业包知道下列常见问题：在 usual 里写出编号，指标的名称、分子分母和单位就能补全：",
			each(w.pack.Problems, func(x UsualProblem) string { return x.ID.Value + " " + x.Title.Value })
	default:
		return "", nil
	}
}

func each[T any](list fact.List[T], line func(T) string) []string {
	var lines []string
	for _, x := range list.Items {
		lines = append(lines, line(x))
	}
	return lines
}

// inFull is each with the texts of every item below its line, under their keys.
func inFull[T any](list fact.List[T], line func(T) string) []string {
	var lines []string
	for _, x := range list.Items {
		first := line(x)
		lines = append(lines, first)
		fact.Walk(x, func(l fact.Leaf) {
			i := l.About()
			_, key, _ := strings.Cut(i.Path, "].")
			if t, ok := l.(fact.Text); ok && i.Given && !strings.Contains(first, t.Value) && !strings.Contains(key, "[") {
				lines = append(lines, "    "+key+": "+t.Value)
			}
		})
	}
	return lines
}

// items names what has to be given a limit in a control point.
func items(c ControlPoint) string {
	var names []string
	for _, l := range c.Limits.Items {
		name := l.Item.Value
		if l.Unit.Given {
			name += "（" + l.Unit.Value + "）"
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return "：" + strings.Join(names, "、")
}
