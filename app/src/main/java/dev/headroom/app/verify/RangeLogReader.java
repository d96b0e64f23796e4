package dev.headroom.app.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the log of ranges line after line, up to the length that the manifest knows of. */
final class RangeLogReader implements Closeable {
    private static final int LONGEST_LINE = 1 << 20;
    private static final ObjectReader LINE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readerFor(LoggedRange.class);

    private final InputStream in;
    private final long length;
    private long position;
    private long lineNumber;

    RangeLogReader(Path file, long length) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        this.length = length;
    }

    /** The next range; null after the last one. */
    @Nullable
    LoggedRange next() throws IOException, DamageException {
        long start = position;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (position < length) {
            int b = in.read();
            if (b < 0) {
                throw new DamageException(
                        "the file ends at byte " + position + "; the manifest knows of " + length, position);
            }
            position++;
            if (b == '\n') {
                lineNumber++;
                return parse(line.toByteArray(), start);
            }
            if (line.size() == LONGEST_LINE) {
                break;
            }
            line.write(b);
        }
        if (line.size() > 0) {
            throw new DamageException("line " + (lineNumber + 1) + " does not end", start);
        }
        return null;
    }

    private LoggedRange parse(byte[] line, long start) throws IOException, DamageException {
        try {
            LoggedRange range = LINE.readValue(line);
            boolean sound = range != null
                    && range.parts().values().stream()
                            .allMatch(part -> part != null && part.rows() >= 0 && part.crc32c() != null);
            if (sound) {
                return range;
            }
        } catch (JsonProcessingException e) {
            throw new DamageException(
                    "line " + lineNumber + " is not that of a range: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    start);
        }
        throw new DamageException("line " + lineNumber + " is not that of a range", start);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
