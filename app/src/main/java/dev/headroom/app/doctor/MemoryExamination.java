package dev.headroom.app.doctor;

import dev.headroom.guard.MemoryGuardConfig;
import dev.headroom.guard.MemoryLimit;
import dev.headroom.guard.MemoryStatus;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import java.util.Locale;

/** What is known of memory, and which of its limits applies. */
final class MemoryExamination {
    private final MemoryGuardConfig config;

    MemoryExamination(MemoryGuardConfig config) {
        this.config = config;
    }

    Section of(MemoryStatus memory, ProbeSelection probes) {
        Section section = new Section("Memory");
        try (MemoryProbe probe = probes.openMemoryProbe()) {
            MemoryReading reading = new MemoryReading();
            probe.readDetailed(reading);
            section.line("read from", probe.source());
            section.line(
                    "in use",
                    Figures.bytes(memory.currentUsage()) + " (resident "
                            + Figures.bytes(memory.residentSet()) + ", working set "
                            + Figures.bytes(memory.workingSet()) + ")");
            section.line("limit", Figures.bytes(memory.limit()) + ", " + memory.limitSource());
            String label = "of these";
            for (MemoryLimit limit : memory.limits()) {
                section.line(label, describe(limit));
                label = "";
            }
            section.line(
                    "pressure",
                    Figures.decimal(memory.pressure()) + ", " + memory.pressureSource() + "; soft limit at "
                            + String.format(Locale.ROOT, "%.2f", config.softPressure()) + "; compared is the "
                            + config.source().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            section.line("a reading", ReadingCost.of(() -> probe.readFast(reading), () -> probe.readDetailed(reading)));
        }
        if (memory.limit().isEmpty()) {
            section.warning("no limit on memory is known; give --memory-limit or global.memory_limit");
        }
        if (memory.pressure().isEmpty()) {
            section.warning(
                    "the pressure is unknown (" + memory.pressureSource() + "), so no level will follow memory");
        }
        return section;
    }

    private static String describe(MemoryLimit limit) {
        StringBuilder text = new StringBuilder(limit.source()).append(": ");
        text.append(limit.bytes().isPresent() ? Figures.bytes(limit.bytes()) : limit.note());
        if (limit.available().isPresent()) {
            // Of what others hold on the machine, this tells more than their sum.
            text.append(", ").append(Figures.bytes(limit.available())).append(" available");
        } else if (limit.usage().isPresent()) {
            text.append(", ").append(Figures.bytes(limit.usage())).append(" used");
            if (limit.workingSet().isPresent()) {
                text.append(", of which ")
                        .append(Figures.bytes(limit.workingSet()))
                        .append(" cannot be dropped");
            }
        }
        return text.toString();
    }
}
