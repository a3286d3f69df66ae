package org.slf4j.impl;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Keeps what is logged at level WARN on the judging thread; background threads speak of connections only. What is said
 * of keys that nothing reads is kept as well: from Kafka 3.5 on its level is INFO.
 */
public final class Recorder {
    private static final ThreadLocal<List<String>> RECORDED = new ThreadLocal<>();
    private static final String UNUSED = "These configurations";

    private Recorder() {
    }

    public static void start() {
        RECORDED.set(new ArrayList<>());
    }

    public static List<String> stop() {
        List<String> recorded = RECORDED.get();
        RECORDED.remove();
        return recorded == null ? Collections.emptyList() : recorded;
    }

    static Logger logger(String name) {
        InvocationHandler handler = (proxy, method, arguments) -> answer(name, method, arguments);
        return (Logger) Proxy.newProxyInstance(Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, handler);
    }

    private static Object answer(String name, Method method, Object[] arguments) throws ReflectiveOperationException {
        String called = method.getName();
        if (method.getDeclaringClass() == Object.class) return method.invoke(name, arguments);
        if (called.equals("getName")) return name;
        if (method.getReturnType() == boolean.class) return called.equals("isWarnEnabled") && RECORDED.get() != null;
        if (called.equals("warn") || called.equals("info")) record(called, arguments);
        return null;
    }

    private static void record(String level, Object[] arguments) {
        List<String> recorded = RECORDED.get();
        int at = arguments[0] instanceof Marker ? 1 : 0;
        String format = String.valueOf(arguments[at]);
        if (recorded == null || level.equals("info") && !format.startsWith(UNUSED)) return;
        Object[] rest = Arrays.copyOfRange(arguments, at + 1, arguments.length);
        boolean isList = rest.length == 1 && rest[0] instanceof Object[];
        recorded.add(MessageFormatter.arrayFormat(format, isList ? (Object[]) rest[0] : rest).getMessage());
    }
}
