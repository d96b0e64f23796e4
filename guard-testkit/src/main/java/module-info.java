/** Contract tests for authors of probes and sinks, faulty probes and sinks, and a manual clock. */
module dev.headroom.guard.testkit {
    exports dev.headroom.guard.testkit;

    requires jdk.management;
    requires static org.jspecify;
    requires transitive dev.headroom.guard.api;
    requires transitive org.junit.jupiter.api;

    uses dev.headroom.probe.ProbeProvider;
    uses dev.headroom.sink.SinkProvider;

    opens dev.headroom.guard.testkit to
            org.junit.platform.commons;
}
