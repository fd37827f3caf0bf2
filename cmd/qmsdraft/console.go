package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// console is where a command prints: results to out, progress to err.
type console struct{ out, err io.Writer }

// progress shows how far long work has come; on anything but a terminal it shows nothing.
func (c console) progress(title string) *bar {
	f, ok := c.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return &bar{}
	}
	return &bar{p: progressbar.NewOptions(-1, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(title),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(24))}
}

// bar is a progress bar, or nothing.
type bar struct{ p *progressbar.ProgressBar }

func (b *bar) step(done, total int, title string) {
	if b.p == nil {
		return
	}
	b.p.ChangeMax(total)
	b.p.Describe(title)
	// A bar that cannot be drawn is no reason to fail.
	_ = b.p.Set(done)
}

func (b *bar) finish() {
	if b.p != nil {
		_ = b.p.Finish()
	}
}
