package pdf

import (
	"bytes"
	"crypto/md5"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"qmsdraft/generator/doc"
)

// What fpdf v0.9.0 writes and finish looks for. TestFpdfWritesWhatFinishExpects holds that it is still so.
const (
	pageHead    = "<</Type /Page\n"
	streamHead  = "<</Length "
	fontHead    = "<</Type /Font\n/BaseFont /"
	outlineHead = "<</Type /Outlines "
	linksHead   = "/Annots ["
	linkHead    = "<</Type /Annot /Subtype /Link /Rect"
	catalogHead = "/Type /Catalog\n"
	namesHead   = "/Names <<"
	groupLine   = "/Group <</Type /Group /S /Transparency /CS /DeviceRGB>>\n"
)

var errUnexpected = errors.New("fpdf wrote a file of an unexpected form")

// extras is what a document has beside what fpdf wrote of it.
type extras struct {
	contents  [][]byte // by page: its content stream as an object
	z         *deflater
	faces     []*face
	structure *tree
	topics    int // entries of the outline on its top level; all others are shown when their parent is opened
	meta      doc.Meta
}

// finish turns the output of fpdf into the final file: the contents of the pages, embedded fonts in place of the stand-ins, the
// structure tree, links that belong to it, dates with zone, what PDF/A asks for, and a file identifier.
func finish(raw []byte, e extras) ([]byte, error) {
	objects, err := split(raw)
	if err != nil {
		return nil, err
	}
	var pages []int
	contents := e.contents
	fonts, next := make([][]byte, 0, fontObjects*len(e.faces)), len(objects)
	links := linkSet{first: len(objects) + fontObjects*len(e.faces), areas: e.structure.areas, pages: len(e.structure.owners)}
	for number, body := range objects {
		switch {
		case bytes.HasPrefix(body, []byte(pageHead)):
			if objects[number], err = page(body, len(pages), &links); err != nil {
				return nil, err
			}
			pages = append(pages, number)
		case bytes.HasPrefix(body, []byte(streamHead)):
			if len(contents) == 0 {
				return nil, errUnexpected
			}
			objects[number], contents = contents[0], contents[1:]
		case bytes.HasPrefix(body, []byte(fontHead)):
			f, err := faceFor(body, e.faces)
			if err != nil {
				return nil, err
			}
			type0, rest := f.objects(next, e.z)
			objects[number] = type0
			fonts, next = append(fonts, rest[:]...), next+fontObjects
		case bytes.HasPrefix(body, []byte(outlineHead)):
			objects[number] = bytes.Replace(body, []byte(outlineHead), fmt.Appendf(nil, "%s/Count %d ", outlineHead, e.topics), 1)
		}
	}
	if len(fonts) != fontObjects*len(e.faces) || len(pages) != len(e.structure.owners) || len(contents) > 0 || len(links.objects) != len(links.areas) {
		return nil, errUnexpected
	}
	catalog, info := len(objects)-1, len(objects)-2
	if objects[info], err = information(objects[info], e.meta.Created); err != nil {
		return nil, err
	}
	objects = append(append(objects, fonts...), links.objects...)
	root := len(objects)
	objects = append(objects, e.structure.objects(root, pages, links.first)...)
	last := archive(e.meta)
	objects = append(objects, last[:]...)
	if objects[catalog], err = catalogWith(objects[catalog], root, len(objects)-archiveObjects); err != nil {
		return nil, err
	}
	return join(objects, catalog, info), nil
}

// page takes away what a plain page does not need, adds the key of its structure, and makes its links objects.
func page(body []byte, index int, links *linkSet) ([]byte, error) {
	head := fmt.Sprintf("%s/StructParents %d\n/Tabs /S\n", pageHead, index)
	body = bytes.Replace(body, []byte(pageHead), []byte(head), 1)
	body = bytes.Replace(body, []byte(groupLine), nil, 1)
	return links.take(body)
}

// faceFor finds the face for which a core font stands in.
func faceFor(body []byte, faces []*face) (*face, error) {
	base, _, _ := bytes.Cut(body[len(fontHead):], []byte("\n"))
	for i, s := range standIns()[:len(faces)] {
		if s.base == string(base) {
			return faces[i], nil
		}
	}
	return nil, fmt.Errorf("%w: font %s", errUnexpected, base)
}

