package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.table.RecordBatch;

/**
 * Leaves out the separator that the first row of a segment begins with: whether it needs one depends on its place in the file, so the
 * sink writes it.
 */
final class SegmentEncoder implements BatchEncoder {
    private final BatchEncoder rows;
    private final int separatorLength;
    private boolean begun;

    private SegmentEncoder(BatchEncoder rows, int separatorLength) {
        this.rows = rows;
        this.separatorLength = separatorLength;
    }

    /** An encoder of a table's rows. */
    static BatchEncoder of(TableSyntax table) {
        RowEncoder rows = new RowEncoder(table);
        int separatorLength = table.separator().length;
        return separatorLength == 0 ? rows : new SegmentEncoder(rows, separatorLength);
    }

    @Override
    public int encode(RecordBatch batch, int fromRow, EncodingBuffer out) {
        int start = out.size();
        int next = rows.encode(batch, fromRow, out);
        if (!begun) {
            begun = true;
            byte[] bytes = out.array();
            int size = out.size() - separatorLength;
            System.arraycopy(bytes, start + separatorLength, bytes, start, size - start);
            out.setSize(size);
        }
        return next;
    }

    @Override
    public void endSegment(EncodingBuffer out) {
        begun = false;
    }
}
