package profile

import "qmsdraft/generator/fact"

// Context is what surrounds the enterprise (4.1, 4.2).
type Context struct {
	Strategy     text             `yaml:"strategy" label:"经营宗旨和战略方向" anchor:"true"`
	Internal     fact.List[Issue] `yaml:"internal" label:"内部因素" max:"40"`
	External     fact.List[Issue] `yaml:"external" label:"外部因素" max:"40"`
	Parties      fact.List[Party] `yaml:"parties" label:"相关方" max:"40"`
	Climate      Climate          `yaml:"climate" label:"气候变化"`
	ReviewMonths whole            `yaml:"review_months" label:"评审间隔（月）" anchor:"true"`
	ReviewedOn   date             `yaml:"reviewed_on" label:"最近评审日期"`
}

// Issue is an internal or external issue.
type Issue struct {
	Topic    text   `yaml:"topic" label:"因素" req:"true"`
	State    text   `yaml:"state" label:"现状"`
	Effect   choice `yaml:"effect" label:"影响" enum:"positive=有利|negative=不利|both=有利也有不利"`
	Response text   `yaml:"response" label:"应对"`
	Owner    ref    `yaml:"owner" label:"责任部门" ref:"departments"`
}

// Climate is the decision on climate change (ISO 9001:2015/Amd 1:2024, 4.1 and 4.2).
type Climate struct {
	Relevant yes  `yaml:"relevant" label:"气候变化是否相关"`
	Reason   text `yaml:"reason" label:"气候变化判定理由"`
}

// Party is an interested party (4.2).
type Party struct {
	Name  text `yaml:"name" label:"相关方" req:"true"`
	Needs text `yaml:"needs" label:"需求和期望"`
	How   text `yaml:"how" label:"满足方式"`
	Owner ref  `yaml:"owner" label:"责任部门" ref:"departments"`
}

// Scope is the scope of the system (4.3).
type Scope struct {
	Products      text                 `yaml:"products" label:"体系覆盖的产品" anchor:"true"`
	Activities    text                 `yaml:"activities" label:"体系覆盖的活动" anchor:"true" desc:"例如 设计、生产和销售"`
	Sites         texts                `yaml:"sites" label:"场所" max:"20"`
	HasDesign     yes                  `yaml:"has_design" label:"是否有设计和开发"`
	NotApplicable fact.List[Exclusion] `yaml:"not_applicable" label:"不适用的条款" max:"20"`
}

// Exclusion is a clause that does not apply, with the reason.
type Exclusion struct {
	Clause text `yaml:"clause" label:"不适用的条款" format:"clause" req:"true"`
	Reason text `yaml:"reason" label:"不适用的理由" req:"true"`
}

// Policy is the quality policy (5.2).
type Policy struct {
	Text    text                  `yaml:"text" label:"质量方针" anchor:"true" max:"200"`
	Meaning fact.List[PolicyLine] `yaml:"meaning" label:"质量方针释义" max:"12"`
}

// PolicyLine explains one phrase of the policy.
type PolicyLine struct {
	Phrase  text `yaml:"phrase" label:"方针用语" req:"true"`
	Meaning text `yaml:"meaning" label:"含义" req:"true"`
}

// Risk is a risk or an opportunity with its measure (6.1).
type Risk struct {
	ID         text   `yaml:"id" label:"编号" id:"risks" req:"true"`
	Kind       choice `yaml:"kind" label:"类别" enum:"risk=风险|opportunity=机遇"`
	Process    ref    `yaml:"process" label:"过程" ref:"processes"`
	What       text   `yaml:"what" label:"风险或机遇" req:"true"`
	Likelihood whole  `yaml:"likelihood" label:"可能性（1～5）"`
	Severity   whole  `yaml:"severity" label:"严重度（1～5）"`
	Measure    text   `yaml:"measure" label:"应对措施"`
	Owner      ref    `yaml:"owner" label:"责任部门" ref:"departments"`
	Due        date   `yaml:"due" label:"完成期限"`
	Result     text   `yaml:"result" label:"实施情况"`
	Effective  text   `yaml:"effective" label:"有效性评价"`
}
