package doc

func cover() *Cover {
	return &Cover{
		Company: text("天津市示例自行车有限公司"), Title: text("质量手册"),
		Lines: [][]Inline{text("（依据 GB/T 19001—2016 编制）"), {Text("受控状态："), Checkbox{Checked: true}, Text("受控　"), Checkbox{}, Text("非受控")}},
		Fields: &Table{Columns: []Column{{Weight: 1}, {Weight: 2}}, Rows: []Row{
			row("文件编号", "SLZX/QM-2023"), row("版本/修改", "A/0"),
			{Cells: []Cell{NewCell(Text("批准")), NewCell(Fill{Label: "批准人", Path: "people[P1].name"})}}}},
		Notices: [][]Inline{text("样稿：须由企业按实际情况修改、批准后方可实施"), {Text("2023年7月1日发布"), Break{}, Text("2023年7月10日实施")}},
	}
}

func signOff() *SignOff {
	return &SignOff{Entries: []Sign{
		{Role: text("编制"), Name: text("李示例"), Date: text("2023年6月20日")},
		{Role: text("审核"), Name: []Inline{Fill{Label: "审核人", Path: "document.reviewer"}}},
		{Role: text("批准"), Name: []Inline{Strong{text("张示例")}}, Date: []Inline{Fill{Label: "批准日期", Path: "document.date"}}},
	}}
}

func pageSamples() []Sample {
	wide := &Section{Landscape: true, Blocks: []Block{heading(1, "横向的表", ""), vertical(), para(Text("表后的说明。"))}}
	sideways := sample("orientation-landscape", para(Text("整个文件横向。")), &Section{Blocks: []Block{para(Text("这一页纵向。"))}}, para(Text("又是横向。")))
	sideways.Document.Meta.Landscape = true
	nothing := bare("meta-empty", para(Text("没有编号、版本、日期和公司名称的文件。")))
	nothing.Document.Meta = Meta{Title: "记录"}
	return []Sample{
		bare("cover", cover(), &TOC{}, heading(1, "范围", ""), heading(2, "产品", ""), para(Text("自行车整车。"))),
		bare("cover-small", &Cover{Title: text("内部审核计划")}, heading(1, "目的", ""), para(Text("检查体系运行情况。"))),
		bare("toc", &TOC{}, heading(1, "目的", ""), heading(2, "说明", ""), heading(3, "细则", ""), para(Text("内容。")), &PageBreak{}, heading(1, "职责", ""), para(Text("内容。"))),
		sample("note-remark", &Note{Kind: Remark, Blocks: []Block{para(Text("记录用墨水笔填写。")), para(Text("第二段"), Strong{text("说明")}, Text("。"))}}),
		sample("note-guide", &Note{Kind: Guide, Blocks: []Block{para(Text("请按本企业的实际工序修改。"), Fill{Label: "工序", Path: "steps"})}}, &Note{Kind: Guide, Blocks: []Block{&List{Ordered: true, Start: 1, Items: []Item{item("核对工序"), item("核对设备")}}, para(Text("完成后删除本框。"))}}),
		sample("sign-off", signOff(), &SignOff{Entries: []Sign{{Role: text("记录人")}}}, &SignOff{Entries: []Sign{{Role: text("甲")}, {Role: text("乙")}, {Role: text("丙")}, {Role: text("丁"), Name: text("王示例")}}}),
		sample("section-landscape", para(Text("纵向的一页。")), wide, para(Text("又是纵向。"))),
		sideways,
		sample("page-break", para(Text("前一页。")), &PageBreak{}, para(Text("后一页。"))),
		nothing,
	}
}
