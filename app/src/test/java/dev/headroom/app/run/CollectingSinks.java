package dev.headroom.app.run;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A format that keeps its bytes in memory, appended as they come. */
final class CollectingSinks implements SinkProvider {
    private final Map<String, ByteArrayOutputStream> bytes = new ConcurrentHashMap<>();

    byte[] bytesOf(String table) {
        return bytes.get(table).toByteArray();
    }

    @Override
    public String format() {
        return "memory";
    }

    @Override
    public String description() {
        return "keeps bytes in memory";
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public List<String> fileNames(TableSchema schema) {
        return List.of();
    }

    @Override
    public TableSink open(SinkRequest request) {
        ByteArrayOutputStream out = bytes.computeIfAbsent(request.schema().name(), n -> new ByteArrayOutputStream());
        byte[] kept = out.toByteArray();
        out.reset();
        out.write(kept, 0, (int) request.startPosition());
        return new Collecting(out);
    }

    private static final class Collecting implements EncodingSink {
        private final ByteArrayOutputStream out;
        private long segmentStart;

        Collecting(ByteArrayOutputStream out) {
            this.out = out;
            this.segmentStart = out.size();
        }

        @Override
        public BatchEncoder newEncoder() {
            throw new UnsupportedOperationException("takes encoded rows only");
        }

        @Override
        public void append(byte[] rows, int start, int end) {
            out.write(rows, start, end - start);
        }

        @Override
        public void write(RecordBatch batch) {
            throw new UnsupportedOperationException("takes encoded rows only");
        }

        @Override
        public Segment cutSegment() {
            Segment segment = new Segment(segmentStart, out.size(), 0);
            segmentStart = out.size();
            return segment;
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }
}
