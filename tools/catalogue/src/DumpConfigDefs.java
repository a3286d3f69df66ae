import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints, as one JSON object, what the Kafka version on the class path defines for every role: type, default,
 * validator, importance, update mode. Everything goes by reflection, so that one program fits every version.
 */
public final class DumpConfigDefs {
    private static final Map<String, String[]> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("broker", new String[] {"org.apache.kafka.server.config.AbstractKafkaConfig", "kafka.server.KafkaConfig", "kafka.server.KafkaConfig$"});
        ROLES.put("topic", new String[] {"org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig$"});
        ROLES.put("producer", new String[] {"org.apache.kafka.clients.producer.ProducerConfig"});
        ROLES.put("consumer", new String[] {"org.apache.kafka.clients.consumer.ConsumerConfig"});
        ROLES.put("admin", new String[] {"org.apache.kafka.clients.admin.AdminClientConfig"});
        ROLES.put("connect-distributed", new String[] {"org.apache.kafka.connect.runtime.distributed.DistributedConfig"});
        ROLES.put("connect-standalone", new String[] {"org.apache.kafka.connect.runtime.standalone.StandaloneConfig"});
        ROLES.put("streams", new String[] {"org.apache.kafka.streams.StreamsConfig"});
        ROLES.put("connector", null);
        ROLES.put("mirror-maker", null);
    }

    /** Roles whose files mix the definitions of several classes. */
    private static final Map<String, String[]> UNIONS = Map.of(
        "connector", new String[] {
            "org.apache.kafka.connect.runtime.SinkConnectorConfig",
            "org.apache.kafka.connect.runtime.SourceConnectorConfig",
        },
        "mirror-maker", new String[] {
            "org.apache.kafka.connect.mirror.MirrorMakerConfig",
            "org.apache.kafka.connect.mirror.MirrorConnectorConfig",
            "org.apache.kafka.connect.mirror.MirrorSourceConfig",
            "org.apache.kafka.connect.mirror.MirrorCheckpointConfig",
            "org.apache.kafka.connect.mirror.MirrorHeartbeatConfig",
        });

    private DumpConfigDefs() {
    }

    public static void main(String[] args) throws Exception {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String role : ROLES.keySet()) {
            Map<String, Object> keys = new TreeMap<>();
            if (UNIONS.containsKey(role)) {
                for (String name : UNIONS.get(role)) addKeys(keys, configDefOf(name));
            } else {
                addKeys(keys, configDefOf(ROLES.get(role)));
            }
            if (role.equals("broker")) addUpdateModes(keys);
            result.put(role, keys);
        }
        result.put("synonyms", synonyms());
        System.out.println(Json.of(result));
    }

    private static Object configDefOf(String... candidates) throws Exception {
        for (String name : candidates) {
            Class<?> type;
            try {
                type = Class.forName(name);
            } catch (ClassNotFoundException missing) {
                continue;
            }
            Object found = configDefIn(type);
            if (found != null) return found;
        }
        // A class that this version does not have (MirrorHeartbeatConfig before 3.5) defines nothing.
        return null;
    }

    private static Object configDefIn(Class<?> type) throws Exception {
        // MirrorMakerConfig has "config" since 3.5.
        for (String name : new String[] {"configDef", "baseConfigDef", "config"}) {
            for (Method method : type.getDeclaredMethods()) {
                boolean fits = method.getName().equals(name) && method.getParameterCount() == 0;
                if (fits && Modifier.isStatic(method.getModifiers())) {
                    method.setAccessible(true);
                    return method.invoke(null);
                }
            }
        }
        Object distributed = distributedWorker(type);
        if (distributed != null) return distributed;
        Object best = null;
        for (Field field : type.getDeclaredFields()) {
            boolean isConfigDef = field.getType().getName().equals("org.apache.kafka.common.config.ConfigDef")
                || field.getType().getName().endsWith("LogConfigDef");
            if (!isConfigDef || !Modifier.isStatic(field.getModifiers())) continue;
            field.setAccessible(true);
            Object value = field.get(null);
            // LogConfig also holds a definition of the broker's names, which is the larger one in some versions.
            if (field.getName().equals("CONFIG")) return value;
            if (best == null || keysOf(value).size() > keysOf(best).size()) best = value;
        }
        return best;
    }

    /** Since 3.2 the distributed worker's definition depends on the cryptography that the JVM offers. */
    private static Object distributedWorker(Class<?> type) throws Exception {
        if (!type.getSimpleName().equals("DistributedConfig")) return null;
        for (Method method : type.getDeclaredMethods()) {
            if (!method.getName().equals("config") || method.getParameterCount() != 1) continue;
            Object system = method.getParameterTypes()[0].getField("SYSTEM").get(null);
            method.setAccessible(true);
            return method.invoke(null, system);
        }
        return null;
    }

    private static Map<?, ?> keysOf(Object configDef) throws Exception {
        return (Map<?, ?>) configDef.getClass().getMethod("configKeys").invoke(configDef);
    }

    private static void addKeys(Map<String, Object> into, Object configDef) throws Exception {
        if (configDef == null) return;
        for (Map.Entry<?, ?> entry : keysOf(configDef).entrySet()) {
            into.putIfAbsent(String.valueOf(entry.getKey()), describe(entry.getValue()));
        }
    }

    private static Map<String, Object> describe(Object key) throws Exception {
        Map<String, Object> facts = new LinkedHashMap<>();
        Object type = field(key, "type");
        facts.put("type", type.toString());
        facts.put("importance", field(key, "importance").toString());
        Object value = field(key, "defaultValue");
        Object none = Class.forName("org.apache.kafka.common.config.ConfigDef").getField("NO_DEFAULT_VALUE").get(null);
        if (value != none) facts.put("default", value == null ? null : text(value));
        if (Boolean.TRUE.equals(field(key, "internalConfig"))) facts.put("internal", true);
        String documentation = String.valueOf(field(key, "documentation"));
        if (documentation.matches("(?is).*(^|[^-])\\bdeprecated\\b.*")) facts.put("deprecationInText", documentation);
        Map<String, Object> constraint = new LinkedHashMap<>();
        addConstraint(constraint, field(key, "validator"));
        if (!constraint.isEmpty()) facts.put("constraint", constraint);
        return facts;
    }

    private static String text(Object value) throws Exception {
        if (value instanceof Class) return ((Class<?>) value).getName();
        if (value instanceof Collection) {
            List<String> parts = new ArrayList<>();
            for (Object part : (Collection<?>) value) parts.add(text(part));
            return String.join(",", parts);
        }
        if (value.getClass().getName().endsWith(".Password")) {
            return String.valueOf(value.getClass().getMethod("value").invoke(value));
        }
        return String.valueOf(value);
    }

    private static void addConstraint(Map<String, Object> into, Object validator) throws Exception {
        if (validator == null) return;
        String name = validator.getClass().getSimpleName();
        switch (name) {
            case "Range":
                putNumber(into, "min", field(validator, "min"));
                putNumber(into, "max", field(validator, "max"));
                break;
            case "ValidString":
                into.put("oneOf", strings(field(validator, "validStrings")));
                break;
            case "CaseInsensitiveValidString":
                into.put("oneOf", strings(field(validator, "validStrings")));
                into.put("ignoreCase", true);
                break;
            case "ValidList":
                addValidList(into, validator);
                break;
            case "NonEmptyString":
            case "NonEmptyStringWithoutControlChars":
                into.put("nonEmpty", true);
                break;
            case "NonNullValidator":
                break;
            case "CompositeValidator":
                for (Object part : (List<?>) field(validator, "validators")) addConstraint(into, part);
                break;
            default:
                into.put("other", name.isEmpty() || validator.toString().contains("@") ? "custom" : validator.toString());
        }
    }

    /** From 4.2 on a list may refuse to be empty, takes no empty element, and keeps the first of equal ones (KIP-1161). */
    private static void addValidList(Map<String, Object> into, Object validator) throws Exception {
        List<String> allowed = strings(field(field(validator, "validString"), "validStrings"));
        if (!allowed.isEmpty()) into.put("oneOf", allowed);
        Object isEmptyAllowed = optionalField(validator, "isEmptyAllowed");
        if (Boolean.FALSE.equals(isEmptyAllowed)) into.put("nonEmpty", true);
        if (isEmptyAllowed != null) into.put("distinct", true);
    }

    private static void putNumber(Map<String, Object> into, String name, Object bound) {
        if (bound != null) into.put(name, String.valueOf(bound));
    }

    private static List<String> strings(Object collection) {
        List<String> result = new ArrayList<>();
        // A null among the choices allows the default to be none; as a text it is refused.
        for (Object one : (Collection<?>) collection) if (one != null) result.add(String.valueOf(one));
        return result;
    }

    private static Object field(Object of, String name) throws Exception {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getName().equals(name)) continue;
                field.setAccessible(true);
                return field.get(of);
            }
        }
        throw new NoSuchFieldException(of.getClass().getName() + "." + name);
    }

    private static Object optionalField(Object of, String name) throws Exception {
        try {
            return field(of, name);
        } catch (NoSuchFieldException absent) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private static void addUpdateModes(Map<String, Object> keys) throws Exception {
        Map<?, ?> modes = updateModes();
        for (Map.Entry<String, Object> entry : keys.entrySet()) {
            Object mode = modes.get(entry.getKey());
            ((Map<String, Object>) entry.getValue()).put("update", mode == null ? "read-only" : mode.toString());
        }
    }

    /** A static method of a Java class in newer versions, a method of a Scala object in older ones. */
    private static Map<?, ?> updateModes() throws Exception {
        try {
            Class<?> scala = Class.forName("kafka.server.DynamicBrokerConfig$");
            Object module = scala.getField("MODULE$").get(null);
            Method method = scala.getDeclaredMethod("dynamicConfigUpdateModes");
            method.setAccessible(true);
            return (Map<?, ?>) method.invoke(module);
        } catch (ClassNotFoundException | NoSuchMethodException newer) {
            Class<?> java = Class.forName("org.apache.kafka.server.config.DynamicBrokerConfig");
            return (Map<?, ?>) java.getMethod("dynamicConfigUpdateModes").invoke(null);
        }
    }

    /** Topic keys with the broker keys that they fall back to, the first that is set winning. */
    private static Map<String, Object> synonyms() throws Exception {
        Map<String, Object> result = new TreeMap<>();
        Class<?> type;
        try {
            type = Class.forName("org.apache.kafka.server.config.ServerTopicConfigSynonyms");
        } catch (ClassNotFoundException older) {
            return result;
        }
        Map<?, ?> all = (Map<?, ?>) type.getField("ALL_TOPIC_CONFIG_SYNONYMS").get(null);
        for (Map.Entry<?, ?> entry : all.entrySet()) {
            List<String> names = new ArrayList<>();
            for (Object synonym : (List<?>) entry.getValue()) names.add(String.valueOf(field(synonym, "name")));
            result.put(String.valueOf(entry.getKey()), names);
        }
        return result;
    }
}
