package dev.headroom.sinks;

import dev.headroom.table.BooleanVector;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnVector;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of one table that know what a reader should see, and can be cut into batches anywhere. */
final class SampleTable {
    /** A value as a reader should see it: its text, null for an absent one, and whether it is an override. */
    record Cell(String text, boolean overridden) {}

    /** A value, a typed one and perhaps a text in its place. */
    private record Value(Object typed, String override) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private static final List<String> PIECES = List.of(
            "",
            " ",
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            "\\",
            "\t",
            "\b",
            "\f",
            "\u0000",
            "\u001F",
            "\u007F",
            "/",
            "'",
            "ş",
            "İıI",
            "€",
            "𝄞",
            "👩‍💼",
            "\u2028",
            "\uFEFF",
            "a",
            "Office supplies",
            "GmbH & Co. KG",
            "0123456789abcdef",
            "null",
            "true",
            "-0",
            ";");

    private final TableSchema schema;
    private final List<TextDictionary> dictionaries;
    private final List<Value[]> rows = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    private SampleTable(TableSchema schema, List<TextDictionary> dictionaries) {
        this.schema = schema;
        this.dictionaries = dictionaries;
    }

    /** A table with columns of every type, in groups, in random order, with whatever values make trouble. */
    static SampleTable random(long seed, int rowCount) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Column> columns = new ArrayList<>();
        for (int scale = 0; scale <= 9; scale++) {
            columns.add(Column.decimal("decimal_" + scale, scale));
        }
        for (int i = 0; i < 4; i++) {
            columns.add(Column.integer("integer_" + i));
            columns.add(Column.date("date_" + i));
            columns.add(Column.time("time_" + i));
            columns.add(Column.timestamp("timestamp_" + i));
            columns.add(Column.bool("boolean_" + i));
            columns.add(Column.text("local_" + i));
            columns.add(Column.text("short_" + i));
            columns.add(Column.text("long_" + i));
        }
        for (int i = columns.size() - 1; i > 0; i--) {
            columns.set(i, columns.set(random.nextInt(i + 1), columns.get(i)));
        }
        int used = 1 + random.nextInt(columns.size());
        boolean grouped = random.nextInt(3) > 0;
        List<Column> refined = new ArrayList<>();
        List<TextDictionary> dictionaries = new ArrayList<>();
        for (Column column : columns.subList(0, used)) {
            Column next = random.nextBoolean() ? column.asOptional() : column;
            refined.add(grouped && random.nextInt(5) < 3 ? next.perGroup() : next);
            dictionaries.add(dictionary(column, random));
        }
        SampleTable table = new SampleTable(new TableSchema("sample", "", refined), dictionaries);
        table.addRandomRows(random, rowCount);
        return table;
    }

    /** A table of the given columns whose text columns have local dictionaries; rows are added by {@link #addRow}. */
    static SampleTable of(Column... columns) {
        return new SampleTable(
                new TableSchema("sample", "", List.of(columns)), Arrays.asList(new TextDictionary[columns.length]));
    }

    /** Adds a row of typed values, a group of its own. */
    SampleTable addRow(Object... values) {
        rows.add(Arrays.stream(values).map(value -> new Value(value, null)).toArray(Value[]::new));
        groups.add(rows.size());
        return this;
    }

    private static TextDictionary dictionary(Column column, SplittableRandom random) {
        if (column.name().startsWith("short_")) {
            return TextDictionary.of("D", "C", "", "\"", "a,b");
        }
        if (column.name().startsWith("long_")) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                texts.add(text(random));
            }
            return TextDictionary.of(texts);
        }
        return null;
    }

    private void addRandomRows(SplittableRandom random, int rowCount) {
        int columnCount = schema.columns().size();
        int group = 0;
        int groupRows = 0;
        Value[] previous = null;
        int[] nullity = random.ints(columnCount, 0, 4).toArray();
        for (int r = 0; r < rowCount; r++) {
            boolean newGroup = groupRows-- == 0;
            if (newGroup) {
                group++;
                groupRows = random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(5);
            }
            Value[] row = new Value[columnCount];
            for (int c = 0; c < columnCount; c++) {
                boolean repeated = !newGroup && schema.columns().get(c).repetition() == Repetition.PER_GROUP;
                row[c] = repeated ? previous[c] : value(c, nullity[c], random);
            }
            rows.add(row);
            groups.add(group);
            previous = row;
        }
    }

    private Value value(int index, int nullity, SplittableRandom random) {
        Column column = schema.columns().get(index);
        boolean absent = column.nullable() && (nullity == 3 || random.nextInt(4) < nullity);
        String override = nullity != 1 && random.nextInt(20) == 0 ? text(random) : null;
        return new Value(absent ? null : typed(index, column, random), override);
    }

    private Object typed(int index, Column column, SplittableRandom random) {
        return switch (column.type()) {
            case INTEGER, DECIMAL -> number(random);
            case DATE -> date(random);
            case TIME -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
            case TIMESTAMP -> date(random).atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            case BOOLEAN -> random.nextBoolean();
            case TEXT -> {
                TextDictionary dictionary = dictionaries.get(index);
                yield dictionary == null ? text(random) : dictionary.text(random.nextInt(dictionary.size()));
            }
        };
    }

    private static long number(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> Long.MIN_VALUE + random.nextInt(2);
            case 2 -> Long.MAX_VALUE;
            case 3 -> random.nextInt(-3, 4);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private static LocalDate date(SplittableRandom random) {
        return random.nextBoolean()
                ? LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700))
                : LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(4);
        boolean plain = random.nextBoolean();
        for (int i = 0; i < pieces; i++) {
            text.append(plain ? "plain".substring(random.nextInt(5)) : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    TableSchema schema() {
        return schema;
    }

    /** What a reader should see. */
    List<List<Cell>> cells() {
        List<List<Cell>> cells = new ArrayList<>();
        for (Value[] row : rows) {
            List<Cell> line = new ArrayList<>();
            for (int c = 0; c < row.length; c++) {
                line.add(cell(schema.columns().get(c), row[c]));
            }
            cells.add(line);
        }
        return cells;
    }

    private static Cell cell(Column column, Value value) {
        if (value.override() != null) {
            return new Cell(value.override(), true);
        }
        if (value.typed() == null) {
            return new Cell(null, false);
        }
        String text = switch (column.type()) {
            case DECIMAL ->
                new BigDecimal(Long.toString((long) value.typed()))
                        .movePointLeft(column.scale())
                        .setScale(column.scale())
                        .toPlainString();
            case TIME -> TIME.format((LocalTime) value.typed());
            case TIMESTAMP -> TIMESTAMP.format((LocalDateTime) value.typed());
            default -> value.typed().toString();
        };
        return new Cell(text, false);
    }

    /** The rows in batches of at most so many rows. */
    List<RecordBatch> batches(int capacity) {
        List<RecordBatch> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += capacity) {
            batches.add(batch(from, Math.min(rows.size(), from + capacity), capacity));
        }
        return batches;
    }

    private RecordBatch batch(int from, int to, int capacity) {
        RecordBatch batch = new RecordBatch(schema, capacity);
        int columnCount = schema.columns().size();
        for (int c = 0; c < columnCount; c++) {
            if (dictionaries.get(c) != null) {
                ((TextVector) batch.vector(c)).useDictionary(dictionaries.get(c));
            }
        }
        for (int r = from; r < to; r++) {
            boolean newGroup = r == from || !groups.get(r).equals(groups.get(r - 1));
            int group = newGroup && schema.isGrouped() ? batch.beginGroup() : -1;
            int row = batch.addRow();
            for (int c = 0; c < columnCount; c++) {
                if (schema.columns().get(c).repetition() == Repetition.PER_ROW) {
                    set(batch, c, row, rows.get(r)[c]);
                } else if (newGroup) {
                    set(batch, c, group, rows.get(r)[c]);
                }
            }
        }
        for (int c = 0; c < columnCount; c++) {
            int column = c;
            if (rows.subList(from, to).stream()
                    .allMatch(row -> row[column].typed() == null && row[column].override() == null)) {
                batch.vector(c).setAllNull();
            }
        }
        return batch;
    }

    private void set(RecordBatch batch, int column, int position, Value value) {
        ColumnVector vector = batch.vector(column);
        if (value.override() != null) {
            byte[] text = value.override().getBytes(StandardCharsets.UTF_8);
            vector.override(position, text, 0, text.length);
        }
        Object typed = value.typed();
        if (typed == null) {
            vector.setNull(position);
            if (vector instanceof TextVector texts) {
                texts.setCode(position, 123_456_789); // as left from an earlier use
            }
        } else if (vector instanceof LongVector longs) {
            longs.set(
                    position, typed instanceof LocalDateTime time ? time.toEpochSecond(ZoneOffset.UTC) : (long) typed);
        } else if (vector instanceof IntVector ints) {
            ints.set(
                    position,
                    typed instanceof LocalTime time ? time.toSecondOfDay() : (int) ((LocalDate) typed).toEpochDay());
        } else if (vector instanceof BooleanVector booleans) {
            booleans.set(position, (boolean) typed);
        } else if (vector instanceof TextVector texts) {
            if (dictionaries.get(column) == null) {
                texts.set(position, (String) typed);
            } else {
                texts.setCode(position, code(dictionaries.get(column), (String) typed));
            }
        }
    }

    private static int code(TextDictionary dictionary, String text) {
        for (int code = 0; code < dictionary.size(); code++) {
            if (dictionary.text(code).equals(text)) {
                return code;
            }
        }
        throw new AssertionError(text);
    }
}
