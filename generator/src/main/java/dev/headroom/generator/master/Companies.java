package dev.headroom.generator.master;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The legal entities, as configured. Immutable. */
public final class Companies extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "companies",
            "A legal entity that keeps books.",
            List.of(
                    Column.text("company_code").asKey().describedAs("Short code of the company."),
                    Column.text("name").describedAs("Legal name."),
                    Column.text("country").describedAs("Country of residence, ISO 3166 alpha-2."),
                    Column.text("currency").describedAs("Local currency, ISO 4217."),
                    Column.text("tax_id").asOptional().describedAs("Tax number of the country."),
                    Column.text("bank_account")
                            .asOptional()
                            .describedAs("Bank account: IBAN, or what the country uses."),
                    Column.text("street").asOptional().describedAs("Street and house number."),
                    Column.text("postal_code").asOptional().describedAs("Postal code."),
                    Column.text("city").asOptional().describedAs("City.")));

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,10}");
    /** Alpha-2 codes; they are only checked against, so that data depend on no Java version's list. */
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<LedgerConfiguration.Company> companies;
    private final TextDictionary codes;
    private final int[] currencies;
    private final Country[] countries;
    private final BusinessCalendar[] calendars;
    private final double[] weights;

    Companies(LedgerConfiguration configuration, Months months) {
        super(SCHEMA, configuration.companies().size(), new RandomStream(configuration.seed(), "companies"));
        this.companies = configuration.companies();
        int count = companies.size();
        if (count == 0) {
            throw new InvalidLedgerConfigurationException("companies", "there is no company; name at least one");
        }
        this.currencies = new int[count];
        this.countries = new Country[count];
        this.calendars = new BusinessCalendar[count];
        this.weights = new double[count];
        Set<String> seen = new HashSet<>();
        Map<String, BusinessCalendar> calendarOf = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LedgerConfiguration.Company company = companies.get(i);
            String key = "companies[" + i + "]";
            List<InvalidLedgerConfigurationException> problems = problemsOf(company, key);
            if (!problems.isEmpty()) {
                throw problems.get(0);
            }
            if (!seen.add(company.code())) {
                throw new InvalidLedgerConfigurationException(
                        key + ".code",
                        "'" + company.code() + "' is the code of another company too; codes must differ");
            }
            currencies[i] = Currencies.of(company.currency(), key + ".currency");
            countries[i] = Country.of(company.country());
            weights[i] = company.volumeWeight();
            calendars[i] =
                    calendarOf.computeIfAbsent(company.country(), country -> new BusinessCalendar(country, months));
            names.add(company.code());
        }
        this.codes = TextDictionary.of(names);
    }

    /**
     * All that is wrong with a company, whatever the others are.
     *
     * @param key what the company is called in the configuration
     */
    public static List<InvalidLedgerConfigurationException> problemsOf(
            LedgerConfiguration.Company company, String key) {
        List<InvalidLedgerConfigurationException> problems = new ArrayList<>();
        if (!CODE.matcher(company.code()).matches()) {
            problems.add(new InvalidLedgerConfigurationException(
                    key + ".code", "'" + company.code() + "' is not one to ten upper-case letters and digits"));
        }
        if (company.name().isBlank()) {
            problems.add(new InvalidLedgerConfigurationException(
                    key + ".name", "the name is blank; give the company a name"));
        }
        if (!COUNTRIES.contains(company.country())) {
            problems.add(new InvalidLedgerConfigurationException(
                    key + ".country",
                    "'" + company.country()
                            + "' is no country's code; use the two upper-case letters of ISO 3166, such as DE or GB"));
        }
        if (!(company.volumeWeight() > 0 && company.volumeWeight() < 1e9)) {
            problems.add(new InvalidLedgerConfigurationException(
                    key + ".volume_weight", company.volumeWeight() + " is not above 0 and below a billion"));
        }
        try {
            Currencies.of(company.currency(), key + ".currency");
        } catch (InvalidLedgerConfigurationException e) {
            problems.add(e);
        }
        return problems;
    }

    /** Company codes; a company's index is its code in the dictionary. */
    public TextDictionary codes() {
        return codes;
    }

    /** A company's code. */
    public String code(int company) {
        return companies.get(company).code();
    }

    /** A company's local currency, a code in {@link Currencies#codes}. */
    public int currency(int company) {
        return currencies[company];
    }

    /** A company's business days. */
    public BusinessCalendar calendar(int company) {
        return calendars[company];
    }

    /** A company's share of the entries relative to the other companies. */
    public double weight(int company) {
        return weights[company];
    }

    double[] weights() {
        return weights;
    }

    Country country(int company) {
        return countries[company];
    }

    /** What work costs in a company's country. */
    public LabourCosts labourCosts(int company) {
        return LabourCosts.of(companies.get(company).country());
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector code = texts(batch, "company_code", codes);
        TextVector name = batch.texts("name");
        TextVector country = batch.texts("country");
        TextVector currency = texts(batch, "currency", Currencies.codes());
        PartnerDetails details = new PartnerDetails(batch);
        return (index, row) -> {
            code.setCode(row, index);
            name.set(row, companies.get(index).name());
            country.set(row, companies.get(index).country());
            currency.setCode(row, currencies[index]);
            details.fill(row, country(index), key(index));
        };
    }
}
