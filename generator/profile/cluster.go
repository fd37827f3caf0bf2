package profile

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/fact"
)

// Clusters gives the names of the cluster packs in packs, sorted: one for each file name.yaml at its root.
func Clusters(packs fs.FS) ([]string, error) {
	if packs == nil {
		return nil, nil
	}
	files, err := fs.Glob(packs, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list cluster packs: %w", err)
	}
	var names []string
	for _, file := range files {
		names = append(names, strings.TrimSuffix(file, ".yaml"))
	}
	return names, nil
}

// Packs reads all cluster packs, in the order of their names. It fails when one of them holds a mistake.
func Packs(packs fs.FS) ([]*Pack, error) {
	names, err := Clusters(packs)
	if err != nil {
		return nil, err
	}
	var list []*Pack
	for _, name := range names {
		pack, problems := LoadPack(name, packs)
		if err := problems.Err(); err != nil {
			return nil, fmt.Errorf("read cluster pack %s: %w", name, err)
		}
		list = append(list, pack)
	}
	return list, nil
}

// LoadPack reads the cluster pack of the given name. A pack that holds a number, a date or another fact that only an
// enterprise can give is wrong, as is one that refers to anything outside itself.
func LoadPack(name string, packs fs.FS) (*Pack, diag.List) {
	file := name + ".yaml"
	if packs == nil || !regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(name) {
		return nil, diag.List{{File: file, Code: "unknown-cluster", Message: "没有行业包「" + name + "」"}}
	}
	src, err := fs.ReadFile(packs, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, diag.List{{File: file, Code: "unknown-cluster", Message: "没有行业包「" + name + "」"}}
	}
	if err != nil {
		return nil, diag.List{{File: file, Code: "unreadable", Message: "行业包读不出来：" + err.Error(), Hint: "检查文件和它的权限"}}
	}
	pack := &Pack{}
	problems := fact.Decode(file, src, pack, fact.Options{Pack: true})
	problems.Add(checkPack(pack, name, problems)...)
	problems.Sort()
	return pack, problems
}

// checkPack holds a pack to knowledge: the first promise of the program forbids numbers that no enterprise gave. It does
// not repeat what is known to be wrong.
func checkPack(pack *Pack, name string, known diag.List) diag.List {
	var problems diag.List
	if pack.ID.Given && pack.ID.Value != name {
		problems.Add(problemAt(pack.ID.Info, "pack-id", "行业包的编号与文件名不同："+pack.ID.Value, "写成 id: "+name))
	}
	fact.Walk(pack, func(l fact.Leaf) {
		if i := l.About(); i.Given && ofEnterprise(l) && !at(known, i.Path) {
			problems.Add(problemAt(i, "pack-number", "行业包里不能写「"+i.Label+"」，它是企业自己的事实", "删去这一行，由企业档案给出"))
		}
	})
	for _, permit := range pack.Permits.Items {
		for _, l := range []fact.Leaf{permit.Number, permit.Status} {
			if i := l.About(); i.Given {
				problems.Add(problemAt(i, "pack-number", "行业包里不能写「"+i.Label+"」，它是企业自己的事实", "删去这一行，由企业档案给出"))
			}
		}
	}
	return problems
}

func at(problems diag.List, path string) bool {
	return slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Path == path })
}

// ofEnterprise reports leaves that a pack cannot know: numbers, dates, and references to lists that a pack does not have.
func ofEnterprise(l fact.Leaf) bool {
	switch leaf := l.(type) {
	case fact.Int, fact.Number, fact.Date, fact.Month, fact.Clock:
		return true
	case fact.Ref:
		return leaf.Text == "" // resolved references have the name of their item
	default:
		return false
	}
}

// findPack loads the pack that the profile names. An unknown one is reported at the place where the profile names it.
func findPack(p *Profile, packs fs.FS, problems *diag.List) (*Pack, bool) {
	if !p.Cluster.Given {
		return nil, false
	}
	pack, found := LoadPack(p.Cluster.Value, packs)
	if pack == nil && found[0].Code == "unknown-cluster" {
		problems.Add(problemAt(p.Cluster.Info, "unknown-cluster", found[0].Message, knownClusters(packs)))
		return nil, false
	}
	problems.Add(found...)
	return pack, pack != nil
}

func knownClusters(packs fs.FS) string {
	names, err := Clusters(packs)
	if err != nil || len(names) == 0 {
		return "删去 cluster 这一行，不用行业包也能生成"
	}
	return "可用的行业包：" + strings.Join(names, "、")
}
