package main

import (
	"context"
	"log"

	"github.com/IBM/sarama"
	"github.com/segmentio/kafka-go"
)

// publish writes each order on its own, to a writer that waits for no acknowledgement.
func publish(ctx context.Context, orders [][]byte) error {
	writer := &kafka.Writer{
		Addr:  kafka.TCP("localhost:9092"),
		Topic: "orders",
	}
	defer writer.Close()
	for _, order := range orders {
		if err := writer.WriteMessages(ctx, kafka.Message{Value: order}); err != nil {
			return err
		}
	}
	return nil
}

// newProducer makes a producer that sarama rejects.
func newProducer() (sarama.SyncProducer, error) {
	config := sarama.NewConfig()
	config.Producer.Idempotent = true
	return sarama.NewSyncProducer([]string{"localhost:9092"}, config)
}

func main() {
	if err := publish(context.Background(), [][]byte{[]byte("1"), []byte("2")}); err != nil {
		log.Fatal(err)
	}
	if _, err := newProducer(); err != nil {
		log.Fatal(err)
	}
}
