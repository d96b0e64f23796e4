package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.table.RecordBatch;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A year of three companies adds up to what is believable in an industry. */
class ProportionsTest {
    private static final Set<String> DOCUMENTS =
            Set.of("sales", "purchasing", "payroll", "assets", "provisions", "tax", "revaluation");

    /** What entries of a source move on an account. */
    private record Movement(String source, String account) {}

    /** The sums of movements in the group's currency, debits above 0; those that close the year are left out. */
    private final Map<Movement, Double> movements = new HashMap<>();
    /** Units that came to stocks. */
    private long received;
    /** Units that went from stocks. */
    private long issued;

    /** Shares of the revenue that sales earn: purchases of goods and services, from and to, cost of people, and depreciation. */
    private record Shares(double leastPurchases, double mostPurchases, double people, double depreciation) {
        static Shares of(Industry industry) {
            return switch (industry) {
                case MANUFACTURING -> new Shares(.5, .7, .20, .04);
                case RETAIL -> new Shares(.7, .9, .12, .02);
                case FINANCIAL_SERVICES -> new Shares(.15, .3, .35, .02);
                case HEALTHCARE -> new Shares(.25, .45, .50, .04);
                case TECHNOLOGY -> new Shares(.35, .55, .40, .03);
            };
        }
    }

    /** The largest of them has some thousand invoices in each industry, the smallest of manufacturing a hundred: chance has its part there. */
    @ParameterizedTest
    @MethodSource
    void areThoseOfTheIndustry(Industry industry, long entries, double chance) {
        WholeLedger.generate(ledger(industry, entries), Fidelity.NORMAL, EntrySample.BATCH_ROWS, this::add);
        Shares shares = Shares.of(industry);
        double revenue = -sum(Set.of("sales"), "4");

        boolean tradesOrMakes = industry != Industry.FINANCIAL_SERVICES;
        assertThat(issued > 0).isEqualTo(tradesOrMakes);
        if (tradesOrMakes) {
            assertThat(received / (double) issued)
                    .as("units that come for one that goes")
                    .isBetween(.9 / chance, 1.1 * chance);
            assertThat(sum(Set.of("purchasing"), "13") / -sum(Set.of("sales"), "13"))
                    .as("value that comes for what goes, of which a few dear materials are much")
                    .isBetween(.7 / chance, 1.4 * chance);
        }
        assertThat(sum(Set.of("purchasing"), "13", "5", "6") / revenue)
                .as("purchases of goods and services")
                .isBetween(shares.leastPurchases() / chance, shares.mostPurchases() * chance);
        assertThat(sum(Set.of("payroll"), "6") / revenue)
                .as("cost of people")
                .isBetween(shares.people() * .8 / chance, shares.people() * 1.2 * chance);
        assertThat(sum(Set.of("assets"), "6") / revenue)
                .as("depreciation")
                .isBetween(shares.depreciation() * .6 / chance, shares.depreciation() * 1.4 * chance);
        assertThat(-sum(DOCUMENTS, "4", "5", "6", "7") / revenue)
                .as("result of what is documented")
                .isBetween(.25 - .25 * chance, .25 + .25 * chance);
        assertThat(-sum(EntrySample.ORDINARY, "4") / revenue)
                .as("revenue that no document supports")
                .isBetween(0., .5);
        assertThat(sum(EntrySample.ORDINARY, "5", "6", "7") / revenue)
                .as("costs that no document supports")
                .isBetween(0., .5);
        assertThat(sum(Set.of(), "4", "5", "6", "7") / sum(Set.of(), "4"))
                .as("result of all")
                .isBetween(.15 - .25 * chance, .15 + .25 * chance);
    }

    static Stream<Arguments> areThoseOfTheIndustry() {
        return Arrays.stream(Industry.values())
                .flatMap(industry -> Stream.of(
                        Arguments.of(industry, 5_000, 2),
                        Arguments.of(industry, 20_000, 1.3),
                        Arguments.of(industry, 100_000, 1)));
    }

    private static Ledger ledger(Industry industry, long entries) {
        LedgerConfiguration usual = LedgerConfiguration.ofSize(7, entries);
        return Ledger.of(usual.withPeriod(LocalDate.of(2025, 1, 1), 12)
                .withCompanies(
                        "USD",
                        new Company("US01", "Northfield Industries Inc.", "USD", "US", 3),
                        new Company("DE01", "Nordfeld Werke GmbH", "EUR", "DE", 2),
                        new Company("JP01", "Kitano Kogyo KK", "JPY", "JP", 1))
                .withIndustry(industry)
                .withAnomalies(Configurations.NO_ANOMALIES)
                .withDataQuality(Configurations.NO_ISSUES));
    }

    private void add(RecordBatch batch) {
        if (batch.schema().name().equals("journal_entries")) {
            for (int group = 0; group < batch.groupCount(); group++) {
                addEntry(batch, group);
            }
        } else if (batch.schema().name().equals("inventory_balances")) {
            for (int row = 0; row < batch.rowCount(); row++) {
                received += batch.longs("received_quantity").get(row);
                issued += batch.longs("issued_quantity").get(row);
            }
        }
    }

    private void addEntry(RecordBatch batch, int group) {
        String source = batch.texts("source").text(group);
        if (source.equals("closing")) {
            return;
        }
        for (int row = batch.groupStart(group); row < batch.groupEnd(group); row++) {
            double amount = batch.longs("reporting_amount").get(row) / 100.0;
            boolean debit =
                    batch.texts("amount_credit_debit_indicator").text(row).equals("D");
            String account = batch.texts("gl_account_number").text(row);
            movements.merge(new Movement(source, account), debit ? amount : -amount, Double::sum);
        }
    }

    /** Debits less credits of entries of some sources, or all for none, on accounts whose numbers begin with some digits. */
    private double sum(Set<String> sources, String... accounts) {
        double sum = 0;
        for (Map.Entry<Movement, Double> movement : movements.entrySet()) {
            String account = movement.getKey().account();
            boolean wanted =
                    sources.isEmpty() || sources.contains(movement.getKey().source());
            for (String first : accounts) {
                sum += wanted && account.startsWith(first) ? movement.getValue() : 0;
            }
        }
        return sum;
    }
}
