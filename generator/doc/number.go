package doc

import (
	"strconv"
	"strings"
)

// counter gives the numbers of headings in order.
type counter struct {
	scheme   Numbering
	first    int
	started  bool   // a numbered heading of level 1 was seen
	counts   [5]int // by level; index 0 is not used
	appendix int    // number of the appendix in which we are or were
	inside   bool   // whether we are in an appendix
	plain    int    // level of the plain heading under which we are; 0 = none
}

const mostAppendices = 26

// next is the number of the next heading. What stands under a plain heading is plain, too.
func (c *counter) next(h *Heading, faults *Faults) string {
	if h.Style == Appendix && h.Level != 1 {
		faults.add(h, "附录写成一级标题：# 标题 {.appendix}", "附录标题「%s」不是一级标题", PlainText(h.Text))
	}
	if c.scheme == Unnumbered || h.Level < 1 || h.Level >= len(c.counts) {
		return ""
	}
	if c.plain > 0 && h.Level > c.plain {
		return ""
	}
	c.plain = 0
	if h.Style == Plain {
		c.plain = h.Level
		return ""
	}
	c.count(h)
	if c.appendix > mostAppendices {
		faults.add(h, "合并附录", "附录超过 %d 个", mostAppendices)
		return ""
	}
	return c.shown(h.Level)
}

func (c *counter) count(h *Heading) {
	for i := h.Level + 1; i < len(c.counts); i++ {
		c.counts[i] = 0
	}
	if h.Level > 1 {
		c.counts[h.Level]++
		return
	}
	c.inside = h.Style == Appendix
	switch {
	case c.inside:
		c.appendix++
	case !c.started:
		c.started = true
		c.counts[1] = c.first
		if c.scheme == Chinese {
			c.counts[1] = max(1, c.first)
		}
	default:
		c.counts[1]++
	}
}

func (c *counter) shown(level int) string {
	if c.inside {
		letter := string(rune('A' + c.appendix - 1))
		if level == 1 {
			return "附录" + letter
		}
		return letter + "." + joined(c.counts[2:level+1])
	}
	if c.scheme == Decimal {
		return joined(c.counts[1 : level+1])
	}
	n := c.counts[level]
	switch level {
	case 1:
		return chineseNumber(n) + "、"
	case 2:
		return "（" + chineseNumber(n) + "）"
	case 3:
		return strconv.Itoa(n) + "."
	default:
		return "（" + strconv.Itoa(n) + "）"
	}
}

func joined(counts []int) string {
	parts := make([]string, len(counts))
	for i, n := range counts {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, ".")
}

// chineseNumber writes 1 to 99 in Chinese, and other numbers in digits.
func chineseNumber(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n%10]
	default:
		return digits[n/10] + "十" + digits[n%10]
	}
}
