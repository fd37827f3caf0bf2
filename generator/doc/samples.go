package doc

import "time"

// Sample is a small realistic document for one kind of block or inline.
type Sample struct {
	Name     string // such as table-spans; ASCII, unique
	Document *Document
}

// Samples gives a finished document for every kind of block and inline and for each of their variants that a writer has
// to treat on its own. The documents are fresh on every call. Enterprises and persons in them are invented.
func Samples() []Sample {
	var all []Sample
	for _, group := range [][]Sample{textSamples(), headingSamples(), listSamples(), tableSamples(), figureSamples(), pageSamples()} {
		all = append(all, group...)
	}
	for _, s := range all {
		// A sample that Finish rejects is a mistake of this package; TestSamplesAreFinished holds that there is none.
		_ = Finish(s.Document)
	}
	return all
}

// sample is a procedure with the given blocks under one heading.
func sample(name string, blocks ...Block) Sample {
	return bare(name, append([]Block{heading(1, "目的", "purpose")}, blocks...)...)
}

// bare is a procedure with the given blocks only.
func bare(name string, blocks ...Block) Sample {
	day := time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC)
	return Sample{Name: name, Document: &Document{
		Meta: Meta{
			ID: "purchasing", Kind: "程序文件", Title: "采购和外部供方控制程序", Number: "SLZX/QP-13-2023", Version: "A/0",
			Company: "天津市示例自行车有限公司", Footer: "本文件为受控文件", Date: day, Created: day,
			ProfileHash: "0000000000000000000000000000000000000000000000000000000000000000",
			Generator:   "qmsdraft 0", FirstNumber: 1,
		},
		Blocks: blocks,
	}}
}

func text(s string) []Inline { return []Inline{Text(s)} }

func para(in ...Inline) *Paragraph { return &Paragraph{Text: in} }

func heading(level int, title, id string) *Heading {
	return &Heading{Level: level, Text: text(title), ID: id}
}

func item(s string, inner ...Block) Item {
	return Item{Blocks: append([]Block{para(Text(s))}, inner...)}
}

func textSamples() []Sample {
	return []Sample{
		sample("paragraph", para(Text("为使采购的材料和外协的工序符合要求，保证整车质量，制定本程序。")), para(Text("本程序由采购部负责。"))),
		sample("strong", para(Text("未经检验的材料"), Strong{text("一律不得")}, Text("投入使用。"), Strong{text("（紧急放行除外）")})),
		sample("emphasis", para(Text("记录的"), Emphasis{text("保存期限")}, Text("见清单。"), Strong{[]Inline{Text("必须"), Emphasis{text("双重")}, Text("确认")}})),
		sample("code", para(Text("编号格式为 "), Code("SLZX/QR-`nn`|*"), Text("，其中 nn 为流水号。"))),
		sample("link", para(Text("标准全文见"), Link{URL: "https://openstd.samr.gov.cn/bzgk/gb/index?a=1&b=(2)", Text: text("国家标准全文公开系统")},
			Text("，或 "), Link{URL: "https://example.com/a_b", Text: text("https://example.com/a_b")}, Text("。"))),
		sample("ref", para(Text("按"), Ref{Target: "release", Text: text("《产品检验和放行控制程序》（SLZX/QP-17-2023）")}, Text("执行；目的见本程序第 "),
			Ref{Target: "purpose", Section: true}, Text(" 章。"))),
		sample("break", para(Text("第一行"), Break{}, Text("1. 第二行"), Break{}, Text("- 第三行"))),
		sample("fill-absent", para(Text("联系电话："), Fill{Label: "联系电话", Path: "enterprise.phone"}, Text("，由"), Fill{Label: "质量负责人（姓名）", Path: "people[P2].name"}, Text("接听。"))),
		sample("fill-given", para(Text("焊接电流的下限为 "), Fill{Label: "下限", Path: "control_points[K2].limit.low", Value: "95"}, Text(" A。"))),
		sample("fill-date", para(Text("体系自 "), Fill{Label: "实施日期", Path: "documents.effective_on", Kind: FillDate}, Text(" 起实施，于 "),
			Fill{Label: "发布日期", Path: "documents.issued_on", Kind: FillDate, Value: "2023年6月27日"}, Text(" 发布，"),
			Fill{Label: "完成期限", Path: "management_review.outputs[C1].due", Kind: FillDate, Value: "2023-11-30"}, Text(" 前完成。"))),
		sample("fill-choice", para(Text("溯源方式："), Fill{Label: "溯源方式", Path: "instruments[L1].how", Kind: FillChoice, Options: []string{"检定", "校准", "内部校验"}}, Text("，结论："),
			Fill{Label: "评价结论", Path: "suppliers[S1].result", Kind: FillChoice, Options: []string{"合格", "试用", "不合格"}, Value: "试用"}, Text("。"))),
		sample("fill-yesno", para(Text("有设计和开发："), Fill{Label: "是否有设计和开发", Path: "scope.has_design", Kind: FillYesNo}, Text("，同意发布："),
			Fill{Label: "企业是否同意发布", Path: "case.consent", Kind: FillYesNo, Value: "是"}, Text("。"))),
		sample("fill-lines", para(Text("质量方针："), Fill{Label: "质量方针", Path: "policy.text", Value: "精工细作\n持续改进"}, Text("。"))),
		sample("checkbox", para(Text("检验结论："), Checkbox{Checked: true}, Text("合格　"), Checkbox{}, Text("不合格　"), Checkbox{}, Text("让步接收"))),
		sample("special-characters", para(Text("| * # <script>alert(1)</script> {{.X}} & \" ' ` _ ~ \\ [x](y) &amp; 😀 𠮷 - ")),
			para(Text("- 破折号开头")), para(Text("# 井号开头")), para(Text("1. 数字开头")), para(Text("> 大于号开头 ::: note")),
			para(Text("规格 3*4*5，文件 a_b_c，{.fill path=x}，[]{.sec id=y}，~~删~~，http://example.com/x*y*z")),
			&Table{Columns: make([]Column, 2), Head: 1, Rows: []Row{row("字|段", "值"), row("^^ |", `a\|b <br> <<`)}}),
		sample("long-words", para(Text("统一社会信用代码 91120000EXAMPLE00X，型号 ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789，温度 −5 ℃～40 ℃，误差 ±0.05 mm，≥99.5 %。"))),
	}
}

