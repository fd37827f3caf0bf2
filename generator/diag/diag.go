// Package diag is the one way in which the program tells a user what is wrong with an input.
//
// A [Problem] names the place, what is wrong, and what to do. Packages collect problems into a [List] instead of
// stopping at the first, so that one run shows them all. Messages are Chinese sentences without a full stop;
// nothing here prints.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says how much a problem matters. The zero value is [Error].
type Severity int

// The three severities of the rules (notice and clause based rules use all of them; input errors are always Error).
const (
	Error Severity = iota
	Warning
	Advice
)

// String is the Chinese word for the severity.
func (s Severity) String() string {
	switch s {
	case Error:
		return "错误"
	case Warning:
		return "警告"
	default:
		return "建议"
	}
}

// MarshalText is the word that the rules use: error, warning or advice.
func (s Severity) MarshalText() ([]byte, error) {
	switch s {
	case Error:
		return []byte("error"), nil
	case Warning:
		return []byte("warning"), nil
	default:
		return []byte("advice"), nil
	}
}

// Problem is one finding in one input.
type Problem struct {
	File     string   `json:"file"`             // name of the input as the user gave it
	Line     int      `json:"line,omitempty"`   // from 1; 0 when the problem belongs to the file as a whole
	Col      int      `json:"col,omitempty"`    // from 1, in characters; 0 when not known
	Path     string   `json:"path,omitempty"`   // place in the profile, such as control_points[K2].limit.low
	Code     string   `json:"code"`             // stable identifier of the kind of problem, such as unknown-key
	Severity Severity `json:"severity"`         // Error unless set
	Message  string   `json:"message"`          // what is wrong
	Hint     string   `json:"hint,omitempty"`   // what to do
	Source   string   `json:"source,omitempty"` // clause or notice heading that asks for it, if any
}

// Position is "file:line:col", with the unknown parts left out.
func (p Problem) Position() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	default:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
	}
}

// Error makes a single Problem usable as an error: "file:line:col: 错误: message（path）。hint".
func (p Problem) Error() string {
	var b strings.Builder
	if pos := p.Position(); pos != "" {
		b.WriteString(pos + ": ")
	}
	b.WriteString(p.Severity.String() + ": " + p.Message)
	if p.Path != "" {
		b.WriteString("（" + p.Path + "）")
	}
	if p.Hint != "" {
		b.WriteString("。" + p.Hint)
	}
	if p.Source != "" {
		b.WriteString("。依据：" + p.Source)
	}
	return b.String()
}

// List is all that was found, in any order. The zero value is an empty list.
type List []Problem

// Add appends problems.
func (l *List) Add(p ...Problem) { *l = append(*l, p...) }

// Count gives the number of problems of severity s.
func (l List) Count(s Severity) int {
	n := 0
	for _, p := range l {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Sort orders the list by file, line, column, path and code, so that equal inputs give equal output.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
}

// Err is nil when the list holds no problem of severity Error, else the list itself as an error.
func (l List) Err() error {
	if l.Count(Error) == 0 {
		return nil
	}
	return l
}

// Error lists every problem, one a line.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, p := range l {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}
