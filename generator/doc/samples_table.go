package doc

func row(cells ...string) Row {
	var r Row
	for _, c := range cells {
		r.Cells = append(r.Cells, NewCell(text(c)...))
	}
	return r
}

// span makes the cell at r, c cover rows × cols places of the grid.
func span(t *Table, r, c, rows, cols int) *Table {
	for i := r; i < r+rows; i++ {
		for j := c; j < c+cols; j++ {
			if i != r || j != c {
				t.Rows[i].Cells[j] = Cell{ColSpan: 1, RowSpan: 1, Covered: true}
			}
		}
	}
	t.Rows[r].Cells[c].RowSpan, t.Rows[r].Cells[c].ColSpan = rows, cols
	return t
}

func tableSamples() []Sample {
	plain := &Table{Caption: text("外部供方分类"), Head: 1, Columns: []Column{{Align: Center}, {Align: Left}, {Align: Right}, {}},
		Rows: []Row{row("类别", "范围", "年度采购额（万元）", "控制方式"), row("A", "车架、前叉", "186.50", "现场评价，首件确认"), row("B", "轮胎、链条", "92.00", "样品确认"), row("C", "包装", "", "合同约定")}}
	return []Sample{
		sample("table", plain, para(Text("以上每年评审一次。")), &Table{Caption: text("第二个表"), Head: 1, Columns: make([]Column, 1), Rows: []Row{row("项目"), row("内容")}}),
		sample("table-weights", &Table{Head: 1, Columns: []Column{{Weight: 1}, {Weight: 4}, {Weight: 2}}, Rows: []Row{row("序号", "要求", "记录"), row("1", "来料应附材质证明，规格与订单一致", "进货检验记录")}}),
		sample("table-no-head", &Table{Columns: make([]Column, 2), Rows: []Row{row("单位名称", "天津市示例自行车有限公司"), row("地址", "天津市武清区示例路 1 号")}}),
		sample("table-spans", spans(), spansAcross()),
		sample("table-two-head-rows", twoHeads()),
		sample("table-vertical", vertical()),
		sample("table-form", &Table{Caption: text("设备点检记录"), Form: true, Head: 1, Columns: []Column{{Weight: 1}, {Weight: 3}, {Weight: 2}, {Weight: 2}}, Rows: []Row{row("日期", "点检内容", "结果", "点检人"), row("", "", "", ""), row("", "", "", "")}}),
		sample("table-cell-inlines", cellInlines()),
		sample("table-long", longTable()),
	}
}

func spans() *Table {
	t := &Table{Caption: text("控制点"), Head: 1, Columns: make([]Column, 4), Rows: []Row{
		row("工序", "控制点", "控制限", "记录"), row("焊接", "电流", "95～110 A", "焊接记录"), row("", "气体流量", "12～15 L/min", ""), row("涂装", "温度", "", "温度记录"), row("小计", "", "", "3 项")}}
	span(t, 1, 0, 2, 1)
	span(t, 1, 3, 2, 1)
	span(t, 3, 1, 1, 2)
	return span(t, 4, 0, 1, 3)
}

func spansAcross() *Table {
	t := &Table{Columns: make([]Column, 3), Rows: []Row{row("两行两列", "", "右"), row("", "", "右二"), row("甲", "乙", "丙")}}
	return span(t, 0, 0, 2, 2)
}

func twoHeads() *Table {
	t := &Table{Caption: text("月度指标"), Head: 2, Columns: []Column{{}, {Align: Right}, {Align: Right}, {Align: Right}}, Rows: []Row{
		row("指标", "2023 年", "", "目标"), row("", "4 月", "5 月", ""), row("一次合格率（%）", "93.1", "96.4", "≥96.0")}}
	span(t, 0, 0, 2, 1)
	span(t, 0, 1, 1, 2)
	return span(t, 0, 3, 2, 1)
}

func vertical() *Table {
	t := &Table{Caption: text("职能分配"), Head: 1, Columns: []Column{{}, {Align: Center}, {Align: Center}, {Align: Center}, {Align: Center}}, Rows: []Row{
		row("条款", "总经理", "质量部", "生产部", "采购部（含外协）"), row("8.4 外部提供的控制", "△", "○", "○", "●"), row("8.5 生产和服务提供", "△", "○", "●", "○")}}
	for i := 1; i < 5; i++ {
		t.Rows[0].Cells[i].Vertical = true
	}
	return t
}

