package dev.headroom.app.config;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Complexity;
import dev.headroom.generator.LedgerConfiguration.Industry;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys that determine the bytes of the data. */
final class LedgerSettings {
    /** Companies are a list of sections. */
    static final String COMPANIES = "companies[]";

    static final Setting<LedgerConfiguration, Long> SEED = add(
            "global.seed",
            new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
            42L,
            "",
            "Another seed gives another ledger of the same shape; the same seed gives the same bytes.",
            LedgerConfiguration::seed);
    static final Setting<LedgerConfiguration, Industry> INDUSTRY = add(
            "global.industry",
            Choice.of(Industry.class),
            Industry.MANUFACTURING,
            "",
            "What the companies buy, make and sell.",
            LedgerConfiguration::industry);
    static final Setting<LedgerConfiguration, LocalDate> START_DATE = add(
            "global.start_date",
            new CalendarDate(1990, 2100),
            LocalDate.of(2025, 1, 1),
            "",
            "First day of the ledger.",
            LedgerConfiguration::startDate);
    static final Setting<LedgerConfiguration, Long> PERIOD_MONTHS = add(
            "global.period_months",
            new WholeNumber(1, 120),
            12L,
            "months",
            "How many months the ledger covers.",
            ledger -> (long) ledger.periodMonths());
    static final Setting<LedgerConfiguration, String> GROUP_CURRENCY = Setting.optional(
            "global.group_currency",
            Text.matching("[A-Z]{3}", "ISO 4217 code of a currency", "EUR"),
            "currency of the first company",
            "",
            "Currency in which group amounts are stated.",
            LedgerConfiguration::groupCurrency);

    static final Setting<Company, String> CODE = addToCompany(
            "code",
            Text.matching("[A-Z0-9]{1,10}", "up to ten upper-case letters and digits", "1000"),
            "Names the company in every table; each code once.",
            Company::code);
    static final Setting<Company, String> NAME = Setting.optional(
            COMPANIES + ".name",
            Text.matching("\\P{Cntrl}{1,100}", "up to 100 characters", "Northwind Pumps Inc."),
            "Company and its code",
            "",
            "Legal name.",
            Company::name);
    static final Setting<Company, String> CURRENCY = addToCompany(
            "currency",
            Text.matching("[A-Z]{3}", "ISO 4217 code of a currency", "USD"),
            "Local currency, in which the company keeps its books.",
            Company::currency);
    static final Setting<Company, String> COUNTRY = addToCompany(
            "country",
            Text.matching("[A-Z]{2}", "ISO 3166 code of a country in two letters", "US"),
            "Country, whose holidays and taxes apply.",
            Company::country);
    static final Setting<Company, Double> VOLUME_WEIGHT = Setting.of(
            COMPANIES + ".volume_weight",
            DecimalNumber.above(0, 1_000_000),
            1.0,
            "",
            "Share of the entries, relative to the weights of the other companies.",
            Company::volumeWeight);

    static final Setting<LedgerConfiguration, Complexity> COMPLEXITY = add(
            "chart_of_accounts.complexity",
            Choice.of(Complexity.class),
            Complexity.SMALL,
            "",
            "Size of the chart of accounts: about 100, 400 or 2500 accounts.",
            LedgerConfiguration::complexity);

    static final Setting<LedgerConfiguration, Long> TARGET_COUNT = add(
            "transactions.target_count",
            new WholeNumber(1, 2_000_000_000),
            10_000L,
            "journal entries",
            "Exactly how many journal entries are generated.",
            ledger -> ledger.transactions().targetCount());
    static final Setting<LedgerConfiguration, Double> MANUAL = addShare(
            "transactions.sources.manual",
            0.20,
            "Share of entries that people make.",
            ledger -> ledger.transactions().manual());
    static final Setting<LedgerConfiguration, Double> AUTOMATED = Setting.optional(
            "transactions.sources.automated",
            DecimalNumber.share(),
            "documents + interface",
            "share",
            "Share of entries that systems make. Given without documents and interface, it is divided between"
                    + " them as 5 to 2; given with one of them, the other is the rest.",
            // Its parts stand for it.
            ledger -> null);
    static final Setting<LedgerConfiguration, Double> DOCUMENTS = addShare(
            "transactions.sources.documents",
            0.50,
            "Share of entries that post documents, such as invoices.",
            ledger -> ledger.transactions().documents());
    static final Setting<LedgerConfiguration, Double> INTERFACE = addShare(
            "transactions.sources.interface",
            0.20,
            "Share of entries that other systems deliver.",
            ledger -> ledger.transactions().interfaces());
    static final Setting<LedgerConfiguration, Double> RECURRING = addShare(
            "transactions.sources.recurring",
            0.07,
            "Share of entries that repeat by template.",
            ledger -> ledger.transactions().recurring());
    static final Setting<LedgerConfiguration, Double> ADJUSTMENT = addShare(
            "transactions.sources.adjustment",
            0.03,
            "Share of entries that adjust at the end of a period.",
            ledger -> ledger.transactions().adjustment());

