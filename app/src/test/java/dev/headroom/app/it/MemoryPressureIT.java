package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real memory control group that is tightened under a run. */
@Tag("cgroup")
@Tag("guard")
class MemoryPressureIT {
    private static final long MB = 1 << 20;

    @TempDir
    Path temp;

    @Test
    void aTightenedGroupDrivesARunThroughAllLevelsAndItCanBeResumed() throws Exception {
        Path configuration = Files.writeString(
                temp.resolve("config.yaml"), "transactions:\n  target_count: 800000\noutput:\n  formats: [csv]\n");
        Path run = temp.resolve("run");
        Cgroup group = Cgroup.make("headroom-pressure");
        try {
            group.setLimit(512 * MB);
            PackagedHeadroom.Running running = new PackagedHeadroom()
                    .startedBy(group.starter())
                    .start(
                            "generate",
                            "--config",
                            configuration.toString(),
                            "--output",
                            run.toString(),
                            "--threads",
                            "1");
            RunDirectories.awaitSize(run.resolve("journal_entries.csv"), 20 * MB, running.process());
            tighten(group, running, run.resolve("journal_entries.csv"));
            PackagedHeadroom.Outcome stopped = running.await().exitsWith(3);
            assertThat(stopped.err()).contains("headroom resume");
        } finally {
            group.remove();
        }
        JsonNode manifest = RunDirectories.manifest(run);
        assertThat(manifest.at("/status").asText()).isEqualTo("STOPPED");
        List<String> levels = new ArrayList<>();
        manifest.at("/levels").forEach(span -> levels.add(span.at("/level").asText()));
        assertThat(levels).containsSubsequence("NORMAL", "REDUCED", "MINIMAL");
        JsonNode last = manifest.at("/decisions").get(manifest.at("/decisions").size() - 1);
        assertThat(last.at("/to").asText()).isEqualTo("EMERGENCY");
        assertThat(last.at("/resource").asText()).isEqualTo("MEMORY");

        new PackagedHeadroom().run("resume", run.toString()).exitsWith(0);
        assertThat(RunDirectories.manifest(run).at("/totals/entries").asLong()).isEqualTo(800_000);
    }

    /** Lowers the limit little by little, lets the run write at each level before it goes on, and lets it end in peace. */
    private static void tighten(Cgroup group, PackagedHeadroom.Running running, Path file) throws Exception {
        List<String> toCome = new ArrayList<>(List.of("-> REDUCED", "-> MINIMAL"));
        for (long limit = 240 * MB; running.process().isAlive() && limit > 80 * MB; ) {
            String told = Files.readString(running.err());
            if (told.contains("-> EMERGENCY")) {
                return;
            }
            if (!toCome.isEmpty() && told.contains(toCome.get(0))) {
                toCome.remove(0);
                RunDirectories.awaitSize(file, Files.size(file) + 16 * MB, running.process());
            }
            limit -= group.setLimit(limit) ? 2 * MB : 0;
            Thread.sleep(60);
        }
    }
}
