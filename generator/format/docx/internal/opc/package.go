// Package opc holds the parts of an OPC container (ECMA-376 part 2), the zip file that a DOCX is.
//
// [Open] reads one, [Package.Bytes] writes it in a fixed order with fixed time stamps, so that the same parts give the
// same bytes. Content types and relationships are in contenttypes.go and relationships.go. What a part means is left to
// the caller.
package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// MaxPart is the largest part, in bytes, that [Open] accepts; it keeps a zip bomb from filling the memory.
const MaxPart = 64 << 20

// Package is a container. Parts are kept in a map by name, such as word/document.xml, without a leading slash.
type Package struct {
	parts map[string]part
}

// part is either data or, when data is nil, an entry of the container that was read, still compressed.
type part struct {
	data  []byte
	entry *zip.File
}

// New is an empty container.
func New() *Package { return &Package{parts: map[string]part{}} }

// Open reads a container. It refuses what is no zip file, encrypted or oversized entries, and names that occur twice,
// which Word would call damage.
func Open(data []byte) (*Package, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("read container: %w", err)
	}
	p := New()
	seen := map[string]bool{}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if key := strings.ToLower(f.Name); seen[key] {
			return nil, fmt.Errorf("read container: part %s occurs twice", f.Name)
		} else {
			seen[key] = true
		}
		if f.Flags&1 != 0 {
			return nil, fmt.Errorf("read container: part %s is encrypted", f.Name)
		}
		if f.UncompressedSize64 > MaxPart {
			return nil, fmt.Errorf("read container: part %s is larger than %d MB", f.Name, MaxPart>>20)
		}
		p.parts[f.Name] = part{entry: f}
	}
	return p, nil
}

// Has tells whether there is a part of this name.
func (p *Package) Has(name string) bool {
	_, ok := p.parts[name]
	return ok
}

// Names lists the parts in the order in which they are written.
func (p *Package) Names() []string {
	names := make([]string, 0, len(p.parts))
	for n := range p.parts {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		if r := rank(a) - rank(b); r != 0 {
			return r
		}
		return strings.Compare(a, b)
	})
	return names
}

// rank puts the parts that a reader needs first to the front: [Content_Types].xml must be first for some readers.
func rank(name string) int {
	order := []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"}
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}

// Get is the content of a part; an error says that it is not there or cannot be read.
func (p *Package) Get(name string) (string, error) {
	q, ok := p.parts[name]
	if !ok {
		return "", fmt.Errorf("part %s is missing", name)
	}
	if q.entry == nil {
		return string(q.data), nil
	}
	r, err := q.entry.Open()
	if err != nil {
		return "", fmt.Errorf("open part %s: %w", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	if err != nil {
		return "", fmt.Errorf("read part %s: %w", name, err)
	}
	if len(data) > MaxPart {
		return "", fmt.Errorf("part %s is larger than %d MB", name, MaxPart>>20)
	}
	return string(data), nil
}

// Set puts a part in, or replaces it.
func (p *Package) Set(name, content string) { p.parts[name] = part{data: []byte(content)} }

// Remove takes a part out; it need not be there.
func (p *Package) Remove(name string) { delete(p.parts, name) }
