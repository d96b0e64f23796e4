package dev.headroom.generator.master;

import java.util.HashMap;
import java.util.Map;

/**
 * What work costs in a country, and when it is paid. Wage levels compare average annual wages with those of the United States (OECD,
 * Average annual wages; ILO, ILOSTAT statistics on earnings, for the rest). Withholdings are the income tax and the employee's social
 * contributions of a single worker with average pay, charges the employer's contributions, both in percent of gross pay (OECD, Taxing Wages;
 * KPMG and PwC, tax tables by country, for the rest); they are rounded, those of about 2024, whatever the year of the ledger. Of no state,
 * province or canton in particular. A country that is not listed has what is usual in the middle of them.
 *
 * @param wageLevel pay as a share of that in the United States
 * @param withholdingPercent of an average gross pay
 * @param chargesPercent of a gross pay
 * @param payday day of the next month on which a month's pay is paid, at the latest; 0 for the last business day of the month itself
 */
public record LabourCosts(double wageLevel, int withholdingPercent, int chargesPercent, int payday) {
    /** {@code country wage level in percent|withholdings|charges|payday}. */
    private static final String COUNTRIES = """
        AE 50 5 13 0
        AT 75 33 28 0
        AU 80 25 6 0
        BE 80 40 27 0
        BG 25 22 19 0
        BR 20 17 34 5
        CA 75 25 11 0
        CH 115 18 6 0
        CN 25 15 27 15
        CY 35 15 13 0
        CZ 33 20 34 0
        DE 75 37 20 0
        DK 90 36 1 0
        EE 40 20 34 0
        ES 45 22 31 0
        FI 65 31 20 0
        FR 60 28 36 0
        GB 70 20 11 0
        GR 30 26 22 0
        HK 60 10 5 0
        HR 35 30 17 0
        HU 28 34 13 0
        IE 75 27 11 0
        IL 65 18 7 9
        IN 12 13 13 0
        IT 50 28 32 0
        JP 50 22 15 25
        KR 50 16 11 10
        LT 40 38 2 0
        LU 105 32 14 0
        LV 35 28 24 0
        MX 20 11 13 0
        MY 20 15 13 0
        MT 40 22 10 0
        NL 75 27 12 0
        NO 85 28 13 0
        NZ 60 21 3 0
        PL 35 24 16 0
        PT 35 28 24 0
        RO 30 41 2 0
        SA 40 10 12 0
        SE 65 24 31 0
        SG 70 20 17 0
        SI 40 36 16 0
        SK 32 24 35 0
        TH 15 8 5 0
        TR 25 26 18 0
        US 100 24 8 0
        ZA 25 18 2 0
        """;

    private static final LabourCosts OTHERS = new LabourCosts(.35, 20, 15, 0);
    private static final Map<String, LabourCosts> KNOWN = new HashMap<>();

    static {
        for (String line : COUNTRIES.lines().toList()) {
            String[] parts = line.split(" ", -1);
            KNOWN.put(
                    parts[0],
                    new LabourCosts(
                            Integer.parseInt(parts[1]) / 100.0,
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3]),
                            Integer.parseInt(parts[4])));
        }
    }

    /**
     * What holds in a country.
     *
     * @param country ISO 3166 alpha-2 code
     */
    public static LabourCosts of(String country) {
        return KNOWN.getOrDefault(country, OTHERS);
    }
}
