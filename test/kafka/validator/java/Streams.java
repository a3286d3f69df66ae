import java.util.Map;
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
        Clients.derivedConsumer(main);
        Clients.derivedConsumer(config.getRestoreConsumerConfigs("client"));
        Clients.derivedConsumer(config.getGlobalConsumerConfigs("client"));
        Clients.derivedProducer(config.getProducerConfigs("client"));
    }
}
