package dev.headroom.app.config;

import static dev.headroom.app.config.RunSettings.*;

import dev.headroom.degrade.DegradationConfig;
import dev.headroom.degrade.DiskThresholds;
import dev.headroom.degrade.MemoryThresholds;
import dev.headroom.guard.CpuMonitorConfig;
import dev.headroom.guard.DiskSpaceGuardConfig;
import dev.headroom.guard.MemoryGuardConfig;
import dev.headroom.guard.ResourceGuardConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the values of the resource budget against one another and makes the guards' configuration of them. */
final class GuardBinding {
    private static final String DEGRADATION = "global.resource_budget.degradation";
    private static final DiskThresholds DISK = DiskThresholds.defaults();

    private final Values values;

    GuardBinding(Values values) {
        this.values = values;
    }

    /** The configuration; null where there are problems with it. */
    @Nullable
    ResourceGuardConfig bind() {
        MemoryGuardConfig memory = memory();
        CpuMonitorConfig cpu = cpu();
        MemoryThresholds memoryThresholds = memoryThresholds();
        DiskThresholds diskThresholds = diskThresholds();
        if (memory == null || cpu == null || memoryThresholds == null || diskThresholds == null) {
            return null;
        }
        DegradationConfig degradation = DegradationConfig.defaults()
                .withEnabled(values.get(DEGRADATION_ENABLED))
                .withMode(values.get(DEGRADATION_MODE))
                .withMemory(memoryThresholds)
                .withDisk(diskThresholds)
                .withAutoRecovery(values.get(AUTO_RECOVERY))
                .withEscalateOnUnknown(values.get(ESCALATE_ON_UNKNOWN));
        DiskSpaceGuardConfig disk = DiskSpaceGuardConfig.defaults()
                .withMinFree(values.get(MIN_FREE_MB))
                .withReserveBuffer(values.get(RESERVE_BUFFER_MB));
        return new ResourceGuardConfig(memory, disk, cpu, degradation, List.of());
    }

    private @Nullable MemoryGuardConfig memory() {
        Optional<Long> limit = values.given(MEMORY_LIMIT);
        Optional<Long> hardLimit = values.given(HARD_LIMIT_MB).map(megabytes -> megabytes << 20);
        if (limit.isPresent() && hardLimit.isPresent() && !values.isOption(MEMORY_LIMIT) && !limit.equals(hardLimit)) {
            values.reject(
                    HARD_LIMIT_MB.path(),
                    ByteSize.format(hardLimit.get()) + " is not the " + ByteSize.format(limit.get())
                            + " of global.memory_limit, which is the same setting; keep one of them");
            return null;
        }
        if (!values.areSound(List.of(MEMORY_LIMIT, HARD_LIMIT_MB, SOFT_LIMIT_MB))) {
            return null;
        }
        MemoryGuardConfig config = MemoryGuardConfig.defaults()
                .withHardLimit(limit.or(() -> hardLimit).orElse(MemoryGuardConfig.NO_LIMIT))
                .withCheckIntervalMs(values.get(CHECK_INTERVAL_MS))
                .withGrowthRateThreshold(values.get(GROWTH_RATE_THRESHOLD))
                .withSource(values.get(MEMORY_SOURCE));
        Optional<Long> softLimit = values.given(SOFT_LIMIT_MB).map(megabytes -> megabytes << 20);
        if (softLimit.isEmpty()) {
            return config;
        }
        if (config.hardLimit() == MemoryGuardConfig.NO_LIMIT) {
            values.reject(
                    SOFT_LIMIT_MB.path(), "needs a memory limit to be a part of; give global.memory_limit as well");
            return null;
        }
        if (softLimit.get() > config.hardLimit()) {
            values.reject(
                    SOFT_LIMIT_MB.path(),
                    ByteSize.format(softLimit.get()) + " is above the memory limit of "
                            + ByteSize.format(config.hardLimit()) + "; lower it or leave it out");
            return null;
        }
        return config.withSoftLimit(softLimit.get());
    }

