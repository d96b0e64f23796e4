package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    private final byte[] target = new byte[3 + Digits.BOUND + Words.OVERRUN];

    private String put(long unscaled, int scale) {
        int end = Digits.put(target, 3, unscaled, scale);
        return new String(target, 3, end - 3, US_ASCII);
    }

    private void check(long unscaled, int scale) {
        String expected = BigDecimal.valueOf(unscaled, scale).toPlainString();
        String seen = put(unscaled, scale);
        if (!seen.equals(expected)) {
            assertThat(seen).as("%s with scale %s", unscaled, scale).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void numbersAroundEveryPowerOfTen(int scale) {
        check(Long.MIN_VALUE, scale);
        check(Long.MAX_VALUE, scale);
        for (long power = 1; power > 0 && power <= 1_000_000_000_000_000_000L; power *= 10) {
            for (long near = -2; near <= 2; near++) {
                check(power + near, scale);
                check(-(power + near), scale);
            }
        }
        SplittableRandom random = new SplittableRandom(scale);
        for (int i = 0; i < 200_000; i++) {
            check(random.nextLong() >> random.nextInt(64), scale);
        }
    }

    @Test
    void everyNumberOfEightDigitsInSteps() {
        for (long value = 0; value < 100_000_000; value += 97) {
            check(value, 2);
        }
        for (long value = 0; value < 100_000; value++) {
            check(value, 0);
        }
    }

    @Test
    void fractionsKeepTheirZeros() {
        assertThat(put(-5, 2)).isEqualTo("-0.05");
        assertThat(put(0, 9)).isEqualTo("0.000000000");
        assertThat(put(1200, 2)).isEqualTo("12.00");
    }
}
