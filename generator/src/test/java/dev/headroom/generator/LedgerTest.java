package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.Tabulation.Row;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
    private static final int FIRST_DAY = (int) LocalDate.of(2024, 7, 1).toEpochDay();
    private static final int LAST_DAY = (int) LocalDate.of(2025, 12, 31).toEpochDay();

    private Ledger ledger;
    private Tabulation data;
    private final Map<String, List<Row>> entriesById = new LinkedHashMap<>();

    @BeforeAll
    void generate() {
        ledger = Ledger.of(Configurations.clean(8000));
        data = Tabulation.of(ledger, Fidelity.NORMAL, 1024);
        entriesById.clear();
        for (Row line : data.rows("journal_entries")) {
            entriesById
                    .computeIfAbsent(line.text("journal_id"), id -> new ArrayList<>())
                    .add(line);
        }
    }

    /** The least number of entries, as whoever asks for one is told. */
    private static long least() {
        Matcher message = Pattern.compile("use (\\d+) or more")
                .matcher(
                        catchThrowable(() -> Ledger.of(Configurations.clean(1))).getMessage());
        assertThat(message.find()).isTrue();
        return Long.parseLong(message.group(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4, 16, 99, 999, 10_000, 2_000_000})
    void hasExactlyTheTargetNumberOfEntries(long aboveLeast) {
        long target = least() + aboveLeast;
        assertThat(countedEntries(Configurations.clean(target))).isEqualTo(target);
    }

    @Test
    void hasExactlyTheTargetNumberOfEntriesWithoutManualOnes() {
        for (Transactions shares : List.of(
                new Transactions(5000, 0, 1, 0, 0, 0),
                new Transactions(5000, 0, 0, 0, 0, 1),
                new Transactions(5000, 0, .5, .5, 0, 0),
                new Transactions(5000, 1, 0, 0, 0, 0),
                new Transactions(5000, 0, 0, 0, 1, 0))) {
            LedgerConfiguration configuration =
                    Configurations.with(shares, Configurations.NO_ANOMALIES, Configurations.NO_ISSUES);
            assertThat(countedEntries(configuration)).isEqualTo(5000);
        }
    }

    private static long countedEntries(LedgerConfiguration configuration) {
        RangeSequence ranges = Ledger.of(configuration).ranges();
        long entries = 0;
        while (ranges.hasNext()) {
            entries += ranges.next().entries();
        }
        return entries;
    }

    @Test
    void isTheSameWhenItsShapeIsKnown() {
        LedgerConfiguration configuration = Configurations.clean(5000);
        Ledger counted = Ledger.of(configuration);
        Ledger known = Ledger.of(configuration, counted.shape());
        assertThat(known.shape()).isEqualTo(counted.shape());
        assertThat(known.rangeCount()).isEqualTo(counted.rangeCount());
        RangeSequence ranges = known.ranges();
        for (RangeSequence expected = counted.ranges(); expected.hasNext(); ) {
            assertThat(ranges.next()).usingRecursiveComparison().isEqualTo(expected.next());
        }
    }

    @Test
    void refusesAShapeThatNoLedgerHas() {
        LedgerConfiguration configuration = Configurations.clean(5000);
        List<Long> units = new ArrayList<>(Ledger.of(configuration).shape().units());
        units.set(0, -1L);
        assertThatThrownBy(() -> Ledger.of(configuration, new LedgerShape(units)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are not the counts of");
        assertThatThrownBy(() -> Ledger.of(configuration, new LedgerShape(List.of(5L))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 17, 40})
    void generatesEverySmallLedger(long aboveLeast) {
        long target = least() + aboveLeast;
        Tabulation small = Tabulation.of(Ledger.of(Configurations.clean(target)), Fidelity.NORMAL, 100);
        assertThat(small.rows("journal_entries").stream()
                        .map(row -> row.text("journal_id"))
                        .distinct())
                .hasSize((int) target);
    }

    @Test
    void namesTheLeastTarget() {
        assertThatThrownBy(() -> Ledger.of(Configurations.clean(0)))
                .isInstanceOfSatisfying(
                        InvalidLedgerConfigurationException.class,
                        e -> assertThat(e.key()).isEqualTo("transactions.target_count"))
                .hasMessageContaining("the minimum");
        assertThatThrownBy(() -> Ledger.of(Configurations.clean(least() - 1)))
                .isInstanceOfSatisfying(
                        InvalidLedgerConfigurationException.class,
                        e -> assertThat(e.key()).isEqualTo("transactions.target_count"))
                .hasMessageContaining("use " + least() + " or more");
    }

    @Test
    void refusesImpossibleShares() {
        assertThatThrownBy(() -> Ledger.of(Configurations.with(
                        new Transactions(100, .2, .5, .2, .07, .04),
                        Configurations.NO_ANOMALIES,
                        Configurations.NO_ISSUES)))
                .isInstanceOfSatisfying(
                        InvalidLedgerConfigurationException.class,
                        e -> assertThat(e.key()).isEqualTo("transactions.sources"))
                .hasMessageContaining("instead of 1");
    }

    @Test
    void numbersEntriesWithoutGaps() {
        Map<String, Set<Long>> numbers = new TreeMap<>();
        entriesById.forEach((id, lines) -> {
            Row header = lines.get(0);
            String series = header.text("business_unit_code") + "-" + header.number("fiscal_year");
            assertThat(id).startsWith(series);
            assertThat(numbers.computeIfAbsent(series, s -> new HashSet<>())
                            .add(Long.parseLong(id.substring(series.length() + 1))))
                    .isTrue();
        });
        assertThat(entriesById).hasSize(8000);
        assertThat(numbers).hasSize(6);
        numbers.values()
                .forEach(series -> assertThat(
                                series.stream().mapToLong(Long::longValue).max().orElse(0))
                        .isEqualTo(series.size()));
    }

    @Test
    void balancesEveryEntryInEveryCurrency() {
        entriesById.forEach((id, lines) -> {
            for (String column : List.of("amount", "local_amount", "reporting_amount")) {
                assertThat(lines.stream()
                                .mapToLong(line -> signed(line, column))
                                .sum())
                        .as(id + " " + column)
                        .isZero();
                assertThat(lines).as(id + " " + column).allMatch(line -> line.number(column) > 0);
            }
        });
    }

    @Test
    void agreesOnAmountsInTheSameCurrency() {
        int same = 0;
        for (Row line : data.rows("journal_entries")) {
            for (String other : List.of("local_amount", "reporting_amount")) {
                if (line.text("amount_currency").equals(line.text(other + "_currency"))) {
                    same++;
                    if (line.number("amount") != line.number(other)) {
                        fail(line + " has another " + other);
                    }
                }
            }
        }
        assertThat(same).isGreaterThan(10_000);
    }

    private long signed(Row line, String column) {
        return line.text("amount_credit_debit_indicator").equals("D") ? line.number(column) : -line.number(column);
    }

    @Test
    void numbersLinesFromOne() {
        entriesById.forEach((id, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).number("journal_id_line_number") != i + 1) {
                    fail(id + " has line " + lines.get(i).number("journal_id_line_number") + " in place of " + (i + 1));
                }
            }
        });
    }

    @Test
    void hasAnotherApproverThanCreator() {
        for (List<Row> lines : entriesById.values()) {
            Row header = lines.get(0);
            boolean byHand = Set.of("manual", "adjustment").contains(header.text("source"));
            if (byHand) {
                assertThat(header.text("approved_by")).isNotNull().isNotEqualTo(header.text("entered_by"));
                assertThat(header.day("approved_date")).isBetween(header.day("entered_date"), LAST_DAY);
            } else {
                assertThat(header.text("approved_by")).isNull();
                assertThat(header.values().get("approved_date")).isNull();
            }
        }
        for (Row order : data.rows("purchase_orders")) {
            assertThat(order.text("approved_by")).isNotEqualTo(order.text("created_by"));
        }
    }

    @Test
    void datesEntriesWithinTheLedgerAndTheirPeriod() {
        Map<String, Integer> closing = new HashMap<>();
        for (Row period : data.rows("fiscal_periods")) {
            closing.put(
                    period.text("company_code") + period.number("fiscal_year") + "/" + period.number("period"),
                    period.day("closed_on"));
        }
        for (List<Row> lines : entriesById.values()) {
            Row header = lines.get(0);
            LocalDate effective = LocalDate.ofEpochDay(header.day("effective_date"));
            assertThat(header.day("effective_date")).isBetween(FIRST_DAY, LAST_DAY);
            assertThat(header.number("fiscal_year")).isEqualTo(effective.getYear());
            boolean close = header.text("source").equals("closing");
            assertThat(header.number("period")).isEqualTo(close ? 13 : effective.getMonthValue());
            assertThat(header.day("document_date")).isLessThanOrEqualTo(header.day("effective_date"));
            assertThat(header.day("entered_date"))
                    .isBetween(
                            header.day("effective_date"),
                            closing.get(header.text("business_unit_code") + header.number("fiscal_year") + "/"
                                    + header.number("period")));
            if (close) {
                assertThat(effective).isEqualTo(LocalDate.of(effective.getYear(), 12, 31));
            } else {
                assertThat(effective.getDayOfWeek().getValue()).isLessThan(6);
            }
        }
    }

    @Test
    void linksAccrualsAndReversals() {
        int reversals = 0;
        for (List<Row> lines : entriesById.values()) {
            Row header = lines.get(0);
            String other = header.text("reversal_journal_id");
            assertThat(header.flag("reversal_indicator")).isEqualTo(other != null);
            if (other == null) {
                continue;
            }
            List<Row> otherLines = entriesById.get(other);
            assertThat(otherLines.get(0).text("reversal_journal_id")).isEqualTo(header.text("journal_id"));
            assertThat(otherLines).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                for (String column : List.of("amount", "local_amount", "reporting_amount")) {
                    if (signed(lines.get(i), column) != -signed(otherLines.get(i), column)) {
                        fail(other + " does not reverse " + column + " of line " + (i + 1));
                    }
                }
            }
            reversals++;
        }
        assertThat(reversals).isGreaterThan(100);
    }

    @Test
    void resolvesEveryReference() {
        int checked = 0;
        for (TableSchema table : ledger.tables()) {
            for (Column column : table.columns()) {
                if (column.references() == null) {
                    continue;
                }
                String[] target = column.references().split("\\.", -1);
                Set<Object> keys = new HashSet<>();
                data.rows(target[0]).forEach(row -> keys.add(row.values().get(target[1])));
                for (Row row : data.rows(table.name())) {
                    Object value = row.values().get(column.name());
                    if (value != null) {
                        if (!keys.contains(value)) {
                            fail(table.name() + "." + column.name() + " " + value + " refers to nothing");
                        }
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(100_000);
        for (Row reference : data.rows("document_references")) {
            assertThat(documentIds(reference.text("document_type")).contains(reference.text("document_id")))
                    .isTrue();
            assertThat(documentIds(reference.text("preceding_document_type"))
                            .contains(reference.text("preceding_document_id")))
                    .isTrue();
        }
        entriesById.values().forEach(lines -> {
            Row header = lines.get(0);
            String documentType = header.text("source_document_type");
            if (documentType != null && !documentType.equals("tax_return")) {
                assertThat(documentIds(documentType).contains(header.text("source_document_id")))
                        .isTrue();
            }
        });
    }

    private final Map<String, Set<String>> idsOfDocuments = new HashMap<>();

    private Set<String> documentIds(String type) {
        return idsOfDocuments.computeIfAbsent(type, t -> {
            Set<String> ids = new HashSet<>();
            String table = t.equals("delivery") ? "deliveries" : t.replaceFirst("_run$", "_line") + "s";
            data.rows(table).forEach(row -> ids.add(row.text(t + "_id")));
            return ids;
        });
    }

    @Test
    void hasUniqueKeys() {
        for (TableSchema table : ledger.tables()) {
            List<String> keyColumns = table.columns().stream()
                    .filter(Column::key)
                    .map(Column::name)
                    .toList();
            Set<List<Object>> keys = new HashSet<>();
            for (Row row : data.rows(table.name())) {
                List<Object> key = new ArrayList<>();
                keyColumns.forEach(column -> key.add(row.values().get(column)));
                keys.add(key);
            }
            assertThat(keys).as(table.name()).hasSize(data.rows(table.name()).size());
        }
    }

    @Test
    void postsToControlAccountsByDocumentsOnly() {
        Set<String> control = new HashSet<>();
        data.rows("gl_accounts").stream()
                .filter(account -> account.text("control_type") != null)
                .forEach(account -> control.add(account.text("gl_account_number")));
        for (List<Row> lines : entriesById.values()) {
            if (lines.get(0).text("source_document_id") == null) {
                assertThat(lines).noneMatch(line -> control.contains(line.text("gl_account_number")));
            }
        }
    }

    @Test
    void leavesOutWhatNoRuleReadsAtMinimalFidelityAndNothingElse() {
        Ledger small = Ledger.of(Configurations.clean(1000));
        Tabulation normal = Tabulation.of(small, Fidelity.NORMAL, 64);
        Tabulation minimal = Tabulation.of(small, Fidelity.MINIMAL, 64);
        for (TableSchema table : small.tables()) {
            List<Row> all = normal.rows(table.name());
            List<Row> least = minimal.rows(table.name());
            assertThat(least).hasSameSizeAs(all);
            for (int i = 0; i < all.size(); i++) {
                for (Column column : table.columns()) {
                    Object expected = column.essential() ? all.get(i).values().get(column.name()) : null;
                    if (!Objects.equals(least.get(i).values().get(column.name()), expected)) {
                        fail(table.name() + "." + column.name() + " in row " + i + " is not " + expected);
                    }
                }
            }
        }
    }
}
