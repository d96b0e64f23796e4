package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million entries fit into a memory limit of 256 MB, as the kernel counts; or as many as the system property {@code headroom.bounded.entries}
 * says, in the format that {@code headroom.bounded.format} names.
 */
@Tag("guard")
class BoundedMemoryIT {
    private static final long MB = 1 << 20;
    private static final String FORMAT = System.getProperty("headroom.bounded.format", "csv");
    private static final long MOST_BYTES_OF_ENTRY = FORMAT.equals("csv") ? 3000 : 10_000;
    private static final long ENTRIES = Long.getLong("headroom.bounded.entries", 1_000_000);

    @TempDir
    Path temp;

    @Test
    void theyFit() throws Exception {
        Assumptions.assumeTrue(
                temp.toFile().getUsableSpace() > ENTRIES * MOST_BYTES_OF_ENTRY,
                "there is no room for the output on this disk");
        Path configuration = Files.writeString(
                temp.resolve("config.yaml"),
                "transactions:\n  target_count: " + ENTRIES + "\nglobal:\n  memory_limit: 256MB\n");
        Path run = temp.resolve(FORMAT);
        PackagedHeadroom.Running running = new PackagedHeadroom()
                .start(
                        "generate",
                        "--config",
                        configuration.toString(),
                        "--output",
                        run.toString(),
                        "--format",
                        FORMAT);
        long peak = 0;
        while (running.process().isAlive()) {
            peak = Math.max(peak, peakResident(running.process().pid()));
            Thread.sleep(20);
        }
        running.await().exitsWith(0);
        JsonNode manifest = RunDirectories.manifest(run);
        assertThat(manifest.at("/totals/entries").asLong()).isEqualTo(ENTRIES);
        assertThat(manifest.at("/levels")).hasSize(1);
        assertThat(manifest.at("/levels/0/level").asText()).isEqualTo("NORMAL");
        assertThat(manifest.at("/resources/peak_resident_bytes").asLong()).isLessThan(256 * MB);
        // Where there is no procfs, the manifest's own figure has to do.
        assertThat(peak).isLessThan(256 * MB);
    }

    /** VmHWM in bytes; 0 if the process is gone or there is no procfs. */
    private static long peakResident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
