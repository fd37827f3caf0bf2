package fact

import (
	"fmt"
	"strings"
	"testing"

	"qmsdraft/generator/diag"
)

const goodFirm = `name: 示例
code: SLZX
staff: 46
income: 0.80
open: true
founded: 2023-07-01
period: 2023-04
start: 8:30
size: small
boss: p1
owner: d1
omit: [K8, 'K9']
kinds: [b, a]
people:
  - id: p1
    name: 张示
    tasks: [d1]
  - name: 李示
    id: p2
    certs: [{title: 焊工证}]
departments:
  - {id: d1}
site:
  area: 6800 平方米
`

func decodeGood(t *testing.T) firm {
	t.Helper()
	var f firm
	if err := Decode("f.yaml", []byte(goodFirm), &f, Options{}).Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestLeavesKnowValueAndPlace(t *testing.T) {
	f := decodeGood(t)
	for _, c := range []struct {
		leaf       Leaf
		value, at  string
		path, name string
		given      bool
	}{
		{f.Name, "示例", "1:7", "name", "名称", true},
		{f.Staff, "46", "3:8", "staff", "人数", true},
		{f.Income, "0.80", "4:9", "income", "收入", true},
		{f.Open, "是", "5:7", "open", "营业", true},
		{f.Founded, "2023年7月1日", "6:10", "founded", "成立日期", true},
		{f.Period, "2023-04", "7:9", "period", "月份", true},
		{f.Start, "08:30", "8:8", "start", "上班时间", true},
		{f.Size, "小型", "9:7", "size", "规模", true},
		{f.Boss, "张示", "10:7", "boss", "负责人", true},
		{f.Owner, "d1", "11:8", "owner", "所有者", true}, // a department without a name goes by its id
		{f.Omit.Items[1], "K9", "12:12", "omit[2]", "不采用", true},
		{f.Kinds.Items[0], "乙", "13:9", "kinds[1]", "类别", true},
		{f.People.Items[0].Tasks.Items[0], "d1", "17:13", "people[p1].tasks[1]", "任务", true},
		{f.People.Items[1].Name, "李示", "18:11", "people[p2].name", "姓名", true},
		{f.People.Items[1].Certs.Items[0].Title, "焊工证", "20:21", "people[p2].certs[1].title", "证书名称", true},
		{f.USCC, "", "1:1", "uscc", "信用代码", false},
		{f.Site.City, "", "24:3", "site.city", "城市", false},
		{f.People.Items[1].Certs.Items[0].Until, "", "20:13", "people[p2].certs[1].until", "有效期", false},
		{f.People.Items[0].Certs.Blank().Title, "", "15:5", "people[p1].certs[1].title", "证书名称", false},
	} {
		i := c.leaf.About()
		if got := c.leaf.String(); got != c.value || i.Given != c.given {
			t.Errorf("%s = %q, given %v; want %q, %v", c.path, got, i.Given, c.value, c.given)
		}
		if at := fmt.Sprintf("%d:%d", i.Line, i.Col); at != c.at || i.Path != c.path || i.Label != c.name || i.File != "f.yaml" {
			t.Errorf("%s (%s) stands at %s:%s; want %s (%s) at %s", i.Path, i.Label, i.File, at, c.path, c.name, c.at)
		}
	}
}

func TestAbsentListHasBlankRow(t *testing.T) {
	var f firm
	if err := Decode("f.yaml", []byte("name: 示例\nomit: []\npeople:\n"), &f, Options{}).Err(); err != nil {
		t.Fatal(err)
	}
	rows := f.People.Rows()
	if f.People.Given || len(rows) != 1 || rows[0].Name.Path != "people[1].name" || rows[0].Name.Label != "姓名" || rows[0].Name.Given {
		t.Errorf("rows of an absent list: %+v", rows)
	}
	if deep := rows[0].Certs.Rows()[0].Until; deep.Path != "people[1].certs[1].until" || deep.Label != "有效期" {
		t.Errorf("blank row in a blank row: %+v", deep)
	}
	if !f.Omit.Given || len(f.Omit.Rows()) != 0 {
		t.Error("an empty list is given and has no rows")
	}
}

// mistakes are inputs with one mistake each; the profile is otherwise good.
var mistakes = []struct{ name, src, code, at, path, message, hint string }{
	{"unknown key", "nane: x\nname: 示例", "unknown-key", "1:1", "nane", "没有「nane」这个键", "是不是 name？"},
	{"label as key", "name: 示例\n人数: 3", "unknown-key", "2:1", "人数", "没有", "的键是 staff"},
	{"far key", "name: 示例\nqqqqqqqq: 3", "unknown-key", "2:1", "qqqqqqqq", "没有", "这里可以写：name、code"},
	{"key twice", "name: 示例\nstaff: 3\nstaff: 4", "duplicate-key", "3:1", "staff", "写了两次，第 2 行", ""},
	{"mapping for text", "name: 示例\nuscc:\n  a: b", "wrong-type", "3:3", "uscc", "应为一个值，现在是一组“键: 值”", ""},
	{"list for text", "name: [a]", "wrong-type", "1:7", "name", "现在是列表", ""},
	{"text for list", "name: 示例\nomit: K8", "wrong-type", "2:7", "omit", "应为列表，现在是一个值「K8」", ""},
	{"text for group", "name: 示例\nsite: 天津", "wrong-type", "2:7", "site", "应为一组“键: 值”", ""},
	{"text for item", "name: 示例\npeople:\n  - 张示", "wrong-type", "3:5", "people[1]", "应为一组", ""},
	{"null item", "name: 示例\nomit:\n  - K8\n  -", "empty", "4:4", "omit[2]", "这一项是空的", ""},
	{"day that is none", "name: 示例\nfounded: 2023-02-30", "bad-date", "2:10", "founded", "日期不对：「2023-02-30」", "2023-07-01"},
	{"date with slashes", "name: 示例\nfounded: 2023/7/1", "bad-date", "2:10", "founded", "写法不对", "写成 2023-07-01"},
	{"date in Chinese", "name: 示例\nfounded: 2023年7月1日", "bad-date", "2:10", "founded", "写法不对", "写成 2023-07-01"},
	{"typing error in the year", "name: 示例\nfounded: 2923-07-01", "bad-date", "2:10", "founded", "", ""},
	{"bad month", "name: 示例\nperiod: 2023-13", "bad-month", "2:9", "period", "", "2023-04"},
	{"bad clock", "name: 示例\nstart: 25:00", "bad-clock", "2:8", "start", "", "08:30"},
	{"number with unit", "name: 示例\nstaff: 46人", "bad-number", "2:8", "staff", "应为整数", "只写数字"},
	{"fraction for whole", "name: 示例\nstaff: 4.5", "bad-number", "2:8", "staff", "", ""},
	{"negative count", "name: 示例\nstaff: -4", "negative", "2:8", "staff", "", ""},
	{"quoted number", "name: 示例\nstaff: '46'", "wrong-type", "2:8", "staff", "带引号", "去掉引号"},
	{"thousands", "name: 示例\nincome: 1,000", "bad-number", "2:9", "income", "", ""},
	{"infinity", "name: 示例\nincome: .inf", "bad-number", "2:9", "income", "", ""},
	{"yes for bool", "name: 示例\nopen: 是", "bad-bool", "2:7", "open", "", "true"},
	{"unknown word", "name: 示例\nsize: big", "bad-choice", "2:7", "size", "没有「big」这个选项", "micro（微型）、small（小型）"},
	{"Chinese word", "name: 示例\nsize: 小型", "bad-choice", "2:7", "size", "", "英文词 small"},
	{"word in a list", "name: 示例\nkinds: [a, c]", "bad-choice", "2:12", "kinds[2]", "", "a（甲）、b（乙）"},
	{"empty text", "name: '  '", "empty", "1:7", "name", "「名称」是空的", ""},
	{"long text", "name: 一二三四五六七八九十甲", "too-long", "1:7", "name", "有 11 个字，最多 10 个字", ""},
	{"long list", "name: 示例\nomit: [a, b, c, d]", "too-long", "2:7", "omit", "有 4 项，最多 3 项", ""},
	{"missing", "code: AB", "missing", "1:1", "name", "缺少必填项「名称」", "补上 name：全称"},
	{"null is missing", "name: ~", "missing", "1:7", "name", "缺少必填项「名称」", ""},
	{"missing in item", "name: 示例\npeople:\n  - id: p1", "missing", "3:5", "people[p1].name", "缺少必填项「姓名」", ""},
	{"missing in group", "name: 示例\nsite: {city: 天津}", "missing", "2:7", "site.area", "缺少必填项「面积」", ""},
	{"id twice", "name: 示例\npeople:\n  - {id: p1, name: 甲}\n  - {id: p1, name: 乙}", "duplicate-id", "4:10", "people[p1].id", "第 3 行已经用过", ""},
	{"id with blank", "name: 示例\npeople: [{id: 'p 1', name: 甲}]", "bad-id", "2:15", "people[p 1].id", "", ""},
	{"reference to nothing", "name: 示例\nboss: p2\npeople: [{id: p1, name: 甲}]", "unknown-ref", "2:7", "boss", "「人员」里没有编号「p2」", "已有的编号：p1"},
	{"reference by name", "name: 示例\nowner: 张示\npeople: [{id: p1, name: 张示}]", "unknown-ref", "2:8", "owner", "「人员」「部门」里没有编号", "不写名称：p1"},
	{"reference without list", "name: 示例\nboss: p1", "unknown-ref", "2:7", "boss", "", "先在那里加上"},
	{"code", "name: 示例\ncode: Slzx", "bad-code", "2:7", "code", "", "SLZX"},
	{"clause", "name: 示例\nclause: 第8章", "bad-clause", "2:9", "clause", "", "8.5.1"},
	{"form", "name: 示例\nform: SLZX/QR-14-03", "bad-form", "2:7", "form", "", "QR-14-03"},
	{"check digit", "name: 示例\nuscc: 91120000MA00000001", "bad-uscc", "2:7", "uscc", "校验位不符", "营业执照"},
	{"short code", "name: 示例\nuscc: 9112", "bad-uscc", "2:7", "uscc", "应为 18 位", ""},
	{"letter O", "name: 示例\nuscc: 91120000MAO0000001", "bad-uscc", "2:7", "uscc", "不允许的字符", ""},
	{"anchor", "name: &a 示例", "alias", "1:7", "", "锚点", ""},
	{"tag", "name: !!binary aGk=", "tag", "1:7", "name", "标签", ""},
	{"bidi override", "name: \"a\\u202Eb\"", "control-character", "1:7", "name", "U+202E", ""},
	{"control character", "name: 示\x07例", "control-character", "1:8", "", "U+0007", ""},
	{"tab", "name: 示例\nsite:\n\tarea: 1", "tab", "3:1", "", "制表符", "空格"},
	{"two documents", "name: 示例\n---\nname: 二", "syntax", "2:1", "", "不止一份", ""},
	{"Chinese colon", "name：示例\ncode: AB", "syntax", "", "", "YAML 写法不对", ""},
	{"unclosed quote", "name: 示例\ncode: \"AB\nstaff: 3\n", "syntax", "2:1", "", "引号没有配对", ""},
	{"colon in text", "name: 示例\nuscc: a: b\n", "syntax", "2:1", "", "这里不能再有", "缩进不对"},
	{"bracket", "name: 示例\nomit: [a, b\nstaff: 3\n", "syntax", "", "", "方括号", ""},
	{"list at root", "- a", "wrong-type", "1:1", "", "应为一组", ""},
	{"empty file", "", "empty-file", "", "", "文件是空的", "qmsdraft new"},
	{"only comments", "# nothing\n", "empty-file", "", "", "", ""},
	{"UTF-16", "\xff\xfen\x00a\x00", "encoding", "", "", "UTF-16", "UTF-8"},
	{"GBK", "name: \xca\xbe\xc0\xfd", "encoding", "1:8", "", "GBK", "UTF-8"},
	{"deep", "name: 示例\nuscc: " + strings.Repeat("[", 30) + strings.Repeat("]", 30), "too-deep", "2:30", "", "嵌套超过 24 层", ""},
}

func TestEveryMistakeIsLocated(t *testing.T) {
	for _, c := range mistakes {
		t.Run(c.name, func(t *testing.T) {
			problems := Decode("f.yaml", []byte(c.src), &firm{}, Options{})
			if len(problems) != 1 {
				t.Fatalf("%d problems:\n%v", len(problems), problems)
			}
			p := problems[0]
			if p.Code != c.code || p.Path != c.path || p.File != "f.yaml" || p.Severity != diag.Error {
				t.Errorf("%s at %q, want %s at %q: %s", p.Code, p.Path, c.code, c.path, p.Error())
			}
			if at := fmt.Sprintf("%d:%d", p.Line, p.Col); c.at != "" && at != c.at {
				t.Errorf("at %s, want %s: %s", at, c.at, p.Error())
			}
			if !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) || p.Hint == "" {
				t.Errorf("message %q, hint %q; want %q, %q", p.Message, p.Hint, c.message, c.hint)
			}
			if strings.HasSuffix(p.Message, "。") || strings.HasSuffix(p.Hint, "。") {
				t.Errorf("messages end without a full stop: %s", p.Error())
			}
		})
	}
}

