package profile

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"qmsdraft/generator/fact"
)

func starterText(t *testing.T, cluster string) string {
	t.Helper()
	src, err := Starter(os.DirFS("testdata/packs"), cluster)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestStarterLoadsAtOnce(t *testing.T) {
	for _, cluster := range []string{"", "bike"} {
		src := starterText(t, cluster)
		p := load(t, src)
		var own []string
		fact.Walk(p, func(l fact.Leaf) {
			if i := l.About(); i.Given && !i.Pack {
				own = append(own, i.Path+"="+l.String())
			}
		})
		want := "enterprise.name=请填写企业名称 enterprise.short_name=请填写企业简称 enterprise.code=ABCD"
		if cluster != "" {
			want = "cluster=bike " + want
		}
		if strings.Join(own, " ") != want {
			t.Errorf("gives %v", own)
		}
		s, _ := compiled(t)
		if err := s.Validate(asJSON(t, []byte(src))); err != nil {
			t.Error(err)
		}
	}
}

// TestStarterShowsEveryKey takes the comment signs away: what remains must be YAML in which every key is known, and
// nothing but values must be missing.
func TestStarterShowsEveryKey(t *testing.T) {
	src := regexp.MustCompile(`(?m)^# (?:yaml-language-server.*)?`).ReplaceAllString(starterText(t, "bike"), "")
	_, problems := Load("s.yaml", []byte(src), os.DirFS("testdata/packs"))
	for _, p := range problems {
		if p.Code != "missing" {
			t.Error(p.Error())
		}
	}
	lines := strings.Split(src, "\n")
	blank := load(t, enterprise)
	keys := map[string]bool{}
	for _, line := range lines {
		if key, _, ok := strings.Cut(strings.TrimLeft(line, " -"), ":"); ok {
			keys[key] = true
		}
	}
	fact.Walk(blank, func(l fact.Leaf) {
		path := l.About().Path
		if key := path[strings.LastIndex(path, ".")+1:]; !keys[key] {
			t.Errorf("the key %s does not occur", path)
		}
	})
}

func TestStarterListsWhatThePackKnows(t *testing.T) {
	src := starterText(t, "bike")
	for _, want := range []string{"##   weld 焊接\n", "##   K1 焊接参数：焊接电流（A）、保护气流量（L/min）、外观\n", "##   welder 焊工\n",
		"##   paint-defects 涂装不良\n", "##   licence 营业执照\n", "##   tube 管材质保书\n", "##   manual 使用说明书\n", "##   env-battery 电池单独存放\n", "例如 omit: [K3]"} {
		if !strings.Contains(src, want) {
			t.Errorf("%q is not there", want)
		}
	}
	if strings.Contains(starterText(t, ""), "weld") {
		t.Error("without a cluster nothing of a pack is there")
	}
	if _, err := Starter(os.DirFS("testdata/packs"), "carpet"); err == nil || !strings.Contains(err.Error(), "可用的行业包：bike") {
		t.Errorf("unknown cluster: %v", err)
	}
}
