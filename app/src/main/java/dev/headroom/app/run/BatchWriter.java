package dev.headroom.app.run;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.sink.EncodingSink;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes the batches of ranges to the outputs of their table, with one worker's encoders and buffer. Used by one thread. */
final class BatchWriter {
    /** By identity, since the hash code of a schema is that of all its columns. */
    private final IdentityHashMap<TableSchema, Integer> tableIndexes = new IdentityHashMap<>();

    private final int[][] outputsOfTable;
    private final @Nullable BatchEncoder[] encoders;
    private final EncodingBuffer buffer;

    BatchWriter(List<TableSchema> tables, List<TableOutput> outputs, int bufferBytes) {
        this.outputsOfTable = new int[tables.size()][];
        for (int table = 0; table < tables.size(); table++) {
            tableIndexes.put(tables.get(table), table);
            int index = table;
            outputsOfTable[table] = IntStream.range(0, outputs.size())
                    .filter(o -> outputs.get(o).tableIndex() == index)
                    .toArray();
        }
        this.encoders = new @Nullable BatchEncoder[outputs.size()];
        for (int output = 0; output < encoders.length; output++) {
            EncodingSink sink = outputs.get(output).encodingSink();
            encoders[output] = sink == null ? null : sink.newEncoder();
        }
        this.buffer = new EncodingBuffer(bufferBytes);
    }

    void write(RecordBatch batch, RangeOutput range) throws IOException {
        Integer table = tableIndexes.get(batch.schema());
        if (table == null) {
            throw new IllegalStateException("a batch of " + batch.schema().name() + ", which the run does not write");
        }
        range.countRows(table, batch.rowCount());
        for (int output : outputsOfTable[table]) {
            BatchEncoder encoder = encoders[output];
            if (encoder == null) {
                range.write(output, batch);
            } else {
                encode(batch, encoder, output, range);
            }
        }
    }

    /** Ends a range: hands on what the encoders have kept of it. */
    void endRange(RangeOutput range) throws IOException {
        for (int output = 0; output < encoders.length; output++) {
            BatchEncoder encoder = encoders[output];
            if (encoder != null) {
                encoder.endSegment(buffer);
                hand(output, range);
            }
        }
    }

    private void encode(RecordBatch batch, BatchEncoder encoder, int output, RangeOutput range) throws IOException {
        for (int row = 0; row < batch.rowCount(); ) {
            row = encoder.encode(batch, row, buffer);
            hand(output, range);
        }
    }

    private void hand(int output, RangeOutput range) throws IOException {
        if (buffer.size() > 0) {
            range.append(output, buffer.array(), 0, buffer.size());
            buffer.clear();
        }
    }
}
