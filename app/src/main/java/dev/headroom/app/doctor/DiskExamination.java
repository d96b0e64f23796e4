package dev.headroom.app.doctor;

import dev.headroom.app.run.OutputPath;
import dev.headroom.guard.DiskSpaceGuardConfig;
import dev.headroom.guard.DiskStatus;
import dev.headroom.guard.ResourceSnapshot;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.ProbeSelection;
import java.nio.file.Path;

/** What is known of the file system that the output goes to. */
final class DiskExamination {
    private final DiskSpaceGuardConfig config;

    DiskExamination(DiskSpaceGuardConfig config) {
        this.config = config;
    }

    Section of(Path output, ResourceSnapshot snapshot, ProbeSelection probes) {
        Section section = new Section("Disk");
        String problem = OutputPath.problemOf(output);
        if (problem != null) {
            section.warning(problem);
        }
        try (DiskProbe probe = probes.openDiskProbe(output)) {
            DiskReading reading = new DiskReading();
            probe.readDetailed(reading);
            section.line("output", output.toAbsolutePath().normalize().toString());
            section.line("read from", probe.source());
            for (DiskStatus disk : snapshot.disks()) {
                describe(section, disk);
            }
            section.line("size", Figures.bytes(reading.total().asOptional()));
            section.line("a reading", ReadingCost.of(() -> probe.readFast(reading), () -> probe.readDetailed(reading)));
        }
        return section;
    }

    private void describe(Section section, DiskStatus disk) {
        section.line(
                "file system",
                (disk.fileSystem().isEmpty() ? "of unknown type" : disk.fileSystem())
                        + (disk.inMemory() ? ", in memory" : ""));
        section.line(
                "available",
                Figures.bytes(disk.availableBytes())
                        + (disk.unknownReason().isEmpty() ? "" : " (" + disk.unknownReason() + ")")
                        + "; " + config.hardLimitMb() + " MB must stay free, and "
                        + config.reserveBufferMb() + " MB count as used");
        if (disk.inMemory()) {
            section.warning("the output directory lives in memory: what is written there takes memory, and counts"
                    + " against its limits; give a directory on a disk with -o");
        }
        if (disk.belowHardLimit()) {
            section.warning("less is available than must stay free, so that a run would stop at once; make room");
        }
        if (disk.availableBytes().isEmpty()) {
            section.warning("the free space is unknown, so that no level will follow it");
        }
    }
}
