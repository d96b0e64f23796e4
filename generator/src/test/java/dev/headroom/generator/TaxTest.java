package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.master.AccountRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxTest {
    private Tabulation tables;
    private Books books;

    @BeforeAll
    void generate() {
        Ledger ledger = Ledger.of(Configurations.clean(6000));
        tables = Tabulation.of(ledger, Fidelity.NORMAL, 4096);
        books = new Books(ledger, tables);
    }

    /** The lines of the returns or the payments, by company and the month of the return. */
    private Map<String, List<Row>> lines(String documentType) {
        Map<String, List<Row>> found = new TreeMap<>();
        books.entries("tax").values().forEach(lines -> {
            if (lines.get(0).text("document_type").equals(documentType)) {
                found.put(lines.get(0).text("source_document_id"), lines);
            }
        });
        return found;
    }

    private long amount(List<Row> lines, AccountRole role) {
        return lines.stream()
                .filter(line -> line.text("gl_account_number").equals(books.account(role)))
                .mapToLong(line -> Books.signed(line, "local_amount"))
                .sum();
    }

    @Test
    void aReturnClearsTheTaxOfItsMonth() {
        Map<String, List<Row>> returns = lines("UT");
        assertThat(returns).hasSizeBetween(30, 36);
        for (List<Row> lines : returns.values()) {
            Row header = lines.get(0);
            assertThat(header.text("business_unit_code")).isIn("DE01", "GB01");
            for (AccountRole role : List.of(AccountRole.OUTPUT_TAX, AccountRole.INPUT_TAX)) {
                assertThat(books.balance(
                                header.text("business_unit_code"),
                                header.number("fiscal_year"),
                                header.number("period"),
                                books.account(role),
                                "ending_balance"))
                        .isZero();
            }
        }
        for (Row row : tables.rows("trial_balances")) {
            if (row.text("gl_account_number").equals(books.account(AccountRole.OUTPUT_TAX))) {
                assertThat(row.number("ending_balance")).isZero();
            }
        }
    }

    @Test
    void whatIsDueIsPaidInTheMiddleOfTheNextMonth() {
        Map<String, List<Row>> returns = lines("UT");
        Map<String, List<Row>> payments = lines("UZ");
        assertThat(payments).isNotEmpty();
        payments.forEach((id, lines) -> {
            List<Row> declared = returns.get(id);
            assertThat(amount(lines, AccountRole.TAX_PAYABLE)).isEqualTo(-amount(declared, AccountRole.TAX_PAYABLE));
            assertThat(amount(lines, AccountRole.BANK)).isEqualTo(amount(declared, AccountRole.TAX_PAYABLE));
            LocalDate day = LocalDate.ofEpochDay(lines.get(0).day("effective_date"));
            LocalDate month = LocalDate.ofEpochDay(declared.get(0).day("effective_date"));
            assertThat(day.withDayOfMonth(1)).isEqualTo(month.withDayOfMonth(1).plusMonths(1));
            assertThat(day.getDayOfMonth()).isBetween(15, 20);
        });
        // All but those of the last month.
        returns.keySet().removeAll(payments.keySet());
        assertThat(returns.values())
                .hasSize(2)
                .allMatch(lines -> lines.get(0).number("fiscal_year") == 2025
                        && lines.get(0).number("period") == 12);
    }

    @Test
    void thereIsNoneWithoutAValueAddedTax() {
        assertThat(books.entries("tax").values())
                .noneMatch(lines -> lines.get(0).text("business_unit_code").equals("US01"));
    }
}
