package dev.headroom.guard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import org.junit.jupiter.api.Test;

/** What every {@link MemoryProbe} owes. Extend it, and open the probe. */
public abstract class MemoryProbeContract {
    /** No JVM lives on less; figures in pages or kilobytes show here. */
    private static final long LEAST_PROCESS = 8L << 20;
    /** No machine has so much; figures multiplied once too often show here. */
    private static final long MOST_BYTES = 1L << 50;

    /** For subclasses. */
    protected MemoryProbeContract() {}

    /**
     * Opens the probe.
     *
     * @return a new probe of this process
     */
    protected abstract MemoryProbe open();

    /**
     * Says whether the probe knows the resident set of the process.
     *
     * @return true unless overridden
     */
    protected boolean knowsResident() {
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

    private static MemoryReading detailed(MemoryProbe probe) {
        MemoryReading reading = new MemoryReading();
        probe.readDetailed(reading);
        return reading;
    }

    /** Everything is bytes, nothing is 0 for want of knowledge, and what is unknown says why. */
    @Test
    public final void figuresAreBytesAndPlausible() {
        try (MemoryProbe probe = open()) {
            MemoryReading reading = detailed(probe);
            assertEquals(knowsResident(), reading.resident().isValue(), "resident memory: " + reading.resident());
            ProbeAssertions.assertNotZero("resident memory", reading.resident());
            ProbeAssertions.assertNotZero("peak resident memory", reading.peakResident());
            ProbeAssertions.assertNotZero("the working set", reading.workingSet());
            ProbeAssertions.assertSound("shared memory", reading.sharedMemory());
            if (reading.resident().isValue()) {
                long resident = reading.resident().value();
                assertTrue(resident >= LEAST_PROCESS, resident + " bytes are too few for a JVM; is it another unit?");
                assertTrue(resident < MOST_BYTES, resident + " bytes are too many; is it another unit?");
            }
        }
    }

    /** There is a domain at least, each with a name of its own, and a limit is never 0. */
    @Test
    public final void domainsHaveNamesAndLimits() {
        try (MemoryProbe probe = open()) {
            MemoryReading reading = detailed(probe);
            assertTrue(reading.domainCount() >= 1, "no domain: not even the machine's memory");
            for (int i = 0; i < reading.domainCount(); i++) {
                MemoryDomain domain = reading.domain(i);
                ProbeAssertions.assertOneLine("the name of domain " + i, domain.name());
                ProbeAssertions.assertNotZero("the limit of " + domain.name(), domain.limit());
                ProbeAssertions.assertSound("the usage of " + domain.name(), domain.usage());
                ProbeAssertions.assertSound("the working set of " + domain.name(), domain.workingSet());
                for (int j = 0; j < i; j++) {
                    assertFalse(reading.domain(j).name().equals(domain.name()), "two domains " + domain.name());
                }
            }
        }
    }

    /** A fast reading leaves what it does not read as the detailed one had it. */
    @Test
    public final void aFastReadingKeepsTheRest() {
        try (MemoryProbe probe = open()) {
            MemoryReading reading = detailed(probe);
            int domains = reading.domainCount();
            String limit = reading.domain(0).limit().toString();
            probe.readFast(reading);
            assertEquals(domains, reading.domainCount());
            assertEquals(limit, reading.domain(0).limit().toString());
            assertEquals(knowsResident(), reading.resident().isValue(), "resident memory: " + reading.resident());
        }
    }

    /** A reading costs next to nothing, so that it can be taken a hundred times a second. */
    @Test
    public final void readingsAllocateWhatIsStated() {
        try (MemoryProbe probe = open()) {
            MemoryReading reading = detailed(probe);
            ProbeAssertions.assertAllocates(allocatedByAReading(), () -> probe.readFast(reading));
            ProbeAssertions.assertAllocates(allocatedByAReading(), () -> probe.readDetailed(reading));
        }
    }

    /** A probe is handed from thread to thread, and many live side by side. */
    @Test
    public final void anotherThreadMayTakeOver() throws InterruptedException {
        MemoryProbe neighbour = open();
        try (MemoryProbe probe = open()) {
            MemoryReading reading = detailed(probe);
            neighbour.close();
            ProbeAssertions.onAnotherThread(() -> probe.readDetailed(reading));
            assertEquals(knowsResident(), reading.resident().isValue(), "resident memory: " + reading.resident());
        }
    }

    /** An interrupt disturbs no reading, and no reading swallows it. */
    @Test
    public final void interruptsDoNotDisturb() {
        try (MemoryProbe probe = open()) {
            MemoryReading reading = detailed(probe);
            ProbeAssertions.assertIgnoresInterrupt(() -> probe.readDetailed(reading), reading.resident());
        }
    }

    /** Closing twice is as good as closing once, and a reading afterwards neither throws nor invents. */
    @Test
    public final void closedIsClosed() {
        MemoryProbe probe = open();
        MemoryReading reading = detailed(probe);
        probe.close();
        probe.close();
        probe.readFast(reading);
        probe.readDetailed(reading);
        ProbeAssertions.assertNotZero("resident memory after closing", reading.resident());
    }

    /** People are told what is read. */
    @Test
    public final void theSourceIsNamed() {
        try (MemoryProbe probe = open()) {
            ProbeAssertions.assertOneLine("the source", probe.source());
        }
    }
}
