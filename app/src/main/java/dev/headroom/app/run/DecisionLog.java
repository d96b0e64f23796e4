package dev.headroom.app.run;

import dev.headroom.degrade.DecisionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every change of level, for the log and the manifest. Safe for use by many threads. */
final class DecisionLog {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    /** Beyond this many the oldest go, so that a manifest stays readable. */
    private static final int MOST_KEPT = 10_000;

    private final List<Manifest.Decision> decisions;
    private final LongSupplier position;
    private long sequence;

    /** Makes a log that goes on after earlier decisions; {@code position} tells how many ranges have been handed out. */
    DecisionLog(List<Manifest.Decision> earlier, LongSupplier position) {
        this.decisions = new ArrayList<>(earlier);
        this.position = position;
        this.sequence = earlier.isEmpty() ? 0 : earlier.get(earlier.size() - 1).sequence();
    }

    void add(DecisionRecord decision) {
        if (decision.transition().to().isWorseThan(decision.transition().from())) {
            LOG.warn("Level {}", decision.describe());
        } else {
            LOG.info("Level {}", decision.describe());
        }
        long afterRange = position.getAsLong();
        synchronized (this) {
            if (decisions.size() == MOST_KEPT) {
                decisions.remove(0);
            }
            decisions.add(new Manifest.Decision(
                    ++sequence,
                    decision.elapsedNanos() / 1_000_000,
                    afterRange,
                    decision.transition().from().name(),
                    decision.transition().to().name(),
                    decision.resource().name(),
                    decision.rule(),
                    orNull(decision.measured()),
                    orNull(decision.threshold()),
                    decision.readingAgeNanos() / 1_000_000,
                    decision.secondsToExhaustion().isPresent()
                            ? decision.secondsToExhaustion().getAsDouble()
                            : null));
        }
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    synchronized List<Manifest.Decision> decisions() {
        return List.copyOf(decisions);
    }
}
