import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/** A Streams application's configuration, and the clients that the application derives from it. */
final class Streams {
    private Streams() {
    }

    static void addTo(Map<String, Validator.Judge> judges) {
        judges.put("streams", Streams::streams);
    }

    private static void streams(Map<String, String> given) {
        StreamsConfig config = new StreamsConfig(given);
        Clients.derivedAdmin(config.getAdminConfigs("client"));
        Map<String, Object> main = config.getMainConsumerConfigs(config.getString("application.id"), "client", 0);
        // The assignor that Streams sets works inside a running application only.
        main.remove("partition.assignment.strategy");
        // Under its own protocol the application makes a consumer of another kind, which holds no more checks.
        if ("streams".equalsIgnoreCase(protocolOf(config))) new ConsumerConfig(withDeserializers(main));
        else Clients.derivedConsumer(main);
        Clients.derivedConsumer(config.getRestoreConsumerConfigs("client"));
        Clients.derivedConsumer(config.getGlobalConsumerConfigs("client"));
        Clients.derivedProducer(config.getProducerConfigs("client"));
    }

    /** Null where Streams has no choice of protocols. */
    private static String protocolOf(StreamsConfig config) {
        return config.values().containsKey("group.protocol") ? config.getString("group.protocol") : null;
    }

    private static Map<String, Object> withDeserializers(Map<String, Object> given) {
        Map<String, Object> config = new HashMap<>(given);
        config.putIfAbsent("key.deserializer", ByteArrayDeserializer.class);
        config.putIfAbsent("value.deserializer", ByteArrayDeserializer.class);
        return config;
    }
}
