package dev.headroom.benchmarks;

import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.benchmarks.Comparison.Sample;
import dev.headroom.generator.Fidelity;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.RangeGenerator;
import dev.headroom.generator.RangeSequence;
import io.trino.tpch.LineItem;
import io.trino.tpch.LineItemGenerator;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Compares how fast data are made, in one process: {@code java -cp benchmarks.jar dev.headroom.benchmarks.Throughput}.
 *
 * <p>System properties: {@code entries} (journal entries of a repetition), {@code rounds}, {@code warmUps}, {@code variants} (names,
 * separated by commas; all by default), {@code directory} (where files go; a RAM disk by default). The peer needs a heap of 800 MB.
 *
 * <p>The demonstration's configuration is measured; a name with {@code clean} is without its injections.
 */
public final class Throughput {
    private static final int BATCH_ROWS = 8192;
    private static final double TPCH_SCALE = .1;

    /** A hundred times as often as by default, so that a short run shows what checkpoints cost. */
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final HeadroomConfiguration whole;
    private final HeadroomConfiguration clean;
    private final Path directory;

    private Throughput(long entries, Path directory) {
        this.whole = BenchmarkLedger.of(entries, true);
        this.clean = BenchmarkLedger.of(entries, false);
        this.directory = directory;
    }

    /** Runs the comparison and prints its figures. */
    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(System.getProperty("directory", "/dev/shm"));
        Path directory = Files.createTempDirectory(parent, "headroom-throughput");
        try {
            List<Variant> variants = new Throughput(Long.getLong("entries", 100_000), directory).variants();
            String wanted = System.getProperty("variants", "");
            if (!wanted.isEmpty()) {
                Set<String> names = Set.of(wanted.split(",", -1));
                variants.removeIf(variant -> !names.contains(variant.name()));
            }
            Comparison comparison = new Comparison();
            comparison.run(variants, Integer.getInteger("warmUps", 3), Integer.getInteger("rounds", 5));
            printFigures(comparison, System.out);
            printRatios(comparison, System.out);
        } finally {
            Files.deleteIfExists(directory);
        }
    }

    private List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant("generate", () -> generate(whole)));
        variants.add(new Variant("generate-clean", () -> generate(clean)));
        variants.add(run("none", whole, "none", 1, false));
        variants.add(run("csv", whole, "csv", 1, false));
        variants.add(run("csv-clean", clean, "csv", 1, false));
        variants.add(run("csv-guarded", whole, "csv", 1, true));
        variants.add(checkpointed("csv-one-checkpoint", Duration.ofHours(1)));
        variants.add(checkpointed("csv-checkpoints", OFTEN));
        variants.add(run("csv-2-threads", whole, "csv", 2, false));
        variants.add(run("ndjson", whole, "ndjson", 1, false));
        variants.add(run("ndjson-clean", clean, "ndjson", 1, false));
        variants.add(run("ndjson-2-threads", whole, "ndjson", 2, false));
        variants.add(new Variant("tpch", Throughput::tpch));
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

    private Variant run(String name, HeadroomConfiguration configuration, String format, int threads, boolean guarded) {
        Path run = directory.resolve(name);
        return new Variant(
                name,
                () -> BenchmarkRun.of(configuration, run, format, threads, guarded),
                () -> BenchmarkRun.delete(run));
    }

    private Variant checkpointed(String name, Duration interval) {
        Path run = directory.resolve(name);
        return new Variant(name, () -> BenchmarkRun.of(whole, run, "csv", interval), () -> BenchmarkRun.delete(run));
    }

    /** The peer's line items, each as the text that the peer makes of it; written nowhere. */
    private static Volume tpch() {
        long lines = 0;
        long bytes = 0;
        for (LineItem item : new LineItemGenerator(TPCH_SCALE, 1, 1)) {
            lines++;
            bytes += item.toLine().length() + 1L;
        }
        return new Volume(lines, lines, bytes);
    }

    private static void printFigures(Comparison comparison, PrintStream out) {
        out.println("Medians, and after them the best repetition by processor time");
        out.printf(
                Locale.ROOT,
                "%-17s %8s %8s %9s %7s %10s %7s %9s %10s%n",
                "variant",
                "s",
                "cpu s",
                "Mlines/s",
                "MB/s",
                "Ml/cpu s",
                "best",
                "MB/cpu s",
                "best");
        for (String name : comparison.names()) {
            out.printf(
                    Locale.ROOT,
                    "%-17s %8.3f %8.3f %9.2f %7.0f %10.2f %7.2f %9.0f %10.0f%n",
                    name,
                    comparison.median(name, Sample::wallSeconds),
                    comparison.median(name, Sample::cpuSeconds),
                    comparison.median(name, Sample::linesPerSecond) / 1e6,
                    comparison.median(name, Sample::bytesPerSecond) / 1e6,
                    comparison.median(name, Sample::linesPerCpuSecond) / 1e6,
                    comparison.best(name, Sample::linesPerCpuSecond) / 1e6,
                    comparison.median(name, Sample::bytesPerCpuSecond) / 1e6,
                    comparison.best(name, Sample::bytesPerCpuSecond) / 1e6);
        }
    }

    private static void printRatios(Comparison comparison, PrintStream out) {
        printRatio(comparison, out, "cost of guarding, cpu", "csv-guarded", "csv", Sample::cpuSeconds);
        printRatio(
                comparison,
                out,
                "100 times the checkpoints, wall",
                "csv-checkpoints",
                "csv-one-checkpoint",
                Sample::wallSeconds);
        printRatio(
                comparison,
                out,
                "100 times the checkpoints, cpu",
                "csv-checkpoints",
                "csv-one-checkpoint",
                Sample::cpuSeconds);
        printRatio(comparison, out, "csv, two threads over one", "csv-2-threads", "csv", Sample::bytesPerSecond);
        printRatio(comparison, out, "csv, two threads over one, cpu", "csv-2-threads", "csv", Sample::cpuSeconds);
        printRatio(
                comparison, out, "ndjson, two threads over one", "ndjson-2-threads", "ndjson", Sample::bytesPerSecond);
        printRatio(comparison, out, "csv over tpch, MB/s", "csv", "tpch", Sample::bytesPerSecond);
        printRatio(comparison, out, "csv-clean over tpch, MB/s", "csv-clean", "tpch", Sample::bytesPerSecond);
        printRatio(comparison, out, "ndjson over tpch, MB/s", "ndjson", "tpch", Sample::bytesPerSecond);
        printRatio(comparison, out, "ndjson-clean over tpch, MB/s", "ndjson-clean", "tpch", Sample::bytesPerSecond);
    }

    private static void printRatio(
            Comparison comparison,
            PrintStream out,
            String what,
            String variant,
            String base,
            ToDoubleFunction<Sample> figure) {
        if (comparison.names().contains(variant) && comparison.names().contains(base)) {
            out.printf(Locale.ROOT, "%-34s %8.3f%n", what, comparison.medianRatio(variant, base, figure));
        }
    }
}
