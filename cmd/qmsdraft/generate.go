package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"qmsdraft/generator"
	"qmsdraft/generator/diag"
	"qmsdraft/generator/format"
	"qmsdraft/generator/output"
	"qmsdraft/profiles"
)

// generation is what the flags of generate say.
type generation struct {
	out       string
	formats   []string
	only      []string
	reference string
	guide     string
	watermark string
	zip       bool
	strict    bool
}

func newGenerate(stdout, stderr io.Writer, getenv func(string) string) *cobra.Command {
	var g generation
	cmd := &cobra.Command{
		Use:   "generate 档案|文件夹…",
		Short: "由企业档案生成文件集",
		Long:  "由一份或多份企业档案生成文件集。给出文件夹时，处理其中所有 .yaml 文件。\n被人改过的文件不会被覆盖：新稿放在旁边，文件名带“(新稿)”。",
		Example: "  qmsdraft generate 某企业.yaml -o out\n" +
			"  qmsdraft generate 档案夹 -o out --format docx,pdf --zip",
		Args: atLeast(1, "企业档案"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runGenerate(cmd.Context(), g, args, console{stdout, stderr}, getenv)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&g.out, "output", "o", "out", "输出文件夹")
	f.StringSliceVar(&g.formats, "format", []string{"md", "docx", "pdf"}, "格式，用 qmsdraft list formats 查看")
	f.StringSliceVar(&g.only, "only", nil, "只生成这些文件，写编号（QP-13）、名称或 qmsdraft list documents 列出的 id")
	f.StringVar(&g.reference, "reference", "", "用自己的 DOCX 版式（从 templates/docx/reference.docx 改来）")
	f.StringVar(&g.guide, "guide", "comments", "编写指引：comments 成为 DOCX 的批注，text 印在正文里，none 不要")
	f.StringVar(&g.watermark, "watermark", "", "每页底纹上的水印，如 样稿、受控、示例 · 教学用")
	f.BoolVar(&g.zip, "zip", false, "每套文件打成一个 zip")
	f.BoolVar(&g.strict, "strict", false, "还有待填项时不写文件，以失败结束")
	return cmd
}

// runGenerate makes and writes one set a profile. A profile that fails does not stop the others.
func runGenerate(ctx context.Context, g generation, args []string, c console, getenv func(string) string) error {
	r, err := g.request(getenv)
	if err != nil {
		return err
	}
	files, err := profileFiles(args)
	if err != nil {
		return err
	}
	var failed []error
	taken := map[string]string{}
	for _, name := range files {
		if err := generateOne(ctx, g, r, name, taken, c); err != nil {
			if ctx.Err() != nil {
				return errors.New("已中断")
			}
			failed = append(failed, err)
		}
	}
	return joinProblems(failed)
}

// request is what all profiles of a run share.
func (g generation) request(getenv func(string) string) (generator.Request, error) {
	r := generator.Request{Packs: profiles.FS, Only: g.only, Program: "qmsdraft " + version()}
	var err error
	if r.Templates, err = templateFS(); err != nil {
		return r, err
	}
	for _, name := range g.formats {
		f, ok := format.ByName(strings.ToLower(strings.TrimSpace(name)))
		if !ok {
			return r, usageError{fmt.Errorf("没有 %q 这种格式，可用的有 %s", name, strings.Join(formatNames(), "、"))}
		}
		r.Formats = append(r.Formats, f)
	}
	i := slices.Index(format.Guides(), g.guide)
	if i < 0 {
		return r, usageError{fmt.Errorf("--guide 没有 %q 这个选择，可用的有 %s", g.guide, strings.Join(format.Guides(), "、"))}
	}
	r.Options.Guide, r.Options.Watermark = format.Guide(i), g.watermark
	if g.reference != "" {
		if r.Options.Reference, err = readFile(g.reference); err != nil {
			return r, err
		}
	}
	if s := getenv("SOURCE_DATE_EPOCH"); s != "" {
		seconds, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return r, usageError{fmt.Errorf("环境变量 SOURCE_DATE_EPOCH 应为秒数: %w", err)}
		}
		r.Epoch = time.Unix(seconds, 0).UTC()
	}
	return r, nil
}

// generateOne makes the set of one profile and writes it. taken holds the folders of this run.
func generateOne(ctx context.Context, g generation, r generator.Request, name string, taken map[string]string, c console) error {
	src, err := readFile(name)
	if err != nil {
		return err
	}
	r.File, r.Source = name, src
	bar := c.progress(filepath.Base(name))
	r.Progress = bar.step
	result, err := generator.Generate(ctx, r)
	bar.finish()
	if err != nil {
		return err
	}
	if n := len(result.Fills); g.strict && n > 0 {
		return fmt.Errorf("%s: 还有 %d 处待填项，按 --strict 没有写文件", name, n)
	}
	folder := output.SafeName(result.Profile.Enterprise.ShortName.Value)
	if other, ok := taken[strings.ToLower(folder)]; ok {
		return fmt.Errorf("%s 和 %s 的企业简称都是 %s，后一份没有写；请改其中一份的 enterprise.short_name", other, name, folder)
	}
	taken[strings.ToLower(folder)] = name
	if err := g.write(result, folder, c); err != nil {
		return err
	}
	notice(c, name, result.Problems)
	return nil
}

// write puts a set onto the disk and tells what was written.
func (g generation) write(result *generator.Result, folder string, c console) error {
	about := output.About{Enterprise: result.Profile.Enterprise.Name.Value, ProfileHash: result.Hash, Program: "qmsdraft " + version()}
	if g.zip {
		wanted := filepath.Join(g.out, folder+".zip")
		name, err := output.WriteZip(wanted, folder, result.Files, about)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.out, "%s：%s，已写入 %s\n", about.Enterprise, tally(result), name)
		if name != wanted {
			fmt.Fprintf(c.out, "  改过的压缩包没有动：%s\n", wanted)
		}
		return nil
	}
	report, err := output.Write(filepath.Join(g.out, folder), result.Files, about)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s：%s，已写入 %s（新写 %d，未变 %d）\n", about.Enterprise, tally(result), report.Dir, len(report.Written), len(report.Same))
	for _, f := range result.Files {
		if draft, ok := report.Drafts[f.Path]; ok {
			fmt.Fprintf(c.out, "  改过的文件没有动：%s\n    新稿在：%s\n", f.Path, draft)
		}
	}
	if len(g.only) == 0 && len(g.formats) == len(format.All()) {
		for _, s := range report.Stale {
			fmt.Fprintf(c.out, "  以前生成、现在不再需要：%s（没有删除）\n", s)
		}
	}
	return nil
}

// notice tells that the rules find something in a profile whose set was written all the same.
func notice(c console, name string, problems diag.List) {
	errors, warnings := problems.Count(diag.Error), problems.Count(diag.Warning)
	if errors+warnings > 0 {
		fmt.Fprintf(c.err, "注意：%s 还有 %d 个错误、%d 个警告，文件里也会有同样的问题；用 qmsdraft check %s 查看\n", name, errors, warnings, name)
	}
}

// tally is "12 份文件，39 个文件，待填 3 处".
func tally(r *generator.Result) string {
	return fmt.Sprintf("%d 份文件，%d 个文件，待填 %d 处", len(r.Counts), len(r.Files), len(r.Fills))
}
