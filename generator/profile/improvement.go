package profile

import "qmsdraft/generator/fact"

// Diagnosis is the survey on site (notice: 企业现场调研/诊断).
type Diagnosis struct {
	Date         date                    `yaml:"date" label:"诊断日期"`
	Participants refs                    `yaml:"participants" label:"企业参加人" ref:"people" max:"30"`
	Route        text                    `yaml:"route" label:"巡视路线"`
	Overall      text                    `yaml:"overall" label:"企业整体情况"`
	QualityLevel text                    `yaml:"quality_level" label:"质量管理程度"`
	EntryPoint   text                    `yaml:"entry_point" label:"建立体系的着手点"`
	Ideas        text                    `yaml:"ideas" label:"企业的想法和已有措施"`
	Resources    text                    `yaml:"resources" label:"可投入的资源和限度"`
	Policies     fact.List[PolicyChange] `yaml:"policies" label:"行业政策变化" max:"20"`
	Links        fact.List[LinkState]    `yaml:"links" label:"各环节现状" max:"10"`
	Problems     fact.List[Problem]      `yaml:"problems" label:"诊断问题" max:"60"`
}

// PolicyChange is a change of policy in the trade and the answer to it.
type PolicyChange struct {
	Policy   text `yaml:"policy" label:"政策变化" req:"true"`
	Response text `yaml:"response" label:"应对"`
}

// LinkState is how one link of the business works: purchasing, production, sales, after-sales.
type LinkState struct {
	Link       choice `yaml:"link" label:"环节" enum:"purchase=采购|production=生产|sales=销售|after_sales=售后" req:"true"`
	How        text   `yaml:"how" label:"流程和方法"`
	Strength   text   `yaml:"strength" label:"优势"`
	Weakness   text   `yaml:"weakness" label:"弊端"`
	Difficulty text   `yaml:"difficulty" label:"难点"`
}

// Problem is a problem that the diagnosis found, and what became of it.
type Problem struct {
	ID            text               `yaml:"id" label:"编号" id:"problems" req:"true"`
	Title         text               `yaml:"title" label:"问题" name:"true" req:"true"`
	Usual         text               `yaml:"usual" label:"行业包中的常见问题编号" desc:"写上后，指标的名称、分子分母和单位可由行业包补全"`
	Description   text               `yaml:"description" label:"问题描述"`
	Evidence      text               `yaml:"evidence" label:"证据"`
	Category      choice             `yaml:"category" label:"类别" enum:"common=共性|industry=行业性|individual=个性"`
	Factor        choice             `yaml:"factor" label:"因素" enum:"people=人|machine=机|material=料|method=法|environment=环|measurement=测"`
	Level         choice             `yaml:"level" label:"紧要级别" enum:"urgent=急|important=重|later=缓"`
	Step          ref                `yaml:"step" label:"工序" ref:"steps"`
	ControlPoints refs               `yaml:"control_points" label:"相关控制点" ref:"control_points" max:"10"`
	Clauses       texts              `yaml:"clauses" label:"相关条款" format:"clause" max:"10"`
	Causes        texts              `yaml:"causes" label:"原因" max:"10"`
	Measures      fact.List[Measure] `yaml:"measures" label:"措施" max:"20"`
	Indicator     Indicator          `yaml:"indicator" label:"指标"`
	AuditCheck    text               `yaml:"audit_check" label:"内审核查情况"`
	AuditResult   choice             `yaml:"audit_result" label:"内审核查结论" enum:"effective=有效|partly=部分有效|ineffective=无效"`
	Remaining     text               `yaml:"remaining" label:"遗留事项"`
}

// Measure is one action against a problem.
type Measure struct {
	What     text `yaml:"what" label:"措施内容" req:"true"`
	Owner    ref  `yaml:"owner" label:"责任人" ref:"people"`
	Due      date `yaml:"due" label:"计划完成日期"`
	DoneOn   date `yaml:"done_on" label:"实际完成日期"`
	Document text `yaml:"document" label:"落实到的文件"`
	Record   text `yaml:"record" label:"记录" format:"form"`
}

// Support is the support group of the certification body (notice: 帮扶前期工作).
type Support struct {
	Body    text              `yaml:"body" label:"帮扶机构"`
	Leader  ref               `yaml:"leader" label:"帮扶工作组负责人" ref:"mentors"`
	Mentors fact.List[Mentor] `yaml:"mentors" label:"帮扶专家" max:"10"`
	Visits  whole             `yaml:"visits" label:"到厂次数"`
	Owner   ref               `yaml:"enterprise_owner" label:"企业指定专人" ref:"people"`
}

// Mentor is a mentor; never a person of the enterprise.
type Mentor struct {
	ID        text `yaml:"id" label:"编号" id:"mentors" req:"true"`
	Name      text `yaml:"name" label:"帮扶专家姓名" name:"true" req:"true"`
	Specialty text `yaml:"specialty" label:"专业"`
	Region    text `yaml:"region" label:"地区"`
}

