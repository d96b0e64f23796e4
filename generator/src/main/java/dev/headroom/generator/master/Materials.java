package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Lognormal;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** Materials; each belongs to one company, which keeps it in stock at a standard cost. Immutable; constant time. */
public final class Materials extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "materials",
            "A material that a company buys and keeps in stock.",
            List.of(
                    Column.text("material_id").asKey().describedAs("Material number."),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that keeps it."),
                    Column.text("description").asOptional().describedAs("What it is."),
                    Column.text("material_group")
                            .asOptional()
                            .describedAs("Kind of material, such as FASTENERS; each industry has its own."),
                    Column.text("unit")
                            .describedAs(
                                    "Unit in which quantities are counted: EA (each), KG, CS (case), PK (pack) or BX (box)."),
                    Column.decimal("standard_cost", 2)
                            .describedAs("Value of one unit in stock, in the company's currency."),
                    Column.decimal("price", 2).describedAs("Sales price of one unit, in the company's currency.")));

    private static final int COST_SLOT = 0;
    private static final int MARGIN_SLOT = 1;
    private static final int DESCRIPTION_SLOT = 2;
    private static final int PICK_SLOT = 0;

    private static final Lognormal COSTS = new Lognormal(3.5, 1.4, 0.05, 25_000);
    private static final int LEAST_MARGIN_PERCENT = 15;
    private static final int MOST_MARGIN_PERCENT = 90;

    private final Companies companies;
    private final Apportionment blocks;
    private final MaterialNames names;
    private final Ids ids;

    Materials(long seed, int count, Industry industry, Companies companies) {
        super(SCHEMA, count, new RandomStream(seed, "materials"));
        this.companies = companies;
        this.blocks = new Apportionment(count, companies.weights(), 1);
        this.names = MaterialNames.of(industry);
        this.ids = new Ids("M", count);
    }

    /** Material numbers. */
    public Ids ids() {
        return ids;
    }

    /** A material of a company, for random bits; the earlier ones more often. */
    public int pick(int company, long bits) {
        double position = Draw.uniform(bits, PICK_SLOT);
        return blocks.start(company) + (int) (position * position * blocks.size(company));
    }

    /** The company of a material. */
    public int companyOf(int material) {
        return blocks.companyOf(material);
    }

    /** The value in stock of one unit of a company's material, in hundredths of the company's currency. */
    public long standardCost(int company, int material) {
        return Currencies.hundredths(COSTS.draw(key(material), COST_SLOT), companies.currency(company));
    }

    /** The sales price of one unit of a company's material that has a standard cost, in hundredths of the company's currency. */
    public long price(int company, int material, long standardCost) {
        int margin = Draw.between(key(material), MARGIN_SLOT, LEAST_MARGIN_PERCENT, MOST_MARGIN_PERCENT);
        long unit = Currencies.unit(companies.currency(company));
        return standardCost * (100 + margin) / (100 * unit) * unit;
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector id = ids(batch, "material_id", ids);
        TextVector company = texts(batch, "company_code", companies.codes());
        TextVector description = batch.texts("description");
        TextVector group = texts(batch, "material_group", names.groups());
        TextVector unit = texts(batch, "unit", names.units());
        LongVector standardCost = batch.longs("standard_cost");
        LongVector price = batch.longs("price");
        return (index, row) -> {
            int owner = blocks.companyOf(index);
            long cost = standardCost(owner, index);
            Picks picks = new Picks(key(index), DESCRIPTION_SLOT);
            // The costs rise with the draw.
            double rank = Draw.uniform(key(index), COST_SLOT);
            int kind = names.pickKind(rank, picks);
            ids.set(id, row, index);
            company.setCode(row, owner);
            description.set(row, names.description(kind, rank, picks));
            group.setCode(row, kind);
            unit.setCode(row, kind);
            standardCost.set(row, cost);
            price.set(row, price(owner, index, cost));
        };
    }
}
