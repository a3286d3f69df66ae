import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

/**
 * Says what java.util.Properties makes of documents.
 *
 * Reads documents from standard input, each as its number of UTF-16 units (a big-endian int) and the units
 * themselves. Writes for each the number of its properties, or -1 when loading throws, and then every key and
 * value in the form of the documents.
 */
public final class PropertiesJudge {
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16))) {
      for (String document = read(in); document != null; document = read(in)) judge(document, out);
    }
  }

  private static void judge(String document, DataOutputStream out) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(document));
    } catch (IllegalArgumentException malformed) {
      out.writeInt(-1);
      return;
    }
    out.writeInt(properties.size());
    for (String key : properties.stringPropertyNames()) {
      write(key, out);
      write(properties.getProperty(key), out);
    }
  }

  /** Null at the end of the input. */
  private static String read(DataInputStream in) throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException end) {
      return null;
    }
    char[] units = new char[length];
    for (int index = 0; index < length; index++) units[index] = in.readChar();
    return new String(units);
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }
}
