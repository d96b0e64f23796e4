package dev.headroom.guard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link CpuProbe} owes. Extend it, and open the probe. */
public abstract class CpuProbeContract {
    private static final long WORK_NANOS = Duration.ofMillis(100).toNanos();
    /** No process has run for so long. */
    private static final long MOST_NANOS = Duration.ofDays(36_500).toNanos();

    /** For subclasses. */
    protected CpuProbeContract() {}

    /**
     * Opens the probe.
     *
     * @return a new probe of this process
     */
    protected abstract CpuProbe open();

    /**
     * Says whether the probe knows the CPU time of the process.
     *
     * @return true unless overridden
     */
    protected boolean knowsProcessTime() {
        return true;
    }

    /**
     * Says whether the probe knows the CPU time of the machine.
     *
     * @return true unless overridden
     */
    protected boolean knowsHostTime() {
        return true;
    }

    /**
     * States what a reading allocates once it has warmed up.
     *
     * @return bytes at most; 0 unless overridden
     */
    protected long allocatedByAReading() {
        return 0;
    }

    private static CpuReading detailed(CpuProbe probe) {
        CpuReading reading = new CpuReading();
        probe.readDetailed(reading);
        return reading;
    }

    /** What is known is known, what is unknown says why, and there are CPUs. */
    @Test
    public final void figuresFitTogether() {
        try (CpuProbe probe = open()) {
            CpuReading reading = detailed(probe);
            assertEquals(knowsProcessTime(), reading.processTime().isValue(), "process: " + reading.processTime());
            assertEquals(knowsHostTime(), reading.hostTotalTime().isValue(), "machine: " + reading.hostTotalTime());
            ProbeAssertions.assertNotZero("the CPU time of the process", reading.processTime());
            ProbeAssertions.assertSound("the busy time of the machine", reading.hostBusyTime());
            ProbeAssertions.assertSound("the stolen time of the machine", reading.hostStolenTime());
            ProbeAssertions.assertSound("the time of the machine", reading.hostTotalTime());
            ProbeAssertions.assertSound("the throttled time", reading.throttledTime());
            ProbeAssertions.assertSound("the stalled time", reading.stalledTime());
            ProbeAssertions.assertNotZero("the quota", reading.quotaMillis());
            ProbeAssertions.assertNotZero("the number of processors", reading.processors());
            assertTrue(reading.processTime().valueOr(0) < MOST_NANOS, "CPU time is in nanoseconds");
            if (reading.hostTotalTime().isValue()) {
                assertTrue(
                        reading.hostBusyTime().valueOr(0)
                                        + reading.hostStolenTime().valueOr(0)
                                <= reading.hostTotalTime().value(),
                        "busy and stolen time are parts of all time");
            }
        }
    }

    /** A tenth of a second of work is a tenth of a second, within what ticks and other threads blur. */
    @Test
    public final void processTimeIsNanosecondsAndGrows() {
        try (CpuProbe probe = open()) {
            CpuReading reading = detailed(probe);
            if (!reading.processTime().isValue()) {
                return;
            }
            long before = reading.processTime().value();
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long end = threads.getCurrentThreadCpuTime() + WORK_NANOS;
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
            probe.readFast(reading);
            long used = reading.processTime().value() - before;
            assertTrue(used >= WORK_NANOS / 2, used + " ns of CPU time after " + WORK_NANOS + " ns of work");
            assertTrue(used <= WORK_NANOS * 100, used + " ns of CPU time after " + WORK_NANOS + " ns of work");
        }
    }

    /** Counters never fall. */
    @Test
    public final void countersGrow() {
        try (CpuProbe probe = open()) {
            CpuReading reading = detailed(probe);
            long total = reading.hostTotalTime().valueOr(0);
            long busy = reading.hostBusyTime().valueOr(0);
            long throttled = reading.throttledTime().valueOr(0);
            for (int i = 0; i < 20; i++) {
                probe.readDetailed(reading);
                assertTrue(reading.hostTotalTime().valueOr(0) >= total, "the time of the machine fell");
                assertTrue(reading.hostBusyTime().valueOr(0) >= busy, "the busy time of the machine fell");
                assertTrue(reading.throttledTime().valueOr(0) >= throttled, "the throttled time fell");
                total = reading.hostTotalTime().valueOr(0);
                busy = reading.hostBusyTime().valueOr(0);
                throttled = reading.throttledTime().valueOr(0);
            }
        }
    }

    /** A reading costs next to nothing. */
    @Test
    public final void readingsAllocateWhatIsStated() {
        try (CpuProbe probe = open()) {
            CpuReading reading = detailed(probe);
            ProbeAssertions.assertAllocates(allocatedByAReading(), () -> probe.readFast(reading));
            ProbeAssertions.assertAllocates(allocatedByAReading(), () -> probe.readDetailed(reading));
        }
    }

    /** A probe is handed from thread to thread, and many live side by side. */
    @Test
    public final void anotherThreadMayTakeOver() throws InterruptedException {
        CpuProbe neighbour = open();
        try (CpuProbe probe = open()) {
            CpuReading reading = detailed(probe);
            neighbour.close();
            ProbeAssertions.onAnotherThread(() -> probe.readDetailed(reading));
            assertEquals(knowsProcessTime(), reading.processTime().isValue(), "process: " + reading.processTime());
        }
    }

    /** An interrupt disturbs no reading, and no reading swallows it. */
    @Test
    public final void interruptsDoNotDisturb() {
        try (CpuProbe probe = open()) {
            CpuReading reading = detailed(probe);
            ProbeAssertions.assertIgnoresInterrupt(() -> probe.readDetailed(reading), reading.hostTotalTime());
        }
    }

    /** Closing twice is as good as closing once, and a reading afterwards does not throw. */
    @Test
    public final void closedIsClosed() {
        CpuProbe probe = open();
        CpuReading reading = detailed(probe);
        probe.close();
        probe.close();
        probe.readFast(reading);
        probe.readDetailed(reading);
        ProbeAssertions.assertNotZero("the time of the machine after closing", reading.hostTotalTime());
    }

    /** People are told what is read. */
    @Test
    public final void theSourceIsNamed() {
        try (CpuProbe probe = open()) {
            ProbeAssertions.assertOneLine("the source", probe.source());
        }
    }
}
