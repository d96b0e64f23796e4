package dev.headroom.generator.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Complexity;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.RowCursor;
import dev.headroom.table.TableSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastersTest {
    private static final List<LedgerConfiguration.Company> COMPANIES = List.of(
            new LedgerConfiguration.Company("US01", "Headroom Industries Inc.", "USD", "US", 5),
            new LedgerConfiguration.Company("DE01", "Headroom Werke GmbH", "EUR", "DE", 3),
            new LedgerConfiguration.Company("CH01", "Headroom Handel AG", "CHF", "CH", 0.5));

    /** What a description has after the name of the thing. */
    private static final Pattern THING = Pattern.compile(
            " (Standard|Premium|Compact|Heavy Duty|Type [AB]|Series \\d+|Mk II|Plus|Eco) [A-Z]\\d\\d-\\d{3}$");

    private static final Map<Employees.Job, String> TITLES = Map.of(
            Employees.Job.ACCOUNTANT, "Accountant",
            Employees.Job.PAYABLES_CLERK, "Accounts Payable Clerk",
            Employees.Job.BUYER, "Buyer",
            Employees.Job.WAREHOUSE_CLERK, "Warehouse Clerk",
            Employees.Job.SALES_CLERK, "Sales Clerk");

    private static LedgerConfiguration configuration(
            List<LedgerConfiguration.Company> companies,
            LedgerConfiguration.MasterData counts,
            LocalDate start,
            int months,
            Industry industry,
            Complexity complexity) {
        return new LedgerConfiguration(
                42,
                industry,
                start,
                months,
                "USD",
                companies,
                complexity,
                new LedgerConfiguration.Transactions(100_000, .2, .5, .2, .07, .03),
                counts,
                new LedgerConfiguration.PurchaseFlow(.95, .15, .08, .05, .05, .15, .05, 14, 5, 30),
                new LedgerConfiguration.SalesFlow(.1, .03, .01, 7, 1, 45),
                new LedgerConfiguration.Anomalies(true, .02, .25, .35, .20, .15, .05),
                new LedgerConfiguration.DataQuality(true, .01, .05, .03, .02, .05, .005, .3, .5, .2, .005, .001),
                false);
    }

    private static LedgerConfiguration usual(Industry industry, Complexity complexity) {
        return configuration(
                COMPANIES,
                new LedgerConfiguration.MasterData(500, 2000, 5000, 1500, 50, 800),
                LocalDate.of(2024, 1, 1),
                12,
                industry,
                complexity);
    }

    /** All records of a table as texts, by key. */
    private static Map<String, Map<String, String>> records(MasterTable table) {
        Map<String, Map<String, String>> records = new HashMap<>();
        RecordBatch batch = new RecordBatch(table.schema(), 97);
        MasterTable.Filler filler = table.filler(batch);
        for (int index = 0; index < table.count(); index++) {
            filler.fill(index, batch.addRow());
            if (batch.rowCount() == 97 || index == table.count() - 1) {
                RowCursor cursor = batch.cursor();
                while (cursor.next()) {
                    Map<String, String> values = new HashMap<>();
                    List<String> key = new ArrayList<>();
                    for (int i = 0; i < table.schema().columns().size(); i++) {
                        Column column = table.schema().columns().get(i);
                        if (!cursor.isNull(i)) {
                            String text = text(cursor, i, column);
                            values.put(column.name(), text);
                            if (column.key()) {
                                key.add(text);
                            }
                        } else {
                            assertThat(column.nullable()).as(column.name()).isTrue();
                        }
                    }
                    assertThat(records.put(String.join("|", key), values))
                            .as(table.schema().name() + key)
                            .isNull();
                }
                batch.clear();
            }
        }
        assertThat(records).hasSize(table.count());
        return records;
    }

    private static String text(RowCursor cursor, int i, Column column) {
        return switch (column.type()) {
            case TEXT -> cursor.getText(i);
            case DATE -> cursor.getDate(i).toString();
            case DECIMAL -> cursor.getDecimal(i).toPlainString();
            case INTEGER -> Long.toString(cursor.getLong(i));
            default -> throw new AssertionError(column);
        };
    }

    private static Map<String, Map<String, Map<String, String>>> all(Masters masters) {
        Map<String, Map<String, Map<String, String>>> all = new HashMap<>();
        for (MasterTable table : masters.tables()) {
            all.put(table.schema().name(), records(table));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void keysAreUniqueAndReferencesResolve(Industry industry) {
        Masters masters = new Masters(usual(industry, Complexity.MEDIUM));
        Map<String, Map<String, Map<String, String>>> all = all(masters);
        assertThat(masters.tables().stream().map(MasterTable::schema).toList()).isEqualTo(Masters.catalogue());
        for (TableSchema schema : Masters.catalogue()) {
            for (Column column : schema.columns()) {
                if (column.references() != null) {
                    String target =
                            column.references().substring(0, column.references().indexOf('.'));
                    if (!all.containsKey(target)) {
                        // Documents, which only a ledger has.
                        continue;
                    }
                    for (Map<String, String> record : all.get(schema.name()).values()) {
                        String value = record.get(column.name());
                        assertThat(value == null || all.get(target).containsKey(value))
                                .as(schema.name() + "." + column.name() + " " + value)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void clearingCachesChangesNothing() {
        Masters masters = new Masters(usual(Industry.RETAIL, Complexity.SMALL));
        Map<String, Map<String, Map<String, String>>> before = all(masters);
        masters.clearCaches();
        assertThat(all(masters)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"SMALL, 110", "MEDIUM, 410", "LARGE, 2510"})
    void chartsHaveTheirSizes(Complexity complexity, int count) {
        for (Industry industry : Industry.values()) {
            ChartOfAccounts accounts = new Masters(usual(industry, complexity)).accounts();
            assertThat(accounts.count()).isEqualTo(count);
            for (AccountRole role : AccountRole.values()) {
                assertThat(accounts.account(role)).isBetween(0, count - 1);
            }
            assertThat(accounts.isControl(accounts.account(AccountRole.ACCOUNTS_PAYABLE)))
                    .isTrue();
            assertThat(accounts.expenses()).hasSizeGreaterThan(40);
            assertThat(accounts.assets()).isNotEmpty();
            assertThat(IntStream.of(accounts.assets()).anyMatch(accounts::isControl))
                    .isFalse();
            assertThat(accounts.liabilities()).isNotEmpty().doesNotContain(accounts.account(AccountRole.DORMANT));
            assertThat(accounts.income()).isNotEmpty();
        }
    }

    @Test
    void approversCoverTheAmountAndAreAboveTheCreator() {
        Masters masters = new Masters(usual(Industry.MANUFACTURING, Complexity.SMALL));
        Employees employees = masters.employees();
        Map<String, Map<String, String>> records = records(employees);
        RandomStream stream = new RandomStream(1, "test");
        Set<Long> limits = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            long key = stream.key(i);
            int company = i % 3;
            int creator = employees.pickUser(company, Employees.Job.ACCOUNTANT, Draw.bits(key, 0));
            long amount = Draw.longBelow(key, 1, 1L << Draw.between(key, 2, 5, 33));
            int approver = employees.approver(company, creator, amount);
            limits.add(employees.approvalLimit(company, creator));
            limits.add(employees.approvalLimit(company, approver));
            assertThat(approver).isNotEqualTo(creator);
            assertThat(employees.isPerson(creator)).isTrue();
            assertThat(employees.approvalLimit(company, approver)).isGreaterThanOrEqualTo(amount);
            String expected = employees.ids().text(employees.employee(creator));
            assertThat(records.get(expected).get("company_code"))
                    .isEqualTo(masters.companies().code(company));
            assertThat(records.get(expected).get("job_title")).isEqualTo("Accountant");
            assertThat(records.get(expected)).doesNotContainKey("terminated_on");
            do {
                expected = records.get(expected).get("manager_id");
            } while (limit(records.get(expected)) < amount);
            assertThat(employees.users().text(approver))
                    .isEqualTo(records.get(expected).get("user_id"));
        }
        assertThat(limits).contains(1_000_00L, 5_000_00L, 25_000_00L, 100_000_00L, 500_000_00L, Employees.NO_LIMIT);
        assertThat(employees.isPerson(Employees.SystemUser.PAYMENT.code())).isFalse();
        assertThat(employees.users().text(Employees.SystemUser.PAYMENT.code())).isEqualTo("AP_PAYRUN");
    }

    private static long limit(Map<String, String> employee) {
        String limit = employee.get("approval_limit");
        return limit == null ? Long.MAX_VALUE : Long.parseLong(limit.replace(".", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 9, 20, 25, 26, 27, 28, 29, 30, 60, 100, 101, 400, 1500, 20_000})
    void workIsDoneByThoseWhoseJobItIs(int count) {
        for (Industry industry : Industry.values()) {
            Employees employees = new Masters(configuration(
                            COMPANIES.subList(0, 1),
                            new LedgerConfiguration.MasterData(50, 50, 50, count, 5, 5),
                            LocalDate.of(2024, 1, 1),
                            12,
                            industry,
                            Complexity.SMALL))
                    .employees();
            Map<String, Set<String>> users = new HashMap<>();
            records(employees).values().stream()
                    .filter(employee -> employee.containsKey("user_id"))
                    .forEach(employee -> users.computeIfAbsent(employee.get("job_title"), title -> new HashSet<>())
                            .add(employee.get("user_id")));
            TITLES.forEach((job, title) -> {
                Set<String> picked = new HashSet<>();
                for (int i = 0; i < 20_000; i++) {
                    picked.add(employees.users().text(employees.pickUser(0, job, Draw.bits(i, 0))));
                }
                if (users.containsKey(title)) {
                    assertThat(picked).as("%s of %s", title, industry).isEqualTo(users.get(title));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 1500, 20_000})
    void nobodyReportsToSomeoneWhoCameAfterHeHadLeft(int count) {
        Masters masters = new Masters(configuration(
                COMPANIES.subList(0, 1),
                new LedgerConfiguration.MasterData(50, 50, 50, count, 5, 5),
                LocalDate.of(2024, 1, 1),
                36,
                Industry.RETAIL,
                Complexity.SMALL));
        Map<String, Map<String, String>> employees = records(masters.employees());
        employees.values().stream()
                .filter(employee -> employee.containsKey("manager_id"))
                .forEach(employee -> assertThat(employee.getOrDefault("terminated_on", "9999-12-31"))
                        .isGreaterThanOrEqualTo(
                                employees.get(employee.get("manager_id")).get("hired_on")));
    }

    @Test
    void twoEmployeesAreEnough() {
        Employees employees = new Masters(configuration(
                        COMPANIES.subList(0, 1),
                        new LedgerConfiguration.MasterData(1, 1, 1, 2, 1, 1),
                        LocalDate.of(2024, 1, 1),
                        1,
                        Industry.RETAIL,
                        Complexity.SMALL))
                .employees();
        int creator = employees.pickUser(0, Employees.Job.BUYER, 12345);
        assertThat(employees.approver(0, creator, 1)).isNotEqualTo(creator);
    }

    @Test
    void bankAccountsAndTaxNumbersHaveTheirCheckDigits() {
        Masters masters = new Masters(usual(Industry.TECHNOLOGY, Complexity.SMALL));
        int ibans = 0;
        for (Map<String, String> vendor : records(masters.vendors()).values()) {
            String account = vendor.get("bank_account");
            if (Character.isLetter(account.charAt(0))) {
                ibans++;
                assertThat(remainder97(account.substring(4) + account.substring(0, 4)))
                        .as(account)
                        .isEqualTo(1);
            }
            if (vendor.get("country").equals("IT")) {
                assertThat(TaxIds.luhn(vendor.get("tax_id").substring(2, 12)))
                        .isEqualTo(vendor.get("tax_id").charAt(12) - '0');
            }
        }
        assertThat(ibans).isGreaterThan(100);
        assertThat(BankAccounts.iban("DE", "370400440532013000")).isEqualTo("DE89370400440532013000");
        assertThat(TaxIds.luhn("7992739871")).isEqualTo(3);
        assertThat(TaxIds.of("DE", new Picks(5, 0))).matches("DE\\d{9}");
    }

    @Test
    void noneButVendorsThatDoNotExistShareAnAccountWithAnEmployee() {
        Masters masters = new Masters(usual(Industry.RETAIL, Complexity.SMALL));
        Set<String> accounts = new HashSet<>();
        records(masters.employees()).values().forEach(employee -> accounts.add(employee.get("bank_account")));
        assertThat(records(masters.customers()).values())
                .noneMatch(customer -> accounts.contains(customer.get("bank_account")));
        Vendors vendors = masters.vendors();
        assertThat(vendors.reservedCount()).isEqualTo(5);
        Map<String, Map<String, String>> records = records(vendors);
        for (int i = 0; i < vendors.count(); i++) {
            assertThat(accounts.contains(records.get(vendors.ids().text(i)).get("bank_account")))
                    .isEqualTo(i >= vendors.ordinaryCount());
        }
    }

    private static int remainder97(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            digits.append(Character.digit(text.charAt(i), 36));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    @Test
    void ratesStayNearTheirMeansAndDoNotDependOnTheStart() {
        Masters masters = new Masters(usual(Industry.RETAIL, Complexity.SMALL));
        int eur = Currencies.of("EUR", "");
        int usd = Currencies.of("USD", "");
        int day = (int) LocalDate.of(2024, 7, 15).toEpochDay();
        long rate = masters.exchangeRates().rate(eur, usd, day);
        assertThat((double) rate).isCloseTo(1_080_000, within(250_000.0));
        assertThat(masters.exchangeRates().rate(eur, eur, day)).isEqualTo(ExchangeRates.ONE);
        Masters later = new Masters(configuration(
                COMPANIES,
                new LedgerConfiguration.MasterData(500, 2000, 5000, 1500, 50, 800),
                LocalDate.of(2024, 5, 1),
                40,
                Industry.RETAIL,
                Complexity.SMALL));
        assertThat(later.exchangeRates().rate(eur, usd, day)).isEqualTo(rate);
        assertThat(new BigDecimal(records(masters.exchangeRates())
                        .get("EUR|USD|2024-07-01")
                        .get("rate")))
                .isEqualTo(BigDecimal.valueOf(rate, 6));
    }

    @Test
    void assetsCostWhatTheirClassDoes() {
        Masters masters = new Masters(usual(Industry.MANUFACTURING, Complexity.SMALL));
        Map<String, List<Double>> costs = new HashMap<>();
        for (Map<String, String> asset : records(masters.fixedAssets()).values()) {
            costs.computeIfAbsent(asset.get("asset_class"), name -> new ArrayList<>())
                    .add(Double.valueOf(asset.get("acquisition_cost")));
        }
        assertThat(costs).hasSize(6);
        assertThat(costs.get("BUILDINGS")).allMatch(cost -> cost >= 100_000);
        assertThat(costs.get("MACHINERY")).allMatch(cost -> cost >= 5_000);
        assertThat(costs.get("VEHICLES")).allMatch(cost -> cost >= 8_000 && cost <= 250_000);
        assertThat(costs.get("OFFICE_EQUIPMENT")).allMatch(cost -> cost >= 800 && cost <= 100_000);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void materialsAreWhatTheIndustryBuysMakesAndSells(Industry industry) {
        Masters masters = new Masters(usual(industry, Complexity.SMALL));
        Materials materials = masters.materials();
        Set<MaterialType> types = new HashSet<>();
        for (int i = 0; i < materials.count(); i++) {
            types.add(materials.type(i));
            int company = materials.companyOf(i);
            assertThat(materials.components(company, i) > 0).isEqualTo(materials.type(i) == MaterialType.FINISHED);
        }
        assertThat(types)
                .isEqualTo(
                        switch (industry) {
                            case MANUFACTURING -> Set.of(MaterialType.RAW, MaterialType.FINISHED, MaterialType.SUPPLY);
                            case FINANCIAL_SERVICES -> Set.of(MaterialType.SUPPLY);
                            default -> Set.of(MaterialType.TRADING, MaterialType.SUPPLY);
                        });
        for (int company = 0; company < COMPANIES.size(); company++) {
            for (int i = 0; i < 200; i++) {
                long bits = Draw.bits(company, i);
                int bought = materials.pickPurchased(company, bits);
                assertThat(materials.companyOf(bought)).isEqualTo(company);
                assertThat(materials.type(bought)).isNotEqualTo(MaterialType.FINISHED);
                if (industry != Industry.FINANCIAL_SERVICES) {
                    int sold = materials.pickSold(company, bits);
                    assertThat(materials.companyOf(sold)).isEqualTo(company);
                    assertThat(materials.type(sold)).isIn(MaterialType.FINISHED, MaterialType.TRADING);
                }
            }
        }
    }

    /** In dollars at usual prices, of the first company, whose currency that is. */
    @ParameterizedTest
    @EnumSource(Industry.class)
    void thingsOfOneNameCostAboutTheSame(Industry industry) {
        Map<String, List<Double>> costs = new HashMap<>();
        Masters masters = new Masters(usual(industry, Complexity.SMALL));
        double level = masters.budgets().priceLevel(0);
        records(masters.materials()).values().stream()
                .filter(material -> material.get("company_code").equals("US01"))
                .forEach(material -> costs.computeIfAbsent(
                                material.get("material_group") + " "
                                        + THING.matcher(material.get("description"))
                                                .replaceFirst(""),
                                name -> new ArrayList<>())
                        .add(Double.parseDouble(material.get("standard_cost")) / level));
        assertThat(costs).hasSizeGreaterThan(20);
        costs.forEach((name, found) -> assertThat(Collections.max(found) / Collections.min(found))
                .as(name)
                .isLessThan(10));
        if (industry == Industry.MANUFACTURING) {
            assertThat(costs.get("PUMPS Metering Pump")).allMatch(cost -> cost >= 40 && cost <= 160);
            assertThat(costs.get("PACKAGING Shipping Label Roll")).allMatch(cost -> cost >= 1 && cost <= 10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 29, 5000})
    void finishedGoodsCostWhatTheirComponentsDoAndTheMakingOfThem(int count) {
        Masters masters = new Masters(configuration(
                COMPANIES,
                new LedgerConfiguration.MasterData(500, 2000, count, 1500, 50, 800),
                LocalDate.of(2024, 1, 1),
                12,
                Industry.MANUFACTURING,
                Complexity.SMALL));
        Map<String, Map<String, String>> materials = records(masters.materials());
        Map<String, BigDecimal> costs = new HashMap<>();
        for (Map<String, String> row : records(masters.billsOfMaterial()).values()) {
            Map<String, String> good = materials.get(row.get("material_id"));
            Map<String, String> component = materials.get(row.get("component_id"));
            assertThat(good.get("material_type")).isEqualTo("finished");
            assertThat(component.get("material_type")).isEqualTo("raw");
            assertThat(component.get("company_code")).isEqualTo(good.get("company_code"));
            BigDecimal cost =
                    new BigDecimal(component.get("standard_cost")).multiply(new BigDecimal(row.get("quantity")));
            costs.merge(row.get("material_id"), cost, BigDecimal::add);
        }
        materials.forEach((id, material) -> {
            assertThat(costs.containsKey(id))
                    .isEqualTo(material.get("material_type").equals("finished"));
            if (costs.containsKey(id)) {
                BigDecimal standard = new BigDecimal(material.get("standard_cost"));
                assertThat(standard.subtract(costs.get(id)).doubleValue() / standard.doubleValue())
                        .isBetween(standard.doubleValue() < 2 ? .01 : .3, standard.doubleValue() < 2 ? .99 : .5);
            }
        });
    }

    @Test
    void assetsAreAcquiredAtTheSamePaceBeforeAndWithinTheLedger() {
        Masters masters = new Masters(usual(Industry.MANUFACTURING, Complexity.SMALL));
        FixedAssets assets = masters.fixedAssets();
        List<String> acquired = new ArrayList<>();
        for (int i = 0; i < assets.acquisitions(); i++) {
            int asset = assets.acquisition(i);
            int day = assets.acquiredOn(asset);
            acquired.add(assets.ids().text(asset));
            assertThat(day)
                    .isBetween(masters.months().firstDay(), masters.months().lastDay());
            assertThat(masters.companies().calendar(assets.companyOf(asset)).isBusinessDay(day))
                    .isTrue();
            assertThat(day).isGreaterThanOrEqualTo(assets.acquiredOn(assets.acquisition(Math.max(i - 1, 0))));
        }
        List<String> within = new ArrayList<>();
        Map<String, Long> openingCosts = new HashMap<>();
        records(assets).forEach((id, asset) -> {
            if (LocalDate.parse(asset.get("acquired_on")).toEpochDay()
                    >= masters.months().firstDay()) {
                within.add(id);
            } else {
                openingCosts.merge(
                        asset.get("company_code"),
                        new BigDecimal(asset.get("acquisition_cost"))
                                .movePointRight(2)
                                .longValueExact(),
                        Long::sum);
            }
        });
        assertThat(acquired).containsExactlyInAnyOrderElementsOf(within);
        assertThat((double) within.size() / assets.count()).isBetween(.1, .2);
        for (int company = 0; company < masters.companies().count(); company++) {
            assertThat(assets.openingCost(company))
                    .isEqualTo(openingCosts.get(masters.companies().code(company)));
            assertThat(assets.openingDepreciation(company)).isBetween(1L, assets.openingCost(company));
        }
    }

    @Test
    void millionsOfRecordsNeedNoMemory() {
        Masters masters = new Masters(configuration(
                COMPANIES,
                new LedgerConfiguration.MasterData(3_000_000, 3_000_000, 3_000_000, 3_000_000, 3_000_000, 3_000_000),
                LocalDate.of(2024, 1, 1),
                120,
                Industry.MANUFACTURING,
                Complexity.LARGE));
        for (MasterTable table : masters.tables()) {
            RecordBatch batch = new RecordBatch(table.schema(), 1);
            table.filler(batch).fill(table.count() - 1, batch.addRow());
        }
        RecordBatch batch = new RecordBatch(masters.vendors().schema(), 1);
        masters.vendors().filler(batch).fill(2_999_999, batch.addRow());
        assertThat(batch.texts("vendor_id").text(0)).isEqualTo("V3000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2024-01-02; 12; USD; DE; A1; 10; global.start_date",
                "1824-01-01; 12; USD; DE; A1; 10; global.start_date",
                "2024-01-01; 0; USD; DE; A1; 10; global.period_months",
                "2024-01-01; 121; USD; DE; A1; 10; global.period_months",
                "2024-01-01; 12; XXX; DE; A1; 10; companies[1].currency",
                "2024-01-01; 12; USD; Germany; A1; 10; companies[1].country",
                "2024-01-01; 12; USD; ZZ; A1; 10; companies[1].country",
                "2024-01-01; 12; USD; XX; A1; 10; companies[1].country",
                "2024-01-01; 12; USD; UK; A1; 10; companies[1].country",
                "2024-01-01; 12; USD; DE; a1; 10; companies[1].code",
                "2024-01-01; 12; USD; DE; US01; 10; companies[1].code",
                "2024-01-01; 12; USD; DE; A1; 0; master_data.vendors.count",
                "2024-01-01; 12; USD; DE; A1; -5; master_data.vendors.count",
                "2024-01-01; 12; USD; DE; A1; 1; master_data.materials.count",
                "2024-01-01; 12; USD; DE; A1; 3; master_data.employees.count",
            })
    void whatCannotBeIsNamed(
            LocalDate start, int months, String currency, String country, String code, int count, String key) {
        List<LedgerConfiguration.Company> companies =
                List.of(COMPANIES.get(0), new LedgerConfiguration.Company(code, "Second", currency, country, 1));
        LedgerConfiguration configuration = configuration(
                companies,
                new LedgerConfiguration.MasterData(count, count, count, count, count, count),
                start,
                months,
                Industry.RETAIL,
                Complexity.SMALL);
        assertThatThrownBy(() -> new Masters(configuration))
                .isInstanceOfSatisfying(
                        InvalidLedgerConfigurationException.class,
                        exception -> assertThat(exception.key()).isEqualTo(key));
    }
}
