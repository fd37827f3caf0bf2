package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"qmsdraft/generator/profile"
)

func newSchema(stdout io.Writer) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "打印企业档案的 JSON Schema，供编辑器提示和校验",
		Example: "  qmsdraft schema > qmsdraft.schema.json\n" +
			"  然后在档案第一行写：# yaml-language-server: $schema=qmsdraft.schema.json",
		Args: none,
		RunE: func(*cobra.Command, []string) error {
			s, err := profile.Schema()
			if err != nil {
				return fmt.Errorf("生成 JSON Schema: %w", err)
			}
			_, err = stdout.Write(s)
			return err
		},
	}
}
