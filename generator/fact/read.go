package fact

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The readers of plain values: each gives the value, or says why the words in the file are none.

func readInt(s scalar) (int64, *fault) {
	hint := "只写数字，例如 46；不写单位、千分位逗号和小数点"
	if s.quoted {
		return 0, &fault{"wrong-type", "应为整数，现在是带引号的文字" + shown(s.text), "去掉引号"}
	}
	digits := strings.TrimPrefix(s.text, "-")
	if !isDigits(digits) || len(digits) > 15 || (len(digits) > 1 && digits[0] == '0') {
		return 0, &fault{"bad-number", "应为整数，现在是" + shown(s.text), hint}
	}
	n, err := strconv.ParseInt(s.text, 10, 64)
	if err != nil {
		return 0, &fault{"bad-number", "应为整数，现在是" + shown(s.text), hint}
	}
	return n, nil
}

func readNumber(s scalar) (float64, *fault) {
	if s.quoted {
		return 0, &fault{"wrong-type", "应为数字，现在是带引号的文字" + shown(s.text), "去掉引号"}
	}
	whole, part, dotted := strings.Cut(strings.TrimPrefix(s.text, "-"), ".")
	value, err := strconv.ParseFloat(s.text, 64)
	if !isDigits(whole) || len(whole) > 15 || dotted && (!isDigits(part) || len(part) > 10) || err != nil {
		return 0, &fault{"bad-number", "应为数字，现在是" + shown(s.text), "只写数字，例如 0.80；单位和百分号写在单位一栏：98% 写成 98，单位写 \"%\""}
	}
	return value, nil
}

func readBool(s scalar) (bool, *fault) {
	switch {
	case !s.quoted && s.text == "true":
		return true, nil
	case !s.quoted && s.text == "false":
		return false, nil
	default:
		return false, &fault{"bad-bool", "应为 true（是）或 false（否），现在是" + shown(s.text), "写 true 或 false，不加引号"}
	}
}

func readDay(text string) (time.Time, *fault) {
	day, err := time.Parse("2006-01-02", text)
	if err == nil && plausible(day) {
		return day, nil
	}
	if iso, ok := asISO(text); ok {
		return day, &fault{"bad-date", "日期的写法不对：" + shown(text), "写成 " + iso}
	}
	return day, &fault{"bad-date", "日期不对：" + shown(text), "写成 2023-07-01 的样子，并且历法里要有这一天"}
}

// asISO rewrites other ways to write an existing day: 2023/7/1, 2023.7.1, 2023年7月1日.
func asISO(text string) (string, bool) {
	parts := regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`).FindStringSubmatch(text)
	if parts == nil {
		return "", false
	}
	iso := parts[1] + "-" + pad2(parts[2]) + "-" + pad2(parts[3])
	day, err := time.Parse("2006-01-02", iso)
	return iso, err == nil && plausible(day) && iso != text
}

// plausible keeps typing errors such as 2203 out; the oldest enterprises are younger than 1800.
func plausible(day time.Time) bool { return day.Year() >= 1800 && day.Year() <= 2199 }

func readWord(text string, words []Word) (Word, *fault) {
	var allowed []string
	for _, w := range words {
		if w.Value == text {
			return w, nil
		}
		if w.Text == text {
			return Word{}, &fault{"bad-choice", "不能写" + shown(text), "写它的英文词 " + w.Value}
		}
		allowed = append(allowed, wordShown(w))
	}
	return Word{}, &fault{"bad-choice", "没有" + shown(text) + "这个选项", "只能写其中之一：" + strings.Join(allowed, "、")}
}

func wordShown(w Word) string {
	if w.Text == w.Value {
		return w.Value
	}
	return w.Value + "（" + w.Text + "）"
}

func isDigits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

func pad2(s string) string {
	if len(s) < 2 {
		return "0" + s
	}
	return s
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// shown quotes words of the file in a message: short, on one line, without characters that could disturb a terminal.
func shown(text string) string {
	clean := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || unicode.Is(unicode.Cf, c) {
			return ' '
		}
		return c
	}, text)
	if utf8.RuneCountInString(clean) > 40 {
		clean = string([]rune(clean)[:40]) + "…"
	}
	return "「" + clean + "」"
}
