package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/** A guard whose level follows from how many ranges have been handed out. */
public final class ScriptedGuard implements RunGuard {
    private static final List<DegradationLevel> WRITING =
            List.of(DegradationLevel.NORMAL, DegradationLevel.REDUCED, DegradationLevel.MINIMAL);

    private final AtomicLong asked = new AtomicLong();
    private final LongFunction<DegradationLevel> levels;
    private final AtomicLong reservationsLeft;
    private final AtomicLong written = new AtomicLong();
    private Semaphore permits = new Semaphore(1000);

    ScriptedGuard(LongFunction<DegradationLevel> levels) {
        this(levels, Long.MAX_VALUE);
    }

    private ScriptedGuard(LongFunction<DegradationLevel> levels, long reservations) {
        this.levels = levels;
        this.reservationsLeft = new AtomicLong(reservations);
    }

    public static ScriptedGuard calm() {
        return new ScriptedGuard(asked -> DegradationLevel.NORMAL);
    }

    /** Each level that writes, in turn. */
    public static ScriptedGuard changing() {
        return new ScriptedGuard(asked -> WRITING.get((int) (asked % WRITING.size())));
    }

    /** Emergency when a range is asked for after so many. */
    public static ScriptedGuard stoppingAfter(long ranges) {
        return new ScriptedGuard(asked -> asked < ranges ? DegradationLevel.NORMAL : DegradationLevel.EMERGENCY);
    }

    /** Lets no more workers work than so many. */
    static ScriptedGuard withPermits(int permits) {
        ScriptedGuard guard = calm();
        guard.permits = new Semaphore(permits);
        return guard;
    }

    /** Refuses to set space aside after so many ranges. */
    static ScriptedGuard withSpaceFor(long ranges) {
        return new ScriptedGuard(asked -> DegradationLevel.NORMAL, ranges);
    }

    @Override
    public DegradationLevel level() {
        return levels.apply(asked.getAndIncrement());
    }

    @Override
    public boolean softLimitExceeded() {
        return false;
    }

    @Override
    public double softLimit() {
        return 0.8;
    }

    @Override
    public boolean hardLimitExceeded() {
        return false;
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
        return permits.tryAcquire();
    }

    @Override
    public void givePermitBack() {
        permits.release();
    }

    /** How many bytes were told to be in files. */
    long written() {
        return written.get();
    }

    /** How many more workers may work. */
    int permitsLeft() {
        return permits.availablePermits();
    }

    @Override
    public SpaceReservation reserve(long bytes) throws OutOfSpaceException {
        if (reservationsLeft.getAndDecrement() <= 0) {
            throw new OutOfSpaceException("no room");
        }
        return new SpaceReservation() {
            @Override
            public void written(long bytes) {
                written.addAndGet(bytes);
            }

            @Override
            public void release() {}
        };
    }

    @Override
    public ResourceUse use() {
        return new ResourceUse(
                DegradationLevel.NORMAL,
                OptionalLong.empty(),
                OptionalLong.empty(),
                "nothing",
                OptionalDouble.empty(),
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    @Override
    public String emergencyReason() {
        return "scripted";
    }

    @Override
    public void close() {}
}
