package dev.headroom.generator.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurchaseCaseTest {
    private static final double SHARE = .05;

    /** Five per cent of 14 cents is less than the cent that is tolerated of any price. */
    @Test
    void whatIsWrongWithAnUnmatchedPriceIsNeverTolerated() {
        for (long price = 2; price <= 10_000; price++) {
            long difference = PurchaseCase.priceDifference(price, SHARE, 1, true);
            assertThat(difference).as("of a price of %s", price).isGreaterThan(1);
            assertThat(100 * difference).isGreaterThan(5 * price);
            assertThat(100 * PurchaseCase.priceDifference(price, SHARE, 1, false))
                    .isLessThanOrEqualTo(5 * price);
        }
        for (long price = 200; price <= 100_000; price += 100) {
            long difference = PurchaseCase.priceDifference(price, SHARE, 100, true);
            assertThat(difference % 100).isZero();
            assertThat(100 * difference).isGreaterThan(5 * price);
        }
    }
}
