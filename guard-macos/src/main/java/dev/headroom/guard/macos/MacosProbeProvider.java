package dev.headroom.guard.macos;

import dev.headroom.probe.Availability;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.TimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Memory and CPUs through OSHI; through {@code ps} and {@code top} where OSHI is missing or fails. The space of disks is left to the JDK,
 * which asks statvfs.
 */
public final class MacosProbeProvider implements ProbeProvider {
    private final String operatingSystem;
    private final Path ps;
    private final Path top;

    /** Made by {@link java.util.ServiceLoader}. */
    public MacosProbeProvider() {
        this(System.getProperty("os.name", "unknown"), Path.of("/bin/ps"), Path.of("/usr/bin/top"));
    }

    MacosProbeProvider(String operatingSystem, Path ps, Path top) {
        this.operatingSystem = operatingSystem;
        this.ps = ps;
        this.top = top;
    }

    @Override
    public String name() {
        return "macos";
    }

    @Override
    public int priority() {
        return PRIORITY_SYSTEM;
    }

    /** Answers from the system's name alone where it is not macOS; loads OSHI, and reads once, where it is. */
    @Override
    public Availability availability() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (!system.startsWith("mac") && !system.startsWith("darwin")) {
            return Availability.notApplicable("it is made for macOS, and this is " + operatingSystem);
        }
        String failure = oshiFailure();
        if (failure == null) {
            return Availability.available("OSHI");
        }
        String without = "OSHI cannot be used (" + failure + ")";
        return Files.isExecutable(ps)
                ? Availability.available("ps and top every few seconds, as " + without)
                : Availability.broken(without + ", and there is no " + ps);
    }

    /** Why OSHI cannot read here; null if it can. */
    private static @Nullable String oshiFailure() {
        try {
            return OshiMemoryProbe.failure();
        } catch (LinkageError | RuntimeException e) {
            return e.toString();
        }
    }

    @Override
    public MemoryProbe openMemoryProbe() {
        return oshiFailure() == null ? OshiMemoryProbe.open() : PsMemoryProbe.of(ps, TimeSource.system());
    }

    @Override
    public CpuProbe openCpuProbe() {
        return oshiFailure() == null ? OshiCpuProbe.open() : TopCpuProbe.of(top, TimeSource.system());
    }
}
