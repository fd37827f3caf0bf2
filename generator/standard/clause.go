package standard

import (
	"slices"
	"strings"
)

// Edition is the clause tree of one edition of the management system standard.
type Edition struct {
	List []Clause `yaml:"clauses" req:"true"`
}

// What documented information a clause asks for.
const (
	Maintain = "maintain" // a document
	Retain   = "retain"   // a record
	Both     = "both"
	None     = "none"
)

// Whether a clause may be declared not applicable (4.3).
const (
	Never       = "never"
	Conditional = "conditional" // with a reason that holds
	Common      = "common"      // often so for makers who build to the drawings of others
)

// Clause is a clause or sub-clause.
type Clause struct {
	Number     string   `yaml:"number" id:"clauses" req:"true" format:"clause"`
	Title      string   `yaml:"title"` // empty where the standard gives none
	Label      string   `yaml:"label"` // what an untitled clause is about, in own words
	Leaf       bool     `yaml:"leaf"`  // has no sub-clauses
	Documented string   `yaml:"documented" req:"true" enum:"maintain|retain|both|none"`
	Evidence   string   `yaml:"evidence"`                                                   // of what documented information is asked for
	Lead       string   `yaml:"lead" enum:"top|qm|admin|sales|purchase|prod|tech|qc|store"` // default leading function, for a leaf
	Instead    string   `yaml:"instead" enum:"top|qm|admin|sales|purchase|prod|tech|qc|store"`
	Procedure  string   `yaml:"procedure"` // QP-14, or QM for the manual
	Excluded   string   `yaml:"excluded" req:"true" enum:"never|conditional|common"`
	Questions  []string `yaml:"questions"` // what an auditor asks
	Climate    []string `yaml:"climate"`   // asked only where the climate amendment is in force
}

// Titled reports whether the standard gives the clause a title.
func (c Clause) Titled() bool { return c.Title != "" }

// Level is 1 for a chapter such as 8, 3 for 8.5.1.
func (c Clause) Level() int { return strings.Count(c.Number, ".") + 1 }

// Parent is the number of the clause above, empty for a chapter.
func (c Clause) Parent() string { return c.Number[:max(0, strings.LastIndex(c.Number, "."))] }

// Ask gives the questions of an auditor; those on the climate only when it is in force.
func (c Clause) Ask(climate bool) []string {
	if !climate {
		return c.Questions
	}
	return slices.Concat(c.Questions, c.Climate)
}

// Name is the full name of the edition.
func (e *Edition) Name() string { return "GB/T 19001-2016 idt ISO 9001:2015" }

// Short is the name of the edition in running text.
func (e *Edition) Short() string { return "GB/T 19001-2016" }

// International is the name of the edition at ISO.
func (e *Edition) International() string { return "ISO 9001:2015" }

// Climate reports whether ISO 9001:2015/Amd 1:2024 (climate change, 4.1 and 4.2) is in force on the day.
func (e *Edition) Climate(day string) bool { return day >= "2024-02-23" }

// Clauses gives all clauses in order.
func (e *Edition) Clauses() []Clause { return e.List }

// Clause finds a clause by its number, such as 8.5.1.
func (e *Edition) Clause(number string) (Clause, bool) {
	i := slices.IndexFunc(e.List, func(c Clause) bool { return c.Number == number })
	if i < 0 {
		return Clause{}, false
	}
	return e.List[i], true
}

// WithoutItem is a clause number without the letter of an item in it: 8.5.1 for 8.5.1 f).
func WithoutItem(number string) string {
	return strings.TrimRight(number, " abcdefghijklmnopqrstuvwxyz)")
}

// Leaves gives the clauses without sub-clauses, in order: those that an audit has to cover.
func (e *Edition) Leaves() []Clause {
	var leaves []Clause
	for _, c := range e.List {
		if c.Leaf {
			leaves = append(leaves, c)
		}
	}
	return leaves
}

// LeavesOf gives the leaves of a clause; a leaf is its own.
func (e *Edition) LeavesOf(number string) []Clause {
	return slices.DeleteFunc(e.Leaves(), func(c Clause) bool {
		return c.Number != number && !strings.HasPrefix(c.Number, number+".")
	})
}

// Heading is the number with the title: 8.5.1 生产和服务提供的控制. A clause without a title of its own goes by that of
// the clause above it: 10.2.1 不合格和纠正措施. An unknown number comes back as it is.
func (e *Edition) Heading(number string) string {
	for c, ok := e.Clause(number); ok; c, ok = e.Clause(c.Parent()) {
		if c.Titled() {
			return number + " " + c.Title
		}
	}
	return number
}
