package dev.headroom.generator.quality;

import dev.headroom.generator.LedgerConfiguration.DataQuality;
import dev.headroom.generator.random.Discrete;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnType;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table that can be altered, and how often each is. A row in which nothing is altered costs one draw: whether
 * anything is. If so, {@link #first} is the first column, and those after it are altered independently. Immutable.
 */
final class AlterableFields {
    /** Length up to which the rate of typos holds; longer texts have as many as one of this length. */
    static final int LONGEST_TEXT = 64;

    private static final Set<String> FREE_TEXTS = Set.of(
            "name",
            "description",
            "street",
            "city",
            "first_name",
            "last_name",
            "job_title",
            "je_header_description",
            "je_line_description");

    private record Field(int column, List<QualityKind> kinds, Discrete weights, double rate) {}

    private final Field[] fields;
    // Asked for in each row that anything is altered in.
    private final double[] rates;
    private final double any;
    private final Discrete first;

    AlterableFields(TableSchema schema, Repetition repetition, DataQuality rates) {
        List<Field> found = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            Column column = schema.columns().get(i);
            if (column.repetition() == repetition && !column.key()) {
                add(found, i, column, rates);
            }
        }
        this.fields = found.toArray(Field[]::new);
        this.rates = found.stream().mapToDouble(Field::rate).toArray();
        double none = 1;
        double[] firsts = new double[fields.length];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = none * fields[i].rate();
            none *= 1 - fields[i].rate();
        }
        this.any = 1 - none;
        this.first = any > 0 ? new Discrete(firsts) : new Discrete(1);
    }

    private static void add(List<Field> fields, int index, Column column, DataQuality rates) {
        List<QualityKind> kinds = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        boolean freeText = column.type() == ColumnType.TEXT && FREE_TEXTS.contains(column.name());
        add(QualityKind.MISSING, !column.essential(), rates.missing(), kinds, weights);
        add(QualityKind.DATE_FORMAT, column.type() == ColumnType.DATE, rates.dateFormat(), kinds, weights);
        add(
                QualityKind.AMOUNT_FORMAT,
                column.type() == ColumnType.DECIMAL && column.scale() == 2,
                rates.amountFormat(),
                kinds,
                weights);
        add(QualityKind.IDENTIFIER_FORMAT, isIdentifier(column), rates.identifierFormat(), kinds, weights);
        add(QualityKind.TEXT_FORMAT, freeText, rates.textFormat(), kinds, weights);
        add(QualityKind.TYPO, freeText, shareWithTypo(rates.typos(), LONGEST_TEXT), kinds, weights);
        add(QualityKind.ENCODING, freeText, rates.encoding(), kinds, weights);
        if (!kinds.isEmpty()) {
            double[] values = weights.stream().mapToDouble(Double::doubleValue).toArray();
            double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
            fields.add(new Field(index, List.copyOf(kinds), new Discrete(values), Math.min(sum, 1)));
        }
    }

    private static void add(
            QualityKind kind, boolean possible, double rate, List<QualityKind> kinds, List<Double> weights) {
        if (possible && rate > 0) {
            kinds.add(kind);
            weights.add(rate);
        }
    }

    private static boolean isIdentifier(Column column) {
        String name = column.name();
        return column.type() == ColumnType.TEXT
                && (column.references() != null
                        || name.endsWith("_id")
                        || name.endsWith("_number")
                        || name.equals("bank_account")
                        || name.equals("postal_code"));
    }

    /** The share of texts of a length that have at least one typo. */
    static double shareWithTypo(double rate, int length) {
        double none = 1;
        for (int i = 0; i < length; i++) {
            none *= 1 - rate;
        }
        return 1 - none;
    }

    int size() {
        return fields.length;
    }

    /** The share of rows in which anything is altered. */
    double any() {
        return any;
    }

    /** The first altered field of such a row. */
    int first(long bits) {
        return first.at(bits);
    }

    /** The share of rows in which a field is altered. */
    double rate(int field) {
        return rates[field];
    }

    int column(int field) {
        return fields[field].column();
    }

    QualityKind kind(int field, long bits) {
        return fields[field].kinds().get(fields[field].weights().at(bits));
    }
}
