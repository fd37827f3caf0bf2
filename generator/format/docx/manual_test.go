package docx

import (
	"fmt"
	"time"

	"qmsdraft/generator/doc"
)

// manual is a long document with every construct, as a quality manual has them. The enterprise is invented.
func manual() *doc.Document {
	day := time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC)
	d := &doc.Document{Meta: doc.Meta{
		ID: "manual", Kind: "质量手册", Title: "质量手册", Number: "SLZX/QM-2023", Version: "A/0", Company: "天津示例自行车有限公司",
		Footer: "受控文件　未经批准不得复制", Date: day, Created: day, ProfileHash: "6f1d2a703b0e4c579c1a0a5b7c8d9e01", Generator: "qmsdraft test",
	}}
	d.Blocks = append(d.Blocks, manualCover(), &doc.TOC{})
	d.Blocks = append(d.Blocks, manualFront()...)
	for i, title := range []string{"范围", "规范性引用文件", "术语和定义", "组织环境", "领导作用", "策划", "支持", "运行", "绩效评价", "改进"} {
		d.Blocks = append(d.Blocks, manualChapter(i+1, title)...)
	}
	d.Blocks = append(d.Blocks, manualAppendices()...)
	if err := doc.Finish(d); err != nil {
		panic(err)
	}
	return d
}

func words(s string) []doc.Inline { return []doc.Inline{doc.Text(s)} }

func par(in ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Text: in} }

func say(s string) *doc.Paragraph { return par(doc.Text(s)) }

func line(cells ...string) doc.Row {
	var r doc.Row
	for _, c := range cells {
		r.Cells = append(r.Cells, doc.NewCell(doc.Text(c)))
	}
	return r
}

func manualCover() *doc.Cover {
	fill := func(label, path string) doc.Cell { return doc.NewCell(doc.Fill{Label: label, Path: path}) }
	key := func(s string) doc.Cell { return doc.NewCell(doc.Text(s)) }
	return &doc.Cover{
		Company: words("天津示例自行车有限公司"),
		Title:   words("质量手册"),
		Lines:   [][]doc.Inline{words("依据 GB/T 19001—2016《质量管理体系　要求》"), {doc.Text("受控状态："), doc.Checkbox{Checked: true}, doc.Text("受控　"), doc.Checkbox{}, doc.Text("非受控")}},
		Fields: &doc.Table{Columns: []doc.Column{{Weight: 2}, {Weight: 3}}, Rows: []doc.Row{
			line("文件编号", "SLZX/QM-2023"), line("版本/修改", "A/0"),
			{Cells: []doc.Cell{key("编　　制"), key("李示例　2023年6月20日")}},
			{Cells: []doc.Cell{key("审　　核"), fill("审核人", "document.reviewer")}},
			{Cells: []doc.Cell{key("批　　准"), fill("批准人", "people[P1].name")}},
			line("实施日期", "2023年7月1日"),
		}},
		Notices: [][]doc.Inline{words("样稿：须由企业按实际情况修改、批准后方可实施")},
	}
}

