package dev.headroom.generator.document;

import dev.headroom.generator.ledger.Translation;
import dev.headroom.generator.master.Currencies;

/** The currency of a document, and how its amounts become those of a company. Filled anew for each, which is why its fields are open. */
public final class Denomination {
    private static final int HUNDREDTHS = 10_000;

    /** Currency of the document, as a code. */
    public int currency;
    /** Currency of the company, as a code. */
    public int localCurrency;
    /** Millionths of the company's currency for one of the document's. */
    public long rate = Translation.UNIT;
    /** Smallest amount of the document's currency, in hundredths. */
    public long unit = 1;
    /** Smallest amount of the company's currency, in hundredths. */
    public long localUnit = 1;

    private long leastPrice;

    /** Makes a denomination without meaning. */
    public Denomination() {}

    /** Sets currencies and rate. */
    public void set(int documentCurrency, int companyCurrency, long exchangeRate) {
        currency = documentCurrency;
        localCurrency = companyCurrency;
        rate = exchangeRate;
        unit = Currencies.unit(documentCurrency);
        localUnit = Currencies.unit(companyCurrency);
        long leastUnits = (2 * localUnit * Translation.UNIT + rate * unit - 1) / (rate * unit);
        leastPrice = Math.max(2, leastUnits) * unit;
    }

    /** Whether the document is in the company's currency. */
    public boolean isLocal() {
        return currency == localCurrency;
    }

    /** An amount in the company's currency. */
    public long local(long amount) {
        return Translation.convert(amount, rate, localUnit);
    }

    /**
     * The price of a piece in the document's currency: at least two units of either currency, so that no part of an order is worth
     * nothing.
     *
     * @param localPrice price in the company's currency
     * @param percent share of it that is asked
     */
    public long price(long localPrice, int percent) {
        return Math.max(localPrice * percent * Translation.UNIT / (100 * rate * unit) * unit, leastPrice);
    }

    /** The least price of a piece: two units of either currency. */
    public long leastPrice() {
        return leastPrice;
    }

    /** The tax on a net amount, at a rate in hundredths of a percent. */
    public long tax(long net, int rateHundredths) {
        return (net * rateHundredths / unit + HUNDREDTHS / 2) / HUNDREDTHS * unit;
    }
}
