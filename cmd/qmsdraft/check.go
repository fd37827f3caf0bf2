package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"qmsdraft/generator/check"
	"qmsdraft/generator/diag"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
	"qmsdraft/profiles"
)

func newCheck(stdout, stderr io.Writer) *cobra.Command {
	var asJSON, strict bool
	cmd := &cobra.Command{
		Use:     "check 档案|文件夹…",
		Short:   "检查企业档案，一次列出所有问题",
		Long:    "检查企业档案：格式、必填项、日期、编号、引用，以及规则。每个问题给出 文件:行:列、怎么改、依据。\n有错误时以 1 结束；加 --strict 时有警告也以 1 结束。",
		Example: "  qmsdraft check 某企业.yaml",
		Args:    atLeast(1, "企业档案"),
		RunE: func(_ *cobra.Command, args []string) error {
			problems, n, err := checkAll(args)
			if err != nil {
				return err
			}
			return reportCheck(stdout, problems, n, asJSON, strict)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "用 JSON 输出")
	cmd.Flags().BoolVar(&strict, "strict", false, "有警告也算失败")
	return cmd
}

// checkAll checks every profile and gives the number of profiles.
func checkAll(args []string) (diag.List, int, error) {
	files, err := profileFiles(args)
	if err != nil {
		return nil, 0, err
	}
	fsys, err := templateFS()
	if err != nil {
		return nil, 0, err
	}
	var all diag.List
	for _, name := range files {
		src, err := readFile(name)
		if err != nil {
			return nil, 0, err
		}
		p, problems := profile.Load(name, src, profiles.FS)
		all.Add(problems...)
		if problems.Err() != nil {
			continue
		}
		set, err := plan.New(p, fsys)
		if err != nil {
			return nil, 0, fmt.Errorf("%s: %w", name, err)
		}
		all.Add(check.Run(set)...)
	}
	all.Sort()
	return all, len(files), nil
}

// failed is the end of a check that found something; the findings are printed already.
type failed struct{ error }

func reportCheck(w io.Writer, problems diag.List, files int, asJSON, strict bool) error {
	if asJSON {
		if err := printJSON(w, problems); err != nil {
			return err
		}
	} else {
		printProblems(w, problems)
		fmt.Fprintf(w, "检查了 %d 份档案：错误 %d，警告 %d，建议 %d\n", files, problems.Count(diag.Error), problems.Count(diag.Warning), problems.Count(diag.Advice))
	}
	if problems.Count(diag.Error) > 0 || strict && problems.Count(diag.Warning) > 0 {
		return failed{fmt.Errorf("检查没有通过")}
	}
	return nil
}

// printJSON prints a list, never null.
func printJSON(w io.Writer, problems diag.List) error {
	if problems == nil {
		problems = diag.List{}
	}
	return encode(w, problems)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("输出 JSON: %w", err)
	}
	return nil
}
