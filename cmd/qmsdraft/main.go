// Command qmsdraft makes the draft of a quality management document set from one enterprise profile.
//
// Below this package nothing prints and nothing exits: commands return errors, and main alone turns them into messages
// on the standard error and into the exit code: 0 done, 1 failed, 2 wrong use.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr, os.Getenv)
	stop()
	os.Exit(code)
}