func TestAllMistakesInOneRun(t *testing.T) {
	const src = `nmae: 示例
code: ab
staff: 46人
founded: 2023-02-30
size: big
boss: p9
period: 2023-7
people:
  - id: p1
    name: 甲
  - id: p1
    name: ''
omit: K8
`
	problems := Decode("f.yaml", []byte(src), &firm{}, Options{})
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%d %s", p.Line, p.Code))
	}
	want := "1 missing,1 unknown-key,2 bad-code,3 bad-number,4 bad-date,5 bad-choice,6 unknown-ref,7 bad-month,11 duplicate-id,12 empty,13 wrong-type"
	if strings.Join(got, ",") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ","), want)
	}
}

func TestTextIsTakenAsWritten(t *testing.T) {
	for src, want := range map[string]string{
		"name: 0221234": "0221234", "name: 8.10": "8.10", "name: true": "true", "name: 2023-07-01": "2023-07-01",
		"name: '| * # {{'": "| * # {{", `name: "a\nb"`: "a\nb", "name: |\n  - a\n  b\n": "- a\nb", "name: >-\n  a\n  b\n": "a b",
		"\ufeffname: 😀𠮷": "😀𠮷", "name: 示例\r\ncode: AB\r\n": "示例", "name: ' a '": " a ",
	} {
		var f firm
		if problems := Decode("f.yaml", []byte(src), &f, Options{}); len(problems) > 0 || f.Name.Value != want {
			t.Errorf("%q gives %q, want %q; %v", src, f.Name.Value, want, problems)
		}
	}
}

