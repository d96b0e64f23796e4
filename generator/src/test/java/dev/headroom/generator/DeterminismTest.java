package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.RowCursor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("determinism")
class DeterminismTest {
    private static final long ENTRIES = 4000;

    /** A digest of each table in each range. */
    private static Map<String, String> digests(Ledger ledger, List<Range> ranges, Fidelity fidelity, int batchRows) {
        return digests(ledger, ranges, fidelity, batchRows, () -> {});
    }

    private static Map<String, String> digests(
            Ledger ledger, List<Range> ranges, Fidelity fidelity, int batchRows, Runnable afterBatch) {
        RangeGenerator generator = ledger.newRangeGenerator(2048);
        Map<String, String> digests = new TreeMap<>();
        LedgerTotals totals = new LedgerTotals();
        for (Range range : ranges) {
            if (range.kind() != Range.Kind.EPILOGUE) {
                add(range, batchRows, digests, afterBatch, out -> generator.generate(range, fidelity, batchRows, out));
                totals.add(generator.totals());
            }
        }
        for (Range range : ranges) {
            if (range.kind() == Range.Kind.EPILOGUE) {
                LedgerTotals others = ranges.size() == ledger.rangeCount()
                        ? totals
                        : WholeLedger.generate(ledger, fidelity, 512, batch -> {});
                add(
                        range,
                        batchRows,
                        digests,
                        afterBatch,
                        out -> generator.generateEpilogue(range, others, fidelity, batchRows, out));
            }
        }
        return digests;
    }

    private static void add(
            Range range,
            int batchRows,
            Map<String, String> digests,
            Runnable afterBatch,
            Consumer<BatchConsumer<RuntimeException>> generation) {
        Map<String, MessageDigest> tables = new TreeMap<>();
        generation.accept(batch -> {
            assertThat(batch.rowCount()).isBetween(1, batchRows);
            digest(batch, tables.computeIfAbsent(batch.schema().name(), name -> sha256()));
            afterBatch.run();
        });
        tables.forEach((table, digest) ->
                digests.put(table + " " + range.index(), HexFormat.of().formatHex(digest.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void digest(RecordBatch batch, MessageDigest digest) {
        List<Column> columns = batch.schema().columns();
        RowCursor cursor = batch.cursor();
        StringBuilder row = new StringBuilder();
        while (cursor.next()) {
            for (int i = 0; i < columns.size(); i++) {
                row.append(Tabulation.value(cursor, columns.get(i), i)).append('\u001f');
            }
            digest.update(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            row.setLength(0);
        }
    }

    private static List<Range> ranges(Ledger ledger) {
        List<Range> ranges = new ArrayList<>();
        RangeSequence sequence = ledger.ranges();
        while (sequence.hasNext()) {
            ranges.add(sequence.next());
        }
        return ranges;
    }

    private static String digestOfAll(LedgerConfiguration configuration, Fidelity fidelity) {
        Ledger ledger = Ledger.of(configuration);
        MessageDigest digest = sha256();
        digest.update(digests(ledger, ranges(ledger), fidelity, 512).toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Another digest is another algorithm: runs that stopped could not be resumed, so its version has to change with it. */
    @ParameterizedTest
    @CsvSource({
        "NORMAL, 8699da0c5ce0f42daf86645f226970b5619d6d974b7e4ede45d69cbb008d23a8",
        "REDUCED, c6c33c8b69cd39d464e6cbbc73b4646f6d3d385663c144f7af4ec9e24516d94d",
        "MINIMAL, f125f3465ad223b6a72898c0dd083c0c1cf73a806d37bd7fdd8b0ae14c69c99e"
    })
    void theBytesAreThoseOfThisVersionOfTheAlgorithm(Fidelity fidelity, String digest) {
        assertThat(Ledger.algorithmVersion()).isEqualTo("5");
        assertThat(digestOfAll(Configurations.full(ENTRIES), fidelity)).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 2048})
    void doesNotDependOnBatches(int batchRows) {
        Ledger ledger = Ledger.of(Configurations.full(ENTRIES));
        assertThat(digests(ledger, ranges(ledger), Fidelity.NORMAL, batchRows))
                .isEqualTo(digests(ledger, ranges(ledger), Fidelity.NORMAL, 100));
    }

    @ParameterizedTest
    @EnumSource(Fidelity.class)
    void doesNotDependOnTheOrderOfRanges(Fidelity fidelity) {
        Ledger ledger = Ledger.of(Configurations.full(ENTRIES));
        List<Range> ranges = ranges(ledger);
        Map<String, String> inOrder = digests(ledger, ranges, fidelity, 512);
        Collections.reverse(ranges);
        Collections.swap(ranges, 0, ranges.size() / 2);
        assertThat(digests(ledger, ranges, fidelity, 512)).isEqualTo(inOrder);
    }

    @Test
    void doesNotDependOnWhatAGeneratorHasMadeBefore() {
        Ledger ledger = Ledger.of(Configurations.full(ENTRIES));
        List<Range> ranges = ranges(ledger);
        Map<String, String> all = digests(ledger, ranges, Fidelity.NORMAL, 512);
        for (Range range : ranges) {
            ledger.clearCaches();
            assertThat(all)
                    .containsAllEntriesOf(
                            digests(Ledger.of(Configurations.full(ENTRIES)), List.of(range), Fidelity.NORMAL, 512));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void doesNotDependOnCachesThatAreClearedBetweenAnyTwoBatches(int every) {
        Ledger ledger = Ledger.of(Configurations.full(ENTRIES));
        List<Range> ranges = ranges(ledger);
        Map<String, String> undisturbed = digests(ledger, ranges, Fidelity.NORMAL, 64);
        int[] batches = {0};
        List<Range> again = new ArrayList<>();
        RangeSequence sequence = ledger.ranges();
        while (sequence.hasNext()) {
            ledger.clearCaches();
            again.add(sequence.next());
        }
        assertThat(again).usingRecursiveComparison().isEqualTo(ranges);
        Map<String, String> disturbed = digests(ledger, again, Fidelity.NORMAL, 64, () -> {
            if (batches[0]++ % every == 0) {
                ledger.clearCaches();
            }
        });
        assertThat(batches[0]).isGreaterThan(700);
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    @Test
    void doesNotDependOnLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = digestOfAll(Configurations.full(ENTRIES), Fidelity.NORMAL);
        try {
            Locale.setDefault(
                    new Locale.Builder().setLanguage("ar").setRegion("EG").build());
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(digestOfAll(Configurations.full(ENTRIES), Fidelity.NORMAL))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void dependsOnTheSeed() {
        LedgerConfiguration configuration = Configurations.full(ENTRIES);
        assertThat(digestOfAll(configuration, Fidelity.NORMAL))
                .isNotEqualTo(digestOfAll(configuration.withSeed(43), Fidelity.NORMAL));
    }

    @Test
    void goesOnFromAnyRange() {
        Ledger ledger = Ledger.of(Configurations.full(ENTRIES));
        List<Range> ranges = ranges(ledger);
        for (Range range : ranges) {
            Range counted = ledger.ranges(range.index()).next();
            Range resumed = ledger.ranges(range.index(), range.numbering()).next();
            for (Range again : List.of(counted, resumed)) {
                assertThat(again).usingRecursiveComparison().isEqualTo(range);
            }
        }
        assertThat(ledger.ranges(ledger.rangeCount()).hasNext()).isFalse();
    }
}
