package docx

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qmsdraft/generator/doc"
	"qmsdraft/generator/format/docx/internal/opc"
)

const longPath = "control_points[焊接电流和保护气流量].limits[保护气流量（氩弧焊，车架主焊缝，含返修和补焊，按工艺卡）].nominal"

// factsDocument has a fact of every kind, absent and given, and two places of one fact.
func factsDocument() *doc.Document {
	how := []string{"检定", "校准"}
	return &doc.Document{Blocks: []doc.Block{
		par(doc.Text("电话："), doc.Fill{Label: "联系电话", Path: "enterprise.phone"}, doc.Text("，实施日期："), doc.Fill{Label: "实施日期", Path: "documents.effective_on", Kind: doc.FillDate}),
		par(doc.Text("溯源："), doc.Fill{Label: "溯源方式", Path: "instruments[L1].how", Kind: doc.FillChoice, Options: how}, doc.Text("；"), doc.Checkbox{}, doc.Text("已核对")),
		par(doc.Text("发布于 "), doc.Fill{Label: "发布日期", Path: "documents.issued_on", Kind: doc.FillDate, Value: "2023年6月27日"}, doc.Text(" 由 "), doc.Fill{Label: "批准人", Path: "documents.approved_by", Value: "王示元"}, doc.Text("。")),
		par(doc.Fill{Label: "方针", Path: "policy.text", Value: "第一行\n第二行"}, doc.Text("流量 "), doc.Fill{Label: "标准值", Path: longPath, Value: "12 L/min"}),
		par(doc.Text("再写一次："), doc.Fill{Label: "联系电话", Path: "enterprise.phone"}),
	}}
}

var factsPaths = []string{"enterprise.phone", "documents.effective_on", "instruments[L1].how", "documents.issued_on", "documents.approved_by", "policy.text", longPath}

const factsAsWritten = `-enterprise.phone=【待填写：联系电话】
-documents.effective_on=【待填写：实施日期】
-instruments[L1].how=【待填写：溯源方式】
documents.issued_on=2023年6月27日
documents.approved_by=王示元
policy.text=第一行⏎第二行
` + longPath + `=12 L/min
-enterprise.phone=【待填写：联系电话】
`

// described is one line a value: path, text; a value that is not filled begins with a minus sign.
func described(values []Value) string {
	var b strings.Builder
	for _, v := range values {
		if !v.Filled {
			b.WriteByte('-')
		}
		fmt.Fprintf(&b, "%s=%s\n", v.Path, strings.ReplaceAll(v.Text, "\n", "⏎"))
	}
	return b.String()
}

