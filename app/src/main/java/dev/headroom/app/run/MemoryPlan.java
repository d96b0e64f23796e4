package dev.headroom.app.run;

import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.sink.SinkProvider;
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
public record MemoryPlan(int threads, int batchRows, int bufferBytes, int slabBytes, int slabCount) {
    /** The smallest memory limit that a run accepts, in bytes: the Java runtime, the program, and one worker. */
    static final long MINIMUM_LIMIT = HeadroomConfiguration.MINIMUM_MEMORY_LIMIT;

    private static final int BUFFER_BYTES = 128 << 10;
    private static final int SLAB_BYTES = 512 << 10;
    private static final int FEWEST_ROWS = 64;
    private static final int MOST_SLABS = 256;

    /** What a worker's generator holds beside its batches, and its encoder of one table in one format: measured. */
    private static final long GENERATOR_BYTES = 320 << 10;

    private static final long ENCODER_BYTES = 38 << 10;

    /** Part of the heap that workers, batches, buffers and slabs are planned to take together. */
    private static final double HEAP_SHARE = 0.4;

    /** Part of the memory limit, for a heap that is larger than the limit allows. */
    private static final double LIMIT_SHARE = 0.2;

    /** Parts that the workers may take at the very least: with more of them a run was seen to degrade by its own memory. */
    private static final double MOST_HEAP_SHARE = 0.5;

    private static final double MOST_LIMIT_SHARE = 0.25;

    /**
     * Divides the memory.
     *
     * @param providers of the formats that each table is written in
     * @param heapBytes the largest heap
     * @param limitBytes the memory limit; {@link Long#MAX_VALUE} if there is none
     */
    static MemoryPlan of(
            int threads,
            int wantedBatchRows,
            List<TableSchema> tables,
            List<SinkProvider> providers,
            long heapBytes,
            long limitBytes) {
        long bytes =
                (long) Math.min(HEAP_SHARE * heapBytes, LIMIT_SHARE * limitBytes) - threads * fixed(tables, providers);
        long rowBytes = rowBytes(tables);
        // Half for the workers, half for what waits.
        int batchRows = (int) Math.max(FEWEST_ROWS, Math.min(wantedBatchRows, bytes / 2 / threads / rowBytes));
        long slabs = (bytes - rowBytes * batchRows * threads) / SLAB_BYTES;
        return new MemoryPlan(
                threads, batchRows, BUFFER_BYTES, SLAB_BYTES, (int) Math.max(threads, Math.min(MOST_SLABS, slabs)));
    }

    /** The most worker threads for which there is memory, at least 1. */
    public static int mostThreads(
            List<TableSchema> tables, List<SinkProvider> providers, long heapBytes, long limitBytes) {
        double bytes = Math.min(MOST_HEAP_SHARE * heapBytes, MOST_LIMIT_SHARE * limitBytes);
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / leastWorkerBytes(tables, providers)));
    }

    /** The smallest heap, in bytes, in which there is memory for so many worker threads. */
    static long leastHeap(int threads, List<TableSchema> tables, List<SinkProvider> providers) {
        return (long) Math.ceil(threads * leastWorkerBytes(tables, providers) / MOST_HEAP_SHARE);
    }

    /** What a worker holds with the smallest batches: its generator, encoders, buffer, and a slab where anything is written. */
    private static long leastWorkerBytes(List<TableSchema> tables, List<SinkProvider> providers) {
        return fixed(tables, providers) + FEWEST_ROWS * rowBytes(tables) + (providers.isEmpty() ? 0 : SLAB_BYTES);
    }

    private static long fixed(List<TableSchema> tables, List<SinkProvider> providers) {
        long encoders = ENCODER_BYTES * tables.size() * providers.size();
        for (SinkProvider provider : providers) {
            encoders += provider.encoderBytes(tables);
        }
        return GENERATOR_BYTES + BUFFER_BYTES + encoders;
    }

    private static long rowBytes(List<TableSchema> tables) {
        long rowBytes = 0;
        for (TableSchema table : tables) {
            for (Column column : table.columns()) {
                rowBytes += column.type() == ColumnType.TEXT ? 20 : 8;
            }
        }
        return rowBytes;
    }

    /** Bound on bytes that are encoded and not yet handed to a sink. */
    long inFlightBytes() {
        return (long) slabBytes * slabCount + (long) bufferBytes * threads;
    }
}
