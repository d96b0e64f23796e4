package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Industry;
import java.util.Arrays;

/**
 * What companies are expected to earn in a month, what they can spend on people, and how dear the things are that they trade and own:
 * functions of the configuration alone, so that what depends on them needs no look at the entries. Revenue follows from the number of entries,
 * but registers have as many people and assets as are asked for. So prices are above the usual ones where the fewest people would cost too
 * much of a company's revenue, and below them where all would cost too little, as far as that is believable; and what assets cost follows
 * revenue. Amounts are in dollars, before a currency gives them its scale. Immutable.
 */
public final class Budgets {
    /** Entries of payroll, depreciation, provisions, tax and valuations that a company has in a month; they count in the documents' share. */
    private static final int PERIODIC_ENTRIES = 9;
    /** Entries of an asset's purchase, which count there too. */
    private static final int ENTRIES_OF_ASSET = 3;
    /** Months before the ledger in which the assets of the register were acquired at the pace at which it goes on. */
    private static final double MONTHS_OF_REGISTER = 72;

    /** Prices in relation to the usual ones. */
    private static final double LOWEST_PRICES = .4;

    private static final double HIGHEST_PRICES = 4;
    /** What an asset of a register is depreciated by in a month if it costs what is usual; some are depreciated already. */
    private static final double USUAL_DEPRECIATION = 290;
    /** Values of assets in relation to the usual ones. */
    private static final double LOWEST_VALUES = .1;

    private static final double HIGHEST_VALUES = 8;

    private final double[] revenues;
    private final double[] priceLevels;
    private final double[] assetLevels;
    private final double personnelShare;

    Budgets(LedgerConfiguration configuration, Companies companies) {
        int count = companies.count();
        Industry industry = configuration.industry();
        double[] weights = companies.weights();
        double allWeights = Arrays.stream(weights).sum();
        LedgerConfiguration.Transactions transactions = configuration.transactions();
        double periodic = (double) PERIODIC_ENTRIES * count * configuration.periodMonths();
        double assets = (double) ENTRIES_OF_ASSET
                * configuration.masterData().fixedAssets()
                * configuration.periodMonths()
                / (MONTHS_OF_REGISTER + configuration.periodMonths());
        double documents = Math.max(0, transactions.targetCount() * transactions.documents() - periodic - assets);
        double revenue = documents * revenueOfDocument(industry) / configuration.periodMonths();
        this.personnelShare = personnelShare(industry);
        this.revenues = new double[count];
        this.priceLevels = new double[count];
        this.assetLevels = new double[count];
        Apportionment employees = new Apportionment(configuration.masterData().employees(), weights, 2);
        Apportionment fixedAssets = new Apportionment(configuration.masterData().fixedAssets(), weights, 0);
        for (int company = 0; company < count; company++) {
            double usual = revenue * weights[company] / allWeights;
            priceLevels[company] =
                    priceLevel(usual * personnelShare, companies.labourCosts(company), employees.size(company));
            revenues[company] = usual * priceLevels[company];
            double depreciation = USUAL_DEPRECIATION * fixedAssets.size(company);
            assetLevels[company] = Math.min(
                    Math.max(revenues[company] * depreciationShare(industry) / depreciation, LOWEST_VALUES),
                    HIGHEST_VALUES);
        }
    }

    /** Prices at which a company can spend on people what some of them cost, from the fewest to all, in relation to the usual ones. */
    private static double priceLevel(double usualPersonnelCost, LabourCosts costs, int employees) {
        double least = Staffing.usualCost(costs, Math.min(Staffing.FEWEST, employees)) / usualPersonnelCost;
        double most = Staffing.usualCost(costs, employees) / usualPersonnelCost;
        double level = Math.min(Math.max(1, least), most);
        return Math.min(Math.max(level, LOWEST_PRICES), HIGHEST_PRICES);
    }

    /** The revenue of sales at usual prices for each entry that a document of sales or purchases posts, as measured over large ledgers. */
    private static double revenueOfDocument(Industry industry) {
        return switch (industry) {
            case MANUFACTURING -> 12_000;
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
    private static double personnelShare(Industry industry) {
        return switch (industry) {
            case MANUFACTURING -> .20;
            case RETAIL -> .12;
            case FINANCIAL_SERVICES -> .35;
            case HEALTHCARE -> .50;
            case TECHNOLOGY -> .40;
        };
    }

    /** Depreciation as a share of revenue, as annual reports of an industry have it. */
    private static double depreciationShare(Industry industry) {
        return switch (industry) {
            case MANUFACTURING, HEALTHCARE -> .04;
            case RETAIL, FINANCIAL_SERVICES -> .02;
            case TECHNOLOGY -> .03;
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

    /** How dear goods and services are that a company buys and sells, in relation to the usual. */
    public double priceLevel(int company) {
        return priceLevels[company];
    }

    /** How dear a company's fixed assets are, in relation to the usual. */
    double assetLevel(int company) {
        return assetLevels[company];
    }
}
