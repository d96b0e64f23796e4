package dev.headroom.generator.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final int N = 400_000;
    private final RandomStream stream = new RandomStream(1, "distribution");

    @Test
    void normalQuantilesAreThePublishedOnes() {
        assertThat(NormalQuantile.upper(0.5)).isZero();
        assertThat(NormalQuantile.upper(0.25)).isCloseTo(0.674489750196082, within(1e-14));
        assertThat(NormalQuantile.upper(0.025)).isCloseTo(1.95996398454005, within(1e-14));
        assertThat(NormalQuantile.upper(0.001)).isCloseTo(3.09023230616781, within(1e-14));
        assertThat(NormalQuantile.upper(1e-20)).isCloseTo(9.2623400897984, within(1e-13));
    }

    @Test
    void normalHasItsMoments() {
        Normal normal = new Normal(10, 2);
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        int beyond = 0;
        for (int i = 0; i < N; i++) {
            double z = (normal.draw(stream.key(i), 0) - 10) / 2;
            sum += z;
            squares += z * z;
            cubes += z * z * z;
            fourths += z * z * z * z;
            beyond += Math.abs(z) > 3 ? 1 : 0;
        }
        assertThat(sum / N).isCloseTo(0, within(0.006));
        assertThat(squares / N).isCloseTo(1, within(0.01));
        assertThat(cubes / N).isCloseTo(0, within(0.03));
        assertThat(fourths / N).isCloseTo(3, within(0.08));
        assertThat(beyond / (double) N).isCloseTo(0.0027, within(0.0003));
    }

    @Test
    void lognormalHasItsQuantilesAndBounds() {
        Lognormal amounts = new Lognormal(7, 2.5, 0.01, 1e8);
        int belowMedian = 0;
        int belowUpperQuartile = 0;
        double logarithms = 0;
        for (int i = 0; i < N; i++) {
            double amount = amounts.draw(stream.key(i), 1);
            assertThat(amount).isBetween(0.01, 1e8);
            belowMedian += amount < StrictMath.exp(7) ? 1 : 0;
            belowUpperQuartile += amount < StrictMath.exp(7 + 2.5 * 0.674489750196082) ? 1 : 0;
            logarithms += StrictMath.log(amount);
        }
        assertThat(belowMedian / (double) N).isCloseTo(0.5, within(0.004));
        assertThat(belowUpperQuartile / (double) N).isCloseTo(0.75, within(0.004));
        assertThat(logarithms / N).isCloseTo(7, within(0.02));
    }

    @Test
    void lognormalValuesDoNotPileUpAtItsBounds() {
        Lognormal bounded = new Lognormal(7, 2.5, 100, 20_000);
        double least = StrictMath.log(100);
        double most = StrictMath.log(20_000);
        int nearLeast = 0;
        int afterLeast = 0;
        int nearMost = 0;
        int beforeMost = 0;
        for (int i = 0; i < N; i++) {
            double logarithm = StrictMath.log(bounded.draw(stream.key(i), 5));
            assertThat(logarithm).isGreaterThan(least).isLessThan(most);
            nearLeast += logarithm < least + .1 ? 1 : 0;
            afterLeast += logarithm >= least + .1 && logarithm < least + .2 ? 1 : 0;
            nearMost += logarithm > most - .1 ? 1 : 0;
            beforeMost += logarithm <= most - .1 && logarithm > most - .2 ? 1 : 0;
        }
        assertThat(nearLeast / (double) afterLeast).isBetween(.9, 1.05);
        assertThat(nearMost / (double) beforeMost).isBetween(.9, 1.05);
        assertThatThrownBy(() -> new Lognormal(7, 2.5, 5, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tablesNeverChange() {
        assertThat(Math.round(100 * new Lognormal(7, 2.5, 0.01, 1e8).at(0x0123456789ABCDEFL)))
                .isEqualTo(158);
        assertThat(Math.round(100 * new Lognormal(7, 2.5, 0.01, 1e8).at(0xFEDCBA9876543210L)))
                .isEqualTo(112_765);
        assertThat(new Normal(0, 1).at(0x0123456789ABCDEFL)).isEqualTo(-2.616302513108433);
        assertThat(new LogUniform(1, 1000).at(0xFEDCBA9876543210L)).isEqualTo(970);
    }

    @Test
    void logUniformSpreadsOverItsDecades() {
        LogUniform quantities = new LogUniform(1, 1000);
        int ones = 0;
        int belowHundred = 0;
        long least = Long.MAX_VALUE;
        long greatest = 0;
        for (int i = 0; i < N; i++) {
            long quantity = quantities.draw(stream.key(i), 2);
            ones += quantity == 1 ? 1 : 0;
            belowHundred += quantity < 100 ? 1 : 0;
            least = Math.min(least, quantity);
            greatest = Math.max(greatest, quantity);
        }
        assertThat(least).isEqualTo(1);
        assertThat(greatest).isEqualTo(1000);
        assertThat(ones / (double) N).isCloseTo(0.1003, within(0.003));
        assertThat(belowHundred / (double) N).isCloseTo(0.6666, within(0.004));
    }

    @Test
    void discreteOutcomesComeInTheirShares() {
        Discrete lines = new Discrete(.6068, .0577, 0, .1663, .0306, .1386);
        int[] counts = new int[6];
        for (int i = 0; i < N; i++) {
            counts[lines.draw(stream.key(i), 3)]++;
        }
        assertThat(counts[0] / (double) N).isCloseTo(.6068, within(.003));
        assertThat(counts[1] / (double) N).isCloseTo(.0577, within(.002));
        assertThat(counts[2]).isZero();
        assertThat(counts[3] / (double) N).isCloseTo(.1663, within(.003));
        assertThat(counts[4] / (double) N).isCloseTo(.0306, within(.002));
        assertThat(new Discrete(0, 1).at(-1)).isEqualTo(1);
        assertThatThrownBy(() -> new Discrete(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eventsFallOnDaysInOrderAndByWeight() {
        double[] weights = {0, 1, 2, 0, 5, 0, 0, 2, 0};
        Seasonality seasonality = new Seasonality(20_000, weights);
        int[] counts = new int[weights.length];
        int last = 0;
        for (int i = 0; i < 1000; i++) {
            int day = seasonality.dayAt((i + Draw.uniform(stream.key(i), 4)) / 1000);
            assertThat(day).isGreaterThanOrEqualTo(last);
            last = day;
            counts[day - 20_000]++;
        }
        for (int day = 0; day < weights.length; day++) {
            assertThat(counts[day]).isCloseTo((int) (weights[day] * 100), within(weights[day] > 0 ? 2 : 0));
        }
        assertThat(seasonality.dayAt(Math.nextDown(1.0))).isEqualTo(20_007);
        assertThatThrownBy(() -> new Seasonality(0, new double[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
