package profile

import "qmsdraft/generator/fact"

// InternalAudit is one internal audit (9.2; notice: 内部审核).
type InternalAudit struct {
	Months        whole              `yaml:"interval_months" label:"内审间隔（月）" anchor:"true"`
	First         yes                `yaml:"first" label:"是否首次内审"`
	Number        text               `yaml:"number" label:"内审编号"`
	PlanDate      date               `yaml:"plan_date" label:"内审计划批准日期"`
	Start         date               `yaml:"start" label:"内审开始日期"`
	StartTime     clock              `yaml:"start_time" label:"内审开始时间"`
	End           date               `yaml:"end" label:"内审结束日期"`
	EndTime       clock              `yaml:"end_time" label:"内审结束时间"`
	Purpose       text               `yaml:"purpose" label:"审核目的"`
	Scope         text               `yaml:"scope" label:"审核范围"`
	Leader        ref                `yaml:"leader" label:"审核组长" ref:"people"`
	Auditors      fact.List[Auditor] `yaml:"auditors" label:"内审员" max:"20"`
	Sessions      fact.List[Session] `yaml:"sessions" label:"审核日程" max:"80"`
	Findings      fact.List[Finding] `yaml:"findings" label:"审核发现" max:"80"`
	PreparedBy    ref                `yaml:"prepared_by" label:"内审文件编制人" ref:"people"`
	ApprovedBy    ref                `yaml:"approved_by" label:"内审文件批准人" ref:"people"`
	Summary       text               `yaml:"summary" label:"审核综述"`
	Strengths     texts              `yaml:"strengths" label:"体系运行中做得好的方面" max:"12"`
	Suggestions   texts              `yaml:"suggestions" label:"改进建议" max:"12"`
	Conformity    text               `yaml:"conformity" label:"符合性评价"`
	Effectiveness text               `yaml:"effectiveness" label:"有效性评价"`
	Conclusion    text               `yaml:"conclusion" label:"审核结论"`
	ReportDate    date               `yaml:"report_date" label:"内审报告日期"`
	Distribution  texts              `yaml:"distribution" label:"报告分发" max:"20"`
}

// Auditor is an internal auditor and how he was trained.
type Auditor struct {
	Person      ref  `yaml:"person" label:"内审员" ref:"people" req:"true"`
	TrainedOn   date `yaml:"trained_on" label:"内审员培训日期"`
	Trainer     text `yaml:"trainer" label:"培训机构或讲师"`
	Result      text `yaml:"result" label:"考核结果"`
	AppointedOn date `yaml:"appointed_on" label:"任命日期"`
	Group       text `yaml:"group" label:"组别"`
}

// Session is one entry of the timetable of an audit.
type Session struct {
	Kind       choice `yaml:"kind" label:"活动" enum:"opening=首次会议|audit=审核|follow_up=诊断问题核查|team=审核组会议|exchange=与管理层沟通|closing=末次会议" req:"true"`
	Date       date   `yaml:"date" label:"日期"`
	Start      clock  `yaml:"start" label:"开始时间"`
	End        clock  `yaml:"end" label:"结束时间"`
	Department ref    `yaml:"department" label:"受审部门" ref:"departments"`
	Clauses    texts  `yaml:"clauses" label:"审核条款" format:"clause" max:"60"`
	Auditors   refs   `yaml:"auditors" label:"审核员" ref:"people" max:"10"`
	Guide      ref    `yaml:"guide" label:"陪同人" ref:"people"`
}

// Finding is a finding of the audit and what became of it (9.2.2, 10.2).
type Finding struct {
	ID         text   `yaml:"id" label:"编号" id:"findings" req:"true"`
	Department ref    `yaml:"department" label:"责任部门" ref:"departments"`
	Auditor    ref    `yaml:"auditor" label:"审核员" ref:"people"`
	Date       date   `yaml:"date" label:"发现日期"`
	Fact       text   `yaml:"fact" label:"不符合事实"`
	Basis      text   `yaml:"basis" label:"判定依据" desc:"体系文件的要求"`
	Clause     text   `yaml:"clause" label:"条款" format:"clause"`
	Grade      choice `yaml:"grade" label:"性质" enum:"major=严重不符合|minor=一般不符合|observation=观察项"`
	Correction text   `yaml:"correction" label:"纠正"`
	Cause      text   `yaml:"cause" label:"原因分析"`
	Action     text   `yaml:"action" label:"纠正措施"`
	Owner      ref    `yaml:"owner" label:"责任人" ref:"people"`
	Due        date   `yaml:"due" label:"完成期限"`
	DoneOn     date   `yaml:"done_on" label:"完成日期"`
	VerifiedOn date   `yaml:"verified_on" label:"验证日期"`
	Verifier   ref    `yaml:"verifier" label:"验证人" ref:"people"`
	Result     text   `yaml:"result" label:"验证结论"`
}

