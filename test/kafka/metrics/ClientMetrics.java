import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.instrumentation.kafkaclients.v2_6.KafkaTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Has a producer and a consumer work, and prints what Micrometer and OpenTelemetry make of their metrics. */
public final class ClientMetrics {
    public static void main(String[] args) throws Exception {
        String topic = args[1];
        int port = Integer.parseInt(args[2]);
        PrometheusHttpServer server = PrometheusHttpServer.builder().setHost("127.0.0.1").setPort(port).build();
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(server).build())
            .build();
        Map<String, Object> config = new HashMap<>(KafkaTelemetry.create(sdk).metricConfigProperties());
        config.put("bootstrap.servers", args[0]);
        config.put("group.id", "client-metrics");
        config.put("auto.offset.reset", "earliest");
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
            KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
            KafkaClientMetrics ofProducer = new KafkaClientMetrics(producer);
            KafkaClientMetrics ofConsumer = new KafkaClientMetrics(consumer)) {
            consumer.subscribe(List.of(topic));
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
            for (int round = 0; round < 20; round++) consumer.poll(Duration.ofMillis(250));
            consumer.commitSync();
            ofProducer.bindTo(registry);
            ofConsumer.bindTo(registry);
            print("micrometer", registry.scrape());
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
            print("opentelemetry", HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
        System.exit(0);
    }

    private static void print(String name, String text) {
        for (String line : text.split("\n")) if (line.startsWith("# TYPE ")) System.out.println(name + " " + line.substring(7));
    }
}
