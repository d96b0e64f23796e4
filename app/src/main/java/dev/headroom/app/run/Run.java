package dev.headroom.app.run;

import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerTotals;
import dev.headroom.generator.RangeSequence;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
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
     * @param shard which of the ledger's ranges it has; null for all of them
     * @param replayLevels levels that it replays, whatever level the resources come to: only an emergency stops it, and ranges that they do
     *     not name are written at Normal; null if it follows its resources
     * @throws RunRefusedException if the run cannot begin; nothing was changed, but a run that it replaces may be gone
     */
    public RunResult generate(
            Path path,
            boolean overwrite,
            RunRequest request,
            @Nullable Shard shard,
            @Nullable List<LevelSpan> replayLevels)
            throws RunRefusedException {
        List<SinkProvider> providers = sinks.providersOf(request.formats(), request.compression());
        Ledger ledger = request.ledger();
        List<TableSchema> tables = ledger.tables();
        if (shard != null && shard.count() > ledger.rangesOfCases()) {
            throw new RunRefusedException("there is nothing for some of " + shard.count() + " shards; make at most "
                    + ledger.rangesOfCases());
        }
        new WorkerMemory(request, providers).check();
        RunProgress start =
                RunProgress.none(ledger.ranges(RangeSpan.of(ledger, shard).first()), tables, providers);
        try (RunDirectory directory = RunDirectory.create(path, overwrite, tables, providers)) {
            directory.clear();
            try (RunSession session = sessionOf(
                            directory, request, providers, shard, replayLevels, start.nextRange(), List.of());
                    Production production = begin(session, directory, start, Manifest.Status.RUNNING)) {
                return complete(path, session, production, start, replayLevels);
            }
        } catch (IOException e) {
            throw new RunRefusedException(
                    "output " + path + " cannot be written: " + RunDirectory.reason(e) + "; give another directory", e);
        }
    }

    private RunSession sessionOf(
            RunDirectory directory,
            RunRequest request,
            List<SinkProvider> providers,
            @Nullable Shard shard,
            @Nullable List<LevelSpan> replayLevels,
            long firstRange,
            List<Manifest.Decision> earlierDecisions)
            throws IOException {
        try {
            return new RunSession(
                    headroomVersion,
                    request,
                    providers,
                    shard,
                    replayLevels,
                    time,
                    directory.path(),
                    firstRange,
                    earlierDecisions);
        } catch (IOException | RuntimeException | Error e) {
            directory.discard();
            throw e;
        }
    }

    /** A run that would find no inode for its last file is better not begun. */
    private static void checkFreeFiles(RunSession session, Path path) throws RunRefusedException {
        long needed = RunDirectory.namesOfNewRun(session.ledger().tables(), session.providers())
                .size();
        OptionalLong free = session.guard().freeFiles();
        if (free.isPresent() && free.getAsLong() < needed) {
            throw new RunRefusedException("output " + path + ": the run makes " + needed
                    + " files, and the file system has inodes for " + free.getAsLong()
                    + "; delete files there, or give another directory");
        }
    }

    private static Production begin(
            RunSession session, RunDirectory directory, RunProgress start, Manifest.Status status)
            throws IOException, RunRefusedException {
        Path path = directory.path();
        try {
            checkFreeFiles(session, path);
            return Production.open(session, path, start, new LedgerTotals(), status);
        } catch (IOException | RunRefusedException | RuntimeException | Error e) {
            directory.discard(session.ledger().tables(), session.providers());
            throw e;
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
            ResumeCheck check = new ResumeCheck(path, manifest);
            check.status();
            if (manifest.status() == Manifest.Status.COMPLETED) {
                check.files();
                TotalsFile.settle(path, manifest.ledgerTotals());
                return new RunResult(path, manifest, 0, GeneratedCount.NOTHING, true, true, true, null, null);
            }
            Continuation rest = continuation(manifest, check, request);
            check.resumable(rest.providers());
            check.files();
            new TailCheck(path, manifest).check();
            LedgerTotals totals = TotalsFile.read(path, manifest.ledgerTotals());
            RunProgress start = RunProgress.of(manifest);
            try (RunSession session = new RunSession(
                            headroomVersion,
                            rest.request(),
                            rest.providers(),
                            manifest.shard(),
                            manifest.replayLevels(),
                            time,
                            directory.path(),
                            start.nextRange(),
                            manifest.decisions());
                    Production production = Production.open(session, path, start, totals, Manifest.Status.RUNNING)) {
                return complete(path, session, production, start, manifest.replayLevels());
            }
        } catch (IOException e) {
            throw new RunRefusedException(path + " cannot be resumed: " + RunDirectory.reason(e), e);
        }
    }

    /** What is to be done on a run that is there, and the providers of its formats. */
    private record Continuation(RunRequest request, List<SinkProvider> providers) {}

    private Continuation continuation(Manifest manifest, ResumeCheck check, Function<Manifest, RunRequest> request)
            throws RunRefusedException {
        check.algorithm();
        check.ranges();
        // Before the configuration is read again, which would only say that it does not know the format.
        sinks.check(manifest.formats());
        RunRequest made = request.apply(manifest);
        check.configuration(made);
        List<SinkProvider> providers = sinks.providersOf(made.formats(), made.compression());
        new WorkerMemory(made, providers).check();
        check.shape(made, providers);
        return new Continuation(made, providers);
    }

    /**
     * Gives a run's degraded ranges their full content.
     *
     * @param request makes the request of what the manifest says
     * @throws RunRefusedException if the run cannot be repaired, or the room for it is missing; the run is as it was
     */
    public RepairResult repair(Path path, Function<Manifest, RunRequest> request) throws RunRefusedException {
        try (RunDirectory directory = RunDirectory.existing(path)) {
            Manifest manifest = ManifestFile.read(path);
            RepairDirectory earlier = new RepairDirectory(directory.path());
            ResumeCheck check = new ResumeCheck(path, manifest);
            check.status();
            if (!Repair.isNeededBy(manifest)) {
                check.files();
                TotalsFile.settle(path, manifest.ledgerTotals());
                earlier.delete();
                return new RepairResult(path, manifest, 0, GeneratedCount.NOTHING, true, null, null);
            }
            Continuation whole = continuation(manifest, check, request);
            Ledger ledger = whole.request().ledger();
            check.repairable(whole.providers(), ledger.tables());
            check.files();
            TotalsFile.check(path, manifest.ledgerTotals());
            Manifest begun = earlier.begunRepairOf(manifest);
            RunProgress start = begun == null
                    ? RunProgress.none(ledger.ranges(manifest.ranges().first()), ledger.tables(), whole.providers())
                    : RunProgress.of(begun);
            try (RunSession session = new RunSession(
                    headroomVersion,
                    whole.request(),
                    whole.providers(),
                    manifest.shard(),
                    null,
                    time,
                    path,
                    start.nextRange(),
                    (begun == null ? manifest : begun).decisions())) {
                return new Repair(path, manifest, session, start).complete();
            }
        } catch (IOException e) {
            throw new RunRefusedException(path + " cannot be repaired: " + RunDirectory.reason(e), e);
        }
    }

    /**
     * Puts the shards of a run together; what is in the output is then what a whole run would have written.
     *
     * @param shards directories of all of them, in any order; they stay as they are
     * @param overwrite whether a run that is in the output may be replaced
     * @param request makes the request of what the manifest of the first says
     * @throws RunRefusedException if they are not all of one run, or the output cannot be written; it was not changed
     */
    public RunResult merge(List<Path> shards, Path output, boolean overwrite, Function<Manifest, RunRequest> request)
            throws RunRefusedException {
        List<RunDirectory> opened = new ArrayList<>();
        try {
            List<Merge.Part> parts = new ArrayList<>();
            Set<Path> known = new HashSet<>();
            for (Path shard : shards) {
                if (real(shard).equals(real(output))) {
                    throw new RunRefusedException("output " + output
                            + " is one of the shards, which stay as they are; give another directory");
                }
                if (!known.add(real(shard))) {
                    throw new RunRefusedException(shard + " is given twice; give each shard once");
                }
                opened.add(RunDirectory.existing(shard));
                Manifest manifest = ManifestFile.read(shard);
                TotalsFile.check(shard, manifest.ledgerTotals());
                parts.add(new Merge.Part(shard, manifest));
            }
            return mergeAll(ShardCheck.inOrder(parts), output, overwrite, request);
        } catch (IOException e) {
            throw new RunRefusedException(output + " cannot be made: " + RunDirectory.reason(e), e);
        } finally {
            opened.forEach(RunDirectory::close);
        }
    }

    /** The same for every way to write a directory. */
    private static Path real(Path directory) throws IOException {
        return Files.exists(directory)
                ? directory.toRealPath()
                : directory.toAbsolutePath().normalize();
    }

    private RunResult mergeAll(
            List<Merge.Part> parts, Path output, boolean overwrite, Function<Manifest, RunRequest> request)
            throws IOException, RunRefusedException {
        Merge.Part first = parts.get(0);
        Continuation whole = continuation(first.manifest(), new ResumeCheck(first.path(), first.manifest()), request);
        List<TableSchema> tables = whole.request().ledger().tables();
        for (Merge.Part part : parts) {
            ResumeCheck check = new ResumeCheck(part.path(), part.manifest());
            check.ranges();
            check.shape(whole.request(), whole.providers());
            check.repairable(whole.providers(), tables);
            check.files();
        }
        RunRequest merged = whole.request().withoutCheckpoints();
        RunProgress start = RunProgress.none(merged.ledger().ranges(), tables, whole.providers());
        try (RunDirectory directory = RunDirectory.create(output, overwrite, tables, whole.providers());
                RunSession session =
                        sessionOf(directory, merged, whole.providers(), null, null, 0, Merge.decisions(parts))) {
            checkRoom(session, directory, Merge.bytes(parts));
            directory.clear();
            RunResult result;
            try (Production production = begin(session, directory, start, Manifest.Status.MERGING)) {
                production.announce();
                result = merge(parts, output, session, production);
            } catch (IOException | RunRefusedException | RuntimeException | Error e) {
                directory.discard(tables, whole.providers());
                throw e;
            }
            if (result.stop().isPresent()) {
                directory.discard(tables, whole.providers());
            }
            return result;
        }
    }

    private static RunResult merge(List<Merge.Part> parts, Path output, RunSession session, Production production)
            throws IOException, RunRefusedException {
        boolean whole =
                new Merge(parts, session).produce(production, session.ledger().ranges());
        if (whole
                && production.checkpoints().totals().ranges()
                        == session.ranges().count()) {
            return ended(output, session, production, true);
        }
        // A checkpoint would have the totals of no more than whole shards.
        StopRequest.Stop asked = session.request().stop().stop();
        return new RunResult(
                output,
                production.checkpoints().standing(),
                session.elapsedNanos(),
                GeneratedCount.NOTHING,
                false,
                false,
                false,
                stopOf(asked),
                asked == null ? null : asked.cause());
    }

    private static void checkRoom(RunSession session, RunDirectory directory, long bytes)
            throws IOException, RunRefusedException {
        try {
            session.guard()
                    .reserve(Math.max(0, bytes - directory.bytesToClear()))
                    .release();
        } catch (RunGuard.OutOfSpaceException e) {
            directory.discard();
            throw new RunRefusedException(
                    "output " + directory.path() + " has no room for what the shards hold together: " + e.getMessage(),
                    e);
        }
    }

    private static RunResult complete(
            Path path,
            RunSession session,
            Production production,
            RunProgress start,
            @Nullable List<LevelSpan> replayLevels) {
        Ledger ledger = session.ledger();
        RangeSequence ranges = ledger.ranges(start.nextRange(), start.numbering());
        production.announce();
        ContentLevel level = replayLevels == null ? ContentLevel.OF_THE_RESOURCES : ContentLevel.recorded(replayLevels);
        RangeSpan span = session.ranges();
        boolean whole = production.produce(ranges, span.endOfCases(), level, null);
        if (whole
                && span.lacksOnlyEpilogueAfter(production.checkpoints().totals().ranges())) {
            whole = production.produceEpilogue(
                    ranges, level, production.checkpoints().ledgerTotals());
        }
        return ended(path, session, production, whole);
    }

    private static RunResult ended(Path path, RunSession session, Production production, boolean whole) {
        // A channel is closed where the thread that uses it is interrupted, and the end is still to be written.
        boolean interrupted = Thread.interrupted();
        try {
            return end(path, session, production, whole);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a sink that fails in another way leaves the earlier checkpoint too
    private static RunResult end(Path path, RunSession session, Production production, boolean whole) {
        Checkpoints checkpoints = production.checkpoints();
        OutputSet outputs = production.outputs();
        boolean complete =
                whole && checkpoints.totals().ranges() == session.ranges().count();
        StopRequest stop = session.request().stop();
        StopRequest.Stop asked = stop.stop();
        Manifest.Stop reason = complete ? null : stopOf(asked);
        boolean checkpointed = true;
        try {
            if (!checkpoints.isDurabilityLost()) {
                if (!whole) {
                    outputs.rollBack();
                }
                outputs.finish(whole);
            }
            checkpoints.write(complete ? Manifest.Status.COMPLETED : Manifest.Status.STOPPED, reason);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.warn("The last checkpoint could not be written: {}", e.toString());
            checkpointed = false;
            reason = stopOf(asked);
        }
        Manifest manifest = checkpoints.standing();
        return new RunResult(
                path,
                manifest,
                session.elapsedNanos(),
                manifest.generated(),
                false,
                checkpointed,
                outputs.areResumable(),
                reason,
                complete || asked == null ? null : asked.cause());
    }

    private static Manifest.Stop stopOf(StopRequest.@Nullable Stop stop) {
        return stop == null
                ? new Manifest.Stop(StopReason.SINK_FAILURE, "the end of the run could not be written")
                : new Manifest.Stop(stop.reason(), stop.message());
    }
}
