package dev.headroom.app.run;

import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.generator.Ledger;
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

    /** What a cell of the ledger's totals takes, with what is free beside it, and while their table grows. */
    private static final long CELL_BYTES = 130;

    /** Ranges for each worker that may be complete and wait for their turn, and what the totals of one of them take. */
    private static final int WAITING_RANGES = 4;

    private static final long WAITING_TOTALS_BYTES = 24 << 10;

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
     * @param totalsBytes what the totals of the ledger take
     * @param heapBytes the largest heap
     * @param limitBytes the memory limit; {@link Long#MAX_VALUE} if there is none
     */
    static MemoryPlan of(
            int threads,
            int wantedBatchRows,
            List<TableSchema> tables,
            List<SinkProvider> providers,
            long totalsBytes,
            long heapBytes,
            long limitBytes) {
        long bytes = (long) Math.min(HEAP_SHARE * (heapBytes - totalsBytes), LIMIT_SHARE * (limitBytes - totalsBytes))
                - threads * fixed(tables, providers);
        long rowBytes = rowBytes(tables);
        // Half for the workers, half for what waits.
        int batchRows = (int) Math.max(FEWEST_ROWS, Math.min(wantedBatchRows, bytes / 2 / threads / rowBytes));
        long slabs = (bytes - rowBytes * batchRows * threads) / SLAB_BYTES;
        return new MemoryPlan(
                threads, batchRows, BUFFER_BYTES, SLAB_BYTES, (int) Math.max(threads, Math.min(MOST_SLABS, slabs)));
    }

    /** The most worker threads for which there is memory, at least 1. */
    public static int mostThreads(
            List<TableSchema> tables, List<SinkProvider> providers, long totalsBytes, long heapBytes, long limitBytes) {
        double bytes =
                Math.min(MOST_HEAP_SHARE * (heapBytes - totalsBytes), MOST_LIMIT_SHARE * (limitBytes - totalsBytes));
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / leastWorkerBytes(tables, providers)));
    }

    /** The smallest heap, in bytes, in which there is memory for so many worker threads. */
    static long leastHeap(int threads, List<TableSchema> tables, List<SinkProvider> providers, long totalsBytes) {
        return totalsBytes + (long) Math.ceil(threads * leastWorkerBytes(tables, providers) / MOST_HEAP_SHARE);
    }

    /** What the totals of a ledger take at most, in bytes. */
    public static long totalsBytes(Ledger ledger) {
        return CELL_BYTES * ledger.mostTotals();
    }

    /** The same for a single worker. */
    MemoryPlan ofOneWorker() {
        return new MemoryPlan(1, batchRows, bufferBytes, slabBytes, slabCount);
    }

    /** The most ranges that are complete and wait for their turn. */
    int mostWaiting() {
        return WAITING_RANGES * threads;
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
        return GENERATOR_BYTES + BUFFER_BYTES + WAITING_RANGES * WAITING_TOTALS_BYTES + encoders;
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
