package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// transaction is a group of files that get their names together or not at all.
type transaction struct {
	moves []move
	done  int      // moves that were carried out
	made  []string // folders that were made for it, outermost first
}

// move is a file that is written under a temporary name and waits for its own.
type move struct {
	from, to string
	backup   string // where the old file went; empty when there was none
}

// write writes data to a temporary file beside target.
func (t *transaction) write(target string, data []byte) error {
	return t.stream(target, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// stream lets fill write to a temporary file beside target.
func (t *transaction) stream(target string, fill func(io.Writer) error) error {
	if err := t.mkdir(filepath.Dir(target)); err != nil {
		return fmt.Errorf("make the folder of %s: %w", target, err)
	}
	f, err := os.CreateTemp(filepath.Dir(target), ".qmsdraft-*")
	if err != nil {
		return fmt.Errorf("make a temporary file for %s: %w", target, err)
	}
	t.moves = append(t.moves, move{from: f.Name(), to: target})
	if err = errors.Join(fill(f), f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", target, err)
	}
	return nil
}

// mkdir makes a folder and those above it, and remembers which ones were not there.
func (t *transaction) mkdir(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if parent := filepath.Dir(dir); parent != dir {
		if err := t.mkdir(parent); err != nil {
			return err
		}
	}
	err := os.Mkdir(dir, 0o755)
	switch {
	case err == nil:
		t.made = append(t.made, dir)
	case errors.Is(err, fs.ErrExist):
		err = nil
	}
	return err
}

// commit gives every file its name. The old files are kept aside until all have theirs.
func (t *transaction) commit() error {
	for i := range t.moves {
		m := &t.moves[i]
		if _, err := os.Lstat(m.to); err == nil {
			m.backup = m.from + ".old"
			if err := os.Rename(m.to, m.backup); err != nil {
				m.backup = ""
				return fmt.Errorf("replace %s (is it open in another program?): %w", m.to, err)
			}
		}
		if err := os.Rename(m.from, m.to); err != nil {
			return fmt.Errorf("put %s in its place: %w", m.to, errors.Join(err, m.restore()))
		}
		t.done++
	}
	var err error
	for _, m := range t.moves {
		if m.backup != "" {
			err = errors.Join(err, os.Remove(m.backup))
		}
	}
	t.moves, t.done, t.made = nil, 0, nil
	return err
}

// restore puts the old file back.
func (m *move) restore() error {
	if m.backup == "" {
		return nil
	}
	err := os.Rename(m.backup, m.to)
	m.backup = ""
	return err
}

// abandon undoes what was done: new files go, old ones come back, folders made for the run are removed.
func (t *transaction) abandon() error {
	var err error
	for i := range t.moves {
		m := &t.moves[i]
		if i < t.done {
			err = errors.Join(err, os.Remove(m.to), m.restore())
			continue
		}
		if e := os.Remove(m.from); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	for i := len(t.made) - 1; i >= 0; i-- {
		err = errors.Join(err, os.Remove(t.made[i]))
	}
	return err
}
