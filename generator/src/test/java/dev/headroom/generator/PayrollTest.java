package dev.headroom.generator;

import static dev.headroom.generator.PeriodicLedgers.sums;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.Tabulation.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayrollTest {
    private static final YearMonth BEFORE = YearMonth.of(2023, 11);
    private static final int MONTHS = 30;
    private static final LocalDate LAST_DAY = BEFORE.plusMonths(MONTHS).atEndOfMonth();

    private Tabulation data;
    /** Headers of the entries, by document type and run. */
    private final Map<String, Map<String, Row>> headers = new HashMap<>();

    @BeforeAll
    void generate() {
        data = Tabulation.of(Ledger.of(PeriodicLedgers.longOne(Industry.HEALTHCARE, 8000)), Fidelity.NORMAL, 1000);
        headers.clear();
        for (String type : List.of("HR", "HP", "HA")) {
            Map<String, Row> ofType = new TreeMap<>();
            data.rows("journal_entries").stream()
                    .filter(line -> line.text("document_type").equals(type))
                    .forEach(line -> ofType.put(line.text("source_document_id"), line));
            headers.put(type, ofType);
        }
    }

    private Map<String, List<Row>> runs() {
        Map<String, List<Row>> runs = new TreeMap<>();
        data.rows("payroll_lines")
                .forEach(line -> runs.computeIfAbsent(line.text("payroll_run_id"), id -> new ArrayList<>())
                        .add(line));
        return runs;
    }

    private static YearMonth month(Row line) {
        return YearMonth.of((int) line.number("fiscal_year"), (int) line.number("period"));
    }

    private static LocalDate date(Row row, String column) {
        return LocalDate.ofEpochDay(row.day(column));
    }

    @Test
    void everyCompanyHasARunOfEachMonthAndOneOfTheMonthBefore() {
        Map<String, Set<YearMonth>> months = new TreeMap<>();
        runs().values().forEach(lines -> {
            Row first = lines.get(0);
            assertThat(lines)
                    .allMatch(line -> month(line).equals(month(first))
                            && line.text("company_code").equals(first.text("company_code"))
                            && line.day("posting_date") == first.day("posting_date"));
            assertThat(months.computeIfAbsent(first.text("company_code"), code -> new HashSet<>())
                            .add(month(first)))
                    .isTrue();
            assertThat(YearMonth.from(date(first, "posting_date"))).isEqualTo(month(first));
            assertThat(first.text("journal_id") == null).isEqualTo(month(first).equals(BEFORE));
        });
        assertThat(months).containsOnlyKeys("DE01", "JP01", "US01");
        months.values().forEach(found -> {
            assertThat(found).hasSize(MONTHS + 1).contains(BEFORE, YearMonth.from(LAST_DAY));
        });
    }

    @Test
    void entriesAreTheSumsOfTheLines() {
        List<Row> lines = data.rows("payroll_lines");
        List<Row> posted =
                lines.stream().filter(line -> line.text("journal_id") != null).toList();
        Map<String, Long> gross = sums(posted, "gross_amount", "payroll_run_id");
        Map<String, Long> charges = sums(posted, "employer_charges", "payroll_run_id");
        Map<String, Long> withheld = sums(posted, "withholding_amount", "payroll_run_id");
        charges.forEach((run, amount) -> withheld.merge(run, amount, Long::sum));
        assertThat(sums(data, "HR", "6000")).isEqualTo(gross);
        assertThat(sums(data, "HR", "6010")).isEqualTo(charges);
        assertThat(negated(sums(data, "HR", "2300"))).isEqualTo(sums(posted, "net_amount", "payroll_run_id"));
        assertThat(negated(sums(data, "HR", "2310"))).isEqualTo(withheld);
        lines.forEach(line -> {
            assertThat(line.number("net_amount"))
                    .isPositive()
                    .isEqualTo(line.number("gross_amount") - line.number("withholding_amount"));
            assertThat(line.number("withholding_amount")).isPositive();
            assertThat(line.number("employer_charges")).isPositive();
        });
        posted.forEach(line -> assertThat(line.text("journal_id"))
                .isEqualTo(headers.get("HR").get(line.text("payroll_run_id")).text("journal_id")));
    }

    private static Map<String, Long> negated(Map<String, Long> sums) {
        Map<String, Long> negated = new HashMap<>();
        sums.forEach((key, sum) -> negated.put(key, -sum));
        return negated;
    }

    @Test
    void costsAreChargedToTheCostCentersOfTheEmployees() {
        Map<String, Long> lines = new HashMap<>();
        for (Row line : data.rows("payroll_lines")) {
            if (line.text("journal_id") != null) {
                lines.merge(
                        line.text("payroll_run_id") + line.text("cost_center_id"),
                        line.number("gross_amount") + line.number("employer_charges"),
                        Long::sum);
            }
        }
        Map<String, Long> posted = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("document_type").equals("HR") && line.text("cost_center_id") != null) {
                posted.merge(
                        line.text("source_document_id") + line.text("cost_center_id"),
                        PeriodicLedgers.signed(line),
                        Long::sum);
            }
        }
        assertThat(posted).isEqualTo(lines);
    }

    @Test
    void paysOutAndRemitsWhatTheRunsOweUnlessTheLedgerEndsBefore() {
        Map<String, Long> net = sums(data.rows("payroll_lines"), "net_amount", "payroll_run_id");
        Map<String, Long> withheld = sums(data.rows("payroll_lines"), "withholding_amount", "payroll_run_id");
        sums(data.rows("payroll_lines"), "employer_charges", "payroll_run_id")
                .forEach((run, amount) -> withheld.merge(run, amount, Long::sum));
        int unpaid = 0;
        for (List<Row> lines : runs().values()) {
            Row run = lines.get(0);
            String id = run.text("payroll_run_id");
            boolean japanese = run.text("company_code").equals("JP01");
            // In Japan on the 25th of the next month.
            Row paid = headers.get("HP").get(id);
            LocalDate payday = japanese ? month(run).plusMonths(1).atDay(25) : date(run, "posting_date");
            if (payday.isAfter(LAST_DAY) || payday.isBefore(BEFORE.plusMonths(1).atDay(1))) {
                assertThat(paid).isNull();
                unpaid++;
            } else {
                assertThat(date(paid, "effective_date")).isBetween(payday.minusDays(6), payday);
                assertThat(paid.day("effective_date")).isGreaterThanOrEqualTo(run.day("posting_date"));
            }
            Row remitted = headers.get("HA").get(id);
            if (month(run).equals(YearMonth.from(LAST_DAY))) {
                assertThat(remitted).isNull();
            } else {
                LocalDate fifteenth = month(run).plusMonths(1).atDay(15);
                assertThat(date(remitted, "effective_date")).isBetween(fifteenth, fifteenth.plusDays(6));
            }
        }
        // Those of the American and the German company before the ledger, and the last Japanese one.
        assertThat(unpaid).isEqualTo(3);
        net.keySet().retainAll(headers.get("HP").keySet());
        withheld.keySet().retainAll(headers.get("HA").keySet());
        assertThat(sums(data, "HP", "2300")).isEqualTo(net);
        assertThat(negated(sums(data, "HP", "1000"))).isEqualTo(net);
        assertThat(sums(data, "HA", "2310")).isEqualTo(withheld);
        assertThat(negated(sums(data, "HA", "1000"))).isEqualTo(withheld);
    }

    @Test
    void whatIsOwedFromBeforeTheLedgerIsInTheOpeningBalances() {
        Map<String, Long> opening = new HashMap<>();
        for (Row row : data.rows("trial_balances")) {
            if (row.number("period") == 0 && row.text("gl_account_number").startsWith("23")) {
                opening.put(row.text("company_code") + row.text("gl_account_number"), -row.number("ending_balance"));
            }
        }
        Map<String, Long> owed = new HashMap<>();
        for (Row line : data.rows("payroll_lines")) {
            if (month(line).equals(BEFORE)) {
                String company = line.text("company_code");
                long withheld = line.number("withholding_amount") + line.number("employer_charges");
                owed.merge(company + "231000", withheld, Long::sum);
                owed.merge(company + "230000", company.equals("JP01") ? line.number("net_amount") : 0, Long::sum);
            }
        }
        opening.values().removeIf(amount -> amount == 0);
        owed.values().removeIf(amount -> amount == 0);
        assertThat(opening).isEqualTo(owed);
    }

    @Test
    void aSystemEntersThemOnBusinessDays() {
        headers.values().stream().flatMap(ofType -> ofType.values().stream()).forEach(entry -> {
            assertThat(entry.text("source")).isEqualTo("payroll");
            assertThat(entry.text("source_document_type")).isEqualTo("payroll_run");
            assertThat(entry.text("entered_by")).isEqualTo("HR_PAYROLL");
            assertThat(entry.text("approved_by")).isNull();
            assertThat(date(entry, "effective_date").getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
        });
    }

    @Test
    void everyoneEmployedIsPaidForTheDaysOfEmploymentAndNobodyElse() {
        Map<String, Set<String>> paid = new HashMap<>();
        Map<String, Map<YearMonth, Long>> amounts = new HashMap<>();
        for (Row line : data.rows("payroll_lines")) {
            paid.computeIfAbsent(line.text("company_code") + month(line), key -> new HashSet<>())
                    .add(line.text("employee_id"));
            amounts.computeIfAbsent(line.text("employee_id"), id -> new TreeMap<>())
                    .put(month(line), line.number("gross_amount"));
        }
        Map<String, String> last = new HashMap<>();
        data.rows("employees").forEach(row -> last.put(row.text("company_code"), row.text("employee_id")));
        int partly = 0;
        for (Row employee : data.rows("employees")) {
            String company = employee.text("company_code");
            String id = employee.text("employee_id");
            LocalDate hired = date(employee, "hired_on");
            LocalDate left =
                    employee.values().get("terminated_on") == null ? LocalDate.MAX : date(employee, "terminated_on");
            assertThat(left).isAfter(hired);
            boolean ghost = last.get(company).equals(id);
            for (YearMonth month = BEFORE; !month.isAfter(YearMonth.from(LAST_DAY)); month = month.plusMonths(1)) {
                boolean employed = !hired.isAfter(month.atEndOfMonth()) && !left.isBefore(month.atDay(1));
                assertThat(paid.get(company + month).contains(id)).isEqualTo(employed && !ghost);
                boolean whole = !hired.isAfter(month.atDay(1)) && !left.isBefore(month.atEndOfMonth());
                Long next = amounts.getOrDefault(id, Map.of()).get(month.plusMonths(1));
                if (employed
                        && !ghost
                        && !whole
                        && hired.isAfter(month.atDay(1))
                        && next != null
                        && month.getMonthValue() != 12) {
                    double share = (month.lengthOfMonth() - hired.getDayOfMonth() + 1.0) / month.lengthOfMonth();
                    assertThat(amounts.get(id).get(month) / (double) next).isBetween(share - .01, share + .01);
                    partly++;
                }
            }
        }
        assertThat(partly).isPositive();
    }

    @Test
    void payRisesInJanuaryAndIsOtherwiseTheSame() {
        Map<String, Row> last = new HashMap<>();
        int raises = 0;
        for (Row line : data.rows("payroll_lines")) {
            Row before = last.put(line.text("employee_id"), line);
            if (before == null || line.text("company_code").equals("JP01")) {
                continue;
            }
            double ratio = line.number("gross_amount") / (double) before.number("gross_amount");
            if (month(line).getMonthValue() == 1 && ratio > 1.005 && ratio < 1.06) {
                raises++;
            }
        }
        assertThat(raises).isGreaterThan(80);
    }

    @Test
    void yenAreWhole() {
        data.rows("payroll_lines").stream()
                .filter(line -> line.text("company_code").equals("JP01"))
                .forEach(line -> {
                    for (String column :
                            List.of("gross_amount", "withholding_amount", "net_amount", "employer_charges")) {
                        assertThat(line.number(column) % 100).isZero();
                    }
                });
    }

    /** Not more than what statistics of businesses have as usual: a small ledger has few on its payroll, with usual pay. */
    @ParameterizedTest
    @EnumSource(Industry.class)
    void peopleCostTheIndustrysShareOfRevenue(Industry industry) {
        double usual = switch (industry) {
            case MANUFACTURING -> .2;
            case RETAIL -> .12;
            case FINANCIAL_SERVICES -> .35;
            case HEALTHCARE -> .5;
            case TECHNOLOGY -> .4;
        };
        LedgerConfiguration configuration = PeriodicLedgers.of(industry, LocalDate.of(2025, 1, 1), 12, 30_000, .01);
        Map<String, Double> revenue = new HashMap<>();
        Map<String, Double> cost = new HashMap<>();
        Ledger.of(configuration)
                .journalEntries()
                .forEach(entry -> entry.lines().forEach(line -> {
                    double amount = line.localAmount().doubleValue() * (line.debit() ? 1 : -1);
                    if (entry.source().equals("sales") && line.account().startsWith("4")) {
                        revenue.merge(entry.company(), -amount, Double::sum);
                    } else if (entry.source().equals("payroll")
                            && line.account().startsWith("6")) {
                        cost.merge(entry.company(), amount, Double::sum);
                    }
                }));
        revenue.forEach((company, amount) ->
                assertThat(cost.get(company) / amount).as(company).isBetween(usual * .6, usual * 1.5));
    }
}
