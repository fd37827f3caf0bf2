package profile

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/fact"
)

// Load reads the profile of one enterprise, completes it from the cluster pack that it names, and resolves all
// references. It reports every problem that it finds, located and in Chinese; file is the name to show. The profile is
// never nil, but a document may be made from it only when the list holds no error.
func Load(file string, src []byte, packs fs.FS) (*Profile, diag.List) {
	p := &Profile{}
	problems := fact.Decode(file, src, p, fact.Options{Unresolved: true})
	if pack, found := findPack(p, packs, &problems); found {
		problems.Add(complete(p, pack)...)
		problems = withoutCompleted(problems, p)
	} else if !p.Cluster.Given {
		problems.Add(withoutPack(p)...)
	}
	problems.Add(fact.Resolve(p)...)
	problems.Add(checkPeople(p)...)
	problems.Sort()
	return p, problems
}

// withoutPack reports what makes sense only with a cluster pack.
func withoutPack(p *Profile) diag.List {
	var problems diag.List
	if len(p.Omit.Items) > 0 {
		problems.Add(problemAt(p.Omit.Info, "no-cluster", "没有写行业包，不能用 omit 去掉条目", "写上 cluster，或删去 omit"))
	}
	for _, problem := range p.Diagnosis.Problems.Items {
		if problem.Usual.Given {
			problems.Add(problemAt(problem.Usual.Info, "no-cluster", "没有写行业包，不能引用常见问题「"+problem.Usual.Value+"」", "写上 cluster，或删去 usual"))
		}
	}
	return problems
}

// Hash is the SHA-256 of the source of a profile, in hexadecimal digits.
func Hash(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}

// withoutCompleted drops the complaints about compulsory values that the cluster pack has filled in.
func withoutCompleted(problems diag.List, p *Profile) diag.List {
	given := map[string]bool{}
	fact.Walk(p, func(l fact.Leaf) {
		if i := l.About(); i.Given && i.Pack {
			given[i.Path] = true
		}
	})
	var kept diag.List
	for _, problem := range problems {
		if problem.Code != "missing" || !given[problem.Path] {
			kept.Add(problem)
		}
	}
	return kept
}

// checkPeople reports a second person at a post that one person holds (5.3).
func checkPeople(p *Profile) diag.List {
	var problems diag.List
	var top, owner bool
	for _, person := range p.People.Items {
		if person.Top.Value {
			if top {
				problems.Add(problemAt(person.Top.Info, "second-top", "最高管理者只能有一人，「"+person.Name.Value+"」是第二个", "只在一个人那里写 top: true"))
			}
			top = true
		}
		if person.QualityOwner.Value {
			if owner {
				problems.Add(problemAt(person.QualityOwner.Info, "second-quality-owner", "质量负责人只能有一人，「"+person.Name.Value+"」是第二个", "只在一个人那里写 quality_owner: true"))
			}
			owner = true
		}
	}
	return problems
}

func problemAt(i fact.Info, code, message, hint string) diag.Problem {
	return diag.Problem{File: i.File, Line: i.Line, Col: i.Col, Path: i.Path, Code: code, Message: message, Hint: hint}
}
