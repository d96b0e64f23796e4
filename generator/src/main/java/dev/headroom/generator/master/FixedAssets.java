package dev.headroom.generator.master;

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
import java.util.List;

/** The register of fixed assets; each belongs to one company. Immutable; constant time. */
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
                    Column.integer("useful_life_months").describedAs("Useful life in months.")));

    private static final int CLASS_SLOT = 0;
    private static final int DESCRIPTION_SLOT = 1;
    private static final int COST_CENTER_SLOT = 2;
    private static final int ACQUIRED_SLOT = 3;
    private static final int COST_SLOT = 4;

    private static final int SALVAGE_PERCENT = 5;
    private static final int OLDEST_DAYS = 2200;

    private static final TextDictionary CLASSES =
            TextDictionary.of("BUILDINGS", "MACHINERY", "VEHICLES", "IT_EQUIPMENT", "OFFICE_EQUIPMENT", "TOOLS");
    /** By class, in dollars; a median building costs 600,000, a machine 60,000, a vehicle 36,000, the others 3,000 to 6,000. */
    private static final Lognormal[] COSTS = {
        new Lognormal(13.3, .8, 100_000, 20_000_000),
        new Lognormal(11, .9, 5_000, 5_000_000),
        new Lognormal(10.5, .4, 8_000, 250_000),
        new Lognormal(8.7, 1, 800, 500_000),
        new Lognormal(8.3, .8, 800, 100_000),
        new Lognormal(8, .9, 800, 150_000)
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
    private final CostCenters costCenters;
    private final Apportionment blocks;
    private final int firstDay;
    private final Ids ids;

    FixedAssets(long seed, int count, Companies companies, CostCenters costCenters, int firstDay) {
        super(SCHEMA, count, new RandomStream(seed, "fixed assets"));
        this.companies = companies;
        this.costCenters = costCenters;
        this.blocks = new Apportionment(count, companies.weights(), 0);
        this.firstDay = firstDay;
        this.ids = new Ids("FA", count);
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
        return (index, row) -> {
            long key = key(index);
            int company = blocks.companyOf(index);
            int kind = Draw.below(key, CLASS_SLOT, THINGS.size());
            int currency = companies.currency(company);
            long cost = Currencies.hundredths(COSTS[kind].draw(key, COST_SLOT), currency);
            long unit = Currencies.unit(currency);
            ids.set(id, row, index);
            companyCode.setCode(row, company);
            description.set(row, new Picks(key, DESCRIPTION_SLOT).pick(THINGS.get(kind)));
            assetClass.setCode(row, kind);
            costCenters.ids().set(costCenter, row, costCenters.pick(company, Draw.bits(key, COST_CENTER_SLOT)));
            acquiredOn.set(row, firstDay - 1 - Draw.below(key, ACQUIRED_SLOT, OLDEST_DAYS));
            acquisitionCost.set(row, cost);
            salvageValue.set(row, cost * SALVAGE_PERCENT / (100 * unit) * unit);
            usefulLife.set(row, LIFE_MONTHS[kind]);
        };
    }
}
