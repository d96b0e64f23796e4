package dev.headroom.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.headroom.degrade.DegradationLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the levels that a run is to replay: those of a manifest, or of a small file of the same form. */
public final class ReplayLevels {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String EXAMPLE = "{\"levels\": [{\"from\": 0, \"to\": 5, \"level\": \"REDUCED\"}]}";

    private ReplayLevels() {}

    /**
     * Reads levels.
     *
     * @param path a run directory, its manifest, or a file with a field {@code levels} like a manifest's
     * @param configuration the configuration of the run that is to replay them; a manifest's must have the same hash
     * @throws RunRefusedException if there are none, or they are of another configuration
     */
    public static List<LevelSpan> read(Path path, RecordedConfiguration configuration) throws RunRefusedException {
        Path file = Files.isDirectory(path) ? path.resolve(ManifestFile.FILE_NAME) : path;
        JsonNode root;
        try {
            root = JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new RunRefusedException(JsonFault.of(file, e) + "; levels look like " + EXAMPLE, e);
        } catch (IOException e) {
            throw new RunRefusedException(
                    file + " cannot be read; give a run directory, its manifest, or a file with levels", e);
        }
        checkConfiguration(file, root, configuration);
        List<LevelSpan> spans = new ArrayList<>();
        JsonNode levels = root.path("levels");
        if (!levels.isArray()) {
            throw new RunRefusedException(file + ": it has no levels; they look like " + EXAMPLE);
        }
        long next = 0;
        for (JsonNode level : levels) {
            LevelSpan span = span(file, level, next);
            spans.add(span);
            next = span.to();
        }
        return spans;
    }

    private static void checkConfiguration(Path file, JsonNode root, RecordedConfiguration configuration)
            throws RunRefusedException {
        JsonNode hash = root.path("configuration_sha256");
        if (hash.isTextual() && !hash.asText().equals(configuration.sha256())) {
            List<String> keys = new ArrayList<>();
            configuration.checksums().forEach((key, checksum) -> {
                if (!checksum.equals(
                        root.path("configuration_checksums").path(key).asText())) {
                    keys.add(key);
                }
            });
            throw new RunRefusedException(file + ": its run had another configuration, different in "
                    + String.join(", ", keys) + "; give that one, or copy its levels alone into a file");
        }
    }

    private static LevelSpan span(Path file, JsonNode json, long next) throws RunRefusedException {
        JsonNode from = json.path("from");
        JsonNode to = json.path("to");
        String name = json.path("level").asText();
        for (DegradationLevel level : DegradationLevel.values()) {
            if (level.name().equals(name)
                    && level != DegradationLevel.EMERGENCY
                    && from.isIntegralNumber()
                    && to.isIntegralNumber()
                    && from.asLong() >= next
                    && to.asLong() > from.asLong()) {
                return new LevelSpan(from.asLong(), to.asLong(), level);
            }
        }
        throw new RunRefusedException(file + ": " + json
                + " is not a span of levels; it has from, to (the range after the last) and level (NORMAL, REDUCED or"
                + " MINIMAL), and begins at range " + next + " or later");
    }
}
