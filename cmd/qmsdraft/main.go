// Command qmsdraft makes the draft of a quality management document set from one enterprise profile.
//
// Below this package nothing prints and nothing exits: commands return errors, and main alone turns them into messages
// on the standard error and into the exit code: 0 done, 1 failed, 2 wrong use.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
)

// collectAt is how much the memory may grow, in percent of what is in use, before the collector runs. A document takes a few
// megabytes that are free again at once: at the usual 100 the collector stops the workers more than once a document, and two
// cores are hardly faster than one. The variable GOGC has precedence.
const collectAt = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr, os.Getenv)
	stop()
	os.Exit(code)
}
