package main

import (
	"errors"
	"os/exec"
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

// codeOf is the exit code of a command that failed.
func codeOf(err error) string {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return itoa(exit.ExitCode())
	}
	return err.Error()
}
