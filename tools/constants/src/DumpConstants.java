import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;

/** Prints each public text constant of the given classes as a line: class, name and value with tabs between them. */
public final class DumpConstants {
  public static void main(String[] classes) {
    for (String name : classes) {
      try {
        print(Class.forName(name, false, DumpConstants.class.getClassLoader()));
      } catch (ClassNotFoundException | LinkageError absent) {
        // The release does not have it.
      }
    }
  }

  private static void print(Class<?> type) {
    Map<String, String> constants = new TreeMap<>();
    for (Field field : type.getFields()) {
      int modifiers = field.getModifiers();
      if (field.getType() != String.class || !Modifier.isStatic(modifiers) || !Modifier.isFinal(modifiers)) continue;
      try {
        constants.put(field.getName(), (String) field.get(null));
      } catch (IllegalAccessException | LinkageError hidden) {
        // Nobody outside can use it.
      }
    }
    constants.forEach((name, value) -> {
      if (value != null && !value.matches("(?s).*[\\s\\t].*") && !name.endsWith("_DOC")) {
        System.out.println(type.getName() + "\t" + name + "\t" + value);
      }
    });
  }
}
