// Package profile is the schema of an enterprise profile (企业档案) and of a cluster pack (行业包).
//
// Every leaf is a fact (package fact): it knows its value, whether it is given, its path, its Chinese label and its line.
// The struct tags are the schema; [Load], the JSON Schema and the documents all follow them:
//
//	yaml   key in the file                 label  Chinese name, printed in fill-ins and the schema
//	desc   what to write, for the schema   req    "true": the file must give it
//	enum   allowed words: a=甲|b=乙         ref    list(s) in which the named id must exist: people,roles
//	id     list that this id belongs to    name   "true": the leaf that names the item where a Ref points to it
//	format uscc, code, clause, form        max    longest list or text
//	anchor "true": documents keep an anchor at the given value (dates and references to people always do), since the
//	       enterprise is likely to change it: limits, targets, frequencies, intervals, key texts
//
// Only what identifies the enterprise is compulsory. All else may be absent and becomes a fill-in.
// Source of the fields: domain report, section 6 (union of the notice, known sets and the rules).
package profile

import "qmsdraft/generator/fact"

// Short names for the leaves, to keep the schema readable.
type (
	text   = fact.Text
	number = fact.Number
	whole  = fact.Int
	yes    = fact.Bool
	date   = fact.Date
	month  = fact.Month
	clock  = fact.Clock
	choice = fact.Choice
	ref    = fact.Ref
	texts  = fact.List[fact.Text]
	refs   = fact.List[fact.Ref]
)

// Profile is the whole file of one enterprise.
type Profile struct {
	Cluster     text                  `yaml:"cluster" label:"行业包" desc:"行业包的名称，例如 bicycle；用 qmsdraft list clusters 查看"`
	Omit        texts                 `yaml:"omit" label:"不采用的行业包条目" desc:"行业包里本企业没有的工序、控制点等的编号"`
	Enterprise  Enterprise            `yaml:"enterprise" label:"企业" req:"true"`
	Program     Program               `yaml:"program" label:"提升行动"`
	Documents   Documents             `yaml:"documents" label:"文件控制"`
	Departments fact.List[Department] `yaml:"departments" label:"部门" max:"40"`
	People      fact.List[Person]     `yaml:"people" label:"人员" max:"500"`
	Roles       fact.List[Role]       `yaml:"roles" label:"岗位" max:"200"`
	Matrix      fact.List[MatrixRow]  `yaml:"matrix" label:"职能分配调整" desc:"只写与默认分配不同的条款" max:"100"`

	Context    Context              `yaml:"context" label:"组织环境"`
	Scope      Scope                `yaml:"scope" label:"体系范围"`
	Policy     Policy               `yaml:"policy" label:"质量方针"`
	Objectives fact.List[Objective] `yaml:"objectives" label:"质量目标" max:"100"`
	Risks      fact.List[Risk]      `yaml:"risks" label:"风险和机遇" max:"200"`

	Products         fact.List[Product]          `yaml:"products" label:"产品" max:"200"`
	Processes        fact.List[Process]          `yaml:"processes" label:"过程" max:"60"`
	Flow             fact.List[Step]             `yaml:"process_flow" label:"工艺流程" max:"100"`
	ControlPoints    fact.List[ControlPoint]     `yaml:"control_points" label:"关键控制点" max:"100"`
	Equipment        fact.List[Equipment]        `yaml:"equipment" label:"设备" max:"500"`
	Instruments      fact.List[Instrument]       `yaml:"instruments" label:"监视和测量设备" max:"500"`
	Suppliers        fact.List[Supplier]         `yaml:"suppliers" label:"外部供方" max:"500"`
	Outsourcing      fact.List[Outsourcing]      `yaml:"outsourcing" label:"外包过程" max:"60"`
	Inspection       Inspection                  `yaml:"inspection" label:"检验"`
	CustomerProperty fact.List[CustomerProperty] `yaml:"customer_property" label:"顾客或外部供方的财产" max:"60"`
	AfterSales       fact.List[Factor]           `yaml:"after_sales" label:"交付后活动" max:"40"`
	Purchasing       fact.List[Factor]           `yaml:"purchasing" label:"采购关键因素" max:"40"`

	Diagnosis        Diagnosis           `yaml:"diagnosis" label:"现场诊断"`
	Support          Support             `yaml:"support" label:"帮扶"`
	Training         fact.List[Training] `yaml:"training" label:"培训" max:"200"`
	Operation        Operation           `yaml:"operation" label:"体系运行"`
	InternalAudit    InternalAudit       `yaml:"internal_audit" label:"内部审核"`
	ManagementReview ManagementReview    `yaml:"management_review" label:"管理评审"`
	Case             Case                `yaml:"case" label:"优良实践案例"`

	// Knowledge is what the cluster pack knows beside the items merged into the lists above.
	Knowledge Pack `yaml:"-"`
}

