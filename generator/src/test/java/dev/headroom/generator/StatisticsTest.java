package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.table.RecordBatch;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures published with DataSynth 0.2.3, for entries that do not come from documents. */
class StatisticsTest {
    private static final Offset<Double> CLOSE = within(.02);

    private static final Map<Integer, Double> LINES = new LinkedHashMap<>();
    private static int entries;
    private static int even;
    private static int equal;
    private static int moreCredits;
    private static int moreDebits;
    private static long manualLines;
    private static long roundHundreds;
    private static long above;
    private static final long[] FIRST_DIGITS = new long[10];
    private static final Map<String, Integer> SOURCES = new LinkedHashMap<>();
    private static int documentEntries;

    @BeforeAll
    static void generate() {
        Ledger ledger = Ledger.of(Configurations.clean(60_000));
        // Longer than any entry, so that every entry is one group.
        int batchRows = 200_000;
        WholeLedger.generate(ledger, Fidelity.NORMAL, batchRows, batch -> {
            if (!batch.schema().name().equals("journal_entries")) {
                return;
            }
            for (int group = 0; group < batch.groupCount(); group++) {
                String source = batch.texts("source").text(group);
                SOURCES.merge(source, 1, Integer::sum);
                if (!source.equals("purchasing") && !source.equals("sales")) {
                    count(batch, group, source);
                } else {
                    documentEntries++;
                }
            }
        });
    }

    private static void count(RecordBatch batch, int group, String source) {
        int lines = batch.groupEnd(group) - batch.groupStart(group);
        int debits = 0;
        for (int row = batch.groupStart(group); row < batch.groupEnd(group); row++) {
            debits += batch.texts("amount_credit_debit_indicator").text(row).equals("D") ? 1 : 0;
            long amount = batch.longs("amount").get(row);
            assertThat(amount).isLessThanOrEqualTo(10_000_000_000L);
            if (amount >= 1000) {
                FIRST_DIGITS[Long.toString(amount).charAt(0) - '0']++;
            }
            if (source.equals("manual") && amount >= 100_000) {
                above++;
                roundHundreds += amount % 10_000 == 0 ? 1 : 0;
            }
        }
        manualLines += source.equals("manual") ? lines : 0;
        int band = lines < 10 ? lines : lines < 100 ? 10 : lines < 1000 ? 100 : 1000;
        LINES.merge(band, 1.0, Double::sum);
        entries++;
        even += lines % 2 == 0 ? 1 : 0;
        equal += 2 * debits == lines ? 1 : 0;
        moreCredits += 2 * debits < lines ? 1 : 0;
        moreDebits += 2 * debits > lines ? 1 : 0;
    }

    @Test
    void hasTheSharesOfLineCounts() {
        double[] expected = {.6068, .0577, .1663, .0306, .0332, .0113, .0188, .0042, .0633, .0076, .0002};
        int[] bands = {2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000};
        for (int i = 0; i < bands.length; i++) {
            assertThat(LINES.getOrDefault(bands[i], 0.0) / entries)
                    .as(bands[i] + " lines")
                    .isEqualTo(expected[i], CLOSE);
        }
        assertThat(even / (double) entries).isEqualTo(.88, CLOSE);
    }

    @Test
    void hasTheSharesOfSides() {
        assertThat(equal / (double) entries).isEqualTo(.82, CLOSE);
        assertThat(moreCredits / (double) entries).isEqualTo(.11, CLOSE);
        assertThat(moreDebits / (double) entries).isEqualTo(.07, CLOSE);
    }

    @Test
    void followsBenfordsLaw() {
        long total = 0;
        for (long count : FIRST_DIGITS) {
            total += count;
        }
        double deviation = 0;
        for (int digit = 1; digit <= 9; digit++) {
            deviation += Math.abs(FIRST_DIGITS[digit] / (double) total - Math.log10(1 + 1.0 / digit)) / 9;
        }
        assertThat(total).isGreaterThan(50_000);
        assertThat(deviation).isLessThan(.006);
    }

    @Test
    void roundsManualAmounts() {
        assertThat(manualLines).isGreaterThan(10_000);
        assertThat(roundHundreds / (double) above).isEqualTo(.25, within(.05));
    }

    @Test
    void hasTheSharesOfSources() {
        assertThat(SOURCES.get("manual") / 60_000.0).isEqualTo(.2, CLOSE);
        assertThat(SOURCES.get("interface") / 60_000.0).isEqualTo(.2, CLOSE);
        assertThat(SOURCES.get("recurring") / 60_000.0).isEqualTo(.07, CLOSE);
        assertThat(SOURCES.get("adjustment") / 60_000.0).isEqualTo(.03, CLOSE);
        assertThat(documentEntries / 60_000.0).isEqualTo(.5, CLOSE);
    }
}
