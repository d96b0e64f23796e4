package dev.headroom.app.run;

import dev.headroom.degrade.DecisionRecord;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.DiskReservation;
import dev.headroom.guard.DiskSpaceException;
import dev.headroom.guard.DiskStatus;
import dev.headroom.guard.MemoryStatus;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceSnapshot;
import dev.headroom.guard.WorkerPermits;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The run's view of a {@link ResourceGuard}. */
public final class ResourceRunGuard implements RunGuard {
    /** Growth slows a run down only if memory would be exhausted within this time at its present rate. */
    private static final double NEAR_SECONDS = 5;

    private static final double MB = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(ResourceRunGuard.class);

    private final ResourceGuard guard;
    private final AtomicReference<@Nullable DecisionRecord> lastDecision = new AtomicReference<>();
    private volatile WorkerPermits permits = new WorkerPermits(Integer.MAX_VALUE);

    private ResourceRunGuard(ResourceGuard guard) {
        this.guard = guard;
    }

    /** Starts a guard, which has the output directory among its paths. */
    public static RunGuard start(ResourceGuard guard, Consumer<DecisionRecord> decisions) {
        ResourceRunGuard run = new ResourceRunGuard(guard);
        run.guard.addListener(decision -> {
            run.lastDecision.set(decision);
            decisions.accept(decision);
        });
        run.guard.start();
        run.guard.snapshot().disks().forEach(ResourceRunGuard::warnOfMemory);
        return run;
    }

    private static void warnOfMemory(DiskStatus disk) {
        if (disk.inMemory()) {
            LOG.warn(
                    "Output {} is on {} and counts as memory here: {} MB can be written",
                    disk.path(),
                    disk.fileSystem(),
                    disk.availableBytes().orElse(0) >> 20);
        }
    }

    @Override
    public DegradationLevel level() {
        return guard.level();
    }

    @Override
    public boolean softLimitExceeded() {
        return guard.snapshot().memory().exceedsSoftLimit();
    }

    @Override
    public double softLimit() {
        return guard.config().memory().softPressure();
    }

    @Override
    public boolean hardLimitExceeded() {
        return guard.snapshot().memory().exceedsHardLimit();
    }

    @Override
    public boolean growsTowardsExhaustion() {
        MemoryStatus memory = guard.snapshot().memory();
        return memory.exceedsGrowthRate()
                && memory.secondsToExhaustion().orElse(Double.POSITIVE_INFINITY) < NEAR_SECONDS;
    }

    @Override
    public void throttle(BooleanSupplier stopped) {
        guard.maybeThrottle(stopped);
    }

    @Override
    public void expectWorkers(int workers) {
        if (permits.workers() != workers) {
            permits = guard.workerPermits(workers);
        }
    }

    @Override
    public boolean tryTakePermit() {
        return permits.tryTake();
    }

    @Override
    public void givePermitBack() {
        permits.giveBack();
    }

    @Override
    public SpaceReservation reserve(long bytes) throws OutOfSpaceException {
        // Also where nothing degrades, and so no level says it.
        for (DiskStatus disk : guard.snapshot().disks()) {
            if (disk.belowHardLimit()) {
                throw new OutOfSpaceException(
                        disk.path() + " has " + (disk.availableBytes().orElse(0) >> 20) + " MB free, and "
                                + guard.config().disk().hardLimitMb() + " must stay free");
            }
        }
        try {
            return new Space(guard.reserve(bytes));
        } catch (DiskSpaceException e) {
            throw new OutOfSpaceException(String.format(
                    Locale.ROOT,
                    "the disk has %.1f MB for what needs %.1f MB; make room there",
                    e.availableBytes() / MB,
                    e.neededBytes() / MB));
        }
    }

    private record Space(DiskReservation reservation) implements SpaceReservation {
        @Override
        public void written(long bytes) {
            reservation.written(bytes);
        }

        @Override
        public void release() {
            reservation.close();
        }
    }

    @Override
    public WriteFailure explain(IOException failure) {
        return WriteFailure.of(failure, WriteFailure.isForSpace(failure) ? freeFiles() : OptionalLong.empty());
    }

    @Override
    public OptionalLong freeFiles() {
        return guard.freeFiles(guard.config().outputPaths().get(0));
    }

    @Override
    public String emergencyReason() {
        if (hardLimitExceeded()) {
            MemoryStatus memory = guard.snapshot().memory();
            return "the process uses " + memory.currentUsage().orElse(0)
                    + " bytes of memory, more than its hard limit of "
                    + guard.config().memory().hardLimit();
        }
        DecisionRecord decision = lastDecision.get();
        return decision == null ? "the level is Emergency" : decision.describe();
    }

    @Override
    public ResourceUse use() {
        ResourceSnapshot snapshot = guard.snapshot();
        OptionalLong free = OptionalLong.empty();
        for (DiskStatus disk : snapshot.disks()) {
            free = disk.availableBytes();
        }
        MemoryStatus memory = snapshot.memory();
        OptionalDouble load = snapshot.cpu().load();
        return new ResourceUse(
                snapshot.level(),
                memory.currentUsage(),
                memory.limit(),
                memory.limitSource(),
                memory.pressure(),
                memory.growthRate(),
                memory.peakResidentSet(),
                free,
                load,
                memory.secondsToExhaustion());
    }

    @Override
    public void close() {
        guard.close();
    }
}
