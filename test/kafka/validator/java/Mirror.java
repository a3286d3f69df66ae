import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.mirror.MirrorCheckpointConnector;
import org.apache.kafka.connect.mirror.MirrorHeartbeatConnector;
import org.apache.kafka.connect.mirror.MirrorMakerConfig;
import org.apache.kafka.connect.mirror.MirrorSourceConnector;
import org.apache.kafka.connect.mirror.SourceAndTarget;

/** MirrorMaker's configuration, and for each flow its worker's, its connectors' and their clients'. */
final class Mirror {
    private static final String PACKAGE = "org.apache.kafka.connect.mirror.";
    private static final Class<?>[] CONNECTORS =
        {MirrorSourceConnector.class, MirrorHeartbeatConnector.class, MirrorCheckpointConnector.class};

    private Mirror() {
    }

    static void addTo(Map<String, Validator.Judge> judges) {
        judges.put("mirror-maker", Mirror::mirrorMaker);
    }

    private static void mirrorMaker(Map<String, String> given) throws Exception {
        // Its other ways to find plugins read every jar, each time.
        Map<String, String> quick = new LinkedHashMap<>(given);
        quick.putIfAbsent("plugin.discovery", "service_load");
        MirrorMakerConfig config = new MirrorMakerConfig(quick);
        List<SourceAndTarget> flows = config.clusterPairs();
        if (flows.isEmpty()) throw new IllegalArgumentException("No source->target replication flows.");
        for (SourceAndTarget flow : flows) {
            Connect.distributed(config.workerConfig(flow), false);
            for (Class<?> connector : CONNECTORS) connector(connector, config.connectorBaseConfig(flow, connector));
        }
    }

    private static void connector(Class<?> connector, Map<String, String> properties) throws Exception {
        String own = connector.getName().replace("Connector", "Config");
        Class<?> type = Reflection.firstClass(own, PACKAGE + "MirrorConnectorConfig");
        Object config = Reflection.constructor(type, Map.class).newInstance(properties);
        for (Class<?> owner = type; owner.getName().startsWith(PACKAGE); owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) client(config, method);
        }
    }

    @SuppressWarnings("unchecked")
    private static void client(Object config, Method method) throws Exception {
        boolean isClient = method.getName().matches("(?:source|target|offsetSyncsTopic)(?:Admin|Producer|Consumer)Config");
        if (!isClient || Modifier.isStatic(method.getModifiers())) return;
        method.setAccessible(true);
        Object[] role = method.getParameterCount() == 0 ? new Object[0] : new Object[] {"role"};
        Map<String, Object> derived = (Map<String, Object>) method.invoke(config, role);
        if (method.getName().endsWith("AdminConfig")) Clients.derivedAdmin(derived);
        else if (method.getName().endsWith("ProducerConfig")) Clients.derivedProducer(derived);
        else Clients.derivedConsumer(derived);
    }
}
