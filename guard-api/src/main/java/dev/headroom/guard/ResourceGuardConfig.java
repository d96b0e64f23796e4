package dev.headroom.guard;

import dev.headroom.degrade.DegradationConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How all resources are guarded. Immutable.
 *
 * @param memory how memory is guarded
 * @param disk how each output path is guarded
 * @param cpu how the CPUs are watched
 * @param degradation how the level follows
 * @param outputPaths where files will be written; paths of one file system share its space and their reservations
 */
public record ResourceGuardConfig(
        MemoryGuardConfig memory,
        DiskSpaceGuardConfig disk,
        CpuMonitorConfig cpu,
        DegradationConfig degradation,
        List<Path> outputPaths) {
    /** Copies the paths. */
    public ResourceGuardConfig {
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(disk, "disk");
        Objects.requireNonNull(cpu, "cpu");
        Objects.requireNonNull(degradation, "degradation");
        outputPaths = List.copyOf(outputPaths);
    }

    /**
     * Returns the defaults of every part, with no output path and the CPUs not watched.
     *
     * @return the defaults
     */
    public static ResourceGuardConfig defaults() {
        return new ResourceGuardConfig(
                MemoryGuardConfig.defaults(),
                DiskSpaceGuardConfig.defaults(),
                CpuMonitorConfig.disabled(),
                DegradationConfig.defaults(),
                List.of());
    }

    /**
     * Returns this configuration with another guard of memory.
     *
     * @param value how memory is guarded
     * @return the changed configuration
     */
    public ResourceGuardConfig withMemory(MemoryGuardConfig value) {
        return new ResourceGuardConfig(value, disk, cpu, degradation, outputPaths);
    }

    /**
     * Returns this configuration with another guard of disks. Unlike {@link #withMinFree} this leaves the levels' thresholds alone.
     *
     * @param value how each output path is guarded
     * @return the changed configuration
     */
    public ResourceGuardConfig withDisk(DiskSpaceGuardConfig value) {
        return new ResourceGuardConfig(memory, value, cpu, degradation, outputPaths);
    }

    /**
     * Returns this configuration with another minimum of free disk space: the guard's hard limit and the threshold of level Emergency.
     *
     * @param mb how much must stay free, in MB
     * @return the changed configuration
     */
    public ResourceGuardConfig withMinFree(long mb) {
        return new ResourceGuardConfig(
                memory,
                disk.withMinFree(mb),
                cpu,
                degradation.withDisk(degradation.disk().withMinFree((double) mb)),
                outputPaths);
    }

    /**
     * Returns this configuration with another watch of the CPUs.
     *
     * @param value how the CPUs are watched
     * @return the changed configuration
     */
    public ResourceGuardConfig withCpu(CpuMonitorConfig value) {
        return new ResourceGuardConfig(memory, disk, value, degradation, outputPaths);
    }

    /**
     * Returns this configuration with other levels.
     *
     * @param value how the level follows
     * @return the changed configuration
     */
    public ResourceGuardConfig withDegradation(DegradationConfig value) {
        return new ResourceGuardConfig(memory, disk, cpu, value, outputPaths);
    }

    /**
     * Returns this configuration with one output path more.
     *
     * @param path where files will be written
     * @return the changed configuration
     */
    public ResourceGuardConfig withOutputPath(Path path) {
        List<Path> paths = new ArrayList<>(outputPaths);
        paths.add(path);
        return new ResourceGuardConfig(memory, disk, cpu, degradation, paths);
    }
}
