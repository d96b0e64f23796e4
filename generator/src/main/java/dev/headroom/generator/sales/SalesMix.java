package dev.headroom.generator.sales;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.table.TextDictionary;
import java.util.List;

/**
 * What the companies of an industry sell. Accounts are named by the first four digits of their numbers.
 *
 * @param purchasesPerSale purchases of goods and services for one sale, from which their share of revenue follows: of
 *     goods, as many as bring to stock what sales take from it
 * @param makes whether goods are produced for an order; else they are taken from stock
 * @param kinds weights of {@link Kind}
 * @param goods revenue accounts of goods, the usual one first
 * @param services revenue accounts of services
 * @param subscriptions revenue accounts of subscriptions
 */
public record SalesMix(
        double purchasesPerSale,
        boolean makes,
        List<Double> kinds,
        List<String> goods,
        List<String> services,
        List<String> subscriptions) {

    /** What an order is for. */
    enum Kind {
        /** Materials, which are delivered, and can be sent back. */
        GOODS(0),
        /** Work that is done at once. */
        SERVICE(1),
        /** A service for some months, whose revenue is deferred. */
        SUBSCRIPTION(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The position of the kind where there is one of something for each. */
        int code() {
            return code;
        }
    }

    /** By {@link Kind}. */
    static final TextDictionary KIND_NAMES = TextDictionary.of("goods", "service", "subscription");

    private static final List<String> FIRST = List.of("4000");
    private static final List<String> SECOND = List.of("4010");
    private static final List<String> THIRD = List.of("4020");

    /** What is sold in an industry. */
    public static SalesMix of(Industry industry) {
        return switch (industry) {
            case MANUFACTURING ->
                // What is made takes several units of raw material.
                new SalesMix(4.1, true, List.of(.9, .07, .03), List.of("4000", "4010"), THIRD, THIRD);
            case RETAIL -> new SalesMix(1, false, List.of(1., 0., 0.), List.of("4000", "4010"), FIRST, FIRST);
            case FINANCIAL_SERVICES ->
                new SalesMix(.2, false, List.of(0., .85, .15), FIRST, List.of("4000", "4010", "4020"), SECOND);
            case HEALTHCARE ->
                new SalesMix(.28, false, List.of(.1, .9, 0.), FIRST, List.of("4000", "4010", "4020"), FIRST);
            case TECHNOLOGY ->
                new SalesMix(.46, false, List.of(.25, .35, .4), List.of("4030"), List.of("4020", "4010"), FIRST);
        };
    }
}
