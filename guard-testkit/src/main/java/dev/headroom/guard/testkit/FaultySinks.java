package dev.headroom.guard.testkit;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.Compression;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.ResumableSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider that hands everything on to another one, except for one call of one kind, counted over all its sinks, which throws. Its sinks
 * can do what the other's can. Safe for several threads.
 */
public final class FaultySinks implements SinkProvider {
    /** What can fail. */
    public enum Operation {
        /** {@link SinkProvider#open}. */
        OPEN,
        /** {@link TableSink#write}, or {@link EncodingSink#append}. */
        WRITE,
        /** {@link TableSink#flush}. */
        FLUSH,
        /** {@link ResumableSink#cutSegment}. */
        CUT,
        /** {@link ResumableSink#force}. */
        FORCE,
        /** {@link TableSink#finish}. */
        FINISH,
        /** {@link TableSink#close}. */
        CLOSE
    }

    private final SinkProvider whole;
    private final Operation operation;
    private final AtomicInteger callsLeft;
    private final String message;

    private FaultySinks(SinkProvider whole, Operation operation, AtomicInteger callsLeft, String message) {
        this.whole = whole;
        this.operation = operation;
        this.callsLeft = callsLeft;
        this.message = message;
    }

    /**
     * Sinks of which one call fails with an {@link IOException}.
     *
     * @param whole the provider whose sinks do the work
     * @param operation the kind of call
     * @param call which one, from 1
     * @return a provider of the same format
     */
    public static FaultySinks failing(SinkProvider whole, Operation operation, int call) {
        return new FaultySinks(whole, operation, new AtomicInteger(call), "the sink is out of order");
    }

    /**
     * Sinks on a disk that is full at the given write.
     *
     * @param whole the provider whose sinks do the work
     * @param call which write, from 1
     * @return a provider of the same format
     */
    public static FaultySinks diskFull(SinkProvider whole, int call) {
        return new FaultySinks(whole, Operation.WRITE, new AtomicInteger(call), "No space left on device");
    }

    private void called(Operation what) throws IOException {
        if (what == operation && callsLeft.decrementAndGet() == 0) {
            throw new IOException(message);
        }
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

    /** The other's compressed sinks fail at the same call, counted over all sinks of both. */
    @Override
    public Optional<SinkProvider> compressed(Compression compression) throws IOException {
        return whole.compressed(compression)
                .map(compressed -> new FaultySinks(compressed, operation, callsLeft, message));
    }

    @Override
    public long encoderBytes(List<TableSchema> tables) {
        return whole.encoderBytes(tables);
    }

    @Override
    public TableSink open(SinkRequest request) throws IOException {
        called(Operation.OPEN);
        TableSink sink = whole.open(request);
        if (sink instanceof EncodingSink encoding) {
            return new FaultyEncoding(encoding);
        }
        return sink instanceof ResumableSink resumable ? new FaultyResumable<>(resumable) : new FaultyTable<>(sink);
    }

    private class FaultyTable<S extends TableSink> implements TableSink {
        final S sink;

        FaultyTable(S sink) {
            this.sink = sink;
        }

        @Override
        public void write(RecordBatch batch) throws IOException {
            called(Operation.WRITE);
            sink.write(batch);
        }

        @Override
        public void flush() throws IOException {
            called(Operation.FLUSH);
            sink.flush();
        }

        @Override
        public void finish() throws IOException {
            called(Operation.FINISH);
            sink.finish();
        }

        /** What is beneath is closed all the same. */
        @Override
        public void close() throws IOException {
            sink.close();
            called(Operation.CLOSE);
        }
    }

    private class FaultyResumable<S extends ResumableSink> extends FaultyTable<S> implements ResumableSink {
        FaultyResumable(S sink) {
            super(sink);
        }

        @Override
        public Segment cutSegment() throws IOException {
            called(Operation.CUT);
            return sink.cutSegment();
        }

        @Override
        public void force() throws IOException {
            called(Operation.FORCE);
            sink.force();
        }
    }

    private final class FaultyEncoding extends FaultyResumable<EncodingSink> implements EncodingSink {
        FaultyEncoding(EncodingSink sink) {
            super(sink);
        }

        @Override
        public BatchEncoder newEncoder() {
            return sink.newEncoder();
        }

        @Override
        public void append(byte[] rows, int start, int end) throws IOException {
            called(Operation.WRITE);
            sink.append(rows, start, end);
        }

        @Override
        public long rowsStart(Segment segment) {
            return sink.rowsStart(segment);
        }
    }
}
