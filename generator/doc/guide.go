package doc

// WithoutGuidance gives a document without the notes for whoever edits it ([Guide]). d is not changed; all other blocks are
// its own, so that what is known of them, such as their pages, holds for both.
func WithoutGuidance(d *Document) *Document {
	return &Document{Meta: d.Meta, Blocks: withoutGuidance(d.Blocks)}
}

func withoutGuidance(blocks []Block) []Block {
	rest := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		switch b := b.(type) {
		case *Note:
			if b.Kind != Guide {
				rest = append(rest, b)
			}
		case *Section:
			rest = append(rest, &Section{Landscape: b.Landscape, Blocks: withoutGuidance(b.Blocks)})
		default:
			rest = append(rest, b)
		}
	}
	return rest
}
