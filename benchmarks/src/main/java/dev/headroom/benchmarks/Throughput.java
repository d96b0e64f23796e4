package dev.headroom.benchmarks;

import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.generator.Fidelity;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.RangeGenerator;
import dev.headroom.generator.RangeSequence;
import io.trino.tpch.LineItem;
import io.trino.tpch.LineItemGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Compares how fast data are made, in one process: {@code java -cp benchmarks.jar dev.headroom.benchmarks.Throughput}, with the options
 * of the launcher for a fair picture.
 *
 * <p>System properties: {@code entries} (journal entries of a repetition), {@code rounds}, {@code warmUps}, {@code variants} (names,
 * separated by commas; all by default), {@code directory} (where files go; a RAM disk by default).
 */
public final class Throughput {
    private static final int BATCH_ROWS = 8192;
    private static final String NULL_SINK = "generate";
    private static final String NULL_SINK_CLEAN = "generate-clean";
    private static final String TPCH = "tpch";

    private final HeadroomConfiguration configuration;
    private final HeadroomConfiguration clean;
    private final Path directory;

    private Throughput(long entries, Path directory) {
        this.configuration = BenchmarkLedger.of(entries, true);
        this.clean = BenchmarkLedger.of(entries, false);
        this.directory = directory;
    }

    /** Runs the comparison and prints its figures. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.getInteger("rounds", 5);
        int warmUps = Integer.getInteger("warmUps", 2);
        Path parent = Path.of(System.getProperty("directory", "/dev/shm"));
        Path directory = Files.createTempDirectory(parent, "headroom-throughput");
        try {
            List<Variant> variants = new Throughput(Long.getLong("entries", 50_000), directory).variants();
            String wanted = System.getProperty("variants", "");
            if (!wanted.isEmpty()) {
                Set<String> names = Set.of(wanted.split(","));
                variants.removeIf(variant -> !names.contains(variant.name()));
            }
            Comparison comparison = new Comparison();
            comparison.run(variants, warmUps, rounds);
            print(comparison);
        } finally {
            Files.deleteIfExists(directory);
        }
    }

    private List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(NULL_SINK, () -> generate(configuration)));
        variants.add(new Variant(NULL_SINK_CLEAN, () -> generate(clean)));
        variants.add(new Variant("none-1", () -> run("none", 1, false)));
        variants.add(new Variant("csv-1", () -> run("csv", 1, false)));
        variants.add(new Variant("csv-1-guarded", () -> run("csv", 1, true)));
        variants.add(new Variant("csv-2", () -> run("csv", 2, false)));
        variants.add(new Variant("ndjson-1", () -> run("ndjson", 1, false)));
        variants.add(new Variant("ndjson-2", () -> run("ndjson", 2, false)));
        variants.add(new Variant(TPCH, Throughput::tpch));
        return variants;
    }

    /** All ranges on this thread, handed to a consumer that only counts. */
    private static Volume generate(HeadroomConfiguration configuration) {
        Ledger ledger = Ledger.of(configuration.ledger());
        RangeGenerator generator = ledger.newRangeGenerator(BATCH_ROWS);
        RangeSequence ranges = ledger.ranges();
        RowCount count = new RowCount();
        while (ranges.hasNext()) {
            generator.generate(ranges.next(), Fidelity.NORMAL, BATCH_ROWS, count);
        }
        return count.volume();
    }

    private Volume run(String format, int threads, boolean guarded) throws Exception {
        return BenchmarkRun.of(configuration, directory, format, threads, guarded);
    }

    /** The peer's line items, each as the text that the peer makes of it. */
    private static Volume tpch() {
        long lines = 0;
        long bytes = 0;
        for (LineItem item : new LineItemGenerator(.1, 1, 1)) {
            lines++;
            bytes += item.toLine().length() + 1L;
        }
        return new Volume(lines, lines, bytes);
    }

    private static void print(Comparison comparison) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %9s %9s %12s %12s %10s %10s%n",
                "variant",
                "wall s",
                "cpu s",
                "Mlines/s",
                "Mlines/cpu s",
                "MB/s",
                "MB/cpu s");
        for (String name : comparison.names()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %9.3f %9.3f %12.2f %12.2f %10.1f %10.1f%n",
                    name,
                    comparison.median(name, Comparison.Sample::wallSeconds),
                    comparison.median(name, Comparison.Sample::cpuSeconds),
                    comparison.median(name, s -> s.volume().journalLines() / s.wallSeconds() / 1e6),
                    comparison.median(name, s -> s.volume().journalLines() / s.cpuSeconds() / 1e6),
                    comparison.median(name, s -> s.volume().bytes() / s.wallSeconds() / 1e6),
                    comparison.median(name, s -> s.volume().bytes() / s.cpuSeconds() / 1e6));
        }
    }
}
