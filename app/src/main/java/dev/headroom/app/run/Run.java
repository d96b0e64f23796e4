package dev.headroom.app.run;

import dev.headroom.generator.Ledger;
import dev.headroom.generator.RangeSequence;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes runs: new ones, and the rest of stopped ones. Safe for use by many threads; each call blocks until its run ends.
 *
 * <p>Whatever happens, the directory holds files that end on a whole record, and a manifest from which the run can go on.
 */
public final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private static final long CHECKPOINT_INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final SinkCatalogue sinks;
    private final TimeSource time;
    private final String headroomVersion;

    /** Makes runs that write through the given sinks. */
    public Run(SinkCatalogue sinks, TimeSource time, String headroomVersion) {
        this.sinks = sinks;
        this.time = time;
        this.headroomVersion = headroomVersion;
    }

    /**
     * Makes a new run.
     *
     * @param overwrite whether a run that is in the directory may be replaced
     * @throws RunRefusedException if the run cannot begin; nothing was changed
     */
    public RunResult generate(Path path, boolean overwrite, RunRequest request) throws RunRefusedException {
        List<SinkProvider> providers = sinks.providersOf(request.formats());
        List<TableSchema> tables = request.ledger().tables();
        checkMemory(request, providers.size());
        try (RunDirectory directory = RunDirectory.create(path, overwrite, tables, providers)) {
            boolean begun = false;
            try {
                RunProgress start = RunProgress.none(request.ledger().ranges().numbering());
                RunResult result = execute(directory, request, providers, start, Map.of(), List.of());
                begun = true;
                return result;
            } finally {
                if (!begun && !ManifestFile.existsIn(path)) {
                    directory.discard(tables, providers);
                }
            }
        } catch (IOException e) {
            throw new RunRefusedException("output " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Goes on with a run that stopped.
     *
     * @param request makes the request of what the manifest says
     * @throws RunRefusedException if the run cannot go on; nothing was changed
     */
    public RunResult resume(Path path, Function<Manifest, RunRequest> request) throws RunRefusedException {
        try (RunDirectory directory = RunDirectory.existing(path)) {
            Manifest manifest = ManifestFile.read(path);
            if (manifest.status() == Manifest.Status.COMPLETED) {
                checkFiles(path, manifest);
                return new RunResult(path, manifest, 0, manifest.totals().entries(), true, true, true, null);
            }
            checkAlgorithm(path, manifest);
            RunRequest rest = request.apply(manifest);
            checkUnchanged(path, manifest, rest);
            List<SinkProvider> providers = sinks.providersOf(manifest.formats());
            checkMemory(rest, providers.size());
            checkRanges(path, manifest, rest, providers);
            checkOutputs(path, manifest, providers);
            Map<String, OutputState> left = new HashMap<>();
            manifest.outputs().forEach(output -> left.put(output.name(), output));
            return execute(directory, rest, providers, RunProgress.of(manifest), left, manifest.decisions());
        } catch (IOException e) {
            throw new RunRefusedException(path + " cannot be resumed: " + e.getMessage(), e);
        }
    }

    private static void checkMemory(RunRequest request, int formats) throws RunRefusedException {
        long limit = request.memoryLimit().orElse(Long.MAX_VALUE);
        if (limit < MemoryPlan.MINIMUM_LIMIT) {
            throw new RunRefusedException("memory limit of " + limit + " bytes is too small; a run needs at least "
                    + (MemoryPlan.MINIMUM_LIMIT >> 20) + "MB");
        }
        int most = mostThreads(request, formats);
        int threads = request.threads().orElse(1);
        if (threads > most) {
            long heap = Runtime.getRuntime().maxMemory();
            long needed = MemoryPlan.leastHeap(threads, request.ledger().tables(), formats);
            throw new RunRefusedException(threads + " worker threads need more memory than there is: "
                    + most + (most == 1 ? " fits; give --threads 1" : " fit; give --threads " + most + " or fewer")
                    + (needed > heap
                            ? ", or a heap of " + ((needed + (1 << 20) - 1) >> 20) + " MB with HEADROOM_OPTS=-Xmx"
                                    + ((needed + (1 << 20) - 1) >> 20) + "m"
                            : ", or a larger memory limit"));
        }
    }

    private static int mostThreads(RunRequest request, int formats) {
        return MemoryPlan.mostThreads(
                request.ledger().tables(),
                formats,
                Runtime.getRuntime().maxMemory(),
                request.memoryLimit().orElse(Long.MAX_VALUE));
    }

    private static int threads(RunRequest request, int formats) {
        return request.threads()
                .orElseGet(() -> Math.min(Runtime.getRuntime().availableProcessors(), mostThreads(request, formats)));
    }

    private static void checkAlgorithm(Path path, Manifest manifest) throws RunRefusedException {
        if (!manifest.algorithmVersion().equals(Ledger.algorithmVersion())) {
            throw new RunRefusedException(path + ": the run was made by algorithm version "
                    + manifest.algorithmVersion() + ", this is " + Ledger.algorithmVersion()
                    + "; resume it with Headroom " + manifest.headroomVersion());
        }
    }

    private static void checkUnchanged(Path path, Manifest manifest, RunRequest request) throws RunRefusedException {
        if (!manifest.configurationSha256().equals(request.configurationSha256())
                || !manifest.formats().equals(request.formats())) {
            throw new RunRefusedException(path + ": the configuration in " + ManifestFile.FILE_NAME
                    + " was changed since the run began; put it back, or generate anew");
        }
    }

    /** A manifest that was edited must not have files emptied that it does not name. */
    private static void checkRanges(Path path, Manifest manifest, RunRequest request, List<SinkProvider> providers)
            throws RunRefusedException {
        Set<String> names = new HashSet<>();
        manifest.outputs().forEach(output -> names.add(output.name()));
        Set<String> expected = new HashSet<>();
        for (TableSchema table : request.ledger().tables()) {
            providers.forEach(provider -> expected.add(TableOutput.nameOf(provider, table)));
        }
        if (!names.equals(expected)
                || manifest.ranges().total() != request.ledger().rangeCount()
                || manifest.ranges().numbering().length
                        != request.ledger().ranges().numbering().length) {
            throw new RunRefusedException(path.resolve(ManifestFile.FILE_NAME)
                    + ": its outputs or ranges are not those of its configuration; put back what was written");
        }
    }

    private static void checkOutputs(Path path, Manifest manifest, List<SinkProvider> providers)
            throws RunRefusedException, IOException {
        for (SinkProvider provider : providers) {
            if (!provider.resumable()) {
                throw new RunRefusedException(path + ": format " + provider.format()
                        + " cannot be resumed in place; generate anew into another directory");
            }
        }
        checkFiles(path, manifest);
    }

    private static void checkFiles(Path path, Manifest manifest) throws RunRefusedException, IOException {
        for (OutputState output : manifest.outputs()) {
            if (!output.name().contains(":") && output.bytes() > 0) {
                checkFile(path.resolve(output.name()), output.bytes());
            }
        }
        if (manifest.ranges().logBytes() > 0) {
            checkFile(path.resolve(RangeLog.FILE_NAME), manifest.ranges().logBytes());
        }
    }

    private static void checkFile(Path file, long bytes) throws RunRefusedException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new RunRefusedException(file + " is missing; put it back, or generate anew");
        }
        if (Files.size(file) < bytes) {
            throw new RunRefusedException(file + " has " + Files.size(file) + " bytes, the manifest knows of " + bytes
                    + "; put the file back, or generate anew");
        }
        if (!Files.isWritable(file)) {
            throw new RunRefusedException(file + " cannot be written: permission denied");
        }
    }

    private RunResult execute(
            RunDirectory directory,
            RunRequest request,
            List<SinkProvider> providers,
            RunProgress start,
            Map<String, OutputState> left,
            List<Manifest.Decision> earlierDecisions)
            throws IOException {
        long startNanos = time.nanoTime();
        Ledger ledger = request.ledger();
        List<TableSchema> tables = ledger.tables();
        Path path = directory.path();
        RangeSequence ranges = ledger.ranges(start.nextRange(), start.numbering());
        try (OutputSet outputs = OutputSet.open(path, tables, providers, left);
                RangeLog rangeLog = RangeLog.open(path, start.logBytes())) {
            RunIdentity identity = new RunIdentity(
                    headroomVersion,
                    Ledger.algorithmVersion(),
                    request.configurationSha256(),
                    request.configuration(),
                    request.formats(),
                    ledger.rangeCount());
            HandOut handOut = new HandOut(start.nextRange());
            DecisionLog decisions = new DecisionLog(earlierDecisions, handOut::position, time);
            try (RunGuard guard = request.guards().start(path, decisions::add)) {
                MemoryPlan plan = MemoryPlan.of(
                        threads(request, providers.size()),
                        request.batchRows(),
                        tables,
                        providers.size(),
                        Runtime.getRuntime().maxMemory(),
                        guard.use().memoryLimit().orElse(Long.MAX_VALUE));
                Checkpoints checkpoints = new Checkpoints(
                        identity,
                        start,
                        tables,
                        outputs,
                        rangeLog,
                        new ManifestFile(path),
                        () -> resources(guard.use(), plan),
                        decisions::decisions,
                        time,
                        CHECKPOINT_INTERVAL);
                Manifest manifest = checkpoints.write(Manifest.Status.RUNNING, null);
                WorkerGate gate = new WorkerGate(plan.threads(), time);
                EmergencyWait emergency = new EmergencyWait(request.emergency(), time, decisions, () -> {
                    ledger.clearCaches();
                    gate.whenAllAreHeld(() -> checkpoints.write(Manifest.Status.RUNNING, null));
                });
                RangeDispatcher dispatcher = new RangeDispatcher(
                        ranges,
                        guard,
                        emergency,
                        request.stop(),
                        checkpoints::totals,
                        plan.batchRows(),
                        providers.size());
                handOut.dispatcher = dispatcher;
                guard.expectWorkers(plan.threads());
                Pace pace = new Pace(
                        guard, gate, emergency, request.stop(), decisions, time, ledger::clearCaches, outputs::flush);
                OrderedWriter writer =
                        new OrderedWriter(start.nextRange(), plan.slabBytes(), plan.slabCount(), checkpoints);
                request.onStart().accept(view(ledger, start, checkpoints, guard, emergency));
                boolean whole =
                        new Pipeline(ledger, outputs.outputs(), dispatcher, writer, pace, request.stop(), plan).run();
                // A channel is closed where the thread that uses it is interrupted, and the end is still to be written.
                boolean interrupted = Thread.interrupted();
                try {
                    return end(path, request, outputs, checkpoints, manifest, whole, startNanos, start);
                } finally {
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        }
    }

    /** Lets decisions that come before the dispatcher is there know which range is next. */
    private static final class HandOut {
        private final long start;
        private volatile @Nullable RangeDispatcher dispatcher;

        HandOut(long start) {
            this.start = start;
        }

        long position() {
            RangeDispatcher present = dispatcher;
            return present == null ? start : present.position();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a sink that fails in another way leaves the earlier checkpoint too
    private RunResult end(
            Path path,
            RunRequest request,
            OutputSet outputs,
            Checkpoints checkpoints,
            Manifest first,
            boolean whole,
            long startNanos,
            RunProgress start) {
        StopRequest.Stop stop = request.stop().stop();
        boolean complete =
                whole && checkpoints.totals().ranges() == request.ledger().rangeCount();
        Manifest manifest = first;
        boolean checkpointed = true;
        try {
            if (!whole) {
                outputs.rollBack();
            }
            outputs.finish(whole);
            manifest = complete
                    ? checkpoints.write(Manifest.Status.COMPLETED, null)
                    : checkpoints.write(Manifest.Status.STOPPED, stopOf(stop));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.warn("The last checkpoint could not be written: {}", e.toString());
            checkpointed = false;
            manifest = checkpoints.manifest(Manifest.Status.STOPPED, stopOf(stop));
        }
        return new RunResult(
                path,
                manifest,
                time.nanoTime() - startNanos,
                start.totals().entries(),
                false,
                checkpointed,
                outputs.areResumable(),
                stop == null ? null : stop.cause());
    }

    private static Manifest.Stop stopOf(StopRequest.@Nullable Stop stop) {
        return stop == null
                ? new Manifest.Stop(StopReason.SINK_FAILURE, "the end of the run could not be written")
                : new Manifest.Stop(stop.reason(), stop.message());
    }

    private static Manifest.Resources resources(ResourceUse use, MemoryPlan plan) {
        return new Manifest.Resources(
                use.memoryLimit().isPresent() ? use.memoryLimit().getAsLong() : null,
                use.memoryLimitSource(),
                use.peakResident().isPresent() ? use.peakResident().getAsLong() : null,
                plan.threads(),
                plan.inFlightBytes());
    }

    private static RunView view(
            Ledger ledger, RunProgress start, Checkpoints checkpoints, RunGuard guard, EmergencyWait emergency) {
        return new RunView() {
            @Override
            public long entryTarget() {
                return ledger.entryCount();
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
                return guard.use();
            }

            @Override
            public OptionalDouble emergencyWaitSeconds() {
                return emergency.seconds();
            }
        };
    }
}