func manualFront() []doc.Block {
	return []doc.Block{
		&doc.Heading{Level: 1, Style: doc.Plain, Text: words("颁布令")},
		say("为稳定提供满足顾客要求和适用法律法规要求的产品，本公司依据 GB/T 19001—2016 建立质量管理体系，编制了本手册。本手册是本公司质量管理的纲领性文件，全体员工应遵照执行。"),
		say("本手册自 2023 年 7 月 1 日起实施。"),
		&doc.SignOff{Entries: []doc.Sign{{Role: words("编制"), Name: words("李示例"), Date: words("2023年6月20日")},
			{Role: words("审核"), Name: []doc.Inline{doc.Fill{Label: "审核人", Path: "document.reviewer"}}},
			{Role: words("批准"), Name: words("张示例"), Date: []doc.Inline{doc.Fill{Label: "批准日期", Path: "document.date"}}}}},
		&doc.Heading{Level: 1, Text: words("前言")},
		&doc.Heading{Level: 2, Text: words("企业概况")},
		say("本公司成立于 2009 年，位于天津市武清区示例路 18 号，占地 12,000 m²，员工 46 人，主要产品为成人自行车和童车，年产约 86,000 辆；“客户至上、过程受控”是本公司的经营宗旨……"),
		&doc.Heading{Level: 2, Text: words("手册的管理")},
		&doc.List{Ordered: true, Start: 1, Items: []doc.Item{
			{Blocks: []doc.Block{say("手册由质量部编制，管理者代表审核，总经理批准；更改按《文件控制程序》（SLZX/QP-01-2023）执行，每次更改后修改次数加 1，换版时重新编制并收回旧版。")}},
			{Blocks: []doc.Block{say("手册的发放："), &doc.List{Items: []doc.Item{{Blocks: []doc.Block{say("受控本发至各部门，登记分发号；")}}, {Blocks: []doc.Block{say("非受控本仅供投标和顾客参考："),
				&doc.List{Ordered: true, Start: 1, Items: []doc.Item{{Blocks: []doc.Block{say("不登记，不换页；")}}, {Blocks: []doc.Block{say("封面注明“非受控”。")}}}}}}}}}},
			{Blocks: []doc.Block{say("手册持有者应妥善保管。"), say("离职或换岗时应交回质量部，损坏或遗失应说明原因，经批准后补发。")}},
		}},
		&doc.Note{Kind: doc.Remark, Blocks: []doc.Block{say("手册中的“本公司”指天津示例自行车有限公司，“顾客”包括经销商和最终使用者。")}},
		&doc.Note{Kind: doc.Guide, Blocks: []doc.Block{say("请按企业实际填写，完成后删除本框。核对："),
			&doc.List{Ordered: true, Start: 1, Items: []doc.Item{{Blocks: []doc.Block{say("员工人数与社保缴纳人数一致；")}}, {Blocks: []doc.Block{say("地址与营业执照一致，并覆盖全部生产场所；如有租赁的仓库，也应写明，因为审核时会去现场看每一个场所。")}}}},
			&doc.List{Items: []doc.Item{{Blocks: []doc.Block{par(doc.Checkbox{Checked: true}, doc.Text(" 已核对营业执照"))}}, {Blocks: []doc.Block{par(doc.Checkbox{}, doc.Text(" 已核对生产场所"))}}}}}},
		&doc.List{Items: []doc.Item{{Blocks: []doc.Block{par(doc.Checkbox{Checked: true}, doc.Text(" 合同已评审"))}}, {Blocks: []doc.Block{par(doc.Checkbox{}, doc.Text(" 供方已评价，评价记录已归档，并且在每年十二月由采购部组织再评价，结果写入合格供方名录"))}}}},
	}
}

func manualChapter(n int, title string) []doc.Block {
	blocks := []doc.Block{&doc.Heading{Level: 1, Text: words(title), ID: fmt.Sprintf("chapter-%d", n)}}
	for i, sub := range []string{"总则", "职责和权限", "过程和控制要求"} {
		blocks = append(blocks, &doc.Heading{Level: 2, Text: words(sub), ID: fmt.Sprintf("s-%d-%d", n, i)})
		blocks = append(blocks,
			par(doc.Text("质量部归口管理本章要求，各部门按分工实施，保留"), doc.Strong{Text: words("成文信息")}, doc.Text("（见 "), doc.Ref{Target: fmt.Sprintf("s-%d-0", n), Section: true},
				doc.Text(" 和《采购和外部供方控制程序》（SLZX/QP-13-2023））。焊接工序为"), doc.Emphasis{Text: words("特殊过程")}, doc.Text("，焊接电流应为 95 A～110 A，气体流量应不低于 12 L/min，由当班班长每 2 h 检查一次；编号格式为 "),
				doc.Code("SLZX/QR-pp-nn"), doc.Text("，标准可在"), doc.Link{URL: "https://openstd.samr.gov.cn/bzgk/gb/", Text: words("国家标准全文公开系统")}, doc.Text("查询。")),
			say("发现不合格时，发现人应立即停止操作、隔离并标识，通知检验员评审；质量部在 24 h 内组织原因分析，确定纠正措施、责任人和完成日期，验证有效后关闭，并将结果写入月度质量报表。"))
		if i == 2 {
			blocks = append(blocks, &doc.Heading{Level: 3, Text: words("控制点")}, manualPoints(), say("以上控制点每年至少评审一次，工艺、设备或材料变化时应重新评审。"))
		}
	}
	if n == 5 {
		blocks = append(blocks, manualMatrix())
	}
	if n == 8 {
		blocks = append(blocks, manualFigures()...)
	}
	return blocks
}

func manualPoints() *doc.Table {
	t := &doc.Table{Caption: words("关键控制点"), Head: 1, Columns: make([]doc.Column, 6), Rows: []doc.Row{
		line("工序", "控制特性", "限值", "方法", "频次", "记录"),
		line("焊接", "焊接电流", "95 A～110 A", "电流表", "每 2 h 一次", "QR-16-03"),
		line("", "气体流量", "≥12 L/min", "流量计", "每 2 h 一次", ""),
		line("涂装", "固化温度", "190 ℃±10 ℃", "温度记录仪", "连续", "QR-16-05"),
		line("装配", "把立管紧固力矩", "按《装配作业指导书》规定", "扭力扳手", "每班首件，每 50 辆抽 1 辆", "QR-16-07"),
		line("小计", "", "", "", "", "4 项"),
	}}
	cover := func(r, c, rows, cols int) {
		for i := r; i < r+rows; i++ {
			for j := c; j < c+cols; j++ {
				if i != r || j != c {
					t.Rows[i].Cells[j] = doc.Cell{ColSpan: 1, RowSpan: 1, Covered: true}
				}
			}
		}
		t.Rows[r].Cells[c].RowSpan, t.Rows[r].Cells[c].ColSpan = rows, cols
	}
	cover(1, 0, 2, 1)
	cover(1, 5, 2, 1)
	cover(5, 0, 1, 5)
	return t
}

