package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.Compression;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkRequest;
import dev.headroom.table.RecordBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileSinkTest {
    @TempDir
    Path directory;

    private final SampleTable table = SampleTable.random(42, 900);

    static Stream<FileSinkProvider> providers() throws IOException {
        List<FileSinkProvider> all = new ArrayList<>();
        for (FileSinkProvider format :
                List.of(new CsvSinkProvider(), new JsonSinkProvider(), new NdjsonSinkProvider())) {
            for (Compression.Method method : Compression.Method.values()) {
                all.add(Encoded.compressed(format, method));
            }
        }
        return all.stream();
    }

    private Path file(FileSinkProvider provider) {
        return directory.resolve(provider.fileNames(table.schema()).get(0));
    }

    private EncodingSink open(FileSinkProvider provider, long position) throws IOException {
        return provider.open(new SinkRequest(table.schema(), directory, position));
    }

    private static int checksum(byte[] bytes, Segment segment) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, (int) segment.start(), (int) segment.length());
        return (int) checksum.getValue();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void segmentsCoverTheFileAndCarryItsChecksums(FileSinkProvider provider) throws IOException {
        List<Segment> segments = new ArrayList<>();
        try (EncodingSink sink = open(provider, 0)) {
            for (RecordBatch batch : table.batches(250)) {
                sink.write(batch);
                segments.add(sink.cutSegment());
            }
            segments.add(sink.cutSegment());
            sink.force();
            sink.finish();
        }
        byte[] bytes = Files.readAllBytes(file(provider));
        long position = 0;
        for (Segment segment : segments) {
            assertThat(segment.start()).isEqualTo(position);
            assertThat(segment.checksum()).isEqualTo(checksum(bytes, segment));
            position = segment.end();
        }
        assertThat(position).isEqualTo(bytes.length - footer(provider));
        assertThat(segments.get(segments.size() - 1)).isEqualTo(new Segment(position, position, 0));
    }

    /** Bytes beyond the last position: a line feed, a bracket, a line feed, and what makes a frame of them. */
    private static long footer(FileSinkProvider provider) {
        if (!provider.format().equals("json")) {
            return 0;
        }
        String name = provider.fileNames(SampleTable.random(1, 1).schema()).get(0);
        return 3L + (name.endsWith(".gz") ? 23 : name.endsWith(".zst") ? 12 : 0);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void encodersAndTheSinkItselfWriteTheSameBytes(FileSinkProvider provider) throws IOException {
        byte[] written = Encoded.segments(provider, directory, table.batches(100));
        try (EncodingSink sink = open(provider, 0)) {
            BatchEncoder[] encoders = {sink.newEncoder(), sink.newEncoder()};
            EncodingBuffer buffer = new EncodingBuffer(1000);
            int segment = 0;
            for (RecordBatch batch : table.batches(100)) {
                BatchEncoder encoder = encoders[segment++ % 2];
                for (int row = 0; row < batch.rowCount(); ) {
                    row = encoder.encode(batch, row, buffer);
                    sink.append(buffer.array(), 0, buffer.size());
                    buffer.clear();
                }
                encoder.endSegment(buffer);
                sink.append(buffer.array(), 0, buffer.size());
                buffer.clear();
                sink.cutSegment();
            }
            sink.finish();
        }
        assertThat(Files.readAllBytes(file(provider))).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void reopenedAtAnySegmentEndItGoesOnAsIfNeverStopped(FileSinkProvider provider) throws IOException {
        List<RecordBatch> batches = table.batches(90);
        byte[] whole = Encoded.segments(provider, directory, batches);
        for (int stop = 0; stop < batches.size(); stop++) {
            Segment last;
            try (EncodingSink sink = open(provider, 0)) {
                for (RecordBatch batch : batches.subList(0, stop)) {
                    sink.write(batch);
                    sink.cutSegment();
                }
                last = sink.cutSegment();
                sink.write(batches.get(stop)); // lost with the stop
            }
            Segment first;
            try (EncodingSink sink = open(provider, last.end())) {
                sink.write(batches.get(stop));
                first = sink.cutSegment();
                for (RecordBatch batch : batches.subList(stop + 1, batches.size())) {
                    sink.write(batch);
                    sink.cutSegment();
                }
                sink.finish();
            }
            assertThat(Files.readAllBytes(file(provider))).isEqualTo(whole);
            assertThat(first).isEqualTo(new Segment(last.end(), first.end(), checksum(whole, first)));
        }
    }

    /** What a repair does: the rows of some segments are exchanged, even of the first that has any. */
    @ParameterizedTest
    @MethodSource("providers")
    void theRowsOfASegmentCanBecomeOneAtAnotherPlace(FileSinkProvider provider) throws IOException {
        List<RecordBatch> batches = table.batches(300);
        byte[] whole = Encoded.segments(provider, directory, batches);
        Path lacking = Files.createDirectory(directory.resolve("lacking"));
        Segment first;
        List<Segment> segments = new ArrayList<>();
        try (EncodingSink sink = provider.open(SinkRequest.create(table.schema(), lacking))) {
            first = sink.cutSegment();
            for (RecordBatch batch : batches.subList(1, batches.size())) {
                sink.write(batch);
                segments.add(sink.cutSegment());
            }
            byte[] bytes = Files.readAllBytes(lacking.resolve(file(provider).getFileName()));
            assertThat(first).isEqualTo(new Segment(0, first.end(), checksum(bytes, first)));
            try (EncodingSink repaired = open(provider, 0)) {
                repaired.write(batches.get(0));
                repaired.cutSegment();
                for (Segment segment : segments) {
                    repaired.append(bytes, (int) sink.rowsStart(segment), (int) segment.end());
                    repaired.cutSegment();
                }
                repaired.finish();
            }
        }
        assertThat(Files.readAllBytes(file(provider))).isEqualTo(whole);
    }

    @Test
    void aJsonArrayIsWholeAfterEveryCleanStop() throws IOException {
        JsonSinkProvider provider = new JsonSinkProvider();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(Encoded.file(provider, directory, table.batches(900))))
                .hasSize(900);
        try (EncodingSink sink = open(provider, 0)) {
            assertThat(sink.cutSegment()).extracting(Segment::end).isEqualTo(1L);
            sink.finish();
        }
        assertThat(file(provider)).hasContent("[]\n");
        Segment segment;
        try (EncodingSink sink = open(provider, 1)) {
            sink.write(table.batches(10).get(0));
            segment = sink.cutSegment();
            sink.finish();
        }
        assertThat(mapper.readTree(file(provider).toFile())).hasSize(10);
        try (EncodingSink sink = open(provider, segment.end())) {
            sink.write(table.batches(7).get(0));
            sink.finish();
        }
        assertThat(mapper.readTree(file(provider).toFile())).hasSize(17);
    }

    @Test
    void aTableWithoutRowsHasItsHeader() throws IOException {
        SampleTable empty = SampleTable.random(42, 0);
        try (EncodingSink sink = new CsvSinkProvider().open(SinkRequest.create(empty.schema(), directory))) {
            sink.finish();
            assertThat(sink.cutSegment().end()).isEqualTo(Files.size(file(new CsvSinkProvider())));
        }
        assertThat(file(new CsvSinkProvider()))
                .content(UTF_8)
                .startsWith(empty.schema().columns().get(0).name())
                .endsWith("\n");
    }

    @Test
    void reopeningAtTheStartEmptiesTheFile() throws IOException {
        byte[] whole = Encoded.file(new CsvSinkProvider(), directory, table.batches(900));
        Files.write(file(new CsvSinkProvider()), new byte[whole.length + 100]);
        assertThat(Encoded.file(new CsvSinkProvider(), directory, table.batches(900)))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aFileThatLacksBytesIsRefused(FileSinkProvider provider) throws IOException {
        Files.write(file(provider), new byte[99]);
        assertThatThrownBy(() -> open(provider, 100))
                .isInstanceOf(IOException.class)
                .hasMessage(file(provider) + " is too short: it has 99 of 100 bytes");
        assertThat(file(provider)).hasSize(99);
        Files.delete(file(provider));
        assertThatThrownBy(() -> open(provider, 100))
                .isInstanceOf(IOException.class)
                .hasMessage(file(provider) + " does not exist; it should have 100 bytes");
        assertThat(file(provider)).doesNotExist();
    }

    @Test
    void aPathThatCannotBeAFileIsNamed() throws IOException {
        CsvSinkProvider provider = new CsvSinkProvider();
        Files.createDirectory(file(provider));
        assertThatThrownBy(() -> open(provider, 0))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot open " + file(provider) + ": ");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aFullDiskIsAnErrorThatNamesTheFile(FileSinkProvider provider) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full));
        Files.createSymbolicLink(file(provider), full);
        assertThatThrownBy(() -> {
                    try (EncodingSink sink = open(provider, 0)) {
                        sink.write(table.batches(900).get(0));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write " + file(provider) + ": ");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aClosedSinkIsAnErrorThatNamesTheFile(FileSinkProvider provider) throws IOException {
        EncodingSink sink = open(provider, 0);
        sink.close();
        sink.close();
        assertThatThrownBy(() -> sink.append(new byte[1], 0, 1))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write " + file(provider) + ": ");
        assertThatThrownBy(sink::force)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot sync " + file(provider) + ": ");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anInterruptDoesNotStopAWrite(FileSinkProvider provider) throws IOException {
        try (EncodingSink sink = open(provider, 0)) {
            Thread.currentThread().interrupt();
            sink.append("row\n".getBytes(UTF_8), 0, 4);
            sink.force();
            assertThat(Thread.interrupted()).isTrue();
        }
        byte[] bytes = Files.readAllBytes(file(provider));
        assertThat(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length))
                .asString(UTF_8)
                .isEqualTo("row\n");
    }
}
