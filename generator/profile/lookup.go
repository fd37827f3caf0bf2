package profile

import "slices"

// The extents of the document set; the words are those of Enterprise.Size.
const (
	Micro = "micro" // fewer than 20 people
	Small = "small" // 20 to 99 people
	Full  = "full"  // 100 people and more
)

// Size is the extent of the set that fits the enterprise: what the profile says, else by the number of employees.
// Without either it is Small.
func (p *Profile) Size() string {
	employees := p.Enterprise.Employees
	switch {
	case p.Enterprise.Size.Given:
		return p.Enterprise.Size.Value
	case !employees.Given:
		return Small
	case employees.Value < 20:
		return Micro
	case employees.Value < 100:
		return Small
	default:
		return Full
	}
}

// Top is the top manager (最高管理者).
func (p *Profile) Top() (Person, bool) {
	return find(p.People.Items, func(x Person) bool { return x.Top.Value })
}

// QualityOwner is the person who answers for quality (质量负责人).
func (p *Profile) QualityOwner() (Person, bool) {
	return find(p.People.Items, func(x Person) bool { return x.QualityOwner.Value })
}

// DepartmentOf is the first department that has the function, one of the words such as [TopManagement].
func (p *Profile) DepartmentOf(function string) (Department, bool) {
	return find(p.Departments.Items, func(d Department) bool {
		return slices.ContainsFunc(d.Functions.Items, func(f choice) bool { return f.Value == function })
	})
}

// DepartmentByID finds a department.
func (p *Profile) DepartmentByID(id string) (Department, bool) {
	return find(p.Departments.Items, func(x Department) bool { return x.ID.Value == id })
}

// PersonByID finds a person.
func (p *Profile) PersonByID(id string) (Person, bool) {
	return find(p.People.Items, func(x Person) bool { return x.ID.Value == id })
}

// RoleByID finds a role.
func (p *Profile) RoleByID(id string) (Role, bool) {
	return find(p.Roles.Items, func(x Role) bool { return x.ID.Value == id })
}

// ProcessByID finds a process.
func (p *Profile) ProcessByID(id string) (Process, bool) {
	return find(p.Processes.Items, func(x Process) bool { return x.ID.Value == id })
}

// StepByID finds a step of the process route.
func (p *Profile) StepByID(id string) (Step, bool) {
	return find(p.Flow.Items, func(x Step) bool { return x.ID.Value == id })
}

// ControlPointByID finds a control point.
func (p *Profile) ControlPointByID(id string) (ControlPoint, bool) {
	return find(p.ControlPoints.Items, func(x ControlPoint) bool { return x.ID.Value == id })
}

// EquipmentByID finds a machine.
func (p *Profile) EquipmentByID(id string) (Equipment, bool) {
	return find(p.Equipment.Items, func(x Equipment) bool { return x.ID.Value == id })
}

// InstrumentByID finds a measuring instrument.
func (p *Profile) InstrumentByID(id string) (Instrument, bool) {
	return find(p.Instruments.Items, func(x Instrument) bool { return x.ID.Value == id })
}

// SupplierByID finds an external provider.
func (p *Profile) SupplierByID(id string) (Supplier, bool) {
	return find(p.Suppliers.Items, func(x Supplier) bool { return x.ID.Value == id })
}

// ProblemByID finds a problem of the diagnosis.
func (p *Profile) ProblemByID(id string) (Problem, bool) {
	return find(p.Diagnosis.Problems.Items, func(x Problem) bool { return x.ID.Value == id })
}

// StepOf is the step of a control point; a step in which nothing is given when the point names none.
func (p *Profile) StepOf(point ControlPoint) Step {
	step, ok := p.StepByID(point.Step.Value)
	if !ok {
		return p.Flow.Blank()
	}
	return step
}

// ControlPointsAt gives the control points of a step, in their order.
func (p *Profile) ControlPointsAt(step Step) []ControlPoint {
	var points []ControlPoint
	for _, point := range p.ControlPoints.Items {
		if point.Step.Given && point.Step.Value == step.ID.Value {
			points = append(points, point)
		}
	}
	return points
}

func find[T any](items []T, ok func(T) bool) (T, bool) {
	if i := slices.IndexFunc(items, ok); i >= 0 {
		return items[i], true
	}
	var none T
	return none, false
}
