package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandardErrorLoggingTest {
    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void forgetDebug() {
        System.clearProperty(Headroom.LOG_LEVEL_PROPERTY);
        System.clearProperty(Headroom.TERMINAL_PROPERTY);
        context.stop();
    }

    private String warning() {
        StandardErrorLogging logging = new StandardErrorLogging();
        logging.setContext(context);
        logging.configure(context);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> appender =
                (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
        assertThat(appender.getTarget()).isEqualTo("System.err");
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("dev.headroom.Some"), Level.WARN, "The disk is nearly full", fault(), null);
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    private static Throwable fault() {
        return new IllegalStateException("inside");
    }

    @Test
    void aWarningIsOneLineWithoutAStackTrace() {
        assertThat(warning()).isEqualTo("headroom: WARN: The disk is nearly full" + System.lineSeparator());
        assertThat(context.getLogger("dev.headroom.Some").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void onATerminalAWarningTakesThePlaceOfTheLiveLine() {
        System.setProperty(Headroom.TERMINAL_PROPERTY, "true");
        assertThat(warning()).isEqualTo("\r\u001b[2Kheadroom: WARN: The disk is nearly full" + System.lineSeparator());
    }

    @Test
    void debugShowsStackTracesAndWhatHeadroomDoes() {
        System.setProperty(Headroom.LOG_LEVEL_PROPERTY, "DEBUG");
        assertThat(warning()).contains("Some: The disk is nearly full").contains("\tat dev.headroom");
        assertThat(context.getLogger("dev.headroom.Some").getEffectiveLevel()).isEqualTo(Level.DEBUG);
        assertThat(context.getLogger("com.example").getEffectiveLevel()).isEqualTo(Level.WARN);
    }
}
