package dev.headroom.app.run;

import dev.headroom.degrade.DecisionRecord;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.degrade.DegradationMode;
import dev.headroom.degrade.Resource;
import dev.headroom.probe.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every change of level, in shadow mode what would have been one, and what else a run did because of its resources, for the log and the
 * manifest. Safe for use by many threads.
 */
final class DecisionLog {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    /** Beyond this many the oldest go, so that a manifest stays readable. */
    private static final int MOST_KEPT = 10_000;

    private final List<Manifest.Decision> decisions;
    private final LongSupplier position;
    private final TimeSource time;
    private final long startNanos;
    private long sequence;
    private DegradationLevel level = DegradationLevel.NORMAL;
    private Resource resource = Resource.MEMORY;

    /** Makes a log that goes on after earlier decisions; {@code position} tells how many ranges have been handed out. */
    DecisionLog(List<Manifest.Decision> earlier, LongSupplier position, TimeSource time) {
        this.decisions = new ArrayList<>(earlier);
        this.position = position;
        this.time = time;
        this.startNanos = time.nanoTime();
        this.sequence = earlier.isEmpty() ? 0 : earlier.get(earlier.size() - 1).sequence();
    }

    void add(DecisionRecord decision) {
        if (decision.transition().isEscalation() && decision.mode() == DegradationMode.ENFORCE) {
            LOG.warn("Level {}", decision.describe());
        } else {
            LOG.info("Level {}", decision.describe());
        }
        long afterRange = position.getAsLong();
        synchronized (this) {
            if (decision.mode() == DegradationMode.ENFORCE) {
                level = decision.transition().to();
            }
            resource = decision.resource();
            keep(new Manifest.Decision(
                    ++sequence,
                    decision.elapsedNanos() / 1_000_000,
                    afterRange,
                    decision.transition().from().name(),
                    decision.transition().to().name(),
                    decision.mode().name(),
                    decision.resource().name(),
                    decision.rule(),
                    orNull(decision.measured()),
                    orNull(decision.threshold()),
                    decision.source().isEmpty() ? null : decision.source(),
                    decision.limit().isPresent() ? decision.limit().getAsLong() : null,
                    decision.limit().isPresent() ? decision.limitSource() : null,
                    decision.readingAgeNanos() / 1_000_000,
                    orNull(decision.secondsToExhaustion()),
                    orNull(decision.status().memoryUsage()),
                    orNull(decision.status().diskAvailableMb()),
                    orNull(decision.status().cpuLoad())));
        }
    }

    /**
     * Keeps what the run did without a change of level.
     *
     * @param rule its name, such as {@code memory.soft_limit}
     * @param about the resource; null for that of the last change of level
     * @param measured what was measured; null if that says nothing
     * @param threshold what it was compared with; null likewise
     */
    void addAction(String rule, @Nullable Resource about, @Nullable Double measured, @Nullable Double threshold) {
        long afterRange = position.getAsLong();
        synchronized (this) {
            keep(new Manifest.Decision(
                    ++sequence,
                    (time.nanoTime() - startNanos) / 1_000_000,
                    afterRange,
                    level.name(),
                    level.name(),
                    DegradationMode.ENFORCE.name(),
                    (about == null ? resource : about).name(),
                    rule,
                    measured,
                    threshold,
                    null,
                    null,
                    null,
                    0,
                    null,
                    null,
                    null,
                    null));
        }
    }

    private void keep(Manifest.Decision decision) {
        if (decisions.size() == MOST_KEPT) {
            decisions.remove(0);
        }
        decisions.add(decision);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return orNull(value.orElse(Double.NaN));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    synchronized List<Manifest.Decision> decisions() {
        return List.copyOf(decisions);
    }
}
