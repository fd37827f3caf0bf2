package mdparse

import (
	"net/url"

	"github.com/yuin/goldmark/ast"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/fact"
)

func (l lowering) link(n *ast.Link, depth int) []doc.Inline {
	at := max(0, n.Pos())
	if len(n.Title) > 0 {
		l.fault(at, "link", "删除网址后面引号里的文字", "不支持链接的标题")
	}
	in := tidy(l.inside(n, depth+1))
	if len(in) == 0 {
		l.fault(at, "link", "写成 [文字](网址)", "链接没有文字")
		return nil
	}
	target := l.unescape(n.Destination, at)
	l.checkURL(target, at)
	return []doc.Inline{doc.Link{URL: target, Text: in}}
}

func (l lowering) autoLink(n *ast.AutoLink) []doc.Inline {
	label := string(n.Label(l.run.text))
	target := label
	if n.AutoLinkType == ast.AutoLinkEmail {
		target = "mailto:" + label
	}
	l.checkURL(target, max(0, n.Pos()))
	return []doc.Inline{doc.Link{URL: target, Text: []doc.Inline{doc.Text(label)}}}
}

// checkURL lets addresses through that a reader of a document can follow.
func (l lowering) checkURL(target string, at int) {
	u, err := url.Parse(target)
	if err == nil {
		switch u.Scheme {
		case "http", "https", "mailto":
			return
		}
	}
	l.fault(at, "link", `网址以 https://、http:// 或 mailto: 开头；引用本文件的标题写 []{.sec id=…}`, "链接的网址不能用：%s", target)
}

// span reads a fill-in, a reference or a section number.
func (l lowering) span(n *span) []doc.Inline {
	label := l.unescape(n.label, n.at+1)
	a := n.attrs
	if len(a.classes) != 1 {
		l.fault(n.at, "attribute", "写成 [名称]{.fill path=…}、[《…》]{.ref id=…} 或 []{.sec id=…}", "方括号后的属性里应当有一个 .fill、.ref 或 .sec")
		return nil
	}
	switch a.classes[0] {
	case "fill":
		l.require(a, n.at, "path", label)
		return []doc.Inline{l.fill(a, n.at, label)}
	case "ref":
		a.allow(".ref ", []string{"ref"}, []string{"id"})
		l.require(a, n.at, "id", label)
		return []doc.Inline{doc.Ref{Target: a.values["id"], Text: []doc.Inline{doc.Text(label)}}}
	case "sec":
		a.allow(".sec ", []string{"sec"}, []string{"id"})
		l.require(a, n.at, "id", "-")
		if label != "" {
			l.fault(n.at, "attribute", "写成 []{.sec id=…}", ".sec 的方括号里不写文字，编号是算出来的")
		}
		return []doc.Inline{doc.Ref{Target: a.values["id"], Section: true}}
	}
	l.fault(n.at, "attribute", fact.Suggest(a.classes[0], []string{"fill", "ref", "sec"}), "方括号后没有 .%s", a.classes[0])
	return nil
}

// require faults a span without its key or its label.
func (l lowering) require(a *attributes, at int, key, label string) {
	if a.values[key] == "" {
		l.fault(at, "attribute", "加上 "+key+"=…", ".%s 没有 %s", a.classes[0], key)
	}
	if label == "" {
		l.fault(at, "attribute", "在方括号里写上文字", ".%s 的方括号是空的", a.classes[0])
	}
}
