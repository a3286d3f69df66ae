import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;

/**
 * Reads `TYPE base64` a line and prints, as JSON, what `ConfigDef.parseType` of the Kafka on the class path makes of
 * the text: its value, or null where Kafka refuses it.
 */
public final class ParseJudge {
    private ParseJudge() {
    }

    public static void main(String[] args) throws Exception {
        Class<?> configDef = Class.forName("org.apache.kafka.common.config.ConfigDef");
        Class<?> types = Class.forName("org.apache.kafka.common.config.ConfigDef$Type");
        Method parse = configDef.getMethod("parseType", String.class, Object.class, types);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int space = line.indexOf(' ');
            byte[] bytes = Base64.getDecoder().decode(line.substring(space + 1));
            Object type = types.getMethod("valueOf", String.class).invoke(null, line.substring(0, space));
            System.out.println(judge(parse, new String(bytes, StandardCharsets.UTF_8), type));
        }
    }

    private static String judge(Method parse, String text, Object type) {
        try {
            Object value = parse.invoke(null, "key", text, type);
            return Json.of(value instanceof Collection ? value : "ok " + value);
        } catch (ReflectiveOperationException refused) {
            return "null";
        }
    }
}
