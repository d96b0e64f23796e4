package dev.headroom.app.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A table in CSV that a test changes: rows of texts, empty where there is no value. */
final class CsvTable {
    private final Path file;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<String> changed = new HashSet<>();
    private Set<String> labelled = Set.of();

    /** Where a row is once all is changed; 0 for none. */
    @FunctionalInterface
    interface Place {
        int row();
    }

    private CsvTable(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    static CsvTable read(Path file) throws IOException {
        return of(file, Files.readString(file));
    }

    /** A table, or a part of one that follows its header. */
    static CsvTable of(Path file, String text) {
        List<List<String>> records = records(text);
        CsvTable table = new CsvTable(file, records.get(0));
        table.rows.addAll(records.subList(1, records.size()));
        return table;
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (c != '"' || doubled) {
                    field.append(c);
                    i += doubled ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return records;
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder();
        append(text, columns);
        appendRows(text);
        Files.delete(file);
        Files.writeString(file, text);
    }

    /** Appends all rows, without the header. */
    void appendRows(StringBuilder text) {
        rows.forEach(row -> append(text, row));
    }

    private static void append(StringBuilder text, List<String> record) {
        for (int i = 0; i < record.size(); i++) {
            String field = record.get(i);
            boolean quote = field.chars().anyMatch(c -> ",\"\n\r".indexOf(c) >= 0);
            text.append(i == 0 ? "" : ",").append(quote ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        text.append('\n');
    }

    int size() {
        return rows.size();
    }

    /** A value; rows count from 1. */
    String get(int row, String column) {
        return rows.get(row - 1).get(columns.indexOf(column));
    }

    /** Says which records have labels, by the first part of their keys. */
    CsvTable withLabels(Set<String> keys) {
        labelled = keys;
        return this;
    }

    /** Whether no label names a record, and nothing of it was changed. */
    boolean isClean(int row, String key) {
        return !labelled.contains(get(row, key)) && !changed.contains(get(row, key));
    }

    void set(int row, String column, String value) {
        change(row).set(columns.indexOf(column), value);
    }

    void remove(int row) {
        change(row);
        rows.remove(row - 1);
    }

    void repeat(int row) {
        rows.add(row, new ArrayList<>(change(row)));
    }

    /** A row of a record that is not clean any more; its first value names it. */
    private List<String> change(int row) {
        List<String> record = rows.get(row - 1);
        changed.add(record.get(0));
        return record;
    }

    /** The place of a row, which moves when rows before it come or go. */
    Place place(int row) {
        if (row == 0) {
            return () -> 0;
        }
        List<String> record = rows.get(row - 1);
        return () -> {
            int at = 0;
            while (rows.get(at) != record) {
                at++;
            }
            return at + 1;
        };
    }

    /** The first row from one on that is like this. */
    int find(int from, Predicate<Integer> wanted) {
        for (int row = from; row <= rows.size(); row++) {
            if (wanted.test(row)) {
                return row;
            }
        }
        throw new AssertionError("no such row in " + file);
    }

    int find(Predicate<Integer> wanted) {
        return find(1, wanted);
    }
}
