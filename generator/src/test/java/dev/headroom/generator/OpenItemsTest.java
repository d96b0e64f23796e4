package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open of the documents of a ledger, in its companies' currencies and others, with and without minor units. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenItemsTest {
    private static final int EVE = (int) LocalDate.of(2024, 12, 31).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2025, 6, 30).toEpochDay();

    private Tabulation data;
    private Map<String, String> currencies;

    @BeforeAll
    void generate() {
        LedgerConfiguration usual = Configurations.clean(20_000);
        data = Tabulation.of(
                Ledger.of(usual.withPeriod(LocalDate.ofEpochDay(EVE + 1), 6)
                        .withCompanies(
                                "USD",
                                new Company("US01", "Northfield Inc.", "USD", "US", 1),
                                new Company("JP01", "Kitano KK", "JPY", "JP", 1),
                                new Company("DE01", "Nordfeld Werke GmbH", "EUR", "DE", 1))),
                Fidelity.NORMAL,
                4096);
        currencies = new HashMap<>();
        data.rows("companies").forEach(row -> currencies.put(row.text("company_code"), row.text("currency")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AP", "GRIR"})
    void addUpToTheBalancesOfTheirAccounts(String controlType) {
        String account = data.rows("gl_accounts").stream()
                .filter(row -> controlType.equals(row.text("control_type")))
                .map(row -> row.text("gl_account_number"))
                .findFirst()
                .orElseThrow();
        Map<String, Long> items = new TreeMap<>();
        for (Row item : data.rows("open_items")) {
            if (item.text("control_type").equals(controlType)) {
                assertThat(item.text("gl_account_number")).isEqualTo(account);
                boolean opening = item.day("as_of_date") == EVE;
                assertThat(item.day("as_of_date")).isIn(EVE, LAST);
                items.merge(
                        item.text("company_code") + (opening ? " opening" : " closing"),
                        item.number("local_amount"),
                        Long::sum);
            }
        }
        Map<String, Long> balances = new TreeMap<>();
        for (Row row : data.rows("trial_balances")) {
            if (row.text("gl_account_number").equals(account)) {
                if (row.number("period") == 0) {
                    balances.put(row.text("company_code") + " opening", row.number("ending_balance"));
                } else if (row.number("fiscal_year") == 2025 && row.number("period") == 6) {
                    balances.put(row.text("company_code") + " closing", row.number("ending_balance"));
                }
            }
        }
        assertThat(items).isEqualTo(balances).hasSize(6);
    }

    @Test
    void areWhatIsNotPaidOfInvoices() {
        Map<String, Long> open = new HashMap<>();
        Map<String, Row> invoices = new HashMap<>();
        Map<String, Row> payments = new HashMap<>();
        data.rows("payments").forEach(row -> payments.put(row.text("payment_id"), row));
        for (int day : new int[] {EVE, LAST}) {
            for (Row invoice : data.rows("vendor_invoices")) {
                if (invoice.day("invoice_date") <= day) {
                    String credited = invoice.text("credited_invoice_id");
                    String id = credited == null ? invoice.text("vendor_invoice_id") : credited;
                    long amount = invoice.number("gross_amount");
                    open.merge(day + id, credited == null ? -amount : amount, Long::sum);
                    invoices.put(invoice.text("vendor_invoice_id"), invoice);
                }
            }
            for (Row allocation : data.rows("payment_allocations")) {
                if (payments.get(allocation.text("payment_id")).day("payment_date") <= day) {
                    open.merge(day + allocation.text("vendor_invoice_id"), allocation.number("amount"), Long::sum);
                }
            }
        }
        open.values().removeIf(amount -> amount == 0);
        Map<String, Long> items = new HashMap<>();
        int foreign = 0;
        for (Row item : data.rows("open_items")) {
            if (!item.text("control_type").equals("AP")) {
                continue;
            }
            Row invoice = invoices.get(item.text("document_id"));
            assertThat(item.text("document_type")).isEqualTo("vendor_invoice");
            assertThat(item.day("document_date")).isEqualTo(invoice.day("invoice_date"));
            assertThat(item.day("due_date")).isEqualTo(invoice.day("due_date"));
            for (String column : List.of("company_code", "vendor_id", "currency")) {
                assertThat(item.text(column)).isEqualTo(invoice.text(column));
            }
            boolean local = item.text("currency").equals(currencies.get(item.text("company_code")));
            assertThat(item.number("amount")).isNegative();
            assertThat(item.number("local_amount")).isNegative();
            if (local) {
                assertThat(item.number("local_amount")).isEqualTo(item.number("amount"));
            }
            foreign += local ? 0 : 1;
            items.put(item.day("as_of_date") + item.text("document_id"), item.number("amount"));
        }
        assertThat(items).isEqualTo(open).hasSizeGreaterThan(400);
        assertThat(foreign).isGreaterThan(50);
    }
}
