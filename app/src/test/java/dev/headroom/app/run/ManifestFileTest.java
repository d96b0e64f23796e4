package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.sink.Compression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestFileTest {
    @TempDir
    Path temp;

    private static Manifest manifest(Manifest.Status status, String message) {
        return new Manifest(
                1,
                "0.1.0",
                "1",
                status,
                new Manifest.Stop(StopReason.DISK_FULL, message),
                "abc",
                Map.of("seed", "00c0ffee"),
                JsonNodeFactory.instance.objectNode().put("seed", 42),
                List.of("csv"),
                new Compression(Compression.Method.ZSTD, 3),
                new Shard(2, 3),
                List.of(new LevelSpan(0, 10, DegradationLevel.REDUCED)),
                new Manifest.Ranges(7, 10, List.of(1L, 2L), new long[] {5, 6}, 700, "00c0ffee"),
                List.of(new LevelSpan(7, 10, DegradationLevel.REDUCED)),
                List.of(new OutputState("vendors.csv", "vendors", "csv", 12, 3456)),
                new RunTotals(3, 100, 700, 900, 3456),
                new RecordedTotals(70, "cafe"),
                new GeneratedCount(2, 60),
                new Manifest.Resources(1L << 30, "configuration", null, 2, 1 << 20),
                List.of(new Manifest.Decision(
                        1,
                        20,
                        2,
                        "NORMAL",
                        "REDUCED",
                        "ENFORCE",
                        "DISK",
                        "disk.reduced",
                        900.5,
                        1024.0,
                        "out",
                        null,
                        null,
                        0,
                        null,
                        0.25,
                        900.5,
                        null)));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        ManifestFile file = new ManifestFile(temp);
        Manifest written = manifest(Manifest.Status.STOPPED, "no room");
        file.replace(written);
        assertThat(temp.toFile().list()).containsExactly("manifest.json");
        Path copy = Files.createDirectory(temp.resolve("copy"));
        Manifest read = ManifestFile.read(temp);
        new ManifestFile(copy).replace(read);
        assertThat(copy.resolve("manifest.json")).hasSameTextualContentAs(temp.resolve("manifest.json"));
        assertThat(read.decisions()).isEqualTo(written.decisions());
        assertThat(read.ranges().numbering()).containsExactly(5, 6);
        assertThat(read.configuration()).isEqualTo(written.configuration());
    }

    @Test
    void aRunningRunHasSpaceSetAsideForItsLastManifest() throws Exception {
        ManifestFile file = new ManifestFile(temp);
        file.replace(manifest(Manifest.Status.RUNNING, "x".repeat(200_000)));
        Path reserve = temp.resolve(ManifestFile.RESERVE_NAME);
        Object blocks = Files.getAttribute(reserve, "unix:ino");
        assertThat(Files.size(reserve)).isGreaterThan(400_000);
        file.replace(manifest(Manifest.Status.RUNNING, "x".repeat(300_000)));
        assertThat(Files.size(reserve)).isGreaterThan(600_000);
        file.replace(manifest(Manifest.Status.STOPPED, "y".repeat(300_000)));
        assertThat(ManifestFile.read(temp).stop().message()).hasSize(300_000);
        assertThat(Files.getAttribute(temp.resolve(ManifestFile.FILE_NAME), "unix:ino"))
                .as("written into the blocks that were set aside")
                .isEqualTo(blocks);
        assertThat(temp.toFile().list()).containsExactly(ManifestFile.FILE_NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | manifest\\.json: it does not hold one object of JSON and nothing else,",
                "[] | manifest\\.json: it does not hold one object of JSON and nothing else,",
                "{\"format_version\": | manifest\\.json:1:\\d+: the file ends within its JSON,",
                "{format_version} | manifest\\.json:1:\\d+: this is not JSON,",
                "{\"format_version\": \"one\"} | manifest\\.json:1:\\d+: format_version does not have the form that it should,",
                "{\"levels\": [{\"from\": {}}]} | manifest\\.json:1:\\d+: levels\\[0\\]\\.from does not have the form that it should,",
                "{\"version\": 1} | manifest\\.json:1:\\d+: there is no field version,",
            })
    void whatIsNotAManifestIsRefusedByName(String text, String message) throws Exception {
        Files.writeString(temp.resolve("manifest.json"), text);
        assertThatThrownBy(() -> ManifestFile.read(temp))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageMatching("\\S*" + message + " so it is not a manifest of this version of Headroom;"
                        + " put back what was written, or generate anew into another directory");
    }
}
