package dev.headroom.guard;

import static dev.headroom.guard.Fakes.MB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.degrade.DegradationMode;
import dev.headroom.probe.ManualTime;
import dev.headroom.probe.ProbeSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("guard")
class DecisionRecorderTest {
    @TempDir
    Path directory;

    private List<RecordedEvent> record(DegradationMode mode) throws IOException {
        Fakes.Provider probes = new Fakes.Provider();
        Fakes.Heap heap = new Fakes.Heap();
        heap.max = 400 * MB;
        probes.memory.workingSet = 230 * MB;
        ResourceGuardConfig config = ResourceGuardConfig.defaults();
        config = config.withMemory(MemoryGuardConfig.defaults().withHardLimit(256 * MB))
                .withDegradation(config.degradation().withMode(mode));
        Path file = directory.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(DecisionEvent.NAME);
            recording.start();
            try (ResourceGuard guard =
                    new ResourceGuard(config, ProbeSelection.of(List.of(probes)), heap, new ManualTime())) {
                guard.checkAll();
            }
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    @Test
    void aDecisionIsAnEventOfTheFlightRecorder() throws IOException {
        List<RecordedEvent> events = record(DegradationMode.ENFORCE);

        assertThat(events).hasSize(1);
        RecordedEvent event = events.get(0);
        assertThat(event.getEventType().getName()).isEqualTo("dev.headroom.Decision");
        assertThat(event.getString("from")).isEqualTo("NORMAL");
        assertThat(event.getString("to")).isEqualTo("MINIMAL");
        assertThat(event.getBoolean("shadow")).isFalse();
        assertThat(event.getString("rule")).isEqualTo("memory.minimal");
        assertThat(event.getDouble("measured")).isEqualTo(230.0 / 256);
        assertThat(event.getDouble("threshold")).isEqualTo(0.85);
        assertThat(event.getString("source")).isEqualTo("configuration");
        assertThat(event.getLong("limit")).isEqualTo(256 * MB);
        assertThat(event.getString("limitSource")).isEqualTo("configuration");
        assertThat(event.getDuration("readingAge").toMillis()).isZero();
        assertThat(event.getDouble("secondsToExhaustion")).isNaN();
        assertThat(event.getDouble("memoryPressure")).isEqualTo(230.0 / 256);
        assertThat(event.getDouble("diskAvailable")).isNaN();
    }

    @Test
    void soIsOneThatShadowModeKeptFromTakingEffect() throws IOException {
        List<RecordedEvent> events = record(DegradationMode.SHADOW);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).getBoolean("shadow")).isTrue();
        assertThat(events.get(0).getString("to")).isEqualTo("MINIMAL");
    }
}
