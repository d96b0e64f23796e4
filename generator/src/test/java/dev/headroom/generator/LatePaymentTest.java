package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.table.RecordBatch;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices that are due so early that even the latest of their first payments is within the ledger. */
class LatePaymentTest {
    private static final int LATEST_DUE_DAY = (int) LocalDate.of(2025, 10, 31).toEpochDay();

    private final Map<String, Integer> invoiceDays = new HashMap<>();
    private final Map<String, Integer> dueDays = new HashMap<>();
    private final Map<String, Integer> paymentDays = new HashMap<>();
    private final Map<String, String> invoiceOfPayment = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"0, 12000, 30", "0.15, 210000, 30", "0.4, 40000, 0"})
    void paysTheConfiguredShareLate(double rate, long entries, int paymentLagDays) {
        Ledger ledger = Ledger.of(configuration(rate, entries, paymentLagDays));
        WholeLedger.generate(ledger, Fidelity.NORMAL, 8192, this::collect);
        Map<String, Boolean> late = new HashMap<>();
        invoiceOfPayment.forEach((payment, invoice) -> {
            int day = paymentDays.get(payment);
            int dueDay = dueDays.get(invoice);
            assertThat(day).isGreaterThanOrEqualTo(invoiceDays.get(invoice));
            if (dueDay <= LATEST_DUE_DAY) {
                Boolean other = late.put(invoice, day > dueDay);
                // Of a late invoice every payment is late, of any other none.
                assertThat(other == null || other == day > dueDay).isTrue();
            }
        });
        long lateCount = late.values().stream().filter(Boolean::booleanValue).count();
        assertThat(late.size()).isGreaterThan((int) (entries / 12));
        assertThat(lateCount / (double) late.size()).isEqualTo(rate, within(rate == 0 ? 0 : .02));
    }

    private static LedgerConfiguration configuration(double latePayment, long entries, int paymentLagDays) {
        LedgerConfiguration usual = Configurations.with(
                new Transactions(entries, 0, 1, 0, 0, 0), Configurations.NO_ANOMALIES, Configurations.NO_ISSUES);
        return usual.withPurchaseFlow(new PurchaseFlow(.95, .15, .08, .05, .05, latePayment, .2, 14, 5, paymentLagDays))
                .withSalesFlow(new LedgerConfiguration.SalesFlow(.1, .03, .01, 7, 1, 45));
    }

    private void collect(RecordBatch batch) {
        for (int row = 0; row < batch.rowCount(); row++) {
            switch (batch.schema().name()) {
                case "vendor_invoices" -> {
                    String invoice = batch.texts("vendor_invoice_id").text(row);
                    invoiceDays.put(invoice, batch.ints("invoice_date").get(row));
                    dueDays.put(invoice, batch.ints("due_date").get(row));
                }
                case "payments" ->
                    paymentDays.put(
                            batch.texts("payment_id").text(row),
                            batch.ints("payment_date").get(row));
                case "payment_allocations" ->
                    invoiceOfPayment.put(
                            batch.texts("payment_id").text(row),
                            batch.texts("vendor_invoice_id").text(row));
                default -> {}
            }
        }
    }
}
