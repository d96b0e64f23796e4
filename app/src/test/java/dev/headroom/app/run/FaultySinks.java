package dev.headroom.app.run;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A format's provider whose sinks do something else, once, in the place of a given append: throw, usually. */
final class FaultySinks implements SinkProvider {
    /** What happens in the place of an append. */
    @FunctionalInterface
    interface Fault {
        void strike(EncodingSink sink, byte[] rows, int start, int end) throws IOException;
    }

    private final SinkProvider whole;
    private final AtomicInteger appendsLeft;
    private final AtomicInteger cutsLeft;
    private final Fault fault;

    /** Sinks that throw at the end of a range's part of an output, the given cut of all outputs together. */
    static FaultySinks failingAtCut(SinkProvider whole, int cut) {
        return new FaultySinks(whole, 0, cut, (sink, rows, start, end) -> {});
    }

    FaultySinks(SinkProvider whole, int atAppend, Fault fault) {
        this(whole, atAppend, 0, fault);
    }

    private FaultySinks(SinkProvider whole, int atAppend, int atCut, Fault fault) {
        this.whole = whole;
        this.appendsLeft = new AtomicInteger(atAppend);
        this.cutsLeft = new AtomicInteger(atCut);
        this.fault = fault;
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
    public List<String> fileNames(TableSchema schema) {
        return whole.fileNames(schema);
    }

    @Override
    public TableSink open(SinkRequest request) throws IOException {
        return new Faulty((EncodingSink) whole.open(request));
    }

    private final class Faulty implements EncodingSink {
        private final EncodingSink sink;

        Faulty(EncodingSink sink) {
            this.sink = sink;
        }

        @Override
        public BatchEncoder newEncoder() {
            return sink.newEncoder();
        }

        @Override
        public void append(byte[] rows, int start, int end) throws IOException {
            if (appendsLeft.decrementAndGet() == 0) {
                fault.strike(sink, rows, start, end);
            } else {
                sink.append(rows, start, end);
            }
        }

        @Override
        public void write(RecordBatch batch) throws IOException {
            sink.write(batch);
        }

        @Override
        public Segment cutSegment() throws IOException {
            if (cutsLeft.decrementAndGet() == 0) {
                throw new IOException("the last rows cannot be written");
            }
            return sink.cutSegment();
        }

        @Override
        public void flush() throws IOException {
            sink.flush();
        }

        @Override
        public void force() throws IOException {
            sink.force();
        }

        @Override
        public void finish() throws IOException {
            sink.finish();
        }

        @Override
        public void close() throws IOException {
            sink.close();
        }
    }
}