    private @Nullable CpuMonitorConfig cpu() {
        CpuMonitorConfig defaults = CpuMonitorConfig.defaults();
        Optional<Double> ceiling = values.given(CRITICAL_LOAD_THRESHOLD);
        double high =
                values.given(HIGH_LOAD_THRESHOLD).orElse(Math.min(defaults.highLoadThreshold(), ceiling.orElse(1.0)));
        double critical = ceiling.orElse(Math.max(high, defaults.criticalLoadThreshold()));
        if (!values.areSound(List.of(HIGH_LOAD_THRESHOLD, CRITICAL_LOAD_THRESHOLD))) {
            return null;
        }
        if (high > critical) {
            values.reject(
                    CRITICAL_LOAD_THRESHOLD.path(),
                    DecimalNumber.shortest(critical) + " is below the high_load_threshold of "
                            + DecimalNumber.shortest(high) + "; raise it or lower that");
            return null;
        }
        return new CpuMonitorConfig(
                values.get(CPU_ENABLED),
                high,
                critical,
                ceiling.isPresent(),
                values.get(SAMPLE_INTERVAL_MS),
                values.given(AUTO_THROTTLE).orElse(ceiling.isPresent()),
                values.get(THROTTLE_DELAY_MS));
    }

    private @Nullable MemoryThresholds memoryThresholds() {
        double reduced = values.get(REDUCED_THRESHOLD);
        double minimal = values.get(MINIMAL_THRESHOLD);
        double emergency = values.get(EMERGENCY_THRESHOLD);
        double hysteresis = values.get(MEMORY_HYSTERESIS);
        if (!values.areSound(List.of(REDUCED_THRESHOLD, MINIMAL_THRESHOLD, EMERGENCY_THRESHOLD, MEMORY_HYSTERESIS))) {
            return null;
        }
        if (!(reduced < minimal && minimal < emergency)) {
            values.reject(
                    DEGRADATION,
                    "reduced_threshold " + DecimalNumber.shortest(reduced) + ", minimal_threshold "
                            + DecimalNumber.shortest(minimal) + " and emergency_threshold "
                            + DecimalNumber.shortest(emergency) + " do not rise; give them in this order");
            return null;
        }
        if (hysteresis >= reduced) {
            values.reject(
                    MEMORY_HYSTERESIS.path(),
                    DecimalNumber.shortest(hysteresis) + " is not below the reduced_threshold of "
                            + DecimalNumber.shortest(reduced) + "; lower it");
            return null;
        }
        return new MemoryThresholds(
                reduced, minimal, emergency, hysteresis, Duration.ofMillis(values.get(MEMORY_DWELL_MS)));
    }

    private @Nullable DiskThresholds diskThresholds() {
        if (!values.areSound(List.of(MIN_FREE_MB, DISK_MINIMAL_MB, DISK_REDUCED_MB))) {
            return null;
        }
        double minFree = values.get(MIN_FREE_MB);
        double minimal = values.given(DISK_MINIMAL_MB)
                .orElse(
                        DISK.minimalMb() > minFree
                                ? DISK.minimalMb()
                                : minFree + DISK.minimalMb() - DISK.emergencyMb());
        double reduced = values.given(DISK_REDUCED_MB)
                .orElse(DISK.reducedMb() > minimal ? DISK.reducedMb() : minimal + DISK.reducedMb() - DISK.minimalMb());
        if (!(minFree < minimal && minimal < reduced)) {
            values.reject(
                    DEGRADATION,
                    "disk_reduced_mb " + DecimalNumber.shortest(reduced) + ", disk_minimal_mb "
                            + DecimalNumber.shortest(minimal) + " and disk.min_free_mb "
                            + DecimalNumber.shortest(minFree) + " do not fall; give them in this order");
            return null;
        }
        return new DiskThresholds(
                reduced, minimal, minFree, values.get(DISK_HYSTERESIS), Duration.ofMillis(values.get(DISK_DWELL_MS)));
    }
}
