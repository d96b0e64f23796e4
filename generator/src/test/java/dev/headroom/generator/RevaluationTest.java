package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.ledger.Translation;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.totals.RangeTotals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevaluationTest {
    private static final int JAPAN = 1;

    private static final LedgerConfiguration CONFIGURATION = Configurations.clean(2000)
            .withPeriod(LocalDate.of(2024, 10, 1), 5)
            .withCompanies(
                    "EUR",
                    new Company("DE01", "Nordfeld Werke GmbH", "EUR", "DE", 1),
                    new Company("JP01", "Kitano KK", "JPY", "JP", 1));

    private final Ledger ledger = Ledger.of(CONFIGURATION);
    private final RangeTotals totals = new RangeTotals(ledger.totalsLayout());

    private static int currency(String code) {
        return IntStream.range(0, Currencies.count())
                .filter(currency -> Currencies.codes().text(currency).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static int day(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    private long rate(String from, String to, int day) {
        return ledger.masters().exchangeRates().rate(currency(from), currency(to), day);
    }

    private List<List<Row>> revaluations(String company) {
        Books books = new Books(ledger, Tabulation.ofEpilogue(ledger, totals.totals()));
        return books.entries("revaluation").values().stream()
                .filter(lines -> lines.get(0).text("business_unit_code").equals(company))
                .toList();
    }

    @Test
    void valuesWhatIsOpenAtTheRateOfEachMonthAndReversesIt() {
        totals.owe(0, currency("USD"), day(2024, 8, 20), 50_000_00, 45_000_00);
        totals.owe(0, currency("GBP"), day(2024, 10, 7), -3_000_00, -3_600_00);
        totals.owe(0, currency("USD"), day(2025, 1, 15), -50_000_00, -45_000_00);
        List<List<Row>> entries = revaluations("DE01");
        // Five months, and the first days of four of them.
        assertThat(entries).hasSize(9);
        Books books = new Books(ledger, Tabulation.ofEpilogue(ledger, totals.totals()));
        List<Long> expected = new ArrayList<>();
        List<Long> valued = new ArrayList<>();
        for (int month = 0; month < 5; month++) {
            int last = (int) LocalDate.of(2024, 10, 1).plusMonths(month).toEpochDay();
            long dollars = Translation.convert(50_000_00, rate("USD", "EUR", last), 1) - 45_000_00;
            long pounds = Translation.convert(-3_000_00, rate("GBP", "EUR", last), 1) + 3_600_00;
            expected.add((month < 3 ? dollars : 0) + pounds);
        }
        for (List<Row> lines : entries) {
            Row header = lines.get(0);
            LocalDate day = LocalDate.ofEpochDay(header.day("effective_date"));
            long adjustment = lines.stream()
                    .filter(line -> line.text("gl_account_number").equals(books.account(AccountRole.FX_REVALUATION)))
                    .mapToLong(line -> Books.signed(line, "local_amount"))
                    .sum();
            if (header.text("document_type").equals("FB")) {
                valued.add(adjustment);
                assertThat(day.getDayOfMonth()).isGreaterThan(26);
                assertThat(lines).hasSize(valued.size() <= 3 ? 4 : 2);
            } else {
                assertThat(day.getDayOfMonth()).isLessThan(6);
                assertThat(adjustment).isEqualTo(-valued.get(valued.size() - 1));
            }
            assertThat(lines.stream().map(line -> line.text("gl_account_number")))
                    .isSubsetOf(
                            books.account(AccountRole.FX_REVALUATION),
                            books.account(AccountRole.FX_GAIN),
                            books.account(AccountRole.FX_LOSS));
        }
        assertThat(valued).isEqualTo(expected);
    }

    @Test
    void anEntryAndItsReversalNameEachOther() {
        totals.owe(0, currency("USD"), day(2024, 10, 10), 50_000_00, 40_000_00);
        Map<String, List<Row>> entries =
                new Books(ledger, Tabulation.ofEpilogue(ledger, totals.totals())).entries("revaluation");
        int named = 0;
        for (List<Row> lines : entries.values()) {
            String other = lines.get(0).text("reversal_journal_id");
            if (other != null) {
                assertThat(entries.get(other).get(0).text("reversal_journal_id"))
                        .isEqualTo(lines.get(0).text("journal_id"));
                assertThat(entries.get(other).stream().map(line -> Books.signed(line, "reporting_amount")))
                        .containsExactlyElementsOf(lines.stream()
                                .map(line -> -Books.signed(line, "reporting_amount"))
                                .toList());
                named++;
            }
        }
        assertThat(named).isEqualTo(entries.size() - 1).isEqualTo(8);
    }

    @Test
    void amountsAreWholeWhereThereAreNoMinorUnits() {
        totals.owe(JAPAN, currency("USD"), day(2024, 10, 10), 1_234_56, 180_000_00);
        assertThat(revaluations("JP01"))
                .hasSize(9)
                .allSatisfy(lines -> assertThat(lines).allMatch(line -> line.number("local_amount") % 100 == 0));
    }

    @Test
    void ordinaryEntriesTakeThePlaceOfThoseWithNothingToPost() {
        Tabulation nothing = Tabulation.ofEpilogue(ledger, totals.totals());
        Map<String, List<Row>> entries = new Books(ledger, nothing).entries("manual");
        assertThat(entries).hasSize((int) ledger.aggregates().count());
        assertThat(nothing.rows("journal_entries"))
                .hasSameSizeAs(entries.values().stream().flatMap(List::stream).toList());
        for (List<Row> lines : entries.values()) {
            assertThat(lines.get(0).text("approved_by")).isNotNull();
            // One stands in for the close of a year: liabilities, and cash that settles them.
            assertThat(lines).allMatch(line -> line.text("gl_account_number").matches("1020.*|2.*"));
            assertThat(lines.stream()
                            .mapToLong(line -> Books.signed(line, "local_amount"))
                            .sum())
                    .isZero();
        }
    }
}
