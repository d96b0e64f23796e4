package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.headroom.generator.LedgerConfiguration.Complexity;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.Tabulation.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Entries that no document posts are about what their descriptions say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubjectTest {
    private final Map<String, List<Row>> entriesById = new LinkedHashMap<>();

    @BeforeAll
    void generate() {
        entriesById.clear();
        Tabulation data = Tabulation.of(Ledger.of(Configurations.clean(20_000)), Fidelity.NORMAL, 4096);
        for (Row line : data.rows("journal_entries")) {
            if (line.text("source_document_id") == null) {
                entriesById
                        .computeIfAbsent(line.text("journal_id"), id -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    /** The accounts, by their first four digits, of the entries whose header ends with a text. */
    private Set<String> accounts(String side, String header) {
        Set<String> accounts = new TreeSet<>();
        for (List<Row> lines : entriesById.values()) {
            if (lines.get(0).text("je_header_description").endsWith(header)) {
                lines.stream()
                        .filter(line ->
                                line.text("amount_credit_debit_indicator").equals(side))
                        .forEach(line ->
                                accounts.add(line.text("gl_account_number").substring(0, 4)));
            }
        }
        return accounts;
    }

    @Test
    void postsToTheAccountsOfTheSubject() {
        assertThat(accounts("D", "ffice rent")).containsExactly("6100");
        assertThat(accounts("C", "ffice rent")).isNotEmpty().isSubsetOf("1410", "2100");
        assertThat(accounts("D", "Record travel expenses")).containsExactly("6400", "6410");
        assertThat(accounts("C", "Record travel expenses")).containsExactly("2100", "2510");
        assertThat(accounts("D", "Defer insurance premium")).containsExactly("1400");
        assertThat(accounts("C", "Defer insurance premium")).containsExactly("6270");
        assertThat(accounts("C", "Record rental income")).containsExactly("4730");
        assertThat(accounts("D", "Accrual bonus")).containsExactly("6020");
        assertThat(accounts("C", "Reversal of accrual bonus")).containsExactly("6020");
        assertThat(accounts("D", "Corporate cards, statement")).containsExactly("6200", "6400", "6410");
        // A retailer's.
        assertThat(accounts("D", "Point of sale, daily totals")).isEmpty();
    }

    @Test
    void movesCostsToAnotherAccountOrCostCenter() {
        int moved = 0;
        for (List<Row> lines : entriesById.values()) {
            String header = lines.get(0).text("je_header_description");
            if (lines.size() == 2 && (header.startsWith("Reclassify") || header.endsWith("cost distribution"))) {
                Set<String> objects = new HashSet<>();
                lines.forEach(line -> objects.add(line.text("gl_account_number") + line.text("cost_center_id")));
                assertThat(objects).as(header).hasSize(2);
                moved++;
            }
        }
        assertThat(moved).isGreaterThan(100);
    }

    @Test
    void repeatsTheLinesOfTemplatesEachMonth() {
        Map<Object, Set<Long>> monthsOfTemplate = new HashMap<>();
        int entries = 0;
        for (List<Row> lines : entriesById.values()) {
            Row first = lines.get(0);
            if (first.text("source").equals("recurring")) {
                List<Object> template =
                        new ArrayList<>(List.of(first.text("business_unit_code"), first.text("je_header_description")));
                lines.forEach(line -> template.add(line.text("gl_account_number")
                        + line.number("amount")
                        + line.text("je_line_description")
                        + line.text("cost_center_id")));
                assertThat(monthsOfTemplate
                                .computeIfAbsent(template, t -> new HashSet<>())
                                .add(first.number("fiscal_year") * 12 + first.number("period")))
                        .isTrue();
                entries++;
            }
        }
        assertThat(entries).isGreaterThan(1000);
        assertThat(monthsOfTemplate).hasSizeBetween(entries / 18, entries / 18 + 1);
    }

    @Test
    void describesLinesByTheirAccounts() {
        Map<String, Set<String>> texts = new HashMap<>();
        for (List<Row> lines : entriesById.values()) {
            if (lines.get(0).text("source").equals("closing")) {
                continue;
            }
            lines.forEach(line -> texts.computeIfAbsent(
                            line.text("gl_account_number").substring(0, 4), account -> new TreeSet<>())
                    .add(line.text("je_line_description")));
        }
        assertThat(texts.get("6100")).containsExactly("Rent", "Service charge");
        assertThat(texts.get("6450"))
                .containsExactly("Fuel", "Leasing rate", "Parking", "Vehicle Costs", "Vehicle tax");
    }

    @Test
    void hasAccountsForEverySubjectInEveryChart() {
        LedgerConfiguration usual = Configurations.clean(1000);
        for (Industry industry : Industry.values()) {
            for (Complexity complexity : Complexity.values()) {
                Ledger ledger = Ledger.of(usual.withIndustry(industry).withComplexity(complexity));
                assertThatCode(() -> ledger.newRangeGenerator(16))
                        .as(industry + " " + complexity)
                        .doesNotThrowAnyException();
            }
        }
    }
}