// Enterprise identifies the enterprise.
type Enterprise struct {
	Name          text              `yaml:"name" label:"企业名称" req:"true" max:"60" desc:"营业执照上的全称"`
	ShortName     text              `yaml:"short_name" label:"企业简称" req:"true" max:"20" desc:"用作输出文件夹的名称"`
	Code          text              `yaml:"code" label:"文件代号" req:"true" format:"code" desc:"2～6 个大写字母，用在文件编号里，例如 SLZX"`
	USCC          text              `yaml:"uscc" label:"统一社会信用代码" format:"uscc" desc:"18 位，按 GB 32100 校验"`
	Address       text              `yaml:"address" label:"经营地址" anchor:"true"`
	Registered    text              `yaml:"registered_address" label:"注册地址" anchor:"true"`
	District      text              `yaml:"district" label:"所在区"`
	Founded       date              `yaml:"founded" label:"成立日期"`
	Capital       text              `yaml:"capital" label:"注册资本" desc:"带单位，例如 500 万元"`
	Employees     whole             `yaml:"employees" label:"从业人数" anchor:"true" desc:"决定文件的套数：20 人以下为微型"`
	Revenue       number            `yaml:"revenue_10k" label:"年营业收入（万元）" anchor:"true"`
	Area          text              `yaml:"area" label:"场地面积" desc:"带单位，例如 6800 平方米"`
	Industry      text              `yaml:"industry" label:"所属行业"`
	LicenceScope  text              `yaml:"licence_scope" label:"营业执照经营范围"`
	Operating     yes               `yaml:"operating" label:"正常生产运营"`
	Size          choice            `yaml:"size" label:"文件套别" enum:"micro=微型|small=小型|full=完整" desc:"不写时按从业人数确定"`
	Capacity      text              `yaml:"capacity" label:"年生产能力" anchor:"true"`
	Customers     texts             `yaml:"customers" label:"主要顾客" desc:"写顾客的类型，不写其他企业的名称" max:"20"`
	Markets       text              `yaml:"markets" label:"市场"`
	Honours       texts             `yaml:"honours" label:"资质荣誉" max:"40"`
	Introduction  text              `yaml:"introduction" label:"企业介绍" max:"3000"`
	Phone         text              `yaml:"phone" label:"联系电话" anchor:"true"`
	Permits       fact.List[Permit] `yaml:"permits" label:"证照和许可" max:"40"`
	Credit        Credit            `yaml:"credit" label:"信用核查"`
	Certification Certification     `yaml:"certification" label:"认证状态"`
}

// Permit is a licence or permit that the law asks for.
type Permit struct {
	ID        text   `yaml:"id" label:"编号" id:"permits"`
	Name      text   `yaml:"name" label:"证照名称" name:"true" req:"true"`
	Number    text   `yaml:"number" label:"证照编号"`
	Valid     date   `yaml:"valid_until" label:"有效期至"`
	Permanent yes    `yaml:"permanent" label:"长期有效" desc:"没有有效期的证照写 true"`
	Status    choice `yaml:"status" label:"核查结果" enum:"ok=已取得|not_needed=不涉及|missing=缺少|in_progress=办理中"`
}

