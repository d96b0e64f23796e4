package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.headroom.generator.LedgerConfiguration.Industry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    void documentsComeWithTheirLines() {
        Ledger ledger = Ledger.of(LedgerConfiguration.ofSize(7, 1_000).withIndustry(Industry.RETAIL));
        List<LedgerDocument> invoices = ledger.documents("customer_invoices").toList();
        assertThat(invoices).isNotEmpty().allSatisfy(invoice -> {
            assertThat(invoice.id()).isEqualTo(invoice.header().text("customer_invoice_id"));
            assertThat(invoice.lines().stream().map(line -> line.amount("line_amount")))
                    .isNotEmpty()
                    .allSatisfy(amount -> assertThat(amount).isPositive());
            assertThat(sum(invoice.lines(), "line_amount"))
                    .isEqualByComparingTo(invoice.header().amount("net_amount"));
        });
        assertThat(invoices.stream().flatMap(invoice -> invoice.lines().stream()))
                .hasSize((int) ledger.records("customer_invoice_lines").count());
        assertThat(ledger.documents("payments"))
                .isNotEmpty()
                .allSatisfy(payment -> assertThat(
                                sum(payment.lines(), "amount").subtract(sum(payment.lines(), "discount_amount")))
                        .isEqualByComparingTo(payment.header().amount("amount")));
    }

    private static BigDecimal sum(List<LedgerRecord> records, String column) {
        return records.stream().map(line -> line.amount(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Employee(
            String employeeId,
            @Nullable String managerId,
            LocalDate hiredOn,
            @Nullable BigDecimal approvalLimit) {}

    private record Refund(long revenueMonths, boolean paymentBlock) {}

    private record Hurried(String hiredOn) {}

    private record Replaced(LocalDate terminatedOn, long approvalLimit) {}

    record Refusing(String userId) {
        Refusing {
            Objects.requireNonNull(userId, "a user");
        }
    }

    @Test
    void recordsBecomeTheCallers() {
        Ledger ledger = Ledger.of(LedgerConfiguration.ofSize(7, 1_000));
        List<LedgerRecord> records = ledger.records("employees").toList();
        List<Employee> employees =
                records.stream().map(employee -> employee.as(Employee.class)).toList();
        assertThat(employees)
                .hasSize(1_500)
                .anySatisfy(employee -> assertThat(employee.managerId()).isNull());
        for (int i = 0; i < records.size(); i++) {
            LedgerRecord record = records.get(i);
            assertThat(employees.get(i).employeeId()).isEqualTo(record.text("employee_id"));
            assertThat(employees.get(i).hiredOn()).isEqualTo(record.date("hired_on"));
            assertThat(employees.get(i).approvalLimit() == null).isEqualTo(record.isNull("approval_limit"));
        }
        LedgerRecord record = records.get(records.size() - 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.as(Refund.class))
                .withMessage("table employees has no column revenue_months");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.as(Hurried.class))
                .withMessage("Hurried.hiredOn is of type String, but employees.hired_on is of type LocalDate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.as(Replaced.class))
                .withMessage(
                        "Replaced.approvalLimit is of type long, but employees.approval_limit is of type BigDecimal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.date("user_id"))
                .withMessage("employees.user_id is asked for as LocalDate, but is of type String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.number("approval_limit"))
                .withMessage("employees.approval_limit is asked for as Long, but is of type BigDecimal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.text("revenue_months"))
                .withMessage("table employees has no column revenue_months");
        LedgerRecord idle = records.stream()
                .filter(employee -> employee.isNull("user_id"))
                .findFirst()
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> idle.as(Refusing.class))
                .withMessageStartingWith("Refusing refuses a record of employees: ")
                .withMessageEndingWith("a user");
    }

    private record Ordinal(long rowOrdinal) {}

    @Test
    void aPrimitiveIsNeverAbsent() {
        Ledger ledger = Ledger.of(LedgerConfiguration.ofSize(7, 1_000).withAnomalies(.1));
        LedgerRecord whole = ledger.records("anomaly_labels")
                .filter(label -> label.isNull("row_ordinal"))
                .findFirst()
                .orElseThrow();
        assertThatNullPointerException()
                .isThrownBy(() -> whole.as(Ordinal.class))
                .withMessage(
                        "anomaly_labels.row_ordinal is null in this record; Ordinal.rowOrdinal has to be of type Long");
    }

    @Test
    void configurationsDifferInWhatIsSaid() {
        LedgerConfiguration standard = LedgerConfiguration.ofSize(7, 1_000);
        LedgerConfiguration other = standard.withSeed(8)
                .withIndustry(Industry.TECHNOLOGY)
                .withPeriod(LocalDate.of(2024, 4, 1), 3)
                .withCompanies("EUR", new LedgerConfiguration.Company("DE01", "Nordfeld GmbH", "EUR", "DE", 1))
                .withComplexity(LedgerConfiguration.Complexity.MEDIUM)
                .withTransactions(new LedgerConfiguration.Transactions(500, .4, .4, .1, .07, .03))
                .withMasterData(new LedgerConfiguration.MasterData(20, 30, 40, 50, 6, 7))
                .withPurchaseFlow(new LedgerConfiguration.PurchaseFlow(.9, .1, .1, .05, .05, .15, .05, 7, 5, 14))
                .withSalesFlow(new LedgerConfiguration.SalesFlow(.2, .03, .01, 7, 1, 14))
                .withAnomalies(.05)
                .withDataQuality(Configurations.full(1).dataQuality())
                .withGraphExport(true);
        assertThat(other)
                .isEqualTo(new LedgerConfiguration(
                        8,
                        Industry.TECHNOLOGY,
                        LocalDate.of(2024, 4, 1),
                        3,
                        "EUR",
                        List.of(new LedgerConfiguration.Company("DE01", "Nordfeld GmbH", "EUR", "DE", 1)),
                        LedgerConfiguration.Complexity.MEDIUM,
                        new LedgerConfiguration.Transactions(500, .4, .4, .1, .07, .03),
                        new LedgerConfiguration.MasterData(20, 30, 40, 50, 6, 7),
                        new LedgerConfiguration.PurchaseFlow(.9, .1, .1, .05, .05, .15, .05, 7, 5, 14),
                        new LedgerConfiguration.SalesFlow(.2, .03, .01, 7, 1, 14),
                        new LedgerConfiguration.Anomalies(true, .05, .25, .35, .20, .15, .05),
                        Configurations.full(1).dataQuality(),
                        true));
        assertThat(Ledger.of(other).journalEntries()).hasSize(500);
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
    void whatMustNotBeNullIsNamed() {
        LedgerConfiguration configuration = LedgerConfiguration.ofSize(7, 1_000);
        assertThatNullPointerException().isThrownBy(() -> Ledger.of(null)).withMessage("configuration");
        assertThatNullPointerException()
                .isThrownBy(() -> configuration.withIndustry(null))
                .withMessage("industry");
    }

    @Test
    void namesWhatIsThereInPlaceOfWhatIsNot() {
        Ledger ledger = Ledger.of(LedgerConfiguration.ofSize(7, 1_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.records("invoices"))
                .withMessageContaining("no table 'invoices'; it has companies, ")
                .withMessageContaining("vendor_invoices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.documents("vendors"))
                .withMessage("'vendors' has no lines; these have: purchase_orders, goods_receipts, vendor_invoices,"
                        + " payments, sales_orders, deliveries, customer_invoices, receipts");
    }
}
