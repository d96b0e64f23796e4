package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.master.AccountRole;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Entries that are made of the totals of others are entered once all of those are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AggregateTimeTest {
    private List<Row> lines;
    private Books books;

    @BeforeAll
    void generate() {
        Ledger ledger = Ledger.of(Configurations.clean(6000));
        Tabulation tables = Tabulation.of(ledger, Fidelity.NORMAL, 4096);
        lines = tables.rows("journal_entries");
        books = new Books(ledger, tables);
    }

    private static long entered(Row line) {
        return line.day("entered_date") * 86_400L + (Integer) line.values().get("entered_time");
    }

    private Collection<List<Row>> entries(String source, String documentType) {
        Collection<List<Row>> entries = books.entries(source).values().stream()
                .filter(entry -> entry.get(0).text("document_type").equals(documentType))
                .toList();
        assertThat(entries).isNotEmpty();
        return entries;
    }

    /** Holds an entry to all lines of its company that it sums up. */
    private void assertAfter(Row header, Predicate<Row> summedUp) {
        assertThat(lines.stream()
                        .filter(line -> line.text("business_unit_code").equals(header.text("business_unit_code")))
                        .filter(line -> !line.text("journal_id").equals(header.text("journal_id")))
                        .filter(summedUp)
                        .mapToLong(AggregateTimeTest::entered)
                        .max()
                        .orElseThrow())
                .as(header.text("journal_id"))
                .isLessThan(entered(header));
    }

    private Predicate<Row> on(AccountRole... roles) {
        Set<String> accounts = Arrays.stream(roles).map(books::account).collect(Collectors.toSet());
        return line -> accounts.contains(line.text("gl_account_number"));
    }

    @Test
    void aReturnIsEnteredAfterTheTaxOfItsMonth() {
        Predicate<Row> tax = on(AccountRole.OUTPUT_TAX, AccountRole.INPUT_TAX);
        for (List<Row> entry : entries("tax", "UT")) {
            Row header = entry.get(0);
            assertAfter(
                    header,
                    tax.and(line -> line.number("fiscal_year") == header.number("fiscal_year")
                            && line.number("period") == header.number("period")));
        }
    }

    @Test
    void aPaymentOfTaxIsEnteredAfterTheReturn() {
        for (List<Row> entry : entries("tax", "UZ")) {
            String document = entry.get(0).text("source_document_id");
            assertAfter(
                    entry.get(0),
                    line -> line.text("document_type").equals("UT")
                            && line.text("source_document_id").equals(document));
        }
    }

    @Test
    void aValuationIsEnteredAfterAllThatIsOpenAtTheEndOfItsMonthAndBeforeItsReversal() {
        Predicate<Row> owed = on(AccountRole.ACCOUNTS_RECEIVABLE, AccountRole.ACCOUNTS_PAYABLE);
        for (List<Row> entry : entries("revaluation", "FB")) {
            Row header = entry.get(0);
            int last = (int) LocalDate.ofEpochDay(header.day("effective_date"))
                            .withDayOfMonth(1)
                            .plusMonths(1)
                            .toEpochDay()
                    - 1;
            assertAfter(header, owed.and(line -> line.day("effective_date") <= last));
            String reversal = header.text("reversal_journal_id");
            lines.stream()
                    .filter(line -> line.text("journal_id").equals(reversal))
                    .forEach(line -> assertThat(entered(line)).isGreaterThan(entered(header)));
        }
    }

    @Test
    void aCloseIsEnteredAfterAllEntriesOfItsYear() {
        for (List<Row> entry : books.entries("closing").values()) {
            Row header = entry.get(0);
            assertAfter(header, line -> line.number("fiscal_year") == header.number("fiscal_year"));
        }
    }
}
