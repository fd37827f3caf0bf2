package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

// dosEpoch is 1980-01-01 as a DOS date, the earliest that a zip entry can carry.
const dosEpoch = 0x21

// Bytes writes the container: fixed order, date of 1980-01-01, sizes in the local headers, no extra fields. Parts that
// were read and not replaced are copied without unpacking them.
func (p *Package) Bytes() ([]byte, error) {
	var out, buf bytes.Buffer
	deflate, err := flate.NewWriter(io.Discard, 6)
	if err != nil {
		return nil, fmt.Errorf("prepare compression: %w", err)
	}
	z := zip.NewWriter(&out)
	for _, name := range p.Names() {
		q := p.parts[name]
		if q.entry != nil {
			err = copyEntry(z, name, q.entry)
		} else {
			buf.Reset()
			err = writeEntry(z, name, q.data, &buf, deflate)
		}
		if err != nil {
			return nil, fmt.Errorf("write part %s: %w", name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write container: %w", err)
	}
	return out.Bytes(), nil
}

// header leaves Modified at zero: any other value makes package zip add an extra field.
func header(name string, method uint16) *zip.FileHeader {
	h := &zip.FileHeader{Name: name, Method: method, CreatorVersion: 20, ReaderVersion: 20}
	//lint:ignore SA1019 the only way to set the date without an extra field in every entry
	h.ModifiedDate = dosEpoch
	return h
}

func copyEntry(z *zip.Writer, name string, f *zip.File) error {
	h := header(name, f.Method)
	h.CRC32, h.CompressedSize64, h.UncompressedSize64 = f.CRC32, f.CompressedSize64, f.UncompressedSize64
	r, err := f.OpenRaw()
	if err != nil {
		return err
	}
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

func writeEntry(z *zip.Writer, name string, data []byte, buf *bytes.Buffer, deflate *flate.Writer) error {
	h := header(name, zip.Deflate)
	if packed(name) {
		h.Method = zip.Store
		buf.Write(data)
	} else {
		deflate.Reset(buf)
		if _, err := deflate.Write(data); err != nil {
			return err
		}
		if err := deflate.Close(); err != nil {
			return err
		}
	}
	h.CRC32, h.CompressedSize64, h.UncompressedSize64 = crc32.ChecksumIEEE(data), uint64(buf.Len()), uint64(len(data))
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = w.Write(buf.Bytes())
	return err
}

// packed tells of contents that deflate cannot make smaller.
func packed(name string) bool {
	for _, ext := range []string{".png", ".jpg", ".jpeg", ".xlsx"} {
		if strings.HasSuffix(strings.ToLower(name), ext) {
			return true
		}
	}
	return false
}
