package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SorterTest {
    @TempDir
    Path temp;

    private static long number(int i) {
        return Hash.of(i, 7) % 1000;
    }

    private static List<List<Long>> read(Sorter.Merge merge, int width) throws IOException {
        List<List<Long>> records = new ArrayList<>();
        while (merge.next()) {
            List<Long> record = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                record.add(merge.get(i));
            }
            records.add(record);
        }
        return records;
    }

    /** Within the buffer, and many times larger than it; by one thread and by several. */
    @ParameterizedTest
    @CsvSource({"0,1,4096", "1,1,4096", "100,1,1048576", "5000,1,4096", "5000,3,4096", "20000,3,8192"})
    void recordsComeInOrderWhateverFitsInMemory(int count, int appenders, int bufferBytes) throws IOException {
        List<List<Long>> expected = new ArrayList<>();
        try (SpillDirectory directory = new SpillDirectory(temp);
                Sorter sorter = new Sorter(directory, 5, bufferBytes)) {
            List<Sorter.Appender> all = new ArrayList<>();
            for (int i = 0; i < appenders; i++) {
                all.add(sorter.appender());
            }
            for (int i = 0; i < count; i++) {
                List<Long> record = List.of(number(i), (long) -i, number(i + 1), 4L, Long.MIN_VALUE + i);
                all.get(i % appenders)
                        .add(record.stream().mapToLong(Long::longValue).toArray());
                expected.add(record);
            }
            expected.sort(Comparator.<List<Long>>comparingLong(record -> record.get(0))
                    .thenComparingLong(record -> record.get(1)));
            assertThat(read(sorter.sorted(), 5)).isEqualTo(expected);
            boolean spills = (long) count * 40 / appenders > bufferBytes || (appenders > 1 && count > 0);
            assertThat(directory.mostBytes() > 0).isEqualTo(spills);
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void equalRecordsAllStay() throws IOException {
        try (SpillDirectory directory = new SpillDirectory(temp);
                Sorter sorter = new Sorter(directory, 2, 4096)) {
            Sorter.Appender appender = sorter.appender();
            for (int i = 0; i < 3000; i++) {
                appender.add(1, 2);
            }
            assertThat(read(sorter.sorted(), 2)).isEqualTo(Collections.nCopies(3000, List.of(1L, 2L)));
        }
    }

    @Test
    void whatWasPutAsideIsCountedAndGoneAtTheEnd() throws IOException {
        SpillDirectory directory = new SpillDirectory(temp);
        Sorter sorter = new Sorter(directory, 2, 4096);
        Sorter.Appender appender = sorter.appender();
        for (int i = 0; i < 1000; i++) {
            appender.add(i, i);
        }
        assertThat(directory.mostBytes()).isEqualTo(12_288);
        assertThat(read(sorter.sorted(), 2)).hasSize(1000);
        assertThat(directory.mostBytes()).isEqualTo(16_000);
        sorter.close();
        directory.close();
        assertThat(temp).isEmptyDirectory();
    }

    /** Bytes that this thread has allocated. */
    private static long allocated() throws JMException {
        return (Long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "CurrentThreadAllocatedBytes");
    }

    /** Many times as many runs as are merged at once: they are merged in passes, in no more memory and hardly more room on disk. */
    @ParameterizedTest
    @CsvSource({"1,4096", "3,16384"})
    void thousandsOfRunsAreMergedInTheMemoryOfOneBuffer(int appenders, int bufferBytes) throws Exception {
        int runs = 3000;
        int count = runs * bufferBytes / 16;
        try (SpillDirectory directory = new SpillDirectory(temp);
                Sorter sorter = new Sorter(directory, 2, bufferBytes)) {
            List<Sorter.Appender> all =
                    Stream.generate(sorter::appender).limit(appenders).toList();
            for (int i = 0; i < count; i++) {
                all.get(i % appenders).add(Hash.of(i, 7) >>> 20, i);
            }
            long before = allocated();
            Sorter.Merge merge = sorter.sorted();
            assertThat(allocated() - before).isLessThan(1 << 20);
            long sum = 0;
            long records = 0;
            boolean ordered = true;
            long last = Long.MIN_VALUE;
            for (; merge.next(); records++) {
                ordered &= last <= merge.get(0) && merge.get(0) == Hash.of(merge.get(1), 7) >>> 20;
                last = merge.get(0);
                sum += merge.get(1);
            }
            assertThat(ordered).isTrue();
            assertThat(records).isEqualTo(count);
            assertThat(sum).isEqualTo((long) count * (count - 1) / 2);
            assertThat(directory.mostBytes()).isBetween(16L * count, 16L * count * 3 / 2);
        }
        assertThat(temp).isEmptyDirectory();
    }
}
