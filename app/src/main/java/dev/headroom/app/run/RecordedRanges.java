package dev.headroom.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.sink.Segment;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the range log of a run from its beginning. Used by one thread. */
final class RecordedRanges implements Closeable {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();

    private final Path file;
    private final BufferedReader lines;
    private final Map<String, Integer> outputs = new HashMap<>();
    private final long[] ends;
    private final List<LevelSpan> levels;
    private final long first;
    private final long end;
    private long next;
    /** The span of levels that has the next range, or one before that. */
    private int span;

    /**
     * The last ranges of which the log tells within so many bytes of its end. Segments whose beginning it does not tell there begin at
     * -1.
     *
     * @throws RunRefusedException if a line is not what was written
     */
    static List<RecordedRange> lastOf(Path directory, Manifest manifest, int mostBytes)
            throws IOException, RunRefusedException {
        Path file = directory.resolve(RangeLog.FILE_NAME);
        long end = manifest.ranges().logBytes();
        long start = Math.max(0, end - mostBytes);
        byte[] bytes = new byte[(int) (end - start)];
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(start);
            log.readFully(bytes);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        // A line that is cut is not one.
        String lines = start == 0 ? text : text.substring(text.indexOf('\n') + 1);
        long count = lines.chars().filter(character -> character == '\n').count();
        RecordedRanges ranges = new RecordedRanges(file, new BufferedReader(new StringReader(lines)), manifest);
        ranges.next = manifest.nextRange() - count;
        Arrays.fill(ranges.ends, start == 0 ? 0 : -1);
        List<RecordedRange> last = new ArrayList<>();
        for (RecordedRange range = ranges.next(); range != null; range = ranges.next()) {
            last.add(range);
        }
        return last;
    }

    private RecordedRanges(Path file, BufferedReader lines, Manifest manifest) {
        this.file = file;
        this.lines = lines;
        for (OutputState output : manifest.outputs()) {
            outputs.put(output.name(), outputs.size());
        }
        this.ends = new long[outputs.size()];
        this.levels = manifest.levels();
        this.first = manifest.ranges().first();
        this.end = manifest.nextRange();
        this.next = first;
    }

    /** Opens the log of a run directory. */
    static RecordedRanges open(Path directory, Manifest manifest) throws IOException {
        Path file = directory.resolve(RangeLog.FILE_NAME);
        return new RecordedRanges(file, Files.newBufferedReader(file, StandardCharsets.ISO_8859_1), manifest);
    }

    /**
     * The next range; null after the last that the manifest knows of.
     *
     * @throws RunRefusedException if the line is not the one that was written
     */
    @Nullable
    RecordedRange next() throws IOException, RunRefusedException {
        if (next == end) {
            return null;
        }
        String line = lines.readLine();
        try {
            RecordedRange range = line == null ? null : parse(JSON.readTree(line));
            if (range != null && range.index() == next && isAt(range.level())) {
                next++;
                return range;
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw changed(e);
        }
        throw changed(null);
    }

    private boolean isAt(DegradationLevel level) {
        while (span < levels.size() && levels.get(span).to() <= next) {
            span++;
        }
        return span < levels.size()
                && levels.get(span).from() <= next
                && levels.get(span).level() == level;
    }

    private RunRefusedException changed(@Nullable Exception cause) {
        String message =
                file + ": line " + (next - first + 1) + " is not that of range " + next + "; put back what was written";
        return cause == null ? new RunRefusedException(message) : new RunRefusedException(message, cause);
    }

    private RecordedRange parse(JsonNode line) {
        List<RecordedRange.@Nullable Part> parts = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            parts.add(null);
        }
        line.path("outputs").properties().forEach(field -> {
            Integer output = outputs.get(field.getKey());
            JsonNode value = field.getValue();
            long end = value.path("end").asLong(-1);
            if (output == null || end < ends[output]) {
                throw new IllegalArgumentException(field.getKey());
            }
            Segment segment = new Segment(
                    ends[output],
                    end,
                    HexFormat.fromHexDigits(value.path("crc32c").asText()));
            parts.set(output, new RecordedRange.Part(value.path("rows").asLong(), segment));
            ends[output] = end;
        });
        return new RecordedRange(
                line.path("range").asLong(-1),
                DegradationLevel.valueOf(line.path("level").asText()),
                line.path("entries").asLong(),
                parts);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
