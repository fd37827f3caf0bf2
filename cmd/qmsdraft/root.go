package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"qmsdraft/generator/diag"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// usageError is wrong use of the command line, as against work that failed.
type usageError struct{ error }

// run is the program: arguments in, exit code out.
func run(ctx context.Context, args []string, stdout, stderr io.Writer, getenv func(string) string) int {
	root := newRoot(stdout, stderr, getenv)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var told failed
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &told):
		return exitFailed
	}
	report(stderr, err)
	var wrong usageError
	if errors.As(err, &wrong) {
		fmt.Fprintln(stderr, "提示: 用 qmsdraft --help 查看命令和选项")
		return exitUsage
	}
	return exitFailed
}

// report prints an error: a list of problems line by line with a count, anything else as it is.
func report(w io.Writer, err error) {
	var problems diag.List
	if !errors.As(err, &problems) {
		fmt.Fprintln(w, "错误:", err)
		return
	}
	printProblems(w, problems)
	fmt.Fprintf(w, "共 %d 个错误；有错误的档案没有写任何文件\n", problems.Count(diag.Error))
}

// printProblems prints problems one a line, in the order of the file.
func printProblems(w io.Writer, problems diag.List) {
	problems.Sort()
	for _, p := range problems {
		fmt.Fprintln(w, p.Error())
	}
}

// newRoot builds the command tree. Every command stands in a file of its own.
func newRoot(stdout, stderr io.Writer, getenv func(string) string) *cobra.Command {
	root := &cobra.Command{
		Use:           "qmsdraft",
		Short:         "由一份企业档案生成 ISO 9001 质量管理体系文件初稿",
		Long:          "qmsdraft 读入一份小微制造企业的档案（YAML），生成一套分层级的质量管理体系文件初稿：\nMarkdown、DOCX 和 PDF。档案没有给出的事实在文件里标为【待填写：……】，并列入待填清单。",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version(),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("没有 %q 这个命令", args[0])}
			}
			return cmd.Help()
		},
		Args: cobra.ArbitraryArgs,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetVersionTemplate("qmsdraft {{.Version}}\n")
	for _, c := range []*cobra.Command{
		newGenerate(stdout, stderr, getenv),
		newCheck(stdout, stderr),
		newNew(stdout),
		newList(stdout),
		newSchema(stdout),
		newLicenses(stdout),
	} {
		root.AddCommand(c)
	}
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "显示版本"
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(*cobra.Command, []string) error { return root.Help() }})
	inChinese(root)
	return root
}

// atLeast checks that a command has n arguments or more; what names them in the message.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < n {
			return usageError{fmt.Errorf("缺少%s", what)}
		}
		return nil
	}
}

// none checks that a command has no arguments.
func none(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("多余的参数 %q", args[0])}
	}
	return nil
}
