package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

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

    @ParameterizedTest
    @CsvSource({"1,96,256", "2,96,256", "2,96,160", "7,96,256", "64,96,256", "2,4000,256", "2,96,100000"})
    void whatIsInFlightFitsHeapAndLimit(int threads, long heapMb, long limitMb) {
        MemoryPlan plan = MemoryPlan.of(threads, 4096, TABLES, heapMb * MB, limitMb * MB);
        assertThat(plan.inFlightBytes()).isLessThan(heapMb * MB / 2).isLessThan(limitMb * MB / 2);
        assertThat(plan.slabCount()).as("each thread can have one").isGreaterThanOrEqualTo(threads);
        assertThat(plan.batchRows()).isBetween(64, 4096);
    }

    @Test
    void batchesShrinkBeforeThreadsDo() {
        MemoryPlan roomy = MemoryPlan.of(2, 100_000, TABLES, 1000 * MB, Long.MAX_VALUE);
        MemoryPlan tight = MemoryPlan.of(2, 100_000, TABLES, 20 * MB, Long.MAX_VALUE);
        assertThat(roomy.batchRows()).isEqualTo(100_000);
        assertThat(tight.batchRows()).isLessThan(100_000);
        assertThat(tight.threads()).isEqualTo(2);
    }
}
