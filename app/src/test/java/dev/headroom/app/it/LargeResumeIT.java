package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.Overrides;
import dev.headroom.generator.Ledger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of 50 GB of which one per cent is missing goes on at once. Its files are as long as they should be, and hold next to nothing. */
@Tag("alone")
class LargeResumeIT {
    private static final long ENTRIES = 26_000_000;
    private static final long BYTES = 50_000_000_000L;
    private static final long LOG_BYTES = 60_000_000;
    private static final int SEGMENT = 1000;

    /** The aim is two seconds; a busy machine takes longer. */
    private static final double LONGEST_SECONDS = 30;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedHeadroom headroom = new PackagedHeadroom();

    @TempDir
    Path temp;

    @Test
    void aRunOfFiftyGigabytesGoesOnAtOnce() throws Exception {
        Path configuration = Files.writeString(
                temp.resolve("config.yaml"),
                "transactions: {target_count: " + ENTRIES + "}\noutput: {formats: [csv]}\n");
        Path run = temp.resolve("run");
        PackagedHeadroom.Running begun =
                headroom.start("generate", "-c", configuration.toString(), "-o", run.toString());
        RunDirectories.awaitSize(run.resolve("journal_entries.csv"), 1 << 20, begun.process());
        begun.process().destroy();
        begun.await().exitsWith(143);
        Path journal = run.resolve("journal_entries.csv");
        pretend(run, configuration);
        long length = Files.size(journal);
        assertThat(length).isGreaterThan(BYTES / 2);

        long start = System.nanoTime();
        PackagedHeadroom.Running resumed = headroom.start("resume", run.toString());
        RunDirectories.awaitSize(journal, length + 1, resumed.process());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(Files.size(journal)).isGreaterThan(length);
        System.out.printf("headroom resume of 50 GB: first bytes %.2f s after the start of its process%n", seconds);
        resumed.process().destroyForcibly();
        resumed.await();
        assertThat(seconds).isLessThan(LONGEST_SECONDS);
    }

    /** Makes a run that has just begun look like one of which 99 % are there. */
    private static void pretend(Path run, Path configuration) throws Exception {
        Path file = run.resolve("manifest.json");
        ObjectNode manifest = (ObjectNode) JSON.readTree(file.toFile());
        Ledger ledger = Ledger.of(new ConfigurationReader(List.of("csv"))
                .readFile(configuration, Overrides.NONE)
                .ledger());
        long ranges = ledger.rangeCount() * 99 / 100;
        double factor = (double) BYTES / manifest.at("/totals/bytes").asDouble();
        ObjectNode before = outputs();
        ObjectNode last = outputs();
        for (JsonNode output : manifest.at("/outputs")) {
            String name = output.at("/name").asText();
            long bytes = Math.max(2 * SEGMENT, (long) (output.at("/bytes").asDouble() * factor));
            ((ObjectNode) output).put("bytes", bytes);
            setLength(run.resolve(name), bytes - 2 * SEGMENT);
            setLength(run.resolve(name), bytes);
            before.set(name, part(bytes - SEGMENT));
            last.set(name, part(bytes));
        }
        byte[] lines = (line(ranges - 2, before) + line(ranges - 1, last)).getBytes(StandardCharsets.ISO_8859_1);
        try (RandomAccessFile log =
                new RandomAccessFile(run.resolve("ranges.ndjson").toFile(), "rw")) {
            log.setLength(LOG_BYTES);
            log.seek(LOG_BYTES);
            log.write('\n');
            log.write(lines);
            ((ObjectNode) manifest.at("/ranges")).put("log_bytes", log.length());
        }
        ((ObjectNode) manifest.at("/ranges"))
                .set("numbering", JSON.valueToTree(ledger.ranges(ranges).numbering()));
        ((ObjectNode) manifest.at("/totals")).put("ranges", ranges);
        manifest.set("levels", JSON.readTree("[{\"from\": 0, \"to\": " + ranges + ", \"level\": \"NORMAL\"}]"));
        ((ObjectNode) manifest.at("/ranges")).put("sha256", checksum(manifest));
        JSON.writeValue(file.toFile(), manifest);
    }

    /** As docs/interface.md describes it. */
    private static String checksum(JsonNode manifest) throws Exception {
        StringJoiner text = new StringJoiner(" ");
        for (String field : List.of(
                "/algorithm_version",
                "/configuration_sha256",
                "/ranges/first",
                "/ranges/total",
                "/ranges/units",
                "/ranges/numbering",
                "/ranges/log_bytes")) {
            JsonNode value = manifest.at(field);
            if (value.isArray()) {
                value.forEach(element -> text.add(element.asText()));
            } else {
                text.add(value.asText());
            }
        }
        text.add("0-" + manifest.at("/totals/ranges").asText() + ":NORMAL");
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode outputs() {
        return JSON.createObjectNode();
    }

    private static ObjectNode part(long end) {
        CRC32C zeros = new CRC32C();
        zeros.update(new byte[SEGMENT]);
        return JSON.createObjectNode()
                .put("rows", 1)
                .put("end", end)
                .put("crc32c", HexFormat.of().toHexDigits((int) zeros.getValue()));
    }

    private static String line(long range, ObjectNode outputs) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("range", range).put("level", "NORMAL");
        line.put("entries", 1000);
        line.set("outputs", outputs);
        return JSON.writeValueAsString(line) + "\n";
    }

    private static void setLength(Path file, long bytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
    }
}
