package standard

import (
	"fmt"
	"slices"
)

// Register is the list of product standards, by topic and date.
type Register struct {
	Topics []Topic `yaml:"topics" req:"true"`
}

// Topic is what a series of standards that replace each other is about.
type Topic struct {
	Key      string     `yaml:"key" id:"topics" req:"true"`
	Title    string     `yaml:"title" req:"true"` // plain name of the topic
	Cluster  string     `yaml:"cluster" req:"true"`
	Editions []Standard `yaml:"editions" req:"true"` // from old to new
}

// Standard is one standard of a topic.
type Standard struct {
	Topic      string `yaml:"-"`
	Number     string `yaml:"number" req:"true"` // GB 3565.2-2022
	Title      string `yaml:"title"`             // without 《》; empty when it is not known for sure
	Nature     string `yaml:"nature" req:"true" enum:"强制|推荐|法规"`
	Published  string `yaml:"published"`   // day of publication; empty when not known
	Effective  string `yaml:"effective"`   // day on which it came into force; empty when not known
	ReplacedOn string `yaml:"replaced_on"` // day from which it is no longer in force; empty when it is
	ReplacedBy string `yaml:"replaced_by"` // number of the successor
	Verified   bool   `yaml:"verified"`    // a reliable source was seen; else it is printed with （待核实）
	Note       string `yaml:"note"`
}

// Cite is the standard as a document names it: GB 3565.2-2022《自行车安全要求 …》, with （待核实） when nobody has
// verified it.
func (s Standard) Cite() string {
	cite := s.Number
	if s.Title != "" {
		cite += "《" + s.Title + "》"
	}
	if !s.Verified {
		cite += "（待核实）"
	}
	return cite
}

// Has reports whether the register knows the topic.
func (r *Register) Has(topic string) bool { return r.topic(topic) >= 0 }

// Title is the plain name of the topic, empty for an unknown one.
func (r *Register) Title(topic string) string {
	if i := r.topic(topic); i >= 0 {
		return r.Topics[i].Title
	}
	return ""
}

// All gives every standard with its topic, topic by topic.
func (r *Register) All() []Standard {
	var all []Standard
	for _, t := range r.Topics {
		for _, s := range t.Editions {
			s.Topic = t.Key
			all = append(all, s)
		}
	}
	return all
}

// On gives the standard of the topic that is in force on the day. There is none before the first one and for an unknown
// topic. The successor is named only when it was already published on that day: a document of 2023 cannot know a
// standard of 2024.
func (r *Register) On(topic, day string) (Standard, bool) {
	i := r.topic(topic)
	if i < 0 {
		return Standard{}, false
	}
	for _, s := range slices.Backward(r.Topics[i].Editions) {
		if s.Effective <= day && (s.ReplacedOn == "" || day < s.ReplacedOn) {
			s.Topic = topic
			if next, ok := r.Next(topic, day); !ok || next.Number != s.ReplacedBy {
				s.ReplacedOn, s.ReplacedBy = "", ""
			}
			return s, true
		}
	}
	return Standard{}, false
}

// Next gives the standard of the topic that is published but not yet in force on the day.
func (r *Register) Next(topic, day string) (Standard, bool) {
	i := r.topic(topic)
	if i < 0 {
		return Standard{}, false
	}
	for _, s := range r.Topics[i].Editions {
		if s.Effective > day && s.Published != "" && s.Published <= day {
			s.Topic = topic
			return s, true
		}
	}
	return Standard{}, false
}

func (r *Register) topic(key string) int {
	return slices.IndexFunc(r.Topics, func(t Topic) bool { return t.Key == key })
}

// check holds the dates of every topic to an order: an edition ends when the next one begins, or before.
func (r *Register) check() error {
	for _, t := range r.Topics {
		for i, s := range t.Editions {
			if s.ReplacedOn != "" && s.ReplacedOn <= s.Effective {
				return fmt.Errorf("topic %s: %s is replaced before it is in force", t.Key, s.Number)
			}
			if i+1 == len(t.Editions) {
				continue
			}
			next := t.Editions[i+1]
			if s.ReplacedOn == "" || s.ReplacedBy != next.Number || next.Effective < s.ReplacedOn {
				return fmt.Errorf("topic %s: %s and %s do not follow each other", t.Key, s.Number, next.Number)
			}
		}
	}
	return nil
}
