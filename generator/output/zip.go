package output

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
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

// WriteZip writes the archive to the file name, whole or not at all. An archive that is there and is not as a run left it
// stays as it is, and the new one is put beside it as … (新稿).zip. It gives the name that it wrote.
func WriteZip(name, dir string, files []File, about About) (string, error) {
	target := name
	for n := 1; ; n++ {
		ours, err := untouched(target)
		if err != nil {
			return "", err
		}
		if ours {
			break
		}
		target = draftName(name, n)
	}
	var t transaction
	err := t.stream(target, func(w io.Writer) error { return Zip(w, dir, files, about) })
	if err == nil {
		err = t.commit()
	}
	if err != nil {
		return "", errors.Join(err, t.abandon())
	}
	return target, nil
}

// untouched reports whether nothing of a person's is lost when the archive is replaced: it is not there, or every file
// in it is what its manifest says.
func untouched(name string) (bool, error) {
	z, err := zip.OpenReader(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case errors.Is(err, zip.ErrFormat):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("look at %s: %w", name, err)
	}
	defer z.Close()
	var m manifest
	digests := map[string]string{}
	for _, f := range z.File {
		data, err := fs.ReadFile(z, f.Name)
		if err != nil {
			return false, nil // a damaged archive is not ours to replace
		}
		_, path, _ := strings.Cut(f.Name, "/")
		if path == manifestName {
			if json.Unmarshal(data, &m) != nil {
				return false, nil
			}
			continue
		}
		digests[path] = sum(data)
	}
	for _, e := range m.Files {
		if digests[e.Path] != e.SHA256 {
			return false, nil
		}
		delete(digests, e.Path)
	}
	return len(m.Files) > 0 && len(digests) == 0, nil
}
