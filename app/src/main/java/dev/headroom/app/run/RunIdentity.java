package dev.headroom.app.run;

import dev.headroom.generator.LedgerShape;
import dev.headroom.sink.Compression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same in every manifest of a run.
 *
 * @param headroomVersion version of the program
 * @param algorithmVersion version of the generator's algorithm
 * @param configuration the configuration in force
 * @param formats output formats in the order they were asked for
 * @param compression how the files are compressed
 * @param shard which part of a whole run it is; null if it is a whole one
 * @param replayLevels levels that the run replays; null if it follows its resources
 * @param ranges its ranges
 * @param shape the shape of its ledger
 */
record RunIdentity(
        String headroomVersion,
        String algorithmVersion,
        RecordedConfiguration configuration,
        List<String> formats,
        Compression compression,
        @Nullable Shard shard,
        @Nullable List<LevelSpan> replayLevels,
        RangeSpan ranges,
        LedgerShape shape) {}
