package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"qmsdraft/generator/profile"
	"qmsdraft/profiles"
)

func newNew(stdout io.Writer) *cobra.Command {
	var cluster, out string
	cmd := &cobra.Command{
		Use:     "new",
		Short:   "新建一份带说明的企业档案",
		Example: "  qmsdraft new --cluster bicycle -o 某企业.yaml",
		Args:    none,
		RunE: func(*cobra.Command, []string) error {
			starter, err := profile.Starter(profiles.FS, cluster)
			if err != nil {
				return err
			}
			if out == "" {
				_, err := stdout.Write(starter)
				return err
			}
			if err := create(out, starter); err != nil {
				return err
			}
			fmt.Fprintf(stdout, "已新建 %s\n下一步: 在里面填写企业的事实，然后运行 qmsdraft generate %s -o out\n", out, out)
			return nil
		},
	}
	cmd.Flags().StringVar(&cluster, "cluster", "", "行业包，用 qmsdraft list clusters 查看；不写时不用行业包")
	cmd.Flags().StringVarP(&out, "output", "o", "", "写到这个文件；不写时打印到屏幕")
	return cmd
}

// create writes a new file and refuses to touch one that is there.
func create(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s 已经存在，没有覆盖；请换一个文件名", name)
	}
	if err != nil {
		return fmt.Errorf("新建 %s: %w", name, err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("写 %s: %w", name, errors.Join(err, os.Remove(name)))
	}
	return nil
}
