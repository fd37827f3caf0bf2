package fact

import (
	"strings"
	"testing"
)

// TestSyntaxErrorIsLocated breaks one line in the middle of a long file: the message must name that line, or the next,
// where the parser can first know.
func TestSyntaxErrorIsLocated(t *testing.T) {
	var lines []string
	for range 40 {
		lines = append(lines, "  - id: p", "    name: 张示", "    certs:", "      - title: 证书")
	}
	for _, c := range []struct {
		line          int // index in lines
		broken        string
		first, last   int // lines of the message, from 1; the mapping starts at line 2
		message, hint string
	}{
		{81, "    name：张示", 82, 84, "", "中文冒号"},
		{81, "    name: a: b", 83, 83, "这里不能再有", "单引号"},
		{81, "   name: 张示", 83, 83, "", "缩进"},
		{81, "    name: \"张示", 83, 83, "", "引号"},
		{81, "    name: '张'示'", 83, 83, "", "引号"},
		{81, "    name: [张示", 83, 85, "", ""},
		{81, "    name: @张示", 83, 83, "不允许的字符", "单引号"},
		{81, "    name: *张示", 83, 83, "", "引号"},
		{81, "    name: %张示", 83, 83, "", "引号"},
		{81, "\tname: 张示", 83, 83, "制表符", "空格"},
		{81, "     name: 张示", 83, 83, "这里不能再有", "缩进"},
	} {
		all := strings.Split("people:\n"+strings.Join(lines, "\n"), "\n")
		all[c.line+1] = c.broken
		problems := Decode("f.yaml", []byte(strings.Join(all, "\n")), &firm{}, Options{})
		if len(problems) != 1 {
			t.Errorf("%q: %d problems: %v", c.broken, len(problems), problems)
			continue
		}
		p := problems[0]
		if p.Line < c.first || p.Line > c.last || !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) {
			t.Errorf("%q: want line %d to %d, %q, %q; got %s", c.broken, c.first, c.last, c.message, c.hint, p.Error())
		}
		t.Log(p.Error())
	}
}
