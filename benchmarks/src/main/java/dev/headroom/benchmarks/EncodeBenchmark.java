package dev.headroom.benchmarks;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sinks.CsvSinkProvider;
import dev.headroom.sinks.NdjsonSinkProvider;
import dev.headroom.table.RecordBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Journal lines to bytes, and to a file. {@code bytes} is bytes per second, {@code rows} rows per second.
 *
 * <p>The file is in the directory that the system property {@code headroom.benchmark.directory} names, by default the one for
 * temporary files; it is emptied whenever it has 256 MB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodeBenchmark {
    private static final long MOST_BYTES = 256L << 20;

    /** The format's name. */
    @Param({"csv", "ndjson"})
    public String format = "csv";

    /** What the pipeline gives an encoder at a time. */
    @Param("262144")
    public int bufferSize;

    private RecordBatch batch;
    private EncodingSink sink;
    private EncodingBuffer buffer;
    private BatchEncoder encoder;
    private Path directory;
    private SinkRequest request;
    private long written;

    /** What was encoded. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Bytes. */
        public long bytes;

        /** Rows. */
        public long rows;
    }

    /** Opens the sink. */
    @Setup
    public void open() throws IOException {
        batch = JournalBatch.create();
        directory = Files.createTempDirectory(
                Path.of(System.getProperty("headroom.benchmark.directory", System.getProperty("java.io.tmpdir"))),
                "encode");
        request = SinkRequest.create(batch.schema(), directory);
        sink = openSink();
        encoder = sink.newEncoder();
        buffer = new EncodingBuffer(bufferSize);
    }

    private EncodingSink openSink() throws IOException {
        SinkProvider provider = format.equals("csv") ? new CsvSinkProvider() : new NdjsonSinkProvider();
        written = 0;
        return (EncodingSink) provider.open(request);
    }

    /** Closes the sink and deletes its file. */
    @TearDown
    public void close() throws IOException {
        sink.close();
        for (Path file : List.of(directory.resolve(batch.schema().name() + "." + format), directory)) {
            Files.delete(file);
        }
    }

    /** Encoding alone. */
    @Benchmark
    public void encode(Volume volume) {
        for (int row = 0; row < batch.rowCount(); ) {
            buffer.clear();
            row = encoder.encode(batch, row, buffer);
            volume.bytes += buffer.size();
        }
        volume.rows += batch.rowCount();
    }

    /** Encoding, the checksum, and the file. */
    @Benchmark
    public void encodeAndWrite(Volume volume) throws IOException {
        for (int row = 0; row < batch.rowCount(); ) {
            buffer.clear();
            row = encoder.encode(batch, row, buffer);
            sink.append(buffer.array(), 0, buffer.size());
            written += buffer.size();
            volume.bytes += buffer.size();
        }
        volume.rows += batch.rowCount();
        if (written > MOST_BYTES) {
            sink.close();
            sink = openSink();
        }
    }
}
