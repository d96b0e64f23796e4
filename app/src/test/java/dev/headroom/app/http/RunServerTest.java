package dev.headroom.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.run.ResourceUse;
import dev.headroom.app.run.RunTotals;
import dev.headroom.app.run.RunView;
import dev.headroom.guard.MemoryGuardConfig;
import dev.headroom.guard.MemorySource;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.probe.Availability;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("guard")
@Timeout(60)
class RunServerTest {
    private static final long GB = 1L << 30;

    /** An answer; a header that is missing is null. */
    private record Answer(int status, String type, String allow, long length, String body) {}

    @TempDir
    Path temp;

    private volatile long inUse = 200 * GB;
    private ResourceGuard guard = new ResourceGuard(ResourceGuardConfig.defaults());
    private RunServer server;

    /** Memory as the test says, everything else as the JDK does. */
    private final class ScriptedProbes implements ProbeProvider {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public int priority() {
            return PRIORITY_CUSTOM;
        }

        @Override
        public Availability availability() {
            return Availability.available("for a test");
        }

        @Override
        public MemoryProbe openMemoryProbe() {
            return new MemoryProbe() {
                @Override
                public void readFast(MemoryReading into) {
                    into.resident().set(inUse);
                    into.workingSet().set(inUse);
                }

                @Override
                public void readDetailed(MemoryReading into) {
                    readFast(into);
                }

                @Override
                public String source() {
                    return "the test";
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final RunView RUN = new RunView() {
        @Override
        public long entryTarget() {
            return 1000;
        }

        @Override
        public long entriesBefore() {
            return 0;
        }

        @Override
        public RunTotals totals() {
            return new RunTotals(3, 250, 1750, 4000, 123_456);
        }

        @Override
        public ResourceUse use() {
            throw new AssertionError("the guard is asked");
        }

        @Override
        public OptionalDouble emergencyWaitSeconds() {
            return OptionalDouble.empty();
        }
    };

    @BeforeEach
    void start() throws IOException {
        guard = new ResourceGuard(
                ResourceGuardConfig.defaults()
                        .withMemory(MemoryGuardConfig.defaults()
                                .withHardLimit(1000 * GB)
                                .withSource(MemorySource.RSS))
                        .withOutputPath(temp),
                ProbeSelection.of(List.of(new ScriptedProbes())),
                TimeSource.system());
        server = RunServer.bind("127.0.0.1", 0);
        server.start(RUN, guard);
        guard.checkAll();
    }

    @AfterEach
    void stop() {
        server.close();
        guard.close();
    }

    private Answer ask(String method, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(server.url() + path).toURL().openConnection();
        connection.setRequestMethod(method);
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(
                    status,
                    connection.getContentType(),
                    connection.getHeaderField("Allow"),
                    connection.getContentLengthLong(),
                    new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void healthTellsMemoryAsTheChapterDoesAndMore() throws Exception {
        Answer answer = ask("GET", "/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.body()).startsWith("""
                {
                  "status": "healthy",
                  "memory_usage_mb": 204800,
                  "memory_limit_mb": 1024000,
                  "memory_percent": 20.0,
                  "memory_limit_source": "configuration",
                  "memory_pressure": 0.2,
                  "level": "NORMAL",
                """);
        JsonNode report = new ObjectMapper().readTree(answer.body());
        assertThat(report.at("/disk_available_mb").asDouble()).isPositive();
        assertThat(report.at("/cpu_load").isNull()).as("not watched").isTrue();
        assertThat(report.at("/emergency_wait_seconds").isNull()).isTrue();
        assertThat(report.at("/progress/entries").asLong()).isEqualTo(250);
        assertThat(report.at("/progress/target_entries").asLong()).isEqualTo(1000);
        assertThat(report.at("/progress/percent").asDouble()).isEqualTo(25);
        assertThat(report.at("/progress/bytes").asLong()).isEqualTo(123_456);
    }

    @ParameterizedTest
    @CsvSource({"600,healthy,200", "750,degraded,200", "900,degraded,200", "990,critical,503"})
    void statusFollowsTheLevel(long gigabytes, String status, int httpStatus) throws Exception {
        inUse = gigabytes * GB;
        guard.checkAll();
        Answer answer = ask("GET", "/health");
        assertThat(answer.status()).isEqualTo(httpStatus);
        assertThat(new ObjectMapper().readTree(answer.body()).at("/status").asText())
                .isEqualTo(status);
    }

    @Test
    void metricsHaveTheFormOfPrometheus() throws Exception {
        inUse = 750 * GB;
        guard.checkAll();
        Answer answer = ask("GET", "/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines())
                .contains(
                        "# TYPE headroom_memory_usage_bytes gauge",
                        "headroom_memory_usage_bytes " + (double) (750 * GB),
                        "headroom_memory_pressure_ratio 0.75",
                        "headroom_level 1.0",
                        "headroom_decisions_total{to=\"reduced\"} 1.0",
                        "headroom_decisions_total{to=\"emergency\"} 0.0",
                        "headroom_samples_total 2.0",
                        "headroom_cpu_load_ratio NaN",
                        "# TYPE headroom_run_entries_total counter",
                        "headroom_run_entries_total 250.0",
                        "headroom_run_entries_target 1000.0",
                        "headroom_run_journal_lines_total 1750.0",
                        "headroom_run_written_bytes_total 123456.0");
        // What a parser of the text form takes: comments, or a name, labels and a number.
        assertThat(answer.body().lines())
                .allMatch(line -> line.matches(
                        "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z_]+=\".*\"}( |$)| )(NaN|-?[0-9.]+(E-?[0-9]+)?)"));
    }

    @Test
    void headHasTheHeadersAlone() throws Exception {
        Answer answer = ask("HEAD", "/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.length()).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/,404",
        "GET,/healthz,404",
        "GET,/health/,404",
        "GET,/metrics/x,404",
        "POST,/nothing,404",
        "POST,/health,405",
        "DELETE,/metrics,405",
        "GET,/health?verbose=1,200"
    })
    void whatIsNotThereIsSaidSo(String method, String path, int status) throws Exception {
        Answer answer = ask(method, path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.allow()).isEqualTo(status == 405 ? "GET, HEAD" : null);
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void aTakenPortIsAnError() {
        int port = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> RunServer.bind("127.0.0.1", port)).isInstanceOf(BindException.class);
    }

    /** Two clients that never end their requests hold both threads for five seconds, and no longer. */
    @Test
    void clientsThatStallAreCutOff() throws Exception {
        int port = URI.create(server.url()).getPort();
        try (Socket one = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket other = new Socket(InetAddress.getLoopbackAddress(), port)) {
            for (Socket stalled : List.of(one, other)) {
                stalled.getOutputStream().write("GET /health HTTP/1.1\r\nHost".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(ask("GET", "/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aClosedServerFreesItsPort() throws Exception {
        int port = URI.create(server.url()).getPort();
        server.close();
        assertThatThrownBy(() -> ask("GET", "/health")).isInstanceOf(ConnectException.class);
        RunServer.bind("127.0.0.1", port).close();
    }
}
