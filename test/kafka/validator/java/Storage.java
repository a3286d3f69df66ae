import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What `kafka-storage.sh format` makes of a server's file, which comes before the first start of every KRaft node. */
final class Storage {
    private static final String[] DIRECTORIES = {"log.dirs", "log.dir", "metadata.log.dir"};

    private Storage() {
    }

    static void addTo(Map<String, Validator.Judge> judges) {
        Class<?> tool = Reflection.firstClass("kafka.tools.StorageTool");
        Method execute = tool == null ? null : Reflection.method(tool, "execute", 2);
        // Before 3.9 the tool ends the process with its result.
        if (execute != null) judges.put("storage", config -> format(execute, config));
    }

    private static void format(Method execute, Map<String, String> config) throws Exception {
        Path folder = Files.createTempDirectory("kafka-validator");
        try {
            Path file = folder.resolve("server.properties");
            try (PrintStream out = new PrintStream(file.toFile(), "ISO-8859-1")) {
                inside(folder, config).store(out, null);
            }
            run(execute, argumentsOf(file, config));
        } finally {
            delete(folder);
        }
    }

    private static void run(Method execute, String[] arguments) throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Object status = execute.invoke(null, arguments, new PrintStream(told, true, "UTF-8"));
        if (!Integer.valueOf(0).equals(status)) throw new IllegalStateException(told.toString("UTF-8"));
    }

    /** A quorum that its file does not list needs a word on who begins it. */
    private static String[] argumentsOf(Path file, Map<String, String> config) {
        List<String> arguments = new ArrayList<>(Arrays.asList("format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", file.toString()));
        if (config.getOrDefault("controller.quorum.voters", "").trim().isEmpty()) arguments.add("--no-initial-controllers");
        return arguments.toArray(new String[0]);
    }

    /** The file with as many directories, all of them in the folder. */
    private static Properties inside(Path folder, Map<String, String> config) {
        Properties properties = new Properties();
        properties.putAll(config);
        properties.putIfAbsent("log.dirs", "default");
        for (String key : DIRECTORIES) {
            String written = properties.getProperty(key);
            if (written == null || written.trim().isEmpty()) continue;
            properties.put(key, Stream.of(written.split(","))
                .map(directory -> directory.trim().isEmpty() ? "" : folder.resolve("d" + Integer.toHexString(directory.trim().hashCode())).toString())
                .collect(Collectors.joining(",")));
        }
        return properties;
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