    static final Setting<LedgerConfiguration, Long> VENDORS =
            addCount("vendors", 500, ledger -> ledger.masterData().vendors());
    static final Setting<LedgerConfiguration, Long> CUSTOMERS =
            addCount("customers", 2000, ledger -> ledger.masterData().customers());
    static final Setting<LedgerConfiguration, Long> MATERIALS =
            addCount("materials", 5000, ledger -> ledger.masterData().materials());
    static final Setting<LedgerConfiguration, Long> EMPLOYEES =
            addCount("employees", 1500, ledger -> ledger.masterData().employees());
    static final Setting<LedgerConfiguration, Long> COST_CENTERS =
            addCount("cost_centers", 50, ledger -> ledger.masterData().costCenters());
    static final Setting<LedgerConfiguration, Long> ASSETS =
            addCount("assets", 800, ledger -> ledger.masterData().fixedAssets());

    static final Setting<LedgerConfiguration, Double> THREE_WAY_MATCH_RATE = addShare(
            "document_flows.p2p.three_way_match_rate",
            0.95,
            "Share of vendor invoices that match order and receipt within tolerance.",
            ledger -> ledger.purchaseFlow().threeWayMatchRate());
    static final Setting<LedgerConfiguration, Double> PARTIAL_DELIVERY = addShare(
            "document_flows.p2p.partial_delivery",
            0.15,
            "Share of orders that are delivered in parts.",
            ledger -> ledger.purchaseFlow().partialDelivery());
    static final Setting<LedgerConfiguration, Double> PRICE_VARIANCE = addShare(
            "document_flows.p2p.price_variance",
            0.08,
            "Share of invoices whose price differs from the order's.",
            ledger -> ledger.purchaseFlow().priceVariance());
    static final Setting<LedgerConfiguration, Double> PRICE_VARIANCE_LIMIT = addShare(
            "document_flows.p2p.price_variance_limit",
            0.05,
            "Largest difference of such a price, as a share of the order's, in invoices that count as matched;"
                    + " unmatched invoices exceed it, or the tolerance of quantities.",
            ledger -> ledger.purchaseFlow().priceVarianceLimit());
    static final Setting<LedgerConfiguration, Double> QUANTITY_VARIANCE = addShare(
            "document_flows.p2p.quantity_variance",
            0.05,
            "Share of invoices whose quantity differs from the received one.",
            ledger -> ledger.purchaseFlow().quantityVariance());
    static final Setting<LedgerConfiguration, Double> LATE_PAYMENT = addShare(
            "document_flows.p2p.late_payment",
            0.15,
            "Share of paid invoices whose payments are after the due date; those of the others are on or before it.",
            ledger -> ledger.purchaseFlow().latePayment());
    static final Setting<LedgerConfiguration, Double> PARTIAL_PAYMENT = addShare(
            "document_flows.p2p.partial_payment",
            0.05,
            "Share of invoices that are paid in parts.",
            ledger -> ledger.purchaseFlow().partialPayment());
    static final Setting<LedgerConfiguration, Long> RECEIPT_LAG_DAYS = addLag(
            "p2p.receipt_lag_days",
            14,
            "Mean time from order to receipt.",
            ledger -> ledger.purchaseFlow().receiptLagDays());
    static final Setting<LedgerConfiguration, Long> INVOICE_LAG_DAYS = addLag(
            "p2p.invoice_lag_days",
            5,
            "Mean time from receipt to invoice.",
            ledger -> ledger.purchaseFlow().invoiceLagDays());
    static final Setting<LedgerConfiguration, Long> PAYMENT_LAG_DAYS = addLag(
            "p2p.payment_lag_days",
            30,
            "Mean time from invoice to payment.",
            ledger -> ledger.purchaseFlow().paymentLagDays());

