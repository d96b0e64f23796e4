package dev.headroom.guard.micrometer;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.CpuStatus;
import dev.headroom.guard.DiskStatus;
import dev.headroom.guard.MemoryStatus;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceSnapshot;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a guard last found as meters of Micrometer.
 *
 * <p>Each gauge is a volatile read of the guard's last snapshot: asking takes no sample and never blocks. A value that is unknown is NaN,
 * never 0. Before the guard's first sample everything is unknown, and after it was closed everything stays as it was last. The meters
 * hold the guard weakly, as Micrometer does: keep it. Safe for several threads.
 *
 * <p>Names, with base units: {@code headroom.memory.usage}, {@code .resident}, {@code .limit} (bytes), {@code .pressure} (0 idle, 1 the
 * limit), {@code .growth} (bytes per second); {@code headroom.heap.live}, {@code .max} (bytes); {@code headroom.disk.available},
 * {@code .reserved} (bytes, tag {@code path}); {@code headroom.cpu.load}, {@code .process}, {@code .outside}, {@code .throttled},
 * {@code .stolen} (shares, 0 to 1), {@code .capacity} (CPUs); {@code headroom.worker.permits}; {@code headroom.exhaustion} (seconds until the first resource is used up); {@code headroom.level} and
 * {@code headroom.level.decided} (0 Normal to 3 Emergency; they differ in shadow mode); {@code headroom.snapshot.age} (seconds); the
 * counters {@code headroom.samples} and {@code headroom.decisions} (tag {@code to}: the level decided on), of which the second begins
 * when the meters are bound.
 */
public final class ResourceGuardMetrics implements MeterBinder {
    private static final String BYTES = "bytes";
    private static final String SECONDS = "seconds";

    private final ResourceGuard guard;
    private final Tags tags;

    /**
     * Makes a binder.
     *
     * @param guard whose findings to show
     */
    public ResourceGuardMetrics(ResourceGuard guard) {
        this(guard, List.of());
    }

    /**
     * Makes a binder whose meters have tags.
     *
     * @param guard whose findings to show
     * @param tags tags of every meter, as to tell several guards apart
     */
    public ResourceGuardMetrics(ResourceGuard guard, Iterable<Tag> tags) {
        this.guard = guard;
        this.tags = Tags.of(tags);
    }

