package profile

import "qmsdraft/generator/fact"

// Product is a product or a family of products.
type Product struct {
	ID        text   `yaml:"id" label:"编号" id:"products" req:"true"`
	Name      text   `yaml:"name" label:"产品名称" name:"true" req:"true"`
	Models    text   `yaml:"models" label:"型号规格"`
	Drawings  choice `yaml:"drawings" label:"图样来源" enum:"own=自行设计|customer=顾客提供|both=自行设计和顾客提供"`
	Standards texts  `yaml:"standards" label:"执行标准" desc:"标准登记表里的主题，例如 bicycle-safety；用 qmsdraft list standards 查看" max:"20"`
	Share     text   `yaml:"share" label:"产量占比"`
}

// Process is a process of the management system (4.4.1).
type Process struct {
	ID        text   `yaml:"id" label:"编号" id:"processes" req:"true"`
	Name      text   `yaml:"name" label:"过程名称" name:"true" req:"true"`
	Category  choice `yaml:"category" label:"过程类别" enum:"management=管理过程|realisation=产品实现过程|support=支持过程"`
	Owner     ref    `yaml:"owner" label:"责任部门" ref:"departments"`
	Inputs    text   `yaml:"inputs" label:"输入"`
	Outputs   text   `yaml:"outputs" label:"输出"`
	Criteria  text   `yaml:"criteria" label:"准则和方法"`
	Indicator text   `yaml:"indicator" label:"过程绩效指标"`
	Resources text   `yaml:"resources" label:"资源"`
	Risks     text   `yaml:"risks" label:"主要风险"`
	Clauses   texts  `yaml:"clauses" label:"对应条款" format:"clause" max:"40"`
	Special   yes    `yaml:"special" label:"含特殊过程"`
}

// Step is a step of the process route (工序).
type Step struct {
	ID          text       `yaml:"id" label:"编号" id:"steps" req:"true"`
	Name        text       `yaml:"name" label:"工序名称" name:"true" req:"true"`
	Content     text       `yaml:"content" label:"工序内容"`
	Process     ref        `yaml:"process" label:"所属过程" ref:"processes"`
	Department  ref        `yaml:"department" label:"责任部门" ref:"departments"`
	Key         yes        `yaml:"key" label:"是否关键工序"`
	Special     yes        `yaml:"special" label:"是否特殊过程"`
	Outsourced  yes        `yaml:"outsourced" label:"是否外包"`
	Inspection  yes        `yaml:"inspection" label:"是否设检验点"`
	Equipment   refs       `yaml:"equipment" label:"使用设备" ref:"equipment" max:"20"`
	Machines    text       `yaml:"machines" label:"常用设备" desc:"设备的种类，例如 氩弧焊机"`
	Instruction text       `yaml:"instruction" label:"作业指导书名称" desc:"例如 车架焊接作业指导书"`
	Defects     texts      `yaml:"defects" label:"常见缺陷" max:"20"`
	Validation  Validation `yaml:"validation" label:"特殊过程确认"`
}

// Validation is the validation of a special process (8.5.1 f).
type Validation struct {
	Why       text  `yaml:"why" label:"列为特殊过程的原因"`
	Criteria  text  `yaml:"criteria" label:"确认准则"`
	Equipment text  `yaml:"equipment" label:"设备认可"`
	People    text  `yaml:"people" label:"人员资格"`
	Months    whole `yaml:"months" label:"再确认周期（月）" anchor:"true"`
	DoneOn    date  `yaml:"done_on" label:"最近确认日期"`
	By        ref   `yaml:"by" label:"确认人" ref:"people"`
	Result    text  `yaml:"result" label:"确认结论"`
}

// ControlPoint is a characteristic that must be held at a step (关键控制点).
type ControlPoint struct {
	ID             text             `yaml:"id" label:"编号" id:"control_points" req:"true"`
	Step           ref              `yaml:"step" label:"工序" ref:"steps"`
	Stage          choice           `yaml:"stage" label:"环节" enum:"purchase=采购|production=生产|inspection=检验|delivery=交付"`
	Characteristic text             `yaml:"characteristic" label:"控制项目" name:"true" req:"true"`
	Why            text             `yaml:"why" label:"列为控制点的原因"`
	Limits         fact.List[Limit] `yaml:"limits" label:"规定范围" max:"12"`
	Method         text             `yaml:"method" label:"控制方法"`
	Instrument     text             `yaml:"instrument" label:"测量设备"`
	Instruments    refs             `yaml:"instruments" label:"所用量具编号" ref:"instruments" max:"10"`
	Frequency      text             `yaml:"frequency" label:"频次" anchor:"true"`
	Sample         text             `yaml:"sample" label:"样本" anchor:"true"`
	Reaction       text             `yaml:"reaction" label:"异常处置"`
	Record         text             `yaml:"record" label:"记录" format:"form" desc:"记录表单编号，例如 QR-14-03"`
	Role           text             `yaml:"role" label:"责任岗位"`
	Person         ref              `yaml:"person" label:"责任人" ref:"people"`
}

// Limit is the range of one item of a control point. A pack gives item and unit, never the numbers.
type Limit struct {
	Item      text   `yaml:"item" label:"项目" req:"true" id:"limits"`
	Low       number `yaml:"low" label:"下限" anchor:"true"`
	High      number `yaml:"high" label:"上限" anchor:"true"`
	Nominal   number `yaml:"nominal" label:"标准值" anchor:"true"`
	Tolerance number `yaml:"tolerance" label:"公差（±）" anchor:"true"`
	Unit      text   `yaml:"unit" label:"单位"`
	Text      text   `yaml:"text" label:"规定" anchor:"true" desc:"不能用数值表示时写文字，例如 无裂纹、气孔"`
	Basis     text   `yaml:"basis" label:"依据" desc:"图样、标准或试验"`
}

