package main

// Their sources are read, not called: the imports keep their versions in go.mod.
import (
	_ "github.com/segmentio/kafka-go"
	_ "github.com/twmb/franz-go/pkg/kgo"
)