// ManagementReview is one management review (9.3; notice: 管理评审).
type ManagementReview struct {
	Months        whole                   `yaml:"interval_months" label:"管理评审间隔（月）" anchor:"true"`
	First         yes                     `yaml:"first" label:"是否首次管理评审"`
	PlanDate      date                    `yaml:"plan_date" label:"管理评审计划批准日期"`
	Date          date                    `yaml:"date" label:"管理评审日期"`
	Start         clock                   `yaml:"start" label:"管理评审开始时间"`
	End           clock                   `yaml:"end" label:"管理评审结束时间"`
	Place         text                    `yaml:"place" label:"管理评审地点" anchor:"true"`
	Chair         ref                     `yaml:"chair" label:"主持人" ref:"people"`
	Recorder      ref                     `yaml:"recorder" label:"记录人" ref:"people"`
	Participants  refs                    `yaml:"participants" label:"参加人" ref:"people" max:"40"`
	PreparedBy    ref                     `yaml:"prepared_by" label:"管理评审文件编制人" ref:"people"`
	ApprovedBy    ref                     `yaml:"approved_by" label:"管理评审文件批准人" ref:"people"`
	InputsDue     date                    `yaml:"inputs_due" label:"输入材料提交期限"`
	Purpose       text                    `yaml:"purpose" label:"评审目的"`
	Inputs        fact.List[ReviewInput]  `yaml:"inputs" label:"评审输入" max:"12"`
	Outputs       fact.List[ReviewOutput] `yaml:"outputs" label:"评审输出" max:"60"`
	SystemFit     text                    `yaml:"system_fit" label:"管理制度的适用性和实施效果"`
	ProblemEffect text                    `yaml:"problem_effect" label:"诊断问题的改进成效"`
	Suitability   text                    `yaml:"suitability" label:"适宜性结论"`
	Adequacy      text                    `yaml:"adequacy" label:"充分性结论"`
	Effectiveness text                    `yaml:"effectiveness" label:"有效性结论"`
	Alignment     text                    `yaml:"alignment" label:"与战略方向一致性结论"`
	ReportDate    date                    `yaml:"report_date" label:"管理评审报告日期"`
	Distribution  texts                   `yaml:"distribution" label:"报告分发" max:"20"`
}

// ReviewInput is one of the twelve inputs of 9.3.2.
type ReviewInput struct {
	Item       choice `yaml:"item" label:"输入条目" enum:"a=以往管理评审措施的情况|b=内外部因素的变化|c1=顾客满意和相关方反馈|c2=质量目标的实现程度|c3=过程绩效和产品合格情况|c4=不合格和纠正措施|c5=监视和测量结果|c6=审核结果|c7=外部供方的绩效|d=资源的充分性|e=应对风险和机遇措施的有效性|f=改进的机会" req:"true"`
	Department ref    `yaml:"department" label:"责任部门" ref:"departments"`
	Facts      text   `yaml:"facts" label:"数据和事实"`
	Evaluation text   `yaml:"evaluation" label:"评价"`
	Proposal   text   `yaml:"proposal" label:"建议"`
}

// ReviewOutput is one decision of the review (9.3.3).
type ReviewOutput struct {
	ID       text   `yaml:"id" label:"编号" id:"review_outputs" req:"true"`
	Kind     choice `yaml:"kind" label:"类别" enum:"improvement=改进的机会|system=体系变更的需求|resource=资源需求" req:"true"`
	Decision text   `yaml:"decision" label:"决定" req:"true"`
	Action   text   `yaml:"action" label:"措施"`
	Owner    ref    `yaml:"owner" label:"责任人" ref:"people"`
	Due      date   `yaml:"due" label:"完成期限"`
	Status   text   `yaml:"status" label:"完成情况"`
}
