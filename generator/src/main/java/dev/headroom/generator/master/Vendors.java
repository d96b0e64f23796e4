package dev.headroom.generator.master;

import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.List;

/**
 * Vendors. Each has a home company that it mostly delivers to; every company may buy from every vendor. The last ones of the list are
 * reserved: no ordinary case uses them. Immutable; constant time.
 */
public final class Vendors implements MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "vendors",
            "A firm that delivers goods or services.",
            List.of(
                    Column.text("vendor_id").asKey().describedAs("Vendor number."),
                    Column.text("name").asOptional().describedAs("Name of the firm."),
                    Column.text("country").describedAs("Country of residence, ISO 3166 alpha-2."),
                    Column.text("currency").describedAs("Currency in which the vendor invoices, ISO 4217."),
                    Column.text("tax_id").asOptional().describedAs("Tax number of the country."),
                    Column.text("bank_account")
                            .asOptional()
                            .describedAs("Bank account: IBAN, or what the country uses."),
                    Column.text("street").asOptional().describedAs("Street and house number."),
                    Column.text("postal_code").asOptional().describedAs("Postal code."),
                    Column.text("city").asOptional().describedAs("City."),
                    Column.text("payment_terms")
                            .asOptional()
                            .describedAs("Terms as printed on orders, such as 2/10 NET 30."),
                    Column.integer("payment_days").describedAs("Days from invoice to due date."),
                    Column.decimal("discount_percent", 2)
                            .describedAs("Discount for early payment, in percent; 0 for none."),
                    Column.integer("discount_days")
                            .describedAs("Days from invoice within which the discount is granted."),
                    Column.date("created_on").asOptional().describedAs("Day on which the record was made."),
                    Column.text("created_by")
                            .asOptional()
                            .references("employees.employee_id")
                            .describedAs("Employee who made the record.")));

    private static final int PICK_HOME_SLOT = 0;
    private static final int PICK_POSITION_SLOT = 1;

    private static final int TERMS_SLOT = 1;
    private static final int CURRENCY_SLOT = 2;
    private static final int COUNTRY_SLOT = 3;
    private static final int NAME_SLOT = 4;
    private static final int CREATED_SLOT = 5;
    private static final int CREATOR_SLOT = 6;
    private static final int FOREIGN_CURRENCY_SLOT = 7;

    private static final double HOME_PICKS = 0.8;
    private static final double LOCAL_CURRENCY = 0.85;
    private static final double LOCAL_COUNTRY = 0.75;
    private static final int OLDEST_DAYS = 3650;

    private static final Discrete TERMS = new Discrete(.40, .15, .10, .15, .10, .05, .05);
    private static final TextDictionary TERM_TEXTS =
            TextDictionary.of("NET 30", "NET 45", "NET 60", "2/10 NET 30", "NET 14", "3/14 NET 60", "1/10 NET 30");
    private static final int[] PAYMENT_DAYS = {30, 45, 60, 30, 14, 60, 30};
    private static final int[] DISCOUNT_HUNDREDTHS = {0, 0, 0, 200, 0, 300, 100};
    private static final int[] DISCOUNT_DAYS = {0, 0, 0, 10, 0, 14, 10};

    private final int count;
    private final int ordinary;
    private final RandomStream stream;
    private final Companies companies;
    private final Employees employees;
    private final Apportionment homes;
    private final int[] foreignCurrencies;
    private final int firstDay;
    private final Ids ids;

    Vendors(long seed, int count, Companies companies, Employees employees, int[] foreignCurrencies, int firstDay) {
        this.count = count;
        this.ordinary = count - Math.min(count / 100, 50);
        this.stream = new RandomStream(seed, "vendors");
        this.companies = companies;
        this.employees = employees;
        this.homes = new Apportionment(ordinary, companies.weights(), 0);
        this.foreignCurrencies = foreignCurrencies;
        this.firstDay = firstDay;
        this.ids = new Ids("V", count);
    }

    /** Vendor numbers. */
    public Ids ids() {
        return ids;
    }

    /** The number of vendors that ordinary cases use: indexes 0 to this − 1. */
    public int ordinaryCount() {
        return ordinary;
    }

    /** A vendor for a company, for random bits: mostly one at home there, and the earlier ones of the list more often. */
    public int pick(int company, long bits) {
        boolean home = Draw.happens(bits, PICK_HOME_SLOT, HOME_PICKS) && homes.size(company) > 0;
        int first = home ? homes.start(company) : 0;
        double position = Draw.uniform(bits, PICK_POSITION_SLOT);
        return first + (int) (position * position * (home ? homes.size(company) : ordinary));
    }

    private int home(int vendor) {
        return vendor < ordinary ? homes.companyOf(vendor) : vendor % companies.count();
    }

    private int terms(int vendor) {
        return TERMS.draw(key(vendor), TERMS_SLOT);
    }

    /** The currency in which a vendor invoices, a code in {@link Currencies#codes}. */
    public int currency(int vendor) {
        long key = key(vendor);
        return Draw.happens(key, CURRENCY_SLOT, LOCAL_CURRENCY)
                ? companies.currency(home(vendor))
                : foreignCurrencies[Draw.below(key, FOREIGN_CURRENCY_SLOT, foreignCurrencies.length)];
    }

    /** Days from a vendor's invoice to its due date. */
    public int paymentDays(int vendor) {
        return PAYMENT_DAYS[terms(vendor)];
    }

    /** A vendor's discount for early payment, in hundredths of a percent; 0 for none. */
    public int discountHundredths(int vendor) {
        return DISCOUNT_HUNDREDTHS[terms(vendor)];
    }

    /** Days from a vendor's invoice within which the discount is granted; 0 for none. */
    public int discountDays(int vendor) {
        return DISCOUNT_DAYS[terms(vendor)];
    }

    private Country country(int vendor) {
        long key = key(vendor);
        return Draw.happens(key, COUNTRY_SLOT, LOCAL_COUNTRY)
                ? companies.country(home(vendor))
                : Country.foreign(new Picks(key, COUNTRY_SLOT));
    }

    @Override
    public TableSchema schema() {
        return SCHEMA;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long key(int index) {
        return stream.key(index);
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector id = batch.texts("vendor_id");
        TextVector name = batch.texts("name");
        TextVector countryCode = batch.texts("country");
        TextVector currency = batch.texts("currency");
        PartnerDetails details = new PartnerDetails(batch);
        TextVector paymentTerms = batch.texts("payment_terms");
        LongVector paymentDays = batch.longs("payment_days");
        LongVector discountPercent = batch.longs("discount_percent");
        LongVector discountDays = batch.longs("discount_days");
        IntVector createdOn = batch.ints("created_on");
        TextVector createdBy = batch.texts("created_by");
        ids.bind(id);
        employees.ids().bind(createdBy);
        currency.useDictionary(Currencies.codes());
        paymentTerms.useDictionary(TERM_TEXTS);
        return (index, row) -> {
            long key = key(index);
            Country country = country(index);
            ids.set(id, row, index);
            name.set(row, country.firm(new Picks(key, NAME_SLOT)));
            countryCode.set(row, country.code());
            currency.setCode(row, currency(index));
            details.fill(row, country, key);
            paymentTerms.setCode(row, terms(index));
            paymentDays.set(row, paymentDays(index));
            discountPercent.set(row, discountHundredths(index));
            discountDays.set(row, discountDays(index));
            createdOn.set(row, firstDay - 1 - Draw.below(key, CREATED_SLOT, OLDEST_DAYS));
            employees
                    .ids()
                    .set(
                            createdBy,
                            row,
                            employees.pick(home(index), Employees.Job.BUYER, Draw.bits(key, CREATOR_SLOT)));
        };
    }
}
