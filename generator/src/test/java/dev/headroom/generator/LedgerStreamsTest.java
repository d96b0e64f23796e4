package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A ledger in a library user's test. */
class LedgerStreamsTest {
    @Test
    void entriesComeInFiveLines() {
        Ledger ledger = Ledger.of(LedgerConfiguration.ofSize(7, 1_000));
        List<JournalEntry> entries = ledger.journalEntries().toList();
        List<LedgerRecord> invoices = ledger.records("vendor_invoices").toList();
        Set<String> vendors = ledger.records("vendors")
                .map(vendor -> vendor.text("vendor_id"))
                .collect(Collectors.toSet());

        assertThat(entries).hasSize(1_000);
        assertThat(invoices)
                .isNotEmpty()
                .allSatisfy(invoice -> assertThat(vendors).contains(invoice.text("vendor_id")));
        assertThat(entries).allSatisfy(entry -> assertThat(balance(entry)).isEqualByComparingTo(BigDecimal.ZERO));
        assertThat(entries.stream().map(JournalEntry::id).distinct()).hasSize(1_000);
        assertThat(entries.get(0).company()).isEqualTo("US01");
        assertThat(entries).anySatisfy(entry -> assertThat(entry.document()).isNotNull());
    }

    private static BigDecimal balance(JournalEntry entry) {
        return entry.lines().stream()
                .map(line -> line.debit() ? line.amount() : line.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void streamsAreLazy() {
        // Would take hours if it made more than is asked for.
        Ledger ledger = Ledger.of(Configurations.with(
                new LedgerConfiguration.Transactions(20_000_000, .8, 0, .2, 0, 0),
                Configurations.NO_ANOMALIES,
                Configurations.NO_ISSUES));
        assertThat(ledger.journalEntries().limit(3)).hasSize(3);
        assertThat(ledger.records("materials").findFirst()).isPresent();
    }

    @Test
    void rowsAreThoseOfTheBatches() {
        LedgerConfiguration configuration = Configurations.full(2_000);
        Tabulation tabulation = Tabulation.of(Ledger.of(configuration), Fidelity.NORMAL, 100);
        for (var table : Ledger.of(configuration).tables()) {
            assertThat(Ledger.of(configuration).records(table.name()))
                    .as(table.name())
                    .hasSize(tabulation.rows(table.name()).size());
        }
        Set<String> altered = new HashSet<>();
        Ledger.of(configuration).records("journal_entries").forEach(line -> {
            if (line.altered("effective_date") != null) {
                altered.add(line.altered("effective_date"));
                assertThat(line.date("effective_date").getYear()).isBetween(2024, 2025);
                assertThat(line.toString()).contains("effective_date=" + line.altered("effective_date"));
            }
        });
        assertThat(altered).isNotEmpty();
    }

    @Test
    void namesWhatIsThereInPlaceOfWhatIsNot() {
        Ledger ledger = Ledger.of(LedgerConfiguration.ofSize(7, 1_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.records("invoices"))
                .withMessageContaining("no table 'invoices'; it has companies, ")
                .withMessageContaining("vendor_invoices");
    }
}