// Credit is the check of the two lists and of penalties (notice: 参与企业范围, 企业现场调研/诊断).
type Credit struct {
	CheckedOn      date `yaml:"checked_on" label:"信用查询日期"`
	AbnormalList   yes  `yaml:"abnormal_list" label:"是否列入经营异常名录"`
	SeriousList    yes  `yaml:"serious_list" label:"是否列入严重违法失信企业名单"`
	SeriousList2Y  yes  `yaml:"serious_list_last_2y" label:"近2年是否列入过严重违法失信企业名单"`
	QualityPenalty yes  `yaml:"quality_penalty" label:"是否因质量问题被处罚或曝光"`
	Note           text `yaml:"note" label:"信用核查说明"`
}

// Certification is the state of the certificate before and after the support.
type Certification struct {
	Status    choice `yaml:"status" label:"认证状态" enum:"none=未获证|certified=已获证"`
	Body      text   `yaml:"body" label:"认证机构"`
	Number    text   `yaml:"number" label:"证书编号"`
	Expiry    date   `yaml:"expiry" label:"证书有效期至"`
	LastAudit date   `yaml:"last_audit" label:"最近一次外部审核日期"`
	ApplyDate date   `yaml:"apply_date" label:"认证申请日期"`
}

// Program is the programme of the district in which the enterprise takes part.
type Program struct {
	Name     text  `yaml:"name" label:"行动名称"`
	Year     whole `yaml:"year" label:"年度"`
	Deadline date  `yaml:"deadline" label:"材料报送截止日期"`
	Start    date  `yaml:"start" label:"帮扶开始日期"`
	End      date  `yaml:"end" label:"帮扶结束日期"`
}

// Documents says how the documents of the set are numbered, signed and dated (7.5).
type Documents struct {
	Year         whole               `yaml:"year" label:"编号年份" desc:"文件首次发布的年份"`
	Version      text                `yaml:"version" label:"版本/修改" anchor:"true" desc:"例如 A/0"`
	IssuedOn     date                `yaml:"issued_on" label:"发布日期"`
	EffectiveOn  date                `yaml:"effective_on" label:"实施日期"`
	PreparedBy   ref                 `yaml:"prepared_by" label:"编制人" ref:"people"`
	ReviewedBy   ref                 `yaml:"reviewed_by" label:"审核人" ref:"people"`
	ApprovedBy   ref                 `yaml:"approved_by" label:"批准人" ref:"people"`
	PreparedOn   date                `yaml:"prepared_on" label:"编制日期"`
	ReviewedOn   date                `yaml:"reviewed_on" label:"审核日期"`
	ApprovedOn   date                `yaml:"approved_on" label:"批准日期"`
	Copies       texts               `yaml:"copies" label:"发放范围" max:"40"`
	ReviewMonths whole               `yaml:"review_months" label:"文件评审间隔（月）" anchor:"true"`
	KeepYears    whole               `yaml:"keep_years" label:"记录一般保存年限（年）" anchor:"true"`
	Storage      text                `yaml:"storage" label:"电子文件存放处" anchor:"true" desc:"例如 办公室电脑共享文件夹，每周备份到移动硬盘"`
	Revisions    fact.List[Revision] `yaml:"revisions" label:"修订记录" max:"60"`
}

// Revision is one line of the table of changes.
type Revision struct {
	Date     date `yaml:"date" label:"修订日期"`
	Section  text `yaml:"section" label:"修订章节"`
	Content  text `yaml:"content" label:"修订内容"`
	Version  text `yaml:"version" label:"修改状态"`
	By       ref  `yaml:"by" label:"修改人" ref:"people"`
	Approved ref  `yaml:"approved_by" label:"批准人" ref:"people"`
}
