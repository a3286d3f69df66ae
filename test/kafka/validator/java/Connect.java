import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.GroupRebalanceConfig;
import org.apache.kafka.clients.consumer.internals.Heartbeat;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;

/**
 * A Connect worker's configuration, its REST server, and the clients that worker and connectors get from it. Workers
 * make these clients when they start, so what a client refuses stops the worker.
 */
final class Connect {
    private static final Class<?> REST_SERVER = Reflection.firstClass(
        "org.apache.kafka.connect.runtime.rest.ConnectRestServer", "org.apache.kafka.connect.runtime.rest.RestServer");
    private static final Class<?> REST_CLIENT = Reflection.firstClass("org.apache.kafka.connect.runtime.rest.RestClient");
    private static final String NEVER = String.valueOf(Integer.MAX_VALUE);

    private Connect() {
    }

    static void addTo(Map<String, Validator.Judge> judges) {
        judges.put("connect-distributed", config -> distributed(config, true));
        judges.put("connect-standalone", Connect::standalone);
    }

    private static void standalone(Map<String, String> given) throws Exception {
        StandaloneConfig config = new StandaloneConfig(given);
        restServer(config);
        Clients.derivedAdmin(config.originals());
        connectorClients(config);
    }

    static void distributed(Map<String, String> given, boolean withRest) throws Exception {
        DistributedConfig config = new DistributedConfig(given);
        if (withRest) restServer(config);
        Clients.derivedAdmin(config.originals());
        new Heartbeat(new GroupRebalanceConfig(config, GroupRebalanceConfig.ProtocolType.CONNECT), Time.SYSTEM);
        internalTopicClients(config);
        connectorClients(config);
    }

    /** Made, but not started, so that no port is bound. */
    private static void restServer(WorkerConfig config) throws Exception {
        if (REST_SERVER.getSimpleName().equals("RestServer")) {
            Reflection.constructor(REST_SERVER, WorkerConfig.class).newInstance(config);
            return;
        }
        Object client = Reflection.constructor(REST_CLIENT, AbstractConfig.class).newInstance(config);
        Class<?>[] parameters = {Integer.class, REST_CLIENT, Map.class};
        Reflection.constructor(REST_SERVER, parameters).newInstance(null, client, config.originals());
    }

    /** As KafkaOffsetBackingStore, KafkaStatusBackingStore and KafkaConfigBackingStore do. */
    private static void internalTopicClients(DistributedConfig config) {
        Map<String, Object> producer = config.originals();
        producer.put("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        producer.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        producer.put("delivery.timeout.ms", Integer.MAX_VALUE);
        producer.put("enable.idempotence", "false");
        Clients.derivedProducer(producer);
        Map<String, Object> consumer = config.originals();
        consumer.put("key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        consumer.put("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        consumer.put("enable.auto.commit", "false");
        consumer.put("auto.offset.reset", "earliest");
        Clients.derivedConsumer(consumer);
    }

    /** As Worker.baseProducerConfigs, Worker.baseConsumerConfigs and Worker.adminConfigs do for a connector. */
    private static void connectorClients(WorkerConfig config) {
        Object servers = config.originals().get("bootstrap.servers");
        Map<String, Object> producer = new HashMap<>();
        if (servers != null) producer.put("bootstrap.servers", servers);
        producer.put("max.block.ms", String.valueOf(Long.MAX_VALUE));
        producer.put("enable.idempotence", "false");
        producer.put("acks", "all");
        producer.put("max.in.flight.requests.per.connection", "1");
        producer.put("delivery.timeout.ms", NEVER);
        producer.putAll(config.originalsWithPrefix("producer."));
        Clients.derivedProducer(producer);
        Map<String, Object> consumer = new HashMap<>();
        if (servers != null) consumer.put("bootstrap.servers", servers);
        consumer.put("group.id", "connect-sink");
        consumer.put("enable.auto.commit", "false");
        consumer.put("auto.offset.reset", "earliest");
        consumer.putAll(config.originalsWithPrefix("consumer."));
        Clients.derivedConsumer(consumer);
        Map<String, Object> admin = config.originals();
        admin.keySet().removeIf(key -> key.startsWith("admin.") || key.startsWith("producer.") || key.startsWith("consumer."));
        admin.putAll(config.originalsWithPrefix("admin."));
        Clients.derivedAdmin(admin);
    }
}
