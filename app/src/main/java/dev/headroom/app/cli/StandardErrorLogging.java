package dev.headroom.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Sends log messages to standard error: warnings and errors in one line each; with {@code --debug} more, and stack traces.
 *
 * <p>Found by Logback. In code, since parsing an XML file would take longer than all else that a short command does.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class StandardErrorLogging extends ContextAwareBase implements Configurator {
    /** Made by Logback. */
    public StandardErrorLogging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        boolean debug = "DEBUG".equals(System.getProperty(Headroom.LOG_LEVEL_PROPERTY));
        // The live line of progress may stand there; what follows takes its place, and it comes back below.
        String freshLine = Boolean.getBoolean(Headroom.TERMINAL_PROPERTY) ? "\r\u001b[2K" : "";
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(freshLine
                + (debug
                        ? "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg%n"
                        : "headroom: %level: %msg%n%nopex"));
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("standard error");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        if (debug) {
            context.getLogger("dev.headroom").setLevel(Level.DEBUG);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
