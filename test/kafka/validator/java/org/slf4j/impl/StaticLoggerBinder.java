package org.slf4j.impl;

import org.slf4j.ILoggerFactory;
import org.slf4j.spi.LoggerFactoryBinder;

/** What the logging library of every covered Kafka looks for by this name; it stands first on the class path. */
public final class StaticLoggerBinder implements LoggerFactoryBinder {
    /** Not final, so that no compiler copies it into the library's check of versions. */
    public static String REQUESTED_API_VERSION = "1.6.99";

    private static final StaticLoggerBinder SINGLETON = new StaticLoggerBinder();

    private StaticLoggerBinder() {
    }

    public static StaticLoggerBinder getSingleton() {
        return SINGLETON;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Recorder::logger;
    }

    @Override
    public String getLoggerFactoryClassStr() {
        return Recorder.class.getName();
    }
}
