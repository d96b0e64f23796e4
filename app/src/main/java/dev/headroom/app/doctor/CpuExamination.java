package dev.headroom.app.doctor;

import dev.headroom.guard.CpuMonitorConfig;
import dev.headroom.guard.CpuStatus;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.Reading;
import java.util.Locale;

/** What is known of the CPUs, and how many of them a run may use. */
final class CpuExamination {
    private static final double HELD_BACK = 0.05;

    private final CpuMonitorConfig config;

    CpuExamination(CpuMonitorConfig config) {
        this.config = config;
    }

    Section of(CpuStatus cpu, ProbeSelection probes) {
        Section section = new Section("CPU");
        try (CpuProbe probe = probes.openCpuProbe()) {
            CpuReading reading = new CpuReading();
            probe.readDetailed(reading);
            section.line("read from", probe.source());
            section.line(
                    "capacity",
                    Figures.decimal(cpu.capacity()) + " CPUs: " + number(reading.processors(), 1)
                            + " processors, quota " + number(reading.quotaMillis(), 1000));
            section.line(
                    "load",
                    config.enabled()
                            ? "machine " + Figures.percent(cpu.load()) + ", this process "
                                    + Figures.percent(cpu.processLoad()) + ", others "
                                    + Figures.percent(cpu.outsideLoad()) + ", stolen "
                                    + Figures.percent(cpu.stolenShare()) + ", held back by a quota "
                                    + Figures.percent(cpu.throttledShare()) + " of the time"
                            : "not watched: cpu.enabled is false");
            section.line(
                    "throttling",
                    config.autoThrottle()
                            ? "from " + String.format(Locale.ROOT, "%.0f %%", config.criticalLoadThreshold() * 100)
                                    + " on"
                            : "off: cpu.auto_throttle is false");
            section.line("a reading", ReadingCost.detailed(() -> probe.readDetailed(reading)));
        }
        if (cpu.contended()) {
            section.warning("others want the CPUs too; a run will take workers away");
        }
        if (cpu.throttledShare().orElse(0) >= HELD_BACK) {
            section.warning("a CPU quota holds this process back; a run will take workers away");
        }
        return section;
    }

    private static String number(Reading reading, double unit) {
        return switch (reading.kind()) {
            case VALUE -> unit == 1 ? Long.toString(reading.value()) : reading.value() / unit + " CPUs";
            case UNLIMITED -> "none";
            case UNKNOWN -> "unknown (" + reading.reason() + ")";
        };
    }
}
