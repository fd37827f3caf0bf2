package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageTemplate is cobra's, in Chinese.
const usageTemplate = `用法:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} 命令{{end}}{{if .HasExample}}

例子:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

命令:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

选项:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

通用选项:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

用 {{.CommandPath}} 命令 --help 查看一个命令的说明{{end}}
`

// inChinese makes a command and all below it speak Chinese.
func inChinese(c *cobra.Command) {
	c.DisableFlagsInUseLine = true
	c.SetUsageTemplate(usageTemplate)
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{flagError(err)} })
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = "显示这个说明"
	for _, below := range c.Commands() {
		inChinese(below)
	}
}

// flagError says in Chinese what is wrong with an option.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var value *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return errors.New("没有 " + dashed(unknown.GetSpecifiedName()) + " 这个选项")
	case errors.As(err, &value):
		return errors.New("选项 " + dashed(value.GetSpecifiedName()) + " 后面要写内容")
	case errors.As(err, &invalid):
		return errors.New("选项 --" + invalid.GetFlag().Name + " 的内容「" + invalid.GetValue() + "」不对")
	default:
		return errors.New("选项有误: " + err.Error())
	}
}

// dashed is the name of an option as it is typed.
func dashed(name string) string {
	return strings.Repeat("-", min(2, len(name))) + name
}
