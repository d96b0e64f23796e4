package dev.headroom.degrade;

import static dev.headroom.degrade.DegradationLevel.EMERGENCY;
import static dev.headroom.degrade.DegradationLevel.MINIMAL;
import static dev.headroom.degrade.DegradationLevel.NORMAL;
import static dev.headroom.degrade.DegradationLevel.REDUCED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.probe.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("guard")
class DegradationControllerTest {
    private static final long DWELL_MS = 5_000;

    private final ManualTime time = new ManualTime();
    private DegradationController controller = new DegradationController(DegradationConfig.defaults(), time);

    private static ResourceStatus status(double memory, double diskMb) {
        return new ResourceStatus(
                memory < 0 ? OptionalDouble.empty() : OptionalDouble.of(memory),
                diskMb < 0 ? OptionalDouble.empty() : OptionalDouble.of(diskMb),
                OptionalDouble.empty());
    }

    private DegradationLevel memory(double pressure) {
        return controller.update(status(pressure, 10_000)).level();
    }

    private DegradationLevel disk(double mb) {
        return controller.update(status(0.1, mb)).level();
    }

    /** Holds a status for a time, looking every 200 ms, and returns the level at the end. */
    private DegradationLevel hold(ResourceStatus status, long millis) {
        DegradationLevel level = controller.update(status).level();
        for (long passed = 0; passed < millis; passed += 200) {
            time.advanceMillis(200);
            level = controller.update(status).level();
        }
        return level;
    }

    @ParameterizedTest
    @CsvSource({
        "0, NORMAL",
        "0.6999999, NORMAL",
        "0.70, REDUCED",
        "0.8499999, REDUCED",
        "0.85, MINIMAL",
        "0.95, MINIMAL",
        "0.9500001, EMERGENCY",
        "1.7, EMERGENCY"
    })
    void memoryBoundariesAreExact(double pressure, DegradationLevel expected) {
        assertThat(memory(pressure)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1024.001, NORMAL",
        "1024, REDUCED",
        "500, REDUCED",
        "499.999, MINIMAL",
        "100, MINIMAL",
        "99.999, EMERGENCY",
        "0, EMERGENCY"
    })
    void diskBoundariesAreExact(double mb, DegradationLevel expected) {
        assertThat(disk(mb)).isEqualTo(expected);
    }

    @Test
    void itEscalatesAtOnceOverSeveralLevels() {
        DegradationUpdate update = controller.update(status(0.96, 10_000));

        assertThat(update.level()).isEqualTo(EMERGENCY);
        assertThat(update.changed()).isTrue();
        assertThat(controller.update(status(0.96, 10_000)).changed()).isFalse();
    }

    @Test
    void itRecoversOneLevelPerDwell() {
        memory(0.96);

        assertThat(hold(status(0.1, 10_000), DWELL_MS - 200)).isEqualTo(EMERGENCY);
        time.advanceMillis(200);
        assertThat(memory(0.1)).isEqualTo(MINIMAL);
        assertThat(hold(status(0.1, 10_000), DWELL_MS)).isEqualTo(REDUCED);
        assertThat(hold(status(0.1, 10_000), DWELL_MS)).isEqualTo(NORMAL);
        assertThat(hold(status(0.1, 10_000), 10 * DWELL_MS)).isEqualTo(NORMAL);
    }

    @Test
    void aBreakInTheCalmStartsTheDwellAnew() {
        memory(0.75);
        hold(status(0.1, 10_000), DWELL_MS - 400);
        memory(0.68);

        assertThat(hold(status(0.1, 10_000), DWELL_MS - 200)).isEqualTo(REDUCED);
        time.advanceMillis(200);
        assertThat(memory(0.1)).isEqualTo(NORMAL);
    }

