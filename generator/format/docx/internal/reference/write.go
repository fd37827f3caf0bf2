//go:build ignore

// Command write writes the house reference to the file that its argument names; `go generate` calls it.
package main

import (
	"fmt"
	"os"

	"qmsdraft/generator/format/docx/internal/reference"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: write FILE")
		os.Exit(2)
	}
	data, err := reference.Build()
	if err == nil {
		err = os.WriteFile(os.Args[1], data, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}
