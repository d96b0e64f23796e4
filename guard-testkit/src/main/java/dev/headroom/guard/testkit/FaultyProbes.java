package dev.headroom.guard.testkit;

import dev.headroom.probe.Availability;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.Reading;
import dev.headroom.probe.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A provider whose probes are faulty in one way from their first reading on, to see what a guard makes of it. Safe for several threads, as far
 * as its probes' callers are.
 */
public final class FaultyProbes implements ProbeProvider {
    private final String name;
    private final Consumer<List<Reading>> fault;

    private FaultyProbes(String name, Consumer<List<Reading>> fault) {
        this.name = name;
        this.fault = fault;
    }

    /**
     * Probes that throw, although they must not.
     *
     * @return a provider
     */
    public static FaultyProbes failing() {
        return new FaultyProbes("failing", readings -> {
            throw new IllegalStateException("the probe is out of order");
        });
    }

    /**
     * Probes that block, as on a network file system whose server is gone, until they are let go or interrupted; then everything is
     * unknown.
     *
     * @param letGo ends the blocking when it has counted down
     * @return a provider
     */
    public static FaultyProbes hanging(CountDownLatch letGo) {
        return new FaultyProbes("hanging", readings -> {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            readings.forEach(reading -> reading.setUnknown("it hung"));
        });
    }

    /**
     * Probes that know nothing.
     *
     * @param reason why
     * @return a provider
     */
    public static FaultyProbes unknown(String reason) {
        return new FaultyProbes("unknown", readings -> readings.forEach(reading -> reading.setUnknown(reason)));
    }

    /**
     * Probes that tell nonsense: zeros, negative and enormous numbers, limits where usage belongs. The same seed tells the same nonsense.
     *
     * @param seed chooses the nonsense
     * @return a provider
     */
    public static FaultyProbes garbage(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new FaultyProbes("garbage", readings -> {
            synchronized (random) {
                readings.forEach(reading -> fillWithGarbage(reading, random));
            }
        });
    }

    private static void fillWithGarbage(Reading reading, SplittableRandom random) {
        switch (random.nextInt(6)) {
            case 0 -> reading.set(0);
            case 1 -> reading.set(Long.MAX_VALUE);
            case 2 -> reading.set(-random.nextLong(1, Long.MAX_VALUE));
            case 3 -> reading.setUnlimited();
            case 4 -> reading.setUnknown("");
            default -> reading.set(random.nextLong() >>> random.nextInt(1, 64));
        }
    }

    /**
     * Probes that take their time, and then know nothing.
     *
     * @param time the clock that passes
     * @param duration how long a reading takes
     * @return a provider
     */
    public static FaultyProbes slow(TimeSource time, Duration duration) {
        return new FaultyProbes("slow", readings -> {
            try {
                time.sleep(duration.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            readings.forEach(reading -> reading.setUnknown("it is slow"));
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int priority() {
        return PRIORITY_CUSTOM;
    }

    @Override
    public Availability availability() {
        return Availability.available("faulty on purpose");
    }

    @Override
    public MemoryProbe openMemoryProbe() {
        return new FaultyMemory();
    }

    @Override
    public DiskProbe openDiskProbe(Path path) {
        return new FaultyDisk();
    }

    @Override
    public CpuProbe openCpuProbe() {
        return new FaultyCpu();
    }

    private String source() {
        return "nothing: " + name + " on purpose";
    }

    private final class FaultyMemory implements MemoryProbe {
        @Override
        public void readFast(MemoryReading into) {
            readDetailed(into);
        }

        @Override
        public void readDetailed(MemoryReading into) {
            into.setDomainCount(1);
            MemoryDomain domain = into.domain(0);
            domain.setName("faulty");
            fault.accept(List.of(
                    into.resident(),
                    into.peakResident(),
                    into.workingSet(),
                    into.sharedMemory(),
                    domain.usage(),
                    domain.workingSet(),
                    domain.limit(),
                    domain.available()));
        }

        @Override
        public String source() {
            return FaultyProbes.this.source();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private final class FaultyDisk implements DiskProbe {
        @Override
        public void readFast(DiskReading into) {
            readDetailed(into);
        }

        @Override
        public void readDetailed(DiskReading into) {
            fault.accept(List.of(into.usable(), into.total()));
        }

        @Override
        public String source() {
            return FaultyProbes.this.source();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private final class FaultyCpu implements CpuProbe {
        @Override
        public void readFast(CpuReading into) {
            fault.accept(List.of(into.processTime()));
        }

        @Override
        public void readDetailed(CpuReading into) {
            fault.accept(List.of(
                    into.processTime(),
                    into.hostBusyTime(),
                    into.hostStolenTime(),
                    into.hostTotalTime(),
                    into.throttledTime(),
                    into.stalledTime(),
                    into.quotaMillis(),
                    into.processors()));
        }

        @Override
        public String source() {
            return FaultyProbes.this.source();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
