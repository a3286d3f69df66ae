// Prints the options of the Go clients that go.mod pins, as JSON: sarama's are asked of its own NewConfig, those of kafka-go and
// franz-go are read from their sources. Run by tools/clients/golang.mjs.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// Option is one option of a call, with its Go type and the library's default as code would write it.
type Option struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Default string `json:"default,omitempty"`
}

func main() {
	libraries := map[string]map[string][]Option{
		"sarama":   {"Config": saramaOptions()},
		"kafka-go": kafkaGoOptions(os.Args[1]),
		"franz-go": {"NewClient": franzOptions(os.Args[2])},
	}
	if err := json.NewEncoder(os.Stdout).Encode(libraries); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
