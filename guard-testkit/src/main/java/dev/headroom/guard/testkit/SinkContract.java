package dev.headroom.guard.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.ResumableSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link SinkProvider} and its sinks owe. Extend it, and name the provider. What a sink is decides what is asked of it: {@link
 * TableSink}, {@link ResumableSink} or {@link EncodingSink}.
 */
public abstract class SinkContract {
    private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int ROWS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private int directories;

    /** For subclasses. */
    protected SinkContract() {}

    /**
     * Makes the provider as {@link ServiceLoader} does.
     *
     * @return a new provider
     */
    protected abstract SinkProvider provider();

    /**
     * Says whether the provider is found with {@link ServiceLoader}.
     *
     * @return true unless overridden
     */
    protected boolean registered() {
        return true;
    }

    /**
     * Says whether a reader of the format can tell an absent text from an empty one.
     *
     * @return true unless overridden
     */
    protected boolean tellsNullFromEmpty() {
        return true;
    }

    /**
     * Says whether what is written of a table without rows names its columns.
     *
     * @return false unless overridden
     */
    protected boolean hasHeader() {
        return false;
    }

    /**
     * Says whether the positions of segments are those of bytes in the provider's one file, so that checksums are theirs.
     *
     * @return true unless overridden, as for compressed files
     */
    protected boolean positionsAreBytes() {
        return true;
    }

