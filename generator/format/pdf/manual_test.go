package pdf

import (
	"fmt"
	"testing"
	"time"

	"qmsdraft/generator/doc"
)

// manual is a document of about 14 pages with all that a manual has: cover, contents, running text, lists, tables with
// merged cells, a long table, a wide matrix on landscape pages, notes, a form and signatures. The enterprise is invented.
func manual(t testing.TB) *doc.Document {
	day := time.Date(2023, 7, 1, 8, 0, 0, 0, time.UTC)
	d := &doc.Document{Meta: doc.Meta{
		ID: "manual", Kind: "质量手册", Title: "质量手册", Number: "SLZX/QM-2023", Version: "A/0", Company: "天津市示例自行车有限公司",
		Footer: "受控文件，未经批准不得复印", Date: day, Created: day, Generator: "qmsdraft 0", FirstNumber: 0,
	}}
	d.Blocks = append(d.Blocks, manualCover(), &doc.TOC{})
	for i, title := range []string{"概述", "组织环境", "支持", "运行"} {
		d.Blocks = append(d.Blocks, chapter(i, title)...)
	}
	d.Blocks = append(d.Blocks, &doc.Section{Landscape: true, Blocks: []doc.Block{heading(1, doc.Appendix, "职能分配表"), matrix()}},
		heading(1, doc.Appendix, "记录清单"), longTable(40), heading(1, doc.Plain, "批准"), signOff())
	if err := doc.Finish(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func manualCover() doc.Block {
	fields := &doc.Table{Columns: []doc.Column{{Align: doc.Center, Weight: 1}, {Align: doc.Left, Weight: 2}}, Rows: []doc.Row{
		textRow("文件编号", "SLZX/QM-2023"), textRow("版本/修改", "A/0"), textRow("受控状态", "受控"),
	}}
	fields.Rows = append(fields.Rows, doc.Row{Cells: []doc.Cell{doc.NewCell(doc.Text("批准")), doc.NewCell(doc.Fill{Label: "批准人", Path: "people.approver"})}})
	return &doc.Cover{
		Company: text("天津市示例自行车有限公司"), Title: text("质量手册"), Lines: [][]doc.Inline{text("（依据 GB/T 19001—2016 编制）")},
		Fields: fields, Notices: [][]doc.Inline{text("样稿：须由企业按实际情况修改、批准后方可实施")},
	}
}

func chapter(n int, title string) []doc.Block {
	blocks := []doc.Block{heading(1, doc.Numbered, title)}
	for i := range 4 {
		blocks = append(blocks, heading(2, doc.Numbered, fmt.Sprintf("%s的要求（第 %d 部分）", title, i+1)),
			&doc.Paragraph{Text: []doc.Inline{
				doc.Text("本公司每月第一个工作日由质量部汇总上月的检验、返修和顾客反馈数据，与目标值比较；连续两个月达不到目标的，由责任部门在 5 个工作日内填写"),
				doc.Ref{Target: "car", Text: text("《纠正措施处理单》（SLZX/QR-20-01）")}, doc.Text("，写明原因、措施、完成日期和验证人，报质量负责人审批后实施。“未经验证的措施”不得关闭。"),
			}},
			&doc.Paragraph{Text: []doc.Inline{
				doc.Text("焊接、涂装等工序的参数见作业指导书：电流 95 A～110 A，气体流量 12 L/min～15 L/min，烘道温度 "), doc.Fill{Label: "烘道温度"},
				doc.Text("；操作者每 2 h 记录一次，"), doc.Strong{Text: text("超出范围时立即停机")}, doc.Text("并通知当班检验员，对上一次合格记录之后的产品全部隔离、复检（Φ22.2 mm±0.1 mm、≤0.05 mm）。")}},
			&doc.List{Ordered: true, Start: 1, Items: []doc.Item{
				item("采购部按《合格供方名录》下达订单，订单写明品名、型号、数量、技术要求和交货日期；"),
				item("仓库收货时核对送货单与订单，填写送检单；", &doc.List{Items: []doc.Item{item("车架、前叉附材质证明"), item("轮胎、制动件附型式检验报告")}}),
				item("检验员按抽样方案检验，合格的入库，不合格的挂红牌隔离。"),
			}})
	}
	if n%3 == 1 {
		blocks = append(blocks, &doc.Note{Kind: doc.Guide, Blocks: []doc.Block{&doc.Paragraph{Text: text("请按本企业的实际工序和岗位修改本章；没有的工序整段删除，不要照抄。")}}}, spans())
	}
	return blocks
}

func spans() doc.Block {
	joined := func(rows int, s string) doc.Cell { return doc.Cell{Text: text(s), ColSpan: 1, RowSpan: rows} }
	return &doc.Table{Caption: text("关键控制点"), Columns: make([]doc.Column, 5), Head: 1, Rows: []doc.Row{
		textRow("工序", "控制点", "控制限", "方法与频次", "记录"),
		{Cells: []doc.Cell{joined(2, "焊接"), doc.NewCell(text("焊接电流")...), doc.NewCell(text("95 A～110 A")...), doc.NewCell(text("读电流表，每 2 h 一次，由操作者记录")...), joined(2, "焊接参数记录")}},
		{Cells: []doc.Cell{{Covered: true, ColSpan: 1, RowSpan: 1}, doc.NewCell(text("气体流量")...), doc.NewCell(text("12 L/min～15 L/min")...), doc.NewCell(text("读流量计，每班开工时一次")...), {Covered: true, ColSpan: 1, RowSpan: 1}}},
		textRow("涂装", "烘道温度", "按《烘道作业指导书》规定", "测温仪，每班两次", "烘道温度记录"),
	}}
}

func matrix() doc.Block {
	columns := []string{"条款", "总经理", "管理者代表", "质量部", "生产部", "技术部", "采购部", "销售部", "办公室", "仓库", "设备组", "财务部", "车间（含外协）"}
	t := &doc.Table{Caption: text("职能分配"), Head: 1, Columns: make([]doc.Column, len(columns)), Rows: []doc.Row{textRow(columns...)}}
	for k := range columns[1:] {
		t.Rows[0].Cells[k+1].Vertical = true
	}
	for i, clause := range []string{"4.1 理解组织及其环境", "4.2 理解相关方的需求和期望", "5.1 领导作用和承诺", "6.1 应对风险和机遇的措施", "7.1.5 监视和测量资源", "8.4 外部提供的过程、产品和服务的控制", "8.5 生产和服务提供", "8.6 产品和服务的放行", "9.2 内部审核", "10.2 不合格和纠正措施"} {
		row := []string{clause}
		for k := range columns[1:] {
			row = append(row, []string{"●", "○", "△"}[(i*5+k*k)%3])
		}
		t.Rows = append(t.Rows, textRow(row...))
	}
	return t
}

func longTable(rows int) doc.Block {
	t := &doc.Table{Caption: text("记录一览"), Columns: make([]doc.Column, 5), Head: 1, Rows: []doc.Row{textRow("序号", "编号", "名称", "保存部门", "保存期限")}}
	for i := range rows {
		t.Rows = append(t.Rows, textRow(fmt.Sprint(i+1), fmt.Sprintf("SLZX/QR-%02d-%02d", i/9+1, i%9+1), []string{"进货检验记录", "首件、巡检和完工检验记录表（车架焊接）", "顾客满意程度调查及分析报告"}[i%3], []string{"质量部", "生产部", "销售部"}[i%3], "3 年"))
	}
	return t
}

func signOff() doc.Block {
	return &doc.SignOff{Entries: []doc.Sign{{Role: text("编制"), Name: text("李示例"), Date: text("2023 年 6 月 20 日")}, {Role: text("审核")}, {Role: text("批准")}}}
}

func text(s string) []doc.Inline { return []doc.Inline{doc.Text(s)} }

func heading(level int, style doc.HeadingStyle, title string) *doc.Heading {
	return &doc.Heading{Level: level, Style: style, Text: text(title)}
}

func item(s string, inner ...doc.Block) doc.Item {
	return doc.Item{Blocks: append([]doc.Block{&doc.Paragraph{Text: text(s)}}, inner...)}
}

func textRow(cells ...string) doc.Row {
	var r doc.Row
	for _, s := range cells {
		r.Cells = append(r.Cells, doc.NewCell(text(s)...))
	}
	return r
}
