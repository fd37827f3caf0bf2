package fact

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The patterns of the formats; a profile has hundreds of clause numbers, so they are compiled once.
var (
	usccPattern   = regexp.MustCompile(`^[0-9A-HJ-NPQRTUWXY]{18}$`)
	codePattern   = regexp.MustCompile(`^[A-Z]{2,6}$`)
	clausePattern = regexp.MustCompile(`^([4-9]|10)(\.[1-9][0-9]?){0,3}( ?[a-z]\))?$`)
	formPattern   = regexp.MustCompile(`^QR-[0-9]{2}-[0-9]{2}[A-Z]?$`)
	idPattern     = regexp.MustCompile(`^[^\s\[\]]{1,40}$`)
)

// Formats gives, for each word of the tag format, the pattern that a text must match (RE2 and ECMA 262 alike).
// The check digit of uscc cannot be put into a pattern; Decode checks it.
func Formats() map[string]string {
	return map[string]string{
		"uscc":   usccPattern.String(),
		"code":   codePattern.String(),
		"clause": clausePattern.String(),
		"form":   formPattern.String(),
		"id":     idPattern.String(),
	}
}

func checkFormat(format, text string) *fault {
	switch {
	case format == "uscc":
		return checkUSCC(text)
	case format == "code" && !codePattern.MatchString(text):
		return &fault{"bad-code", "文件代号不对：" + shown(text), "用 2～6 个大写英文字母，例如 SLZX"}
	case format == "clause" && !clausePattern.MatchString(text):
		return &fault{"bad-clause", "条款号不对：" + shown(text), "只写条款号，例如 8.5.1"}
	case format == "form" && !formPattern.MatchString(text):
		return &fault{"bad-form", "表单编号不对：" + shown(text), "写成 QR-14-03 的样子：程序文件两位序号、表单两位序号，不写公司代号"}
	default:
		return nil
	}
}

func checkID(text string) *fault {
	bad := func(c rune) bool { return unicode.IsSpace(c) || c == '[' || c == ']' }
	if utf8.RuneCountInString(text) <= 40 && !strings.ContainsFunc(text, bad) {
		return nil
	}
	return &fault{"bad-id", "编号不对：" + shown(text), "编号最多 40 个字，不能有空格、换行和方括号，例如 K1 或 welding"}
}

// usccAlphabet holds the characters of a unified social credit code; the index of each is its value (GB 32100-2015, table 2).
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// checkUSCC checks length, characters and check digit of a unified social credit code (GB 32100-2015, 4 and annex A).
func checkUSCC(text string) *fault {
	const compare = "请对照营业执照逐位检查"
	if len([]rune(text)) != 18 {
		return &fault{"bad-uscc", "统一社会信用代码应为 18 位：" + shown(text), compare}
	}
	if i := strings.IndexFunc(text, func(c rune) bool { return !strings.ContainsRune(usccAlphabet, c) }); i >= 0 {
		return &fault{"bad-uscc", "统一社会信用代码里有不允许的字符：" + shown(text), compare + "：只用数字和大写字母，不用 I、O、Z、S、V"}
	}
	if !isDigits(text[2:8]) {
		return &fault{"bad-uscc", "统一社会信用代码的第 3～8 位（登记机关行政区划码）应为数字：" + shown(text), compare}
	}
	if text[17] != usccCheckDigit(text[:17]) {
		return &fault{"bad-uscc", "统一社会信用代码的校验位不符：" + shown(text), compare + "：至少有一位抄错"}
	}
	return nil
}

// usccCheckDigit computes the 18th character: weights are the powers of 3 modulo 31 (GB 32100-2015, annex A).
func usccCheckDigit(body string) byte {
	sum, weight := 0, 1
	for _, c := range body {
		sum += strings.IndexRune(usccAlphabet, c) * weight
		weight = weight * 3 % 31
	}
	return usccAlphabet[(31-sum%31)%31]
}