    /**
     * Registers the meters.
     *
     * @param registry where to
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        bindMemory(registry);
        List<Path> paths = guard.config().outputPaths();
        for (int i = 0; i < paths.size(); i++) {
            bindDisk(registry, i, paths.get(i));
        }
        bindCpu(registry);
        bindDecisions(registry);
    }

    private void bindMemory(MeterRegistry registry) {
        memory(registry, "usage", "What the process holds and the system cannot drop", MemoryStatus::currentUsage);
        memory(registry, "resident", "Resident set of the process, mapped files included", MemoryStatus::residentSet);
        memory(registry, "limit", "The smallest limit on memory that applies", MemoryStatus::limit);
        gauge(
                registry,
                "headroom.memory.pressure",
                "ratio",
                "Memory pressure: 0 is idle, 1 is the limit",
                snapshot -> orNaN(snapshot.memory().pressure()));
        gauge(
                registry,
                "headroom.memory.growth",
                "bytes_per_second",
                "Growth of the memory in use, smoothed over about a second",
                snapshot -> snapshot.sequence() == 0
                        ? Double.NaN
                        : snapshot.memory().growthRate());
        gauge(
                registry,
                "headroom.heap.live",
                BYTES,
                "The least that the Java heap held after a collection in the last 30 s",
                snapshot -> snapshot.memory().heap().collections() == 0
                        ? Double.NaN
                        : (double) snapshot.memory().heap().live());
        gauge(
                registry,
                "headroom.heap.max",
                BYTES,
                "The most that the Java heap may become",
                snapshot -> orNaN(snapshot.memory().heap().max()));
        gauge(
                registry,
                "headroom.exhaustion",
                SECONDS,
                "When the first resource will be used up",
                snapshot -> orNaN(snapshot.secondsToExhaustion()));
    }

    private void memory(
            MeterRegistry registry, String name, String description, Function<MemoryStatus, OptionalLong> figure) {
        gauge(
                registry,
                "headroom.memory." + name,
                BYTES,
                description,
                snapshot -> orNaN(figure.apply(snapshot.memory())));
    }

    private void bindDisk(MeterRegistry registry, int index, Path path) {
        Tags ofPath = tags.and("path", path.toString());
        Gauge.builder("headroom.disk.available", guard, from -> disk(from, index, DiskStatus::availableBytes))
                .description("What may still be written on the path's file system")
                .baseUnit(BYTES)
                .tags(ofPath)
                .register(registry);
        Gauge.builder(
                        "headroom.disk.reserved",
                        guard,
                        from -> disk(from, index, status -> OptionalLong.of(status.reservedBytes())))
                .description("What is reserved on the path's file system and not yet written")
                .baseUnit(BYTES)
                .tags(ofPath)
                .register(registry);
    }

    private static double disk(ResourceGuard guard, int index, Function<DiskStatus, OptionalLong> figure) {
        List<DiskStatus> disks = guard.snapshot().disks();
        return index < disks.size() ? orNaN(figure.apply(disks.get(index))) : Double.NaN;
    }

    private void bindCpu(MeterRegistry registry) {
        cpu(registry, "load", "Load of the machine", CpuStatus::load);
        cpu(registry, "process", "Part that the process took of the CPUs that it may use", CpuStatus::processLoad);
        cpu(registry, "outside", "Part of the machine's CPU time that other processes took", CpuStatus::outsideLoad);
        cpu(registry, "throttled", "Part of the time that a quota held the process back", CpuStatus::throttledShare);
        cpu(registry, "stolen", "Part of the machine's CPU time that went to other machines", CpuStatus::stolenShare);
        gauge(
                registry,
                "headroom.cpu.capacity",
                null,
                "How many CPUs the process may use",
                snapshot -> orNaN(snapshot.cpu().capacity()));
        gauge(
                registry,
                "headroom.worker.permits",
                null,
                "How many workers may work",
                snapshot -> snapshot.cpu().workerPermits().isPresent()
                        ? snapshot.cpu().workerPermits().getAsInt()
                        : Double.NaN);
    }

    private void cpu(
            MeterRegistry registry, String name, String description, Function<CpuStatus, OptionalDouble> figure) {
        gauge(registry, "headroom.cpu." + name, "ratio", description, snapshot -> orNaN(figure.apply(snapshot.cpu())));
    }

    private void bindDecisions(MeterRegistry registry) {
        gauge(
                registry,
                "headroom.level",
                null,
                "The level in force: 0 Normal, 1 Reduced, 2 Minimal, 3 Emergency",
                snapshot -> number(snapshot.level()));
        gauge(
                registry,
                "headroom.level.decided",
                null,
                "The level that was decided on; it differs from the one in force in shadow mode",
                snapshot -> number(snapshot.decidedLevel()));
        Gauge.builder(
                        "headroom.snapshot.age",
                        guard,
                        from -> from.snapshot().sequence() == 0 ? Double.NaN : from.snapshotAgeNanos() / 1e9)
                .description("How old the last sample is")
                .baseUnit(SECONDS)
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("headroom.samples", guard, from ->
                        (double) from.snapshot().sequence())
                .description("Samples that were taken")
                .tags(tags)
                .register(registry);
        Map<DegradationLevel, Counter> decisions = new EnumMap<>(DegradationLevel.class);
        for (DegradationLevel level : DegradationLevel.values()) {
            decisions.put(
                    level,
                    Counter.builder("headroom.decisions")
                            .description("Changes of level that were decided on")
                            .tags(tags.and("to", level.name().toLowerCase(Locale.ROOT)))
                            .register(registry));
        }
        guard.addListener(decision -> {
            Counter counter = decisions.get(decision.transition().to());
            if (counter != null) {
                counter.increment();
            }
        });
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<ResourceSnapshot> figure) {
        Gauge.builder(name, guard, from -> figure.applyAsDouble(from.snapshot()))
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }

    private static int number(DegradationLevel level) {
        return switch (level) {
            case NORMAL -> 0;
            case REDUCED -> 1;
            case MINIMAL -> 2;
            case EMERGENCY -> 3;
        };
    }

    private static double orNaN(OptionalLong value) {
        return value.isPresent() ? (double) value.getAsLong() : Double.NaN;
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
