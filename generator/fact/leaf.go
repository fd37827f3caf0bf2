package fact

import (
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"
)

// fault is why a scalar cannot be read; Decode adds the place.
type fault struct{ code, message, hint string }

// scalar is a scalar as it stands in the file.
type scalar struct {
	text   string
	quoted bool // in quotes or as a block
}

// leaf is implemented by the pointers to all leaves.
type leaf interface {
	Leaf
	info() *Info
	// read sets the value from s, or says why it cannot. The value must stay as it was when there is a fault.
	read(s scalar, f Field) *fault
}

func (i *Info) info() *Info { return i }

func (t *Text) read(s scalar, f Field) *fault {
	if bad := checkText(s.text, f); bad != nil {
		return bad
	}
	t.Value = s.text
	return nil
}

func (n *Int) read(s scalar, _ Field) *fault {
	value, bad := readInt(s)
	if bad == nil && value < 0 {
		return &fault{"negative", "不能是负数：" + shown(s.text), "这里是数量，写 0 或更大的整数"}
	}
	if bad == nil {
		n.Value = value
	}
	return bad
}

func (n *Number) read(s scalar, _ Field) *fault {
	value, bad := readNumber(s)
	if bad == nil {
		n.Value, n.Raw = value, s.text
	}
	return bad
}

func (b *Bool) read(s scalar, _ Field) *fault {
	value, bad := readBool(s)
	if bad == nil {
		b.Value = value
	}
	return bad
}

func (d *Date) read(s scalar, _ Field) *fault {
	day, bad := readDay(s.text)
	if bad == nil {
		d.Year, d.Month, d.Day = day.Year(), int(day.Month()), day.Day()
	}
	return bad
}

func (m *Month) read(s scalar, _ Field) *fault {
	day, err := time.Parse("2006-01", s.text)
	if err != nil || !plausible(day) {
		return &fault{"bad-month", "月份不对：" + shown(s.text), "写成 2023-04 的样子：4 位年、2 位月"}
	}
	m.Year, m.Month = day.Year(), int(day.Month())
	return nil
}

func (c *Clock) read(s scalar, _ Field) *fault {
	at, err := time.Parse("15:04", s.text)
	if err != nil {
		return &fault{"bad-clock", "时间不对：" + shown(s.text), "写成 08:30 的样子，24 小时制，用英文冒号"}
	}
	c.Hour, c.Minute = at.Hour(), at.Minute()
	return nil
}

func (c *Choice) read(s scalar, f Field) *fault {
	word, bad := readWord(s.text, f.Words)
	if bad == nil {
		c.Value, c.Text = word.Value, word.Text
	}
	return bad
}

func (r *Ref) read(s scalar, f Field) *fault {
	if bad := checkText(s.text, f); bad != nil {
		return bad
	}
	r.Value = s.text
	return nil
}

// checkText looks at what every text must hold to, and at the format that the field asks for.
func checkText(text string, f Field) *fault {
	if isBlank(text) {
		return &fault{"empty", "「" + f.Label + "」是空的", "填上内容；还不知道就删去这一行，文件里会显示为待填项"}
	}
	limit := f.Max
	if limit == 0 || KindOf(f.Type) == ListOf {
		limit = defaultTextLength
	}
	if n := utf8.RuneCountInString(text); n > limit {
		return &fault{"too-long", "「" + f.Label + "」有 " + strconv.Itoa(n) + " 个字，最多 " + strconv.Itoa(limit) + " 个字", "请缩短"}
	}
	if f.ID != "" || len(f.Refs) > 0 {
		return checkID(text)
	}
	return checkFormat(f.Format, text)
}

// newLeaf gives the leaf that v is, if it is one.
func newLeaf(v reflect.Value) (leaf, bool) {
	l, ok := v.Addr().Interface().(leaf)
	return l, ok
}
