package main

import (
	"fmt"
	"reflect"
	"time"

	"github.com/IBM/sarama"
)

// saramaOptions are the fields of sarama.Config, each with what NewConfig sets.
func saramaOptions() []Option {
	return fieldsOf(reflect.ValueOf(*sarama.NewConfig()), "")
}

func fieldsOf(value reflect.Value, prefix string) []Option {
	var options []Option
	for index := range value.NumField() {
		field := value.Type().Field(index)
		if !field.IsExported() {
			continue
		}
		name := prefix + field.Name
		inner := value.Field(index)
		// Config nests anonymous structs; a type with a name is one option.
		if field.Type.Kind() == reflect.Struct && field.Type.Name() == "" {
			options = append(options, fieldsOf(inner, name+".")...)
			continue
		}
		options = append(options, Option{Name: name, Type: field.Type.String(), Default: shown(inner)})
	}
	return options
}

// shown is a default as code writes it, and empty for what has no short form.
func shown(value reflect.Value) string {
	switch given := value.Interface().(type) {
	case time.Duration:
		return duration(given)
	case sarama.RequiredAcks:
		return map[sarama.RequiredAcks]string{sarama.WaitForLocal: "sarama.WaitForLocal"}[given]
	case sarama.CompressionCodec:
		return map[sarama.CompressionCodec]string{sarama.CompressionNone: "sarama.CompressionNone"}[given]
	case sarama.IsolationLevel:
		return map[sarama.IsolationLevel]string{sarama.ReadUncommitted: "sarama.ReadUncommitted"}[given]
	case sarama.KafkaVersion:
		return given.String()
	}
	if value.Type().Name() == "int64" && value.Int() == sarama.OffsetNewest {
		return "sarama.OffsetNewest"
	}
	switch value.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return fmt.Sprint(value.Interface())
	case reflect.String:
		return value.String()
	}
	return ""
}

// duration is `10 * time.Second` for ten seconds.
func duration(given time.Duration) string {
	units := []struct {
		size time.Duration
		name string
	}{{time.Minute, "time.Minute"}, {time.Second, "time.Second"}, {time.Millisecond, "time.Millisecond"}}
	for _, unit := range units {
		if given != 0 && given%unit.size == 0 {
			return fmt.Sprintf("%d * %s", given/unit.size, unit.name)
		}
	}
	return fmt.Sprint(int64(given))
}
