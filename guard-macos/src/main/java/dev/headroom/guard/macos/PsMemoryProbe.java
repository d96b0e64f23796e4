package dev.headroom.guard.macos;

import com.sun.management.OperatingSystemMXBean;
import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.TimeSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resident set as {@code ps -o rss=} tells it, in bytes, read every five seconds: starting a process takes about 5 ms. The first
 * reading waits for it, a second at most; the others take what the last one printed, which is up to five seconds old, and too old after
 * fifteen. It stands for the working set too, as ps tells no footprint.
 */
final class PsMemoryProbe implements MemoryProbe {
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final String NOT_TOLD = "ps does not tell it";
    private static final String NOT_UNDERSTOOD = "the output of ps is not understood";

    private final PeriodicCommand command;
    private final long physicalBytes;
    private @Nullable String parsed;
    private long resident;

    PsMemoryProbe(PeriodicCommand command) {
        this.command = command;
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        physicalBytes = system == null ? 0 : system.getTotalMemorySize();
    }

    static PsMemoryProbe of(Path ps, TimeSource time) {
        String pid = Long.toString(ProcessHandle.current().pid());
        return new PsMemoryProbe(new PeriodicCommand(List.of(ps.toString(), "-o", "rss=", "-p", pid), INTERVAL, time));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same output needs no second parsing
    public void readFast(MemoryReading into) {
        String output = command.poll();
        if (output != null && output != parsed) {
            resident = PsOutput.residentBytes(output);
            parsed = output;
        }
        if (output == null) {
            into.resident().setUnknown(command.failure());
        } else if (resident == PsOutput.UNREADABLE) {
            into.resident().setUnknown(NOT_UNDERSTOOD);
        } else {
            into.resident().set(resident);
        }
        into.workingSet().set(into.resident());
        into.domain(0).workingSet().set(into.resident());
    }

    @Override
    public void readDetailed(MemoryReading into) {
        into.setDomainCount(1);
        MemoryDomain machine = into.domain(0);
        machine.setName("physical memory");
        readFast(into);
        into.peakResident().setUnknown(NOT_TOLD);
        into.sharedMemory().setUnknown(NOT_TOLD);
        machine.usage().setUnknown(NOT_TOLD);
        machine.available().setUnknown(NOT_TOLD);
        if (physicalBytes > 0) {
            machine.limit().set(physicalBytes);
        } else {
            machine.limit().setUnknown("the JDK does not tell it");
        }
    }

    @Override
    public String source() {
        return "ps -o rss= every " + INTERVAL.toSeconds() + " s";
    }

    @Override
    public void close() {
        command.close();
    }
}
