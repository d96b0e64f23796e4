package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.LedgerConfiguration.Anomalies;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InjectionTest {
    private static final long ENTRIES = 8_000;
    private static final Transactions SHARES = new Transactions(ENTRIES, .2, .5, .2, .07, .03);

    private static final LedgerConfiguration CLEAN = Configurations.clean(ENTRIES);
    private static final LedgerConfiguration ANOMALOUS =
            Configurations.with(SHARES, Configurations.full(ENTRIES).anomalies(), Configurations.NO_ISSUES);
    private static final LedgerConfiguration DIRTY = Configurations.with(
            SHARES, Configurations.NO_ANOMALIES, Configurations.full(ENTRIES).dataQuality());

    private static Tabulation read(LedgerConfiguration configuration, Fidelity fidelity) {
        return Tabulation.of(Ledger.of(configuration), fidelity, 1000);
    }

    /** Sources of entries that are made of totals of what is written, anomalies included. */
    private static final Set<String> AGGREGATE = Set.of("tax", "revaluation", "closing");

    private static boolean aggregate(List<Row> lines) {
        return AGGREGATE.contains(lines.get(0).text("source"));
    }

    private static Map<String, List<Row>> entries(Tabulation tabulation) {
        return tabulation.rows("journal_entries").stream()
                .collect(Collectors.groupingBy(row -> row.text("journal_id"), LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, List<Row>> labels(Tabulation tabulation) {
        return tabulation.rows("anomaly_labels").stream()
                .filter(label -> !label.text("role").equals("related"))
                .collect(Collectors.groupingBy(row -> row.text("record_key"), LinkedHashMap::new, Collectors.toList()));
    }

    @Test
    void labelledEntriesAreAsManyAsConfigured() {
        long count = 150_000;
        LedgerConfiguration configuration = Configurations.with(
                new Transactions(count, .2, .5, .2, .07, .03),
                Configurations.full(1).anomalies(),
                Configurations.NO_ISSUES);
        Map<String, String> categories = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        Ledger ledger = Ledger.of(configuration);
        WholeLedger.generate(ledger, Fidelity.NORMAL, 1000, batch -> {
            if (batch.schema().name().equals("anomaly_labels")) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    if (batch.texts("role").text(row).equals("related")) {
                        continue;
                    }
                    categories.put(
                            batch.texts("record_key").text(row),
                            batch.texts("category").text(row));
                    types.put(
                            batch.texts("record_key").text(row),
                            batch.texts("type").text(row));
                }
            }
        });
        assertThat(categories.size() / (double) count).isCloseTo(.02, within(.001));
        Map<String, Long> byCategory = categories.values().stream()
                .collect(Collectors.groupingBy(category -> category, Collectors.counting()));
        double all = categories.size();
        assertThat(byCategory.get("fraud") / all).isCloseTo(.25, within(.03));
        assertThat(byCategory.get("error") / all).isCloseTo(.35, within(.03));
        assertThat(byCategory.get("process") / all).isCloseTo(.20, within(.03));
        assertThat(byCategory.get("statistical") / all).isCloseTo(.15, within(.03));
        assertThat(byCategory.get("relational") / all).isCloseTo(.05, within(.03));
        assertThat(new HashSet<>(types.values())).hasSize(30);
    }

    @Test
    void onlyLabelledEntriesDifferFromTheCleanLedgerAndLabelsSayHow() {
        Map<String, List<Row>> clean = entries(read(CLEAN, Fidelity.NORMAL));
        Tabulation anomalous = read(ANOMALOUS, Fidelity.NORMAL);
        Map<String, List<Row>> labels = labels(anomalous);
        Map<String, List<Row>> entries = entries(anomalous);
        assertThat(new ArrayList<>(entries.keySet())).isEqualTo(new ArrayList<>(clean.keySet()));
        entries.forEach((id, lines) -> {
            if (aggregate(lines)) {
                assertThat(labels).doesNotContainKey(id);
                assertThat(aggregate(clean.get(id))).as(id).isTrue();
            } else if (!labels.containsKey(id)) {
                assertThat(lines).as(id).isEqualTo(clean.get(id));
            } else if (labels.get(id).get(0).text("field") != null) {
                assertThat(undone(lines, labels.get(id))).as(id).isEqualTo(clean.get(id));
            }
        });
    }

    /** Lines with the original values of labels put back. */
    private static List<Row> undone(List<Row> lines, List<Row> labels) {
        List<Row> undone = new ArrayList<>();
        for (Row line : lines) {
            Map<String, Object> values = new LinkedHashMap<>(line.values());
            for (Row label : labels) {
                Object ordinal = label.values().get("row_ordinal");
                if (ordinal == null || ordinal.equals(line.number("journal_id_line_number"))) {
                    String field = label.text("field");
                    assertThat(text(values.get(field), field)).isEqualTo(label.text("modified_value"));
                    if (field.endsWith("amount")) {
                        long change = (Long) values.get(field) - (Long) value(label.text("original_value"), field);
                        boolean debit =
                                line.text("amount_credit_debit_indicator").equals("D");
                        assertThat(label.number("signed_delta")).isEqualTo(debit ? change : -change);
                    }
                    values.put(field, value(label.text("original_value"), field));
                }
            }
            undone.add(new Row(values));
        }
        return undone;
    }

    private static String text(Object value, String field) {
        if (value == null) {
            return null;
        }
        if (field.endsWith("_time")) {
            return String.valueOf(LocalTime.ofSecondOfDay((Integer) value)).length() == 5
                    ? LocalTime.ofSecondOfDay((Integer) value) + ":00"
                    : LocalTime.ofSecondOfDay((Integer) value).toString();
        }
        if (value instanceof Integer day) {
            return LocalDate.ofEpochDay(day).toString();
        }
        return value instanceof Long amount && !field.equals("period")
                ? amount / 100 + "." + (amount % 100 < 10 ? "0" : "") + amount % 100
                : value.toString();
    }

    private static Object value(String text, String field) {
        if (text == null) {
            return null;
        }
        if (field.endsWith("_time")) {
            return LocalTime.parse(text).toSecondOfDay();
        }
        if (field.endsWith("_date")) {
            return (int) LocalDate.parse(text).toEpochDay();
        }
        return field.endsWith("amount") || field.equals("period")
                ? (Object) Long.parseLong(text.replace(".", ""))
                : text;
    }

    @Test
    void aLowerLevelHasAPartOfTheSameAnomalies() {
        Tabulation normal = read(ANOMALOUS, Fidelity.NORMAL);
        Tabulation reduced = read(ANOMALOUS, Fidelity.REDUCED);
        Tabulation minimal = read(ANOMALOUS, Fidelity.MINIMAL);
        Map<String, List<Row>> clean = entries(read(CLEAN, Fidelity.NORMAL));
        Map<String, List<Row>> normalLabels = labels(normal);
        Map<String, List<Row>> reducedLabels = labels(reduced);
        assertThat(minimal.rows("anomaly_labels")).isEmpty();
        assertThat(normalLabels.keySet()).containsAll(reducedLabels.keySet());
        assertThat(reducedLabels.size() / (double) normalLabels.size()).isCloseTo(.5, within(.1));
        reducedLabels.forEach((id, labels) -> {
            assertThat(labels)
                    .allSatisfy(label -> assertThat(label.text("level")).isEqualTo("REDUCED"));
            assertThat(withoutLevel(labels)).isEqualTo(withoutLevel(normalLabels.get(id)));
        });
        Map<String, List<Row>> normalEntries = entries(normal);
        entries(reduced).forEach((id, lines) -> {
            if (!aggregate(lines)) {
                assertThat(lines)
                        .as(id)
                        .isEqualTo(reducedLabels.containsKey(id) ? normalEntries.get(id) : clean.get(id));
            }
        });
    }

    private static List<Map<String, Object>> withoutLevel(List<Row> labels) {
        return labels.stream()
                .map(label -> {
                    Map<String, Object> values = new LinkedHashMap<>(label.values());
                    values.remove("level");
                    return values;
                })
                .toList();
    }

    @Test
    void anomaliesAreWhatTheirLabelsSay() {
        Tabulation tabulation = read(ANOMALOUS, Fidelity.NORMAL);
        Map<String, List<Row>> entries = entries(tabulation);
        Map<String, Set<String>> clusters = new HashMap<>();
        Map<String, Row> incidents = new LinkedHashMap<>();
        tabulation.rows("anomaly_labels").forEach(label -> {
            if (label.text("role").equals("related")) {
                return;
            }
            incidents.put(label.text("record_key"), label);
            clusters.computeIfAbsent(label.text("incident_id"), id -> new HashSet<>())
                    .add(label.text("record_key"));
        });
        incidents.forEach((id, label) -> {
            List<Row> lines = entries.get(id);
            Row header = lines.get(0);
            assertThat(label.text("user_id")).isEqualTo(header.text("entered_by"));
            assertThat(label.number("monetary_impact")).isPositive();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.number("amount")).isPositive();
                assertThat(line.number("local_amount")).isPositive();
                assertThat(line.number("reporting_amount")).isPositive();
            });
            boolean balanced =
                    sum(lines, "amount") == 0 && sum(lines, "local_amount") == 0 && sum(lines, "reporting_amount") == 0;
            assertThat(balanced)
                    .as(label.text("type"))
                    .isEqualTo(!label.text("type").equals("unbalanced_entry"));
            switch (label.text("type")) {
                case "self_approval" -> assertThat(header.text("approved_by")).isEqualTo(header.text("entered_by"));
                case "skipped_approval" ->
                    assertThat(header.text("approved_by")).isNull();
                case "weekend_posting" ->
                    assertThat(LocalDate.ofEpochDay(header.day("effective_date"))
                                    .getDayOfWeek()
                                    .getValue())
                            .isGreaterThan(5);
                case "after_hours_posting" ->
                    assertThat((header.day("entered_time") / 3600 + 2) % 24).isLessThan(7);
                case "round_dollar" -> assertThat(lines).anyMatch(line -> line.number("amount") % 100_000 == 0);
                case "unusually_high_amount" ->
                    assertThat(lines).anyMatch(line -> line.number("amount") > 10_000_000_000L);
                case "just_below_threshold" -> {
                    assertThat(clusters.get(label.text("incident_id"))).hasSizeBetween(3, 5);
                    double total = lines.get(0).number("local_amount") / 100.0;
                    assertThat(List.of(5_000.0, 25_000.0, 100_000.0))
                            .anyMatch(limit -> total >= .99 * limit && total < limit);
                    assertThat(clusters.get(label.text("incident_id")).stream()
                                    .map(member -> entries.get(member).get(0).text("entered_by"))
                                    .distinct())
                            .hasSize(1);
                }
                case "duplicate_entry" -> {
                    List<Row> both = clusters.get(label.text("incident_id")).stream()
                            .map(member -> entries.get(member).get(0))
                            .toList();
                    assertThat(both).hasSize(2);
                    for (String field : List.of("gl_account_number", "period", "amount", "effective_date")) {
                        assertThat(both.get(0).values().get(field))
                                .isEqualTo(both.get(1).values().get(field));
                    }
                }
                default -> {}
            }
        });
    }

    private static long sum(List<Row> lines, String column) {
        return lines.stream()
                .mapToLong(line -> line.text("amount_credit_debit_indicator").equals("D")
                        ? line.number(column)
                        : -line.number(column))
                .sum();
    }

    @Test
    void undoingQualityLabelsGivesTheCleanLedger() {
        Tabulation clean = read(CLEAN, Fidelity.NORMAL);
        Tabulation dirty = read(DIRTY, Fidelity.NORMAL);
        Map<String, Map<String, List<Row>>> labels = new HashMap<>();
        Set<String> kinds = new HashSet<>();
        for (Row label : dirty.rows("quality_labels")) {
            kinds.add(label.text("kind"));
            labels.computeIfAbsent(label.text("table_name"), table -> new HashMap<>())
                    .computeIfAbsent(
                            label.text("record_key") + "#" + label.number("row_occurrence"), key -> new ArrayList<>())
                    .add(label);
        }
        assertThat(kinds).hasSize(10);
        assertThat(labels.keySet())
                .contains(
                        "journal_entries",
                        "vendors",
                        "customers",
                        "materials",
                        "employees",
                        "purchase_orders",
                        "vendor_invoices");
        for (var table : Ledger.catalogue()) {
            if (table.name().endsWith("_labels")) {
                continue;
            }
            List<String> keys = table.columns().stream()
                    .filter(column -> column.key())
                    .map(column -> column.name())
                    .toList();
            Map<String, List<Row>> ofTable = labels.getOrDefault(table.name(), Map.of());
            Map<String, Integer> seen = new HashMap<>();
            List<Row> restored = new ArrayList<>();
            int duplicates = 0;
            for (Row row : dirty.rows(table.name())) {
                String key = keys.stream()
                        .map(name -> cell(row.values().get(name), name))
                        .collect(Collectors.joining("|"));
                int occurrence = seen.merge(key, 1, Integer::sum);
                List<Row> own = new ArrayList<>(ofTable.getOrDefault(key + "#" + occurrence, List.of()));
                if (own.stream().anyMatch(label -> label.text("field") == null)) {
                    duplicates++;
                    continue;
                }
                assertThat(occurrence).isEqualTo(1);
                if (table.isGrouped()) {
                    own.addAll(ofTable.getOrDefault(row.text("journal_id") + "#0", List.of()));
                }
                Map<String, Object> values = new LinkedHashMap<>(row.values());
                for (Row label : own) {
                    assertThat((String) values.get(label.text("field"))).isEqualTo(label.text("modified_value"));
                    assertThat(label.text("modified_value")).isNotEqualTo(label.text("original_value"));
                    values.put(label.text("field"), label.text("original_value"));
                }
                restored.add(new Row(values));
            }
            List<Row> expected = clean.rows(table.name());
            assertThat(restored).as(table.name()).hasSameSizeAs(expected);
            for (int i = 0; i < restored.size(); i++) {
                for (String field : restored.get(i).values().keySet()) {
                    Object value = restored.get(i).values().get(field);
                    Object wanted = expected.get(i).values().get(field);
                    if (!Objects.equals(value, wanted)) {
                        assertThat(value).as(table.name() + "." + field).isEqualTo(cell(wanted, field));
                    }
                }
            }
            if (table.name().equals("journal_entries")) {
                assertThat(duplicates / (double) restored.size()).isCloseTo(.005, within(.001));
            }
        }
    }

    /** A value of any of the catalogue's types that can be altered or is part of a key, as the text of a data file. */
    private static String cell(Object value, String field) {
        boolean amount = field.contains("amount")
                || field.endsWith("price")
                || field.endsWith("cost")
                || field.endsWith("value")
                || field.endsWith("percent")
                || field.endsWith("limit")
                || field.endsWith("charges")
                || field.endsWith("depreciation");
        return value instanceof Long number && !amount ? number.toString() : text(value, field);
    }

    @Test
    void issuesAreAsFrequentAsConfigured() {
        Tabulation dirty = read(DIRTY, Fidelity.NORMAL);
        List<Row> rows = dirty.rows("journal_entries");
        Map<String, Long> counts = dirty.rows("quality_labels").stream()
                .filter(label -> label.text("table_name").equals("journal_entries"))
                .filter(label -> label.text("field") != null && label.number("row_occurrence") == 1)
                .collect(Collectors.groupingBy(
                        label -> label.text("kind") + " " + label.text("field"), Collectors.counting()));
        double n = rows.size();
        assertThat(counts.get("amount_format amount") / n).isCloseTo(.03, within(.003));
        assertThat(counts.get("amount_format reporting_amount") / n).isCloseTo(.03, within(.003));
        assertThat(counts.get("identifier_format gl_account_number") / n).isCloseTo(.02, within(.003));
        assertThat(counts.get("missing je_line_description") / n).isCloseTo(.01, within(.003));
        assertThat(counts.get("text_format je_line_description") / n).isCloseTo(.05, within(.003));
        double length = rows.stream()
                .filter(row -> row.text("je_line_description") != null)
                .mapToInt(row -> row.text("je_line_description").length())
                .average()
                .orElseThrow();
        assertThat(counts.get("typo je_line_description") / n).isCloseTo(.005 * length, within(.01));
    }

    @Test
    void lowerLevelsHaveNoIssues() {
        assertThat(read(DIRTY, Fidelity.REDUCED).rows("quality_labels")).isEmpty();
        assertThat(read(DIRTY, Fidelity.REDUCED).rows("journal_entries"))
                .isEqualTo(read(CLEAN, Fidelity.NORMAL).rows("journal_entries"));
    }

    @Test
    void whatCannotBeIsNamed() {
        assertKey("anomaly_injection.total_rate", new Anomalies(true, 1.5, .25, .35, .20, .15, .05), SHARES);
        assertKey("anomaly_injection.total_rate", new Anomalies(true, .9, .25, .35, .20, .15, .05), SHARES);
        assertKey("anomaly_injection.fraud", new Anomalies(true, .02, -1, .35, .20, .15, .05), SHARES);
        assertKey("anomaly_injection", new Anomalies(true, .02, .5, .35, .20, .15, .05), SHARES);
        assertKey(
                "anomaly_injection.fraud",
                new Anomalies(true, .02, 1, 0, 0, 0, 0),
                new Transactions(1600, 0, 0, 1, 0, 0));
    }

    private static void assertKey(String key, Anomalies anomalies, Transactions transactions) {
        LedgerConfiguration configuration = Configurations.with(transactions, anomalies, Configurations.NO_ISSUES);
        assertThatThrownBy(() -> Ledger.of(configuration))
                .isInstanceOfSatisfying(
                        InvalidLedgerConfigurationException.class,
                        exception -> assertThat(exception.key()).isEqualTo(key));
    }
}
