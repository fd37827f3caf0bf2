package profile

import "qmsdraft/generator/fact"

// Figure is the measured value of one month, as numerator and denominator.
type Figure struct {
	Month month `yaml:"month" label:"月份" req:"true"`
	Num   whole `yaml:"num" label:"分子" req:"true"`
	Den   whole `yaml:"den" label:"分母" req:"true"`
}

// Indicator is what is measured, before and after the improvement. Rates are never given, always computed.
type Indicator struct {
	Name        text              `yaml:"name" label:"指标名称" name:"true"`
	Numerator   text              `yaml:"numerator" label:"分子的含义" desc:"例如 一次合格数"`
	Denominator text              `yaml:"denominator" label:"分母的含义" desc:"例如 交检数"`
	Unit        choice            `yaml:"unit" label:"单位" enum:"%=%|‰=‰|ppm=ppm"`
	Direction   choice            `yaml:"direction" label:"改进方向" enum:"up=越高越好|down=越低越好"`
	Target      number            `yaml:"target" label:"目标值" anchor:"true"`
	Source      text              `yaml:"source" label:"数据来源" desc:"记录表单编号和名称"`
	Before      fact.List[Figure] `yaml:"before" label:"改进前各月数据" max:"36"`
	After       fact.List[Figure] `yaml:"after" label:"改进后各月数据" max:"36"`
}

// Objective is a quality objective with its plan (6.2).
type Objective struct {
	ID          text              `yaml:"id" label:"编号" id:"objectives" req:"true"`
	Name        text              `yaml:"name" label:"目标名称" name:"true" req:"true"`
	Level       choice            `yaml:"level" label:"层级" enum:"company=公司|department=部门"`
	Kind        choice            `yaml:"kind" label:"方面" enum:"product=产品合格|customer=顾客满意|delivery=交付|process=过程|people=人员|supplier=外部供方"`
	Department  ref               `yaml:"department" label:"责任部门" ref:"departments"`
	Numerator   text              `yaml:"numerator" label:"分子的含义"`
	Denominator text              `yaml:"denominator" label:"分母的含义"`
	Unit        choice            `yaml:"unit" label:"单位" enum:"%=%|‰=‰|ppm=ppm|score=分|times=次"`
	Direction   choice            `yaml:"direction" label:"方向" enum:"up=不低于|down=不高于"`
	Baseline    number            `yaml:"baseline" label:"基线值"`
	Target      number            `yaml:"target" label:"目标值" anchor:"true"`
	Frequency   text              `yaml:"frequency" label:"统计频次" anchor:"true"`
	Source      text              `yaml:"source" label:"数据来源"`
	Actions     text              `yaml:"actions" label:"实现措施"`
	Resources   text              `yaml:"resources" label:"所需资源"`
	Owner       ref               `yaml:"owner" label:"责任人" ref:"people"`
	Due         date              `yaml:"due" label:"完成期限"`
	Evaluation  text              `yaml:"evaluation" label:"评价方法"`
	Actuals     fact.List[Figure] `yaml:"actuals" label:"各月实绩" max:"60"`
}
