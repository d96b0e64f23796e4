package dev.headroom.degrade;

import dev.headroom.probe.TimeSource;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Decides the level, and is the only one to do so.
 *
 * <p>Memory and disk each have a level with its own thresholds, hysteresis and dwell; the level is the worse of the two. It gets worse
 * at once, over several levels if need be, and better by one level per dwell. A resource that is unknown keeps its level. CPU load
 * is recorded and never decides.
 *
 * <p>Safe for several threads; {@link #level()} is one volatile read. Never blocks beyond its own lock. An update that changes nothing
 * allocates nothing.
 */
public final class DegradationController {
    private final DegradationConfig config;
    private final TimeSource time;
    private final ResourceLevel memory;
    private final ResourceLevel disk;
    private final long maxGapNanos;
    private final long startedAt;

    private volatile DegradationLevel level = DegradationLevel.NORMAL;
    private long lastUpdate;
    private long decisions;

    /**
     * Makes a controller at level Normal on the system's clock.
     *
     * @param config how the level follows the resources
     */
    public DegradationController(DegradationConfig config) {
        this(config, TimeSource.system());
    }

    /**
     * Makes a controller at level Normal.
     *
     * @param config how the level follows the resources
     * @param time the clock in which dwell is counted
     */
    public DegradationController(DegradationConfig config, TimeSource time) {
        this.config = config;
        this.time = time;
        this.memory = new ResourceLevel(config.memory().dwell().toNanos(), config.autoRecovery());
        this.disk = new ResourceLevel(config.disk().dwell().toNanos(), config.autoRecovery());
        this.maxGapNanos = config.maxGap().toNanos();
        this.startedAt = time.nanoTime();
        this.lastUpdate = startedAt;
    }

    /**
     * Returns the present level.
     *
     * @return the level of the last update
     */
    public DegradationLevel level() {
        return level;
    }

    /**
     * Takes note of the resources and decides.
     *
     * @param status what is known now
     * @return the level from now on, and whether and why it changed
     */
    public synchronized DegradationUpdate update(ResourceStatus status) {
        if (!config.enabled()) {
            return DegradationUpdate.unchanged(DegradationLevel.NORMAL);
        }
        long now = time.nanoTime();
        if (now - lastUpdate > maxGapNanos) {
            resetDwell();
        }
        lastUpdate = now;

        DegradationLevel memoryBefore = memory.level();
        OptionalDouble pressure = status.memoryUsage();
        if (pressure.isPresent()) {
            double value = pressure.getAsDouble();
            memory.known(config.memory().levelAt(value), config.memory().recoveryLevelAt(value), now);
        } else {
            memory.unknown(config.escalateOnUnknown(), now);
        }
        OptionalDouble available = status.diskAvailableMb();
        if (available.isPresent()) {
            double value = available.getAsDouble();
            disk.known(config.disk().levelAt(value), config.disk().recoveryLevelAt(value), now);
        } else {
            disk.unknown(config.escalateOnUnknown(), now);
        }

        DegradationLevel before = level;
        DegradationLevel after = DegradationLevel.worst(memory.level(), disk.level());
        if (after == before) {
            return DegradationUpdate.unchanged(after);
        }
        level = after;
        LevelTransition transition = LevelTransition.between(before, after);
        // Worse: who is at the new level. Better: who had been at the old one, and has stepped down.
        boolean byMemory = transition.isEscalation() ? memory.level() == after : memoryBefore == before;
        return DegradationUpdate.changed(
                byMemory ? memoryDecision(transition, status, now) : diskDecision(transition, status, now));
    }

    /** Makes what was seen so far no longer count towards a dwell, as after a suspension of the process. Keeps the level. */
    public synchronized void resetDwell() {
        memory.gap();
        disk.gap();
    }

    private DecisionRecord memoryDecision(LevelTransition transition, ResourceStatus status, long now) {
        MemoryThresholds thresholds = config.memory();
        double threshold = transition.isEscalation()
                ? thresholds.thresholdOf(transition.to())
                : thresholds.thresholdOf(transition.from()) - thresholds.hysteresis();
        return decision(Resource.MEMORY, status.memoryUsage(), threshold, transition, status, now);
    }

    private DecisionRecord diskDecision(LevelTransition transition, ResourceStatus status, long now) {
        DiskThresholds thresholds = config.disk();
        double threshold = transition.isEscalation()
                ? thresholds.thresholdOf(transition.to())
                : thresholds.thresholdOf(transition.from()) * (1 + thresholds.hysteresis());
        return decision(Resource.DISK, status.diskAvailableMb(), threshold, transition, status, now);
    }

    private DecisionRecord decision(
            Resource resource,
            OptionalDouble measured,
            double threshold,
            LevelTransition transition,
            ResourceStatus status,
            long now) {
        String rule;
        if (measured.isEmpty()) {
            rule = "unknown";
        } else {
            rule = transition.isEscalation() ? lowerCase(transition.to()) : "recover";
        }
        decisions++;
        return new DecisionRecord(
                decisions,
                now - startedAt,
                transition,
                resource,
                lowerCase(resource) + "." + rule,
                measured.orElse(Double.NaN),
                measured.isPresent() ? threshold : Double.NaN,
                status.readingAgeNanos(),
                status.secondsToExhaustion(),
                status);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
