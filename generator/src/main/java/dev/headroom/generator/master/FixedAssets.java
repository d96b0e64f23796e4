package dev.headroom.generator.master;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Lognormal;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The register of fixed assets; each belongs to one company. A company's assets are a block of indexes in the order of their acquisition,
 * which goes on at the same pace before and within the ledger. Assets are depreciated from the month after their acquisition on, in equal
 * parts down to their salvage value. Immutable; constant time except where said.
 */
public final class FixedAssets extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "fixed_assets",
            "An asset in use, depreciated in a straight line.",
            List.of(
                    Column.text("asset_id").asKey().describedAs("Asset number."),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that owns it."),
                    Column.text("description").asOptional().describedAs("What it is."),
                    Column.text("asset_class")
                            .describedAs(
                                    "BUILDINGS, MACHINERY, VEHICLES, IT_EQUIPMENT, OFFICE_EQUIPMENT or TOOLS, which determines the useful life."),
                    Column.text("cost_center_id")
                            .asOptional()
                            .references("cost_centers.cost_center_id")
                            .describedAs("Cost center that uses it."),
                    Column.date("acquired_on").describedAs("Day of acquisition."),
                    Column.decimal("acquisition_cost", 2)
                            .describedAs("Cost of acquisition, in the company's currency."),
                    Column.decimal("salvage_value", 2)
                            .describedAs("Value after the useful life, in the company's currency."),
                    Column.integer("useful_life_months").describedAs("Useful life in months."),
                    Column.text("purchase_order_id")
                            .asNullable()
                            .references("purchase_orders.purchase_order_id")
                            .describedAs("Order; absent for what was acquired before the ledger.")));

    private static final int CLASS_SLOT = 0;
    private static final int DESCRIPTION_SLOT = 1;
    private static final int COST_CENTER_SLOT = 2;
    private static final int ACQUIRED_SLOT = 3;
    private static final int COST_SLOT = 4;

    private static final int SALVAGE_PERCENT = 5;
    private static final int OLDEST_DAYS = 2200;
    private static final int YEAR_MONTHS = 12;
    /** Of the number of an order. */
    private static final int ORDER_DIGITS = 10;

    private static final TextDictionary CLASSES =
            TextDictionary.of("BUILDINGS", "MACHINERY", "VEHICLES", "IT_EQUIPMENT", "OFFICE_EQUIPMENT", "TOOLS");
    /** Class of machinery, which comes after that of buildings. */
    private static final int LAST_THAT_GROWS = 1;
    /** Share of these two classes in the depreciation of assets that cost what is usual. */
    private static final double SHARE_THAT_GROWS = .6;

    private static final Discrete CLASS = new Discrete(.02, .18, .12, .38, .18, .12);
    /** By class, in dollars: less is no asset of its own. */
    private static final double[] LEAST_COSTS = {100_000, 5_000, 8_000, 800, 800, 800};
    /** By class, in dollars, where assets cost what is usual; a median building costs 600,000, a machine 60,000, a vehicle 36,000, the others 3,000 to 6,000. */
    private static final Lognormal[] COSTS = {
        new Lognormal(13.3, .8, LEAST_COSTS[0], 20_000_000),
        new Lognormal(11, .9, LEAST_COSTS[1], 5_000_000),
        new Lognormal(10.5, .4, LEAST_COSTS[2], 250_000),
        new Lognormal(8.7, 1, LEAST_COSTS[3], 500_000),
        new Lognormal(8.3, .8, LEAST_COSTS[4], 100_000),
        new Lognormal(8, .9, LEAST_COSTS[5], 150_000)
    };

    private static final int[] LIFE_MONTHS = {400, 120, 72, 36, 96, 60};
    private static final List<List<String>> THINGS = List.of(
            List.of("Warehouse Hall", "Office Building", "Annex Building", "Parking Structure"),
            List.of("Milling Machine", "Conveyor Line", "Compressor", "Packaging Machine", "Forklift", "Press"),
            List.of("Delivery Van", "Company Car", "Truck", "Trailer"),
            List.of("Server", "Notebook Pool", "Network Equipment", "Storage System", "Printer"),
            List.of("Desk Set", "Meeting Room Furniture", "Shelving", "Kitchen Equipment"),
            List.of("Tool Set", "Measuring Instrument", "Mould", "Test Bench"));

    private final Companies companies;
    private final Budgets budgets;
    private final CostCenters costCenters;
    private final Months months;
    private final Apportionment blocks;
    private final Ids ids;
    private final Lazy<AssetValues> values;
    private final Lazy<int[]> acquisitions;
    private final Lazy<Ids> orderIds;

    FixedAssets(long seed, int count, Companies companies, Budgets budgets, CostCenters costCenters, Months months) {
        super(SCHEMA, count, new RandomStream(seed, "fixed assets"));
        this.companies = companies;
        this.budgets = budgets;
        this.costCenters = costCenters;
        this.months = months;
        this.blocks = new Apportionment(count, companies.weights(), 0);
        this.ids = new Ids("FA", count);
        this.values = new Lazy<>(() -> new AssetValues(this, companies.count(), months));
        this.acquisitions = new Lazy<>(this::findAcquisitions);
        this.orderIds = new Lazy<>(() -> new Ids("PO", acquisitions(), ORDER_DIGITS));
    }

    /** The assets acquired within the ledger, by day and then by index. */
    private int[] findAcquisitions() {
        return IntStream.range(0, companies.count())
                .flatMap(company -> IntStream.range(firstAcquisition(company), end(company)))
                .mapToLong(asset -> (long) acquiredOn(asset) << Integer.SIZE | asset)
                .sorted()
                .mapToInt(dayAndAsset -> (int) dayAndAsset)
                .toArray();
    }

    /** The first asset that a company acquires within the ledger; the end of its assets if there is none. */
    private int firstAcquisition(int company) {
        int first = end(company);
        while (first > blocks.start(company) && acquiredOn(first - 1) >= months.firstDay()) {
            first--;
        }
        return first;
    }

    /** The first of a company's assets. */
    public int first(int company) {
        return blocks.start(company);
    }

    /** One above the last of a company's assets. */
    public int end(int company) {
        return blocks.start(company) + blocks.size(company);
    }

    /** Asset numbers. */
    public Ids ids() {
        return ids;
    }

    /** The names of the classes; a class is a code of it. */
    public static TextDictionary classes() {
        return CLASSES;
    }

    /** The company that owns an asset. */
    public int companyOf(int asset) {
        return blocks.companyOf(asset);
    }

    /** The class of an asset. */
    public int classOf(int asset) {
        return CLASS.draw(key(asset), CLASS_SLOT);
    }

    /** The cost center that uses an asset. */
    public int costCenter(int asset) {
        int company = companyOf(asset);
        return costCenters.first(company) + Draw.below(key(asset), COST_CENTER_SLOT, costCenters.charged(company));
    }

    /** The day of an asset's acquisition; within the ledger a business day. */
    public int acquiredOn(int asset) {
        int company = companyOf(asset);
        int oldest = months.firstDay() - OLDEST_DAYS;
        double place = (asset - blocks.start(company) + Draw.uniform(key(asset), ACQUIRED_SLOT)) / blocks.size(company);
        int day = oldest + (int) (place * (months.lastDay() + 1 - oldest));
        if (day < months.firstDay()) {
            return day;
        }
        int next = companies.calendar(company).nextBusinessDay(day);
        return next <= months.lastDay() ? next : companies.calendar(company).previousBusinessDay(day);
    }

    /** The cost of an asset's acquisition, in hundredths of its company's currency. */
    public long cost(int asset) {
        int company = companyOf(asset);
        int assetClass = classOf(asset);
        double least = LEAST_COSTS[assetClass];
        double aboveLeast = COSTS[assetClass].draw(key(asset), COST_SLOT) - least;
        return Currencies.hundredths(
                least + aboveLeast * level(assetClass, budgets.assetLevel(company)), companies.currency(company));
    }

    /** How dear an asset of a class is in relation to the usual: who owns more has larger halls and machines, but no dearer cars and desks. */
    private static double level(int assetClass, double levelOfAll) {
        boolean grows = assetClass <= LAST_THAT_GROWS;
        return levelOfAll <= 1 ? levelOfAll : grows ? 1 + (levelOfAll - 1) / SHARE_THAT_GROWS : 1;
    }

    private long salvageValue(int asset) {
        long unit = unit(asset);
        return cost(asset) * SALVAGE_PERCENT / (100 * unit) * unit;
    }

    /** What of an asset's cost is depreciated over its life, in hundredths of its company's currency. */
    long depreciable(int asset) {
        return cost(asset) - salvageValue(asset);
    }

    /** The useful life of an asset, in months. */
    int life(int asset) {
        return LIFE_MONTHS[classOf(asset)];
    }

    /** The smallest amount of the currency of an asset's company, in hundredths. */
    long unit(int asset) {
        return Currencies.unit(companies.currency(companyOf(asset)));
    }

    /** What of an asset's cost is depreciated when a month ends, in hundredths of its company's currency. */
    public long depreciated(int asset, int month) {
        long unit = unit(asset);
        return depreciated(depreciable(asset) / unit, life(asset), month - acquisitionMonth(asset)) * unit;
    }

    /** What is depreciated a number of months after the acquisition: nothing before it, all at the end of the life. */
    static long depreciated(long all, int life, int months) {
        return (all * Math.min(Math.max(months, 0), life) + life / 2) / life;
    }

    /** The month of an asset's acquisition: 0 for the ledger's first one, below 0 before it. */
    int acquisitionMonth(int asset) {
        LocalDate day = LocalDate.ofEpochDay(acquiredOn(asset));
        return (day.getYear() - months.firstYear()) * YEAR_MONTHS + day.getMonthValue() - months.periodOf(0);
    }

    /** The number of assets acquired within the ledger. */
    public int acquisitions() {
        return acquisitions.get().length;
    }

    /** One of the assets acquired within the ledger, which are in the order of time; an ordinal is below {@link #acquisitions}. */
    public int acquisition(int ordinal) {
        return acquisitions.get()[ordinal];
    }

    /** The ordinal of an asset that was acquired within the ledger; logarithmic time. */
    private int ordinalOf(int asset) {
        int low = 0;
        int high = acquisitions() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            int other = acquisition(middle);
            int order = Integer.compare(acquiredOn(other), acquiredOn(asset));
            if (order < 0 || (order == 0 && other < asset)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The cost of a company's assets that were acquired before the ledger, in hundredths of its currency. What is asked for first, of any
     * company, takes about a microsecond for each asset; the same holds for depreciation.
     */
    public long openingCost(int company) {
        return values.get().openingCost(company);
    }

    /** What of the cost of a company's assets is depreciated when the ledger begins, in hundredths of its currency. */
    public long openingDepreciation(int company) {
        return values.get().openingDepreciation(company);
    }

    /** The depreciation of a company's assets of a class in a month of the ledger, in hundredths of its currency. */
    public long depreciation(int company, int month, int assetClass) {
        return values.get().depreciation(company, month, assetClass);
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector id = ids(batch, "asset_id", ids);
        TextVector companyCode = texts(batch, "company_code", companies.codes());
        TextVector description = batch.texts("description");
        TextVector assetClass = texts(batch, "asset_class", CLASSES);
        TextVector costCenter = ids(batch, "cost_center_id", costCenters.ids());
        IntVector acquiredOn = batch.ints("acquired_on");
        LongVector acquisitionCost = batch.longs("acquisition_cost");
        LongVector salvageValue = batch.longs("salvage_value");
        LongVector usefulLife = batch.longs("useful_life_months");
        // Orders of assets are the first ones.
        TextVector order = ids(batch, "purchase_order_id", orderIds.get());
        return (index, row) -> {
            int company = companyOf(index);
            int kind = classOf(index);
            ids.set(id, row, index);
            companyCode.setCode(row, company);
            description.set(row, new Picks(key(index), DESCRIPTION_SLOT).pick(THINGS.get(kind)));
            assetClass.setCode(row, kind);
            costCenters.ids().set(costCenter, row, costCenter(index));
            acquiredOn.set(row, acquiredOn(index));
            acquisitionCost.set(row, cost(index));
            salvageValue.set(row, salvageValue(index));
            usefulLife.set(row, life(index));
            if (acquiredOn(index) < months.firstDay()) {
                order.setNull(row);
            } else {
                orderIds.get().set(order, row, ordinalOf(index));
            }
        };
    }
}
