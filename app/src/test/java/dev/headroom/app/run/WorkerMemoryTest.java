package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.Overrides;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.Fidelity;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.RangeGenerator;
import dev.headroom.generator.RangeSequence;
import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan counts threads by what a worker holds; here it is weighed. */
class WorkerMemoryTest {
    private static final int WORKERS = 4;
    private static final int ROWS = 64;
    private static final long MB = 1 << 20;

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void aWorkerHoldsNoMoreThanThePlanSays(Compression.Method method) throws Exception {
        Compression compression = new Compression(method, method.defaultLevel());
        SinkCatalogue sinks = SinkCatalogue.installed();
        Ledger ledger = Ledger.of(new ConfigurationReader(sinks.formats())
                .readDemo(Overrides.NONE)
                .ledger()
                .withTransactions(new Transactions(50_000, .2, .5, .2, .07, .03)));
        RangeSequence ranges = ledger.ranges(0, ledger.ranges().numbering());
        OrderedWriter writer = new OrderedWriter(0, 1, 0, 1, range -> {});
        List<Object> workers = new ArrayList<>();
        List<SinkProvider> providers = sinks.providersOf(List.of("csv", "ndjson"), compression);
        try (OutputSet outputs = OutputSet.open(
                temp, ledger.tables(), providers, RunProgress.emptyOutputs(ledger.tables(), providers))) {
            // The first one makes what all share.
            workers.add(work(ledger, ranges, writer, outputs));
            // What earlier tests have left may go at any collection: it spoils one round, and the median is of three.
            long[] each = new long[3];
            for (int round = 0; round < each.length; round++) {
                long before = held();
                for (int i = 0; i < WORKERS; i++) {
                    workers.add(work(ledger, ranges, writer, outputs));
                }
                each[round] = (held() - before) / WORKERS;
            }
            assertThat(workers).as("what was weighed, still held").hasSize(1 + each.length * WORKERS);
            Arrays.sort(each);
            // The plan counts a slab as well, and half of the heap.
            long planned = MemoryPlan.leastHeap(1, ledger.tables(), providers, 0) / 2;
            assertThat(each[each.length / 2])
                    .as("bytes of a worker, by round: %s", Arrays.toString(each))
                    .isBetween(planned / 5, planned);
            assertThat(planned).isLessThan(method == Compression.Method.NONE ? 5 * MB : 18 * MB);
        }
    }

    private static List<Object> work(Ledger ledger, RangeSequence ranges, OrderedWriter writer, OutputSet outputs)
            throws IOException {
        RangeGenerator generator = ledger.newRangeGenerator(ROWS);
        BatchWriter batches = new BatchWriter(ledger.tables(), outputs.outputs(), 128 << 10);
        RangeOutput output = new RangeOutput(
                new RangeAssignment(
                        ranges.next(),
                        ranges.numbering(),
                        DegradationLevel.NORMAL,
                        null,
                        ROWS,
                        SpaceReservation.NOTHING),
                writer,
                outputs.outputs(),
                ledger.tables().size(),
                generator.totals());
        generator.<IOException>generate(
                output.assignment().range(), Fidelity.NORMAL, ROWS, batch -> batches.write(batch, output));
        batches.endRange(output);
        output.complete();
        return List.of(generator, batches);
    }

    /** The serial collector leaves some garbage where it is, except in every fourth collection (MarkSweepAlwaysCompactCount). */
    private static long held() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