    @Test
    void memoryThatHoversAtAThresholdDoesNotFlap() {
        int changes = 0;
        for (int i = 0; i < 1000; i++) {
            changes +=
                    controller.update(status(i % 2 == 0 ? 0.71 : 0.67, 10_000)).changed() ? 1 : 0;
            time.advanceMillis(200);
        }

        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aDiskThatHoversAtAThresholdDoesNotFlapEither() {
        int changes = 0;
        for (int i = 0; i < 1000; i++) {
            changes += controller.update(status(0.1, i % 2 == 0 ? 1020 : 1100)).changed() ? 1 : 0;
            time.advanceMillis(200);
        }

        assertThat(changes).isEqualTo(1);
    }

    @Test
    void theWorseResourceDecidesAndEachHasItsOwnDwell() {
        controller.update(status(0.9, 600));
        assertThat(controller.level()).isEqualTo(MINIMAL);

        assertThat(hold(status(0.1, 600), 3 * DWELL_MS)).isEqualTo(REDUCED);
        assertThat(hold(status(0.1, 2000), DWELL_MS)).isEqualTo(NORMAL);
    }

    @Test
    void anUnknownResourceNeitherRecoversNorEscalates() {
        memory(0.9);
        assertThat(hold(status(-1, 10_000), 20 * DWELL_MS)).isEqualTo(MINIMAL);

        controller = new DegradationController(DegradationConfig.defaults(), time);
        assertThat(hold(status(-1, -1), 20 * DWELL_MS)).isEqualTo(NORMAL);
    }

    private static ResourceStatus read(double pressure, long memoryAgeMillis, double diskMb, long diskAgeMillis) {
        return new ResourceStatus(
                OptionalDouble.of(pressure),
                OptionalDouble.of(diskMb),
                OptionalDouble.empty(),
                memoryAgeMillis * 1_000_000,
                diskAgeMillis * 1_000_000,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                "",
                "",
                "");
    }

    @Test
    void aStaleReadingNeitherRecoversNorEscalates() {
        disk(80);
        assertThat(hold(read(0.1, 0, 10_000, 2_001), 20 * DWELL_MS)).isEqualTo(EMERGENCY);
        assertThat(hold(read(0.1, 0, 10_000, 2_000), DWELL_MS)).isEqualTo(MINIMAL);
        assertThat(hold(read(0.1, 0, 10, 60_000), DWELL_MS)).isEqualTo(MINIMAL);

        controller = new DegradationController(DegradationConfig.defaults(), time);
        assertThat(hold(read(2, 60_000, 10_000, 0), DWELL_MS)).isEqualTo(NORMAL);
    }

    @Test
    void aStaleReadingOfOneResourceDoesNotHoldTheOtherBack() {
        memory(0.9);

        assertThat(hold(read(0.1, 0, 10_000, 60_000), 2 * DWELL_MS)).isEqualTo(NORMAL);
    }

    @Test
    void inShadowModeItDecidesAsEverAndTheLevelInForceStaysNormal() {
        controller = new DegradationController(DegradationConfig.defaults().withMode(DegradationMode.SHADOW), time);

        DegradationUpdate update = controller.update(status(0.96, 10_000));

        assertThat(update.level()).isEqualTo(NORMAL);
        assertThat(update.decidedLevel()).isEqualTo(EMERGENCY);
        assertThat(update.changed()).isFalse();
        assertThat(controller.level()).isEqualTo(NORMAL);
        assertThat(controller.decidedLevel()).isEqualTo(EMERGENCY);
        DecisionRecord decision = update.decision().orElseThrow();
        assertThat(decision.mode()).isEqualTo(DegradationMode.SHADOW);
        assertThat(decision.describe()).startsWith("(shadow) NORMAL -> EMERGENCY by memory.emergency");
        assertThat(hold(status(0.1, 10_000), 3 * DWELL_MS)).isEqualTo(NORMAL);
        assertThat(controller.decidedLevel()).isEqualTo(NORMAL);
    }

    @Test
    void anUnknownReadingInterruptsTheDwell() {
        memory(0.75);
        hold(status(0.1, 10_000), DWELL_MS - 400);
        controller.update(status(-1, 10_000));

        assertThat(hold(status(0.1, 10_000), DWELL_MS - 200)).isEqualTo(REDUCED);
    }

    @Test
    void whereConfiguredAnUnknownResourceCountsAsReducedAfterItsDwellAndNeverAsWorse() {
        controller = new DegradationController(DegradationConfig.defaults().withEscalateOnUnknown(true), time);

        memory(0.1);
        assertThat(hold(status(-1, 10_000), DWELL_MS - 200)).isEqualTo(NORMAL);
        assertThat(hold(status(-1, 10_000), 100 * DWELL_MS)).isEqualTo(REDUCED);

        controller = new DegradationController(DegradationConfig.defaults().withEscalateOnUnknown(true), time);
        assertThat(hold(status(0.1, -1), 100 * DWELL_MS)).isEqualTo(NORMAL);
    }

    @Test
    void withoutAutoRecoveryTheLevelNeverRecovers() {
        controller = new DegradationController(DegradationConfig.defaults().withAutoRecovery(false), time);
        memory(0.75);

        assertThat(hold(status(0, 100_000), 100 * DWELL_MS)).isEqualTo(REDUCED);
        assertThat(memory(0.9)).isEqualTo(MINIMAL);
        assertThat(hold(status(0, 100_000), 100 * DWELL_MS)).isEqualTo(MINIMAL);
    }

    @Test
    void switchedOffItStaysNormal() {
        controller = new DegradationController(DegradationConfig.defaults().withEnabled(false), time);

        assertThat(controller.update(status(2, 0)).level()).isEqualTo(NORMAL);
        assertThat(controller.update(status(2, 0)).changed()).isFalse();
    }

    @Test
    void cpuLoadNeverDecides() {
        ResourceStatus busy =
                new ResourceStatus(OptionalDouble.of(0.1), OptionalDouble.of(10_000), OptionalDouble.of(1));

        assertThat(hold(busy, 100 * DWELL_MS)).isEqualTo(NORMAL);
    }

    @Test
    void aGapDoesNotCountTowardsTheDwell() {
        memory(0.75);
        memory(0.1);
        time.advance(Duration.ofSeconds(60));

        assertThat(memory(0.1)).isEqualTo(REDUCED);
        assertThat(hold(status(0.1, 10_000), DWELL_MS)).isEqualTo(NORMAL);
    }

    @Test
    void aResetDwellStartsAnew() {
        memory(0.75);
        hold(status(0.1, 10_000), DWELL_MS - 400);
        controller.resetDwell();

        assertThat(hold(status(0.1, 10_000), DWELL_MS - 200)).isEqualTo(REDUCED);
    }

    @Test
    void aDecisionSaysWhatWasMeasuredAndWhy() {
        time.advanceMillis(3);
        DecisionRecord decision = controller
                .update(new ResourceStatus(
                        OptionalDouble.of(0.873),
                        OptionalDouble.of(5000),
                        OptionalDouble.of(0.5),
                        12_000_000,
                        0,
                        OptionalDouble.of(2.5),
                        OptionalLong.of(512 << 20),
                        "cgroup v1 /a",
                        "heap",
                        "out"))
                .decision()
                .orElseThrow();

        assertThat(decision.sequence()).isEqualTo(1);
        assertThat(decision.elapsedNanos()).isEqualTo(3_000_000);
        assertThat(decision.transition()).isEqualTo(LevelTransition.NORMAL_TO_MINIMAL);
        assertThat(decision.resource()).isEqualTo(Resource.MEMORY);
        assertThat(decision.mode()).isEqualTo(DegradationMode.ENFORCE);
        assertThat(decision.threshold()).isEqualTo(0.85);
        assertThat(decision.source()).isEqualTo("heap");
        assertThat(decision.limit()).hasValue(512 << 20);
        assertThat(decision.limitSource()).isEqualTo("cgroup v1 /a");
        assertThat(decision.readingAgeNanos()).isEqualTo(12_000_000);
        assertThat(decision.describe())
                .isEqualTo("NORMAL -> MINIMAL by memory.minimal: memory pressure 0.873 (heap) against 0.850,"
                        + " limit 512.0 MB (cgroup v1 /a), reading 12 ms old, exhausted in 2.5 s");
    }

    @Test
    void aRecoveryNamesTheResourceThatLetGo() {
        disk(80);
        time.advanceMillis(200);
        disk(5000);
        hold(status(0.1, 5000), DWELL_MS - 200);
        time.advanceMillis(200);
        DecisionRecord decision =
                controller.update(status(0.1, 5000)).decision().orElseThrow();

        assertThat(decision.transition()).isEqualTo(LevelTransition.EMERGENCY_TO_MINIMAL);
        assertThat(decision.describe())
                .isEqualTo("EMERGENCY -> MINIMAL by disk.recover: 5000.0 MB of disk free against 110.0 MB,"
                        + " reading 0 ms old");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onAnyTraceEscalationIsImmediateAndDescentsAreADwellApart(long seed) {
        Trace trace = Trace.random(seed, 20_000);

        List<String> decisions = replay(trace, DegradationConfig.defaults());

        assertThat(decisions).isNotEmpty();
        assertThat(replay(trace, DegradationConfig.defaults())).isEqualTo(decisions);
        assertThat(replay(trace, DegradationConfig.defaults().withMode(DegradationMode.SHADOW)))
                .isEqualTo(decisions.stream()
                        .map(decision -> "(shadow) " + decision)
                        .toList());
    }

    /**
     * As measured in real programs: one that fills its heap at 40 MB/s and empties it, twice, under the serial collector; and one
     * with a live set of a fifth and heavy churn under G1.
     */
    @ParameterizedTest
    @CsvSource({
        "leak.csv, reduced minimal recover minimal recover",
        "churn.csv, ''",
    })
    void onRecordedTracesItDecidesAsItDid(String recording, String rules) throws IOException {
        Trace trace = Trace.recorded(recording);

        List<String> decisions = replay(trace, DegradationConfig.defaults());

        assertThat(replay(trace, DegradationConfig.defaults())).isEqualTo(decisions);
        assertThat(decisions.stream()
                        .map(decision -> decision.replaceAll(".* by memory\\.(\\w+):.*", "$1"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(rules);
    }

    private static List<String> replay(Trace trace, DegradationConfig config) {
        ManualTime clock = new ManualTime();
        DegradationController replayed = new DegradationController(config, clock);
        List<String> decisions = new ArrayList<>();
        long lastDescent = clock.nanoTime() - DWELL_MS * 1_000_000;
        long started = clock.nanoTime();
        int descents = 0;
        for (Trace.Step step : trace.steps()) {
            clock.advanceMillis(step.afterMillis());
            DegradationLevel before = replayed.decidedLevel();
            DegradationUpdate update = replayed.update(status(step.pressure(), step.diskMb()));
            DegradationLevel after = update.decidedLevel();
            DegradationLevel demanded = DegradationLevel.worst(
                    step.pressure() < 0 ? NORMAL : MemoryThresholds.defaults().levelAt(step.pressure()),
                    step.diskMb() < 0 ? NORMAL : DiskThresholds.defaults().levelAt(step.diskMb()));
            assertThat(demanded.isWorseThan(after)).isFalse();
            if (after.isWorseThan(before)) {
                assertThat(after).isEqualTo(demanded);
            }
            if (before.isWorseThan(after)) {
                assertThat(after).isEqualTo(before.better());
                assertThat(clock.nanoTime() - lastDescent).isGreaterThanOrEqualTo(DWELL_MS * 1_000_000);
                lastDescent = clock.nanoTime();
                descents++;
            }
            update.decision().ifPresent(decision -> decisions.add(decision.describe()));
        }
        // What goes down has come up: no more changes than three up or one down for each descent.
        long dwells = (clock.nanoTime() - started) / (DWELL_MS * 1_000_000) + 1;
        assertThat((long) descents).isLessThanOrEqualTo(dwells);
        assertThat(decisions.size()).isLessThanOrEqualTo(2 * descents + 3);
        return decisions;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withoutAutoRecoveryNoTraceEverDescends(long seed) {
        DegradationController replayed =
                new DegradationController(DegradationConfig.defaults().withAutoRecovery(false), time);
        for (Trace.Step step : Trace.random(seed, 20_000).steps()) {
            time.advanceMillis(step.afterMillis());
            DegradationLevel before = replayed.level();
            DegradationLevel after =
                    replayed.update(status(step.pressure(), step.diskMb())).level();
            assertThat(before.isWorseThan(after)).isFalse();
        }
        assertThat(replayed.level()).isEqualTo(EMERGENCY);
    }

    /** The usage example of the chapter. */
    @Test
    void usage() {
        double memoryUsage = 0.75;
        double diskAvailableMb = 4096;
        double cpuLoad = 0.4;
        List<String> switchedOff = new ArrayList<>();

        DegradationController example = new DegradationController(DegradationConfig.defaults());
        ResourceStatus status = new ResourceStatus(
                OptionalDouble.of(memoryUsage), OptionalDouble.of(diskAvailableMb), OptionalDouble.of(cpuLoad));
        DegradationUpdate update = example.update(status);
        if (update.changed()) {
            DegradationActions actions = DegradationActions.forLevel(update.level());
            if (actions.skipDataQuality()) {
                switchedOff.add("data quality");
            }
            if (actions.terminate()) {
                switchedOff.add("everything");
            }
        }

        assertThat(switchedOff).containsExactly("data quality");
    }
}