// information puts the date of the document in place of the placeholder; a document without one has none.
func information(body []byte, created time.Time) ([]byte, error) {
	const form = "20060102150405"
	for _, key := range []string{"/CreationDate", "/ModDate"} {
		old := []byte(key + " (D:" + placeholder().Format(form) + ")")
		if !bytes.Contains(body, old) {
			return nil, fmt.Errorf("%w: no %s", errUnexpected, key)
		}
		date := ""
		if !created.IsZero() {
			date = key + " (D:" + created.UTC().Format(form) + "Z)"
		}
		body = bytes.Replace(body, old, []byte(date), 1)
	}
	return body, nil
}

// catalogWith adds the structure tree and the objects of [archive], and takes away the empty name dictionary.
func catalogWith(body []byte, structureRoot, archive int) ([]byte, error) {
	names := bytes.Index(body, []byte(namesHead))
	if !bytes.Contains(body, []byte(catalogHead)) || names < 0 {
		return nil, fmt.Errorf("%w: no catalog", errUnexpected)
	}
	more := fmt.Sprintf("%s/ViewerPreferences <</DisplayDocTitle true>>\n/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n/Metadata %d 0 R\n%s", catalogHead, structureRoot, archive, outputIntent(archive+1))
	body = append(body[:names:names], ">>"...)
	return bytes.Replace(body, []byte(catalogHead), []byte(more), 1), nil
}

// split cuts a file into its objects by its cross-reference table (ISO 32000-1, 7.5.4); index 0 is empty.
func split(raw []byte) ([][]byte, error) {
	_, tail, _ := bytes.Cut(raw[max(0, len(raw)-64):], []byte("startxref\n"))
	number, _, _ := bytes.Cut(tail, []byte("\n"))
	table, err := strconv.Atoi(string(number))
	if err != nil || table <= 0 || table >= len(raw) {
		return nil, fmt.Errorf("%w: no startxref", errUnexpected)
	}
	lines := bytes.Split(raw[table:], []byte("\n"))
	count, err := strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	if err != nil || len(lines) < count+2 {
		return nil, fmt.Errorf("%w: no cross-reference table", errUnexpected)
	}
	offsets := make([]int, count, count+1)
	for i := 1; i < count; i++ {
		offsets[i], err = strconv.Atoi(string(bytes.TrimSuffix(lines[2+i], []byte(" 00000 n "))))
		if err != nil || offsets[i] <= 0 || offsets[i] >= table {
			return nil, fmt.Errorf("%w: object %d is not in its place", errUnexpected, i)
		}
	}
	return cut(raw, offsets, table)
}

// cut gives the bodies of the objects: from their offset to the next larger one.
func cut(raw []byte, offsets []int, table int) ([][]byte, error) {
	sorted := append(slices.Clone(offsets[1:]), table)
	slices.Sort(sorted)
	objects := make([][]byte, len(offsets))
	for i := 1; i < len(offsets); i++ {
		next, _ := slices.BinarySearch(sorted, offsets[i]+1)
		head, foot := fmt.Appendf(nil, "%d 0 obj\n", i), []byte("\nendobj\n")
		body := raw[offsets[i]:sorted[next]]
		if !bytes.HasPrefix(body, head) || !bytes.HasSuffix(body, foot) {
			return nil, fmt.Errorf("%w: object %d is not in its place", errUnexpected, i)
		}
		objects[i] = body[len(head) : len(body)-len(foot) : len(body)-len(foot)]
	}
	return objects, nil
}

// join writes objects as a file with a new cross-reference table.
func join(objects [][]byte, catalog, info int) []byte {
	const frame, entry = 200, 40 // of the file, and of an object with its place in the table
	size := frame
	for _, body := range objects {
		size += len(body) + entry
	}
	out := append(make([]byte, 0, size), "%PDF-1.4\n%\xb5\xb6\xb5\xb6\n"...)
	table := make([]byte, 0, 20*len(objects))
	for i := 1; i < len(objects); i++ {
		table = append(decimal(table, len(out), 10), " 00000 n \n"...)
		out = append(strconv.AppendInt(out, int64(i), 10), " 0 obj\n"...)
		out = append(append(out, objects[i]...), "\nendobj\n"...)
	}
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects))
	out = append(out, table...)
	id := md5.Sum(out)
	return fmt.Appendf(out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n", len(objects), catalog, info, id, id, start)
}

// decimal writes a number with as many digits as given.
func decimal(b []byte, n, digits int) []byte {
	at := len(b)
	b = append(b, "0000000000"[:digits]...)
	for i := at + digits - 1; n > 0 && i >= at; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}
