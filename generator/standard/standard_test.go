package standard

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func load(t *testing.T) (*Edition, *Register) {
	t.Helper()
	e, r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return e, r
}

func TestClauseTree(t *testing.T) {
	e, _ := load(t)
	if len(e.Clauses()) != 91 || len(e.Leaves()) != 65 {
		t.Errorf("%d clauses, %d leaves; want 91, 65", len(e.Clauses()), len(e.Leaves()))
	}
	for _, c := range e.Clauses() {
		if parent, ok := e.Clause(c.Parent()); c.Level() > 1 && (!ok || parent.Leaf) {
			t.Errorf("%s: its parent is unknown or a leaf", c.Number)
		}
		if leaves := e.LeavesOf(c.Number); len(leaves) == 0 || c.Leaf != (len(leaves) == 1 && leaves[0].Number == c.Number) {
			t.Errorf("%s: leaf is %v, but it has the leaves %v", c.Number, c.Leaf, leaves)
		}
		if c.Leaf && (c.Lead == "" || c.Procedure == "" || len(c.Questions) == 0) {
			t.Errorf("%s: a leaf needs a lead, a procedure and questions", c.Number)
		}
		if !c.Titled() && c.Label == "" {
			t.Errorf("%s has neither title nor label", c.Number)
		}
		if strings.Contains(strings.Join(c.Questions, ""), "气候") {
			t.Errorf("%s: questions on the climate stand apart", c.Number)
		}
	}
}

func TestHeading(t *testing.T) {
	e, _ := load(t)
	for number, want := range map[string]string{
		"8.5.1": "8.5.1 生产和服务提供的控制", "10.2.1": "10.2.1 不合格和纠正措施", "7.5.3.2": "7.5.3.2 成文信息的控制", "11": "11", "": "",
	} {
		if got := e.Heading(number); got != want {
			t.Errorf("Heading(%q) = %q, want %q", number, got, want)
		}
	}
}

func TestClimateAmendment(t *testing.T) {
	e, _ := load(t)
	if e.Climate("2023-07-01") || e.Climate("2024-02-22") || !e.Climate("2024-02-23") {
		t.Error("the amendment is in force from 2024-02-23")
	}
	c, _ := e.Clause("4.1")
	if before, after := c.Ask(false), c.Ask(true); len(after) != len(before)+1 || !strings.Contains(after[len(after)-1], "气候") {
		t.Errorf("questions of 4.1: %v, with the amendment %v", before, after)
	}
}

func TestStandardInForceOnADay(t *testing.T) {
	_, r := load(t)
	for _, c := range []struct{ topic, day, cite, next string }{
		{"bicycle-safety", "2023-07-01", "GB 3565-2005《自行车安全要求》", "GB 3565.2-2022"},
		{"bicycle-safety", "2022-07-01", "GB 3565-2005《自行车安全要求》", ""}, // the successor was not published yet
		{"bicycle-safety", "2023-09-30", "GB 3565-2005《自行车安全要求》", "GB 3565.2-2022"},
		{"bicycle-safety", "2023-10-01", "GB 3565.2-2022《自行车安全要求 第2部分：城市和旅行用、青少年、山地与竞赛自行车的要求》", ""},
		{"bicycle-safety", "2001-01-01", "", ""},
		{"ebike-safety", "2023-10-27", "GB 17761-2018《电动自行车安全技术规范》", ""},
		{"ebike-safety", "2025-03-01", "GB 17761-2018《电动自行车安全技术规范》", "GB 17761-2024"},
		{"ebike-safety", "2026-01-01", "GB 17761-2024《电动自行车安全技术规范》", ""},
		{"ebike-electrical", "2023-07-01", "", ""},
		{"ebike-battery", "2023-07-01", "GB/T 36972-2018（待核实）", ""},
		{"bicycle-paint", "2023-07-01", "QB/T 1218《自行车油漆技术条件》（待核实）", ""},
		{"surgical-mask", "2026-11-23", "YY 0469-2011《医用外科口罩》", ""},
		{"no-such-topic", "2023-07-01", "", ""},
	} {
		s, ok := r.On(c.topic, c.day)
		if ok != (c.cite != "") || ok && s.Cite() != c.cite {
			t.Errorf("%s on %s: %q, want %q", c.topic, c.day, s.Cite(), c.cite)
		}
		if s.ReplacedBy != c.next || (s.ReplacedOn != "") != (c.next != "") {
			t.Errorf("%s on %s is replaced by %q on %q, want %q", c.topic, c.day, s.ReplacedBy, s.ReplacedOn, c.next)
		}
		if next, _ := r.Next(c.topic, c.day); next.Number != c.next {
			t.Errorf("after %s on %s comes %q, want %q", c.topic, c.day, next.Number, c.next)
		}
	}
}

func TestRegisterIsWellFormed(t *testing.T) {
	_, r := load(t)
	var numbers []string
	for _, s := range r.All() {
		for _, day := range []string{s.Published, s.Effective, s.ReplacedOn} {
			if _, err := time.Parse("2006-01-02", day); day != "" && err != nil {
				t.Errorf("%s: %q is no day", s.Number, day)
			}
		}
		if slices.Contains(numbers, s.Number) {
			t.Errorf("%s stands in the register twice", s.Number)
		}
		numbers = append(numbers, s.Number)
		if !r.Has(s.Topic) || r.Title(s.Topic) == "" {
			t.Errorf("%s: topic %q has no title", s.Number, s.Topic)
		}
	}
}

func TestCheckFindsBrokenOrder(t *testing.T) {
	for name, editions := range map[string][]Standard{
		"no end":        {{Number: "A", Effective: "2001-01-01"}, {Number: "B", Effective: "2002-01-01"}},
		"ends too soon": {{Number: "A", Effective: "2003-01-01", ReplacedOn: "2002-01-01"}},
		"overlap":       {{Number: "A", ReplacedOn: "2003-01-01", ReplacedBy: "B"}, {Number: "B", Effective: "2002-01-01"}},
		"other name":    {{Number: "A", ReplacedOn: "2003-01-01", ReplacedBy: "C"}, {Number: "B", Effective: "2003-01-01"}},
	} {
		if r := (&Register{Topics: []Topic{{Key: "x", Editions: editions}}}); r.check() == nil {
			t.Errorf("%s: check finds nothing", name)
		}
	}
}
