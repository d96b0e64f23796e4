package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Lognormal;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/**
 * Materials; each belongs to one company, which values it at a standard cost. A company's block begins with what it sells, in industries that
 * make goods with what they are made of next, and ends with supplies. Immutable; constant time.
 */
public final class Materials extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "materials",
            "A material that a company buys, makes or sells.",
            List.of(
                    Column.text("material_id").asKey().describedAs("Material number."),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that uses it."),
                    Column.text("material_type")
                            .describedAs(
                                    "raw (goods are made of it), finished (made and sold), trading (bought and sold) or supply (used up as it"
                                            + " comes; no stock is kept of it)."),
                    Column.text("description").asOptional().describedAs("What it is."),
                    Column.text("material_group")
                            .asOptional()
                            .describedAs("Kind of material, such as FASTENERS; each industry has its own."),
                    Column.text("unit")
                            .describedAs(
                                    "Unit in which quantities are counted: EA (each), KG, CS (case), PK (pack) or BX (box)."),
                    Column.text("gl_account_number")
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Inventory account; of supplies an expense account."),
                    Column.decimal("standard_cost", 2)
                            .describedAs("Value of one unit, in the company's currency; of finished goods that of their"
                                    + " components, and the cost of making them."),
                    Column.decimal("price", 2).describedAs("Sales price of one unit, in the company's currency.")));

    /** The most components of a finished good. */
    public static final int MAXIMUM_COMPONENTS = 3;

    private static final int COST_SLOT = 0;
    private static final int MARGIN_SLOT = 1;
    private static final int DESCRIPTION_SLOT = 2;
    private static final int CONVERSION_SLOT = 3;
    private static final int COMPONENT_SLOT = 4;
    private static final int QUANTITY_SLOT = 5;
    private static final int PICK_SLOT = 0;

    /** In dollars, at usual prices. */
    private static final Lognormal COSTS = new Lognormal(3.5, 1.4, .25, 3_000);

    private static final int LEAST_MARGIN_PERCENT = 15;
    private static final int MOST_MARGIN_PERCENT = 90;
    /** Cost of making a good, of that of its components: about 40 % of the whole. */
    private static final int LEAST_CONVERSION_PERCENT = 50;

    private static final int MOST_CONVERSION_PERCENT = 84;

    /** Of a company's finished goods, one after another, so that the rows of all can be counted. */
    private static final int[] COMPONENTS = {2, 1, 3, 2};
    /** Components of the goods before each of those. */
    private static final int[] COMPONENTS_BEFORE = {0, 2, 3, 6};

    private static final int COMPONENTS_OF_ALL = 8;
    /** Pieces of a component, from one on. */
    private static final Discrete QUANTITIES = new Discrete(.8, .12, .05, .03);

    private final Companies companies;
    private final Budgets budgets;
    private final ChartOfAccounts accounts;
    private final Apportionment blocks;
    private final int soldPercent;
    private final int rawPercent;
    private final MaterialNames names;
    private final Ids ids;

    Materials(long seed, int count, Industry industry, Companies companies, Budgets budgets, ChartOfAccounts accounts) {
        super(SCHEMA, count, new RandomStream(seed, "materials"));
        this.companies = companies;
        this.budgets = budgets;
        this.accounts = accounts;
        this.blocks = new Apportionment(count, companies.weights(), fewest(industry));
        // What is not sold, nor used for what is made, is a supply.
        this.soldPercent = switch (industry) {
            case MANUFACTURING -> 25;
            case RETAIL -> 90;
            case FINANCIAL_SERVICES -> 0;
            case HEALTHCARE -> 22;
            case TECHNOLOGY -> 60;
        };
        this.rawPercent = industry == Industry.MANUFACTURING ? 65 : 0;
        this.names = MaterialNames.of(industry);
        this.ids = new Ids("M", count);
    }

    /** The fewest materials of a company: a good is made of others. */
    static int fewest(Industry industry) {
        return industry == Industry.MANUFACTURING ? 1 + MAXIMUM_COMPONENTS : 1;
    }

    /** Material numbers. */
    public Ids ids() {
        return ids;
    }

    private int soldCount(int company) {
        return soldPercent == 0 ? 0 : Math.max(1, (int) ((long) blocks.size(company) * soldPercent / 100));
    }

    private int rawCount(int company) {
        return rawPercent == 0
                ? 0
                : Math.max(MAXIMUM_COMPONENTS, (int) ((long) blocks.size(company) * rawPercent / 100));
    }

    private int firstRaw(int company) {
        return blocks.start(company) + soldCount(company);
    }

    /** A material that a company sells, for random bits; the earlier ones more often. Only of companies whose industry sells goods. */
    public int pickSold(int company, long bits) {
        return pick(blocks.start(company), soldCount(company), bits);
    }

    /** A material that a company buys, for random bits; the earlier ones more often. Not a finished good, which it makes. */
    public int pickPurchased(int company, long bits) {
        int first = rawPercent == 0 ? blocks.start(company) : firstRaw(company);
        return pick(first, blocks.start(company) + blocks.size(company) - first, bits);
    }

    private static int pick(int first, int count, long bits) {
        double position = Draw.uniform(bits, PICK_SLOT);
        return first + (int) (position * position * count);
    }

    /** The company of a material. */
    public int companyOf(int material) {
        return blocks.companyOf(material);
    }

    /** What a company does with a material. */
    public MaterialType type(int material) {
        int company = companyOf(material);
        int position = material - blocks.start(company);
        int sold = soldCount(company);
        if (position < sold) {
            return rawPercent == 0 ? MaterialType.TRADING : MaterialType.FINISHED;
        }
        return position - sold < rawCount(company) ? MaterialType.RAW : MaterialType.SUPPLY;
    }

    /** The account on which a unit of a material is posted: one of inventory, or of supplies an expense. */
    public int account(int material) {
        return accounts.account(type(material).account());
    }

    /** The value of one unit of a material, in hundredths of its company's currency. */
    public long standardCost(int material) {
        return standardCost(companyOf(material), material);
    }

    /** The value of one unit of a company's material, in hundredths of the company's currency. */
    public long standardCost(int company, int material) {
        int components = components(company, material);
        return components == 0 ? purchaseCost(company, material) : madeCost(company, material, components);
    }

    private long purchaseCost(int company, int material) {
        return Currencies.hundredths(
                COSTS.draw(key(material), COST_SLOT) * budgets.priceLevel(company), companies.currency(company));
    }

    private long madeCost(int company, int material, int components) {
        long cost = 0;
        for (int i = 0; i < components; i++) {
            cost += componentQuantity(material, i) * purchaseCost(company, component(company, material, i));
        }
        int percent = Draw.between(key(material), CONVERSION_SLOT, LEAST_CONVERSION_PERCENT, MOST_CONVERSION_PERCENT);
        long unit = Currencies.unit(companies.currency(company));
        return cost + Math.max(unit, cost * percent / (100 * unit) * unit);
    }

    /** The number of materials that a company's material is made of; 0 for what is bought. */
    public int components(int company, int material) {
        int ordinal = material - blocks.start(company);
        return rawPercent == 0 || ordinal >= soldCount(company) ? 0 : COMPONENTS[ordinal % COMPONENTS.length];
    }

    /** A material, counted from 0, that a company's finished good is made of; no two are the same. */
    public int component(int company, int material, int i) {
        int components = components(company, material);
        // Every component is one of a part of the raw material that is as large as the other parts, and has some that
        // are picked often.
        int candidates = (rawCount(company) - i + components - 1) / components;
        long bits = Draw.element(key(material), COMPONENT_SLOT, i);
        return firstRaw(company) + pick(0, candidates, bits) * components + i;
    }

    /** How many units of a component, counted from 0, are in one of a finished good. */
    public int componentQuantity(int material, int i) {
        return 1 + QUANTITIES.at(Draw.element(key(material), QUANTITY_SLOT, i));
    }

    /** The number of components of all of a company's finished goods. */
    int componentsOf(int company) {
        int goods = rawPercent == 0 ? 0 : soldCount(company);
        return goods / COMPONENTS.length * COMPONENTS_OF_ALL + COMPONENTS_BEFORE[goods % COMPONENTS.length];
    }

    /** The finished good to which one of the components of all of a company's goods belongs, counted from 0. */
    int goodOf(int company, int component) {
        return blocks.start(company) + component / COMPONENTS_OF_ALL * COMPONENTS.length + placeOf(component);
    }

    /** The position of one of the components of all of a company's goods among those of its good. */
    int positionOf(int component) {
        return component % COMPONENTS_OF_ALL - COMPONENTS_BEFORE[placeOf(component)];
    }

    private static int placeOf(int component) {
        int place = COMPONENTS.length - 1;
        while (COMPONENTS_BEFORE[place] > component % COMPONENTS_OF_ALL) {
            place--;
        }
        return place;
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
        TextVector type = texts(batch, "material_type", MaterialType.NAMES);
        TextVector description = batch.texts("description");
        TextVector group = texts(batch, "material_group", names.groups());
        TextVector unit = texts(batch, "unit", names.units());
        TextVector account = texts(batch, "gl_account_number", accounts.numbers());
        LongVector standardCost = batch.longs("standard_cost");
        LongVector price = batch.longs("price");
        return (index, row) -> {
            int owner = companyOf(index);
            long cost = standardCost(owner, index);
            Picks picks = new Picks(key(index), DESCRIPTION_SLOT);
            MaterialType typeOfMaterial = type(index);
            double usualCost = cost / (100.0 * Currencies.scale(companies.currency(owner)) * budgets.priceLevel(owner));
            MaterialNames.Thing thing = names.pick(typeOfMaterial, usualCost, picks);
            ids.set(id, row, index);
            company.setCode(row, owner);
            type.setCode(row, typeOfMaterial.code());
            description.set(row, MaterialNames.description(thing, picks));
            group.setCode(row, thing.kind());
            unit.setCode(row, thing.kind());
            account.setCode(row, account(index));
            standardCost.set(row, cost);
            price.set(row, price(owner, index, cost));
        };
    }
}
