package profile

import "qmsdraft/generator/fact"

// Function is one of the functions to which the clauses and documents are assigned.
// The words are those of the tag enum of Department.Functions.
const (
	TopManagement  = "top"      // 最高管理者
	QualityOwner   = "qm"       // 质量负责人
	Admin          = "admin"    // 人事、文件、培训
	Sales          = "sales"    // 销售、顾客沟通、售后
	Purchase       = "purchase" // 采购、外协
	Production     = "prod"     // 生产、设备
	Technical      = "tech"     // 图样、工艺、设计开发
	QualityControl = "qc"       // 检验、计量、不合格品
	Store          = "store"    // 仓库
)

// Department is a department. The management (管理层) is a department, too; it has the functions top and qm as a rule.
type Department struct {
	ID        text              `yaml:"id" label:"编号" id:"departments" req:"true"`
	Name      text              `yaml:"name" label:"部门名称" name:"true" req:"true"`
	Head      ref               `yaml:"head" label:"部门负责人" ref:"people"`
	Parent    ref               `yaml:"parent" label:"上级部门" ref:"departments"`
	Functions fact.List[choice] `yaml:"functions" label:"承担的职能" enum:"top=最高管理者|qm=质量负责人|admin=人事、文件和培训|sales=销售和售后|purchase=采购和外协|prod=生产和设备|tech=技术和工艺|qc=检验和计量|store=仓库" max:"9"`
	Duties    texts             `yaml:"duties" label:"部门职责" max:"30"`
	Headcount whole             `yaml:"headcount" label:"人数"`
	Workshops texts             `yaml:"workshops" label:"下设班组" max:"20"`
}

// Person is a person of the enterprise. Mentors are not people of the enterprise; they stand in Support.Mentors.
type Person struct {
	ID           text                   `yaml:"id" label:"编号" id:"people" req:"true"`
	Name         text                   `yaml:"name" label:"姓名" anchor:"true" name:"true" req:"true"`
	Title        text                   `yaml:"title" label:"职务" anchor:"true"`
	Department   ref                    `yaml:"department" label:"所在部门" ref:"departments"`
	Roles        refs                   `yaml:"roles" label:"岗位" ref:"roles" max:"10"`
	Top          yes                    `yaml:"top" label:"是否最高管理者"`
	QualityOwner yes                    `yaml:"quality_owner" label:"是否质量负责人"`
	Release      texts                  `yaml:"release" label:"授权放行的范围" desc:"例如 进货、过程、成品" max:"6"`
	Education    text                   `yaml:"education" label:"文化程度"`
	Years        whole                  `yaml:"years" label:"本岗位年限"`
	Certificates fact.List[Certificate] `yaml:"certificates" label:"资格证书" max:"20"`
}

// Certificate proves that a person is qualified (7.2).
type Certificate struct {
	Name   text `yaml:"name" label:"证书名称" req:"true"`
	Number text `yaml:"number" label:"证书编号"`
	Issued date `yaml:"issued" label:"发证日期"`
	Valid  date `yaml:"valid_until" label:"有效期至"`
}

// Role is a post with its duties, powers and demands (5.3, 7.2).
type Role struct {
	ID         text  `yaml:"id" label:"编号" id:"roles" req:"true"`
	Name       text  `yaml:"name" label:"岗位名称" name:"true" req:"true"`
	Department ref   `yaml:"department" label:"所在部门" ref:"departments"`
	Reports    text  `yaml:"reports_to" label:"上级岗位"`
	Duties     texts `yaml:"duties" label:"岗位职责" max:"30"`
	Powers     texts `yaml:"powers" label:"岗位权限" max:"20"`
	Education  text  `yaml:"education" label:"学历要求"`
	Training   text  `yaml:"training" label:"培训要求"`
	Skills     text  `yaml:"skills" label:"技能要求"`
	Experience text  `yaml:"experience" label:"经验要求"`
	Licence    text  `yaml:"licence" label:"资格证书要求"`
	Measures   texts `yaml:"measures" label:"考核指标" max:"10"`
}

// MatrixRow changes the default assignment of one clause (5.3).
type MatrixRow struct {
	Clause  text `yaml:"clause" label:"条款" format:"clause" req:"true"`
	Lead    ref  `yaml:"lead" label:"主责部门" ref:"departments"`
	Support refs `yaml:"support" label:"配合部门" ref:"departments" max:"20"`
}
