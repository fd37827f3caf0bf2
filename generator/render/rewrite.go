package render

import (
	"fmt"
	"strings"
	"text/template"
	"text/template/parse"
)

// Names of the functions that rewrite puts into the templates. Authors do not call them.
const (
	printFunc = "_print" // escapes or fills in
	givenFunc = "_given" // truth of a fact: whether it is given
	rowsFunc  = "_rows"  // rows of a list, one blank row when it is not given
	itemsFunc = "_items" // rows of a list that is given
)

// rewrite changes every template of t so that no author can forget to escape a value or to care for an absent fact
// (the way of html/template): actions print through printFunc, if and with ask givenFunc, range goes over
// rowsFunc or, where it has an else, itemsFunc. It reports actions that would print the bare value of a fact.
func rewrite(t *template.Template) error {
	for _, d := range t.Templates() {
		if d.Tree == nil || d.Root == nil {
			continue
		}
		if err := rewriteList(d.Tree, d.Root); err != nil {
			return err
		}
	}
	return nil
}

func rewriteList(t *parse.Tree, l *parse.ListNode) error {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if err := rewriteNode(t, n); err != nil {
			return err
		}
	}
	return nil
}

func rewriteNode(t *parse.Tree, n parse.Node) error {
	switch n := n.(type) {
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return nil
		}
		if err := checkAction(t, n); err != nil {
			return err
		}
		call(t, n.Pipe, printFunc)
	case *parse.IfNode:
		call(t, n.Pipe, givenFunc)
		return rewriteBranch(t, &n.BranchNode)
	case *parse.WithNode:
		call(t, n.Pipe, givenFunc)
		return rewriteBranch(t, &n.BranchNode)
	case *parse.RangeNode:
		name := rowsFunc
		if n.ElseList != nil {
			name = itemsFunc
		}
		call(t, n.Pipe, name)
		return rewriteBranch(t, &n.BranchNode)
	}
	return nil
}

func rewriteBranch(t *parse.Tree, b *parse.BranchNode) error {
	if err := rewriteList(t, b.List); err != nil {
		return err
	}
	return rewriteList(t, b.ElseList)
}

// call appends a call of function name to the pipeline, unless it is there.
func call(t *parse.Tree, p *parse.PipeNode, name string) {
	last := p.Cmds[len(p.Cmds)-1]
	if id, ok := last.Args[0].(*parse.IdentifierNode); ok && id.Ident == name {
		return
	}
	id := parse.NewIdentifier(name).SetTree(t).SetPos(p.Pos)
	p.Cmds = append(p.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: p.Pos, Args: []parse.Node{id}})
}

// checkAction refuses {{ .Fact.Value }}: it prints nothing when the fact is absent, where the fact itself prints a fill-in.
func checkAction(t *parse.Tree, n *parse.ActionNode) error {
	cmd := n.Pipe.Cmds[0]
	if len(n.Pipe.Cmds) != 1 || len(cmd.Args) != 1 {
		return nil
	}
	s := cmd.Args[0].String()
	switch cmd.Args[0].(type) {
	case *parse.FieldNode, *parse.VariableNode:
		if strings.HasSuffix(s, ".Value") {
			loc, _ := t.ErrorContext(n)
			return fmt.Errorf("%s: {{ %s }} prints nothing when the fact is absent; print %s", loc, s, strings.TrimSuffix(s, ".Value"))
		}
	}
	return nil
}
