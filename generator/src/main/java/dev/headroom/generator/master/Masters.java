package dev.headroom.generator.master;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.calendar.Months;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The master data of a ledger. Its parts are made when first asked for; {@link #clearCaches} drops them, and they come back equal. Safe
 * for use by many threads.
 */
public final class Masters {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_COMPANIES = 1000;
    /** Currencies that foreign partners invoice in. */
    private static final String[] WORLD_CURRENCIES = {"USD", "EUR", "GBP"};

    private final LedgerConfiguration configuration;
    private final Months months;
    private final int groupCurrency;
    private final int[] worldCurrencies;
    private final Companies companies;
    private final Apportionment costCenterBlocks;
    private final Budgets budgets;

    private final Lazy<FiscalPeriods> fiscalPeriods;
    private final Lazy<ExchangeRates> exchangeRates;
    private final Lazy<ChartOfAccounts> accounts;
    private final Lazy<Vendors> vendors;
    private final Lazy<Customers> customers;
    private final Lazy<Materials> materials;
    private final Lazy<BillsOfMaterial> billsOfMaterial;
    private final Lazy<Ids> costCenterIds;
    private final Lazy<Employees> employees;
    private final Lazy<Accountants> accountants;
    private final Lazy<CostCenters> costCenters;
    private final Lazy<FixedAssets> fixedAssets;

    /**
     * Prepares the master data of a configuration.
     *
     * @throws InvalidLedgerConfigurationException if dates, currencies, companies or counts are not possible
     */
    public Masters(LedgerConfiguration configuration) {
        this.configuration = configuration;
        checkTime(configuration);
        this.months = new Months(configuration.startDate(), configuration.periodMonths());
        this.groupCurrency = Currencies.of(configuration.groupCurrency(), "global.group_currency");
        this.worldCurrencies = new int[WORLD_CURRENCIES.length];
        for (int i = 0; i < worldCurrencies.length; i++) {
            worldCurrencies[i] = Currencies.of(WORLD_CURRENCIES[i], "");
        }
        check(
                configuration.companies().size() <= MOST_COMPANIES,
                "companies",
                "there are " + configuration.companies().size() + " companies; the most are " + MOST_COMPANIES);
        this.companies = new Companies(configuration, months);
        checkCounts();
        this.budgets = new Budgets(configuration, companies);
        long seed = configuration.seed();
        LedgerConfiguration.MasterData counts = configuration.masterData();
        this.costCenterBlocks = new Apportionment(counts.costCenters(), companies.weights(), 1);
        this.fiscalPeriods = new Lazy<>(() -> new FiscalPeriods(seed, months, companies));
        this.exchangeRates = new Lazy<>(() -> new ExchangeRates(seed, months, usedCurrencies(), targetCurrencies()));
        this.accounts =
                new Lazy<>(() -> new ChartOfAccounts(seed, configuration.industry(), configuration.complexity()));
        this.costCenterIds = new Lazy<>(() -> new Ids("CC", counts.costCenters()));
        this.employees = new Lazy<>(() ->
                new Employees(seed, counts.employees(), companies, budgets, months, costCenterBlocks, costCenterIds()));
        this.accountants = new Lazy<>(() -> new Accountants(seed, employees(), companies.count()));
        this.costCenters = new Lazy<>(() ->
                new CostCenters(seed, counts.costCenters(), companies, employees(), costCenterBlocks, costCenterIds()));
        this.vendors = new Lazy<>(() -> new Vendors(configuration, this));
        this.customers = new Lazy<>(() -> new Customers(configuration, this));
        this.materials = new Lazy<>(() ->
                new Materials(seed, counts.materials(), configuration.industry(), companies, budgets, accounts()));
        this.billsOfMaterial = new Lazy<>(() -> new BillsOfMaterial(seed, materials(), companies.count()));
        this.fixedAssets = new Lazy<>(
                () -> new FixedAssets(seed, counts.fixedAssets(), companies, budgets, costCenters(), months));
    }

    private static void check(boolean holds, String key, String message) {
        if (!holds) {
            throw new InvalidLedgerConfigurationException(key, message);
        }
    }

    private static void checkTime(LedgerConfiguration configuration) {
        int year = configuration.startDate().getYear();
        check(
                configuration.startDate().getDayOfMonth() == 1,
                "global.start_date",
                configuration.startDate() + " is not the first day of a month; use "
                        + configuration.startDate().withDayOfMonth(1));
        check(
                year >= FIRST_YEAR && year <= LAST_YEAR,
                "global.start_date",
                configuration.startDate() + " is not in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        check(
                configuration.periodMonths() >= 1 && configuration.periodMonths() <= MOST_MONTHS,
                "global.period_months",
                configuration.periodMonths() + " is not from 1 to " + MOST_MONTHS);
    }

    private void checkCounts() {
        LedgerConfiguration.MasterData counts = configuration.masterData();
        int fewestMaterials = Materials.fewest(configuration.industry());
        checkCount("vendors", counts.vendors(), 1, "");
        checkCount("customers", counts.customers(), 1, "");
        checkCount(
                "materials",
                counts.materials(),
                fewestMaterials * companies.count(),
                fewestMaterials == 1
                        ? ", one for each company"
                        : ", " + fewestMaterials + " for each company, of which one is made of the others");
        checkCount(
                "employees",
                counts.employees(),
                2 * companies.count(),
                ", two for each company, since no one approves what he enters");
        checkCount("cost_centers", counts.costCenters(), companies.count(), ", one for each company");
        checkCount("fixed_assets", counts.fixedAssets(), 1, "");
    }

    private static void checkCount(String kind, int count, int least, String reason) {
        check(count >= least, "master_data." + kind + ".count", count + " is too few; the least is " + least + reason);
    }

    private Set<Integer> targetCurrencies() {
        Set<Integer> targets = new TreeSet<>();
        targets.add(groupCurrency);
        for (int company = 0; company < companies.count(); company++) {
            targets.add(companies.currency(company));
        }
        return targets;
    }

    private Set<Integer> usedCurrencies() {
        Set<Integer> used = targetCurrencies();
        for (int currency : worldCurrencies) {
            used.add(currency);
        }
        return used;
    }

    /** The schemas of all master tables, in the order of {@link #tables}. */
    public static List<TableSchema> catalogue() {
        return List.of(
                Companies.SCHEMA,
                FiscalPeriods.SCHEMA,
                ExchangeRates.SCHEMA,
                ChartOfAccounts.SCHEMA,
                CostCenters.SCHEMA,
                Employees.SCHEMA,
                Vendors.SCHEMA,
                Customers.SCHEMA,
                Materials.SCHEMA,
                BillsOfMaterial.SCHEMA,
                FixedAssets.SCHEMA);
    }

    /** All master tables, in the order of {@link #catalogue}. */
    public List<MasterTable> tables() {
        return List.of(
                companies(),
                fiscalPeriods(),
                exchangeRates(),
                accounts(),
                costCenters(),
                employees(),
                vendors(),
                customers(),
                materials(),
                billsOfMaterial(),
                fixedAssets());
    }

    /** Drops what was made; whoever still holds a part can go on using it. */
    public void clearCaches() {
        fiscalPeriods.clear();
        exchangeRates.clear();
        accounts.clear();
        vendors.clear();
        customers.clear();
        materials.clear();
        billsOfMaterial.clear();
        costCenterIds.clear();
        employees.clear();
        accountants.clear();
        costCenters.clear();
        fixedAssets.clear();
    }

    /** The configuration that determines the master data. */
    public LedgerConfiguration configuration() {
        return configuration;
    }

    /** The ledger's months. */
    public Months months() {
        return months;
    }

    /** The currency of group amounts, a code in {@link Currencies#codes}. */
    public int groupCurrency() {
        return groupCurrency;
    }

    /** Currencies that partners abroad invoice in, codes in {@link Currencies#codes}. A new array. */
    public int[] worldCurrencies() {
        return worldCurrencies.clone();
    }

    /** The companies. */
    public Companies companies() {
        return companies;
    }

    /** What the companies are expected to earn. */
    public Budgets budgets() {
        return budgets;
    }

    /** The companies' periods. */
    public FiscalPeriods fiscalPeriods() {
        return fiscalPeriods.get();
    }

    /** The exchange rates. */
    public ExchangeRates exchangeRates() {
        return exchangeRates.get();
    }

    /** The chart of accounts. */
    public ChartOfAccounts accounts() {
        return accounts.get();
    }

    /** The vendors. */
    public Vendors vendors() {
        return vendors.get();
    }

    /** The customers. */
    public Customers customers() {
        return customers.get();
    }

    /** The materials. */
    public Materials materials() {
        return materials.get();
    }

    /** What finished goods are made of. */
    public BillsOfMaterial billsOfMaterial() {
        return billsOfMaterial.get();
    }

    /** The employees and users. */
    public Employees employees() {
        return employees.get();
    }

    /** The people who keep the books. */
    public Accountants accountants() {
        return accountants.get();
    }

    /** The cost centers. */
    public CostCenters costCenters() {
        return costCenters.get();
    }

    /** The fixed assets. */
    public FixedAssets fixedAssets() {
        return fixedAssets.get();
    }

    private Ids costCenterIds() {
        return costCenterIds.get();
    }
}
