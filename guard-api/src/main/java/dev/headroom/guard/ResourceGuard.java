package dev.headroom.guard;

import dev.headroom.degrade.DecisionRecord;
import dev.headroom.degrade.DegradationController;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.degrade.DegradationUpdate;
import dev.headroom.degrade.ResourceStatus;
import dev.headroom.probe.HeapProbe;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after memory, disks and CPUs together, and publishes what it finds.
 *
 * <p>Two ways to use it. Started, it samples on one daemon thread, more often the nearer a limit is, and {@link #level()} and
 * {@link #snapshot()} are one volatile read from any thread. Not started, {@link #checkAll()} takes a sample on the calling thread.
 *
 * <p>Safe for several threads. Configure it first, as each {@code with…} method returns another guard; then use it, and close it.
 */
public final class ResourceGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceGuard.class);
    /** Five of the longest intervals: near a limit they are short, and a busy machine alone is late by several of those. */
    private static final long GAP_NANOS = 1_000_000_000L;
    /** How old a snapshot may be while memory alone is looked at. */
    private static final long PUBLISH_NANOS = 200_000_000L;

    private final ResourceGuardConfig config;
    private final ProbeSelection probes;
    private final HeapProbe heapProbe;
    private final TimeSource time;
    private final List<DecisionListener> listeners = new CopyOnWriteArrayList<>();
    private final DecisionRecorder recorder = new DecisionRecorder();

    private volatile ResourceSnapshot snapshot = ResourceSnapshot.NONE;
    private volatile @Nullable Guards guards;
    private @Nullable Thread sampler;
    private boolean closed;
    private long plannedIntervalNanos;
    private long samples;
    private long decisions;
    private boolean growthReported;
    private boolean softLimitReported;
    private boolean highLoadReported;

    /**
     * Makes a guard that measures with the best probes that are found.
     *
     * @param config what to look after
     */
    public ResourceGuard(ResourceGuardConfig config) {
        this(config, ProbeSelection.load(), TimeSource.system());
    }

    /**
     * Makes a guard.
     *
     * @param config what to look after
     * @param probes where probes come from
     * @param time the clock for everything
     */
    public ResourceGuard(ResourceGuardConfig config, ProbeSelection probes, TimeSource time) {
        this(config, probes, HeapProbe.ofThisJvm(), time);
    }

    ResourceGuard(ResourceGuardConfig config, ProbeSelection probes, HeapProbe heapProbe, TimeSource time) {
        this.config = config;
        this.probes = probes;
        this.heapProbe = heapProbe;
        this.time = time;
    }

    /**
     * Returns a guard with another hard limit of memory.
     *
     * @param bytes the most that the process may hold
     * @return another guard
     */
    public ResourceGuard withMemoryLimit(long bytes) {
        return with(config.withMemory(config.memory().withHardLimit(bytes)));
    }

    /**
     * Returns a guard with one output path more.
     *
     * @param path where files will be written
     * @return another guard
     */
    public ResourceGuard withOutputPath(Path path) {
        return with(config.withOutputPath(path));
    }

    /**
     * Returns a guard that watches the CPUs.
     *
     * @return another guard
     */
    public ResourceGuard withCpuMonitoring() {
        return with(config.withCpu(config.cpu().withEnabled(true)));
    }

    private ResourceGuard with(ResourceGuardConfig changed) {
        return new ResourceGuard(changed, probes, heapProbe, time);
    }

    /**
     * Returns what is looked after.
     *
     * @return the configuration
     */
    public ResourceGuardConfig config() {
        return config;
    }

    /**
     * Has every change of level reported from now on.
     *
     * @param listener whom to tell
     */
    public void addListener(DecisionListener listener) {
        listeners.add(listener);
    }

    /**
     * Takes a first sample on the calling thread, then goes on sampling on a daemon thread until this is closed.
     *
     * @throws IllegalStateException if it was started or closed before
     */
    public void start() {
        synchronized (this) {
            if (sampler != null || closed) {
                throw new IllegalStateException("A guard can be started once, before it is closed");
            }
            sampler = new Thread(this::sampleUntilInterrupted, "headroom-guard");
            sampler.setDaemon(true);
        }
        sample();
        synchronized (this) {
            if (sampler != null && !closed) {
                sampler.start();
            }
        }
    }

    private void sampleUntilInterrupted() {
        try {
            while (!isClosed()) {
                time.sleep(nextIntervalNanos());
                sampleWithoutFail();
            }
        } catch (InterruptedException e) {
            LOG.debug("The guard's thread ends");
        }
    }

    /** A fault of ours must not end the watch: the snapshot goes stale, and its age tells. */
    private void sampleWithoutFail() {
        try {
            sample();
        } catch (RuntimeException e) {
            if (!isClosed()) {
                LOG.error("A sample of the resources failed", e);
            }
        } catch (OutOfMemoryError | LinkageError e) {
            // The moment at which a watch is needed most. The heap may have no room for a message either.
            LOG.error("A sample of the resources failed: the heap is exhausted, or a class cannot be loaded");
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized long nextIntervalNanos() {
        return plannedIntervalNanos;
    }

    /**
     * Returns the level in force. One volatile read.
     *
     * @return the level of the last sample; Normal before the first, and always in shadow mode
     */
    public DegradationLevel level() {
        return snapshot.level();
    }

    /**
     * Returns what the last sample found. One volatile read.
     *
     * @return the snapshot; everything in it is unknown before the first sample
     */
    public ResourceSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Tells how old the snapshot is.
     *
     * @return nanoseconds
     */
    public long snapshotAgeNanos() {
        return Math.max(0, time.nanoTime() - snapshot.takenAtNanos());
    }

    /**
     * Takes a sample on the calling thread, publishes it, and throws if a hard limit is exceeded.
     *
     * @return what the sample found
     * @throws MemoryLimitExceededException if more memory is in use than the hard limit allows
     * @throws DiskSpaceException if less disk space is available than must stay free
     */
    public ResourceSnapshot checkAll() {
        ResourceSnapshot taken = sample();
        Guards opened = guards();
        opened.memory().throwIfExceeded(taken.memory());
        for (int i = 0; i < opened.disks().size(); i++) {
            opened.disks().get(i).throwIfBelow(taken.disks().get(i));
        }
        return taken;
    }

    /**
     * Returns figures for people and monitoring, of the last sample; takes the first one if there was none. Also answers once this is
     * closed.
     *
     * @return the figures
     */
    public synchronized ResourceStats stats() {
        ResourceSnapshot last = snapshot.sequence() == 0 ? sample() : snapshot;
        OptionalDouble pressure = last.memory().pressure();
        return new ResourceStats(
                last.memory().currentUsage(),
                last.memory().limit(),
                pressure.isPresent() ? OptionalDouble.of(pressure.getAsDouble() * 100) : OptionalDouble.empty(),
                guards().memory().peakUsage(),
                last.diskAvailableMb(),
                last.cpu().load(),
                last.level(),
                last.decidedLevel(),
                last.sequence(),
                decisions,
                last.cpu().workerPermits(),
                guards().cpu().waitedNanos());
    }

    /**
     * Reserves space on the first output path.
     *
     * @param bytes how much is to be written
     * @return the reservation, to be told what was written and to be closed
     * @throws DiskSpaceException if there is not that much
     * @throws IllegalStateException if there is no output path
     */
    public DiskReservation reserve(long bytes) {
        if (config.outputPaths().isEmpty()) {
            throw new IllegalStateException("There is no output path to reserve on");
        }
        return guards().disks().get(0).reserve(bytes);
    }

    /**
     * Reserves space on an output path.
     *
     * @param path one of the configured paths
     * @param bytes how much is to be written
     * @return the reservation, to be told what was written and to be closed
     * @throws DiskSpaceException if there is not that much
     * @throws IllegalArgumentException if the path is not configured
     */
    public DiskReservation reserve(Path path, long bytes) {
        return disk(path).reserve(bytes);
    }

    /**
     * Asks how many more files can be made on an output path. May take some milliseconds, and waits for at most five seconds.
     *
     * @param path one of the configured paths
     * @return the number of free inodes; empty if that is unknown, or nothing bounds it
     * @throws IllegalArgumentException if the path is not configured
     */
    public OptionalLong freeFiles(Path path) {
        return disk(path).freeFiles();
    }

    private DiskSpaceGuard disk(Path path) {
        int index = config.outputPaths().indexOf(path);
        if (index < 0) {
            throw new IllegalArgumentException(path + " is not one of the output paths " + config.outputPaths());
        }
        return guards().disks().get(index);
    }

    /**
     * Slows the caller down if throttling is on and called for, as {@link CpuMonitor#maybeThrottle()} says.
     *
     * @return whether it waited
     */
    public boolean maybeThrottle() {
        return maybeThrottle(() -> false);
    }

    /**
     * Slows the caller down if throttling is on and called for, and ends that early where it is called off.
     *
     * @param calledOff asked every 50 ms of a wait
     * @return whether it waited
     */
    public boolean maybeThrottle(BooleanSupplier calledOff) {
        Guards opened = guards;
        return opened != null && opened.cpu().maybeThrottle(calledOff);
    }

    /**
     * Returns permits for the workers of the program, of which there are fewer while a CPU quota or others hold the process back. They
     * follow the samples from now on.
     *
     * @param workers how many workers there are, at least 1
     * @return the permits; another call makes others, and these no longer change
     */
    public WorkerPermits workerPermits(int workers) {
        return guards().cpu().workerPermits(workers);
    }

    /** The parts; opened by the first call. Does not wait for a sample, which may take as long as a collection of the heap. */
    private Guards guards() {
        Guards opened = guards;
        return opened == null ? open() : opened;
    }

    private synchronized Guards open() {
        if (closed) {
            throw new IllegalStateException("The guard is closed");
        }
        Guards opened = guards;
        if (opened == null) {
            opened = Guards.open(config, probes, heapProbe, time);
            guards = opened;
        }
        return opened;
    }

    /**
     * Reads everything, decides, publishes, and then tells. Shortly after the last time, the guard's thread looks at memory first, and
     * leaves it at that if no level or limit is near: a small limit is to be looked at often, and most looks find nothing.
     */
    private ResourceSnapshot sample() {
        ResourceSnapshot taken;
        DegradationUpdate update;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("The guard is closed");
            }
            Guards opened = guards();
            long now = time.nanoTime();
            noticeGap(opened, now);
            opened.memory().look();
            plannedIntervalNanos = opened.memory().nextIntervalNanos();
            if (isPublished(now)
                    && opened.memory().isBelow(config.degradation().memory().reduced())) {
                return snapshot;
            }
            MemoryStatus memory = opened.memory().lookedAt();
            List<DiskStatus> disks = opened.diskStatuses(Thread.currentThread() == sampler);
            CpuStatus cpu = opened.cpu().status();
            samples++;
            ResourceSnapshot undecided =
                    new ResourceSnapshot(samples, now, snapshot.level(), snapshot.decidedLevel(), memory, disks, cpu);
            update = opened.controller().update(status(undecided));
            taken = new ResourceSnapshot(samples, now, update.level(), update.decidedLevel(), memory, disks, cpu);
            if (update.decision().isPresent()) {
                decisions++;
            }
            snapshot = taken;
            report(taken.memory(), taken.cpu());
        }
        update.decision().ifPresent(this::tell);
        return taken;
    }

    /** Whether the last snapshot is one of calm, and will still be recent when the guard's thread looks next. */
    private boolean isPublished(long now) {
        return Thread.currentThread() == sampler
                && now + plannedIntervalNanos - snapshot.takenAtNanos() <= PUBLISH_NANOS
                && snapshot.decidedLevel() == DegradationLevel.NORMAL
                && snapshot.memory().pressure().isPresent();
    }

    private ResourceStatus status(ResourceSnapshot seen) {
        MemoryStatus memory = seen.memory();
        Optional<DiskStatus> disk = seen.tightestDisk();
        return new ResourceStatus(
                memory.pressure(),
                seen.diskAvailableMb(),
                seen.cpu().load(),
                Math.max(0, time.nanoTime() - memory.readAtNanos()),
                disk.map(DiskStatus::ageNanos).orElse(0L),
                seen.secondsToExhaustion(),
                memory.limit(),
                memory.limitSource(),
                memory.pressureSource(),
                disk.map(DiskStatus::path).orElse(""));
    }

    /** After a suspension neither rates nor what was calm before mean anything. Only the thread has a plan to be late for. */
    private void noticeGap(Guards opened, long now) {
        if (sampler == null || samples == 0 || now - snapshot.takenAtNanos() <= GAP_NANOS) {
            return;
        }
        LOG.debug("No sample was taken for {} ms", (now - snapshot.takenAtNanos()) / 1_000_000);
        opened.memory().forgetRates();
        opened.disks().forEach(DiskSpaceGuard::forgetRates);
        opened.cpu().forget();
        opened.controller().resetDwell();
    }

    private void tell(DecisionRecord decision) {
        LOG.info("Level {}", decision.describe());
        for (DecisionListener listener : listeners) {
            try {
                listener.onDecision(decision);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on a decision", e);
            }
        }
        recorder.record(decision);
    }

    private void report(MemoryStatus memory, CpuStatus cpu) {
        if (cpu.high() != highLoadReported) {
            highLoadReported = cpu.high();
            LOG.debug("The load of the CPUs is {} its high threshold", highLoadReported ? "beyond" : "below");
        }
        if (memory.exceedsGrowthRate() != growthReported) {
            growthReported = memory.exceedsGrowthRate();
            if (growthReported) {
                LOG.debug("Memory grows by {} bytes per second", Math.round(memory.growthRate()));
            }
        }
        if (memory.exceedsSoftLimit() != softLimitReported) {
            softLimitReported = memory.exceedsSoftLimit();
            LOG.debug("Memory is {} its soft limit", softLimitReported ? "beyond" : "below");
        }
    }

    /** Ends the thread and gives back what the probes hold. The last snapshot stays. Does nothing the second time. */
    @Override
    public void close() {
        Thread thread;
        // A sample holds the lock: none is under way while the probes are closed, and none comes after.
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            thread = sampler;
            Guards opened = guards;
            if (opened != null) {
                opened.close();
            }
        }
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
        }
        recorder.close();
    }

    /** The parts, opened when first needed, so that a guard that is only a step of a configuration holds nothing. */
    private record Guards(
            MemoryGuard memory, List<DiskSpaceGuard> disks, CpuMonitor cpu, DegradationController controller) {
        static Guards open(ResourceGuardConfig config, ProbeSelection probes, HeapProbe heapProbe, TimeSource time) {
            MemoryGuard memory = new MemoryGuard(config.memory(), probes.openMemoryProbe(), heapProbe, time);
            List<DiskSpaceGuard> disks = new ArrayList<>();
            for (Path path : config.outputPaths()) {
                disks.add(new DiskSpaceGuard(
                        path, config.disk(), probes.openDiskProbe(path), time, memory::roomForOthers));
            }
            return new Guards(
                    memory,
                    List.copyOf(disks),
                    new CpuMonitor(config.cpu(), probes.openCpuProbe(), time),
                    new DegradationController(config.degradation(), time));
        }

        List<DiskStatus> diskStatuses(boolean soon) {
            List<DiskStatus> statuses = new ArrayList<>(disks.size());
            for (DiskSpaceGuard disk : disks) {
                statuses.add(soon ? disk.statusSoon() : disk.status());
            }
            return List.copyOf(statuses);
        }

        void close() {
            memory.close();
            disks.forEach(DiskSpaceGuard::close);
            cpu.close();
        }
    }
}
