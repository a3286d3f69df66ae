import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.message.BrokerRegistrationRequestData;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.authorizer.Authorizer;

/** What a server reads at start-up, and what it makes of a topic's settings. */
final class Servers {
    private static final Method FROM_PROPS = fromProps();
    private static final Class<?> LOG_CONFIG =
        Reflection.firstClass("org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig$");
    private static final Class<?> QUORUM =
        Reflection.firstClass("org.apache.kafka.raft.QuorumConfig", "org.apache.kafka.raft.RaftConfig");
    private static Map<?, ?> brokerDefaults;

    private Servers() {
    }

    static void addTo(Map<String, Validator.Judge> judges) {
        judges.put("broker", Servers::broker);
        judges.put("controller", Servers::server);
        judges.put("combined", Servers::broker);
        judges.put("topic", Servers::topic);
    }

    private static Method fromProps() {
        try {
            return Class.forName("kafka.server.KafkaConfig").getMethod("fromProps", Properties.class, boolean.class);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }

    private static Object server(Map<String, String> given) throws Exception {
        Object config = FROM_PROPS.invoke(null, propertiesOf(given), false);
        for (String listener : given.getOrDefault("listeners", "PLAINTEXT://:9092").split(",")) {
            if (!listener.trim().isEmpty()) listen((AbstractConfig) config, listener.trim());
        }
        boolean registers = !given.getOrDefault("process.roles", "").trim().isEmpty();
        for (String listener : given.getOrDefault("advertised.listeners", "").split(",")) {
            if (registers && !listener.trim().isEmpty()) register(listener.trim());
        }
        if (registers) quorum((AbstractConfig) config);
        authorize(given, (AbstractConfig) config);
        return config;
    }

    /** A KRaft node reads the addresses of the controllers before it does anything else. */
    private static void quorum(AbstractConfig config) throws Exception {
        if (QUORUM == null) return;
        quorum(config, "parseVoterConnections", "controller.quorum.voters");
        quorum(config, "parseBootstrapServers", "controller.quorum.bootstrap.servers");
    }

    private static void quorum(AbstractConfig config, String reader, String key) throws Exception {
        Method method = Reflection.method(QUORUM, reader, 1);
        if (method != null) method.invoke(null, config.getList(key));
    }

    /** The authorizer is loaded when the node starts; that of KRaft reads its settings then. */
    private static void authorize(Map<String, String> given, AbstractConfig config) throws Exception {
        String name = given.getOrDefault("authorizer.class.name", "").trim();
        if (name.isEmpty()) return;
        Authorizer authorizer = Utils.newInstance(name, Authorizer.class);
        if (name.endsWith(".StandardAuthorizer")) authorizer.configure(config.originals());
    }

    /** A KRaft node tells the controllers what it advertises. */
    private static void register(String listener) {
        new BrokerRegistrationRequestData.Listener().setPort(portOf(listener));
    }

    private static int portOf(String listener) {
        return Integer.parseInt(listener.substring(listener.lastIndexOf(':') + 1));
    }

    /** What the SocketServer does with a listener before it opens a socket, key stores and logins left out. */
    private static void listen(AbstractConfig config, String listener) {
        String name = listener.substring(0, listener.indexOf("://")).toLowerCase(Locale.ROOT);
        config.valuesWithPrefixOverride("listener.name." + name + ".");
        new InetSocketAddress(portOf(listener));
    }

    /** Brokers hold the defaults of topics to the checks of topics when they make their LogManager. */
    private static void broker(Map<String, String> given) throws Exception {
        Object config = server(given);
        Method ofBroker = Reflection.method(LOG_CONFIG, "validateBrokerLogConfigValues", 2);
        if (ofBroker == null) {
            Reflection.method(LOG_CONFIG, "validateValues", 1).invoke(module(), logDefaults(config));
            return;
        }
        boolean remote = Boolean.parseBoolean(given.getOrDefault("remote.log.storage.system.enable", "false").trim());
        ofBroker.invoke(null, logDefaults(config), remote);
    }

    /** In older versions LogConfig's. */
    private static Map<?, ?> logDefaults(Object config) throws Exception {
        Method own = Reflection.method(config.getClass(), "extractLogConfigMap", 0);
        if (own != null) return (Map<?, ?>) own.invoke(config);
        return (Map<?, ?>) Reflection.method(LOG_CONFIG, "extractLogConfigMap", 1).invoke(module(), config);
    }

    /**
     * As when a topic is created on a broker with default settings that has remote storage, since a topic's own
     * settings do not show whether it has.
     */
    private static void topic(Map<String, String> config) throws Exception {
        Method oldest = Reflection.method(LOG_CONFIG, "validate", 1);
        Method against = Reflection.method(LOG_CONFIG, "validate", 3);
        Method again = Reflection.method(LOG_CONFIG, "validate", 4);
        Method withZooKeeper = Reflection.method(LOG_CONFIG, "validate", 5);
        Object settings = oldest.getParameterTypes()[0] == Properties.class ? propertiesOf(config) : config;
        if (withZooKeeper != null) withZooKeeper.invoke(null, new HashMap<>(), settings, brokerDefaults(), true, false);
        else if (again != null) again.invoke(null, new HashMap<>(), settings, brokerDefaults(), true);
        else if (against != null) against.invoke(null, settings, brokerDefaults(), true);
        else oldest.invoke(module(), settings);
    }

    /** The instance of a Scala object; null for a Java class, whose methods are static. */
    private static Object module() throws Exception {
        return LOG_CONFIG.getName().endsWith("$") ? LOG_CONFIG.getField("MODULE$").get(null) : null;
    }

    private static Map<?, ?> brokerDefaults() throws Exception {
        if (brokerDefaults != null) return brokerDefaults;
        Properties smallest = new Properties();
        smallest.put("process.roles", "broker");
        smallest.put("node.id", "1");
        smallest.put("controller.quorum.voters", "2@localhost:9093");
        smallest.put("controller.listener.names", "CONTROLLER");
        Object config = FROM_PROPS.invoke(null, smallest, false);
        brokerDefaults = logDefaults(config);
        return brokerDefaults;
    }

    private static Properties propertiesOf(Map<String, String> config) {
        Properties properties = new Properties();
        properties.putAll(config);
        return properties;
    }
}
