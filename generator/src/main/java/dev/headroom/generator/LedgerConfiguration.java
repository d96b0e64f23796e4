package dev.headroom.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Everything that determines the ledger's bytes. Immutable. Parts are checked when a ledger is made of it.
 *
 * @param seed any number; another seed gives another ledger of the same shape
 * @param industry what the companies do
 * @param startDate first day; the first of a month
 * @param periodMonths months from the first day on, 1 to 120
 * @param groupCurrency ISO 4217 code in which group amounts are stated
 * @param companies at least one
 * @param complexity size of the chart of accounts
 * @param transactions how many entries, from which sources
 * @param masterData how many records of each kind
 * @param purchaseFlow behaviour of purchase cases
 * @param salesFlow behaviour of sales cases
 * @param anomalies which anomalies are injected at which rate
 * @param dataQuality which data-quality issues are injected at which rate
 * @param graphExport whether the graph tables are filled
 */
public record LedgerConfiguration(
        long seed,
        Industry industry,
        LocalDate startDate,
        int periodMonths,
        String groupCurrency,
        List<Company> companies,
        Complexity complexity,
        Transactions transactions,
        MasterData masterData,
        PurchaseFlow purchaseFlow,
        SalesFlow salesFlow,
        Anomalies anomalies,
        DataQuality dataQuality,
        boolean graphExport) {

    /** Makes a configuration. */
    public LedgerConfiguration {
        Objects.requireNonNull(industry, "industry");
        Objects.requireNonNull(startDate, "startDate");
        Objects.requireNonNull(groupCurrency, "groupCurrency");
        Objects.requireNonNull(companies, "companies");
        Objects.requireNonNull(complexity, "complexity");
        Objects.requireNonNull(transactions, "transactions");
        Objects.requireNonNull(masterData, "masterData");
        Objects.requireNonNull(purchaseFlow, "purchaseFlow");
        Objects.requireNonNull(salesFlow, "salesFlow");
        Objects.requireNonNull(anomalies, "anomalies");
        Objects.requireNonNull(dataQuality, "dataQuality");
    }

    /** This configuration with another seed: another ledger of the same shape. */
    public LedgerConfiguration withSeed(long other) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.seed = other;
        return changed.whole();
    }

    /** This configuration in another industry. */
    public LedgerConfiguration withIndustry(Industry other) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.industry = other;
        return changed.whole();
    }

    /** This configuration at another time: from the first of a month on, for 1 to 120 months. */
    public LedgerConfiguration withPeriod(LocalDate firstDay, int months) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.startDate = firstDay;
        changed.periodMonths = months;
        return changed.whole();
    }

    /** This configuration with other companies, and group amounts in a currency, an ISO 4217 code. */
    public LedgerConfiguration withCompanies(String currencyOfGroup, Company... others) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.groupCurrency = currencyOfGroup;
        changed.companies = List.of(others);
        return changed.whole();
    }

    /** This configuration with a chart of accounts of another size. */
    public LedgerConfiguration withComplexity(Complexity other) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.complexity = other;
        return changed.whole();
    }

    /** This configuration with another number of entries, or other sources. */
    public LedgerConfiguration withTransactions(Transactions others) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.transactions = others;
        return changed.whole();
    }

    /** This configuration with other numbers of master records. */
    public LedgerConfiguration withMasterData(MasterData other) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.masterData = other;
        return changed.whole();
    }

    /** This configuration with another behaviour of purchases. */
    public LedgerConfiguration withPurchaseFlow(PurchaseFlow other) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.purchaseFlow = other;
        return changed.whole();
    }

    /** This configuration with another behaviour of sales. */
    public LedgerConfiguration withSalesFlow(SalesFlow other) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.salesFlow = other;
        return changed.whole();
    }

    /** This configuration with other anomalies, or none. */
    public LedgerConfiguration withAnomalies(Anomalies others) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.anomalies = others;
        return changed.whole();
    }

    /** This configuration with anomalies of the categories that it has, in a share of the entries. */
    public LedgerConfiguration withAnomalies(double totalRate) {
        return withAnomalies(new Anomalies(
                true,
                totalRate,
                anomalies.fraud(),
                anomalies.error(),
                anomalies.process(),
                anomalies.statistical(),
                anomalies.relational()));
    }

    /** This configuration with other data-quality issues, or none. */
    public LedgerConfiguration withDataQuality(DataQuality other) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.dataQuality = other;
        return changed.whole();
    }

    /** This configuration with or without graph tables. */
    public LedgerConfiguration withGraphExport(boolean graph) {
        ChangedConfiguration changed = new ChangedConfiguration(this);
        changed.graphExport = graph;
        return changed.whole();
    }

    /**
     * A year of one company in the United States with a small chart of accounts, all rates as the application has them by default, and
     * nothing injected. The methods that begin with {@code with} make others of it.
     *
     * @param seed any number; another seed gives other records
     * @param journalEntries exact number of journal entries, about 60 at least
     */
    public static LedgerConfiguration ofSize(long seed, long journalEntries) {
        return new LedgerConfiguration(
                seed,
                Industry.MANUFACTURING,
                LocalDate.of(2025, 1, 1),
                12,
                "USD",
                List.of(new Company("US01", "Northfield Industries Inc.", "USD", "US", 1)),
                Complexity.SMALL,
                new Transactions(journalEntries, .20, .50, .20, .07, .03),
                new MasterData(500, 2000, 5000, 1500, 50, 800),
                new PurchaseFlow(.95, .15, .08, .05, .05, .15, .05, 14, 5, 30),
                new SalesFlow(.10, .03, .01, 7, 1, 45),
                new Anomalies(false, .02, .25, .35, .20, .15, .05),
                new DataQuality(false, .01, .05, .03, .02, .05, .005, .30, .50, .20, .005, .001),
                false);
    }

    /** What the companies buy, make and sell. */
    public enum Industry {
        MANUFACTURING,
        RETAIL,
        FINANCIAL_SERVICES,
        HEALTHCARE,
        TECHNOLOGY
    }

    /** Size of the chart of accounts: about 100, 400 and 2,500 accounts. */
    public enum Complexity {
        SMALL,
        MEDIUM,
        LARGE
    }

    /**
     * A legal entity.
     *
     * @param code up to ten upper-case letters and digits; unique
     * @param name legal name
     * @param currency ISO 4217 code of the local currency
     * @param country ISO 3166 alpha-2 code
     * @param volumeWeight share of the entries relative to the other companies, above 0
     */
    public record Company(String code, String name, String currency, String country, double volumeWeight) {}

    /**
     * Number and sources of the journal entries. The shares add up to 1.
     *
     * @param targetCount exact number of journal entries
     */
    public record Transactions(
            long targetCount,
            double manual,
            double documents,
            double interfaces,
            double recurring,
            double adjustment) {}

    /** Number of master records, each at least 1. */
    public record MasterData(
            int vendors, int customers, int materials, int employees, int costCenters, int fixedAssets) {}

    /**
     * Rates (0 to 1) and mean lags (days) of purchase cases.
     *
     * @param priceVarianceLimit largest deviation of the price of an invoice that counts as matched, as a share of the order's
     * @param latePayment share of the paid invoices whose payments are after the due date; those of the others are not
     */
    public record PurchaseFlow(
            double threeWayMatchRate,
            double partialDelivery,
            double priceVariance,
            double priceVarianceLimit,
            double quantityVariance,
            double latePayment,
            double partialPayment,
            int receiptLagDays,
            int invoiceLagDays,
            int paymentLagDays) {}

    /**
     * Rates (0 to 1) and mean lags (days) of sales cases.
     *
     * @param partialShipment share of the orders of goods that are delivered in two parts
     * @param returns share of the invoices of goods and services of which something is credited
     * @param badDebt share of the invoices that are written off
     */
    public record SalesFlow(
            double partialShipment,
            double returns,
            double badDebt,
            int deliveryLagDays,
            int invoiceLagDays,
            int receiptLagDays) {}

    /** Share of entries that are anomalous, and shares of the categories among them, which add up to 1. */
    public record Anomalies(
            boolean enabled,
            double totalRate,
            double fraud,
            double error,
            double process,
            double statistical,
            double relational) {}

    /**
     * Rates of data-quality issues: of fields for missing values, formats, identifiers, text and encoding; of rows for
     * duplicates; of characters for typos.
     */
    public record DataQuality(
            boolean enabled,
            double missing,
            double dateFormat,
            double amountFormat,
            double identifierFormat,
            double textFormat,
            double duplicates,
            double exactDuplicates,
            double nearDuplicates,
            double fuzzyDuplicates,
            double typos,
            double encoding) {}
}
