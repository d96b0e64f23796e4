package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration;

/**
 * What companies are expected to earn in a month, and what they can spend on people: functions of the configuration alone, so that what
 * depends on them needs no look at the entries. Amounts are in dollars, as prices are before a currency gives them its scale. Immutable.
 */
public final class Budgets {
    /** Entries of payroll, depreciation, provisions, tax and valuations that a company has in a month; they count in the documents' share. */
    private static final int PERIODIC_ENTRIES = 9;
    /** Entries of an asset's purchase, which count there too. */
    private static final int ENTRIES_OF_ASSET = 3;
    /** Months before the ledger in which the assets of the register were acquired at the pace at which it goes on. */
    private static final double MONTHS_OF_REGISTER = 72;

    private final double[] revenues;
    private final double personnelShare;

    Budgets(LedgerConfiguration configuration) {
        int companies = configuration.companies().size();
        double weights = configuration.companies().stream()
                .mapToDouble(LedgerConfiguration.Company::volumeWeight)
                .sum();
        LedgerConfiguration.Transactions transactions = configuration.transactions();
        double periodic = (double) PERIODIC_ENTRIES * companies * configuration.periodMonths();
        double assets = (double) ENTRIES_OF_ASSET
                * configuration.masterData().fixedAssets()
                * configuration.periodMonths()
                / (MONTHS_OF_REGISTER + configuration.periodMonths());
        double documents = Math.max(0, transactions.targetCount() * transactions.documents() - periodic - assets);
        double revenue = documents * revenueOfDocument(configuration.industry()) / configuration.periodMonths();
        this.revenues = configuration.companies().stream()
                .mapToDouble(company -> revenue * company.volumeWeight() / weights)
                .toArray();
        this.personnelShare = personnelShare(configuration.industry());
    }

    /** The revenue of sales for each entry that a document of sales or purchases posts, as measured over large ledgers. */
    private static double revenueOfDocument(LedgerConfiguration.Industry industry) {
        return switch (industry) {
            case MANUFACTURING -> 8_600;
            case RETAIL -> 7_200;
            case FINANCIAL_SERVICES -> 7_600;
            case HEALTHCARE -> 10_300;
            case TECHNOLOGY -> 4_800;
        };
    }

    /**
     * The cost of people as a share of revenue: what statistics of businesses' costs have as the middle of an industry (US Census Bureau,
     * Economic Census, annual payroll and receipts; Eurostat, structural business statistics, personnel costs and turnover).
     */
    private static double personnelShare(LedgerConfiguration.Industry industry) {
        return switch (industry) {
            case MANUFACTURING -> .20;
            case RETAIL -> .12;
            case FINANCIAL_SERVICES -> .35;
            case HEALTHCARE -> .50;
            case TECHNOLOGY -> .40;
        };
    }

    /** What a company is expected to earn with sales in a month. */
    public double revenue(int company) {
        return revenues[company];
    }

    /** What a company can spend on wages and social charges in a month. */
    double personnelCost(int company) {
        return revenues[company] * personnelShare;
    }
}
