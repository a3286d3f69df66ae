package org.slf4j.impl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MarkerIgnoringBase;
import org.slf4j.helpers.MessageFormatter;

/** Keeps what is logged at level WARN on the judging thread; background threads speak of connections only. */
public final class Recorder extends MarkerIgnoringBase {
    private static final ThreadLocal<List<String>> RECORDED = new ThreadLocal<>();

    Recorder(String name) {
        this.name = name;
    }

    public static void start() {
        RECORDED.set(new ArrayList<>());
    }

    public static List<String> stop() {
        List<String> recorded = RECORDED.get();
        RECORDED.remove();
        return recorded == null ? Collections.emptyList() : recorded;
    }

    private static void record(FormattingTuple tuple) {
        List<String> recorded = RECORDED.get();
        if (recorded != null) recorded.add(tuple.getMessage());
    }

    @Override
    public boolean isWarnEnabled() {
        return RECORDED.get() != null;
    }

    @Override
    public void warn(String text) {
        record(new FormattingTuple(text));
    }

    @Override
    public void warn(String format, Object argument) {
        record(MessageFormatter.format(format, argument));
    }

    @Override
    public void warn(String format, Object... arguments) {
        record(MessageFormatter.arrayFormat(format, arguments));
    }

    @Override
    public void warn(String format, Object first, Object second) {
        record(MessageFormatter.format(format, first, second));
    }

    @Override
    public void warn(String text, Throwable thrown) {
        record(new FormattingTuple(text));
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public void trace(String text) {
    }

    @Override
    public void trace(String format, Object argument) {
    }

    @Override
    public void trace(String format, Object first, Object second) {
    }

    @Override
    public void trace(String format, Object... arguments) {
    }

    @Override
    public void trace(String text, Throwable thrown) {
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String text) {
    }

    @Override
    public void debug(String format, Object argument) {
    }

    @Override
    public void debug(String format, Object first, Object second) {
    }

    @Override
    public void debug(String format, Object... arguments) {
    }

    @Override
    public void debug(String text, Throwable thrown) {
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public void info(String text) {
    }

    @Override
    public void info(String format, Object argument) {
    }

    @Override
    public void info(String format, Object first, Object second) {
    }

    @Override
    public void info(String format, Object... arguments) {
    }

    @Override
    public void info(String text, Throwable thrown) {
    }

    @Override
    public boolean isErrorEnabled() {
        return false;
    }

    @Override
    public void error(String text) {
    }

    @Override
    public void error(String format, Object argument) {
    }

    @Override
    public void error(String format, Object first, Object second) {
    }

    @Override
    public void error(String format, Object... arguments) {
    }

    @Override
    public void error(String text, Throwable thrown) {
    }
}
