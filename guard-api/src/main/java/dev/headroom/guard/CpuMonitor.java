package dev.headroom.guard;

import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.Reading;
import dev.headroom.probe.TimeSource;
import java.util.OptionalDouble;
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

    private final CpuMonitorConfig config;
    private final CpuProbe probe;
    private final TimeSource time;
    private final CpuReading reading = new CpuReading();

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
     * Waits for the configured delay if throttling is on and the load is critical by the last reading. Blocks for no longer than that; an
     * interrupt ends the wait and stays set.
     *
     * @return whether it waited
     */
    public boolean maybeThrottle() {
        if (!config.autoThrottle() || !status.critical() || config.throttleDelayMs() == 0) {
            return false;
        }
        try {
            time.sleep(config.throttleDelayMs() * 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** Forgets the last reading, as after a suspension of the process. */
    synchronized void forget() {
        read = false;
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
            status = judge(
                    Double.isNaN(hostLoad) ? Math.min(1, processLoad) : hostLoad,
                    Math.min(1, processLoad),
                    throttledShare,
                    stolenShare,
                    outside);
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
        boolean critical;
        if (config.criticalIsCeiling()) {
            critical = processLoad >= config.criticalLoadThreshold();
        } else {
            boolean contended = stolen >= HELD_BACK || outside >= OTHERS_WANT_CPUS;
            critical = throttled >= HELD_BACK || (contended && load >= config.criticalLoadThreshold());
        }
        return new CpuStatus(
                optional(load),
                optional(processLoad),
                optional(throttled),
                optional(stolen),
                optional(outside),
                load >= config.highLoadThreshold(),
                critical);
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
