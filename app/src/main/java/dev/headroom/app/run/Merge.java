package dev.headroom.app.run;

import dev.headroom.generator.RangeSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts shards together: their ranges are copied in order, their totals added up, and the epilogue is made. Used by one thread.
 *
 * <p>It writes no checkpoint while it copies, since the totals of a part of a shard are not known: a merge that is stopped leaves nothing. Before
 * the epilogue they are, so where that waits for an emergency to pass there is one, and a merge that is killed then can be resumed.
 */
final class Merge {
    /**
     * A shard.
     *
     * @param path its directory
     * @param manifest its manifest
     */
    record Part(Path path, Manifest manifest) {}

    private final List<Part> parts;
    private final RunSession session;

    /** Makes a merge of all shards of a run, in order. */
    Merge(List<Part> parts, RunSession session) {
        this.parts = parts;
        this.session = session;
    }

    /** What the shards' processes decided, one after the other. */
    static List<Manifest.Decision> decisions(List<Part> parts) {
        List<Manifest.Decision> all = new ArrayList<>();
        for (Part part : parts) {
            part.manifest().decisions().forEach(decision -> all.add(decision.withSequence(all.size() + 1L)));
        }
        return all;
    }

    /** Bytes of all shards. */
    static long bytes(List<Part> parts) {
        return parts.stream()
                .mapToLong(part -> part.manifest().totals().bytes())
                .sum();
    }

    /**
     * Writes everything.
     *
     * @return whether everything that was begun is in the outputs; false after a failure
     * @throws RunRefusedException if the files of a shard do not hold what was written
     */
    boolean produce(Production production, RangeSequence ranges) throws IOException, RunRefusedException {
        for (Part part : parts) {
            try (RangeCopy copy = RangeCopy.open(part.path(), part.manifest(), session, production)) {
                if (!copy.copy(ranges, part.manifest().nextRange())) {
                    return false;
                }
            }
            if (session.request().stop().isRequested()) {
                return true;
            }
            // Those of all shards at once would take more memory than a run is planned to.
            production
                    .checkpoints()
                    .addTotals(TotalsFile.read(part.path(), part.manifest().ledgerTotals()));
        }
        return production.produceEpilogue(
                ranges, ContentLevel.OF_THE_RESOURCES, production.checkpoints().ledgerTotals());
    }
}
