package fact

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"qmsdraft/generator/diag"
)

// hostile are files that are small, or within the limits of size and marks, but expensive for a careless reader.
func hostile() map[string]string {
	const full, marks, lines = maxBytes - 100, maxMarks - 100, 256 << 10
	return map[string]string{
		"alias bomb":               aliasBomb(),
		"self reference":           "a: &a [*a]\n",
		"open brackets":            strings.Repeat("[", lines),
		"open braces":              strings.Repeat("{a: ", marks/2),
		"open braces, short":       strings.Repeat("{a: ", lines/4),
		"dashes":                   strings.Repeat("- ", lines/2),
		"question marks":           strings.Repeat("? ", lines/2),
		"flow values":              "a: [" + strings.Repeat("a,", marks-5) + "]",
		"block values":             strings.Repeat("- a\n", marks/2),
		"unclosed flow":            "a: [" + strings.Repeat("a,", lines/2),
		"one long line":            "name: " + strings.Repeat("甲", full/3),
		"one long key":             strings.Repeat("k", full) + ": 1",
		"comments":                 strings.Repeat("# c\n", marks) + "a",
		"comments in list":         "a:\n" + strings.Repeat("# c\n- a\n", marks/3),
		"comments in error":        "a: {\n" + strings.Repeat("# c\n", lines/4) + "\n- ]",
		"blank lines":              strings.Repeat("\n", marks) + "a",
		"unknown keys":             unknownKeys(20000),
		"nested list":              strings.Repeat("- ", 9000) + "a",
		"open quote":               "name: \"" + strings.Repeat("a b\n ", marks),
		"open quote, short":        "name: \"" + strings.Repeat("a b\n ", lines/5),
		"nul bytes":                strings.Repeat("\x00", full),
		"control chars":            strings.Repeat("\x01", full),
		"too big":                  strings.Repeat("a", maxBytes+1),
		"too many values":          strings.Repeat("- a\n", maxBytes/4),
		"long block scalar":        "name: |\n" + strings.Repeat("  甲\n", marks),
		"long folded scalar":       "name: >-\n" + strings.Repeat("  甲\n", marks),
		"long Chinese flow":        "omit: [" + strings.Repeat("甲 乙,", full/10) + "]",
		"tabs":                     "name:\n" + strings.Repeat("\ta\n", lines/3),
		"error in last line, long": "x:\n" + strings.Repeat("  - a: b c d\n", marks/3) + "   x: y",
		"error in last line":       strings.Repeat("a: b c d\n", lines/9) + "x: y: z",
		"many good but wrong":      strings.Repeat("k: [a, b]\n", lines/10),
	}
}

// aliasBomb stands for 9^12 values when its aliases are followed.
func aliasBomb() string {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'm'; c++ {
		aliases := strings.TrimSuffix(strings.Repeat("*"+string(c-1)+", ", 9), ", ")
		bomb += string(c) + ": &" + string(c) + " [" + aliases + "]\n"
	}
	return bomb
}

func unknownKeys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("k" + strings.Repeat("x", i%30) + string(rune('a'+i%26)) + ": 1\n")
	}
	return b.String()
}

// TestHostileFilesEndSoon holds the limits of the input: an error within a second and 200 MB.
func TestHostileFilesEndSoon(t *testing.T) {
	for name, src := range hostile() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			start := time.Now()
			problems := Decode("f.yaml", []byte(src), &firm{}, Options{})
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if problems.Count(diag.Error) == 0 {
				t.Error("no error")
			}
			if len(problems) > maxProblems+1 {
				t.Errorf("%d problems", len(problems))
			}
			if took > 10*time.Second { // less than one second by itself; room for the race detector on a busy machine
				t.Errorf("took %v", took)
			}
			// The sum of everything ever allocated is an upper bound of what was in use at one time.
			if sum := (after.TotalAlloc - before.TotalAlloc) >> 20; sum > 600 {
				t.Errorf("allocated %d MB", sum)
			}
			t.Logf("%d KB: %v, %d MB, %d problems, first: %v", len(src)>>10, took, (after.TotalAlloc-before.TotalAlloc)>>20, len(problems), problems[0].Message)
		})
	}
}
