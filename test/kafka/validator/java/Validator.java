import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.impl.Recorder;

/**
 * Tells what the Kafka on the class path makes of configurations.
 *
 * Reads `{"role": …, "config": {key: value, …}}`, one a line, and answers each with a line: `{"ok": true}`, or
 * `{"ok": false, "class": …, "message": …}` with what Kafka threw; `warnings` holds what it logged at level WARN.
 */
public final class Validator {
    /** Takes a configuration as a file gives it and throws what Kafka throws. */
    interface Judge {
        void judge(Map<String, String> config) throws Exception;
    }

    private static final String[] FAMILIES = {"Clients", "Servers", "Storage", "Connect", "Streams", "Mirror"};
    private static final ObjectMapper JSON = new ObjectMapper();

    private Validator() {
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
        // Kafka's own code may print, and nobody must take that for an answer.
        System.setOut(System.err);
        Map<String, Judge> judges = judges();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode question = JSON.readTree(line);
            out.println(JSON.writeValueAsString(answer(judges.get(question.get("role").asText()), configOf(question))));
            if (!in.ready()) out.flush();
        }
        out.flush();
        // Threads of clients that are being closed must not keep the process alive.
        System.exit(0);
    }

    /** A release of which some part is not on Maven Central is judged without it. */
    private static Map<String, Judge> judges() throws Exception {
        Map<String, Judge> all = new HashMap<>();
        for (String family : FAMILIES) {
            try {
                Class.forName(family).getDeclaredMethod("addTo", Map.class).invoke(null, all);
            } catch (ClassNotFoundException | NoClassDefFoundError absent) {
                System.err.println("Not judged: " + family);
            }
        }
        return all;
    }

    private static ObjectNode answer(Judge judge, Map<String, String> config) {
        ObjectNode answer = JSON.createObjectNode();
        Recorder.start();
        try {
            if (judge == null) throw new UnsupportedOperationException("This Kafka has no such role.");
            judge.judge(config);
            answer.put("ok", true);
        } catch (Throwable thrown) {
            Throwable refusal = Reflection.causeOf(thrown);
            answer.put("ok", false);
            answer.put("class", refusal.getClass().getSimpleName());
            answer.put("message", messageOf(refusal));
        }
        for (String warning : Recorder.stop()) answer.withArray("warnings").add(warning);
        return answer;
    }

    /** With the message of the deepest cause, which is often the one that names the key. */
    private static String messageOf(Throwable refusal) {
        StringBuilder text = new StringBuilder(String.valueOf(refusal.getMessage()));
        int depth = 0;
        for (Throwable cause = refusal.getCause(); cause != null && depth < 5; cause = cause.getCause(), depth++) {
            text.append(" <- ").append(cause.getClass().getSimpleName()).append(": ").append(cause.getMessage());
        }
        return text.toString();
    }

    private static Map<String, String> configOf(JsonNode question) {
        Map<String, String> config = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = question.get("config").fields(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            config.put(field.getKey(), field.getValue().asText());
        }
        return config;
    }
}
