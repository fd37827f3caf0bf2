package plan

import (
	"slices"
	"strings"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/profile"
	"qmsdraft/generator/standard"
)

// Matrix assigns every applicable leaf clause to departments: exactly one leads, any number support (5.3).
type Matrix struct {
	Departments []profile.Department
	Rows        []MatrixRow
}

// MatrixRow is the assignment of one clause. Lead is absent when the profile has no department for it.
type MatrixRow struct {
	Clause, Title string
	Excluded      bool   // the clause does not apply
	Reason        string // why not
	Lead          fact.Text
	LeadID        string
	Support       []string // ids of departments
}

// Mark is ▲ for the leading department, △ for a supporting one, else blank.
func (r MatrixRow) Mark(department string) string {
	switch {
	case r.Excluded:
		return ""
	case department == r.LeadID:
		return "▲"
	case slices.Contains(r.Support, department):
		return "△"
	default:
		return ""
	}
}

// newMatrix computes the matrix: default leads by function, changed by the profile.
func newMatrix(s *Set) Matrix {
	m := Matrix{Departments: s.Profile.Departments.Items}
	for _, c := range s.Edition.Leaves() {
		row := MatrixRow{Clause: c.Number, Title: s.Edition.Heading(c.Number)}
		if x, ok := s.Exclusion(c.Number); ok {
			row.Excluded, row.Reason = true, x.Reason.Value
			m.Rows = append(m.Rows, row)
			continue
		}
		s.assign(&row, s.leadFunction(c))
		m.Rows = append(m.Rows, row)
	}
	return m
}

// leadFunction is the function that leads a clause by default, or the one that stands in where no department has it.
func (s *Set) leadFunction(c standard.Clause) string {
	if _, ok := s.Profile.DepartmentOf(c.Lead); !ok && c.Instead != "" {
		return c.Instead
	}
	return c.Lead
}

// assign sets the leading and supporting departments of a row.
func (s *Set) assign(row *MatrixRow, function string) {
	row.Lead = s.DepartmentOf(function)
	if d, ok := s.Profile.DepartmentOf(function); ok {
		row.LeadID = d.ID.Value
	}
	row.Support = s.supporters(row.Clause)
	if o, ok := s.override(row.Clause); ok {
		if o.Lead.Given {
			row.LeadID, row.Lead = o.Lead.Value, fact.Text{Info: o.Lead.Info, Value: o.Lead.Text}
		}
		if o.Support.Given {
			row.Support = nil
			for _, d := range o.Support.Items {
				row.Support = append(row.Support, d.Value)
			}
		}
	}
	row.Support = slices.DeleteFunc(row.Support, func(id string) bool { return id == row.LeadID })
}

// override is the entry of the profile for the clause or for the nearest clause above it.
func (s *Set) override(clause string) (profile.MatrixRow, bool) {
	best, found := profile.MatrixRow{}, false
	for _, o := range s.Profile.Matrix.Items {
		c := o.Clause.Value
		if (c == clause || strings.HasPrefix(clause, c+".")) && (!found || len(c) > len(best.Clause.Value)) {
			best, found = o, true
		}
	}
	return best, found
}

// supporters are the departments that support a clause by default.
func (s *Set) supporters(clause string) []string {
	var ids []string
	add := func(id string) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, f := range supportOf(clause) {
		if f == everyone {
			for _, d := range s.Profile.Departments.Items {
				add(d.ID.Value)
			}
			continue
		}
		if d, ok := s.Profile.DepartmentOf(f); ok {
			add(d.ID.Value)
		}
	}
	return ids
}

// everyone stands for all departments.
const everyone = "*"

// supportOf are the functions that support a clause by default; the longest matching clause wins. Own knowledge of how
// small manufacturers share the work; a profile changes it by its matrix.
func supportOf(clause string) []string {
	for c := clause; c != ""; c = c[:max(0, strings.LastIndex(c, "."))] {
		if f, ok := supportTable()[c]; ok {
			return f
		}
	}
	return nil
}

func supportTable() map[string][]string {
	const (
		qm, admin, sales, purchase = profile.QualityOwner, profile.Admin, profile.Sales, profile.Purchase
		prod, tech, qc, store      = profile.Production, profile.Technical, profile.QualityControl, profile.Store
	)
	return map[string][]string{
		"4": {qm, admin}, "5": {qm}, "5.3": {everyone}, "6": {everyone}, "6.3": {qm, tech},
		"7.1": {prod, qc}, "7.1.2": {everyone}, "7.1.4": {everyone}, "7.1.5": {prod}, "7.1.6": {everyone},
		"7.2": {everyone}, "7.3": {everyone}, "7.4": {everyone}, "7.5": {everyone},
		"8.1": {tech, qc, purchase}, "8.2": {tech, prod, qc, purchase}, "8.3": {sales, prod, qc, purchase},
		"8.4": {tech, qc, prod}, "8.5": {tech, qc}, "8.5.1": {tech, qc}, "8.5.2": {qc, store}, "8.5.3": {prod, store, qc},
		"8.5.4": {store, sales}, "8.5.5": {qc, tech}, "8.5.6": {tech, qc}, "8.6": {prod, purchase}, "8.7": {prod, tech, purchase, sales},
		"9.1": {everyone}, "9.1.2": {qc}, "9.2": {everyone}, "9.3": {everyone}, "10": {everyone},
	}
}

// DepartmentOf is the name of the department that has a function, or an absent fact with a label that says which one.
func (s *Set) DepartmentOf(function string) fact.Text {
	if d, ok := s.Profile.DepartmentOf(function); ok {
		return d.Name
	}
	return fact.Text{Info: fact.Info{Path: "departments", Label: "负责" + FunctionTitle(function) + "的部门"}}
}

// FunctionTitle is the Chinese name of a function.
func FunctionTitle(function string) string {
	switch function {
	case profile.TopManagement:
		return "最高管理"
	case profile.QualityOwner:
		return "质量管理体系"
	case profile.Admin:
		return "人事、文件和培训"
	case profile.Sales:
		return "销售和售后"
	case profile.Purchase:
		return "采购和外包"
	case profile.Production:
		return "生产和设备"
	case profile.Technical:
		return "技术和工艺"
	case profile.QualityControl:
		return "检验和计量"
	case profile.Store:
		return "仓储"
	default:
		return function
	}
}
