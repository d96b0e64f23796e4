package dev.headroom.app.run;

import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.app.config.OnEmergency;
import dev.headroom.degrade.Resource;
import dev.headroom.probe.TimeSource;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether, and for how long, a run waits for an emergency to pass instead of stopping. Safe for use by many threads. */
final class EmergencyWait {
    private static final Logger LOG = LoggerFactory.getLogger(EmergencyWait.class);

    private final Emergency policy;
    private final TimeSource time;
    private final DecisionLog decisions;
    private final Runnable onWait;
    private volatile boolean waiting;
    private volatile long since;

    /** Makes a wait that has not begun; {@code onWait} is called when one begins. */
    EmergencyWait(Emergency policy, TimeSource time, DecisionLog decisions, Runnable onWait) {
        this.policy = policy;
        this.time = time;
        this.decisions = decisions;
        this.onWait = onWait;
    }

    /**
     * Takes note of an emergency, and tells whether the run waits for it to pass.
     *
     * @param resource what is short; null for what the last change of level was about
     * @return false if the run has to stop
     */
    synchronized boolean waitsFor(@Nullable Resource resource, String reason) {
        if (policy.action() == OnEmergency.STOP) {
            return false;
        }
        if (!waiting) {
            since = time.nanoTime();
            waiting = true;
            LOG.warn(
                    "Waiting up to {} s for the emergency to pass: {}",
                    policy.maxWait().toMillis() / 1e3,
                    reason);
            decisions.addAction("emergency.wait", resource, null, null);
            onWait.run();
        }
        if (time.nanoTime() - since < policy.maxWait().toNanos()) {
            return true;
        }
        decisions.addAction("emergency.give_up", resource, null, null);
        return false;
    }

    /** The emergency, if there was one, has passed. */
    void passed() {
        if (waiting) {
            end();
        }
    }

    private synchronized void end() {
        if (waiting) {
            waiting = false;
            LOG.warn(
                    "The emergency has passed after {} s: going on",
                    String.format(Locale.ROOT, "%.1f", (time.nanoTime() - since) / 1e9));
            decisions.addAction("emergency.go_on", null, null, null);
        }
    }

    boolean isWaiting() {
        return waiting;
    }

    /** For how long the run has been waiting; empty while it does not. */
    OptionalDouble seconds() {
        return waiting ? OptionalDouble.of((time.nanoTime() - since) / 1e9) : OptionalDouble.empty();
    }

    /** What is added to the reason of a stop. */
    String outcome() {
        return waiting
                ? String.format(
                        Locale.ROOT,
                        "; waited %.1f s, the longest that is configured",
                        policy.maxWait().toMillis() / 1e3)
                : "";
    }
}
