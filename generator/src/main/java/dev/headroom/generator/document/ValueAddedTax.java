package dev.headroom.generator.document;

import java.util.Map;

/**
 * Standard rates of value added tax, goods and services tax and consumption tax that a company deducts as input tax and charges as output tax, in hundredths of
 * a percent. They are those in force at the end of 2025, whatever the year of the ledger. Known are the countries whose currencies a
 * ledger can have; of Canada only the federal tax, of China the rate for goods, of India the general rate, of Thailand the reduced
 * rate that has been prolonged since 1999. They are published in: European Commission, Taxes in Europe Database (members of the union); OECD,
 * Consumption Tax Trends (other members of the OECD); PwC Worldwide Tax Summaries, Value-added tax rates (the rest).
 *
 * <p>All other countries have 0: those without such a tax (Hong Kong), with a sales tax that is not deducted (the United States,
 * Malaysia), with several taxes and no single rate (Brazil), and those whose rate is not known here.
 */
public final class ValueAddedTax {
    private static final Map<String, Integer> RATES = Map.ofEntries(
            Map.entry("AE", 500),
            Map.entry("AT", 2000),
            Map.entry("AU", 1000),
            Map.entry("BE", 2100),
            Map.entry("BG", 2000),
            Map.entry("CA", 500),
            Map.entry("CH", 810),
            Map.entry("CN", 1300),
            Map.entry("CY", 1900),
            Map.entry("CZ", 2100),
            Map.entry("DE", 1900),
            Map.entry("DK", 2500),
            Map.entry("EE", 2400),
            Map.entry("ES", 2100),
            Map.entry("FI", 2550),
            Map.entry("FR", 2000),
            Map.entry("GB", 2000),
            Map.entry("GR", 2400),
            Map.entry("HR", 2500),
            Map.entry("HU", 2700),
            Map.entry("IE", 2300),
            Map.entry("IL", 1800),
            Map.entry("IN", 1800),
            Map.entry("IT", 2200),
            Map.entry("JP", 1000),
            Map.entry("KR", 1000),
            Map.entry("LI", 810),
            Map.entry("LT", 2100),
            Map.entry("LU", 1700),
            Map.entry("LV", 2100),
            Map.entry("MC", 2000),
            Map.entry("MT", 1800),
            Map.entry("MX", 1600),
            Map.entry("NL", 2100),
            Map.entry("NO", 2500),
            Map.entry("NZ", 1500),
            Map.entry("PL", 2300),
            Map.entry("PT", 2300),
            Map.entry("RO", 2100),
            Map.entry("SA", 1500),
            Map.entry("SE", 2500),
            Map.entry("SG", 900),
            Map.entry("SI", 2200),
            Map.entry("SK", 2300),
            Map.entry("TH", 700),
            Map.entry("TR", 2000),
            Map.entry("ZA", 1500));

    private ValueAddedTax() {}

    /**
     * The rate in a country.
     *
     * @param country ISO 3166 alpha-2 code
     * @return hundredths of a percent; 0 if no rate is known
     */
    public static int hundredths(String country) {
        return RATES.getOrDefault(country, 0);
    }
}
