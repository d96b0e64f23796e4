package dev.headroom.app.audit;

/** The smallest amounts of currencies. */
final class CurrencyUnits {
    private static final long HUNDREDTHS = 100;
    // ISO 4217 currencies without minor units.
    private static final long YEN = Hash.of("JPY");
    private static final long WON = Hash.of("KRW");

    private CurrencyUnits() {}

    /** The smallest amount of a currency, by the hash of its code: in hundredths. */
    static long of(long currency) {
        return currency == YEN || currency == WON ? HUNDREDTHS : 1;
    }
}
