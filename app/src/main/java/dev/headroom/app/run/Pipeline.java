package dev.headroom.app.run;

import dev.headroom.generator.Ledger;
import dev.headroom.generator.RangeGenerator;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates and encodes ranges on worker threads and writes them in order.
 *
 * <p>Each worker takes a range, generates its batches, encodes them, and gives the bytes to the range's output, which takes care of the
 * order. A worker that fails aborts the others; what it failed of becomes the reason of the stop.
 */
final class Pipeline {
    private static final long STACK_BYTES = 1 << 20;

    private final Ledger ledger;
    private final List<TableSchema> tables;
    private final List<TableOutput> outputs;
    private final RangeDispatcher dispatcher;
    private final OrderedWriter writer;
    private final Pace pace;
    private final StopRequest stop;
    private final MemoryPlan plan;

    Pipeline(
            Ledger ledger,
            List<TableOutput> outputs,
            RangeDispatcher dispatcher,
            OrderedWriter writer,
            Pace pace,
            StopRequest stop,
            MemoryPlan plan) {
        this.ledger = ledger;
        this.tables = ledger.tables();
        this.outputs = outputs;
        this.dispatcher = dispatcher;
        this.writer = writer;
        this.pace = pace;
        this.stop = stop;
        this.plan = plan;
    }

    /**
     * Runs until all ranges are written or a stop was asked for and the ranges in production are complete.
     *
     * @return whether everything that was begun is in the outputs; false after a failure
     */
    boolean run() throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < plan.threads(); i++) {
            Worker worker = new Worker();
            workers.add(worker);
            threads.add(new Thread(null, worker, "headroom-worker-" + (i + 1), STACK_BYTES));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return workers.stream().noneMatch(worker -> worker.failed);
    }

    private final class Worker implements Runnable {
        private volatile boolean failed;

        @Override
        @SuppressWarnings("CatchingUnchecked") // whatever ends a worker must end the run cleanly
        public void run() {
            try {
                produceRanges();
            } catch (RunAbortedException e) {
                failed = true;
            } catch (IOException e) {
                fail(StopReason.SINK_FAILURE, "writing failed: " + e.getMessage(), e);
            } catch (OutOfMemoryError e) {
                fail(StopReason.HEAP_EXHAUSTED, "the Java heap is exhausted", e);
            } catch (InterruptedException e) {
                fail(StopReason.INTERRUPTED, "interrupted", e);
            } catch (Throwable e) {
                fail(StopReason.INTERNAL_ERROR, "internal error: " + e, e);
            }
        }

        private void fail(StopReason reason, String message, Throwable cause) {
            failed = true;
            stop.request(reason, message, cause);
            writer.abort();
        }

        private void produceRanges() throws IOException, InterruptedException {
            RangeGenerator generator = ledger.newRangeGenerator(plan.batchRows());
            BatchWriter batches = new BatchWriter(tables, outputs, plan.bufferBytes());
            while (true) {
                pace.beforeRange();
                RangeAssignment assignment = dispatcher.next();
                if (assignment == null) {
                    return;
                }
                RangeOutput output = new RangeOutput(assignment, writer, outputs, tables.size());
                generator.<IOException>generate(
                        assignment.range(),
                        assignment.fidelity(),
                        assignment.batchRows(),
                        batch -> batches.write(batch, output));
                output.complete();
            }
        }
    }
}
