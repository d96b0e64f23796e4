package dev.headroom.guard.linux;

import dev.headroom.probe.Availability;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.ProbeProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Memory and CPUs by procfs and control groups; disks by what the JDK asks of statvfs, and their inodes. */
public final class LinuxProbeProvider implements ProbeProvider {
    private final KernelFiles kernel;
    private final String operatingSystem;

    /** Made by {@link java.util.ServiceLoader}. */
    public LinuxProbeProvider() {
        this(KernelFiles.ofThisMachine(), System.getProperty("os.name", "unknown"));
    }

    LinuxProbeProvider(KernelFiles kernel, String operatingSystem) {
        this.kernel = kernel;
        this.operatingSystem = operatingSystem;
    }

    @Override
    public String name() {
        return "linux";
    }

    @Override
    public int priority() {
        return PRIORITY_SYSTEM;
    }

    @Override
    public Availability availability() {
        if (!operatingSystem.toLowerCase(Locale.ROOT).contains("linux")) {
            return Availability.notApplicable("it is made for Linux, and this is " + operatingSystem);
        }
        if (!Files.isReadable(kernel.path("/proc/self/statm"))) {
            return Availability.broken("/proc/self/statm cannot be read; is /proc mounted?");
        }
        List<CgroupMembership.Group> groups = kernel.groups("memory");
        return Availability.available(
                groups.isEmpty()
                        ? "procfs, no control groups"
                        : "procfs, " + groups.get(0).name());
    }

    @Override
    public MemoryProbe openMemoryProbe() {
        return new LinuxMemoryProbe(kernel);
    }

    @Override
    public DiskProbe openDiskProbe(Path path) {
        return new LinuxDiskProbe(path);
    }

    @Override
    public CpuProbe openCpuProbe() {
        return new LinuxCpuProbe(kernel);
    }
}
