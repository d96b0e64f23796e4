package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerTotals;
import dev.headroom.generator.RangeSequence;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Consecutive ranges of a run, generated, encoded and written to the outputs of a directory, with checkpoints. Used by one thread. */
final class Production implements Closeable {
    private final RunSession session;
    private final RunProgress start;
    private final OutputSet outputs;
    private final RangeLog rangeLog;
    private final Checkpoints checkpoints;
    private volatile @Nullable EmergencyWait emergency;

    private Production(
            RunSession session, RunProgress start, OutputSet outputs, RangeLog rangeLog, Checkpoints checkpoints) {
        this.session = session;
        this.start = start;
        this.outputs = outputs;
        this.rangeLog = rangeLog;
        this.checkpoints = checkpoints;
    }

    /**
     * Opens the outputs where they stand; what lies behind is cut off. The manifest is written before that, so that a run that is killed at
     * its very beginning can be resumed too, and so that there is space for the last one before anything else takes it.
     *
     * @param totals those of the ledger where the outputs stand
     * @param status what the manifest says that the directory is until its first checkpoint
     * @throws IOException if the manifest cannot be written or an output cannot be opened; all are closed again
     */
    static Production open(
            RunSession session, Path directory, RunProgress start, LedgerTotals totals, Manifest.Status status)
            throws IOException {
        ManifestWriter manifests = session.manifestsIn(directory);
        Manifest first = manifests.write(start, GeneratedCount.NOTHING, status, null);
        OutputSet outputs = OutputSet.open(directory, session.ledger().tables(), session.providers(), start.outputs());
        try {
            RangeLog rangeLog = RangeLog.open(directory, start.logBytes());
            Checkpoints checkpoints = new Checkpoints(
                    manifests,
                    first,
                    start,
                    session.ledger().tables(),
                    outputs,
                    rangeLog,
                    TotalsFile.open(directory, start.ledgerTotals()),
                    totals,
                    session.time(),
                    session.request().checkpointInterval().toNanos());
            return new Production(session, start, outputs, rangeLog, checkpoints);
        } catch (IOException | RuntimeException | Error e) {
            outputs.close();
            throw e;
        }
    }

    OutputSet outputs() {
        return outputs;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    /** Tells who asked for the run that it begins, and lets them see how it goes. */
    void announce() {
        session.request().onStart().accept(view());
    }

    /**
     * Produces ranges until the last one is written or a stop was asked for.
     *
     * @param ranges stands before the first
     * @param end range after the last, which is before the epilogue
     * @param replaced level at which they were written before, where they are written anew; else null
     * @return whether everything that was begun is in the outputs; false after a failure
     */
    boolean produce(RangeSequence ranges, long end, ContentLevel contentLevel, @Nullable DegradationLevel replaced) {
        return ranges.nextIndex() >= end
                || produce(ranges, end, contentLevel, replaced, checkpoints.ledgerTotals(), session.plan());
    }

    /**
     * Produces the epilogue, unless a stop was asked for.
     *
     * @param ranges stands before it
     * @param totals those of all other ranges
     * @return whether everything that was begun is in the outputs; false after a failure
     */
    boolean produceEpilogue(RangeSequence ranges, ContentLevel contentLevel, LedgerTotals totals) {
        long end = ranges.nextIndex() + 1;
        return produce(ranges, end, contentLevel, null, totals, session.plan().ofOneWorker());
    }

    private boolean produce(
            RangeSequence ranges,
            long end,
            ContentLevel contentLevel,
            @Nullable DegradationLevel replaced,
            LedgerTotals ledgerTotals,
            MemoryPlan plan) {
        Ledger ledger = session.ledger();
        RunRequest request = session.request();
        RunGuard guard = session.guard();
        WorkerGate gate = new WorkerGate(plan.threads(), session.time());
        EmergencyWait emergency = new EmergencyWait(request.emergency(), session.time(), session.decisions(), () -> {
            ledger.clearCaches();
            gate.whenAllAreHeld(() -> checkpoints.write(Manifest.Status.RUNNING, null));
        });
        RangeDispatcher dispatcher = new RangeDispatcher(
                ranges,
                end,
                contentLevel,
                guard,
                emergency,
                request.stop(),
                checkpoints::totals,
                plan.batchRows(),
                session.providers().size(),
                replaced,
                ledgerTotals::size);
        session.handsOut(dispatcher);
        guard.expectWorkers(plan.threads());
        this.emergency = emergency;
        Pace pace = new Pace(
                guard,
                gate,
                emergency,
                request.stop(),
                session.decisions(),
                session.time(),
                ledger::clearCaches,
                outputs::flush);
        OrderedWriter writer = new OrderedWriter(
                ranges.nextIndex(), plan.slabBytes(), plan.slabCount(), plan.mostWaiting(), checkpoints);
        return new Pipeline(
                        ledger,
                        outputs,
                        ledgerTotals,
                        dispatcher,
                        writer,
                        pace,
                        guard,
                        request.stop(),
                        plan,
                        session.time())
                .run();
    }

    private RunView view() {
        return new RunView() {
            @Override
            public long entryTarget() {
                return session.entryTarget();
            }

            @Override
            public long entriesBefore() {
                return start.totals().entries();
            }

            @Override
            public RunTotals totals() {
                return checkpoints.totals();
            }

            @Override
            public ResourceUse use() {
                return session.guard().use();
            }

            @Override
            public OptionalDouble emergencyWaitSeconds() {
                EmergencyWait present = emergency;
                return present == null ? OptionalDouble.empty() : present.seconds();
            }
        };
    }

    @Override
    public void close() throws IOException {
        try (rangeLog) {
            outputs.close();
        }
    }
}
