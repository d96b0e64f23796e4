package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many entries belong together, each of them is seen: those that labels name are found among all others. */
class ClusterTestsTest {
    private static final int MANY = 20_000;

    @TempDir
    Path temp;

    private final TestCounts counts = new TestCounts();

    private interface Entries {
        void takenBy(ClusterTests tests) throws IOException;
    }

    private void find(Entries entries) throws IOException {
        try (SpillDirectory directory = new SpillDirectory(temp);
                ClusterTests tests = new ClusterTests(directory, counts)) {
            entries.takenBy(tests);
            tests.end();
        }
    }

    /** An entry like no other, but for what is changed. */
    private EntryFacts entry(int number, Consumer<EntryFacts> change) {
        EntryFacts entry = new EntryFacts();
        entry.id = number;
        entry.company = 1;
        entry.fiscalYear = 2024;
        entry.enteredBy = number;
        entry.enteredDate = number;
        entry.effectiveDate = number;
        entry.fingerprint = number;
        entry.lines = 2;
        entry.debitLines = 1;
        entry.localDebits = 500_00;
        entry.localScale = 1;
        entry.creditAccount = 1;
        entry.debitAccount = 2;
        change.accept(entry);
        counts.labelled(entry.kind);
        return entry;
    }

    private static Consumer<EntryFacts> transfer(long from, long to, @Nullable AnomalyTest kind) {
        return entry -> {
            entry.creditAccount = from;
            entry.debitAccount = to;
            entry.kind = kind == null ? TestCounts.NO_KIND : kind.code();
        };
    }

    /** Among very many entries of the same amount, which go to and from hundreds of accounts, few go round. */
    @Test
    void ringsAreFoundAmongAnyNumberOfEntriesOfAnAmount() throws IOException {
        AnomalyTest ring = AnomalyTest.CIRCULAR_TRANSACTION;
        find(tests -> {
            for (int i = 0; i < MANY; i++) {
                tests.entry(entry(i, transfer(1 + i % 150, 1000 + i % 133, null)));
            }
            tests.entry(entry(MANY, transfer(7, Long.MAX_VALUE, ring)));
            tests.entry(entry(MANY + 1, transfer(Long.MAX_VALUE, Long.MIN_VALUE, ring)));
            tests.entry(entry(MANY + 2, transfer(Long.MIN_VALUE, 7, ring)));
            tests.entry(entry(MANY + 3, transfer(Long.MIN_VALUE, 7, null)));
            // There and back is no ring.
            tests.entry(entry(MANY + 4, transfer(8, 9, null)));
            tests.entry(entry(MANY + 5, transfer(9, 8, null)));
        });
        assertThat(counts.result(ring)).isEqualTo(new AnomalyTestResult(ring, 3, 4, 3));
    }

    @Test
    void aRingOfOtherAmountsOrCompaniesIsNone() throws IOException {
        find(tests -> {
            tests.entry(entry(1, transfer(1, 2, null)));
            tests.entry(entry(2, transfer(2, 3, null)));
            tests.entry(entry(3, transfer(3, 1, null).andThen(entry -> entry.localDebits++)));
            tests.entry(entry(4, transfer(3, 1, null).andThen(entry -> entry.company++)));
        });
        assertThat(counts.result(AnomalyTest.CIRCULAR_TRANSACTION).found()).isZero();
    }

    /** Someone who has had to do with one vendor for years, and now and then does what must not be. */
    @Test
    void entriesOfAVendorAreFoundAmongAnyNumber() throws IOException {
        Consumer<EntryFacts> ofVendor = entry -> {
            entry.enteredBy = 5;
            entry.vendor = 6;
            entry.localDebits = 700_00 + entry.id % 100;
        };
        AnomalyTest split = AnomalyTest.SPLIT_TRANSACTION;
        AnomalyTest below = AnomalyTest.JUST_BELOW_THRESHOLD;
        find(tests -> {
            for (int i = 0; i < MANY; i++) {
                tests.entry(entry(i, ofVendor));
            }
            for (int i = MANY; i < MANY + 3; i++) {
                tests.entry(entry(i, ofVendor.andThen(entry -> {
                    entry.effectiveDate = MANY;
                    entry.kind = split.code();
                })));
                tests.entry(entry(i + 3, ofVendor.andThen(entry -> {
                    entry.localDebits = 999_00;
                    entry.kind = below.code();
                })));
            }
        });
        assertThat(counts.result(split)).isEqualTo(new AnomalyTestResult(split, 3, 3, 3));
        assertThat(counts.result(below)).isEqualTo(new AnomalyTestResult(below, 3, 3, 3));
    }
}
