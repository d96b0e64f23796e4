package dev.headroom.sinks;

import dev.headroom.table.RecordBatch;
import java.util.List;

/**
 * Neighbouring columns that have one value for each group: encoded once for the group, and copied for each of its rows.
 *
 * <p>Rows can be appended while their groups are in the window that {@link #open} has encoded. Not safe for use by several threads.
 */
final class GroupCells implements Cells {
    /** The most groups in a window. */
    static final int GROUPS = 64;

    private static final int USUAL_SIZE = 24 * 1024;

    private final StripEncoder encoder;
    private int windowStart;

    GroupCells(List<? extends Cells> columns) {
        this.encoder = new StripEncoder(columns, new FixedBytes(), new Strips(GROUPS, USUAL_SIZE));
    }

    /**
     * Encodes groups.
     *
     * @param count the number of groups wanted, 1 to {@link #GROUPS}
     * @return the number of groups that the window holds, at least 1
     */
    int open(RecordBatch batch, int fromGroup, int count) {
        windowStart = fromGroup;
        return encoder.encode(batch, fromGroup, count);
    }

    @Override
    public int bound(RecordBatch batch) {
        return 0;
    }

    @Override
    public void addBounds(RecordBatch batch, int from, int count, int[] bounds) {
        Strips groups = encoder.strips();
        int to = from + count;
        int row = from;
        for (int group = batch.groupOf(from); row < to; group++) {
            int end = Math.min(to, batch.groupEnd(group));
            int length = groups.ends()[group - windowStart] - groups.starts()[group - windowStart];
            for (; row < end; row++) {
                bounds[row - from] += length;
            }
        }
    }

    @Override
    public void append(RecordBatch batch, int from, int count, Strips strips) {
        Strips groups = encoder.strips();
        byte[] source = groups.bytes();
        byte[] target = strips.bytes();
        int[] ends = strips.ends();
        int to = from + count;
        int row = from;
        for (int group = batch.groupOf(from); row < to; group++) {
            int rowEnd = Math.min(to, batch.groupEnd(group));
            int start = groups.starts()[group - windowStart];
            int length = groups.ends()[group - windowStart] - start;
            for (; row < rowEnd; row++) {
                int end = ends[row - from];
                Words.copy(source, start, length, target, end);
                ends[row - from] = end + length;
            }
        }
    }
}
