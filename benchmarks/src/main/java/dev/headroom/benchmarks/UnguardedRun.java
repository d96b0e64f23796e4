package dev.headroom.benchmarks;

import dev.headroom.app.run.ResourceUse;
import dev.headroom.app.run.RunGuard;
import dev.headroom.app.run.SpaceReservation;
import dev.headroom.degrade.DegradationLevel;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Guards that watch nothing. */
final class UnguardedRun implements RunGuard {
    private static final ResourceUse UNKNOWN = new ResourceUse(
            DegradationLevel.NORMAL,
            OptionalLong.empty(),
            OptionalLong.empty(),
            "none",
            OptionalDouble.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private final AtomicLong uses = new AtomicLong();

    /** How often the resources were asked for: once for each checkpoint, and once to divide the memory. */
    long uses() {
        return uses.get();
    }

    @Override
    public DegradationLevel level() {
        return DegradationLevel.NORMAL;
    }

    @Override
    public boolean softLimitExceeded() {
        return false;
    }

    @Override
    public double softLimit() {
        return 1;
    }

    @Override
    public boolean growsTowardsExhaustion() {
        return false;
    }

    @Override
    public void throttle(BooleanSupplier stopped) {}

    @Override
    public void expectWorkers(int workers) {}

    @Override
    public boolean tryTakePermit() {
        return true;
    }

    @Override
    public void givePermitBack() {}

    @Override
    public SpaceReservation reserve(long bytes) {
        return SpaceReservation.NOTHING;
    }

    @Override
    public ResourceUse use() {
        uses.incrementAndGet();
        return UNKNOWN;
    }

    @Override
    public String emergencyReason() {
        return "";
    }

    @Override
    public boolean hardLimitExceeded() {
        return false;
    }

    @Override
    public void close() {}
}
