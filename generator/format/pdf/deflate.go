package pdf

import (
	"bytes"
	"fmt"

	"github.com/klauspost/compress/zlib"
)

// deflater compresses the streams of one document; its tables are made once.
type deflater struct {
	writer *zlib.Writer
	buf    bytes.Buffer
}

func newDeflater() *deflater {
	z := &deflater{}
	// The level is a constant that exists, so there is no error to come back. The fastest level costs a twelfth in size and
	// saves more than a third of the time of the whole document.
	z.writer, _ = zlib.NewWriterLevel(&z.buf, zlib.BestSpeed)
	return z
}

// stream is a compressed stream object with further entries of its dictionary.
func (z *deflater) stream(entries string, data []byte) []byte {
	z.buf.Reset()
	z.buf.Grow(len(data) * 3 / 4) // what fonts come to
	z.writer.Reset(&z.buf)
	// Writing to memory does not fail.
	_, _ = z.writer.Write(data)
	_ = z.writer.Close()
	b := fmt.Appendf(make([]byte, 0, z.buf.Len()+len(entries)+80), "<</Filter/FlateDecode/Length %d%s>>stream\n", z.buf.Len(), entries)
	b = append(b, z.buf.Bytes()...)
	return append(b, "\nendstream"...)
}