func TestLineOffset(t *testing.T) {
	var f firm
	problems := Decode("t.tmpl", []byte("name: 示例\nstaff: x\nstaff: 3\n"), &f, Options{LineOffset: 10})
	if len(problems) != 2 || problems[0].Line != 12 || problems[1].Line != 13 || !strings.Contains(problems[1].Message, "第 12 行") || f.Name.Line != 11 {
		t.Errorf("name at %d, problems:\n%v", f.Name.Line, problems)
	}
}

func TestWalkAndLookup(t *testing.T) {
	f := decodeGood(t)
	var given, paths []string
	Walk(f, func(l Leaf) {
		paths = append(paths, l.About().Path)
		if l.About().Given {
			given = append(given, l.About().Path)
		}
	})
	if len(paths) != 29 || len(given) != 23 || paths[0] != "name" || paths[len(paths)-1] != "site.city" {
		t.Errorf("%d leaves, %d given: %v", len(paths), len(given), paths)
	}
	for _, path := range paths {
		if l, ok := Lookup(&f, path); !ok || l.About().Path != path {
			t.Errorf("Lookup(%q) finds nothing", path)
		}
	}
	if _, ok := Lookup(f, "people[p9].name"); ok {
		t.Error("Lookup finds a person that is not there")
	}
}
