package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.MasterData;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.master.MasterTable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clearing the caches gives back while generators and sequences of ranges live on, as they do in a run. */
class ClearedCachesTest {
    private static final int BATCH_ROWS = 16_384;

    private static LedgerConfiguration large() {
        LedgerConfiguration usual = Configurations.with(
                new Transactions(40_000, .2, .5, .2, .07, .03), Configurations.NO_ANOMALIES, Configurations.NO_ISSUES);
        return usual.withMasterData(new MasterData(25_000, 25_000, 25_000, 25_000, 500, 25_000));
    }

    private static Range generateUntilCases(RangeSequence ranges, RangeGenerator generator) {
        Range range;
        do {
            range = ranges.next();
            generator.generate(range, Fidelity.NORMAL, BATCH_ROWS, batch -> {});
        } while (range.kind() == Range.Kind.MASTER_DATA);
        return range;
    }

    @Test
    void givesBackMasterDataAndBatches() {
        Ledger ledger = Ledger.of(large());
        RangeSequence ranges = ledger.ranges();
        RangeGenerator generator = ledger.newRangeGenerator(BATCH_ROWS);
        Range last = generateUntilCases(ranges, generator);
        List<WeakReference<MasterTable>> tables = new ArrayList<>();
        for (MasterTable table : ledger.masters().tables()) {
            if (table != ledger.masters().companies()) {
                tables.add(new WeakReference<>(table));
            }
        }
        long before = retained();
        ledger.clearCaches();
        long after = retained();
        assertThat(tables)
                .hasSize(10)
                .allSatisfy(table -> assertThat(table.get()).isNull());
        assertThat(before - after).as("bytes of batches, identifiers and users").isGreaterThan(10L << 20);
        // Both can be used again.
        generator.generate(last, Fidelity.NORMAL, BATCH_ROWS, batch -> {});
        assertThat(ranges.hasNext()).isTrue();
    }

    @Test
    void keepsWhatIsInUseUntilTheEndOfTheRange() {
        Ledger ledger = Ledger.of(large());
        RangeGenerator generator = ledger.newRangeGenerator(BATCH_ROWS);
        List<WeakReference<MasterTable>> vendors = new ArrayList<>();
        RangeSequence ranges = ledger.ranges();
        generateUntilCases(ranges, generator);
        vendors.add(new WeakReference<>(ledger.masters().vendors()));
        generator.generate(ranges.next(), Fidelity.NORMAL, BATCH_ROWS, batch -> {
            if (vendors.size() == 1) {
                ledger.clearCaches();
                vendors.add(new WeakReference<>(ledger.masters().vendors()));
            }
        });
        assertThat(vendors.get(1).get()).isNotSameAs(vendors.get(0).get());
        retained();
        assertThat(vendors.get(0).get()).isNull();
        assertThat(vendors.get(1).get()).isSameAs(ledger.masters().vendors());
        generator.generate(ledger.ranges().next(), Fidelity.NORMAL, BATCH_ROWS, batch -> {});
    }

    /**
     * Bytes of the heap that are reachable. The serial collector leaves some that are not where they are, except in every fourth
     * collection (MarkSweepAlwaysCompactCount).
     */
    private static long retained() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
