import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls what has moved or changed its parameters between versions of Kafka. */
final class Reflection {
    private Reflection() {
    }

    /** The first of the classes that this version has; null when it has none. */
    static Class<?> firstClass(String... names) {
        for (String name : names) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException next) {
                continue;
            }
        }
        return null;
    }

    /** The method with that name and so many parameters; null when there is none. */
    static Method method(Class<?> type, String name, int parameters) {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (!method.getName().equals(name) || method.getParameterCount() != parameters) continue;
                method.setAccessible(true);
                return method;
            }
        }
        return null;
    }

    static Constructor<?> constructor(Class<?> type, Class<?>... parameters) throws NoSuchMethodException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (!Arrays.equals(constructor.getParameterTypes(), parameters)) continue;
            constructor.setAccessible(true);
            return constructor;
        }
        throw new NoSuchMethodException(type + Arrays.toString(parameters));
    }

    static Throwable causeOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof InvocationTargetException) cause = cause.getCause();
        return cause;
    }
}
