package main

import (
	"bytes"
	"os"
	"testing"

	"qmsdraft/generator/profile"
)

// TestExampleSchema holds the schema beside the examples, which their first line names for editors, to what the program prints.
func TestExampleSchema(t *testing.T) {
	const name = "../../examples/qmsdraft.schema.json"
	want, err := profile.Schema()
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what qmsdraft schema prints; run UPDATE_GOLDEN=1 go test ./cmd/qmsdraft -run ExampleSchema", name)
	}
}
