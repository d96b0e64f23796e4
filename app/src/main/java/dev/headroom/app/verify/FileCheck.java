package dev.headroom.app.verify;

import dev.headroom.app.run.OutputState;
import dev.headroom.sink.Compression;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Checks one file, range after range. Used by one thread at a time. */
final class FileCheck implements Closeable {
    private static final int LONGEST_FOOTER = 1 << 10;

    private final OutputState output;
    private final Findings findings;
    private final Records records;
    private final Compression.Method compression;
    private final @Nullable RandomAccessFile file;
    private final long length;
    private final CRC32C checksum = new CRC32C();
    private long position;
    private long rows;
    private long rowsBefore;
    private long ranges;

    /** Whether the log's positions of this file make sense so far; what comes after one that does not cannot be found. */
    private boolean positionsSound = true;

    private FileCheck(
            OutputState output,
            Findings findings,
            Records records,
            Compression.Method compression,
            @Nullable RandomAccessFile file,
            long length) {
        this.output = output;
        this.findings = findings;
        this.records = records;
        this.compression = compression;
        this.file = file;
        this.length = length;
    }

    /** Opens a file; one that is not there, or cannot be read, is a violation if there should be anything in it. */
    static FileCheck open(
            Path directory, OutputState output, Findings findings, Records records, Compression.Method compression) {
        RandomAccessFile file = null;
        long length = 0;
        try {
            file = new RandomAccessFile(directory.resolve(output.name()).toFile(), "r");
            length = file.length();
            if (length < output.bytes()) {
                findings.violation(
                        output.name(), "it has " + length + " bytes, the manifest knows of " + output.bytes());
            }
        } catch (FileNotFoundException e) {
            if (output.bytes() > 0) {
                findings.violation(
                        output.name(), "it is missing, or cannot be read; it should have " + output.bytes() + " bytes");
            }
        } catch (IOException e) {
            findings.violation(output.name(), "it cannot be read: " + e.getMessage());
        }
        return new FileCheck(output, findings, records, compression, file, length);
    }

    OutputState output() {
        return output;
    }

    /** Rows that the log names so far. */
    long rows() {
        return rows;
    }

    /** End of the last range that the log names so far. */
    long position() {
        return position;
    }

    /** Ranges with a part in the file, so far. */
    long ranges() {
        return ranges;
    }

    /** Checks the parts of further ranges. */
    void check(List<LoggedRange> further, byte[] buffer, Expander expander) {
        for (LoggedRange range : further) {
            LoggedRange.Part part = range.parts().get(output.name());
            if (part != null && positionsSound) {
                check(range.index(), part, buffer, expander);
            }
        }
    }

    private void check(long range, LoggedRange.Part part, byte[] buffer, Expander expander) {
        long start = position;
        if (part.end() < start) {
            positionsSound = false;
            findings.violation(
                    output.name(),
                    "range " + range + ": ranges.ndjson lets it end at byte " + part.end() + ", before its start at "
                            + start);
            return;
        }
        position = part.end();
        rowsBefore = rows;
        rows += part.rows();
        ranges++;
        if (file == null) {
            return;
        }
        if (length < part.end()) {
            if (length >= start) {
                findings.violation(
                        output.name(),
                        "range " + range + " (bytes " + start + " to " + part.end() + "): the file ends at byte "
                                + length);
            }
            return;
        }
        try {
            read(range, start, part, buffer, expander);
        } catch (IOException e) {
            findings.violation(output.name(), "range " + range + ": it cannot be read: " + e.getMessage());
        }
    }

    private void read(long range, long start, LoggedRange.Part part, byte[] buffer, Expander expander)
            throws IOException {
        RandomAccessFile in = file;
        if (in == null) {
            return;
        }
        in.seek(start);
        checksum.reset();
        expander.begin();
        records.begin(start == 0, rowsBefore == 0);
        boolean sound = true;
        for (long at = start; at < part.end(); ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, part.end() - at));
            if (read < 0) {
                throw new IOException("it ends at byte " + at);
            }
            checksum.update(buffer, 0, read);
            sound = sound && takes(range, start, expander, buffer, read);
            at += read;
        }
        String found = HexFormat.of().toHexDigits((int) checksum.getValue());
        if (!found.equals(part.crc32c())) {
            findings.violation(
                    output.name(),
                    "range " + range + " (bytes " + start + " to " + part.end() + "): the checksum is " + found
                            + ", ranges.ndjson says " + part.crc32c());
        }
        if (sound && ends(range, start, expander) && records.count() != part.rows()) {
            findings.violation(
                    output.name(),
                    "range " + range + " (bytes " + start + " to " + part.end() + "): there are " + records.count()
                            + " records, ranges.ndjson says " + part.rows());
        }
    }

    private boolean takes(long range, long start, Expander expander, byte[] bytes, int length) {
        try {
            expander.accept(bytes, 0, length, records);
            return true;
        } catch (DamageException e) {
            damaged(range, start, e);
            return false;
        }
    }

    private boolean ends(long range, long start, Expander expander) {
        try {
            expander.end();
            records.end();
            return true;
        } catch (DamageException e) {
            damaged(range, start, e);
            return false;
        }
    }

    private void damaged(long range, long start, DamageException damage) {
        boolean inRecord = damage instanceof DamagedRecordException;
        String place = inRecord && compression != Compression.Method.NONE
                ? "byte " + damage.offset() + " of its expanded data"
                : "byte " + (start + damage.offset());
        if (inRecord) {
            place += ", record " + (rowsBefore + records.count() + 1) + " of the file";
        }
        findings.violation(output.name(), "range " + range + ", " + place + ": " + damage.getMessage());
    }

    /**
     * Checks what follows the last range.
     *
     * @param complete whether nothing may follow but what ends the format
     */
    void checkTail(boolean complete, byte[] buffer, Expander expander) {
        if (file == null || !positionsSound || length < position) {
            return;
        }
        String footer = records.footer(rows == 0);
        try {
            if (length == position ? footer.isEmpty() : footer.equals(tail(file, buffer, expander))) {
                return;
            }
        } catch (IOException e) {
            findings.violation(output.name(), "what follows byte " + position + " cannot be read: " + e.getMessage());
            return;
        }
        if (complete) {
            findings.violation(
                    output.name(),
                    footer.isEmpty()
                            ? "there are " + (length - position) + " bytes after the last range, which ends at byte "
                                    + position
                            : "after the last range, which ends at byte " + position
                                    + ", the end of the array is missing or not alone");
        } else if (length > position) {
            findings.note(
                    output.name(),
                    (length - position) + " bytes after the last checkpoint at byte " + position
                            + ", which resuming takes away");
        }
    }

    /** What follows the last range, expanded; null if it is long, or damaged. */
    private @Nullable String tail(RandomAccessFile in, byte[] buffer, Expander expander) throws IOException {
        if (length - position > Math.min(LONGEST_FOOTER, buffer.length)) {
            return null;
        }
        int size = (int) (length - position);
        in.seek(position);
        in.readFully(buffer, 0, size);
        ByteArrayOutputStream expanded = new ByteArrayOutputStream();
        try {
            expander.begin();
            expander.accept(buffer, 0, size, (bytes, start, end) -> expanded.write(bytes, start, end - start));
            expander.end();
        } catch (DamageException e) {
            return null;
        }
        return expanded.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
