package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Fidelity;
import dev.headroom.generator.LedgerTotals;
import dev.headroom.generator.RangeGenerator;
import dev.headroom.generator.RangeSequence;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TotalsFileTest {
    @TempDir
    Path directory;

    private static LedgerTotals totals(int ranges) {
        LedgerTotals totals = new LedgerTotals();
        RangeGenerator generator = SmallRuns.LEDGER.newRangeGenerator(500);
        RangeSequence sequence = SmallRuns.LEDGER.ranges();
        for (int range = 0; range < ranges; range++) {
            generator.<RuntimeException>generate(sequence.next(), Fidelity.NORMAL, 500, batch -> {});
            totals.add(generator.totals());
        }
        return totals;
    }

    private static byte[] bytes(LedgerTotals totals) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        totals.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void whateverTheManifestSaysIsThereUntilTheNextOneStands() throws Exception {
        LedgerTotals earlier = totals(2);
        LedgerTotals later = totals(4);
        TotalsFile file = TotalsFile.open(directory, null);
        RecordedTotals first = file.write(earlier);
        file.stands();
        RecordedTotals second = file.write(later);
        assertThat(bytes(TotalsFile.read(directory, first))).isEqualTo(bytes(earlier));
        assertThat(bytes(TotalsFile.read(directory, second))).isEqualTo(bytes(later));

        // A process that was killed before its manifest named the second ones.
        TotalsFile resumed = TotalsFile.open(directory, first);
        resumed.write(totals(3));
        assertThat(bytes(TotalsFile.read(directory, first))).isEqualTo(bytes(earlier));
    }

    @Test
    void thereAreAlwaysBlocksForTotalsThatGrow() throws Exception {
        TotalsFile file = TotalsFile.open(directory, null);
        LedgerTotals totals = totals(4);
        file.setSpaceAside(totals.size());
        Path free = directory.resolve(TotalsFile.FILE_NAME);
        long set = Files.size(free);
        assertThat(set).isGreaterThan(bytes(totals).length);
        file.write(totals);
        assertThat(Files.size(free)).isEqualTo(set);
    }

    /** Those of two checkpoints are equal where no range lies between them but the epilogue. */
    @Test
    void totalsThatAreInBothFilesTakeNoMoreThanTheyNeed() throws Exception {
        TotalsFile file = TotalsFile.open(directory, null);
        file.setSpaceAside(1000);
        file.write(totals(4));
        file.stands();
        RecordedTotals last = file.write(totals(4));
        file.stands();
        TotalsFile.settle(directory, last);
        assertThat(directory.resolve(TotalsFile.NEXT_NAME)).doesNotExist();
        assertThat(directory.resolve(TotalsFile.FILE_NAME)).hasBinaryContent(bytes(totals(4)));
    }

    @Test
    void whatWasWrittenLastGetsItsNameAndTakesNoMoreThanItNeeds() throws Exception {
        TotalsFile file = TotalsFile.open(directory, null);
        file.write(totals(2));
        file.stands();
        file.setSpaceAside(1000);
        RecordedTotals last = file.write(totals(4));
        file.stands();
        TotalsFile.settle(directory, last);
        assertThat(directory.resolve(TotalsFile.NEXT_NAME)).doesNotExist();
        assertThat(directory.resolve(TotalsFile.FILE_NAME)).hasBinaryContent(bytes(totals(4)));
    }
}
