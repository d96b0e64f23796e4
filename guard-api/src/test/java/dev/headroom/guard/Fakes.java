package dev.headroom.guard;

import dev.headroom.probe.Availability;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.FileSystemReading;
import dev.headroom.probe.HeapProbe;
import dev.headroom.probe.HeapReading;
import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.Reading;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Probes whose figures a test sets. */
final class Fakes {
    static final long MB = 1L << 20;

    private Fakes() {}

    /** Memory of a process, and of one control group around it; negative is unknown. */
    static final class Memory implements MemoryProbe {
        long resident = 100 * MB;
        long workingSet = 100 * MB;
        long shared;
        long groupUsage = 100 * MB;
        long groupCache;
        long groupLimit = -1;
        boolean throwing;
        int fast;
        int detailed;

        @Override
        public void readFast(MemoryReading into) {
            fast++;
            fill(into);
        }

        @Override
        public void readDetailed(MemoryReading into) {
            detailed++;
            fill(into);
        }

        private void fill(MemoryReading into) {
            if (throwing) {
                throw new IllegalStateException("the probe is out of order");
            }
            set(into.resident(), resident);
            set(into.workingSet(), workingSet);
            set(into.sharedMemory(), shared);
            into.setDomainCount(1);
            MemoryDomain group = into.domain(0);
            group.setName("cgroup /test");
            set(group.usage(), groupUsage);
            set(group.workingSet(), groupUsage - groupCache);
            if (groupLimit < 0) {
                group.limit().setUnlimited();
            } else {
                group.limit().set(groupLimit);
            }
        }

        private static void set(Reading reading, long value) {
            if (value < 0) {
                reading.setUnknown("the test says so");
            } else {
                reading.set(value);
            }
        }

        int readings() {
            return fast + detailed;
        }

        @Override
        public String source() {
            return "a test";
        }

        @Override
        public void close() {}
    }

    /** A heap. */
    static final class Heap implements HeapProbe {
        long used = 20 * MB;
        long committed = 64 * MB;
        long max = 64 * MB;
        long nonHeap = 20 * MB;
        long direct;
        long collections;
        long before;
        long after;
        boolean whole;
        long concurrentNanos;
        boolean multiMapped;
        int asked;
        Runnable whenAsked = () -> {};
        volatile Runnable whenRead = () -> {};

        void collection(long usedBefore, long usedAfter, boolean wholeHeap) {
            collections++;
            before = usedBefore;
            after = usedAfter;
            whole = wholeHeap;
            used = usedAfter;
        }

        @Override
        public void readFast(HeapReading into) {
            whenRead.run();
            into.set(used, committed, max, direct);
            into.setNonHeapUsed(nonHeap);
            into.setMultiMapped(multiMapped);
            into.setCollection(collections, before, after, whole, concurrentNanos);
        }

        @Override
        public void readDetailed(HeapReading into) {
            readFast(into);
        }

        @Override
        public void collect() {
            asked++;
            whenAsked.run();
        }
    }

    /** A disk. */
    static final class Disk implements DiskProbe {
        volatile long usable = 10_000 * MB;
        volatile boolean throwing;
        /** What paths that share their space have in common; none for a disk that is known to nobody else. */
        String identity = "";

        String type = "";
        boolean inMemory;
        boolean readOnly;
        long freeFiles = -1;
        /** Each reading waits until this is open. */
        volatile CountDownLatch answers = new CountDownLatch(0);

        int readings;
        volatile boolean closed;

        @Override
        public void readFileSystem(FileSystemReading into) {
            into.set(identity, type, inMemory, readOnly);
        }

        @Override
        public void readFreeFiles(Reading into) {
            into.set(freeFiles);
        }

        @Override
        public void readFast(DiskReading into) {
            readings++;
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (throwing) {
                throw new IllegalStateException("the probe is out of order");
            }
            if (usable < 0) {
                into.usable().setUnknown("the test says so");
            } else {
                into.usable().set(usable);
            }
        }

        @Override
        public void readDetailed(DiskReading into) {
            readFast(into);
        }

        @Override
        public String source() {
            return "a test";
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** CPUs; all counters in nanoseconds; negative is unknown. */
    static final class Cpu implements CpuProbe {
        long process;
        long busy;
        long stolen;
        long total;
        long throttled;
        long processors = 2;
        boolean throwing;

        /** Lets a second pass in which the process and others take so much of the machine's CPUs. */
        void second(double own, double others, double stolenShare) {
            long all = processors * 1_000_000_000L;
            process += (long) (own * all);
            busy += (long) ((own + others) * all);
            stolen += (long) (stolenShare * all);
            total += all;
        }

        @Override
        public void readFast(CpuReading into) {
            if (throwing) {
                throw new IllegalStateException("the probe is out of order");
            }
            into.processTime().set(process);
        }

        @Override
        public void readDetailed(CpuReading into) {
            readFast(into);
            into.hostBusyTime().set(busy);
            into.hostStolenTime().set(stolen);
            into.hostTotalTime().set(total);
            into.throttledTime().set(throttled);
            into.quotaMillis().setUnlimited();
            into.processors().set(processors);
        }

        @Override
        public String source() {
            return "a test";
        }

        @Override
        public void close() {}
    }

    /** A provider of these probes. */
    static final class Provider implements ProbeProvider {
        final Memory memory = new Memory();
        final Disk disk = new Disk();
        final Cpu cpu = new Cpu();

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public int priority() {
            return PRIORITY_CUSTOM;
        }

        @Override
        public Availability availability() {
            return Availability.available("for a test");
        }

        @Override
        public MemoryProbe openMemoryProbe() {
            return memory;
        }

        @Override
        public DiskProbe openDiskProbe(Path path) {
            return disk;
        }

        @Override
        public CpuProbe openCpuProbe() {
            return cpu;
        }
    }
}
