package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.LedgerTotals;
import dev.headroom.generator.Range;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OrderedWriterTest {
    private static final TableSchema TABLE = new TableSchema("t", "a table", List.of(Column.integer("id")));

    private static final int MOST_WAITING = 3;

    private final CollectingSinks sinks = new CollectingSinks();
    private final List<Long> committed = Collections.synchronizedList(new ArrayList<>());

    private OutputSet outputs() throws IOException {
        return OutputSet.open(
                Path.of("."), List.of(TABLE), List.of(sinks), RunProgress.emptyOutputs(List.of(TABLE), List.of(sinks)));
    }

    private OrderedWriter writer(int slabBytes, int slabs) {
        return new OrderedWriter(
                0,
                slabBytes,
                slabs,
                MOST_WAITING,
                range -> committed.add(range.assignment().range().index()));
    }

    private static RangeOutput output(long index, OrderedWriter writer, OutputSet outputs) {
        Range range = new Range(index, Range.Kind.CASES, index, index + 1, 1, new long[0]);
        return new RangeOutput(
                new RangeAssignment(range, new long[0], DegradationLevel.NORMAL, null, 1, SpaceReservation.NOTHING),
                writer,
                outputs.outputs(),
                1,
                new LedgerTotals());
    }

    private static byte[] piece(long range, int piece) {
        return (range + "." + piece + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"1,1,64", "2,1,16", "3,2,32", "7,4,64", "5,100,4096"})
    void bytesAreInOrderWhateverTheThreadsAndTheMemory(int threads, int slabs, int slabBytes) throws Exception {
        OutputSet outputs = outputs();
        OrderedWriter writer = writer(slabBytes, slabs);
        AtomicLong next = new AtomicLong();
        int ranges = 500;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            workers.add(pool.submit(() -> {
                for (long range = next.getAndIncrement(); range < ranges; range = next.getAndIncrement()) {
                    RangeOutput output = output(range, writer, outputs);
                    // Later ranges of a round are shorter, so that they tend to overtake the earlier ones.
                    for (int i = 0; i < 20 - range % 20; i++) {
                        byte[] bytes = piece(range, i);
                        output.append(0, bytes, 0, bytes.length);
                    }
                    output.complete();
                }
                return null;
            }));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        pool.shutdown();
        StringBuilder expected = new StringBuilder();
        List<Long> order = new ArrayList<>();
        for (long range = 0; range < ranges; range++) {
            order.add(range);
            for (int i = 0; i < 20 - range % 20; i++) {
                expected.append(range).append('.').append(i).append('\n');
            }
        }
        assertThat(new String(sinks.bytesOf("t"), StandardCharsets.US_ASCII)).isEqualTo(expected.toString());
        assertThat(committed).isEqualTo(order);
    }

    @Test
    void rangesThatOvertakeWaitInSlabsAndAreWrittenByTheirPredecessor() throws Exception {
        OutputSet outputs = outputs();
        OrderedWriter writer = writer(64, 2);
        RangeOutput second = output(1, writer, outputs);
        second.append(0, piece(1, 0), 0, 4);
        second.complete();
        assertThat(sinks.bytesOf("t")).isEmpty();
        RangeOutput first = output(0, writer, outputs);
        first.append(0, piece(0, 0), 0, 4);
        first.complete();
        assertThat(new String(sinks.bytesOf("t"), StandardCharsets.US_ASCII)).isEqualTo("0.0\n1.0\n");
    }

    @Test
    void abortWakesWhoWaits() throws Exception {
        OutputSet outputs = outputs();
        OrderedWriter writer = writer(4, 1);
        RangeOutput second = output(1, writer, outputs);
        second.append(0, piece(1, 0), 0, 4);
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<?> waiting = pool.submit(() -> {
            started.countDown();
            second.append(0, piece(1, 1), 0, 4);
            return null;
        });
        started.await();
        writer.abort();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(RunAbortedException.class);
        pool.shutdown();
        assertThatThrownBy(() -> output(0, writer, outputs).complete()).isInstanceOf(RunAbortedException.class);
    }
}
