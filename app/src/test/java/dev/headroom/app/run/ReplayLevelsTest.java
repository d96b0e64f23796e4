package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.headroom.degrade.DegradationLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayLevelsTest {
    private static final RecordedConfiguration CONFIGURATION = new RecordedConfiguration(
            JsonNodeFactory.instance.objectNode(), "mine", Map.of("global.seed", "aa", "companies", "bb"));

    @TempDir
    Path temp;

    @Test
    void aSmallFileTellsTheLevelsOfSomeRanges() throws Exception {
        Path file = Files.writeString(
                temp.resolve("levels.json"),
                "{\"levels\": [{\"from\": 2, \"to\": 5, \"level\": \"REDUCED\"}, {\"from\": 7, \"to\": 8, \"level\":"
                        + " \"MINIMAL\"}]}");
        ContentLevel levels = ContentLevel.recorded(ReplayLevels.read(file, CONFIGURATION));
        assertThat(levels.of(1, DegradationLevel.MINIMAL)).isEqualTo(DegradationLevel.NORMAL);
        assertThat(levels.of(4, DegradationLevel.NORMAL)).isEqualTo(DegradationLevel.REDUCED);
        assertThat(levels.of(5, DegradationLevel.NORMAL)).isEqualTo(DegradationLevel.NORMAL);
        assertThat(levels.of(7, DegradationLevel.NORMAL)).isEqualTo(DegradationLevel.MINIMAL);
        assertThat(levels.of(99, DegradationLevel.NORMAL)).isEqualTo(DegradationLevel.NORMAL);
    }

    @Test
    void theManifestOfAnotherConfigurationIsRefusedByTheKeysThatDiffer() throws Exception {
        Files.writeString(
                temp.resolve(ManifestFile.FILE_NAME),
                "{\"configuration_sha256\": \"other\", \"configuration_checksums\": {\"global.seed\": \"cc\", \"companies\":"
                        + " \"bb\"}, \"levels\": []}");
        assertThatThrownBy(() -> ReplayLevels.read(temp, CONFIGURATION))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("manifest.json: its run had another configuration, different in global.seed;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"levels\": 1}",
                "{\"levels\": [1]}",
                "{\"levels\": [{\"from\": 0, \"to\": 0, \"level\": \"NORMAL\"}]}",
                "{\"levels\": [{\"from\": -1, \"to\": 5, \"level\": \"NORMAL\"}]}",
                "{\"levels\": [{\"from\": 0, \"to\": 5, \"level\": \"EMERGENCY\"}]}",
                "{\"levels\": [{\"from\": 0, \"to\": 5, \"level\": \"normal\"}]}",
                "{\"levels\": [{\"from\": 0, \"to\": 5, \"level\": \"NORMAL\"}, {\"from\": 4, \"to\": 6, \"level\": \"NORMAL\"}]}",
                "{\"levels\": []} {}",
            })
    void whatIsNoLevelsIsRefusedByTheNameOfTheFile(String text) throws Exception {
        Path file = Files.writeString(temp.resolve("levels.json"), text);
        assertThatThrownBy(() -> ReplayLevels.read(file, CONFIGURATION))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("levels.json");
    }

    @Test
    void whatIsNotJsonIsToldWithItsPlaceAndWhatLevelsLookLike() throws Exception {
        Path file = Files.writeString(temp.resolve("levels.json"), "{\"levels\":\n  none}");
        assertThatThrownBy(() -> ReplayLevels.read(file, CONFIGURATION))
                .hasMessageMatching("\\S*levels\\.json:2:\\d+: this is not JSON; levels look like \\{\"levels\": .*");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ReplayLevels.read(temp.resolve("none.json"), CONFIGURATION))
                .hasMessageContaining("none.json cannot be read");
    }
}
