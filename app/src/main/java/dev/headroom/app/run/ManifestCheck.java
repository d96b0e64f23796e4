package dev.headroom.app.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a manifest that was read is one that a run can have written: a file may have been edited, or damaged. */
final class ManifestCheck {
    private ManifestCheck() {}

    /**
     * The manifest, if nothing is wrong with it.
     *
     * @throws UnsoundManifestException if something is missing or impossible
     * @throws RunRefusedException if another version has written it
     */
    static Manifest checked(Path file, @Nullable Manifest manifest) throws RunRefusedException {
        if (manifest != null && manifest.formatVersion() != Manifest.FORMAT_VERSION) {
            throw new RunRefusedException(file + ": it has format version " + manifest.formatVersion()
                    + ", this version of Headroom writes " + Manifest.FORMAT_VERSION + "; use Headroom "
                    + manifest.headroomVersion());
        }
        String problem = manifest == null ? "it is empty" : problemOf(manifest);
        if (problem != null) {
            throw new UnsoundManifestException(
                    file + ": not a sound manifest: " + problem + "; put back what was written");
        }
        return Objects.requireNonNull(manifest);
    }

    private static @Nullable String problemOf(Manifest manifest) {
        String missing = missing(manifest);
        if (missing != null) {
            return missing + " is missing";
        }
        if (manifest.shard() != null
                && (manifest.shard().number() < 1
                        || manifest.shard().number() > manifest.shard().count())) {
            return "there is no shard " + manifest.shard();
        }
        RunTotals totals = manifest.totals();
        long total = manifest.ranges().total();
        if (totals.ranges() < 0 || totals.ranges() > total) {
            return totals.ranges() + " ranges of " + total + " are complete";
        }
        if (Math.min(Math.min(totals.entries(), totals.journalLines()), Math.min(totals.rows(), totals.bytes())) < 0) {
            return "one of totals is negative";
        }
        if (manifest.ranges().logBytes() < 0
                || manifest.ranges().first() < 0
                || Arrays.stream(manifest.ranges().numbering()).anyMatch(number -> number < 0)) {
            return "one of ranges is negative";
        }
        if (manifest.ledgerTotals() != null && manifest.ledgerTotals().bytes() < 0) {
            return "the length of ledger_totals is negative";
        }
        String problem = problemOf(manifest.levels(), manifest.ranges().first(), manifest.nextRange());
        return problem == null ? problemOf(manifest.outputs()) : problem;
    }

    private static @Nullable String problemOf(List<LevelSpan> levels, long first, long end) {
        long next = first;
        for (LevelSpan span : levels) {
            if (span.from() != next || span.to() <= next) {
                return "levels does not go on from range " + next;
            }
            next = span.to();
        }
        return next == end ? null : "levels ends at range " + next + " instead of " + end;
    }

    private static @Nullable String problemOf(List<OutputState> outputs) {
        Set<String> names = new HashSet<>();
        for (OutputState output : outputs) {
            if (!names.add(output.name())) {
                return "outputs has " + output.name() + " twice";
            }
            if (output.bytes() < 0 || output.rows() < 0) {
                return "the bytes or rows of " + output.name() + " are negative";
            }
        }
        return null;
    }

    /** The first field without a value; what the records promise of theirs holds only if JSON had them. */
    private static @Nullable String missing(Manifest manifest) {
        if (lacks(manifest.headroomVersion(), manifest.algorithmVersion(), manifest.configurationSha256())) {
            return "a version or the configuration's hash";
        }
        if (lacks(manifest.status(), manifest.totals(), manifest.resources(), manifest.configuration())
                || manifest.configuration().isNull()) {
            return "status, totals, resources or configuration";
        }
        if (lacks(manifest.generated(), manifest.configurationChecksums())) {
            return "generated or configuration_checksums";
        }
        if (lacks(manifest.ranges())
                || lacks((Object) manifest.ranges().numbering())
                || lacksSome(manifest.ranges().units())
                || lacks(manifest.ranges().sha256())) {
            return "ranges, or its units, numbering or sha256,";
        }
        RecordedTotals recorded = manifest.ledgerTotals();
        if (manifest.totals().ranges() > 0 && (recorded == null || lacks(recorded.sha256()))) {
            return "ledger_totals, or its sha256,";
        }
        if (lacksSome(manifest.formats())) {
            return "formats, or one of them,";
        }
        if (lacksSome(manifest.levels()) || manifest.levels().stream().anyMatch(span -> lacks(span.level()))) {
            return "levels, or one of them,";
        }
        if (lacksSome(manifest.outputs())
                || manifest.outputs().stream().anyMatch(o -> lacks(o.name(), o.table(), o.format()))) {
            return "outputs, or one of their names,";
        }
        return lacksSome(manifest.decisions()) ? "decisions, or one of them," : null;
    }

    private static boolean lacks(@Nullable Object... values) {
        return Arrays.stream(values).anyMatch(Objects::isNull);
    }

    private static boolean lacksSome(@Nullable Collection<?> values) {
        return values == null || values.stream().anyMatch(Objects::isNull);
    }
}
