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
    private final Fault fault;

    FaultySinks(SinkProvider whole, int atAppend, Fault fault) {
        this.whole = whole;
        this.appendsLeft = new AtomicInteger(atAppend);
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
