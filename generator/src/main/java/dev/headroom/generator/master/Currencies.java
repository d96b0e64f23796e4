package dev.headroom.generator.master;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.table.TextDictionary;
import java.util.ArrayList;
import java.util.List;

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

    private static final double[] DOLLARS = new double[VALUES.length];
    private static final List<String> NAMES = new ArrayList<>();
    private static final TextDictionary CODES;

    static {
        for (int i = 0; i < VALUES.length; i++) {
            NAMES.add(VALUES[i].substring(0, 3));
            DOLLARS[i] = Double.parseDouble(VALUES[i].substring(4));
        }
        CODES = TextDictionary.of(NAMES);
    }

    private Currencies() {}

    /** All codes. */
    public static TextDictionary codes() {
        return CODES;
    }

    static int count() {
        return DOLLARS.length;
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