    static final Setting<LedgerConfiguration, Double> PARTIAL_SHIPMENT = addShare(
            "document_flows.o2c.partial_shipment",
            0.10,
            "Share of orders of goods that are shipped in parts.",
            ledger -> ledger.salesFlow().partialShipment());
    static final Setting<LedgerConfiguration, Double> RETURN = addShare(
            "document_flows.o2c.return",
            0.03,
            "Share of customer invoices, without those of subscriptions, of which a part or all is credited; goods come back.",
            ledger -> ledger.salesFlow().returns());
    static final Setting<LedgerConfiguration, Double> BAD_DEBT = addShare(
            "document_flows.o2c.bad_debt",
            0.01,
            "Share of customer invoices that are not paid, and are written off 90 days after they were due.",
            ledger -> ledger.salesFlow().badDebt());
    static final Setting<LedgerConfiguration, Long> DELIVERY_LAG_DAYS = addLag(
            "o2c.delivery_lag_days",
            7,
            "Mean time from order to delivery.",
            ledger -> ledger.salesFlow().deliveryLagDays());
    static final Setting<LedgerConfiguration, Long> BILLING_LAG_DAYS = addLag(
            "o2c.invoice_lag_days",
            1,
            "Mean time from delivery to invoice.",
            ledger -> ledger.salesFlow().invoiceLagDays());
    static final Setting<LedgerConfiguration, Long> COLLECTION_LAG_DAYS = addLag(
            "o2c.receipt_lag_days",
            45,
            "About the mean time from invoice to receipt; the usual terms of payment are two thirds of it.",
            ledger -> ledger.salesFlow().receiptLagDays());

    static final Setting<LedgerConfiguration, Boolean> ANOMALIES_ENABLED = addSwitch(
            "anomaly_injection",
            "Whether anomalies are injected, each with a label.",
            ledger -> ledger.anomalies().enabled());
    static final Setting<LedgerConfiguration, Double> TOTAL_RATE = addShare(
            "anomaly_injection.total_rate",
            0.02,
            "Share of journal entries that are anomalous.",
            ledger -> ledger.anomalies().totalRate());
    static final Setting<LedgerConfiguration, Double> FRAUD = addShare(
            "anomaly_injection.fraud",
            0.25,
            "Share of the anomalies that are fraud.",
            ledger -> ledger.anomalies().fraud());
    static final Setting<LedgerConfiguration, Double> ERROR = addShare(
            "anomaly_injection.error",
            0.35,
            "Share of the anomalies that are errors.",
            ledger -> ledger.anomalies().error());
    static final Setting<LedgerConfiguration, Double> PROCESS = addShare(
            "anomaly_injection.process",
            0.20,
            "Share of the anomalies that break a process.",
            ledger -> ledger.anomalies().process());
    static final Setting<LedgerConfiguration, Double> STATISTICAL = addShare(
            "anomaly_injection.statistical",
            0.15,
            "Share of the anomalies that stand out in statistics.",
            ledger -> ledger.anomalies().statistical());
    static final Setting<LedgerConfiguration, Double> RELATIONAL = addShare(
            "anomaly_injection.relational",
            0.05,
            "Share of the anomalies that lie in relations between records.",
            ledger -> ledger.anomalies().relational());

    static final Setting<LedgerConfiguration, Boolean> QUALITY_ENABLED = addSwitch(
            "data_quality",
            "Whether data-quality issues are injected, each with a label.",
            ledger -> ledger.dataQuality().enabled());
    static final Setting<LedgerConfiguration, Double> MISSING = addShare(
            "data_quality.missing",
            0.01,
            "Share of fields that can be empty whose value is left out.",
            ledger -> ledger.dataQuality().missing());
    static final Setting<LedgerConfiguration, Double> DATE_FORMAT = addShare(
            "data_quality.date_format",
            0.05,
            "Share of dates in another format.",
            ledger -> ledger.dataQuality().dateFormat());
    static final Setting<LedgerConfiguration, Double> AMOUNT_FORMAT = addShare(
            "data_quality.amount_format",
            0.03,
            "Share of amounts in another format.",
            ledger -> ledger.dataQuality().amountFormat());
    static final Setting<LedgerConfiguration, Double> IDENTIFIER_FORMAT = addShare(
            "data_quality.identifier_format",
            0.02,
            "Share of identifiers, other than keys, in another format.",
            ledger -> ledger.dataQuality().identifierFormat());
    static final Setting<LedgerConfiguration, Double> TEXT_FORMAT = addShare(
            "data_quality.text_format",
            0.05,
            "Share of texts with other case or spaces.",
            ledger -> ledger.dataQuality().textFormat());
    static final Setting<LedgerConfiguration, Double> DUPLICATES = addShare(
            "data_quality.duplicates",
            0.005,
            "Share of rows that are followed by a duplicate.",
            ledger -> ledger.dataQuality().duplicates());
    static final Setting<LedgerConfiguration, Double> EXACT_DUPLICATES = addShare(
            "data_quality.exact_duplicates",
            0.30,
            "Share of the duplicates that are equal.",
            ledger -> ledger.dataQuality().exactDuplicates());
    static final Setting<LedgerConfiguration, Double> NEAR_DUPLICATES = addShare(
            "data_quality.near_duplicates",
            0.50,
            "Share of the duplicates that differ a little.",
            ledger -> ledger.dataQuality().nearDuplicates());
    static final Setting<LedgerConfiguration, Double> FUZZY_DUPLICATES = addShare(
            "data_quality.fuzzy_duplicates",
            0.20,
            "Share of the duplicates that differ more.",
            ledger -> ledger.dataQuality().fuzzyDuplicates());
    static final Setting<LedgerConfiguration, Double> TYPOS = addShare(
            "data_quality.typos",
            0.005,
            "Share of the characters of texts that are mistyped.",
            ledger -> ledger.dataQuality().typos());
    static final Setting<LedgerConfiguration, Double> ENCODING = addShare(
            "data_quality.encoding",
            0.001,
            "Share of texts in a wrong encoding.",
            ledger -> ledger.dataQuality().encoding());

