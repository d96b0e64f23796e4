package dev.headroom.generator;

import dev.headroom.generator.LedgerConfiguration.Anomalies;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Complexity;
import dev.headroom.generator.LedgerConfiguration.DataQuality;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.LedgerConfiguration.MasterData;
import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import java.time.LocalDate;
import java.util.List;

/** The parts of a configuration while one that differs in some is made of it. */
final class ChangedConfiguration {
    long seed;
    Industry industry;
    LocalDate startDate;
    int periodMonths;
    String groupCurrency;
    List<Company> companies;
    Complexity complexity;
    Transactions transactions;
    MasterData masterData;
    PurchaseFlow purchaseFlow;
    SalesFlow salesFlow;
    Anomalies anomalies;
    DataQuality dataQuality;
    boolean graphExport;

    ChangedConfiguration(LedgerConfiguration original) {
        seed = original.seed();
        industry = original.industry();
        startDate = original.startDate();
        periodMonths = original.periodMonths();
        groupCurrency = original.groupCurrency();
        companies = original.companies();
        complexity = original.complexity();
        transactions = original.transactions();
        masterData = original.masterData();
        purchaseFlow = original.purchaseFlow();
        salesFlow = original.salesFlow();
        anomalies = original.anomalies();
        dataQuality = original.dataQuality();
        graphExport = original.graphExport();
    }

    LedgerConfiguration whole() {
        return new LedgerConfiguration(
                seed,
                industry,
                startDate,
                periodMonths,
                groupCurrency,
                companies,
                complexity,
                transactions,
                masterData,
                purchaseFlow,
                salesFlow,
                anomalies,
                dataQuality,
                graphExport);
    }
}
