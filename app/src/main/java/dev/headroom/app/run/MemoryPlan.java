package dev.headroom.app.run;

import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnType;
import dev.headroom.table.TableSchema;
import java.util.List;

/**
 * How a run divides its memory: what each worker holds, and how many slabs may wait for their turn.
 *
 * @param threads worker threads
 * @param batchRows rows of a full batch
 * @param bufferBytes a worker's encoding buffer
 * @param slabBytes size of a slab
 * @param slabCount the most slabs
 */
record MemoryPlan(int threads, int batchRows, int bufferBytes, int slabBytes, int slabCount) {
    /** The smallest memory limit that a run accepts, in bytes: the Java runtime, the program, and one worker. */
    static final long MINIMUM_LIMIT = HeadroomConfiguration.MINIMUM_MEMORY_LIMIT;

    private static final int BUFFER_BYTES = 128 << 10;
    private static final int SLAB_BYTES = 512 << 10;
    private static final int FEWEST_ROWS = 64;
    private static final int MOST_SLABS = 256;

    /** Part of the heap that batches, buffers and slabs may take together. */
    private static final double HEAP_SHARE = 0.4;

    /** Part of the memory limit, for a heap that is larger than the limit allows. */
    private static final double LIMIT_SHARE = 0.2;

    /**
     * Divides the memory.
     *
     * @param heapBytes the largest heap
     * @param limitBytes the memory limit; {@link Long#MAX_VALUE} if there is none
     */
    static MemoryPlan of(int threads, int wantedBatchRows, List<TableSchema> tables, long heapBytes, long limitBytes) {
        long bytes = (long) Math.min(HEAP_SHARE * heapBytes, LIMIT_SHARE * limitBytes);
        long rowBytes = 0;
        for (TableSchema table : tables) {
            for (Column column : table.columns()) {
                rowBytes += column.type() == ColumnType.TEXT ? 20 : 8;
            }
        }
        // Half for the workers, half for what waits.
        int batchRows = (int) Math.max(FEWEST_ROWS, Math.min(wantedBatchRows, bytes / 2 / threads / rowBytes));
        long slabs = (bytes - threads * (batchRows * rowBytes + BUFFER_BYTES)) / SLAB_BYTES;
        return new MemoryPlan(
                threads, batchRows, BUFFER_BYTES, SLAB_BYTES, (int) Math.max(threads, Math.min(MOST_SLABS, slabs)));
    }

    /** Bound on bytes that are encoded and not yet handed to a sink. */
    long inFlightBytes() {
        return (long) slabBytes * slabCount + (long) bufferBytes * threads;
    }
}
