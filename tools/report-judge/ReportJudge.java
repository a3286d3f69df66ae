import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/**
 * Reads reports as build servers do, with the library of many of their plugins. The arguments are pairs of a parser and a
 * report; each finding is a line of the parser, file, line, severity, rule and message, texts in base64.
 */
public class ReportJudge {
  private static final ViolationsLogger QUIET = new ViolationsLogger() {
    @Override
    public void log(java.util.logging.Level level, String text) {}

    @Override
    public void log(java.util.logging.Level level, String text, Throwable error) {
      throw new IllegalStateException(text, error);
    }
  };

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < args.length; i += 2) {
      Parser parser = Parser.valueOf(args[i]);
      String report = Files.readString(Path.of(args[i + 1]));
      var found = parser.getViolationsParser().parseReportOutput(report, QUIET);
      for (Violation one : found.stream().sorted(Comparator.comparing(Violation::toString)).toList()) {
        System.out.println(String.join(" ", args[i], text(one.getFile()), String.valueOf(one.getStartLine()),
            one.getSeverity().name(), text(one.getRule()), text(one.getMessage())));
      }
    }
  }

  private static String text(String value) {
    return value == null ? "-" : Base64.getEncoder().encodeToString(value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
