package dev.headroom.generator.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawTest {
    private static final int N = 200_000;
    private final RandomStream stream = new RandomStream(42, "purchase case");

    @Test
    void keysAndDrawsNeverChange() {
        // Computed apart from this code, with unbounded integers.
        assertThat(stream.key(0)).isEqualTo(-3180929332565350868L);
        assertThat(stream.key(1_000_000_007L)).isEqualTo(-7539870189154913850L);
        assertThat(Draw.bits(stream.key(7), 3)).isEqualTo(-4980178011188499523L);
        assertThat(Draw.element(stream.key(7), 3, 11)).isEqualTo(-4167100247301715344L);
        assertThat(Draw.below(stream.key(7), 4, 1000)).isEqualTo(256);
        assertThat(Draw.longBelow(stream.key(7), 4, 1_000_000_000_000L)).isEqualTo(256405646456L);
    }

    @Test
    void seedsAndNamesGiveStreamsOfTheirOwn() {
        assertThat(new RandomStream(43, "purchase case").key(0)).isNotEqualTo(stream.key(0));
        assertThat(new RandomStream(42, "purchase cases").key(0)).isNotEqualTo(stream.key(0));
        assertThat(new RandomStream(42, "purchase case").key(0)).isEqualTo(stream.key(0));
    }

    @Test
    void uniformDrawsAreUniform() {
        int[] tenths = new int[10];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            double u = Draw.uniform(stream.key(i), 0);
            tenths[(int) (u * 10)]++;
            sum += u;
            squares += u * u;
        }
        assertThat(sum / N).isCloseTo(0.5, within(0.003));
        assertThat(squares / N).isCloseTo(1 / 3.0, within(0.003));
        for (int count : tenths) {
            assertThat(count).isCloseTo(N / 10, within(N / 200));
        }
    }

    @Test
    void slotsAndNeighbouringIndexesAreIndependent() {
        double slots = 0;
        double neighbours = 0;
        double elements = 0;
        for (int i = 0; i < N; i++) {
            double u = Draw.uniform(stream.key(i), 0) - 0.5;
            slots += u * (Draw.uniform(stream.key(i), 1) - 0.5);
            neighbours += u * (Draw.uniform(stream.key(i + 1), 0) - 0.5);
            elements += (Draw.unit(Draw.element(stream.key(i), 5, 0)) - 0.5)
                    * (Draw.unit(Draw.element(stream.key(i), 5, 1)) - 0.5);
        }
        // A correlation of N independent pairs has a standard deviation of 1 / sqrt(N) = 0.0022.
        assertThat(slots / N * 12).isCloseTo(0, within(0.01));
        assertThat(neighbours / N * 12).isCloseTo(0, within(0.01));
        assertThat(elements / N * 12).isCloseTo(0, within(0.01));
    }

    @Test
    void boundsAreReachedAndKept() {
        boolean[] seen = new boolean[7];
        long greatest = 0;
        for (int i = 0; i < N; i++) {
            seen[Draw.between(stream.key(i), 2, -3, 3) + 3] = true;
            greatest = Math.max(greatest, Draw.longBelow(stream.key(i), 3, 1L << 40));
        }
        assertThat(seen).containsOnly(true);
        assertThat(greatest).isBetween((1L << 40) - (1L << 26), (1L << 40) - 1);
    }

    @Test
    void whatHappensAtALowRateHappensAtAHighOne() {
        int low = 0;
        for (int i = 0; i < N; i++) {
            if (Draw.happens(stream.key(i), 9, 0.01)) {
                low++;
                assertThat(Draw.happens(stream.key(i), 9, 0.02)).isTrue();
            }
        }
        assertThat(low).isCloseTo(N / 100, within(N / 1000));
    }
}
