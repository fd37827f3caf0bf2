package figure

import (
	"math"
	"strings"
	"unicode/utf8"
)

// mostPieces is the length of texts whose line ends are weighed against each other.
const mostPieces = 60

// even breaks a text into the given number of lines: as even as possible, but rather between two words. All of it fits into
// so many lines.
func (r ruler) even(all []string, l letters, width float64, lines int) wrapped {
	n := len(all)
	poor := poorEnds(all)
	costs, ends := make([][]float64, lines+1), make([][]int, lines+1)
	for k := range costs {
		costs[k], ends[k] = make([]float64, n+1), make([]int, n+1)
		for i := range costs[k] {
			costs[k][i] = math.Inf(1)
		}
	}
	costs[0][0] = 0
	for from := range n {
		for to := from + 1; to <= n; to++ {
			ems := r.width(strings.TrimSpace(strings.Join(all[from:to], "")), l) / l.size
			if ems*l.size > width {
				break
			}
			for k := range lines {
				if c := costs[k][from] + ems*ems + poor[to]; c < costs[k+1][to] {
					costs[k+1][to], ends[k+1][to] = c, from
				}
			}
		}
	}
	w := wrapped{lines: make([]string, lines)}
	for k, to := lines, n; k > 0; k-- {
		from := ends[k][to]
		w.lines[k-1] = strings.TrimSpace(strings.Join(all[from:to], ""))
		w.width = math.Max(w.width, r.width(w.lines[k-1], l))
		to = from
	}
	return w
}

// poorEnds weighs the places between the pieces. Most Chinese words have two signs: a line that ends after an odd number of
// signs of a run tears a word, unless the run itself is odd and the rest of it is not. The last sign of 质检部 or 检验员 is
// no part of the words before it.
func poorEnds(all []string) []float64 {
	const torn, joint, worse = 3, -2.5, 0.5
	poor := make([]float64, len(all)+1)
	for i, piece := range all {
		if joinsWords(piece) {
			poor[i] = worse // 与 stands better at the end of a line than at the start
			poor[i+1] = joint
		}
	}
	for start := 0; start < len(all); {
		end := start
		for end < len(all) && isPlainHan(all[end]) {
			end++
		}
		run := end - start
		odd := run%2 == 1 && !strings.Contains("部组科室办处员工间厂", all[max(start, end-1)])
		for i := 1; i < run; i++ {
			if !odd && i%2 == 1 || odd && (run-i)%2 == 1 {
				poor[start+i] = torn
			}
		}
		start = end + 1
	}
	return poor
}

// isPlainHan tells whether a piece is one Han sign that joins no two words.
func isPlainHan(piece string) bool {
	c, size := utf8.DecodeRuneInString(piece)
	return size == len(piece) && isHan(c) && !joinsWords(piece)
}

func joinsWords(piece string) bool { return strings.Contains("与和及或", piece) }
