package profile

import "qmsdraft/generator/fact"

// Pack is a cluster pack: what an industry cluster knows. It holds knowledge (a welding step needs a current), never a
// number of an enterprise.
type Pack struct {
	ID            text                    `yaml:"id" label:"编号" req:"true"`
	Name          text                    `yaml:"name" label:"集群名称" req:"true"`
	Description   text                    `yaml:"description" label:"说明"`
	Route         text                    `yaml:"route" label:"工艺路线概述"`
	Steps         fact.List[Step]         `yaml:"steps" label:"工序" max:"60"`
	ControlPoints fact.List[ControlPoint] `yaml:"control_points" label:"候选控制点" max:"60"`
	Purchasing    fact.List[Factor]       `yaml:"purchasing" label:"采购关键因素" max:"40"`
	AfterSales    fact.List[Factor]       `yaml:"after_sales" label:"交付后活动" max:"40"`
	Problems      fact.List[UsualProblem] `yaml:"problems" label:"常见问题" max:"40"`
	Permits       fact.List[Permit]       `yaml:"permits" label:"法定资质" max:"40"`
	Standards     fact.List[StandardUse]  `yaml:"standards" label:"产品标准" max:"60"`
	Equipment     texts                   `yaml:"equipment" label:"常用设备" max:"60"`
	Instruments   texts                   `yaml:"instruments" label:"常用量具" max:"60"`
	Environment   fact.List[Precaution]   `yaml:"environment" label:"环境和安全要点" max:"40"`
	Roles         fact.List[Role]         `yaml:"roles" label:"常见岗位" max:"40"`
	NotApplicable texts                   `yaml:"not_applicable" label:"不适用条款的提示" max:"10"`
}

// Precaution is what the working environment of the trade asks for (7.1.4). An enterprise that does not do the work omits it.
type Precaution struct {
	ID   text `yaml:"id" label:"编号" id:"precautions" req:"true"`
	Text text `yaml:"text" label:"要点" name:"true" req:"true"`
}

// UsualProblem is a problem that the trade knows, with what usually helps.
type UsualProblem struct {
	ID        text      `yaml:"id" label:"编号" id:"usual_problems" req:"true"`
	Title     text      `yaml:"title" label:"问题" name:"true" req:"true"`
	Causes    texts     `yaml:"causes" label:"常见原因" max:"10"`
	Measures  texts     `yaml:"measures" label:"常用措施" max:"10"`
	Indicator Indicator `yaml:"indicator" label:"指标"`
	Step      ref       `yaml:"step" label:"工序" ref:"steps"`
}

// StandardUse says what a standard of the register is used for.
type StandardUse struct {
	Topic text `yaml:"topic" label:"标准主题" req:"true" desc:"标准登记表里的主题"`
	Use   text `yaml:"use" label:"用于"`
}