func headingSamples() []Sample {
	tree := func() []Block {
		return []Block{
			&Heading{Level: 1, Style: Plain, Text: text("前言")}, para(Text("本手册自发布之日起实施。")),
			heading(1, "总则", "general"), heading(2, "适用范围", "scope"), heading(3, "产品范围", ""), para(Text("自行车整车及零件。")),
			heading(3, "场所范围", ""), heading(2, "引用文件", ""), heading(3, "内部文件", ""), heading(4, "管理制度", ""), para(Text("见清单。")),
			heading(1, "职责", ""), heading(2, "采购部", ""), para(Text("归口管理，范围见 "), Ref{Target: "scope", Section: true}, Text("。")),
			&Heading{Level: 1, Style: Appendix, Text: text("组织机构图"), ID: "chart"}, heading(2, "说明", ""), para(Text("见 "), Ref{Target: "chart", Section: true}, Text("。")),
			&Heading{Level: 1, Style: Appendix, Text: []Inline{Text("职能分配表"), Break{}, Strong{text("（正式）")}}},
		}
	}
	decimal, chinese, none, manual := bare("headings-decimal", tree()...), bare("headings-chinese", tree()...), bare("headings-unnumbered", tree()[:9]...), bare("headings-from-zero", tree()...)
	chinese.Document.Meta.Numbering = Chinese
	none.Document.Meta.Numbering = Unnumbered
	manual.Document.Meta.FirstNumber = 0
	return []Sample{decimal, chinese, none, manual}
}

func listSamples() []Sample {
	return []Sample{
		sample("list-bullet", &List{Items: []Item{item("外部供方的选择"), item("采购信息的审批", &List{Items: []Item{item("品名和规格"), item("技术要求", &List{Items: []Item{item("图样"), item("标准")}})}}), item("进货验证")}}),
		sample("list-ordered", &List{Ordered: true, Start: 1, Items: []Item{item("提出申请", para(Text("申请用《采购申请单》，写明用途。"))), item("审批", &List{Ordered: true, Start: 1, Items: []Item{item("一般材料由部门负责人批准"), item("关键材料由总经理批准")}}), item("下单", &List{Ordered: true, Start: 1, Items: []Item{item("书面订单")}})}}),
		sample("list-restart", &List{Ordered: true, Start: 1, Items: []Item{item("第一步"), item("第二步")}}, para(Text("异常时：")), &List{Ordered: true, Start: 1, Items: []Item{item("停止使用"), item("隔离标识")}}, &List{Ordered: true, Start: 5, Items: []Item{item("接着第五步")}}),
		sample("list-mixed", &List{Ordered: true, Start: 1, Items: []Item{item("检查", &List{Items: []Item{item("外观"), item("尺寸", &List{Ordered: true, Start: 3, Items: []Item{item("第三点"), item("第四点")}})}}), item("记录")}}, &List{Items: []Item{item("- 像列表的文字"), {Blocks: []Block{&List{Items: []Item{item("只有下级")}}}}, {}}}),
		sample("list-task", &List{Items: []Item{{Blocks: []Block{para(Checkbox{Checked: true}, Text(" 合同已评审"))}}, {Blocks: []Block{para(Checkbox{}, Text(" 供方已评价"))}}}}),
	}
}
