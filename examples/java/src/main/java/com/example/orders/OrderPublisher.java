package com.example.orders;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes orders: correct, and far slower than it could be. */
public class OrderPublisher implements AutoCloseable {
  private final KafkaProducer<String, String> producer;

  public OrderPublisher(String servers) {
    Properties props = common(servers);
    props.put(ProducerConfig.ACKS_CONFIG, "1");
    props.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
    props.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    producer = new KafkaProducer<>(props);
  }

  private static Properties common(String servers) {
    Properties props = new Properties();
    props.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    props.put(ProducerConfig.CLIENT_ID_CONFIG, "orders");
    props.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    props.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    return props;
  }

  public void publish(List<String> orders) throws Exception {
    for (String order : orders) {
      producer.send(new ProducerRecord<>("orders", order)).get();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
