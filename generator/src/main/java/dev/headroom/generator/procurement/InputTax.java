package dev.headroom.generator.procurement;

import java.util.Map;

/** Standard rates of value added tax on purchases, in hundredths of a percent; sales tax that cannot be deducted is none. */
final class InputTax {
    private static final int ELSEWHERE = 2000;

    private static final Map<String, Integer> RATES = Map.ofEntries(
            Map.entry("US", 0),
            Map.entry("CA", 500),
            Map.entry("AU", 1000),
            Map.entry("GB", 2000),
            Map.entry("IE", 2300),
            Map.entry("DE", 1900),
            Map.entry("AT", 2000),
            Map.entry("CH", 810),
            Map.entry("FR", 2000),
            Map.entry("BE", 2100),
            Map.entry("IT", 2200),
            Map.entry("ES", 2100),
            Map.entry("NL", 2100));

    private InputTax() {}

    /** The rate in a country. */
    static int hundredths(String country) {
        return RATES.getOrDefault(country, ELSEWHERE);
    }
}
