package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How many bytes a repair is going to write.
 *
 * @param bytes of the ranges that are copied, and about those of the ranges that are generated
 */
record RepairRoom(long bytes) {
    /** How much larger ranges become at Normal where no range tells: more than was seen from Minimal. */
    private static final double GROWTH = 2.5;

    /** Adds up what the range log says of the ranges from one on. */
    static RepairRoom of(Path run, Manifest manifest, long fromRange) throws IOException, RunRefusedException {
        long copied = 0;
        long soundBytes = 0;
        long soundEntries = 0;
        long degradedBytes = 0;
        long degradedEntries = 0;
        try (RecordedRanges ranges = RecordedRanges.open(run, manifest)) {
            for (RecordedRange range = ranges.next(); range != null; range = ranges.next()) {
                boolean sound = range.level() == DegradationLevel.NORMAL;
                long bytes = range.bytes();
                if (sound && range.entries() > 0) {
                    soundBytes += bytes;
                    soundEntries += range.entries();
                }
                if (range.index() >= fromRange) {
                    copied += sound ? bytes : 0;
                    degradedBytes += sound ? 0 : bytes;
                    degradedEntries += sound ? 0 : range.entries();
                }
            }
        }
        double generated = soundEntries == 0
                ? GROWTH * (double) degradedBytes
                : Math.max(
                        (double) degradedBytes, (double) degradedEntries * (double) soundBytes / (double) soundEntries);
        return new RepairRoom(copied + (long) generated);
    }
}
