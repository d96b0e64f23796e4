package dev.headroom.generator;

import static dev.headroom.generator.PeriodicLedgers.sums;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepreciationTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 12, 1);
    private static final int MONTHS = 30;

    private Tabulation data;

    @BeforeAll
    void generate() {
        data = Tabulation.of(Ledger.of(PeriodicLedgers.longOne(Industry.MANUFACTURING, 4000)), Fidelity.NORMAL, 1000);
    }

    /** What of an asset's cost is depreciated at the end of a month of the ledger, in the smallest amounts of its currency. */
    private static long depreciated(Row asset, long month) {
        LocalDate acquired = LocalDate.ofEpochDay(asset.day("acquired_on")).withDayOfMonth(1);
        long unit = asset.text("company_code").equals("JP01") ? 100 : 1;
        long life = asset.number("useful_life_months");
        long past = ChronoUnit.MONTHS.between(acquired, FIRST_DAY.plusMonths(month));
        long all = (asset.number("acquisition_cost") - asset.number("salvage_value")) / unit;
        return Math.round(all * (double) Math.min(Math.max(past, 0), life) / life) * unit;
    }

    @Test
    void everyAssetIsDepreciatedInAStraightLineToItsSalvageValue() {
        Map<String, Map<Integer, Row>> lines = new HashMap<>();
        for (Row line : data.rows("depreciation_lines")) {
            int month = (int) ((line.number("fiscal_year") - 2023) * 12 + line.number("period") - 12);
            lines.computeIfAbsent(line.text("asset_id"), id -> new TreeMap<>()).put(month, line);
        }
        int ended = 0;
        int begun = 0;
        for (Row asset : data.rows("fixed_assets")) {
            Map<Integer, Row> ofAsset = lines.getOrDefault(asset.text("asset_id"), Map.of());
            for (int month = 0; month < MONTHS; month++) {
                long before = depreciated(asset, month - 1);
                long after = depreciated(asset, month);
                Row line = ofAsset.get(month);
                assertThat(line != null).isEqualTo(after > before);
                if (line != null) {
                    assertThat(line.number("depreciation_amount")).isEqualTo(after - before);
                    assertThat(line.number("accumulated_depreciation")).isEqualTo(after);
                    assertThat(line.text("company_code")).isEqualTo(asset.text("company_code"));
                    assertThat(line.day("posting_date")).isGreaterThan(asset.day("acquired_on"));
                }
            }
            long all = asset.number("acquisition_cost") - asset.number("salvage_value");
            ended += !ofAsset.isEmpty() && depreciated(asset, MONTHS - 1) == all ? 1 : 0;
            begun += !ofAsset.isEmpty() && asset.day("acquired_on") >= FIRST_DAY.toEpochDay() ? 1 : 0;
        }
        assertThat(ended).isGreaterThan(50);
        assertThat(begun).isGreaterThan(100);
    }

    @Test
    void entriesAreTheSumsOfTheLinesByCostCenterAndClass() {
        Map<String, String> classes = new HashMap<>();
        Map<String, String> costCenters = new HashMap<>();
        for (Row asset : data.rows("fixed_assets")) {
            classes.put(asset.text("asset_id"), asset.text("asset_class"));
            costCenters.put(asset.text("asset_id"), asset.text("cost_center_id"));
        }
        Map<String, Long> byClass = new HashMap<>();
        Map<String, Long> byCenter = new HashMap<>();
        for (Row line : data.rows("depreciation_lines")) {
            long amount = line.number("depreciation_amount");
            String entry = line.text("journal_id") + " ";
            byClass.merge(
                    entry + classes.get(line.text("asset_id")).replace('_', ' ').substring(0, 3), amount, Long::sum);
            byCenter.merge(entry + costCenters.get(line.text("asset_id")), amount, Long::sum);
        }
        Map<String, Long> credits = new HashMap<>();
        Map<String, Long> debits = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (!line.text("document_type").equals("AF")) {
                continue;
            }
            String entry = line.text("journal_id") + " ";
            long amount = PeriodicLedgers.signed(line);
            if (line.text("gl_account_number").equals("159000")) {
                String text = line.text("je_line_description").substring(0, 3).toUpperCase(Locale.ROOT);
                credits.put(entry + text, -amount);
            } else {
                assertThat(line.text("gl_account_number")).isEqualTo("660000");
                debits.put(entry + line.text("cost_center_id"), amount);
            }
        }
        assertThat(credits).isEqualTo(byClass);
        assertThat(debits).isEqualTo(byCenter);
    }

    @Test
    void aSystemEntersThemOnTheLastBusinessDaysOfTheMonths() {
        Map<String, List<LocalDate>> days = new TreeMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("document_type").equals("AF") && line.number("journal_id_line_number") == 1) {
                days.computeIfAbsent(line.text("business_unit_code"), code -> new ArrayList<>())
                        .add(LocalDate.ofEpochDay(line.day("effective_date")));
                assertThat(line.text("source")).isEqualTo("assets");
                assertThat(line.text("source_document_type")).isEqualTo("depreciation_run");
                assertThat(line.text("entered_by")).isEqualTo("AA_DEPREC");
                assertThat(line.text("approved_by")).isNull();
            }
        }
        assertThat(days).containsOnlyKeys("DE01", "JP01", "US01");
        days.values().forEach(ofCompany -> {
            assertThat(ofCompany).hasSize(MONTHS);
            for (int month = 0; month < MONTHS; month++) {
                LocalDate end = FIRST_DAY.plusMonths(month + 1L).minusDays(1);
                assertThat(ofCompany.get(month)).isBetween(end.minusDays(5), end);
            }
        });
    }

    @Test
    void thereIsNoEntryWhereThereIsNothingToDepreciate() {
        LedgerConfiguration usual = PeriodicLedgers.longOne(Industry.MANUFACTURING, 4000);
        LedgerConfiguration.MasterData counts = usual.masterData();
        LedgerConfiguration few = usual.withMasterData(new LedgerConfiguration.MasterData(
                counts.vendors(), counts.customers(), counts.materials(), counts.employees(), counts.costCenters(), 3));
        Tabulation tables = Tabulation.of(Ledger.of(few), Fidelity.NORMAL, 1000);
        Map<String, Long> lines = sums(tables.rows("depreciation_lines"), "depreciation_amount", "depreciation_run_id");
        assertThat(lines).hasSizeBetween(1, 3 * MONTHS - 1);
        assertThat(sums(tables, "AF", "6600")).isEqualTo(lines);
        assertThat(tables.rows("journal_entries").stream()
                        .map(line -> line.text("journal_id"))
                        .distinct())
                .hasSize(4000);
    }
}
