package dev.headroom.app.doctor;

import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.run.MemoryPlan;
import dev.headroom.app.run.OutputPath;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.generator.Ledger;
import dev.headroom.guard.CpuMonitorConfig;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceSnapshot;
import dev.headroom.probe.Candidate;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.SinkProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at this machine as a run of a configuration would see it. Writes nothing. Takes about a second, as the load of the CPUs is the
 * difference of two readings.
 */
public final class Examination {
    /** Long enough for the load to mean something, short enough to wait for. */
    private static final int CPU_INTERVAL_MILLIS = 300;

    private static final long MILLI = 1_000_000L;

    private final HeadroomConfiguration configuration;
    private final ProbeSelection probes;
    private final SinkCatalogue sinks;
    private final TimeSource time;

    /** An examination for a run of a configuration, with the probes and sinks that are there. */
    public Examination(
            HeadroomConfiguration configuration, ProbeSelection probes, SinkCatalogue sinks, TimeSource time) {
        this.configuration = configuration;
        this.probes = probes;
        this.sinks = sinks;
        this.time = time;
    }

    /** The report in lines for people; the last says how many warnings there are. */
    public List<String> report() throws InterruptedException {
        Path output = configuration.output().directory();
        ResourceSnapshot snapshot = snapshot(output);
        List<SinkProvider> providers = sinks.providers().stream()
                .filter(provider -> configuration.output().formats().contains(provider.format()))
                .toList();
        int threads = MemoryPlan.mostThreads(
                Ledger.catalogue(),
                providers,
                MemoryPlan.totalsBytes(Ledger.of(configuration.ledger(), configuration.shape())),
                Runtime.getRuntime().maxMemory(),
                snapshot.memory().limit().orElse(Long.MAX_VALUE));
        List<Section> sections = List.of(
                probes(),
                new MemoryExamination(configuration.guards().memory()).of(snapshot.memory(), probes),
                new DiskExamination(configuration.guards().disk()).of(output, snapshot, probes),
                new CpuExamination(configuration.guards().cpu()).of(snapshot.cpu(), probes),
                new JvmExamination(configuration.workerThreads(), threads).of(snapshot.memory()),
                new FormatExamination(sinks.providers(), sinks.refused())
                        .of(configuration.output().formats()));
        List<String> lines = new ArrayList<>();
        int warnings = 0;
        for (Section section : sections) {
            lines.addAll(section.lines());
            warnings += section.warnings();
        }
        lines.add(verdict(output, snapshot, warnings));
        return lines;
    }

    private static String verdict(Path output, ResourceSnapshot snapshot, int warnings) {
        String counted = warnings == 0 ? "no warnings" : warnings == 1 ? "1 warning" : warnings + " warnings";
        return (OutputPath.problemOf(output) == null
                        ? "A run that began now would be at level " + snapshot.decidedLevel()
                        : "No run could begin now, because of its output")
                + "; " + counted;
    }

    private ResourceSnapshot snapshot(Path output) throws InterruptedException {
        CpuMonitorConfig cpu = configuration.guards().cpu().withSampleIntervalMs(CPU_INTERVAL_MILLIS);
        try (ResourceGuard guard =
                new ResourceGuard(configuration.guards().withCpu(cpu), probes, time).withOutputPath(output)) {
            guard.start();
            time.sleep(2 * CPU_INTERVAL_MILLIS * MILLI);
            return guard.snapshot();
        }
    }

    private Section probes() {
        Section section = new Section("Probes");
        for (Candidate candidate : probes.candidates()) {
            String outcome = candidate.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String text = outcome + " (priority " + candidate.priority() + "): " + candidate.reason();
            if (candidate.verdict() == Candidate.Verdict.REFUSED) {
                section.warning(candidate.name() + " " + text);
            } else {
                section.line(candidate.name(), text);
            }
        }
        return section;
    }
}
