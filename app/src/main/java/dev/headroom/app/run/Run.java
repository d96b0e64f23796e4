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
import java.util.List;
import java.util.Map;
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
    public RunResult generate(Path path, boolean overwrite, RunRequest request)
            throws RunRefusedException, InterruptedException {
        List<SinkProvider> providers = sinks.providersOf(request.formats());
        checkMemory(request);
        try (RunDirectory directory =
                RunDirectory.create(path, overwrite, request.ledger().tables(), providers)) {
            RunProgress start = RunProgress.none(request.ledger().ranges().numbering());
            return execute(directory, request, providers, start, Map.of(), List.of());
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
    public RunResult resume(Path path, Function<Manifest, RunRequest> request)
            throws RunRefusedException, InterruptedException {
        try (RunDirectory directory = RunDirectory.existing(path)) {
            Manifest manifest = ManifestFile.read(path);
            if (manifest.status() == Manifest.Status.COMPLETED) {
                return new RunResult(path, manifest, 0, manifest.totals().entries(), true, true, null);
            }
            checkAlgorithm(path, manifest);
            RunRequest rest = request.apply(manifest);
            checkUnchanged(path, manifest, rest);
            checkMemory(rest);
            List<SinkProvider> providers = sinks.providersOf(manifest.formats());
            checkOutputs(path, manifest, providers);
            Map<String, OutputState> left = new HashMap<>();
            manifest.outputs().forEach(output -> left.put(output.name(), output));
            return execute(directory, rest, providers, RunProgress.of(manifest), left, manifest.decisions());
        } catch (IOException e) {
            throw new RunRefusedException(path + " cannot be resumed: " + e.getMessage(), e);
        }
    }

    private static void checkMemory(RunRequest request) throws RunRefusedException {
        long limit = request.memoryLimit().orElse(Long.MAX_VALUE);
        if (limit < MemoryPlan.MINIMUM_LIMIT) {
            throw new RunRefusedException("memory limit of " + limit + " bytes is too small; a run needs at least "
                    + (MemoryPlan.MINIMUM_LIMIT >> 20) + "MB");
        }
    }

    private static void checkAlgorithm(Path path, Manifest manifest) throws RunRefusedException {
        if (manifest.formatVersion() != Manifest.FORMAT_VERSION) {
            throw new RunRefusedException(path + ": the manifest has format version " + manifest.formatVersion()
                    + ", this version of Headroom writes " + Manifest.FORMAT_VERSION
                    + "; resume it with Headroom " + manifest.headroomVersion());
        }
        if (!manifest.algorithmVersion().equals(Ledger.algorithmVersion())) {
            throw new RunRefusedException(path + ": the run was made by algorithm version "
                    + manifest.algorithmVersion() + ", this is " + Ledger.algorithmVersion()
                    + "; resume it with Headroom " + manifest.headroomVersion());
        }
    }

    private static void checkUnchanged(Path path, Manifest manifest, RunRequest request) throws RunRefusedException {
        if (!manifest.configurationSha256().equals(request.configurationSha256())) {
            throw new RunRefusedException(path + ": the configuration in " + ManifestFile.FILE_NAME
                    + " was changed since the run began; put it back, or generate anew");
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
        for (OutputState output : manifest.outputs()) {
            Path file = path.resolve(output.name());
            if (output.name().contains(":") || output.bytes() == 0) {
                continue;
            }
            if (!Files.isRegularFile(file)) {
                throw new RunRefusedException(file + " is missing; put it back, or generate anew");
            }
            if (Files.size(file) < output.bytes()) {
                throw new RunRefusedException(file + " has " + Files.size(file) + " bytes, the manifest knows of "
                        + output.bytes() + "; put the file back, or generate anew");
            }
        }
    }

    private RunResult execute(
            RunDirectory directory,
            RunRequest request,
            List<SinkProvider> providers,
            RunProgress start,
            Map<String, OutputState> left,
            List<Manifest.Decision> earlierDecisions)
            throws IOException, InterruptedException {
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
            HandOut handOut = new HandOut();
            DecisionLog decisions = new DecisionLog(earlierDecisions, handOut::position);
            try (RunGuard guard = request.guards().start(path, decisions::add)) {
                MemoryPlan plan = MemoryPlan.of(
                        request.threads(),
                        request.batchRows(),
                        tables,
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
                RangeDispatcher dispatcher = new RangeDispatcher(
                        ranges, guard, request.stop(), checkpoints::totals, plan.batchRows(), providers.size());
                handOut.dispatcher = dispatcher;
                Pace pace = new Pace(guard, time, () -> {
                    checkpoints.requestFlush();
                    ledger.clearCaches();
                });
                OrderedWriter writer =
                        new OrderedWriter(start.nextRange(), plan.slabBytes(), plan.slabCount(), checkpoints);
                request.onStart().accept(view(ledger, start, checkpoints, guard));
                boolean whole =
                        new Pipeline(ledger, outputs.outputs(), dispatcher, writer, pace, request.stop(), plan).run();
                return end(path, request, outputs, checkpoints, manifest, whole, startNanos, start);
            }
        }
    }

    /** Lets decisions that come before the dispatcher is there know that no range was handed out. */
    private static final class HandOut {
        private volatile @Nullable RangeDispatcher dispatcher;

        long position() {
            RangeDispatcher present = dispatcher;
            return present == null ? 0 : present.position();
        }
    }

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
            outputs.finish();
            manifest = complete
                    ? checkpoints.write(Manifest.Status.COMPLETED, null)
                    : checkpoints.write(Manifest.Status.STOPPED, stopOf(stop));
        } catch (IOException e) {
            LOG.warn("The last checkpoint could not be written: {}", e.getMessage());
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

    private static RunView view(Ledger ledger, RunProgress start, Checkpoints checkpoints, RunGuard guard) {
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
        };
    }
}