func manualMatrix() *doc.Section {
	head := []string{"条款", "要求", "总经理", "管理者代表", "质量部", "生产部", "采购部", "销售部", "技术部", "办公室", "仓库", "设备科（含计量）"}
	t := &doc.Table{Caption: words("职能分配表（▲主责　△配合）"), Head: 1, Columns: make([]doc.Column, len(head)), Rows: []doc.Row{line(head...)}}
	for i := 2; i < len(head); i++ {
		t.Rows[0].Cells[i].Vertical = true
	}
	for i, c := range []string{"4.1 组织及其环境", "4.2 相关方的需求和期望", "5.1 领导作用和承诺", "5.2 方针", "6.1 应对风险和机遇的措施", "7.1.5 监视和测量资源", "7.2 能力", "7.5 成文信息", "8.2 产品和服务的要求",
		"8.4 外部提供的过程、产品和服务的控制", "8.5.1 生产和服务提供的控制", "8.6 产品和服务的放行", "8.7 不合格输出的控制", "9.1 监视、测量、分析和评价", "9.2 内部审核", "9.3 管理评审", "10.2 不合格和纠正措施"} {
		var number, name string
		fmt.Sscanf(c, "%s %s", &number, &name)
		row := []string{number, name}
		for j := 2; j < len(head); j++ {
			row = append(row, [...]string{"△", "", "▲", "△"}[(i+j)%4])
		}
		t.Rows = append(t.Rows, line(row...))
	}
	return &doc.Section{Landscape: true, Blocks: []doc.Block{&doc.Heading{Level: 2, Text: words("职能分配")}, t}}
}

func manualFigures() []doc.Block {
	return []doc.Block{
		&doc.Figure{Kind: doc.Flow, Title: "自行车生产流程", Alt: "从下料到入库", Nodes: []doc.FigureNode{{ID: "a", Text: "下料"}, {ID: "b", Text: "焊接", Marks: []doc.Mark{doc.KeyStep, doc.SpecialProcess}}, {ID: "c", Text: "电镀", Marks: []doc.Mark{doc.Outsourced}}, {ID: "d", Text: "装配"}, {ID: "e", Text: "入库"}}},
		&doc.Figure{Kind: doc.Trend, Title: "一次交验合格率", Alt: "从 93.1% 升到 97.2%", Trend: &doc.TrendData{Unit: "%", Target: 96, HasTarget: true, Points: []doc.TrendPoint{{Label: "2023-04", Phase: "改进前", Value: 93.1}, {Label: "2023-08", Phase: "改进后", Value: 97.2}}}},
	}
}

func manualAppendices() []doc.Block {
	list := &doc.Table{Caption: words("记录清单"), Head: 1, Columns: make([]doc.Column, 4), Rows: []doc.Row{line("序号", "编号", "名称", "保存期限")}}
	for i := 1; i <= 60; i++ {
		list.Rows = append(list.Rows, line(fmt.Sprint(i), fmt.Sprintf("QR-%02d-%02d", i/5+1, i%5+1), "生产过程检查记录（含首件、巡检、末件）", "3 年"))
	}
	form := &doc.Table{Caption: words("设备点检记录"), Form: true, Head: 1, Columns: []doc.Column{{Weight: 1}, {Weight: 3}, {Weight: 2}, {Weight: 2}}, Rows: []doc.Row{line("日期", "点检内容", "结果", "点检人"), line("", "润滑、紧固、清洁", "", ""), line("", "", "", ""), line("", "", "", "")}}
	form.Rows[1].Cells[2] = doc.NewCell(doc.Checkbox{}, doc.Text("正常　"), doc.Checkbox{}, doc.Text("异常"))
	return []doc.Block{
		&doc.PageBreak{},
		&doc.Heading{Level: 1, Style: doc.Appendix, Text: words("记录清单"), ID: "records"},
		&doc.Heading{Level: 2, Text: words("说明")}, say("记录由使用部门保存，年底移交办公室。"),
		list,
		&doc.Heading{Level: 1, Style: doc.Appendix, Text: words("表单样式")},
		par(doc.Text("表单用墨水笔填写，见"), doc.Ref{Target: "records", Section: true}, doc.Text("。特殊字符：|*#<script>{{&\"😀𠮷- ℃ Φ ± ≥ μ ①")),
		form,
		&doc.SignOff{Entries: []doc.Sign{{Role: words("填表")}, {Role: words("审核")}}},
	}
}
