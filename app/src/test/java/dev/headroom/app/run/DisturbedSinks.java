package dev.headroom.app.run;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.Compression;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A format whose sinks ask before each call what is to happen in its place, and remember how much of each file is durable. */
final class DisturbedSinks implements SinkProvider {
    /** Decides over calls of all sinks. */
    @FunctionalInterface
    interface Disturbance {
        /** Returns to let a call be made, or throws instead. */
        void beforeCall(String call) throws IOException;

        /** Lets a fault strike once: in the place of the given call of a kind, from 1. */
        static Disturbance once(String kind, int which, Fault fault) {
            AtomicInteger left = new AtomicInteger(which);
            return call -> {
                if (call.equals(kind) && left.decrementAndGet() == 0) {
                    fault.strike();
                }
            };
        }
    }

    /** What happens in the place of a call. */
    @FunctionalInterface
    interface Fault {
        void strike() throws IOException;
    }

    private final SinkProvider whole;
    private final Disturbance disturbance;
    private final Map<Path, Long> durable;

    DisturbedSinks(SinkProvider whole, Disturbance disturbance) {
        this(whole, disturbance, new ConcurrentHashMap<>());
    }

    private DisturbedSinks(SinkProvider whole, Disturbance disturbance, Map<Path, Long> durable) {
        this.whole = whole;
        this.disturbance = disturbance;
        this.durable = durable;
    }

    /** The length up to which each file that was ever forced has been forced. */
    Map<Path, Long> durableLengths() {
        return durable;
    }

    @Override
    public String format() {
        return whole.format();
    }

    @Override
    public String description() {
        return whole.description();
    }

    @Override
    public boolean resumable() {
        return whole.resumable();
    }

    @Override
    public long encoderBytes(List<TableSchema> tables) {
        return whole.encoderBytes(tables);
    }

    @Override
    public Optional<SinkProvider> compressed(Compression compression) throws IOException {
        return whole.compressed(compression).map(compressed -> new DisturbedSinks(compressed, disturbance, durable));
    }

    @Override
    public List<String> fileNames(TableSchema schema) {
        return whole.fileNames(schema);
    }

    @Override
    public TableSink open(SinkRequest request) throws IOException {
        disturbance.beforeCall("open");
        Path file = request.directory().resolve(fileNames(request.schema()).get(0));
        return new Disturbed((EncodingSink) whole.open(request), file);
    }

    private final class Disturbed implements EncodingSink {
        private final EncodingSink sink;
        private final Path file;

        Disturbed(EncodingSink sink, Path file) {
            this.sink = sink;
            this.file = file;
        }

        @Override
        public BatchEncoder newEncoder() {
            return sink.newEncoder();
        }

        @Override
        public void append(byte[] rows, int start, int end) throws IOException {
            try {
                disturbance.beforeCall("append");
            } catch (IOException e) {
                // What a failing disk does: a part is there, then the error.
                sink.append(rows, start, start + (end - start) / 2);
                throw e;
            }
            sink.append(rows, start, end);
        }

        @Override
        public long rowsStart(Segment segment) {
            return sink.rowsStart(segment);
        }

        @Override
        public void write(RecordBatch batch) throws IOException {
            sink.write(batch);
        }

        @Override
        public Segment cutSegment() throws IOException {
            disturbance.beforeCall("cut");
            return sink.cutSegment();
        }

        @Override
        public void flush() throws IOException {
            disturbance.beforeCall("flush");
            sink.flush();
        }

        @Override
        public void force() throws IOException {
            disturbance.beforeCall("force");
            long length = Files.size(file);
            sink.force();
            durable.put(file, length);
        }

        @Override
        public void finish() throws IOException {
            disturbance.beforeCall("finish");
            sink.finish();
        }

        @Override
        public void close() throws IOException {
            sink.close();
            disturbance.beforeCall("close");
        }
    }
}
