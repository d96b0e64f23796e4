package dev.headroom.examples.probe;

import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.FileSystemReading;
import dev.headroom.probe.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The usable space of a path, in bytes: no more than the number in a file allows. The file is read in detailed readings, some 20 µs. */
final class QuotaFileProbe implements DiskProbe {
    private final Path file;
    private final DiskProbe disk;
    private final Reading quota = new Reading();

    QuotaFileProbe(Path file, DiskProbe disk) {
        this.file = file;
        this.disk = disk;
    }

    @Override
    public void readFast(DiskReading into) {
        disk.readFast(into);
        apply(into);
    }

    @Override
    public void readDetailed(DiskReading into) {
        disk.readDetailed(into);
        try {
            quota.set(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            // Not zero, and not plenty either.
            quota.setUnknown("there is no number in the quota file");
        }
        apply(into);
    }

    private void apply(DiskReading into) {
        if (quota.isUnknown()) {
            into.usable().set(quota);
        } else if (into.usable().isValue()) {
            into.usable().set(Math.min(into.usable().value(), quota.value()));
        }
    }

    @Override
    public void readFileSystem(FileSystemReading into) {
        disk.readFileSystem(into);
    }

    @Override
    public String source() {
        return disk.source() + ", quota in " + file;
    }

    @Override
    public void close() {
        disk.close();
    }
}
