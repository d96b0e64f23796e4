package dev.headroom.degrade;

import dev.headroom.probe.TimeSource;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Decides the level, and is the only one to do so.
 *
 * <p>Memory and disk each have a level with its own thresholds, hysteresis and dwell; the level is the worse of the two. It gets worse
 * at once, over several levels if need be, and better by one level per dwell. A resource that is unknown, or was read too long ago,
 * keeps its level. CPU load is recorded and never decides.
 *
 * <p>Time is elapsed time: setting the wall clock has no effect. The same updates at the same times give the same decisions.
 *
 * <p>Safe for several threads; {@link #level()} is one volatile read. Never blocks beyond its own lock. An update that changes nothing
 * allocates nothing beyond its answer.
 */
public final class DegradationController {
    private final DegradationConfig config;
    private final TimeSource time;
    private final ResourceLevel memory;
    private final ResourceLevel disk;
    private final long maxGapNanos;
    private final long maxReadingAgeNanos;
    private final long startedAt;

    private volatile DegradationLevel decidedLevel = DegradationLevel.NORMAL;
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
        this.maxReadingAgeNanos = config.maxReadingAge().toNanos();
        this.startedAt = time.nanoTime();
        this.lastUpdate = startedAt;
    }

    /**
     * Returns the level in force.
     *
     * @return the level of the last update; always Normal in shadow mode
     */
    public DegradationLevel level() {
        return config.mode() == DegradationMode.SHADOW ? DegradationLevel.NORMAL : decidedLevel;
    }

    /**
     * Returns the level that was decided on.
     *
     * @return the level in force, or what it would be without shadow mode
     */
    public DegradationLevel decidedLevel() {
        return decidedLevel;
    }

    /**
     * Takes note of the resources and decides.
     *
     * @param status what is known now
     * @return the level from now on, and whether and why it changed
     */
    public synchronized DegradationUpdate update(ResourceStatus status) {
        if (!config.enabled()) {
            return DegradationUpdate.of(config.mode(), DegradationLevel.NORMAL, null);
        }
        long now = time.nanoTime();
        if (now - lastUpdate > maxGapNanos) {
            resetDwell();
        }
        lastUpdate = now;

        DegradationLevel memoryBefore = memory.level();
        if (isMemoryKnown(status)) {
            double value = status.memoryUsage().getAsDouble();
            memory.known(config.memory().levelAt(value), config.memory().recoveryLevelAt(value), now);
        } else {
            memory.unknown(config.escalateOnUnknown(), now);
        }
        if (isDiskKnown(status)) {
            double value = status.diskAvailableMb().getAsDouble();
            disk.known(config.disk().levelAt(value), config.disk().recoveryLevelAt(value), now);
        } else {
            disk.unknown(config.escalateOnUnknown(), now);
        }

        DegradationLevel before = decidedLevel;
        DegradationLevel after = DegradationLevel.worst(memory.level(), disk.level());
        if (after == before) {
            return DegradationUpdate.of(config.mode(), after, null);
        }
        decidedLevel = after;
        LevelTransition transition = LevelTransition.between(before, after);
        // Worse: who is at the new level. Better: who had been at the old one, and has stepped down.
        boolean byMemory = transition.isEscalation() ? memory.level() == after : memoryBefore == before;
        decisions++;
        DecisionRecord decision =
                byMemory ? memoryDecision(transition, status, now) : diskDecision(transition, status, now);
        return DegradationUpdate.of(config.mode(), after, decision);
    }

    private boolean isMemoryKnown(ResourceStatus status) {
        return status.memoryUsage().isPresent() && status.memoryAgeNanos() <= maxReadingAgeNanos;
    }

    private boolean isDiskKnown(ResourceStatus status) {
        return status.diskAvailableMb().isPresent() && status.diskAgeNanos() <= maxReadingAgeNanos;
    }

    /** Makes what was seen so far no longer count towards a dwell, as after a suspension of the process. Keeps the level. */
    public synchronized void resetDwell() {
        memory.gap();
        disk.gap();
    }

    private DecisionRecord memoryDecision(LevelTransition transition, ResourceStatus status, long now) {
        MemoryThresholds thresholds = config.memory();
        boolean known = isMemoryKnown(status);
        double threshold = transition.isEscalation()
                ? thresholds.thresholdOf(transition.to())
                : thresholds.thresholdOf(transition.from()) - thresholds.hysteresis();
        return new DecisionRecord(
                decisions,
                now - startedAt,
                transition,
                config.mode(),
                Resource.MEMORY,
                rule(Resource.MEMORY, transition, known),
                known ? status.memoryUsage().getAsDouble() : Double.NaN,
                known ? threshold : Double.NaN,
                status.memorySource(),
                status.memoryLimit(),
                status.memoryLimitSource(),
                status.memoryAgeNanos(),
                status.secondsToExhaustion(),
                status);
    }

    private DecisionRecord diskDecision(LevelTransition transition, ResourceStatus status, long now) {
        DiskThresholds thresholds = config.disk();
        boolean known = isDiskKnown(status);
        double threshold = transition.isEscalation()
                ? thresholds.thresholdOf(transition.to())
                : thresholds.thresholdOf(transition.from()) * (1 + thresholds.hysteresis());
        return new DecisionRecord(
                decisions,
                now - startedAt,
                transition,
                config.mode(),
                Resource.DISK,
                rule(Resource.DISK, transition, known),
                known ? status.diskAvailableMb().getAsDouble() : Double.NaN,
                known ? threshold : Double.NaN,
                status.diskSource(),
                OptionalLong.empty(),
                "",
                status.diskAgeNanos(),
                status.secondsToExhaustion(),
                status);
    }

    private static String rule(Resource resource, LevelTransition transition, boolean known) {
        String reason = known ? transition.isEscalation() ? lowerCase(transition.to()) : "recover" : "unknown";
        return lowerCase(resource) + "." + reason;
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
