// Package profiles holds the cluster packs (行业包): one YAML file per industry cluster, each a profile.Pack.
//
// A pack is knowledge of a trade, never a number of an enterprise. To add a cluster, add its file here; nothing else.
package profiles

import "embed"

// FS holds the packs by file name, such as bicycle.yaml.
//
//go:embed *.yaml
var FS embed.FS
