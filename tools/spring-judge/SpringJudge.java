import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * Says what Spring Boot makes of configuration. Each line of standard input is a JSON string: a plain scalar
 * (`scalar`), a YAML file (`yaml`), a .properties file (`properties`) or lines of variables (`environment`); each line of output is the JSON of the scalar's
 * text, or of the configurations that Boot hands to Kafka's clients.
 */
public class SpringJudge {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] arguments) throws Exception {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(JSON.writeValueAsString(judge(arguments[0], JSON.readValue(line, String.class))));
    }
  }

  private static Object judge(String mode, String text) {
    try {
      return mode.equals("scalar") ? scalar(text) : clients(mode, text);
    } catch (Exception | StackOverflowError error) {
      return "refused";
    }
  }

  private static Object scalar(String text) throws Exception {
    Object value = sources(new YamlPropertySourceLoader(), "v: " + text + "\n").get(0).getProperty("v");
    return value == null ? null : value.toString();
  }

  private static Map<String, Object> clients(String mode, String text) throws Exception {
    var loader = mode.equals("yaml") ? new YamlPropertySourceLoader() : new PropertiesPropertySourceLoader();
    var environment = new StandardEnvironment();
    for (PropertySource<?> source : mode.equals("environment") ? variables(text) : sources(loader, text)) {
      environment.getPropertySources().addFirst(source);
    }
    ConfigurationPropertySources.attach(environment);
    var properties = Binder.get(environment).bindOrCreate("spring.kafka", KafkaProperties.class);
    return Map.of(
        "producer", printed(properties.buildProducerProperties(null)),
        "consumer", printed(properties.buildConsumerProperties(null)),
        "admin", printed(properties.buildAdminProperties(null)));
  }

  private static List<PropertySource<?>> variables(String text) {
    Map<String, Object> variables = new TreeMap<>();
    for (String line : text.lines().toList()) variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    return List.of(new SystemEnvironmentPropertySource("systemEnvironment", variables));
  }

  private static List<PropertySource<?>> sources(PropertySourceLoader loader, String text) throws Exception {
    return loader.load("judged", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> printed(Map<String, Object> settings) {
    Map<String, String> result = new TreeMap<>();
    settings.forEach((key, value) -> result.put(key, value instanceof Class<?> type ? type.getName() : print(value)));
    return result;
  }

  private static String print(Object value) {
    return value instanceof List<?> list ? String.join(",", list.stream().map(String::valueOf).toList()) : String.valueOf(value);
  }
}
