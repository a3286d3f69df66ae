import java.io.File;
import java.lang.reflect.Modifier;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Prints, as one JSON object, the classes of the Kafka on the class path that a configuration may name, each with the
 * kinds of thing that it is. Only what can be made without arguments counts.
 */
public final class DumpClasses {
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("serializer", "org.apache.kafka.common.serialization.Serializer");
        KINDS.put("deserializer", "org.apache.kafka.common.serialization.Deserializer");
        KINDS.put("serde", "org.apache.kafka.common.serialization.Serde");
        KINDS.put("assignor", "org.apache.kafka.clients.consumer.ConsumerPartitionAssignor");
        KINDS.put("partitioner", "org.apache.kafka.clients.producer.Partitioner");
        KINDS.put("login module", "javax.security.auth.spi.LoginModule");
        KINDS.put("converter", "org.apache.kafka.connect.storage.Converter");
        KINDS.put("header converter", "org.apache.kafka.connect.storage.HeaderConverter");
        KINDS.put("transformation", "org.apache.kafka.connect.transforms.Transformation");
        KINDS.put("predicate", "org.apache.kafka.connect.transforms.predicates.Predicate");
        KINDS.put("authorizer", "org.apache.kafka.server.authorizer.Authorizer");
        KINDS.put("replication policy", "org.apache.kafka.connect.mirror.ReplicationPolicy");
        KINDS.put("config provider", "org.apache.kafka.common.config.provider.ConfigProvider");
        KINDS.put("callback handler", "org.apache.kafka.common.security.auth.AuthenticateCallbackHandler");
        KINDS.put("engine factory", "org.apache.kafka.common.security.auth.SslEngineFactory");
        KINDS.put("metrics reporter", "org.apache.kafka.common.metrics.MetricsReporter");
        KINDS.put("timestamp extractor", "org.apache.kafka.streams.processor.TimestampExtractor");
        KINDS.put("deserialization exception handler", "org.apache.kafka.streams.errors.DeserializationExceptionHandler");
        KINDS.put("production exception handler", "org.apache.kafka.streams.errors.ProductionExceptionHandler");
        KINDS.put("processing exception handler", "org.apache.kafka.streams.errors.ProcessingExceptionHandler");
    }

    private DumpClasses() {
    }

    public static void main(String[] args) throws Exception {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            try {
                kinds.put(kind.getKey(), Class.forName(kind.getValue()));
            } catch (ClassNotFoundException absent) {
                // A release whose Connect is not there has none of its kinds.
            }
        }
        Map<String, Object> found = new TreeMap<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (path.endsWith(".jar")) addClasses(found, kinds, new JarFile(path));
        }
        System.out.println(Json.of(found));
    }

    private static void addClasses(Map<String, Object> found, Map<String, Class<?>> kinds, JarFile jar) {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
            String path = entries.nextElement().getName();
            if (!path.endsWith(".class") || !path.startsWith("org/apache/kafka/") && !path.startsWith("kafka/")) continue;
            String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
            String own = kindsOf(name, kinds);
            if (!own.isEmpty()) found.put(name, own);
        }
    }

    private static String kindsOf(String name, Map<String, Class<?>> kinds) {
        StringBuilder own = new StringBuilder();
        try {
            Class<?> type = Class.forName(name, false, DumpClasses.class.getClassLoader());
            if (!isMade(type)) return "";
            for (Map.Entry<String, Class<?>> kind : kinds.entrySet()) {
                if (kind.getValue().isAssignableFrom(type)) own.append(own.length() == 0 ? "" : ",").append(kind.getKey());
            }
        } catch (LinkageError | ReflectiveOperationException broken) {
            // Its own dependencies are not here, so that Kafka could not load it either.
            return "";
        }
        return own.toString();
    }

    private static boolean isMade(Class<?> type) throws ReflectiveOperationException {
        if (Modifier.isAbstract(type.getModifiers()) || !Modifier.isPublic(type.getModifiers())) return false;
        try {
            return type.getConstructor() != null;
        } catch (NoSuchMethodException absent) {
            return false;
        }
    }
}