    static final Setting<LedgerConfiguration, Boolean> GRAPH_ENABLED = addSwitch(
            "graph_export",
            "Whether the graph tables are filled, for Neo4j and networkx.",
            LedgerConfiguration::graphExport);

    /** The keys of the ledger, without those of a company, in the order of the documentation. */
    static final List<Setting<LedgerConfiguration, ?>> OF_LEDGER = List.of(
            SEED,
            INDUSTRY,
            START_DATE,
            PERIOD_MONTHS,
            GROUP_CURRENCY,
            COMPLEXITY,
            TARGET_COUNT,
            MANUAL,
            AUTOMATED,
            DOCUMENTS,
            INTERFACE,
            RECURRING,
            ADJUSTMENT,
            VENDORS,
            CUSTOMERS,
            MATERIALS,
            EMPLOYEES,
            COST_CENTERS,
            ASSETS,
            THREE_WAY_MATCH_RATE,
            PARTIAL_DELIVERY,
            PRICE_VARIANCE,
            PRICE_VARIANCE_LIMIT,
            QUANTITY_VARIANCE,
            LATE_PAYMENT,
            PARTIAL_PAYMENT,
            RECEIPT_LAG_DAYS,
            INVOICE_LAG_DAYS,
            PAYMENT_LAG_DAYS,
            PARTIAL_SHIPMENT,
            RETURN,
            BAD_DEBT,
            DELIVERY_LAG_DAYS,
            BILLING_LAG_DAYS,
            COLLECTION_LAG_DAYS,
            ANOMALIES_ENABLED,
            TOTAL_RATE,
            FRAUD,
            ERROR,
            PROCESS,
            STATISTICAL,
            RELATIONAL,
            QUALITY_ENABLED,
            MISSING,
            DATE_FORMAT,
            AMOUNT_FORMAT,
            IDENTIFIER_FORMAT,
            TEXT_FORMAT,
            DUPLICATES,
            EXACT_DUPLICATES,
            NEAR_DUPLICATES,
            FUZZY_DUPLICATES,
            TYPOS,
            ENCODING,
            GRAPH_ENABLED);

    /** The keys of a company. */
    static final List<Setting<Company, ?>> OF_COMPANY = List.of(CODE, NAME, CURRENCY, COUNTRY, VOLUME_WEIGHT);

    private LedgerSettings() {}

    private static <T> Setting<LedgerConfiguration, T> add(
            String path,
            ValueType<T> type,
            T defaultValue,
            String unit,
            String effect,
            Function<LedgerConfiguration, @Nullable T> reader) {
        return Setting.of(path, type, defaultValue, unit, effect, reader);
    }

    private static Setting<LedgerConfiguration, Double> addShare(
            String path, double defaultValue, String effect, Function<LedgerConfiguration, @Nullable Double> reader) {
        return add(path, DecimalNumber.share(), defaultValue, "share", effect, reader);
    }

    private static Setting<LedgerConfiguration, Long> addCount(
            String records, long defaultValue, Function<LedgerConfiguration, Integer> reader) {
        return add(
                "master_data." + records + ".count",
                new WholeNumber(1, 1_000_000),
                defaultValue,
                "records",
                "Number of " + records.replace('_', ' ') + ".",
                ledger -> (long) reader.apply(ledger));
    }

    private static Setting<LedgerConfiguration, Long> addLag(
            String name, long defaultValue, String effect, Function<LedgerConfiguration, Integer> reader) {
        return add("document_flows." + name, new WholeNumber(0, 365), defaultValue, "days", effect, ledger ->
                (long) reader.apply(ledger));
    }

    private static Setting<LedgerConfiguration, Boolean> addSwitch(
            String section, String effect, Function<LedgerConfiguration, @Nullable Boolean> reader) {
        return Setting.optional(
                section + ".enabled",
                new Flag(),
                "true where the section is given, otherwise false",
                "",
                effect,
                reader);
    }

    private static <T> Setting<Company, T> addToCompany(
            String name, ValueType<T> type, String effect, Function<Company, @Nullable T> reader) {
        return Setting.optional(COMPANIES + "." + name, type, "required", "", effect, reader);
    }
}
