package fact

// firm is a small schema with one field of every kind; the tests of this package read into it.
type firm struct {
	Name    Text         `yaml:"name" label:"名称" req:"true" max:"10" desc:"全称"`
	Code    Text         `yaml:"code" label:"代号" format:"code"`
	USCC    Text         `yaml:"uscc" label:"信用代码" format:"uscc"`
	Clause  Text         `yaml:"clause" label:"条款" format:"clause"`
	Form    Text         `yaml:"form" label:"表单" format:"form"`
	Staff   Int          `yaml:"staff" label:"人数"`
	Income  Number       `yaml:"income" label:"收入"`
	Open    Bool         `yaml:"open" label:"营业"`
	Founded Date         `yaml:"founded" label:"成立日期"`
	Period  Month        `yaml:"period" label:"月份"`
	Start   Clock        `yaml:"start" label:"上班时间"`
	Size    Choice       `yaml:"size" label:"规模" enum:"micro=微型|small=小型"`
	Boss    Ref          `yaml:"boss" label:"负责人" ref:"people"`
	Owner   Ref          `yaml:"owner" label:"所有者" ref:"people,departments"`
	Omit    List[Text]   `yaml:"omit" label:"不采用" max:"3"`
	Kinds   List[Choice] `yaml:"kinds" label:"类别" enum:"a=甲|b=乙"`
	People  List[person] `yaml:"people" label:"人员"`
	Parts   List[part]   `yaml:"departments" label:"部门"`
	Site    site         `yaml:"site" label:"场地"`
	Hidden  string       `yaml:"-"`
}

type person struct {
	ID    Text       `yaml:"id" label:"编号" id:"people" req:"true"`
	Name  Text       `yaml:"name" label:"姓名" name:"true" req:"true"`
	Tasks List[Ref]  `yaml:"tasks" label:"任务" ref:"departments"`
	Certs List[cert] `yaml:"certs" label:"证书"`
}

type cert struct {
	Title Text `yaml:"title" label:"证书名称" req:"true"`
	Until Date `yaml:"until" label:"有效期"`
}

type part struct {
	ID   Text `yaml:"id" label:"编号" id:"departments" req:"true"`
	Name Text `yaml:"name" label:"部门名称" name:"true"`
}

type site struct {
	Area Text `yaml:"area" label:"面积" req:"true"`
	City Text `yaml:"city" label:"城市"`
}
