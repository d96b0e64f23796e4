package dev.headroom.app.run;

import dev.headroom.generator.Ledger;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.SinkProvider;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process has on while it works on a run, whichever part of it: the guards, the division of memory, and the decisions that its
 * manifests keep. Used by one thread.
 */
final class RunSession implements Closeable {
    private final String headroomVersion;
    private final RunRequest request;
    private final List<SinkProvider> providers;
    private final @Nullable Shard shard;
    private final @Nullable List<LevelSpan> replayLevels;
    private final TimeSource time;
    private final DecisionLog decisions;
    private final RunGuard guard;
    private final MemoryPlan plan;
    private final long startNanos;
    private volatile @Nullable RangeDispatcher dispatcher;

    /**
     * Starts the guards.
     *
     * @param watched the directory whose disk is watched
     * @param shard which part of a whole run it is; null for a whole one
     * @param replayLevels levels that the run replays; null if it follows its resources
     * @param firstRange the range that will be handed out first
     * @param earlierDecisions what earlier processes decided
     * @throws IOException if the directory cannot be watched
     */
    RunSession(
            String headroomVersion,
            RunRequest request,
            List<SinkProvider> providers,
            @Nullable Shard shard,
            @Nullable List<LevelSpan> replayLevels,
            TimeSource time,
            Path watched,
            long firstRange,
            List<Manifest.Decision> earlierDecisions)
            throws IOException {
        this.headroomVersion = headroomVersion;
        this.request = request;
        this.providers = providers;
        this.shard = shard;
        this.replayLevels = replayLevels;
        this.time = time;
        this.startNanos = time.nanoTime();
        this.decisions = new DecisionLog(earlierDecisions, () -> position(firstRange), time);
        this.guard = request.guards().start(watched, decisions::add);
        this.plan = MemoryPlan.of(
                new WorkerMemory(request, providers).threads(),
                request.batchRows(),
                request.ledger().tables(),
                providers,
                MemoryPlan.totalsBytes(request.ledger()),
                Runtime.getRuntime().maxMemory(),
                guard.use().memoryLimit().orElse(Long.MAX_VALUE));
    }

    RunRequest request() {
        return request;
    }

    Ledger ledger() {
        return request.ledger();
    }

    /** The ranges of the run. */
    RangeSpan ranges() {
        return RangeSpan.of(request.ledger(), shard);
    }

    /** The number of entries in the ranges of the run; of a shard about that, as its ranges of cases are of one size. */
    long entryTarget() {
        Ledger ledger = request.ledger();
        RangeSpan span = ranges();
        if (shard == null) {
            return ledger.entryCount();
        }
        double cases = (double) (span.end() - Math.max(span.first(), ledger.firstRangeOfCases()));
        return Math.round(cases / (double) ledger.rangesOfCases() * ledger.entryCount());
    }

    List<SinkProvider> providers() {
        return providers;
    }

    RunGuard guard() {
        return guard;
    }

    MemoryPlan plan() {
        return plan;
    }

    DecisionLog decisions() {
        return decisions;
    }

    TimeSource time() {
        return time;
    }

    /** How long the session has lasted, in nanoseconds. */
    long elapsedNanos() {
        return time.nanoTime() - startNanos;
    }

    /** Lets decisions know which range is next. */
    void handsOut(RangeDispatcher present) {
        dispatcher = present;
    }

    private long position(long firstRange) {
        RangeDispatcher present = dispatcher;
        return present == null ? firstRange : present.position();
    }

    /** A writer of manifests into a directory. */
    ManifestWriter manifestsIn(Path directory) {
        return manifests(new ManifestFile(directory));
    }

    /** A writer of manifests as a file. */
    ManifestWriter manifests(ManifestFile file) {
        RunIdentity identity = new RunIdentity(
                headroomVersion,
                Ledger.algorithmVersion(),
                request.configuration(),
                request.formats(),
                request.compression(),
                shard,
                replayLevels,
                ranges(),
                request.ledger().shape());
        return new ManifestWriter(identity, file, this::resources, decisions::decisions);
    }

    private Manifest.Resources resources() {
        ResourceUse use = guard.use();
        return new Manifest.Resources(
                use.memoryLimit().isPresent() ? use.memoryLimit().getAsLong() : null,
                use.memoryLimitSource(),
                use.peakResident().isPresent() ? use.peakResident().getAsLong() : null,
                plan.threads(),
                plan.inFlightBytes());
    }

    @Override
    public void close() {
        guard.close();
    }
}
