package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// manifestName is the file that says what a run wrote.
const manifestName = "manifest.json"

// About is what the manifest says of the whole set.
type About struct {
	Enterprise  string `json:"enterprise"`
	ProfileHash string `json:"profile_sha256"`
	Program     string `json:"program"` // name and version
}

// manifest is the content of manifest.json.
type manifest struct {
	About
	Files []entry `json:"files"`
}

// entry is what the manifest says of one file.
type entry struct {
	Path   string `json:"path"`
	ID     string `json:"id"`
	Number string `json:"number,omitempty"`
	Title  string `json:"title"`
	SHA256 string `json:"sha256"`
}

// readManifest reads the manifest of an earlier run; none is an empty one.
func readManifest(dir string) (manifest, error) {
	var m manifest
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err != nil {
		return m, fmt.Errorf("read %s of an earlier run (move it away to start anew): %w", manifestName, err)
	}
	return m, nil
}

// ours reports whether the file with this digest is as a run left it.
func (m manifest) ours(path, digest string) bool {
	return slices.ContainsFunc(m.Files, func(e entry) bool { return e.Path == path && e.SHA256 == digest })
}

// add notes that f was put at path. Beside an edited file the manifest goes on to hold what was last generated under
// its name, so that the edit is seen again next time.
func (m *manifest) add(f File, path string, old manifest) {
	if path != f.Path {
		m.Files = append(m.Files, old.keep([]string{f.Path})...)
	}
	m.Files = append(m.Files, entry{Path: path, ID: f.ID, Number: f.Number, Title: f.Title, SHA256: sum(f.Data)})
}

// keep are the entries of the named paths.
func (m manifest) keep(paths []string) []entry {
	var out []entry
	for _, e := range m.Files {
		if slices.Contains(paths, e.Path) {
			out = append(out, e)
		}
	}
	return out
}

func (m manifest) encode() ([]byte, error) {
	slices.SortFunc(m.Files, func(a, b entry) int { return strings.Compare(a.Path, b.Path) })
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return nil, fmt.Errorf("encode %s: %w", manifestName, err)
	}
	return b.Bytes(), nil
}

// stale are the files of an earlier run that this run does not make.
func stale(old manifest, files []File) []string {
	var out []string
	for _, e := range old.Files {
		mine := func(f File) bool {
			return f.Path == e.Path || f.ID == e.ID && filepath.Ext(f.Path) == filepath.Ext(e.Path) && isDraft(f.Path, e.Path)
		}
		if !slices.ContainsFunc(files, mine) {
			out = append(out, e.Path)
		}
	}
	return out
}

// isDraft reports whether name is a draft of the file at path.
func isDraft(path, name string) bool {
	return strings.HasPrefix(name, strings.TrimSuffix(path, filepath.Ext(path))+" (新稿")
}
