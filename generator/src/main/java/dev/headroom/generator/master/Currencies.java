package dev.headroom.generator.master;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.table.TextDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The currencies that amounts can be in, by their ISO 4217 codes; an index is a code of the {@link #codes} dictionary. */
public final class Currencies {
    /** Code and rough value in US dollars; what exchange rates fluctuate around. */
    private static final String[] VALUES = {
        "USD 1",
        "EUR 1.08",
        "GBP 1.27",
        "CHF 1.13",
        "JPY 0.0067",
        "CAD 0.735",
        "AUD 0.66",
        "NZD 0.605",
        "SEK 0.0955",
        "NOK 0.0935",
        "DKK 0.145",
        "PLN 0.251",
        "CZK 0.0431",
        "HUF 0.0028",
        "RON 0.217",
        "BGN 0.552",
        "TRY 0.031",
        "CNY 0.139",
        "HKD 0.128",
        "SGD 0.745",
        "INR 0.012",
        "KRW 0.00074",
        "MXN 0.0555",
        "BRL 0.187",
        "ZAR 0.0545",
        "ILS 0.271",
        "AED 0.2723",
        "SAR 0.2667",
        "THB 0.0282",
        "MYR 0.217"
    };

    /** ISO 4217 currencies without minor units. */
    private static final Set<String> WHOLE = Set.of("JPY", "KRW");

    private static final long HUNDREDTHS = 100;

    private static final double[] DOLLARS = new double[VALUES.length];
    private static final long[] SCALES = new long[VALUES.length];
    private static final long[] UNITS = new long[VALUES.length];
    private static final double[] FACTORS = new double[VALUES.length];
    private static final List<String> NAMES = new ArrayList<>();
    private static final TextDictionary CODES;

    static {
        for (int i = 0; i < VALUES.length; i++) {
            NAMES.add(VALUES[i].substring(0, 3));
            DOLLARS[i] = Double.parseDouble(VALUES[i].substring(4));
            SCALES[i] = scaleOf(1 / DOLLARS[i]);
            UNITS[i] = WHOLE.contains(NAMES.get(i)) ? HUNDREDTHS : 1;
            FACTORS[i] = (double) SCALES[i] * HUNDREDTHS / UNITS[i];
        }
        CODES = TextDictionary.of(NAMES);
    }

    private Currencies() {}

    /** The number of the series 1, 2, 5, 10, 20 … that is nearest to a value by ratio. */
    private static long scaleOf(double value) {
        long scale = 1;
        long next = 2;
        while (value * value >= (double) scale * next) {
            scale = next;
            next = Long.toString(scale).startsWith("2") ? scale / 2 * 5 : 2 * scale;
        }
        return scale;
    }

    /** All codes. */
    public static TextDictionary codes() {
        return CODES;
    }

    /** The number of currencies. */
    public static int count() {
        return DOLLARS.length;
    }

    /** About what one dollar is worth in a currency: 1, 2, 5, 10, 20 …; round amounts in dollars are round ones times this. */
    public static long scale(int currency) {
        return SCALES[currency];
    }

    /** The smallest amount of a currency, of which all amounts in it are multiples: 1 hundredth, or 100 where there is no minor unit. */
    public static long unit(int currency) {
        return UNITS[currency];
    }

    /** An amount that is about so many dollars: in hundredths of a currency, a multiple of its unit, times its scale. */
    public static long hundredths(double dollars, int currency) {
        long units = (long) (dollars * FACTORS[currency] + 0.5);
        return units * UNITS[currency];
    }

    static double dollars(int currency) {
        return DOLLARS[currency];
    }

    /**
     * The index of a currency.
     *
     * @param key configuration key that names the currency
     * @throws InvalidLedgerConfigurationException if there is no such currency
     */
    static int of(String code, String key) {
        int index = NAMES.indexOf(code);
        if (index < 0) {
            throw new InvalidLedgerConfigurationException(
                    key, "'" + code + "' is not a supported currency; use one of " + String.join(", ", NAMES));
        }
        return index;
    }
}
