package dev.headroom.guard.testkit;

import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one table with every type, nulls, overrides, groups, and texts that make trouble, in batches of any size. The value of a cell
 * follows from its row and column alone, so that the same rows come however they are cut.
 */
final class SampleRows {
    /** What the only nullable text of a {@link #single} batch can be. */
    enum Single {
        /** Absent. */
        NULL,
        /** There, and empty. */
        EMPTY,
        /** There. */
        TEXT,
        /** Absent, with a text in its place. */
        OVERRIDDEN
    }

    private static final List<String> TEXTS = List.of(
            "Office supplies",
            "",
            " ",
            "a,b",
            "say \"so\"",
            "two\nlines",
            "back\\slash",
            "tab\there",
            "İıI ş €",
            "𝄞",
            "-0",
            "null",
            "|",
            "'");
    private static final TextDictionary SHARED = TextDictionary.of("D", "C", "Müller, Söhne & Co.");
    private static final int ROWS_OF_A_GROUP = 5;

    private static final TableSchema SCHEMA = new TableSchema(
            "sample",
            "Rows to try a sink with.",
            List.of(
                    Column.text("document").asKey().perGroup(),
                    Column.integer("line").asKey(),
                    Column.date("posted").perGroup(),
                    Column.time("entered"),
                    Column.timestamp("changed").asNullable(),
                    Column.decimal("amount", 2),
                    Column.decimal("rate", 6).asNullable(),
                    Column.bool("reversed"),
                    Column.text("side"),
                    Column.text("text").asOptional()));

    private SampleRows() {}

    static TableSchema schema() {
        return SCHEMA;
    }

    /** Rows from 0 on, cut into batches of at most so many. */
    static List<RecordBatch> batches(int rows, int capacity) {
        List<RecordBatch> batches = new ArrayList<>();
        for (int from = 0; from < rows; from += capacity) {
            batches.add(batch(from, Math.min(rows, from + capacity), capacity));
        }
        return batches;
    }

    private static RecordBatch batch(int from, int to, int capacity) {
        RecordBatch batch = new RecordBatch(SCHEMA, capacity);
        batch.texts("side").useDictionary(SHARED);
        for (int i = from; i < to; i++) {
            if (i == from || i % ROWS_OF_A_GROUP == 0) {
                int group = batch.beginGroup();
                int number = i / ROWS_OF_A_GROUP;
                batch.texts("document").set(group, "JE-" + number);
                batch.ints("posted").set(group, 19_723 + number % 800);
            }
            fill(batch, batch.addRow(), i);
        }
        return batch;
    }

    private static void fill(RecordBatch batch, int row, int number) {
        batch.longs("line").set(row, number % ROWS_OF_A_GROUP + 1);
        batch.ints("entered").set(row, number * 7_919 % 86_400);
        batch.longs("changed").set(row, 1_704_067_200L + number * 31_337L);
        if (number % 3 == 0) {
            batch.vector(SCHEMA.indexOf("changed")).setNull(row);
        }
        batch.longs("amount").set(row, amount(number));
        batch.longs("rate").set(row, number * 104_729L - 5_000_000);
        if (number % 4 == 1) {
            batch.vector(SCHEMA.indexOf("rate")).setNull(row);
        }
        batch.booleans("reversed").set(row, number % 2 == 0);
        batch.texts("side").setCode(row, number % SHARED.size());
        batch.texts("text").set(row, TEXTS.get(number % TEXTS.size()));
        if (number % 11 == 5) {
            batch.vector(SCHEMA.indexOf("text")).setNull(row);
        }
        if (number % 17 == 3) {
            byte[] override = ("12." + number + " €").getBytes(StandardCharsets.UTF_8);
            batch.vector(SCHEMA.indexOf("amount")).override(row, override, 0, override.length);
        }
    }

    private static long amount(int number) {
        return switch (number % 7) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> Long.MIN_VALUE;
            default -> (number - 300) * 1_000_003L;
        };
    }

    /** A batch of one row of one nullable text. */
    static RecordBatch single(Single value) {
        TableSchema schema = new TableSchema(
                "single", "One text.", List.of(Column.text("text").asNullable()));
        RecordBatch batch = new RecordBatch(schema, 1);
        int row = batch.addRow();
        switch (value) {
            case NULL -> batch.vector(0).setNull(row);
            case EMPTY -> batch.texts("text").set(row, "");
            case TEXT -> batch.texts("text").set(row, "there");
            case OVERRIDDEN -> {
                batch.vector(0).setNull(row);
                byte[] there = "there".getBytes(StandardCharsets.UTF_8);
                batch.vector(0).override(row, there, 0, there.length);
            }
        }
        return batch;
    }
}
