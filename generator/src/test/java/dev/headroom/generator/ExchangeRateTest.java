package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeRateTest {
    private final Ledger ledger = Ledger.of(Configurations.clean(6000));
    private final Tabulation tables = Tabulation.of(ledger, Fidelity.NORMAL, 4096);
    private final Map<String, Long> rates = new HashMap<>();
    private final Map<String, String> local = new HashMap<>();

    private int checkRates(String table, String day) {
        int before = 0;
        for (Row document : tables.rows(table)) {
            String currency = document.text("currency");
            String own = local.get(document.text("company_code"));
            int month = (int)
                    LocalDate.ofEpochDay(document.day(day)).withDayOfMonth(1).toEpochDay();
            // A credit memo has the rate of its invoice.
            if (!currency.equals(own) && !"credit_memo".equals(document.values().get("invoice_type"))) {
                assertThat(document.number("exchange_rate")).isEqualTo(rates.get(currency + own + month));
                before += month < ledger.masters().months().firstDay() ? 1 : 0;
            }
        }
        return before;
    }

    @Test
    void documentsFromBeforeTheLedgerHaveTheirRatesInTheTable() {
        tables.rows("exchange_rates")
                .forEach(row -> rates.put(
                        row.text("from_currency") + row.text("to_currency") + row.day("valid_from"),
                        row.number("rate")));
        tables.rows("companies").forEach(row -> local.put(row.text("company_code"), row.text("currency")));
        assertThat(checkRates("purchase_orders", "order_date")).isPositive();
        assertThat(checkRates("customer_invoices", "invoice_date")).isPositive();
    }
}
