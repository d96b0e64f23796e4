package dev.headroom.examples.probe;

import dev.headroom.probe.Availability;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.ProbeProvider;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Knows how much a team may still write to a shared file server: a number of bytes in a file that the server refreshes, named by the system
 * property {@code quota.file}. Memory and CPUs are left to others.
 */
public final class QuotaFileProbeProvider implements ProbeProvider {
    private final Path quota;

    /** Made by {@link java.util.ServiceLoader}. */
    public QuotaFileProbeProvider() {
        this(Path.of(System.getProperty("quota.file", "")));
    }

    QuotaFileProbeProvider(Path quota) {
        this.quota = quota;
    }

    @Override
    public String name() {
        return "quota-file";
    }

    @Override
    public int priority() {
        return PRIORITY_CUSTOM;
    }

    @Override
    public Availability availability() {
        return Files.isRegularFile(quota)
                ? Availability.available("quota in " + quota)
                : Availability.notApplicable("the system property quota.file names no file");
    }

    @Override
    public DiskProbe openDiskProbe(Path path) {
        return new QuotaFileProbe(quota, DiskProbe.usableSpace(path));
    }
}
