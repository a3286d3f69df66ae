import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The real clients, made and closed at once: their constructors hold checks that their configurations do not. */
final class Clients {
    private static final Class<?> SHARE = Reflection.firstClass("org.apache.kafka.clients.consumer.KafkaShareConsumer");
    private static final Set<Map<String, String>> ACCEPTED = new HashSet<>();
    private static final int MOST_REMEMBERED = 50_000;

    private Clients() {
    }

    static void addTo(Map<String, Validator.Judge> judges) {
        judges.put("producer", config -> producer(new HashMap<>(config)));
        judges.put("consumer", config -> consumer(new HashMap<>(config)));
        judges.put("admin", config -> admin(new HashMap<>(config)));
        if (SHARE != null) judges.put("share-consumer", config -> shareConsumer(new HashMap<>(config)));
    }

    /** A producer of settings that a worker or an application hands on; the others alike. */
    static void derivedProducer(Map<String, Object> config) {
        derived("producer", config, ProducerConfig.configNames(), Clients::producer);
    }

    static void derivedConsumer(Map<String, Object> config) {
        derived("consumer", config, ConsumerConfig.configNames(), Clients::consumer);
    }

    static void derivedAdmin(Map<String, Object> config) {
        derived("admin", config, AdminClientConfig.configNames(), Clients::admin);
    }

    /** Most of what is handed on is the same every time, and a client that was made once is not made again. */
    private static void derived(
        String kind, Map<String, Object> config, Set<String> names, Consumer<Map<String, Object>> maker) {
        Map<String, String> own = new HashMap<>();
        own.put("", kind);
        config.forEach((key, value) -> {
            if (names.contains(key)) own.put(key, String.valueOf(value));
        });
        if (ACCEPTED.contains(own)) return;
        maker.accept(config);
        if (ACCEPTED.size() < MOST_REMEMBERED) ACCEPTED.add(own);
    }

    /** Serializers may be given by code, and then the keys are not needed. */
    private static void producer(Map<String, Object> config) {
        config.putIfAbsent("key.serializer", ByteArraySerializer.class);
        config.putIfAbsent("value.serializer", ByteArraySerializer.class);
        withoutReports(config);
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config);
        Closer.close(() -> producer.close(Duration.ZERO));
    }

    private static void consumer(Map<String, Object> config) {
        addDeserializers(config);
        withoutReports(config);
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config);
        Closer.close(() -> consumer.close(Duration.ZERO));
    }

    private static void admin(Map<String, Object> config) {
        withoutReports(config);
        Admin admin = Admin.create(config);
        Closer.close(() -> admin.close(Duration.ZERO));
    }

    private static void shareConsumer(Map<String, Object> config) throws Exception {
        addDeserializers(config);
        withoutReports(config);
        Object consumer = Reflection.constructor(SHARE, Map.class).newInstance(config);
        Method close = SHARE.getMethod("close", Duration.class);
        Closer.close(() -> {
            try {
                close.invoke(consumer, Duration.ZERO);
            } catch (ReflectiveOperationException unclosed) {
                System.err.println(unclosed);
            }
        });
    }

    /** Most of the time that it takes to make a client goes into the registration of its metrics. */
    private static void withoutReports(Map<String, Object> config) {
        config.putIfAbsent("enable.metrics.push", "false");
        config.putIfAbsent("auto.include.jmx.reporter", "false");
        config.putIfAbsent("metric.reporters", "");
    }

    private static void addDeserializers(Map<String, Object> config) {
        config.putIfAbsent("key.deserializer", ByteArrayDeserializer.class);
        config.putIfAbsent("value.deserializer", ByteArrayDeserializer.class);
    }
}
