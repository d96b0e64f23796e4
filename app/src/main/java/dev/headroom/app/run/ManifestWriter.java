package dev.headroom.app.run;

import dev.headroom.sink.Compression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the manifests of a process: what stays the same in them, and what it asks for each time. Used by one thread at a time. */
final class ManifestWriter {
    private final RunIdentity identity;
    private final ManifestFile file;
    private final Supplier<Manifest.Resources> resources;
    private final Supplier<List<Manifest.Decision>> decisions;

    ManifestWriter(
            RunIdentity identity,
            ManifestFile file,
            Supplier<Manifest.Resources> resources,
            Supplier<List<Manifest.Decision>> decisions) {
        this.identity = identity;
        this.file = file;
        this.resources = resources;
        this.decisions = decisions;
    }

    /** The directory of the manifests. */
    Path directory() {
        return file.directory();
    }

    /** Replaces the manifest, durably, and returns it. All that it claims must be durable already. */
    Manifest write(RunProgress progress, GeneratedCount generated, Manifest.Status status, Manifest.@Nullable Stop stop)
            throws IOException {
        Manifest manifest = manifest(progress, generated, status, stop);
        file.replace(manifest);
        return manifest;
    }

    /** What {@link #write} would write. */
    Manifest manifest(
            RunProgress progress, GeneratedCount generated, Manifest.Status status, Manifest.@Nullable Stop stop) {
        return new Manifest(
                Manifest.FORMAT_VERSION,
                identity.headroomVersion(),
                identity.algorithmVersion(),
                status,
                stop,
                identity.configuration().sha256(),
                identity.configuration().checksums(),
                identity.configuration().json(),
                identity.formats(),
                identity.compression().equals(Compression.NONE) ? null : identity.compression(),
                identity.shard(),
                identity.replayLevels(),
                ranges(progress),
                progress.levels(),
                progress.outputs(),
                progress.totals(),
                progress.ledgerTotals(),
                generated,
                resources.get(),
                decisions.get());
    }

    private Manifest.Ranges ranges(RunProgress progress) {
        RangeSpan ranges = identity.ranges();
        return new Manifest.Ranges(
                ranges.first(),
                ranges.count(),
                identity.shape().units(),
                progress.numbering(),
                progress.logBytes(),
                RangesChecksum.of(
                        identity.algorithmVersion(),
                        identity.configuration().sha256(),
                        ranges.first(),
                        ranges.count(),
                        identity.shape(),
                        progress.numbering(),
                        progress.logBytes(),
                        progress.levels()));
    }
}
