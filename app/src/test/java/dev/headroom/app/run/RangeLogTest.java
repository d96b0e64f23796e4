package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.LedgerTotals;
import dev.headroom.generator.Range;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeLogTest {
    @TempDir
    Path directory;

    private static CompletedRange range(long index) {
        return new CompletedRange() {
            @Override
            public RangeAssignment assignment() {
                return new RangeAssignment(
                        new Range(index, Range.Kind.CASES, 0, 1, 1, new long[0]),
                        new long[0],
                        DegradationLevel.NORMAL,
                        null,
                        1,
                        SpaceReservation.NOTHING);
            }

            @Override
            public long rows(int table) {
                return 0;
            }

            @Override
            public LedgerTotals totals() {
                return new LedgerTotals();
            }
        };
    }

    /** A slow run's lines never fill a buffer between two checkpoints, and its last one finds its blocks all the same. */
    @Test
    void thereAreAlwaysBlocksForTheLinesToCome() throws Exception {
        try (RangeLog log = RangeLog.open(directory, 0)) {
            for (int checkpoint = 0; checkpoint < 100; checkpoint++) {
                for (int line = 0; line < 50; line++) {
                    log.prepare(range(line), List.of(), List.of());
                    log.addPrepared();
                    log.flushIfLong();
                }
                log.flush();
                log.setSpaceAside();
                assertThat(directory.resolve(RangeLog.FILE_NAME).toFile().length() - log.position())
                        .isGreaterThanOrEqualTo(1 << 16);
            }
            log.giveSpaceBack();
            assertThat(directory.resolve(RangeLog.FILE_NAME)).hasSize(log.position());
        }
    }
}
