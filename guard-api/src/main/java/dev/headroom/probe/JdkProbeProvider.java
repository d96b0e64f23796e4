package dev.headroom.probe;

import java.nio.file.Path;

/** What the JDK can tell by itself on any operating system: disk space, the CPU time of the process, physical memory. */
final class JdkProbeProvider implements ProbeProvider {
    @Override
    public String name() {
        return "jdk";
    }

    @Override
    public int priority() {
        return PRIORITY_JDK;
    }

    @Override
    public Availability availability() {
        return Availability.available("works everywhere, knows neither resident memory nor the load of the machine");
    }

    @Override
    public MemoryProbe openMemoryProbe() {
        return new JdkMemoryProbe();
    }

    @Override
    public DiskProbe openDiskProbe(Path path) {
        return new UsableSpaceProbe(path);
    }

    @Override
    public CpuProbe openCpuProbe() {
        return new JdkCpuProbe();
    }
}
