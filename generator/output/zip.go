package output

import (
	"archive/zip"
	"fmt"
	"io"
	"time"
)

// Zip writes the files and their manifest into one archive, below the folder dir. The same files give the same bytes.
func Zip(w io.Writer, dir string, files []File, about About) error {
	if err := check(files).Err(); err != nil {
		return err
	}
	m := manifest{About: about}
	for _, f := range files {
		m.add(f, f.Path, manifest{})
	}
	data, err := m.encode()
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, f := range append(files[:len(files):len(files)], File{Path: manifestName, Data: data}) {
		// The earliest date of the format stands for "no date".
		h := &zip.FileHeader{Name: dir + "/" + f.Path, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		part, err := z.CreateHeader(h)
		if err == nil {
			_, err = part.Write(f.Data)
		}
		if err != nil {
			return fmt.Errorf("put %s into the archive: %w", f.Path, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("finish the archive: %w", err)
	}
	return nil
}

// WriteZip writes the archive to the file name, whole or not at all.
func WriteZip(name, dir string, files []File, about About) error {
	var t transaction
	err := t.stream(name, func(w io.Writer) error { return Zip(w, dir, files, about) })
	if err == nil {
		err = t.commit()
	}
	if err != nil {
		if undo := t.abandon(); undo != nil {
			return fmt.Errorf("%w (and %w)", err, undo)
		}
	}
	return err
}
