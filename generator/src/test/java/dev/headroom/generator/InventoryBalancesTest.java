package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.Materials;
import dev.headroom.generator.totals.RangeTotals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventoryBalancesTest {
    private static final int FIRST = (int) LocalDate.of(2024, 11, 1).toEpochDay();
    private static final int MONTH = 31;

    private final Ledger ledger = Ledger.of(Configurations.clean(2000)
            .withPeriod(LocalDate.of(2024, 11, 1), 4)
            .withCompanies(
                    "USD",
                    new Company("US01", "Northfield Inc.", "USD", "US", 3),
                    new Company("JP01", "Kitano KK", "JPY", "JP", 1)));
    private final RangeTotals totals = new RangeTotals(ledger.totalsLayout());
    private final Materials materials = ledger.masters().materials();

    private List<Row> rows(Tabulation tables, int material) {
        return tables.rows("inventory_balances").stream()
                .filter(row -> row.text("material_id").equals(materials.ids().text(material)))
                .toList();
    }

    @Test
    void beginWithWhatIsNeeded() {
        int bought = 3;
        int sold = 4;
        totals.receive(bought, FIRST + MONTH, 70);
        totals.issue(bought, FIRST + MONTH, 20);
        // What was before the ledger is no longer in stock, or part of what it begins with.
        totals.issue(sold, FIRST - 10, 1000);
        totals.issue(sold, FIRST, 15);
        totals.receive(sold, FIRST + MONTH, 10);
        totals.issue(sold, FIRST + 2 * MONTH, 95);
        Tabulation tables = Tabulation.ofEpilogue(ledger, totals.totals());

        assertThat(rows(tables, bought).stream().map(row -> row.number("period")))
                .containsExactly(12L, 1L, 2L);
        assertThat(rows(tables, bought).stream().map(row -> row.number("ending_quantity")))
                .containsExactly(50L, 50L, 50L);
        List<Row> needed = rows(tables, sold);
        assertThat(needed.stream().map(row -> row.number("period"))).containsExactly(0L, 11L, 12L, 1L, 2L);
        long opening = needed.get(0).number("ending_quantity");
        assertThat(opening).isBetween(100L, 130L);
        assertThat(needed.stream().map(row -> row.number("ending_quantity")))
                .containsExactly(opening, opening - 15, opening - 5, opening - 100, opening - 100);
        assertThat(needed.stream().map(row -> row.number("issued_quantity"))).containsExactly(0L, 15L, 0L, 95L, 0L);
        assertThat(tables.rows("inventory_balances")).hasSize(8);
    }

    @Test
    void areWhatTheAccountsOfInventoryBeginWith() {
        for (int material = 0; material < materials.count(); material += 7) {
            if (materials.type(material).stocked()) {
                totals.issue(material, FIRST + material % 100, 1 + material % 13);
            }
        }
        Tabulation tables = Tabulation.ofEpilogue(ledger, totals.totals());
        Map<String, Long> values = new HashMap<>();
        Map<String, Long> quantities = new HashMap<>();
        for (Row row : tables.rows("inventory_balances")) {
            String material = row.text("material_id");
            assertThat(row.number("beginning_quantity")).isEqualTo(quantities.getOrDefault(material, 0L));
            assertThat(row.number("ending_quantity")).isNotNegative();
            assertThat(row.number("ending_value")).isEqualTo(row.number("ending_quantity") * row.number("unit_cost"));
            quantities.put(material, row.number("ending_quantity"));
            if (row.number("period") == 0) {
                values.merge(row.text("company_code"), row.number("ending_value"), Long::sum);
            } else {
                assertThat(row.number("ending_quantity") - row.number("beginning_quantity"))
                        .isEqualTo(row.number("received_quantity") - row.number("issued_quantity"));
            }
        }
        Books books = new Books(ledger, tables);
        assertThat(values).containsOnlyKeys("US01", "JP01");
        values.forEach((company, value) -> assertThat(Stream.of(AccountRole.INVENTORY, AccountRole.FINISHED_GOODS)
                        .mapToLong(role -> books.balance(company, 2024, 0, books.account(role), "ending_balance"))
                        .sum())
                .isEqualTo(value));
        assertThat(values.get("JP01") % 100).isZero();
    }
}
