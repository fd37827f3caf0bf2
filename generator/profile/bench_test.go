package profile

import (
	"os"
	"testing"
)

// BenchmarkLoad reads, completes and resolves the example.
func BenchmarkLoad(b *testing.B) {
	src, err := os.ReadFile("../../examples/bicycle.yaml")
	if err != nil {
		b.Skip("the example is not there: ", err)
	}
	packs := os.DirFS("../../profiles")
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, problems := Load("bicycle.yaml", src, packs); problems.Err() != nil {
			b.Fatal(problems)
		}
	}
}
