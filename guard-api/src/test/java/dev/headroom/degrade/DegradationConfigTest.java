package dev.headroom.degrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("guard")
class DegradationConfigTest {
    @Test
    void theDefaultsAreTheDocumentedOnes() {
        DegradationConfig config = DegradationConfig.defaults();

        assertThat(config.enabled()).isTrue();
        assertThat(config.autoRecovery()).isTrue();
        assertThat(config.escalateOnUnknown()).isFalse();
        assertThat(config.memory()).isEqualTo(new MemoryThresholds(0.70, 0.85, 0.95, 0.05, Duration.ofSeconds(5)));
        assertThat(config.disk()).isEqualTo(new DiskThresholds(1024, 500, 100, 0.10, Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 500, 1024", "100, 100, 500, 1024", "500, 500, 900, 1024", "2000, 2000, 2400, 2924"})
    void theMinimumIsTheEmergencyThresholdAndTheOthersStayInOrder(
            double minFree, double emergency, double minimal, double reduced) {
        DiskThresholds thresholds = DiskThresholds.defaults().withMinFree(minFree);

        assertThat(thresholds.emergencyMb()).isEqualTo(emergency);
        assertThat(thresholds.minimalMb()).isEqualTo(minimal);
        assertThat(thresholds.reducedMb()).isEqualTo(reduced);
        assertThat(thresholds.levelAt(minFree)).isEqualTo(DegradationLevel.MINIMAL);
        assertThat(thresholds.levelAt(Math.nextDown(minFree))).isEqualTo(DegradationLevel.EMERGENCY);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> new MemoryThresholds(0.9, 0.85, 0.95, -1, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must rise")
                .hasMessageContaining("hysteresis")
                .hasMessageContaining("dwell");
        assertThatThrownBy(() -> new DiskThresholds(100, 500, 1024, 11, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must fall")
                .hasMessageContaining("hysteresis")
                .hasMessageContaining("dwell");
        assertThatThrownBy(() -> new MemoryThresholds(Double.NaN, 0.85, 0.95, 0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DegradationConfig.defaults().withMaxGap(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theActionsOfEachLevelAreThoseOfTheTable() {
        assertThat(DegradationActions.forLevel(DegradationLevel.NORMAL))
                .isEqualTo(new DegradationActions(1, false, false, 1, false, false, false, false));
        assertThat(DegradationActions.forLevel(DegradationLevel.REDUCED))
                .isEqualTo(new DegradationActions(0.5, true, false, 0.5, false, false, false, false));
        assertThat(DegradationActions.forLevel(DegradationLevel.MINIMAL))
                .isEqualTo(new DegradationActions(0.25, true, true, 0, true, true, false, false));
        assertThat(DegradationActions.forLevel(DegradationLevel.EMERGENCY))
                .isEqualTo(new DegradationActions(0, true, true, 0, true, true, true, true));
    }

    @Test
    void aBatchIsScaledAndNeverVanishesBeforeEmergency() {
        assertThat(DegradationActions.forLevel(DegradationLevel.REDUCED).batchSize(10_000))
                .isEqualTo(5_000);
        assertThat(DegradationActions.forLevel(DegradationLevel.MINIMAL).batchSize(2))
                .isEqualTo(1);
        assertThat(DegradationActions.forLevel(DegradationLevel.EMERGENCY).batchSize(10_000))
                .isZero();
    }

    @Test
    void theLegalTransitionsAreUpOverAnyDistanceAndDownByOne() {
        for (DegradationLevel from : DegradationLevel.values()) {
            for (DegradationLevel to : DegradationLevel.values()) {
                boolean legal = to.isWorseThan(from) || (from.isWorseThan(to) && from.better() == to);
                if (legal) {
                    assertThat(LevelTransition.between(from, to).isEscalation()).isEqualTo(to.isWorseThan(from));
                } else {
                    assertThatThrownBy(() -> LevelTransition.between(from, to))
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
        assertThat(Arrays.stream(LevelTransition.values()).filter(LevelTransition::isEscalation))
                .hasSize(6);
        assertThat(LevelTransition.values()).hasSize(9);
    }
}
