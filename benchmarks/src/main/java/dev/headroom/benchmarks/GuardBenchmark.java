package dev.headroom.benchmarks;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.guard.ResourceSnapshot;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What guarding costs: asking on the hot path, and the sampler's work. Run with {@code -prof gc} for the bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GuardBenchmark {
    private final MemoryReading memoryReading = new MemoryReading();
    private final DiskReading diskReading = new DiskReading();
    private final CpuReading cpuReading = new CpuReading();

    private ResourceGuard started;
    private ResourceGuard inline;
    private MemoryProbe memory;
    private DiskProbe disk;
    private CpuProbe cpu;

    /** Starts a guard with its thread, another without, and opens the best probes. */
    @Setup
    public void open() {
        Path path = Path.of(System.getProperty("java.io.tmpdir"));
        started = guard(path);
        started.start();
        inline = guard(path);
        ProbeSelection probes = ProbeSelection.load();
        memory = probes.openMemoryProbe();
        disk = probes.openDiskProbe(path);
        cpu = probes.openCpuProbe();
        // A fast reading keeps what the last detailed one has found.
        detailedSample();
    }

    private static ResourceGuard guard(Path path) {
        return new ResourceGuard(ResourceGuardConfig.defaults())
                .withOutputPath(path)
                .withCpuMonitoring();
    }

    /** Closes them. */
    @TearDown
    public void close() {
        started.close();
        inline.close();
        memory.close();
        disk.close();
        cpu.close();
    }

    /** What a worker asks before each range. */
    @Benchmark
    public DegradationLevel level() {
        return started.level();
    }

    /** All that the last sample has found. */
    @Benchmark
    public ResourceSnapshot snapshot() {
        return started.snapshot();
    }

    /** What is read every time: usage, resident set, disk, processor time. */
    @Benchmark
    public void fastSample() {
        memory.readFast(memoryReading);
        disk.readFast(diskReading);
        cpu.readFast(cpuReading);
    }

    /** What is read every fifth time, or every time near a limit. */
    @Benchmark
    public void detailedSample() {
        memory.readDetailed(memoryReading);
        disk.readDetailed(diskReading);
        cpu.readDetailed(cpuReading);
    }

    /** Reading, deciding and publishing, on the calling thread. */
    @Benchmark
    public ResourceSnapshot check() {
        return inline.checkAll();
    }
}
