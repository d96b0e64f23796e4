package dev.headroom.app.audit;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks what the catalogue says of each row of a table: forms, nulls, keys and references. Used by one thread. */
final class RowCheck {
    private final TableSchema schema;
    private final RuleFindings findings;
    private final Sorter.Appender appender;
    private final int[] keys;
    private final References.@Nullable Place key;
    private final References.@Nullable Place[] targets;
    private final References.@Nullable Place[] uses;
    private final int[] lineColumns;
    private long values;

    RowCheck(TableSchema schema, References references, Sorter.Appender appender, RuleFindings findings) {
        this.schema = schema;
        this.findings = findings;
        this.appender = appender;
        List<Column> columns = schema.columns();
        this.keys = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).key())
                .toArray();
        this.targets = new References.Place[columns.size()];
        this.uses = new References.Place[columns.size()];
        boolean keyIsTarget = false;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (references.isTarget(schema.name(), column.name())) {
                targets[i] = references.place(schema.name(), column.name(), "");
                keyIsTarget |= column.key() && keys.length == 1;
            }
            String target = column.references();
            if (target != null && references.tables().has(target.substring(0, target.indexOf('.')))) {
                uses[i] = references.place(schema.name(), column.name(), target);
            }
            if (column.key()) {
                names.add(column.name());
            }
        }
        this.key = keys.length == 0 || keyIsTarget || schema.name().equals(Labels.JOURNAL)
                ? null
                : references.place(schema.name(), String.join(" and ", names), "");
        this.lineColumns = IntStream.range(0, columns.size())
                .filter(i -> !Labels.isShared(columns.get(i)))
                .toArray();
    }

    /** Checks a row; whether all its values have their form. */
    boolean check(TableCursor cursor) throws IOException {
        boolean sound = true;
        for (int i = 0; i < targets.length; i++) {
            sound &= check(cursor, i);
        }
        if (key != null) {
            long hash = 0;
            for (int column : keys) {
                hash = Hash.of(hash, cursor.hash(column));
            }
            key.tell(hash, cursor.row(), appender);
        }
        return sound;
    }

    /** Checks the values of a row that its group does not share. */
    boolean checkLine(TableCursor cursor) throws IOException {
        boolean sound = true;
        for (int column : lineColumns) {
            sound &= check(cursor, column);
        }
        return sound;
    }

    private boolean check(TableCursor cursor, int index) throws IOException {
        values++;
        Row row = cursor.fields();
        try {
            Values.check(row, index, schema.columns().get(index));
        } catch (MalformedValueException e) {
            findings.violation(
                    Rule.VALUES,
                    schema.name(),
                    cursor.row(),
                    schema.columns().get(index).name() + ": " + e.getMessage());
            return false;
        }
        if (row.isNull(index)) {
            return true;
        }
        References.Place target = targets[index];
        if (target != null) {
            target.tell(cursor.hash(index), cursor.row(), appender);
        }
        References.Place use = uses[index];
        if (use != null) {
            use.tell(cursor.hash(index), cursor.row(), appender);
        }
        return true;
    }

    /** Has checked all rows. */
    void end() {
        findings.checked(Rule.VALUES, values);
        for (int i = 0; i < targets.length; i++) {
            end(targets[i]);
            end(uses[i]);
        }
        end(key);
    }

    private static void end(References.@Nullable Place place) {
        if (place != null) {
            place.end();
        }
    }
}
