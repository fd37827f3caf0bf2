// Package fact holds the leaves of a profile, and reads YAML into structs of them.
//
// A leaf (Text, Int, Number, Bool, Date, Month, Clock, Choice, Ref) knows, beside its value, whether it was given, its
// path in the profile, its Chinese label and its place in the file. That makes it cheap to keep the first promise of the
// program: what is not given is never invented, but shown as a fill-in with a name and listed with the path that fills it.
//
// [Decode] is strict: unknown keys, wrong types, bad dates, duplicate ids and references to nothing are all found in one
// run, each located. It is the only place that reads YAML; start there.
package fact

import (
	"strconv"
	"strings"
)

// Info is what every leaf and every list knows about itself.
type Info struct {
	Path  string // such as control_points[K2].limit.low; list items by id, or from 1 where they have none
	Label string // Chinese name, such as 下限
	File  string // file that gives the value
	Line  int    // from 1; of the value, or of the place where it would stand; 0 when not known
	Col   int    // from 1
	Given bool   // whether the file gives it
	Pack  bool   // given by the cluster pack, not by the enterprise
	// Anchor says that the enterprise is likely to change the fact: its places in a document stay recognisable when it is
	// given, too. It holds for dates, for references to people, and where the field has the tag anchor.
	Anchor bool
}

// Leaf is a single value of a profile. The methods are promoted from Info and implemented by each kind.
type Leaf interface {
	About() Info
	// String is the value as a document prints it; empty when it is not given.
	String() string
}

// About returns what the leaf knows about itself.
func (i Info) About() Info { return i }

// Text is a string. A given text is never blank.
type Text struct {
	Info
	Value string
}

// String is the text itself.
func (t Text) String() string { return t.Value }

// Int is a whole number.
type Int struct {
	Info
	Value int64
}

// String prints the number without separators.
func (n Int) String() string {
	if !n.Given {
		return ""
	}
	return strconv.FormatInt(n.Value, 10)
}

// Number is a decimal number that keeps the digits it was written with.
type Number struct {
	Info
	Value float64
	Raw   string // as written: "0.80"
}

// String is the number as it was written.
func (n Number) String() string { return n.Raw }

// Bool is yes or no.
type Bool struct {
	Info
	Value bool
}

// String is 是 or 否.
func (b Bool) String() string {
	switch {
	case !b.Given:
		return ""
	case b.Value:
		return "是"
	default:
		return "否"
	}
}

// Date is a day of the Gregorian calendar.
type Date struct {
	Info
	Year, Month, Day int
}

// String is 2023年7月1日.
func (d Date) String() string {
	if !d.Given {
		return ""
	}
	return strconv.Itoa(d.Year) + "年" + strconv.Itoa(d.Month) + "月" + strconv.Itoa(d.Day) + "日"
}

// ISO is 2023-07-01, empty when not given.
func (d Date) ISO() string {
	if !d.Given {
		return ""
	}
	return pad(d.Year, 4) + "-" + pad(d.Month, 2) + "-" + pad(d.Day, 2)
}

// Before reports whether d is earlier than e; false when either is not given.
func (d Date) Before(e Date) bool { return d.Given && e.Given && d.ISO() < e.ISO() }

// Month is a month of a year.
type Month struct {
	Info
	Year, Month int
}

// String is 2023-04.
func (m Month) String() string {
	if !m.Given {
		return ""
	}
	return pad(m.Year, 4) + "-" + pad(m.Month, 2)
}

// Clock is a time of day.
type Clock struct {
	Info
	Hour, Minute int
}

// String is 08:30.
func (c Clock) String() string {
	if !c.Given {
		return ""
	}
	return pad(c.Hour, 2) + ":" + pad(c.Minute, 2)
}

// Minutes is the time since midnight.
func (c Clock) Minutes() int { return c.Hour*60 + c.Minute }

// Choice is one word of a fixed set; the set stands in the struct tag of the field.
type Choice struct {
	Info
	Value   string   // the word in the file: small
	Text    string   // what a document prints: 小型
	Options []string // the texts of all words of the set, also when none is given; shared, never changed
}

// String is the Chinese text of the choice.
func (c Choice) String() string { return c.Text }

// Ref names another item of the profile by its id.
type Ref struct {
	Info
	Value string // the id
	Text  string // the name of the item, set once all items are known
}

// String is the name of the item referred to.
func (r Ref) String() string { return r.Text }

// List is a list of leaves or of structs of leaves.
type List[T any] struct {
	Info
	Items []T
	blank func(Info) T
}

// Blank is an item in which nothing is given, so that a document can show which facts an absent list would hold.
func (l List[T]) Blank() T {
	if l.blank == nil {
		var zero T
		return zero
	}
	return l.blank(l.Info)
}

// Len is the number of items.
func (l List[T]) Len() int { return len(l.Items) }

// Rows is what a document ranges over: the items, or one blank item when the list is not given at all.
// An explicitly empty list gives no rows.
func (l List[T]) Rows() []T {
	if l.Given {
		return l.Items
	}
	return []T{l.Blank()}
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}
