package fact

import (
	"testing"
	"unicode/utf8"

	"qmsdraft/generator/diag"
)

// FuzzDecode holds what must be true of any input: no panic, problems that a user can read, no value that a document
// could not print, and paths that lead back to their leaves.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(goodFirm))
	for _, m := range mistakes {
		f.Add([]byte(m.src))
	}
	f.Add([]byte(aliasBomb()))
	f.Fuzz(func(t *testing.T, src []byte) {
		var v firm
		problems := Decode("f.yaml", src, &v, Options{})
		for _, p := range problems {
			if p.Message == "" || p.Hint == "" || p.Severity != diag.Error || !utf8.ValidString(p.Error()) {
				t.Errorf("unreadable problem %+v", p)
			}
		}
		Walk(&v, func(l Leaf) {
			i := l.About()
			if i.Given != (l.String() != "") || i.Label == "" || i.Path == "" || i.File == "" {
				if _, ref := l.(Ref); !ref { // a reference to nothing has no name
					t.Errorf("%+v has the value %q", i, l.String())
				}
			}
			for _, c := range l.String() {
				if isForbiddenControl(c) || isBidiControl(c) {
					t.Errorf("%s holds U+%04X", i.Path, c)
				}
			}
		})
		if len(problems) == 0 && !v.Name.Given {
			t.Error("no problem, but the compulsory name is not given")
		}
	})
}
