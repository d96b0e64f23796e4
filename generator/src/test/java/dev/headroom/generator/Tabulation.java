package dev.headroom.generator;

import dev.headroom.generator.totals.Totals;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.RowCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole ledger as rows of texts, numbers and days, by table. */
final class Tabulation {
    /** A row: values by column name; absent ones are null, dates are epoch days. */
    record Row(Map<String, Object> values) {
        long number(String column) {
            return (Long) values.get(column);
        }

        int day(String column) {
            return (Integer) values.get(column);
        }

        String text(String column) {
            return (String) values.get(column);
        }

        boolean flag(String column) {
            return (Boolean) values.get(column);
        }
    }

    private final Map<String, List<Row>> tables = new LinkedHashMap<>();

    static Tabulation of(Ledger ledger, Fidelity fidelity, int batchRows) {
        Tabulation tabulation = new Tabulation();
        WholeLedger.generate(ledger, fidelity, batchRows, tabulation::add);
        return tabulation;
    }

    /** The tables of the epilogue alone, from totals that a test has made up. */
    static Tabulation ofEpilogue(Ledger ledger, Totals others) {
        Tabulation tabulation = new Tabulation();
        Range last = ledger.ranges(ledger.rangeCount() - 1).next();
        ledger.newRangeGenerator(1000)
                .generateEpilogue(last, new LedgerTotals(others), Fidelity.NORMAL, 1000, tabulation::add);
        return tabulation;
    }

    List<Row> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    private void add(RecordBatch batch) {
        List<Row> rows = tables.computeIfAbsent(batch.schema().name(), name -> new ArrayList<>());
        List<Column> columns = batch.schema().columns();
        RowCursor cursor = batch.cursor();
        while (cursor.next()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i).name(), value(cursor, columns.get(i), i));
            }
            rows.add(new Row(values));
        }
    }

    static Object value(RowCursor cursor, Column column, int index) {
        if (cursor.isNull(index)) {
            return null;
        }
        if (cursor.isOverridden(index)) {
            return cursor.getOverride(index);
        }
        return switch (column.type()) {
            case INTEGER, DECIMAL, TIMESTAMP -> cursor.getLong(index);
            case DATE -> (int) cursor.getDate(index).toEpochDay();
            case TIME -> cursor.getTime(index).toSecondOfDay();
            case BOOLEAN -> cursor.getBoolean(index);
            case TEXT -> cursor.getText(index);
        };
    }
}
