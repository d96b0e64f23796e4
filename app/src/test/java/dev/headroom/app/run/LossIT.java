package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.it.Digests;
import dev.headroom.app.it.Loss;
import dev.headroom.app.it.MountedDisk;
import dev.headroom.degrade.DegradationLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real file systems that are lost in the middle of a run, and come back. */
@Tag("mount")
@Timeout(120)
@Tag("determinism")
class LossIT {
    private static final long DISK_BYTES = 128L << 20;
    private static final List<String> FORMATS = List.of("csv", "json");
    /** How often the level is asked for before it happens: in the middle of the run. */
    private static final long CALM = SmallRuns.RANGES / 2;

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void aRunStopsAndGoesOnOnceItIsBack(Loss loss) throws Exception {
        Path whole = temp.resolve("whole");
        SmallRuns.run().generate(whole, false, SmallRuns.request(FORMATS, 2, ScriptedGuard.calm()), null, null);
        try (MountedDisk disk = MountedDisk.ext4(temp.resolve("disk"), DISK_BYTES)) {
            Path directory = disk.directory().resolve("run");
            RunResult stopped;
            try {
                stopped = strike(loss, disk, directory);
                assertThat(stopped.stop().orElseThrow().reason()).isEqualTo(StopReason.SINK_FAILURE);
                assertThat(stopped.checkpointed()).isFalse();
                assertThatThrownBy(() -> resume(directory))
                        .isInstanceOf(RunRefusedException.class)
                        .hasMessageContaining(directory.toString())
                        .message()
                        .hasLineCount(1);
            } finally {
                loss.end(disk, directory);
            }
            assertEndsBeforeItsEnd(directory, stopped.manifest());
            RunResult resumed = resume(directory);
            assertThat(resumed.generated().ranges())
                    .isEqualTo(SmallRuns.RANGES - stopped.manifest().totals().ranges());
            assertThat(Digests.of(directory)).isEqualTo(Digests.of(whole));
        }
    }

    private static RunResult resume(Path directory) throws RunRefusedException {
        return SmallRuns.run().resume(directory, manifest -> SmallRuns.request(FORMATS, 2, ScriptedGuard.calm()));
    }

    private static RunResult strike(Loss loss, MountedDisk disk, Path directory) throws Exception {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        LongFunction<DegradationLevel> level = asked -> {
            if (asked == CALM) {
                try {
                    loss.strike(disk, directory);
                } catch (Exception e) {
                    failure.set(e);
                }
            }
            return DegradationLevel.NORMAL;
        };
        RunResult result = SmallRuns.run()
                .generate(
                        directory,
                        false,
                        SmallRuns.request(FORMATS, 1, new ScriptedGuard(level), Duration.ZERO),
                        null,
                        null);
        Exception thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
        return result;
    }

    /** Neither the manifest nor a file claims more than there is. */
    private static void assertEndsBeforeItsEnd(Path directory, Manifest told) throws Exception {
        Manifest manifest = ManifestFile.read(directory);
        assertThat(manifest.status()).isEqualTo(Manifest.Status.RUNNING);
        assertThat(manifest.totals()).isEqualTo(told.totals());
        assertThat(manifest.totals().ranges()).isBetween(1L, SmallRuns.RANGES - 1);
        for (OutputState output : manifest.outputs()) {
            Path file = directory.resolve(output.name());
            assertThat(Files.size(file)).as("%s", file).isGreaterThanOrEqualTo(output.bytes());
            if (output.format().equals("json")
                    && Files.readString(file, StandardCharsets.UTF_8).endsWith("]\n")) {
                assertThat(new ObjectMapper().readTree(file.toFile()).isArray())
                        .as("%s looks whole, and is", file)
                        .isTrue();
            }
        }
    }
}
