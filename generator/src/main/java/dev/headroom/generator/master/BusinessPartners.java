package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.calendar.Months;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Firms that companies trade with. Each has a home company with which it mostly trades; every company may trade with every firm. The
 * last ones of the list may be reserved for fraud. They do not exist: no ordinary case uses them, and their bank accounts are those of the
 * employees who made their records. Immutable; constant time.
 */
public abstract sealed class BusinessPartners extends MasterTable permits Vendors, Customers {
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
    /** Payment days as multiples of the usual number. */
    private static final double[] PAYMENT_MULTIPLES = {1, 1.5, 2, 1, .5, 2, 1};

    private static final int[] DISCOUNT_HUNDREDTHS = {0, 0, 0, 200, 0, 300, 100};
    private static final int[] DISCOUNT_DAYS = {0, 0, 0, 10, 0, 14, 10};

    private final Employees.Job creator;
    private final int[] paymentDays;
    private final TextDictionary termTexts;
    private final int ordinary;
    private final Companies companies;
    private final Employees employees;
    private final Apportionment homes;
    private final int[] foreignCurrencies;
    private final int earliestDay;
    private final Ids ids;

    /**
     * Makes the partners of a kind.
     *
     * @param schema their table, whose first column is the key
     * @param prefix of their ids
     * @param creator job of the employees who make their records
     * @param reserved the number of them, at the end, that do not exist
     * @param paymentDays usual days from invoice to due date
     */
    BusinessPartners(
            TableSchema schema,
            String prefix,
            Employees.Job creator,
            LedgerConfiguration configuration,
            int count,
            int reserved,
            int paymentDays,
            Masters masters) {
        super(schema, count, new RandomStream(configuration.seed(), schema.name()));
        this.creator = creator;
        this.paymentDays = new int[PAYMENT_MULTIPLES.length];
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < this.paymentDays.length; i++) {
            this.paymentDays[i] = (int) (paymentDays * PAYMENT_MULTIPLES[i] + .5);
            String discount = DISCOUNT_HUNDREDTHS[i] / 100 + "/" + DISCOUNT_DAYS[i] + " ";
            terms.add((DISCOUNT_DAYS[i] > 0 ? discount : "") + "NET " + this.paymentDays[i]);
        }
        this.termTexts = TextDictionary.of(terms);
        this.ordinary = count - reserved;
        this.companies = masters.companies();
        this.employees = masters.employees();
        this.homes = new Apportionment(ordinary, masters.companies().weights(), 0);
        this.foreignCurrencies = masters.worldCurrencies();
        // Some cases begin before the ledger.
        this.earliestDay = masters.months().firstDayOf(-Months.MARGIN);
        this.ids = new Ids(prefix, count);
    }

    /**
     * The table of a kind of partners.
     *
     * @param name of the table; without its last letter, and with _id after it, that of the key
     * @param description of a row
     * @param currency what the currency is for
     * @param termsOn documents on which the terms are printed
     * @param own columns that only this kind has
     */
    static TableSchema schema(String name, String description, String currency, String termsOn, List<Column> own) {
        String kind = name.substring(0, name.length() - 1);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(kind + "_id")
                        .asKey()
                        .describedAs(Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " number."),
                Column.text("name").asOptional().describedAs("Name of the firm."),
                Column.text("country").describedAs("Country of residence, ISO 3166 alpha-2."),
                Column.text("currency").describedAs(currency),
                Column.text("tax_id").asOptional().describedAs("Tax number of the country."),
                Column.text("bank_account").asOptional().describedAs("Bank account: IBAN, or what the country uses."),
                Column.text("street").asOptional().describedAs("Street and house number."),
                Column.text("postal_code").asOptional().describedAs("Postal code."),
                Column.text("city").asOptional().describedAs("City."),
                Column.text("payment_terms")
                        .asOptional()
                        .describedAs("Terms as printed on " + termsOn + ", such as 2/10 NET 30."),
                Column.integer("payment_days").describedAs("Days from invoice to due date."),
                Column.decimal("discount_percent", 2)
                        .describedAs("Discount for early payment, in percent; 0 for none."),
                Column.integer("discount_days").describedAs("Days from invoice within which the discount is granted."),
                Column.date("created_on").asOptional().describedAs("Day on which the record was made."),
                Column.text("created_by")
                        .asOptional()
                        .references("employees.employee_id")
                        .describedAs("Employee who made the record.")));
        columns.addAll(own);
        return new TableSchema(name, description, columns);
    }

    /** Numbers of the partners. */
    public Ids ids() {
        return ids;
    }

    /** The number of partners that ordinary cases use: indexes 0 to this − 1. */
    public int ordinaryCount() {
        return ordinary;
    }

    /** The number of partners that do not exist and no ordinary case uses: the indexes after the ordinary ones. */
    public int reservedCount() {
        return count() - ordinary;
    }

    /** A partner for a company, for random bits: mostly one at home there, and the earlier ones of the list more often. */
    public int pick(int company, long bits) {
        boolean home = Draw.happens(bits, PICK_HOME_SLOT, HOME_PICKS) && homes.size(company) > 0;
        int first = home ? homes.start(company) : 0;
        double position = Draw.uniform(bits, PICK_POSITION_SLOT);
        return first + (int) (position * position * (home ? homes.size(company) : ordinary));
    }

    private int home(int partner) {
        return partner < ordinary ? homes.companyOf(partner) : partner % companies.count();
    }

    private int terms(int partner) {
        return TERMS.draw(key(partner), TERMS_SLOT);
    }

    /** The currency in which a partner invoices or is invoiced, a code in {@link Currencies#codes}. */
    public int currency(int partner) {
        long key = key(partner);
        return Draw.happens(key, CURRENCY_SLOT, LOCAL_CURRENCY)
                ? companies.currency(home(partner))
                : foreignCurrencies[Draw.below(key, FOREIGN_CURRENCY_SLOT, foreignCurrencies.length)];
    }

    /** Days from an invoice to its due date. */
    public int paymentDays(int partner) {
        return paymentDays[terms(partner)];
    }

    /** The most days that any partner has from an invoice to its due date. */
    public int longestPaymentDays() {
        return IntStream.of(paymentDays).max().orElseThrow();
    }

    /** A partner's discount for early payment, in hundredths of a percent; 0 for none. */
    public int discountHundredths(int partner) {
        return DISCOUNT_HUNDREDTHS[terms(partner)];
    }

    /** Days from an invoice within which the discount is granted; 0 for none. */
    public int discountDays(int partner) {
        return DISCOUNT_DAYS[terms(partner)];
    }

    /** Whether a partner resides in another country than a company. */
    public boolean isAbroad(int partner, int company) {
        return !country(partner).code().equals(companies.country(company).code());
    }

    private Country country(int partner) {
        long key = key(partner);
        return Draw.happens(key, COUNTRY_SLOT, LOCAL_COUNTRY)
                ? companies.country(home(partner))
                : Country.foreign(new Picks(key, COUNTRY_SLOT));
    }

    private int creatorOf(int partner) {
        return employees.pick(home(partner), creator, Draw.bits(key(partner), CREATOR_SLOT));
    }

    /** The day on which a record was made: before any case begins, and not before the employee came who made it. */
    private int createdOn(int partner, int maker) {
        int first = Math.max(earliestDay - OLDEST_DAYS, employees.hiredOn(maker));
        return first + Draw.below(key(partner), CREATED_SLOT, earliestDay - first);
    }

    @Override
    public Filler filler(RecordBatch batch) {
        Filler own = ownFiller(batch);
        TextVector id = (TextVector) batch.vector(0);
        TextVector name = batch.texts("name");
        TextVector countryCode = batch.texts("country");
        TextVector currency = texts(batch, "currency", Currencies.codes());
        PartnerDetails details = new PartnerDetails(batch);
        TextVector paymentTerms = texts(batch, "payment_terms", termTexts);
        LongVector netDays = batch.longs("payment_days");
        LongVector discountPercent = batch.longs("discount_percent");
        LongVector discountDays = batch.longs("discount_days");
        IntVector createdOn = batch.ints("created_on");
        TextVector createdBy = ids(batch, "created_by", employees.ids());
        ids.bind(id);
        return (index, row) -> {
            long key = key(index);
            Country country = country(index);
            int maker = creatorOf(index);
            ids.set(id, row, index);
            name.set(row, country.firm(new Picks(key, NAME_SLOT), details.addressPicks(key)));
            countryCode.set(row, country.code());
            currency.setCode(row, currency(index));
            details.fill(row, country, key);
            if (index >= ordinary) {
                details.setBankAccount(row, employees.bankAccount(maker));
            }
            paymentTerms.setCode(row, terms(index));
            netDays.set(row, paymentDays(index));
            discountPercent.set(row, discountHundredths(index));
            discountDays.set(row, discountDays(index));
            createdOn.set(row, createdOn(index, maker));
            employees.ids().set(createdBy, row, maker);
            own.fill(index, row);
        };
    }

    /** Fills the columns that only this kind has. */
    abstract Filler ownFiller(RecordBatch batch);
}
