package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"qmsdraft": main})
}

// TestScripts runs testdata/script: each checks standard output, standard error, exit code and files.
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_GOLDEN") == "1",
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", examples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "files": files},
	})
}

// exits runs a command and checks its exit code: exits 2 qmsdraft nonsense.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: exits code command [args]")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = codeOf(err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// files checks the number of files below a folder that match a pattern: files 13 out '*.pdf'.
func files(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: files number folder pattern")
	}
	n := 0
	err := filepath.WalkDir(ts.MkAbs(args[1]), func(p string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if ok, err := filepath.Match(args[2], e.Name()); ok || err != nil {
			n++
			return err
		}
		return nil
	})
	ts.Check(err)
	if got := itoa(n); got != args[0] {
		ts.Fatalf("%s files %s below %s, want %s", got, args[2], args[1], args[0])
	}
}
