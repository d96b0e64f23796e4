package dev.headroom.app.config;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Industry;
import java.util.List;
import java.util.Map;

/** What the demonstration's companies, which make pumps, are called in other industries. */
final class CompanyNames {
    private static final Map<Industry, List<String>> BY_INDUSTRY = Map.of(
            Industry.RETAIL, List.of("Brenner Warenhaus GmbH", "Northwind Stores Inc.", "Halden Markets Ltd"),
            Industry.FINANCIAL_SERVICES,
                    List.of("Brenner Finanzdienste GmbH", "Northwind Capital Inc.", "Halden Leasing Ltd"),
            Industry.HEALTHCARE, List.of("Brenner Kliniken GmbH", "Northwind Hospitals Inc.", "Halden Clinics Ltd"),
            Industry.TECHNOLOGY, List.of("Brenner Software GmbH", "Northwind Cloud Inc.", "Halden Systems Ltd"));

    private CompanyNames() {}

    /** The demonstration's ledger, whose industry may be another, with names that fit. */
    static LedgerConfiguration fitting(LedgerConfiguration demo) {
        List<String> names = BY_INDUSTRY.get(demo.industry());
        if (names == null) {
            return demo;
        }
        Company[] companies = demo.companies().toArray(Company[]::new);
        for (int i = 0; i < companies.length; i++) {
            Company company = companies[i];
            companies[i] = new Company(
                    company.code(), names.get(i), company.currency(), company.country(), company.volumeWeight());
        }
        return demo.withCompanies(demo.groupCurrency(), companies);
    }
}
