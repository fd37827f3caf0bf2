package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"qmsdraft/generator/diag"
	"qmsdraft/generator/format"
	"qmsdraft/templates"
)

// templateFS is the file system of the Chinese templates.
func templateFS() (fs.FS, error) {
	f, err := fs.Sub(templates.FS, "zh")
	if err != nil {
		return nil, fmt.Errorf("打开模板: %w", err)
	}
	return f, nil
}

// readFile reads an input and says in Chinese why it cannot.
func readFile(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("找不到文件 %s", name)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("没有权限读取 %s", name)
	case err != nil:
		return nil, fmt.Errorf("读取 %s: %w", name, err)
	}
	return data, nil
}

// profileFiles turns arguments into profiles: a folder stands for the .yaml and .yml files in it.
func profileFiles(args []string) ([]string, error) {
	var out []string
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil, fmt.Errorf("找不到 %s", a)
			}
			return nil, fmt.Errorf("查看 %s: %w", a, err)
		}
		if !info.IsDir() {
			out = append(out, a)
			continue
		}
		inside, err := yamlFiles(a)
		if err != nil {
			return nil, err
		}
		out = append(out, inside...)
	}
	return out, nil
}

func yamlFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("打开文件夹 %s: %w", dir, err)
	}
	var out []string
	for _, e := range entries {
		if ext := strings.ToLower(filepath.Ext(e.Name())); !e.IsDir() && (ext == ".yaml" || ext == ".yml") {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("文件夹 %s 里没有 .yaml 文件", dir)
	}
	return out, nil
}

// joinProblems makes one error of many; problem lists are joined into one, so that they are counted together.
func joinProblems(errs []error) error {
	var problems diag.List
	var others []error
	for _, err := range errs {
		var l diag.List
		if errors.As(err, &l) {
			problems.Add(l...)
			continue
		}
		others = append(others, err)
	}
	if len(others) == 0 {
		return problems.Err()
	}
	for _, err := range others {
		problems.Add(diag.Problem{Message: err.Error()})
	}
	if len(others) == len(errs) && len(errs) == 1 {
		return others[0]
	}
	return problems
}

func formatNames() []string {
	var out []string
	for _, f := range format.All() {
		out = append(out, f.Name)
	}
	return slices.Clip(out)
}