// Equipment is a machine (7.1.3).
type Equipment struct {
	ID         text  `yaml:"id" label:"设备编号" id:"equipment" req:"true"`
	Name       text  `yaml:"name" label:"设备名称" name:"true" req:"true"`
	Model      text  `yaml:"model" label:"型号规格"`
	Quantity   whole `yaml:"quantity" label:"数量"`
	Department ref   `yaml:"department" label:"使用部门" ref:"departments"`
	Key        yes   `yaml:"key" label:"是否关键设备"`
	Started    date  `yaml:"started" label:"启用日期"`
	Daily      text  `yaml:"daily" label:"日常保养" anchor:"true"`
	Periodic   text  `yaml:"periodic" label:"定期保养" anchor:"true"`
}

// Instrument is a measuring instrument (7.1.5).
type Instrument struct {
	ID          text   `yaml:"id" label:"量具编号" id:"instruments" req:"true"`
	Name        text   `yaml:"name" label:"量具名称" name:"true" req:"true"`
	Model       text   `yaml:"model" label:"型号"`
	Range       text   `yaml:"range" label:"量程"`
	Resolution  text   `yaml:"resolution" label:"分辨力或准确度"`
	Department  ref    `yaml:"department" label:"使用部门" ref:"departments"`
	How         choice `yaml:"how" label:"溯源方式" enum:"verification=检定|calibration=校准|internal=内部校验"`
	Months      whole  `yaml:"months" label:"周期（月）" anchor:"true"`
	DoneOn      date   `yaml:"done_on" label:"最近检定或校准日期"`
	Due         date   `yaml:"due" label:"有效期至"`
	Certificate text   `yaml:"certificate" label:"证书编号"`
}

// Supplier is an external provider (8.4).
type Supplier struct {
	ID          text   `yaml:"id" label:"供方编号" id:"suppliers" req:"true"`
	Name        text   `yaml:"name" label:"供方名称" name:"true" req:"true" desc:"可以用代称"`
	Supplies    text   `yaml:"supplies" label:"供应的产品或过程"`
	Kind        choice `yaml:"kind" label:"供方类别" enum:"material=物资|process=外包过程|service=服务"`
	Class       choice `yaml:"class" label:"重要性" enum:"A=A|B=B|C=C"`
	Evidence    text   `yaml:"evidence" label:"评价依据"`
	EvaluatedOn date   `yaml:"evaluated_on" label:"评价日期"`
	Result      choice `yaml:"result" label:"评价结论" enum:"approved=合格|trial=试用|rejected=不合格"`
	NextOn      date   `yaml:"next_on" label:"再评价日期"`
}

// Outsourcing is an outsourced process and how it is controlled (8.4.1, 8.4.2).
type Outsourcing struct {
	ID           text `yaml:"id" label:"编号" id:"outsourcing" req:"true"`
	Name         text `yaml:"name" label:"外包过程" name:"true" req:"true"`
	Step         ref  `yaml:"step" label:"工序" ref:"steps"`
	Supplier     refs `yaml:"suppliers" label:"外部供方" ref:"suppliers" max:"10"`
	Control      text `yaml:"control" label:"控制方式"`
	Verification text `yaml:"verification" label:"验证方法"`
	Record       text `yaml:"record" label:"记录" format:"form"`
	Owner        ref  `yaml:"owner" label:"责任部门" ref:"departments"`
}

// Factor is something that matters in purchasing or after delivery.
type Factor struct {
	ID      text `yaml:"id" label:"编号" id:"factors" req:"true"`
	Name    text `yaml:"name" label:"事项" name:"true" req:"true"`
	Demand  text `yaml:"demand" label:"要求"`
	Control text `yaml:"control" label:"控制方式"`
	Role    text `yaml:"role" label:"责任岗位"`
	Record  text `yaml:"record" label:"记录" format:"form"`
}

// Inspection holds what is inspected at the three stages (8.6).
type Inspection struct {
	Incoming  fact.List[InspectionItem] `yaml:"incoming" label:"进货检验项目" max:"100"`
	InProcess fact.List[InspectionItem] `yaml:"in_process" label:"过程检验项目" max:"100"`
	Final     fact.List[InspectionItem] `yaml:"final" label:"成品检验项目" max:"100"`
}

// InspectionItem is one item of an inspection.
type InspectionItem struct {
	Object      text   `yaml:"object" label:"检验对象" req:"true"`
	Item        text   `yaml:"item" label:"检验项目" req:"true"`
	Requirement text   `yaml:"requirement" label:"要求" anchor:"true"`
	Method      text   `yaml:"method" label:"检验方法"`
	Instrument  text   `yaml:"instrument" label:"检验器具"`
	Sampling    text   `yaml:"sampling" label:"抽样或频次" anchor:"true"`
	Class       choice `yaml:"class" label:"缺陷分类" enum:"A=A|B=B|C=C"`
	Record      text   `yaml:"record" label:"记录" format:"form"`
}

// CustomerProperty is what belongs to a customer or an external provider (8.5.3).
type CustomerProperty struct {
	Name  text `yaml:"name" label:"财产名称" req:"true"`
	Owner text `yaml:"owner" label:"所有者"`
	Check text `yaml:"check" label:"接收验证"`
	Keep  text `yaml:"keep" label:"保管和使用"`
	Dept  ref  `yaml:"department" label:"保管部门" ref:"departments"`
}
