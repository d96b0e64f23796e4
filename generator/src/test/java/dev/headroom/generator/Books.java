package dev.headroom.generator;

import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.master.AccountRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tests ask of trial balances and journal entries. */
final class Books {
    private final Ledger ledger;
    private final Tabulation tables;
    private final Map<String, Row> balances = new HashMap<>();

    Books(Ledger ledger, Tabulation tables) {
        this.ledger = ledger;
        this.tables = tables;
        tables.rows("trial_balances")
                .forEach(row -> balances.put(
                        key(
                                row.text("company_code"),
                                row.number("fiscal_year"),
                                row.number("period"),
                                row.text("gl_account_number")),
                        row));
    }

    private static String key(String company, long year, long period, String account) {
        return company + " " + year + " " + period + " " + account;
    }

    /** The number of the account of a role. */
    String account(AccountRole role) {
        return ledger.masters()
                .accounts()
                .numbers()
                .text(ledger.masters().accounts().account(role));
    }

    /** A number of the trial balance; 0 where it has no such row. */
    long balance(String company, long year, long period, String account, String column) {
        Row row = balances.get(key(company, year, period, account));
        return row == null ? 0 : row.number(column);
    }

    /** The entries of a source, by id. */
    Map<String, List<Row>> entries(String source) {
        Map<String, List<Row>> entries = new LinkedHashMap<>();
        for (Row line : tables.rows("journal_entries")) {
            if (line.text("source").equals(source)) {
                entries.computeIfAbsent(line.text("journal_id"), id -> new ArrayList<>())
                        .add(line);
            }
        }
        return entries;
    }

    /** An amount of a line; debits are above 0. */
    static long signed(Row line, String column) {
        return line.text("amount_credit_debit_indicator").equals("D") ? line.number(column) : -line.number(column);
    }
}