// Training is one training (7.2; notice: 培训).
type Training struct {
	ID         text   `yaml:"id" label:"编号" id:"training" req:"true"`
	Topic      text   `yaml:"topic" label:"培训主题" name:"true" req:"true"`
	Kind       choice `yaml:"kind" label:"培训类别" enum:"central=集中培训|industry=行业培训|individual=个性化培训|layered=分层级培训|online=网络培训|internal=企业内部培训"`
	Level      choice `yaml:"level" label:"培训层级" enum:"leaders=企业负责人和质量负责人|departments=主管部门和工作组成员|writers=工作组和文件编写人员|auditors=内审员|posts=岗位人员|all=全员"`
	Date       date   `yaml:"date" label:"培训日期"`
	Hours      number `yaml:"hours" label:"课时"`
	Trainer    text   `yaml:"trainer" label:"讲师"`
	Audience   text   `yaml:"audience" label:"培训对象"`
	People     whole  `yaml:"people" label:"参加人数"`
	Evaluation text   `yaml:"evaluation" label:"考核方式"`
	Result     text   `yaml:"result" label:"效果"`
}

// Operation is the time in which the system ran (notice: 运行, at least three months).
type Operation struct {
	Start               date                        `yaml:"start" label:"体系运行开始日期"`
	End                 date                        `yaml:"end" label:"体系运行截止日期" desc:"统计数据的截止日"`
	MonthCloses         whole                       `yaml:"month_closes" label:"每月统计截止日" desc:"数据统计到每月哪一天，例如 25；月底截止时不写"`
	Months              fact.List[MonthOfOperation] `yaml:"months" label:"各月运行情况" max:"36"`
	Deliveries          Delivery                    `yaml:"delivery" label:"交付"`
	Satisfaction        Satisfaction                `yaml:"satisfaction" label:"顾客满意"`
	Nonconforming       text                        `yaml:"nonconforming" label:"不合格品处置情况"`
	Calibration         text                        `yaml:"calibration" label:"量具检定校准情况"`
	SupplierPerformance text                        `yaml:"supplier_performance" label:"外部供方绩效情况"`
	Resources           text                        `yaml:"resources" label:"资源充分性"`
	RiskMeasures        text                        `yaml:"risk_measures" label:"风险和机遇措施的有效性"`
}

// MonthOfOperation is what was done in one month.
type MonthOfOperation struct {
	Month   month `yaml:"month" label:"月份" req:"true"`
	Done    text  `yaml:"done" label:"完成的工作"`
	Records text  `yaml:"records" label:"形成的记录"`
}

// Delivery is what was delivered on time in the time of operation.
type Delivery struct {
	OnTime whole `yaml:"on_time" label:"按期交付批数"`
	Due    whole `yaml:"due" label:"应交付批数"`
}

// Satisfaction is the result of the customer survey (9.1.2).
type Satisfaction struct {
	Date     date   `yaml:"date" label:"调查日期"`
	Sent     whole  `yaml:"sent" label:"发放份数"`
	Returned whole  `yaml:"returned" label:"回收份数"`
	Score    number `yaml:"score" label:"满意度得分"`
	Low      text   `yaml:"low" label:"低分项和改进"`
}

// Case is the good-practice case (notice: 帮扶成果输出).
type Case struct {
	Title         text                `yaml:"title" label:"案例标题" max:"40"`
	Subtitle      text                `yaml:"subtitle" label:"案例副题" max:"60"`
	MethodName    text                `yaml:"method_name" label:"做法名称" desc:"给自己的做法取一个好记的名字"`
	MethodMeaning text                `yaml:"method_meaning" label:"做法名称的含义"`
	Practices     fact.List[Practice] `yaml:"practices" label:"主要做法" max:"10"`
	Benefits      texts               `yaml:"benefits" label:"管理和经济效益" desc:"只写有依据的事实" max:"10"`
	Suits         text                `yaml:"suits" label:"适用的企业"`
	Conditions    text                `yaml:"conditions" label:"推广的条件"`
	Steps         texts               `yaml:"steps" label:"可复制的步骤" max:"12"`
	Tools         texts               `yaml:"tools" label:"可复制的工具" max:"12"`
	Next          texts               `yaml:"next" label:"下一步" max:"10"`
	Consent       yes                 `yaml:"consent" label:"企业是否同意发布"`
	ConsentOn     date                `yaml:"consent_on" label:"同意发布日期"`
	WrittenBy     ref                 `yaml:"written_by" label:"案例编写人" ref:"people"`
	Date          date                `yaml:"date" label:"案例日期"`
}

// Practice is one of the things that the enterprise did.
type Practice struct {
	Title text `yaml:"title" label:"做法" req:"true"`
	Text  text `yaml:"text" label:"做法说明" req:"true"`
}
