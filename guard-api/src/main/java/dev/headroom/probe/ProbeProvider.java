package dev.headroom.probe;

import java.nio.file.Path;

/**
 * Supplies probes; found with {@link java.util.ServiceLoader}. It loads on every operating system and says there why it does not
 * apply. The provider of the highest priority that is available is taken; where it cannot open a probe, the next one is asked.
 *
 * <p>Priorities: the JDK's own provider has {@link #PRIORITY_JDK}, those of an operating system have {@link #PRIORITY_SYSTEM}, and
 * one that is to replace them takes more, from {@link #PRIORITY_CUSTOM} on.
 */
public interface ProbeProvider {
    /** The priority of the provider that works everywhere and knows least. */
    int PRIORITY_JDK = 0;

    /** The priority of a provider made for one operating system. */
    int PRIORITY_SYSTEM = 100;

    /** The least priority of a provider that is to be taken instead of the ones that come with Headroom. */
    int PRIORITY_CUSTOM = 1000;

    /**
     * Returns the provider's name.
     *
     * @return a short lower-case name such as {@code linux}
     */
    String name();

    /**
     * Returns how much this provider is to be preferred.
     *
     * @return the priority; the highest is asked first, equal ones in the order of their names
     */
    int priority();

    /**
     * Tells whether the provider works here. Cheap; called once for each selection.
     *
     * @return the answer with its reason
     */
    Availability availability();

    /**
     * Opens a probe of memory.
     *
     * @return the probe, to be closed by the caller
     * @throws UnsupportedOperationException if this provider measures no memory; the next one is asked then
     */
    default MemoryProbe openMemoryProbe() {
        throw new UnsupportedOperationException("measures no memory");
    }

    /**
     * Opens a probe of the disk that a path is on.
     *
     * @param path a file or directory; if it is missing, its nearest parent that exists is measured until it appears
     * @return the probe, to be closed by the caller
     * @throws UnsupportedOperationException if this provider measures no disks; the next one is asked then
     */
    default DiskProbe openDiskProbe(Path path) {
        throw new UnsupportedOperationException("measures no disks");
    }

    /**
     * Opens a probe of the CPUs.
     *
     * @return the probe, to be closed by the caller
     * @throws UnsupportedOperationException if this provider measures no CPUs; the next one is asked then
     */
    default CpuProbe openCpuProbe() {
        throw new UnsupportedOperationException("measures no CPUs");
    }
}
