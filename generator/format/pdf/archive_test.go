package pdf

import (
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qmsdraft/generator/doc"
)

// profileOfSRGB makes the profile of sRGB as a display with three colours and one curve (ICC.1:2001-04, 6.3.1.2): the
// colorants of IEC 61966-2-1, adapted to D50 after Bradford, and its curve at equal steps.
func profileOfSRGB() []byte {
	const steps = 101
	number := binary.BigEndian.AppendUint32
	xyz := func(x, y, z uint32) []byte {
		return number(number(number([]byte("XYZ \x00\x00\x00\x00"), x), y), z)
	}
	name := "sRGB"
	description := number([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	description = append(append(description, name...), make([]byte, 1+4+4+2+1+67)...)
	curve := number([]byte("curv\x00\x00\x00\x00"), steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		linear := v / 12.92
		if v > 0.04045 {
			linear = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(linear*0xffff)))
	}
	tags := []struct {
		names string // four letters each
		data  []byte
	}{
		{"desc", description}, {"cprt", []byte("text\x00\x00\x00\x00CC0\x00")}, {"wtpt", xyz(0xf6d6, 0x10000, 0xd32d)},
		{"rXYZ", xyz(0x6fa2, 0x38f5, 0x0390)}, {"gXYZ", xyz(0x6299, 0xb785, 0x18da)}, {"bXYZ", xyz(0x24a0, 0x0f84, 0xb6cf)},
		{"rTRCgTRCbTRC", curve},
	}
	count := uint32(0)
	for _, t := range tags {
		count += uint32(len(t.names) / 4)
	}
	table, data := number(nil, count), []byte(nil)
	for _, t := range tags {
		at := 128 + 4 + 12*int(count) + len(data)
		for name := t.names; name != ""; name = name[4:] {
			table = number(number(append(table, name[:4]...), uint32(at)), uint32(len(t.data)))
		}
		data = append(data, t.data...)
		data = append(data, make([]byte, -len(data)&3)...)
	}
	head := number(nil, uint32(128+len(table)+len(data)))
	head = append(head, "\x00\x00\x00\x00\x02\x10\x00\x00mntrRGB XYZ "...)
	for _, v := range []uint16{2026, 11, 24, 0, 0, 0} {
		head = binary.BigEndian.AppendUint16(head, v)
	}
	head = append(append(head, "acsp"...), make([]byte, 28)...)
	head = append(number(number(number(head, 0xf6d6), 0x10000), 0xd32d), make([]byte, 48)...)
	return append(append(head, table...), data...)
}

// The colour profile in the files; UPDATE_GOLDEN=1 makes it anew.
func TestColourProfile(t *testing.T) {
	made := profileOfSRGB()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile("srgb.icc", made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile("srgb.icc"); err != nil || string(kept) != string(made) {
		t.Errorf("srgb.icc is not as made (%v)", err)
	}
	if size := binary.BigEndian.Uint32(made); int(size) != len(made) || len(made) > 700 {
		t.Errorf("the profile says that it has %d bytes, it has %d", size, len(made))
	}
}

// preflight runs the validator of Apache PDFBox on files of a folder; the test is skipped where it is absent.
func preflight(t *testing.T, dir string) string {
	t.Helper()
	var path []string
	for _, jar := range []string{"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation"} {
		path = append(path, filepath.Join("/usr/share/java", jar+".jar"))
	}
	_, missing := exec.LookPath("java")
	if missing == nil {
		_, missing = os.Stat(path[0])
	}
	if missing != nil {
		if os.Getenv("QMSDRAFT_REQUIRE_TOOLS") == "1" {
			t.Fatalf("Apache PDFBox is not installed (Debian: libpdfbox2-java libjaxb-api-java libactivation-java): %v", missing)
		}
		t.Skipf("Apache PDFBox is not installed: %v", missing)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"-cp", strings.Join(path, ":"), "../../../.ci/Preflight.java"}, files...)
	out, err := exec.Command("java", args...).CombinedOutput()
	if err == nil {
		return ""
	}
	return string(out)
}

func TestFilesAreValidForPDFA(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, d *doc.Document, o Options) {
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), writeWith(t, d, o), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range doc.Samples() {
		put(s.Name, s.Document, Options{})
	}
	put("manual", manual(t), Options{Watermark: "示例 · 教学用"})
	odd := manual(t)
	odd.Meta.Title, odd.Meta.Company, odd.Meta.Created = `手册（"𠮷"）\(1)`, "示例公司 & <甲>", time.Time{}
	put("odd", odd, Options{})
	put("figure", flowDocument(t), Options{Watermark: "样稿"})
	if faults := preflight(t, dir); faults != "" {
		t.Error(faults)
	}
}

// The validator must find what is wrong, or the test above says nothing.
func TestPreflightFindsFaults(t *testing.T) {
	dir := t.TempDir()
	bad := strings.Replace(string(write(t, manual(t))), "<pdfaid:part>1<", "<pdfaid:part>7<", 1)
	if err := os.WriteFile(filepath.Join(dir, "bad.pdf"), []byte(bad), 0o600); err != nil {
		t.Fatal(err)
	}
	if faults := preflight(t, dir); faults == "" {
		t.Error("no fault was found")
	}
}
