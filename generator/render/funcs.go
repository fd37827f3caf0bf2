package render

import (
	"fmt"
	"maps"
	"strings"
	"text/template"

	"qmsdraft/generator/fact"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
)

// functions is the table of what a template of document d may call, beside sprig's hermetic functions.
func (e *Engine) functions(d *plan.Document) template.FuncMap {
	b := binding{set: e.set, doc: d, profile: e.set.Profile}
	m := b.evaluation()
	maps.Copy(m, template.FuncMap{
		printFunc: printed, givenFunc: given, rowsFunc: rows, itemsFunc: items,
		"and": and, "or": or, "not": not, "len": length, "default": fallback, "printf": format,

		"ref": b.ref, "has": b.has, "refOr": b.refOr,
		"form": b.form, "formNo": b.formNumber, "formName": b.formTitle, "docRecords": b.docRecords, "records": b.records, "documents": b.documents,
		"dept": e.set.DepartmentOf, "head": b.head, "leadOf": b.leadOf,
		"applicable": e.set.Applicable, "reasonFor": b.reasonFor, "clause": b.clause, "clauseTitle": b.clauseTitle, "guide": b.guide,
		"standardName": b.standardName, "standardShort": b.standardShort, "climate": b.climate, "std": b.std, "standards": b.standards,

		"join": join, "limit": b.limit, "stepsWith": b.stepsWith, "pointsAt": b.profile.ControlPointsAt, "pointsIn": b.pointsIn,
		"objectivesOf": b.objectivesOf, "peopleIn": b.peopleIn, "period": period,

		"matrixTable": b.matrixTable, "flowFigure": b.flowFigure, "organisationFigure": b.organisationFigure,
		"processMapFigure": b.processMapFigure, "trendFigure": b.trendFigure,
	})
	return m
}

// binding is what the functions of one document know.
type binding struct {
	set     *plan.Set
	doc     *plan.Document
	profile *profile.Profile
}

// format is fmt.Sprintf for templates: facts and strings among the arguments are printed as an action would print them.
func format(layout string, args ...any) (Markup, error) {
	for i, a := range args {
		switch a.(type) {
		case fact.Leaf, string, Markup:
			m, err := printed(a)
			if err != nil {
				return "", err
			}
			args[i] = string(m)
		}
	}
	return Markup(fmt.Sprintf(layout, args...)), nil
}

// join prints the items of a list with sep between them; an absent list is one fill-in.
func join(list any, sep string) (Markup, error) {
	var parts []string
	add := func(l fact.Leaf) {
		m, err := printed(l)
		if err == nil {
			parts = append(parts, string(m))
		}
	}
	switch l := list.(type) {
	case fact.List[fact.Text]:
		for _, x := range l.Items {
			add(x)
		}
	case fact.List[fact.Ref]:
		for _, x := range l.Items {
			add(x)
		}
	case fact.List[fact.Choice]:
		for _, x := range l.Items {
			add(x)
		}
	case []string:
		for _, x := range l {
			parts = append(parts, string(Escape(x)))
		}
		return Markup(strings.Join(parts, sep)), nil
	default:
		return "", fmt.Errorf("a %T cannot be joined", list)
	}
	if i := list.(lister).About(); !i.Given {
		return Fill(i), nil
	}
	return Markup(strings.Join(parts, sep)), nil
}

// period prints two dates as from … to …; the parts of the second date that are those of the first are left out.
func period(from, to fact.Date) (Markup, error) {
	a, err := printed(from)
	if err != nil {
		return "", err
	}
	b, err := printed(to)
	if err != nil {
		return "", err
	}
	// The rest of a date is no date that a calendar could offer, so it keeps an anchor of a text.
	rest := fact.Text{Info: to.Info}
	switch {
	case !from.Given || !to.Given:
	case from.ISO() == to.ISO():
		return a, nil
	case from.Year == to.Year && from.Month == to.Month:
		b = anchored(rest, fmt.Sprintf("%d日", to.Day))
	case from.Year == to.Year:
		b = anchored(rest, fmt.Sprintf("%d月%d日", to.Month, to.Day))
	}
	return a + "至" + b, nil
}
