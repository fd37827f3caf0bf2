package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"qmsdraft/generator/check"
	"qmsdraft/generator/format"
	"qmsdraft/generator/plan"
	"qmsdraft/generator/profile"
	"qmsdraft/generator/standard"
	"qmsdraft/profiles"
)

// listing is one thing that can be listed: rows of columns, the first row being the head.
type listing struct {
	name, short string
	rows        func() ([][]string, error)
}

// listings are all that qmsdraft list knows.
func listings() []listing {
	return []listing{
		{"documents", "文件：编号、名称、适用的套别", listDocuments},
		{"clusters", "行业包", listClusters},
		{"clauses", "标准条款：标题、成文信息", listClauses},
		{"standards", "产品标准登记表：主题、标准号、实施和代替日期", listStandards},
		{"rules", "检查规则", listRules},
		{"formats", "输出格式", listFormats},
	}
}

func newList(stdout io.Writer) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list 种类",
		Short: "列出文件、行业包、条款、标准、规则或格式",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("不能列出 %q，可以列出 %s", args[0], strings.Join(listingNames(), "、"))}
			}
			return usageError{fmt.Errorf("请写要列出的种类：%s", strings.Join(listingNames(), "、"))}
		},
		Args: cobra.ArbitraryArgs,
	}
	var asJSON bool
	cmd.PersistentFlags().BoolVar(&asJSON, "json", false, "用 JSON 输出")
	for _, l := range listings() {
		cmd.AddCommand(&cobra.Command{Use: l.name, Short: l.short, Args: none, RunE: func(*cobra.Command, []string) error {
			rows, err := l.rows()
			if err != nil {
				return err
			}
			if asJSON {
				return encode(stdout, objects(rows))
			}
			return printTable(stdout, rows)
		}})
	}
	return cmd
}

func listingNames() []string {
	var out []string
	for _, l := range listings() {
		out = append(out, l.name)
	}
	return out
}

// objects turns rows into objects with the head as keys, in order.
func objects(rows [][]string) []map[string]string {
	out := []map[string]string{}
	for _, r := range rows[1:] {
		o := map[string]string{}
		for i, key := range rows[0] {
			o[key] = r[i]
		}
		out = append(out, o)
	}
	return out
}

func printTable(w io.Writer, rows [][]string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(t, strings.Join(r, "\t"))
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("打印列表: %w", err)
	}
	return nil
}

func listDocuments() ([][]string, error) {
	fsys, err := templateFS()
	if err != nil {
		return nil, err
	}
	docs, err := plan.Catalogue(fsys)
	if err != nil {
		return nil, err
	}
	rows := [][]string{{"id", "number", "folder", "size", "title"}}
	for _, d := range docs {
		rows = append(rows, []string{d.ID, d.Header.Number, d.Folder, d.Size, d.Title})
	}
	return rows, nil
}

func listClusters() ([][]string, error) {
	names, err := profile.Clusters(profiles.FS)
	if err != nil {
		return nil, err
	}
	rows := [][]string{{"id", "name", "description"}}
	for _, name := range names {
		p, problems := profile.LoadPack(name, profiles.FS)
		if err := problems.Err(); err != nil {
			return nil, err
		}
		rows = append(rows, []string{p.ID.Value, p.Name.Value, p.Description.Value})
	}
	return rows, nil
}

func listClauses() ([][]string, error) {
	edition, _, err := standard.Load()
	if err != nil {
		return nil, err
	}
	rows := [][]string{{"clause", "title", "documented", "lead"}}
	for _, c := range edition.Clauses() {
		rows = append(rows, []string{c.Number, c.Title, c.Documented, c.Lead})
	}
	return rows, nil
}

func listStandards() ([][]string, error) {
	_, register, err := standard.Load()
	if err != nil {
		return nil, err
	}
	rows := [][]string{{"topic", "number", "title", "nature", "effective", "replaced_on", "verified"}}
	for _, s := range register.All() {
		rows = append(rows, []string{s.Topic, s.Number, s.Title, s.Nature, s.Effective, s.ReplacedOn, fmt.Sprint(s.Verified)})
	}
	return rows, nil
}

func listRules() ([][]string, error) {
	rows := [][]string{{"id", "severity", "title", "source"}}
	for _, r := range check.Rules() {
		rows = append(rows, []string{r.ID, r.Severity.String(), r.Title, r.Source})
	}
	return rows, nil
}

func listFormats() ([][]string, error) {
	rows := [][]string{{"name", "extension", "title"}}
	for _, f := range format.All() {
		rows = append(rows, []string{f.Name, f.Extension, f.Title})
	}
	return rows, nil
}
