/** The packaged application: configuration, the guarded run, and the command line. */
module dev.headroom.app {
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.google.guice;
    requires dev.headroom.generator;
    requires dev.headroom.guard.api;
    requires info.picocli;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    opens dev.headroom.app.cli to
            info.picocli;

    uses dev.headroom.sink.SinkProvider;

    provides ch.qos.logback.classic.spi.Configurator with
            dev.headroom.app.cli.StandardErrorLogging;
}
