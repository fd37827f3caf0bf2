// Package output puts a set onto the disk.
//
// It keeps two promises. A file is whole or not there: everything is written beside its place and renamed, and a run that
// fails leaves the folder as it was. And what a person edited is never overwritten: the manifest of the last run holds
// the digest of each file; a file that differs from it stays as it is, and the new one is put beside it as
// … (新稿).docx. Start at [Write].
package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"qmsdraft/generator/diag"
)

// File is one file of a set.
type File struct {
	Path   string // below the folder of the set, with slashes: 2-程序文件/SLZX-QP-13-2023 ….docx
	ID     string // id of the document
	Number string // SLZX/QP-13-2023; may be empty
	Title  string
	Data   []byte
}

// Report says what became of the files.
type Report struct {
	Dir     string            // folder of the set
	Written []string          // paths that are new or changed
	Same    []string          // paths that were there with the same content
	Drafts  map[string]string // path of a file that a person edited and that was left alone → path of the new draft
	Stale   []string          // paths of an earlier run that this one does not make; left alone
}

// Write puts the files into dir, which is made when it is not there. When anything fails, dir is as it was before.
func Write(dir string, files []File, about About) (*Report, error) {
	if err := check(files).Err(); err != nil {
		return nil, err
	}
	old, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	var t transaction
	report, err := t.stage(dir, files, about, old)
	if err == nil {
		err = t.commit()
	}
	if err != nil {
		return nil, errors.Join(err, t.abandon())
	}
	return report, nil
}

// stage writes every file that must change, and the manifest, to a temporary name in its folder.
func (t *transaction) stage(dir string, files []File, about About, old manifest) (*Report, error) {
	report := &Report{Dir: dir, Drafts: map[string]string{}, Stale: stale(old, files)}
	next := manifest{About: about, Files: old.keep(report.Stale)}
	for _, f := range files {
		p, err := place(dir, f, old)
		if err != nil {
			return nil, err
		}
		next.add(f, p.path, old)
		if p.path != f.Path {
			report.Drafts[f.Path] = p.path
		}
		if p.verdict == same {
			report.Same = append(report.Same, p.path)
			continue
		}
		report.Written = append(report.Written, p.path)
		if err := t.write(filepath.Join(dir, filepath.FromSlash(p.path)), f.Data); err != nil {
			return nil, err
		}
	}
	data, err := next.encode()
	if err != nil {
		return nil, err
	}
	return report, t.write(filepath.Join(dir, manifestName), data)
}

// verdict is what the file on the disk is to us.
type verdict int

const (
	absent verdict = iota
	same           // it holds what we would write
	ours           // as an earlier run left it
)

// placed is where a file goes, and what stands there.
type placed struct {
	path    string
	verdict verdict
}

// place finds the name for a file: its own, or that of a draft beside it when a person edited the one that is there.
func place(dir string, f File, old manifest) (placed, error) {
	for n := 0; ; n++ {
		name := draftName(f.Path, n)
		have, err := digest(filepath.Join(dir, filepath.FromSlash(name)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return placed{name, absent}, nil
		case err != nil:
			return placed{}, fmt.Errorf("look at %s: %w", name, err)
		case have == sum(f.Data):
			return placed{name, same}, nil
		case old.ours(name, have):
			return placed{name, ours}, nil
		}
	}
}

// draftName is the name of the n-th draft beside an edited file; 0 is the file itself.
func draftName(path string, n int) string {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(path, ext)
	switch n {
	case 0:
		return path
	case 1:
		return base + " (新稿)" + ext
	default:
		return fmt.Sprintf("%s (新稿%d)%s", base, n, ext)
	}
}

func digest(name string) (string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	return sum(data), nil
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// check refuses two files with one name, and names that leave the folder.
func check(files []File) diag.List {
	var l diag.List
	seen := map[string]string{}
	for _, f := range files {
		key := strings.ToLower(f.Path)
		if other, ok := seen[key]; ok {
			l.Add(diag.Problem{Code: "same-name", Message: fmt.Sprintf("两个文件同名：%s 和 %s", other, f.Path), Hint: "请检查文件编号和名称"})
		}
		seen[key] = f.Path
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) {
			l.Add(diag.Problem{Code: "bad-name", Message: "文件名离开了输出文件夹：" + f.Path, Hint: "请检查文件编号和名称"})
		}
	}
	return l
}
