package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Ledger;
import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryPlanTest {
    private static final long MB = 1 << 20;
    private static final List<TableSchema> TABLES = List.of(new TableSchema(
            "t", "t", List.of(Column.integer("a"), Column.text("b"), Column.decimal("c", 2), Column.date("d"))));

    private static List<SinkProvider> providers(int count) throws RunRefusedException {
        return SinkCatalogue.installed().providersOf(List.of("csv", "ndjson").subList(0, count), Compression.NONE);
    }

    @ParameterizedTest
    @CsvSource({"1,96,256", "2,96,256", "2,96,160", "7,96,256", "24,96,256", "2,4000,256", "2,96,100000"})
    void whatIsInFlightFitsHeapAndLimit(int threads, long heapMb, long limitMb) throws Exception {
        MemoryPlan plan = MemoryPlan.of(threads, 4096, TABLES, providers(2), 0, heapMb * MB, limitMb * MB);
        assertThat(plan.inFlightBytes()).isLessThan(heapMb * MB / 2).isLessThan(limitMb * MB / 2);
        assertThat(plan.slabCount()).as("each thread can have one").isGreaterThanOrEqualTo(threads);
        assertThat(plan.batchRows()).isBetween(64, 4096);
    }

    @Test
    void batchesShrinkBeforeThreadsDo() throws Exception {
        MemoryPlan roomy = MemoryPlan.of(2, 100_000, TABLES, providers(1), 0, 1000 * MB, Long.MAX_VALUE);
        MemoryPlan tight = MemoryPlan.of(2, 100_000, TABLES, providers(1), 0, 20 * MB, Long.MAX_VALUE);
        assertThat(roomy.batchRows()).isEqualTo(100_000);
        assertThat(tight.batchRows()).isLessThan(100_000);
        assertThat(tight.threads()).isEqualTo(2);
    }

    @Test
    void threadsAreCountedByWhatAWorkerHolds() throws Exception {
        List<TableSchema> tables = Ledger.catalogue();
        int toNothing = MemoryPlan.mostThreads(tables, providers(0), 0, 96 * MB, Long.MAX_VALUE);
        int toOne = MemoryPlan.mostThreads(tables, providers(1), 0, 96 * MB, Long.MAX_VALUE);
        int toTwo = MemoryPlan.mostThreads(tables, providers(2), 0, 96 * MB, Long.MAX_VALUE);
        assertThat(toNothing).isGreaterThan(toOne);
        // Seen: 32 and 24 stay at Normal, 64 and 48 exhaust the heap.
        assertThat(toOne).isBetween(16, 32);
        assertThat(toTwo).isBetween(8, 24);
        assertThat(MemoryPlan.mostThreads(tables, providers(2), 0, 4096 * MB, 160 * MB))
                .isBetween(4, toTwo);
        assertThat(MemoryPlan.mostThreads(tables, providers(2), 0, MB, MB)).isEqualTo(1);
        long heap = MemoryPlan.leastHeap(256, tables, providers(2), 0);
        assertThat(MemoryPlan.mostThreads(tables, providers(2), 0, heap, Long.MAX_VALUE))
                .isEqualTo(256);
    }

    @Test
    void theTotalsOfTheLedgerAreCounted() throws Exception {
        List<TableSchema> tables = Ledger.catalogue();
        assertThat(MemoryPlan.mostThreads(tables, providers(1), 40 * MB, 96 * MB, Long.MAX_VALUE))
                .isLessThan(MemoryPlan.mostThreads(tables, providers(1), 0, 96 * MB, Long.MAX_VALUE));
        assertThat(MemoryPlan.of(2, 100_000, TABLES, providers(1), 10 * MB, 20 * MB, Long.MAX_VALUE)
                        .batchRows())
                .isLessThan(MemoryPlan.of(2, 100_000, TABLES, providers(1), 0, 20 * MB, Long.MAX_VALUE)
                        .batchRows());
        assertThat(MemoryPlan.leastHeap(2, tables, providers(1), 7 * MB))
                .isEqualTo(MemoryPlan.leastHeap(2, tables, providers(1), 0) + 7 * MB);
    }

    @Test
    void compressorsAreCounted() throws Exception {
        List<TableSchema> tables = Ledger.catalogue();
        List<SinkProvider> gzip =
                SinkCatalogue.installed().providersOf(List.of("csv"), new Compression(Compression.Method.GZIP, 6));
        List<SinkProvider> zstd =
                SinkCatalogue.installed().providersOf(List.of("csv"), new Compression(Compression.Method.ZSTD, 19));
        int plain = MemoryPlan.mostThreads(tables, providers(1), 0, 96 * MB, Long.MAX_VALUE);
        assertThat(MemoryPlan.mostThreads(tables, gzip, 0, 96 * MB, Long.MAX_VALUE))
                .isBetween(4, plain - 1);
        assertThat(MemoryPlan.mostThreads(tables, zstd, 0, 96 * MB, Long.MAX_VALUE))
                .isBetween(3, MemoryPlan.mostThreads(tables, gzip, 0, 96 * MB, Long.MAX_VALUE) - 1);
    }
}
