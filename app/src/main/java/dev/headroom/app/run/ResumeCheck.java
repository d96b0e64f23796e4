package dev.headroom.app.run;

import dev.headroom.generator.Ledger;
import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Checks that a directory still is what its run has left: the program, the configuration, and the files. */
final class ResumeCheck {
    private final Path path;
    private final Manifest manifest;

    ResumeCheck(Path path, Manifest manifest) {
        this.path = path;
        this.manifest = manifest;
    }

    /** Refuses what a merge has left that was killed, which keeps no totals of a part of a shard. */
    void status() throws RunRefusedException {
        if (manifest.status() == Manifest.Status.MERGING) {
            throw new RunRefusedException(path + ": the merge that made it was killed, and nothing of it can be used;"
                    + " 'headroom merge' the shards again, with --overwrite");
        }
    }

    /** Refuses what another version of the generator has made. */
    void algorithm() throws RunRefusedException {
        if (!manifest.algorithmVersion().equals(Ledger.algorithmVersion())) {
            throw new RunRefusedException(path + ": the run was made by algorithm version "
                    + manifest.algorithmVersion() + ", this is " + Ledger.algorithmVersion()
                    + "; go on with Headroom " + manifest.headroomVersion());
        }
    }

    /** Refuses a manifest that would have the run go on as that of another ledger. */
    void ranges() throws RunRefusedException {
        if (!manifest.rangesHold()) {
            throw new RunRefusedException(path.resolve(ManifestFile.FILE_NAME)
                    + ": its ranges or levels are not what was written; put back what was written");
        }
    }

    /** Refuses a configuration that would make other data. */
    void configuration(RunRequest request) throws RunRefusedException {
        RecordedConfiguration present = request.configuration();
        Set<String> changed = differences(manifest.configurationChecksums(), present.checksums());
        if (!manifest.formats().equals(request.formats())) {
            changed.add("output.formats");
        }
        if (!request.compression().equals(Objects.requireNonNullElse(manifest.compression(), Compression.NONE))) {
            changed.add("output.compression");
        }
        if (!changed.isEmpty()
                || !manifest.configurationSha256().equals(present.sha256())
                || !manifest.configurationChecksums().equals(present.checksums())) {
            throw new RunRefusedException(path + ": the configuration in " + ManifestFile.FILE_NAME
                    + " was changed since the run began"
                    + (changed.isEmpty() ? "" : ": " + String.join(", ", changed))
                    + "; put it back, or generate anew");
        }
    }

    /** The keys of which checksums differ. */
    static Set<String> differences(Map<String, String> before, Map<String, String> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> before.getOrDefault(key, "").equals(after.getOrDefault(key, "")));
        return keys;
    }

    /** A manifest that was edited must not have files emptied that it does not name. */
    void shape(RunRequest request, List<SinkProvider> providers) throws RunRefusedException {
        RangeSpan span = RangeSpan.of(request.ledger(), manifest.shard());
        Set<String> names = new HashSet<>();
        manifest.outputs().forEach(output -> names.add(output.name()));
        Set<String> expected = new HashSet<>();
        for (TableSchema table : request.ledger().tables()) {
            providers.forEach(provider -> expected.add(TableOutput.nameOf(provider, table)));
        }
        if (!names.equals(expected)
                || manifest.ranges().first() != span.first()
                || manifest.ranges().total() != span.count()
                || manifest.ranges().numbering().length
                        != request.ledger().ranges().numbering().length) {
            throw new RunRefusedException(path.resolve(ManifestFile.FILE_NAME)
                    + ": its outputs or ranges are not those of its configuration; put back what was written");
        }
    }

    /** Refuses formats whose sinks cannot go on where they stopped. */
    void resumable(List<SinkProvider> providers) throws RunRefusedException {
        for (SinkProvider provider : providers) {
            if (!provider.resumable()) {
                throw new RunRefusedException(path + ": format " + provider.format()
                        + " cannot be resumed in place; generate anew into another directory");
            }
        }
    }

    /** Refuses formats whose files cannot be put together of what is there and what is generated. */
    void repairable(List<SinkProvider> providers, List<TableSchema> tables) throws RunRefusedException {
        for (SinkProvider provider : providers) {
            if (!provider.resumable()
                    || tables.stream()
                            .anyMatch(table -> provider.fileNames(table).size() != 1)) {
                throw new RunRefusedException(path + ": format " + provider.format()
                        + " does not keep each table in a file of its own that can be resumed, so it cannot be"
                        + " repaired; generate anew into another directory");
            }
        }
    }

    /** Refuses files that are not as long as they were. */
    void files() throws RunRefusedException, IOException {
        for (OutputState output : manifest.outputs()) {
            if (!output.name().contains(":") && output.bytes() > 0) {
                file(path.resolve(output.name()), output.bytes());
            }
        }
        if (manifest.ranges().logBytes() > 0) {
            file(path.resolve(RangeLog.FILE_NAME), manifest.ranges().logBytes());
        }
    }

    private static void file(Path file, long bytes) throws RunRefusedException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new RunRefusedException(file + " is missing; put it back, or generate anew");
        }
        if (Files.size(file) < bytes) {
            throw new RunRefusedException(file + " has " + Files.size(file) + " bytes, the manifest knows of " + bytes
                    + "; put the file back, or generate anew");
        }
        if (!Files.isWritable(file)) {
            throw new RunRefusedException(file + " cannot be written: permission denied");
        }
    }
}
