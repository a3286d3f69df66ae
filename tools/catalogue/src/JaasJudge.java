import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.security.auth.login.AppConfigurationEntry;

/**
 * Reads a base64 text a line and prints, as JSON, what the Kafka on the class path reads from it as `sasl.jaas.config`
 * of a client: the login module, then each option and its value in order of their names, or null where Kafka refuses it.
 */
public final class JaasJudge {
    private JaasJudge() {
    }

    public static void main(String[] args) throws Exception {
        Constructor<?> password = Class.forName("org.apache.kafka.common.config.types.Password").getConstructor(String.class);
        Class<?> context = Class.forName("org.apache.kafka.common.security.JaasContext");
        Method load = context.getMethod("loadClientContext", Map.class);
        Method entries = context.getMethod("configurationEntries");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            System.out.println(judge(load, entries, password.newInstance(text)));
        }
    }

    private static String judge(Method load, Method entries, Object password) {
        try {
            Object context = load.invoke(null, Map.of("sasl.jaas.config", password));
            AppConfigurationEntry entry = (AppConfigurationEntry) ((List<?>) entries.invoke(context)).get(0);
            List<String> told = new ArrayList<>(List.of(entry.getLoginModuleName()));
            options(entry).forEach((name, value) -> told.addAll(List.of(name, value)));
            return Json.of(told);
        } catch (ReflectiveOperationException refused) {
            return "null";
        }
    }

    private static Map<String, String> options(AppConfigurationEntry entry) {
        Map<String, String> named = new TreeMap<>();
        entry.getOptions().forEach((name, value) -> {
            if (name != null) named.put(name, (String) value);
        });
        return named;
    }
}