    /**
     * Reads what was written of a table, as its reader sees it: decompressed where it is compressed. The files, one after the other,
     * unless overridden, as it must be for a sink that writes elsewhere.
     *
     * @param from the directory that the sink was given
     * @param schema the table
     * @return all that is there
     * @throws IOException if it cannot be read
     */
    protected byte[] content(Path from, TableSchema schema) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : provider().fileNames(schema)) {
            all.write(Files.readAllBytes(from.resolve(name)));
        }
        return all.toByteArray();
    }

    private Path newDirectory() throws IOException {
        return Files.createDirectory(directory.resolve("d" + directories++));
    }

    private TableSink open(Path in, long position) throws IOException {
        return provider().open(new SinkRequest(SampleRows.schema(), in, position));
    }

    private byte[] written(List<RecordBatch> batches) throws IOException {
        TableSchema schema =
                batches.isEmpty() ? SampleRows.schema() : batches.get(0).schema();
        Path in = newDirectory();
        try (TableSink sink = provider().open(SinkRequest.create(schema, in))) {
            for (RecordBatch batch : batches) {
                sink.write(batch);
            }
            sink.finish();
        }
        return content(in, schema);
    }

    private byte[] whole() throws IOException {
        return written(SampleRows.batches(ROWS, ROWS));
    }

    private static void assertSame(byte[] expected, byte[] actual, String what) {
        int at = Arrays.mismatch(expected, actual);
        assertTrue(
                at < 0,
                () -> what + " differs from byte " + at + " on: " + around(expected, at) + " is " + around(actual, at));
    }

    private static String around(byte[] bytes, int at) {
        return HexFormat.of().formatHex(bytes, Math.min(at, bytes.length), Math.min(at + 16, bytes.length));
    }

    /** Users write the format's name; files belong to one table and are always the same. */
    @Test
    public final void theProviderSaysWhatItOffers() {
        SinkProvider provider = provider();
        assertTrue(
                FORMAT.matcher(provider.format()).matches(), "'" + provider.format() + "' cannot be a format's name");
        ProbeAssertions.assertOneLine("the description", provider.description());
        List<String> files = provider.fileNames(SampleRows.schema());
        assertEquals(files, provider.fileNames(SampleRows.schema()));
        for (String other :
                provider.fileNames(SampleRows.single(SampleRows.Single.TEXT).schema())) {
            assertFalse(files.contains(other), "two tables share the file " + other);
        }
        for (String file : files) {
            assertEquals(Path.of(file), Path.of(file).getFileName(), "a file is in the run directory itself");
        }
    }

    /** It is public, can be made without parameters, and is named in META-INF/services or a provides clause. */
    @Test
    public final void isFound() {
        boolean found = ServiceLoader.load(SinkProvider.class).stream()
                .anyMatch(candidate -> candidate.type().equals(provider().getClass()));
        assertEquals(registered(), found, provider().getClass() + " is found with ServiceLoader");
    }

    /** The sinks are what the provider says. */
    @Test
    public final void resumableIsWhatItSays() throws IOException {
        try (TableSink sink = open(newDirectory(), 0)) {
            assertEquals(
                    provider().resumable(),
                    sink instanceof ResumableSink,
                    sink.getClass().getName());
        }
    }

    /** Where batches are cut does not show. */
    @Test
    public final void bytesDoNotDependOnBatches() throws IOException {
        byte[] whole = whole();
        assertTrue(whole.length > 0, "nothing was written");
        for (int capacity : new int[] {1, 7, 64}) {
            assertSame(whole, written(SampleRows.batches(ROWS, capacity)), "with batches of " + capacity + " rows, it");
        }
    }

    /** The user's language and time zone do not show. */
    @Test
    public final void bytesDoNotDependOnLocaleAndTimeZone() throws IOException {
        byte[] whole = whole();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertSame(whole, whole(), "in another locale, it");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** A flush may come at any time and changes nothing. */
    @Test
    public final void aFlushChangesNothing() throws IOException {
        Path in = newDirectory();
        try (TableSink sink = open(in, 0)) {
            sink.flush();
            for (RecordBatch batch : SampleRows.batches(ROWS, 50)) {
                sink.write(batch);
                sink.flush();
                sink.flush();
            }
            sink.finish();
        }
        assertSame(whole(), content(in, SampleRows.schema()), "with flushes, it");
    }

    /** Every file that was announced is there, even for a table without rows. */
    @Test
    public final void aTableWithoutRowsIsWhole() throws IOException {
        String empty = new String(written(List.of()), StandardCharsets.UTF_8);
        for (var column : SampleRows.schema().columns()) {
            assertEquals(hasHeader(), empty.contains(column.name()), "the header names " + column.name());
        }
    }

    /** Null is not empty, where the format can tell; a value is neither; an override stands in the place of a value. */
    @Test
    public final void nullsEmptyTextsAndOverridesShow() throws IOException {
        String absent = single(SampleRows.Single.NULL);
        String empty = single(SampleRows.Single.EMPTY);
        String there = single(SampleRows.Single.TEXT);
        assertEquals(tellsNullFromEmpty(), !absent.equals(empty), "null as " + absent + ", empty as " + empty);
        assertNotEquals(there, empty);
        assertNotEquals(there, absent);
        assertTrue(there.contains("there"), there);
        assertTrue(single(SampleRows.Single.OVERRIDDEN).contains("there"), "the override is not shown");
    }

    private String single(SampleRows.Single value) throws IOException {
        return new String(written(List.of(SampleRows.single(value))), StandardCharsets.UTF_8);
    }

    /** A batch is its caller's again after the call. */
    @Test
    public final void batchesAreNotKept() throws IOException {
        Path in = newDirectory();
        try (TableSink sink = open(in, 0)) {
            for (RecordBatch batch : SampleRows.batches(ROWS, 60)) {
                sink.write(batch);
                batch.clear();
                Arrays.fill(batch.longs("line").values(), 99);
            }
            sink.finish();
        }
        assertSame(whole(), content(in, SampleRows.schema()), "with batches that are reused, it");
    }

    /** Closing is all that is called after a failure: it needs no finish, and can come twice. */
    @Test
    public final void closeComesAnyTime() throws IOException {
        TableSink sink = open(newDirectory(), 0);
        sink.write(SampleRows.batches(10, 10).get(0));
        sink.close();
        assertDoesNotThrow(sink::close, "closed twice");
    }

    /** The segments follow one another without a gap, and their checksums are those of what is written. */
    @Test
    public final void segmentsAreWhatWasWritten() throws IOException {
        if (!provider().resumable()) {
            return;
        }
        Path in = newDirectory();
        List<Segment> segments = new ArrayList<>();
        try (ResumableSink sink = assertInstanceOf(ResumableSink.class, open(in, 0))) {
            for (RecordBatch batch : SampleRows.batches(ROWS, 70)) {
                sink.write(batch);
                segments.add(sink.cutSegment());
            }
            segments.add(sink.cutSegment());
            sink.force();
            sink.finish();
        }
        byte[] bytes = positionsAreBytes() ? content(in, SampleRows.schema()) : new byte[0];
        long position = 0;
        for (Segment segment : segments) {
            assertEquals(position, segment.start(), "a gap between segments");
            position = segment.end();
            if (positionsAreBytes()) {
                CRC32C checksum = new CRC32C();
                checksum.update(bytes, (int) segment.start(), (int) segment.length());
                assertEquals((int) checksum.getValue(), segment.checksum(), "checksum of " + segment);
            }
        }
        Segment last = segments.get(segments.size() - 1);
        assertEquals(new Segment(position, position, 0), last, "a segment without rows");
    }

    /** Reopened where a segment ended, it goes on as if it was never stopped, whatever was written or finished since. */
    @Test
    public final void reopenedItGoesOn() throws IOException {
        if (!provider().resumable()) {
            return;
        }
        byte[] whole = whole();
        List<RecordBatch> batches = SampleRows.batches(ROWS, 40);
        for (boolean finished : new boolean[] {false, true}) {
            for (int stop = 0; stop < batches.size(); stop++) {
                Path in = newDirectory();
                long position = writtenUntil(in, batches, stop, finished);
                try (TableSink sink = open(in, position)) {
                    for (RecordBatch batch : batches.subList(stop, batches.size())) {
                        sink.write(batch);
                    }
                    sink.finish();
                }
                assertSame(whole, content(in, SampleRows.schema()), "stopped after batch " + stop + ", it");
            }
        }
    }

    /** Stops either cleanly, or after rows that are lost. */
    private long writtenUntil(Path in, List<RecordBatch> batches, int stop, boolean finished) throws IOException {
        try (ResumableSink sink = assertInstanceOf(ResumableSink.class, open(in, 0))) {
            for (RecordBatch batch : batches.subList(0, stop)) {
                sink.write(batch);
            }
            Segment last = sink.cutSegment();
            sink.force();
            if (finished) {
                sink.finish();
            } else {
                sink.write(batches.get(stop));
                sink.flush();
            }
            return last.end();
        }
    }

    /** Encoders that take turns with the segments, with small buffers, make the bytes that the sink itself makes. */
    @Test
    public final void encodersMakeTheSameBytes() throws IOException {
        Path in = newDirectory();
        try (TableSink opened = open(in, 0)) {
            if (!(opened instanceof EncodingSink sink)) {
                return;
            }
            BatchEncoder[] encoders = {sink.newEncoder(), sink.newEncoder()};
            EncodingBuffer buffer = new EncodingBuffer(200);
            int turn = 0;
            for (RecordBatch segment : SampleRows.batches(ROWS, 64)) {
                BatchEncoder encoder = encoders[turn++ % encoders.length];
                for (int row = 0; row < segment.rowCount(); ) {
                    int next = encoder.encode(segment, row, buffer);
                    assertTrue(
                            next > row && next <= segment.rowCount(),
                            "an encoder went from row " + row + " to " + next);
                    row = next;
                    append(buffer, sink);
                }
                encoder.endSegment(buffer);
                append(buffer, sink);
                sink.cutSegment();
            }
            sink.finish();
        }
        assertSame(whole(), content(in, SampleRows.schema()), "with encoders, it");
    }

    private static void append(EncodingBuffer buffer, EncodingSink sink) throws IOException {
        sink.append(buffer.array(), 0, buffer.size());
        buffer.clear();
    }

    /** A buffer that holds something keeps it, and rows come behind it. */
    @Test
    public final void encodersAppend() throws IOException {
        try (TableSink opened = open(newDirectory(), 0)) {
            if (!(opened instanceof EncodingSink sink)) {
                return;
            }
            RecordBatch batch = SampleRows.batches(3, 3).get(0);
            EncodingBuffer alone = new EncodingBuffer(1 << 16);
            encodeAll(sink.newEncoder(), batch, alone);
            EncodingBuffer behind = new EncodingBuffer(1 << 16);
            behind.append(new byte[] {1, 2, 3}, 0, 3);
            encodeAll(sink.newEncoder(), batch, behind);
            byte[] expected = new byte[alone.size() + 3];
            System.arraycopy(new byte[] {1, 2, 3}, 0, expected, 0, 3);
            System.arraycopy(alone.array(), 0, expected, 3, alone.size());
            assertArrayEquals(expected, Arrays.copyOf(behind.array(), behind.size()));
        }
    }

    private static void encodeAll(BatchEncoder encoder, RecordBatch batch, EncodingBuffer into) {
        assertEquals(batch.rowCount(), encoder.encode(batch, 0, into), "three rows fit into the buffer");
        encoder.endSegment(into);
    }
}
