package dev.headroom.app.doctor;

import dev.headroom.guard.MemoryStatus;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The Java runtime: its collector and heap, and whether they fit the memory limit. */
final class JvmExamination {
    /** What a run was seen to need beside the heap: classes, compiled code, buffers, and what the kernel keeps for it. */
    static final long BESIDE_THE_HEAP = 72L << 20;

    /** Which part of what the heap leaves that may be, for the level to stay at Normal. */
    private static final double NORMAL_PART = 0.68;

    /** Which part of a limit may be filled; beyond it the kernel is too near. */
    static final double SAFE_PART = 0.97;

    private static final long MB = 1 << 20;
    private static final List<String> SETTINGS = List.of("-Xm", "-Xss", "-XX:");

    private final OptionalInt asked;
    private final int mostThreads;

    JvmExamination(OptionalInt asked, int mostThreads) {
        this.asked = asked;
        this.mostThreads = mostThreads;
    }

    Section of(MemoryStatus memory) {
        Section section = new Section("Java");
        section.line(
                "version",
                System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.name") + ", on "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        section.line(
                "collector",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")));
        long heap = Runtime.getRuntime().maxMemory();
        section.line(
                "heap",
                "at most " + Figures.bytes((double) heap) + ", now "
                        + Figures.bytes((double) memory.heap().committed()) + ", beside it "
                        + Figures.bytes((double) memory.heap().nonHeap()));
        section.line(
                "settings",
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument -> SETTINGS.stream().anyMatch(argument::startsWith))
                        .filter(argument -> !argument.startsWith("-XX:SharedArchiveFile"))
                        .collect(Collectors.joining(" ")));
        section.line(
                "workers",
                (asked.isPresent() ? asked.getAsInt() + " asked for; " : "") + "at most " + mostThreads
                        + " fit into the heap and the limit");
        if (memory.limit().isPresent()) {
            fit(section, heap, memory.limit().getAsLong(), memory.limitSource());
        }
        if (asked.orElse(0) > mostThreads) {
            section.warning(
                    "so many workers have no room, and a run would be refused or soon be short of memory; give --threads "
                            + mostThreads + " or fewer");
        }
        return section;
    }

    /** Whether the heap can grow to its largest size without the limit being reached. */
    static void fit(Section section, long heap, long limit, String source) {
        long room = (long) Math.min(SAFE_PART * limit - BESIDE_THE_HEAP, limit - BESIDE_THE_HEAP / NORMAL_PART);
        if (heap <= room) {
            return;
        }
        String problem = "the heap may grow to " + Figures.bytes((double) heap) + ", and the runtime needs about "
                + Figures.bytes((double) BESIDE_THE_HEAP) + " beside it, which is too much for "
                + Figures.bytes((double) limit) + " (" + source + ")";
        section.warning(
                room >= 32 * MB
                        ? problem + "; HEADROOM_OPTS=-Xmx" + room / MB + "m would fit"
                        : problem + "; no heap fits such a limit: raise it");
    }
}