// edited writes the document of facts and changes its main part.
func edited(t *testing.T, edit func(string) string) []byte {
	t.Helper()
	p := written(t, factsDocument(), Options{})
	p.Set(mainPart, edit(part(t, p, mainPart)))
	data, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// control matches the content control with a tag; $1 is its head, $2 its content.
func control(tag string) *regexp.Regexp {
	return regexp.MustCompile(`(?s)(<w:sdt><w:sdtPr><w:alias w:val="[^"]*"/><w:tag w:val="` + regexp.QuoteMeta(tag) + `"/>.*?<w:sdtContent>)(.*?)</w:sdtContent></w:sdt>`)
}

func TestReadAfterWord(t *testing.T) {
	phone, date := control("enterprise.phone"), control("documents.effective_on")
	once := func(r *regexp.Regexp, with string) func(string) string {
		return func(s string) string {
			at := r.FindStringSubmatchIndex(s)
			return s[:at[0]] + string(r.ExpandString(nil, with, s, at)) + s[at[1]:]
		}
	}
	const end = "</w:sdtContent></w:sdt>"
	for name, c := range map[string]struct {
		edit      func(string) string
		old, want string // line of factsAsWritten that changes; both empty when none does
	}{
		"nothing": {func(s string) string { return s }, "", ""},
		"split runs and spelling marks": {once(phone, `$1<w:r><w:t>022</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>-</w:t></w:r><w:r><w:noBreakHyphen/><w:t>1</w:t></w:r>`+end),
			"-enterprise.phone=【待填写：联系电话】\n-documents", "enterprise.phone=022--1\n-documents"},
		"tracked": {once(phone, `$1<w:del w:id="90"><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins w:id="91"><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom w:id="92"><w:r><w:t>走</w:t></w:r></w:moveFrom>`+end),
			"-enterprise.phone=【待填写：联系电话】\n-documents", "enterprise.phone=新\n-documents"},
		"date chosen": {func(s string) string {
			s = once(date, `$1<w:r><w:t>2024年1月5日</w:t></w:r>`+end)(s)
			return strings.Replace(s, `<w:date><w:dateFormat w:val="yyyy年M月d日"/>`, `<w:date w:fullDate="2024-01-05T00:00:00Z"><w:dateFormat w:val="yyyy年M月d日"/>`, 1)
		}, "-documents.effective_on=【待填写：实施日期】", "documents.effective_on=2024年1月5日"},
		"item chosen":                 {once(control("instruments[L1].how"), `$1<w:r><w:t>校准</w:t></w:r>`+end), "-instruments[L1].how=【待填写：溯源方式】", "instruments[L1].how=校准"},
		"first item":                  {once(control("instruments[L1].how"), `$1<w:r><w:t>【请选择】</w:t></w:r>`+end), "【待填写：溯源方式】", "【请选择】"},
		"emptied":                     {once(phone, `$1<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>单击或点击此处输入文字。</w:t></w:r>`+end), "-enterprise.phone=【待填写：联系电话】\n-documents", "-enterprise.phone=单击或点击此处输入文字。\n-documents"},
		"emptied, nothing shown":      {once(control("documents.approved_by"), `$1`+end), "documents.approved_by=王示元", "-documents.approved_by="},
		"given fact changed":          {once(control("documents.approved_by"), `$1<w:r><w:t>李示丁</w:t></w:r>`+end), "王示元", "李示丁"},
		"control taken away":          {once(phone, `<w:r><w:t>022</w:t></w:r>`), "-enterprise.phone=【待填写：联系电话】\n-documents", "enterprise.phone=022\n-documents"},
		"control and text taken away": {once(phone, ``), "-enterprise.phone=【待填写：联系电话】\n-documents", "-enterprise.phone=\n-documents"},
		"bookmarks taken away": {func(s string) string {
			return regexp.MustCompile(`<w:bookmark(Start|End)[^>]*/>`).ReplaceAllString(s, "")
		}, "", ""},
		"tags taken away":                {func(s string) string { return regexp.MustCompile(`<w:tag [^>]*/>`).ReplaceAllString(s, "") }, "", ""},
		"written behind the placeholder": {once(phone, `$1$2<w:r><w:t>022</w:t></w:r>`+end), "-enterprise.phone=【待填写：联系电话】\n-documents", "enterprise.phone=022\n-documents"},
		"text box kept twice": {once(phone, `$1<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:r><w:t>甲</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>甲</w:t></w:r></mc:Fallback></mc:AlternateContent>`+end),
			"-enterprise.phone=【待填写：联系电话】\n-documents", "enterprise.phone=甲\n-documents"},
		"foreign control": {func(s string) string {
			return strings.Replace(s, "<w:body>", `<w:body><w:sdt><w:sdtPr><w:tag w:val="mine"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>`, 1)
		}, "", ""},
		"control around the paragraph": {func(s string) string {
			at := strings.LastIndex(s, "<w:p>")
			body := strings.LastIndex(s, "<w:sectPr")
			return s[:at] + `<w:sdt><w:sdtPr><w:tag w:val="enterprise.phone"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr><w:bookmarkStart w:id="99" w:name="_f_enterprise_phone_2"/><w:r><w:t>022</w:t></w:r></w:p><w:p><w:r><w:t>023</w:t></w:r><w:bookmarkEnd w:id="99"/></w:p></w:sdtContent></w:sdt>` + s[body:]
		}, "12 L/min\n-enterprise.phone=【待填写：联系电话】", "12 L/min\nenterprise.phone=022⏎023"},
	} {
		t.Run(name, func(t *testing.T) {
			data := edited(t, c.edit)
			want := strings.Replace(factsAsWritten, c.old, c.want, 1)
			if c.old != c.want && want == factsAsWritten {
				t.Fatalf("the test changes nothing: %q", c.old)
			}
			values, err := Read(data, factsPaths)
			if err != nil {
				t.Fatal(err)
			}
			if got := described(values); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// What LibreOffice 7.4 makes of two controls that touch each other: the second one stands in the first, its text outside.
func TestReadControlsInEachOther(t *testing.T) {
	data := edited(t, func(s string) string {
		at, end := strings.Index(s, "<w:p>"), strings.LastIndex(s, "<w:sectPr")
		return s[:at] + `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:bookmarkStart w:id="25" w:name="_f_enterprise_phone_1"/><w:r><w:t>022</w:t></w:r>` +
			`<w:sdt><w:sdtPr/><w:sdtContent><w:bookmarkStart w:id="26" w:name="_f_policy_text_1"/><w:bookmarkEnd w:id="25"/><w:r/></w:sdtContent></w:sdt><w:r><w:t>质量第一</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id="26"/></w:p>` +
			// A bookmark that ends before what was typed, and a stray control around a paragraph.
			`<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>前</w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:bookmarkStart w:id="27" w:name="_f_case_title_1"/><w:r><w:t>题</w:t></w:r><w:bookmarkEnd w:id="27"/><w:r><w:t>目</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>` + s[end:]
	})
	values, err := Read(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := described(values), "enterprise.phone=022\npolicy.text=质量第一\ncase.title=题目\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Without the paths, tags say them, and short bookmarks of plain words; the rest has its anchor.
func TestReadWithoutPaths(t *testing.T) {
	data := edited(t, func(s string) string { return s })
	values, err := Read(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range factsPaths {
		if path == longPath {
			path = ""
		}
		if values[i].Path != path || values[i].Anchor != bookmarkStem(factsPaths[i]) {
			t.Errorf("got path %q and anchor %q, want %q and %q", values[i].Path, values[i].Anchor, path, bookmarkStem(factsPaths[i]))
		}
	}
}

func TestBookmarkNames(t *testing.T) {
	valid := regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,39}$`)
	paths := append(slices.Clone(factsPaths), "a.b", "a_b", "A.b", "departments", "people[1].name", "people[王].name", "王", strings.Repeat("a", 31), "management_review.outputs[C1].due")
	seen := map[string]string{}
	for _, p := range paths {
		for _, n := range []int{1, 99999} {
			name := bookmarkName(p, n)
			if !valid.MatchString(name) {
				t.Errorf("%s: Word takes no bookmark %s", p, name)
			}
			if other, ok := seen[strings.ToLower(name)]; ok {
				t.Errorf("%s and %s share the bookmark %s", other, p, name)
			}
			seen[strings.ToLower(name)] = p
			if stem, ok := stemOf(name); !ok || stem != bookmarkStem(p) {
				t.Errorf("%s: stem %q of %s", p, stem, name)
			}
		}
	}
	for _, name := range []string{"_Toc100000001", "_f_", "_f_x", "f_a_1"} {
		if stem, ok := stemOf(name); ok {
			t.Errorf("%s has the stem %q", name, stem)
		}
	}
}

func TestReadErrors(t *testing.T) {
	broken := written(t, factsDocument(), Options{})
	broken.Set(mainPart, "<w:document><w:body>")
	data, err := broken.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	empty := opc.New()
	empty.Set("a.xml", "<a/>")
	none, err := empty.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	nested := edited(t, func(s string) string {
		return strings.Replace(s, "<w:body>", "<w:body>"+strings.Repeat("<w:sdt><w:sdtContent>", 200), 1)
	})
	unended := edited(t, func(s string) string {
		var all strings.Builder
		for i := range 200 {
			fmt.Fprintf(&all, `<w:bookmarkStart w:id="%d" w:name="_f_a_%d"/>`, 1000+i, i)
		}
		return strings.Replace(s, "<w:body>", "<w:body>"+all.String(), 1)
	})
	for want, data := range map[string][]byte{"read container": []byte("text"), "holds no document": none, "XML syntax error": data, "overlap": nested, "bookmarks overlap": unended} {
		if _, err := Read(data, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
}

// A control takes only what its list or calendar can show again.
func TestControlKinds(t *testing.T) {
	for want, f := range map[string]doc.Fill{
		"":                {Path: "a", Kind: doc.FillChoice, Options: []string{"甲"}, Value: "乙"},
		"yyyy-MM-dd":      {Path: "a", Kind: doc.FillDate, Value: "2023-11-30"},
		"yyyy年M月d日":       {Path: "a", Kind: doc.FillDate},
		`"是" w:value="是"`: {Path: "a", Kind: doc.FillYesNo},
		"&quot;":          {Path: "a", Kind: doc.FillChoice, Options: []string{`"甲"`}},
	} {
		if got := controlKind(f); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%+v: got %s, want %s", f, got, want)
		}
	}
	if got := controlKind(doc.Fill{Kind: doc.FillDate, Value: "月底"}); got != "" {
		t.Errorf("a text that is no day: got %s", got)
	}
}
