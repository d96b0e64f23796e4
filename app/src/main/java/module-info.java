/** The packaged application: configuration, the guarded run, and the command line. */
module dev.headroom.app {
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.github.luben.zstd_jni;
    requires com.google.guice;
    requires dev.headroom.generator;
    requires dev.headroom.guard.api;
    requires dev.headroom.guard.micrometer;
    requires info.picocli;
    requires java.management;
    requires jdk.httpserver;
    requires jdk.unsupported;
    requires me.tongfei.progressbar;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires static transitive org.jspecify;

    uses dev.headroom.sink.SinkProvider;

    opens dev.headroom.app.cli to
            info.picocli;
    opens dev.headroom.app.run to
            com.fasterxml.jackson.databind;
    opens dev.headroom.app.verify to
            com.fasterxml.jackson.databind;

    provides ch.qos.logback.classic.spi.Configurator with
            dev.headroom.app.cli.StandardErrorLogging;
}
