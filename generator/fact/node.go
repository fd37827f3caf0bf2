package fact

import "gopkg.in/yaml.v3"

// child gives the scalar at key of a mapping, if it is one with words in it.
func child(n *yaml.Node, key string) (*yaml.Node, bool) {
	if n.Kind != yaml.MappingNode {
		return nil, false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if value := n.Content[i+1]; n.Content[i].Value == key && value.Kind == yaml.ScalarNode && !isNull(value) && !isBlank(value.Value) {
			return value, true
		}
	}
	return nil, false
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.ShortTag() == "!!null"
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "列表"
	case yaml.MappingNode:
		return "一组“键: 值”"
	default:
		return "一个值" + shown(n.Value)
	}
}
