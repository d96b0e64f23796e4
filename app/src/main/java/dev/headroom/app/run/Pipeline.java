package dev.headroom.app.run;

import dev.headroom.generator.Ledger;
import dev.headroom.generator.RangeGenerator;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates and encodes ranges on worker threads and writes them in order.
 *
 * <p>Each worker takes a range, generates its batches, encodes them, and gives the bytes to the range's output, which takes care of the
 * order. A worker that fails aborts the others; what it failed of becomes the reason of the stop.
 */
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private static final long STACK_BYTES = 1 << 20;

    private final Ledger ledger;
    private final List<TableSchema> tables;
    private final List<TableOutput> outputs;
    private final RangeDispatcher dispatcher;
    private final OrderedWriter writer;
    private final Pace pace;
    private final RunGuard guard;
    private final StopRequest stop;
    private final MemoryPlan plan;
    private volatile boolean failed;

    Pipeline(
            Ledger ledger,
            List<TableOutput> outputs,
            RangeDispatcher dispatcher,
            OrderedWriter writer,
            Pace pace,
            RunGuard guard,
            StopRequest stop,
            MemoryPlan plan) {
        this.ledger = ledger;
        this.tables = ledger.tables();
        this.outputs = outputs;
        this.dispatcher = dispatcher;
        this.writer = writer;
        this.pace = pace;
        this.guard = guard;
        this.stop = stop;
        this.plan = plan;
    }

    /**
     * Runs until all ranges are written or a stop was asked for and the ranges in production are complete. An interrupt of the calling
     * thread asks for a stop, and stays set.
     *
     * @return whether everything that was begun is in the outputs; false after a failure
     */
    boolean run() {
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < plan.threads(); i++) {
                Thread thread = new Thread(null, this::work, "headroom-worker-" + (i + 1), STACK_BYTES);
                thread.setUncaughtExceptionHandler((t, e) -> LOG.debug("A worker failed in telling its failure", e));
                thread.start();
                threads.add(thread);
            }
        } catch (OutOfMemoryError e) {
            failed = true;
            stop.request(
                    StopReason.HEAP_EXHAUSTED,
                    "no more than " + threads.size() + " of " + plan.threads()
                            + " worker threads could be started; give fewer with --threads",
                    e);
            writer.abort();
        }
        threads.forEach(this::join);
        return !failed;
    }

    /** Nothing may be closed while a worker still writes. */
    private void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                stop.request(StopReason.INTERRUPTED, "interrupted");
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever ends a worker must end the run cleanly
    private void work() {
        boolean produced = false;
        try {
            produceRanges();
            produced = true;
        } catch (RunAbortedException e) {
            // The failure of the other worker is what the user hears of.
        } catch (IOException e) {
            WriteFailure meaning = guard.explain(e);
            stop.request(meaning.reason(), meaning.message(), e);
        } catch (OutOfMemoryError e) {
            stop.request(StopReason.HEAP_EXHAUSTED, "the Java heap is exhausted", e);
        } catch (InterruptedException e) {
            stop.request(StopReason.INTERRUPTED, "interrupted", e);
        } catch (Throwable e) {
            stop.request(StopReason.INTERNAL_ERROR, "internal error: " + e, e);
        } finally {
            pace.workerEnded();
            // Also where the heap has no room for a message: the others must not wait for this one.
            if (!produced) {
                failed = true;
                writer.abort();
                stop.request(StopReason.HEAP_EXHAUSTED, "the Java heap is exhausted");
            }
        }
    }

    private void produceRanges() throws IOException, InterruptedException {
        RangeGenerator generator = ledger.newRangeGenerator(plan.batchRows());
        BatchWriter batches = new BatchWriter(tables, outputs, plan.bufferBytes());
        while (!dispatcher.isDone()) {
            if (pace.beforeRange()) {
                try {
                    produceRange(generator, batches);
                } finally {
                    pace.afterRange();
                }
            }
        }
    }

    private void produceRange(RangeGenerator generator, BatchWriter batches) throws IOException {
        RangeAssignment assignment = dispatcher.next();
        if (assignment != null) {
            RangeOutput output = new RangeOutput(assignment, writer, outputs, tables.size());
            generator.<IOException>generate(
                    assignment.range(),
                    assignment.fidelity(),
                    assignment.batchRows(),
                    batch -> batches.write(batch, output));
            batches.endRange(output);
            output.complete();
        }
    }
}
