package dev.headroom.generator.master;

import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.List;

/** Cost centers; each belongs to one company. Immutable; constant time. */
public final class CostCenters extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "cost_centers",
            "A part of a company to which costs are charged.",
            List.of(
                    Column.text("cost_center_id").asKey().describedAs("Cost center number."),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that it belongs to."),
                    Column.text("name").asOptional().describedAs("Name."),
                    Column.text("function").describedAs("Function of the costs, such as Finance, Production or Sales."),
                    Column.text("responsible")
                            .asOptional()
                            .references("employees.employee_id")
                            .describedAs("Employee who answers for the costs.")));

    private static final int RESPONSIBLE_SLOT = 0;
    /** So that a run that posts for each cost center what it is charged with has fewer lines than an entry can have. */
    private static final int MOST_CHARGED = 2000;

    private static final String[] FUNCTIONS = {
        "Finance",
        "Production",
        "Sales",
        "Logistics",
        "Purchasing",
        "Information Technology",
        "Human Resources",
        "Marketing",
        "Development",
        "Customer Service",
        "Facilities",
        "Legal",
        "Quality",
        "Management"
    };
    private static final TextDictionary FUNCTION_TEXTS = TextDictionary.of(FUNCTIONS);

    private final Companies companies;
    private final Employees employees;
    private final Apportionment blocks;
    private final Ids ids;

    CostCenters(long seed, int count, Companies companies, Employees employees, Apportionment blocks, Ids ids) {
        super(SCHEMA, count, new RandomStream(seed, "cost centers"));
        this.companies = companies;
        this.employees = employees;
        this.blocks = blocks;
        this.ids = ids;
    }

    /** Cost center numbers. */
    public Ids ids() {
        return ids;
    }

    /** A cost center of a company, for random bits. */
    public int pick(int company, long bits) {
        return blocks.start(company) + Draw.below(bits, blocks.size(company));
    }

    /** The first cost center of a company; the others follow. */
    public int first(int company) {
        return blocks.start(company);
    }

    /** The number of a company's cost centers, from the first one on, that employees and assets belong to. */
    public int charged(int company) {
        return charged(blocks, company);
    }

    static int charged(Apportionment blocks, int company) {
        return Math.min(blocks.size(company), MOST_CHARGED);
    }

    /** A cost center of a company, for random bits, that is not a given one unless there is no other. */
    public int pickOther(int company, int given, long bits) {
        int size = blocks.size(company);
        int step = size == 1 ? 0 : 1 + Draw.below(bits, size - 1);
        return blocks.start(company) + (given - blocks.start(company) + step) % size;
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector id = ids(batch, "cost_center_id", ids);
        TextVector companyCode = texts(batch, "company_code", companies.codes());
        TextVector name = batch.texts("name");
        TextVector function = texts(batch, "function", FUNCTION_TEXTS);
        TextVector responsible = ids(batch, "responsible", employees.ids());
        return (index, row) -> {
            int company = blocks.companyOf(index);
            int ordinal = index - blocks.start(company);
            int kind = ordinal % FUNCTIONS.length;
            ids.set(id, row, index);
            companyCode.setCode(row, company);
            name.set(row, FUNCTIONS[kind] + " " + (ordinal / FUNCTIONS.length + 1));
            function.setCode(row, kind);
            employees
                    .ids()
                    .set(responsible, row, employees.pickManager(company, Draw.bits(key(index), RESPONSIBLE_SLOT)));
        };
    }
}
