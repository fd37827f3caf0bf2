// Package standard knows the clauses of the management system standard and the product standards by date.
//
// Both are data files of the product, read by [Load]: clauses.yaml holds the clause tree of one edition, register.yaml
// the product standards with the dates on which they came into force and were replaced. Nothing here is the text of a
// standard. Dates are ISO days such as 2023-07-01.
package standard

import (
	_ "embed"
	"fmt"

	"qmsdraft/generator/fact"
)

//go:embed clauses.yaml
var clauseData []byte

//go:embed register.yaml
var registerData []byte

// Load reads the clause tree and the register of product standards. It fails only when the embedded data is wrong,
// which the tests of this package rule out.
func Load() (*Edition, *Register, error) {
	e := &Edition{}
	if err := fact.Decode("clauses.yaml", clauseData, e, fact.Options{}).Err(); err != nil {
		return nil, nil, fmt.Errorf("read clauses: %w", err)
	}
	r := &Register{}
	if err := fact.Decode("register.yaml", registerData, r, fact.Options{}).Err(); err != nil {
		return nil, nil, fmt.Errorf("read register of standards: %w", err)
	}
	if err := r.check(); err != nil {
		return nil, nil, fmt.Errorf("read register of standards: %w", err)
	}
	return e, r, nil
}
