package dev.headroom.guard;

import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.Reading;
import dev.headroom.probe.TimeSource;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the load of the CPUs, and slows its caller down where that is called for. Load never changes what a run writes.
 *
 * <p>Loads are differences between two readings, so there is none after the first one, and none after a reading that failed. Safe for
 * several threads; a reading of about 10 µs is due once per interval.
 */
public final class CpuMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CpuMonitor.class);
    /** From this part of the time on, a quota, a hypervisor or other processes are a reason to take less. */
    private static final double HELD_BACK = 0.05;

    private static final double OTHERS_WANT_CPUS = 0.20;
    /** From this load on a machine has no CPU to spare; where the critical threshold is a ceiling, it says nothing about the machine. */
    private static final double BUSY = 0.95;

    /** A wait is made of steps of at most this length, so that it can be called off. */
    private static final long LONGEST_STEP_NANOS = 50_000_000L;

    /** No caller of the throttle waits for longer where a ceiling is held. */
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000L;

    private final CpuMonitorConfig config;
    private final CpuProbe probe;
    private final TimeSource time;
    private final CpuReading reading = new CpuReading();
    private final CpuBudget budget;
    private final AtomicLong waited = new AtomicLong();

    private @Nullable WorkerPermits permits;
    private boolean told;
    private boolean read;
    private boolean probeFailed;
    private long lastReadAt;
    private long lastProcess;
    private long lastBusy;
    private long lastStolen;
    private long lastTotal;
    private long lastThrottled;
    private volatile CpuStatus status = CpuStatus.UNKNOWN;

    /**
     * Makes a monitor that measures with the best probe that is found.
     *
     * @param config the thresholds
     */
    public CpuMonitor(CpuMonitorConfig config) {
        this(config, ProbeSelection.load().openCpuProbe(), TimeSource.system());
    }

    /**
     * Makes a monitor.
     *
     * @param config the thresholds
     * @param probe measures the CPUs; closed with this monitor
     * @param time the clock for intervals and loads, and the way to wait
     */
    public CpuMonitor(CpuMonitorConfig config, CpuProbe probe, TimeSource time) {
        this.config = config;
        this.probe = probe;
        this.time = time;
        this.budget = new CpuBudget(config.criticalLoadThreshold());
    }

    /**
     * Returns permits for the workers of a program, of which there are fewer while a quota or others hold the process back. They follow
     * the readings from now on.
     *
     * @param workers how many workers there are, at least 1
     * @return the permits; another call makes others, and these no longer change
     */
    public synchronized WorkerPermits workerPermits(int workers) {
        WorkerPermits made = new WorkerPermits(workers);
        permits = made;
        return made;
    }

    /**
     * Returns the load of the machine; reads if the interval is over.
     *
     * @return 0 to 1; empty if it is unknown, as after the first reading
     */
    public OptionalDouble sample() {
        return status().load();
    }

    /**
     * Returns what is known; reads if the interval is over.
     *
     * @return the status
     */
    public CpuStatus status() {
        readIfDue();
        return status;
    }

    /** What was last found, without a reading: one volatile read. */
    CpuStatus lastStatus() {
        return status;
    }

    /**
     * Slows the caller down if throttling is on and called for. Where the critical threshold is a ceiling, the process is held to that
     * share of the CPUs that it may use: the caller waits, in steps of the configured delay or less, until the process has used no more,
     * for one second at most. Otherwise it waits for the configured delay while the load is critical by the last reading. An interrupt
     * ends the wait and stays set. Without a wait it takes about 1 µs.
     *
     * @return whether it waited
     */
    public boolean maybeThrottle() {
        return maybeThrottle(() -> false);
    }

    /**
     * Does the same as {@link #maybeThrottle()}, and ends the wait early where it is called off.
     *
     * @param calledOff asked every 50 ms of a wait
     * @return whether it waited
     */
    public boolean maybeThrottle(BooleanSupplier calledOff) {
        if (!config.enabled() || !config.autoThrottle() || config.throttleDelayMs() == 0) {
            return false;
        }
        long delay = config.throttleDelayMs() * 1_000_000;
        if (!config.criticalIsCeiling()) {
            return status.critical() && await(delay, calledOff);
        }
        long start = time.nanoTime();
        boolean wait = false;
        for (long owed = owedNanos(); owed > 0; owed = owedNanos()) {
            tellOnce();
            if (!await(Math.min(owed, delay), calledOff) || time.nanoTime() - start >= LONGEST_WAIT_NANOS) {
                return true;
            }
            wait = true;
        }
        return wait;
    }

    /** Waits; false if that was called off or interrupted. */
    private boolean await(long nanos, BooleanSupplier calledOff) {
        try {
            for (long left = nanos; left > 0; left -= LONGEST_STEP_NANOS) {
                if (calledOff.getAsBoolean()) {
                    return false;
                }
                long step = Math.min(left, LONGEST_STEP_NANOS);
                time.sleep(step);
                waited.addAndGet(step);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How long the process would have to wait to be at its ceiling again; 0 while that is unknown, so that nothing sticks. */
    private synchronized long owedNanos() {
        try {
            if (!read) {
                readIfDue();
            }
            probe.readFast(reading);
        } catch (RuntimeException | LinkageError e) {
            reading.processTime().setUnknown("the probe failed");
        }
        if (!reading.processTime().isValue()) {
            budget.reset();
            return 0;
        }
        return budget.charge(time.nanoTime(), reading.processTime().value(), capacity());
    }

    private synchronized void tellOnce() {
        if (!told) {
            told = true;
            LOG.info(
                    "Holding the process to {} of {} CPUs",
                    config.criticalLoadThreshold(),
                    String.format(Locale.ROOT, "%.2f", capacity()));
        }
    }

    /** For how long callers have waited in all, in nanoseconds, added over threads. */
    long waitedNanos() {
        return waited.get();
    }

    /** Forgets the last reading, as after a suspension of the process. */
    synchronized void forget() {
        read = false;
        budget.reset();
        status = CpuStatus.UNKNOWN;
    }

    private synchronized void readIfDue() {
        if (!config.enabled()) {
            return;
        }
        long now = time.nanoTime();
        if (!read || now - lastReadAt >= config.sampleIntervalMs() * 1_000_000) {
            readProbe();
            compare(now);
        }
    }

    private void readProbe() {
        try {
            probe.readDetailed(reading);
            probeFailed = false;
        } catch (RuntimeException | LinkageError e) {
            if (!probeFailed) {
                LOG.warn("The CPU probe failed; the load is unknown", e);
            }
            probeFailed = true;
        }
    }

    private void compare(long now) {
        if (probeFailed) {
            read = false;
            status = CpuStatus.UNKNOWN;
            return;
        }
        double elapsed = now - lastReadAt;
        long process = count(reading.processTime());
        long busy = count(reading.hostBusyTime());
        long stolen = count(reading.hostStolenTime());
        long total = count(reading.hostTotalTime());
        long throttled = count(reading.throttledTime());
        if (read && elapsed > 0) {
            double processTime = difference(process, lastProcess);
            double hostTime = difference(total, lastTotal);
            double busyShare = share(difference(busy, lastBusy), hostTime);
            double stolenShare = share(difference(stolen, lastStolen), hostTime);
            double processLoad = share(processTime, elapsed * capacity());
            double hostLoad = Math.min(1, busyShare + (Double.isNaN(stolenShare) ? 0 : stolenShare));
            double outside = Math.max(0, busyShare - Math.min(1, share(processTime, hostTime)));
            double throttledShare = difference(throttled, lastThrottled) / elapsed;
            CpuStatus judged = judge(
                    Double.isNaN(hostLoad) ? Math.min(1, processLoad) : hostLoad,
                    Math.min(1, processLoad),
                    throttledShare,
                    stolenShare,
                    outside);
            WorkerPermits present = permits;
            if (present != null) {
                present.observe(judged, capacity());
                judged = judged.withWorkerPermits(present.allowed());
            }
            status = judged;
        }
        read = true;
        lastReadAt = now;
        lastProcess = process;
        lastBusy = busy;
        lastStolen = stolen;
        lastTotal = total;
        lastThrottled = throttled;
    }

    private CpuStatus judge(double load, double processLoad, double throttled, double stolen, double outside) {
        boolean heldByQuota = throttled >= HELD_BACK;
        double busy = config.criticalIsCeiling() ? BUSY : config.criticalLoadThreshold();
        boolean contended = load >= busy && (stolen >= HELD_BACK || outside >= OTHERS_WANT_CPUS);
        boolean critical =
                config.criticalIsCeiling() ? processLoad >= config.criticalLoadThreshold() : heldByQuota || contended;
        return new CpuStatus(
                optional(load),
                optional(processLoad),
                optional(throttled),
                optional(stolen),
                optional(outside),
                OptionalDouble.of(capacity()),
                load >= config.highLoadThreshold(),
                critical,
                heldByQuota,
                contended,
                OptionalInt.empty());
    }

    /** How many CPUs this process may use, with fractions. */
    private double capacity() {
        double processors = (double) Math.max(1, reading.processors().valueOr(1));
        return reading.quotaMillis().isValue()
                ? Math.max(0.001, Math.min(processors, reading.quotaMillis().value() / 1000.0))
                : processors;
    }

    private static long count(Reading counter) {
        return counter.valueOr(-1);
    }

    /** NaN, and so no part of any comparison, if either is unknown or the counter was set back. */
    private static double difference(long now, long before) {
        return now < 0 || before < 0 || now < before ? Double.NaN : (double) (now - before);
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Says what is measured, for people.
     *
     * @return the probe's files or system calls
     */
    public String source() {
        return probe.source();
    }

    @Override
    public void close() {
        probe.close();
    }
}