func cellInlines() *Table {
	return &Table{Head: 1, Columns: make([]Column, 2), Rows: []Row{
		{Cells: []Cell{NewCell(Text("项目"), Break{}, Text("（必填）")), NewCell(Strong{text("内容")})}},
		{Cells: []Cell{NewCell(Checkbox{Checked: true}, Text("合格"), Break{}, Checkbox{}, Text("不合格")), NewCell(Fill{Label: "检验员", Path: "people[P3].name"}, Text(" "), Code("a|b"))}},
		{Cells: []Cell{NewCell(Ref{Target: "release", Text: text("《产品检验和放行控制程序》")}), NewCell(Link{URL: "https://example.com/x|y", Text: text("网页")}, Text(" "), Emphasis{text("见附件")})}},
	}}
}

// longTable runs over several pages.
func longTable() *Table {
	t := &Table{Caption: text("记录清单"), Head: 1, Columns: make([]Column, 3), Rows: []Row{row("序号", "记录名称", "保存期限")}}
	for n := 1; n <= 75; n++ {
		t.Rows = append(t.Rows, row(chineseNumber(n), "第 "+chineseNumber(n)+" 种记录，随生产批次归档，由使用部门保存并在年底移交办公室", "3 年"))
	}
	return t
}

func figureSamples() []Sample {
	return []Sample{
		sample("figure-flow", &Figure{Kind: Flow, Title: "车架生产流程", Alt: "从下料到入库的五个步骤", Nodes: []FigureNode{
			{ID: "cut", Text: "下料", Note: "按图样"}, {ID: "weld", Text: "焊接", Marks: []Mark{KeyStep, SpecialProcess}},
			{ID: "paint", Text: "涂装", Marks: []Mark{Outsourced}}, {ID: "check", Text: "合格？", Marks: []Mark{Inspection, Decision}}, {ID: "store", Text: "入库"}},
			Links: []FigureLink{{From: "check", To: "store", Text: "是"}, {From: "check", To: "weld", Text: "否，返修"}}}),
		sample("figure-flow-plain", &Figure{Kind: Flow, Title: "文件审批流程", Alt: "三步", Nodes: []FigureNode{{ID: "a", Text: "编制"}, {ID: "b", Text: "审核"}, {ID: "c", Text: "批准"}}}),
		sample("figure-organisation", &Figure{Kind: Organisation, Title: "组织机构图", Alt: "总经理下设三个部门", Nodes: []FigureNode{
			{ID: "gm", Text: "总经理", Note: "张示例"}, {ID: "qa", Text: "质量部", Parent: "gm"}, {ID: "insp", Text: "检验组", Parent: "qa"}, {ID: "prod", Text: "生产部", Parent: "gm"}, {ID: "buy", Text: "采购部", Parent: "gm"}}}),
		sample("figure-process-map", &Figure{Kind: ProcessMap, Title: "过程关系图", Alt: "管理、实现、支持三类过程", Nodes: []FigureNode{
			{ID: "m1", Text: "策划", Group: "管理过程"}, {ID: "m2", Text: "评审", Group: "管理过程"}, {ID: "r1", Text: "采购", Group: "实现过程", Note: "含外协"}, {ID: "r2", Text: "生产", Group: "实现过程", Marks: []Mark{KeyStep}}, {ID: "s1", Text: "培训", Group: "支持过程"}},
			Links: []FigureLink{{From: "r1", To: "r2", Text: "合格材料"}}}),
		sample("figure-trend", &Figure{Kind: Trend, Title: "一次合格率", Alt: "从 93.1% 升到 97.2%", Trend: &TrendData{Unit: "%", Target: 96, HasTarget: true, Points: []TrendPoint{
			{Label: "2023-04", Phase: "改进前", Value: 93.1}, {Label: "2023-05", Phase: "改进前", Value: 92.75}, {Label: "2023-08", Phase: "改进后", Value: 97.2}}}}),
	}
}
