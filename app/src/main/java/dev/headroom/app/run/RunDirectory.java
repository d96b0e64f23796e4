package dev.headroom.app.run;

import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run's directory, locked against a second run for as long as this is open. */
final class RunDirectory implements Closeable {
    private static final Set<String> NOTHING_YET =
            Set.of(DirectoryLock.FILE_NAME, ManifestFile.NEXT_NAME, ManifestFile.RESERVE_NAME);

    private final Path path;
    private final DirectoryLock lock;
    /** Directories that were made for the run, innermost first; removed again if the run is refused. */
    private final List<Path> made;
    /** Names of what an earlier run has left here. */
    private final Set<String> earlier;

    private RunDirectory(Path path, DirectoryLock lock, List<Path> made, Set<String> earlier) {
        this.path = path;
        this.lock = lock;
        this.made = made;
        this.earlier = earlier;
    }

    /**
     * Opens a directory for a new run, and makes it if it is not there. Files of an earlier run stay until {@link #clear}.
     *
     * @param overwrite whether files of an earlier run may be deleted
     * @throws RunRefusedException if the directory cannot be used; nothing was changed
     */
    static RunDirectory create(Path path, boolean overwrite, List<TableSchema> tables, List<SinkProvider> providers)
            throws RunRefusedException {
        String problem = OutputPath.problemOf(path);
        if (problem != null) {
            throw new RunRefusedException(problem);
        }
        Deque<Path> made = new ArrayDeque<>();
        try {
            makeDirectories(path.toAbsolutePath(), made);
            DirectoryLock lock = DirectoryLock.of(path);
            try {
                return new RunDirectory(
                        path, lock, List.copyOf(made), filesToClear(path, overwrite, tables, providers));
            } catch (IOException | RunRefusedException e) {
                lock.close();
                throw e;
            }
        } catch (RunRefusedException e) {
            removeAll(List.copyOf(made));
            throw e;
        } catch (IOException e) {
            removeAll(List.copyOf(made));
            throw new RunRefusedException(
                    "output " + path + " cannot be written: " + reason(e) + "; give another directory", e);
        }
    }

    /**
     * Opens the directory of a run that is there. Files of a repair that was complete, and killed while it moved them, move.
     *
     * @throws RunRefusedException if there is none, or it is in use
     */
    static RunDirectory existing(Path path) throws RunRefusedException {
        if (!Files.isDirectory(path)) {
            throw new RunRefusedException(path + " is not a directory; give the directory of a run");
        }
        if (!ManifestFile.existsIn(path)) {
            if (ManifestFile.wasBegunIn(path)) {
                throw new RunRefusedException(path
                        + ": its run was killed before it had begun, and left nothing to go on with; generate"
                        + " it again");
            }
            throw new RunRefusedException(path + " has no " + ManifestFile.FILE_NAME + "; give the directory of a run");
        }
        try {
            RunDirectory directory = new RunDirectory(path, DirectoryLock.of(path), List.of(), Set.of());
            try {
                RepairDirectory repair = new RepairDirectory(path);
                if (repair.isComplete()) {
                    repair.moveFiles();
                }
            } catch (IOException e) {
                directory.close();
                throw e;
            }
            return directory;
        } catch (IOException e) {
            throw new RunRefusedException(path + " cannot be written: " + reason(e), e);
        }
    }

    Path path() {
        return path;
    }

    private static void makeDirectories(Path absolute, Deque<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (@Nullable Path at = absolute; at != null && Files.notExists(at); at = at.getParent()) {
            missing.push(at);
        }
        while (!missing.isEmpty()) {
            Path next = missing.pop();
            try {
                Files.createDirectory(next);
            } catch (IOException e) {
                removeAll(List.copyOf(made));
                throw e;
            }
            made.push(next);
            @Nullable Path parent = next.getParent();
            if (parent != null) {
                DurableDirectory.force(parent);
            }
        }
    }

    /** Names of what an earlier run may have left in a directory; the manifest last. */
    private static Set<String> filesToClear(
            Path path, boolean overwrite, List<TableSchema> tables, List<SinkProvider> providers)
            throws IOException, RunRefusedException {
        List<String> present = namesIn(path);
        if (present.isEmpty()) {
            return Set.of();
        }
        if (!overwrite) {
            throw new RunRefusedException("output " + path + " is not empty" + advice(path));
        }
        Set<String> ours = filesOfRun(path, tables, providers);
        for (String name : present) {
            boolean file = !Files.isDirectory(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
            if (file ? !ours.contains(name) : !isRepair(path.resolve(name), ours)) {
                throw new RunRefusedException(
                        "output " + path + " holds " + name + ", which is not of a run; give another directory");
            }
        }
        return ours;
    }

    /** What to do where a new run is to be made in a directory that is not empty. */
    private static String advice(Path path) {
        if (!ManifestFile.existsIn(path)) {
            return ", and what is in it is not a run; give another directory";
        }
        String otherwise = "give another directory, or --overwrite to replace the run in it";
        try {
            return switch (ManifestFile.read(path).status()) {
                case RUNNING, STOPPED ->
                    ": its run is not complete; 'headroom resume " + path + "' goes on with it; otherwise " + otherwise;
                case MERGING, COMPLETED -> "; " + otherwise;
            };
        } catch (RunRefusedException e) {
            return ", and the run in it cannot be replaced: " + e.getMessage();
        }
    }

    /** Deletes what an earlier run has left. */
    void clear() throws IOException {
        if (earlier.isEmpty()) {
            return;
        }
        new RepairDirectory(path).delete();
        for (String name : earlier) {
            Files.deleteIfExists(path.resolve(name));
        }
    }

    /** How much {@link #clear} will give back to the disk. */
    long bytesToClear() throws IOException {
        if (earlier.isEmpty()) {
            return 0;
        }
        long bytes = new RepairDirectory(path).bytes();
        for (String name : earlier) {
            Path file = path.resolve(name);
            bytes += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
        }
        return bytes;
    }

    /** Whether a directory holds nothing but files of a repair. */
    private static boolean isRepair(Path directory, Set<String> ours) throws IOException {
        if (!directory.endsWith(RepairDirectory.NAME)) {
            return false;
        }
        List<String> files = namesIn(directory);
        files.remove(RepairDirectory.COMPLETE_MANIFEST);
        return ours.containsAll(files);
    }

    /** Names of what the run that is there, and the new one, may have in the directory; the manifest last. */
    private static Set<String> filesOfRun(Path path, List<TableSchema> tables, List<SinkProvider> providers)
            throws RunRefusedException {
        Set<String> ours = new LinkedHashSet<>();
        if (ManifestFile.existsIn(path)) {
            ManifestFile.read(path).outputs().forEach(output -> ours.add(output.name()));
        }
        // Its manifest comes last: a directory whose run is half deleted still says that it is one.
        ours.addAll(namesOfNewRun(tables, providers));
        return ours;
    }

    /** Names of all files that a new run makes. */
    static Set<String> namesOfNewRun(List<TableSchema> tables, List<SinkProvider> providers) {
        Set<String> names = new LinkedHashSet<>();
        for (TableSchema table : tables) {
            for (SinkProvider provider : providers) {
                names.addAll(provider.fileNames(table));
            }
        }
        names.add(RangeLog.FILE_NAME);
        names.add(TotalsFile.FILE_NAME);
        names.add(TotalsFile.NEXT_NAME);
        names.add(ManifestFile.NEXT_NAME);
        names.add(ManifestFile.RESERVE_NAME);
        names.add(ManifestFile.FILE_NAME);
        return names;
    }

    /** What is in a directory, without what a run leaves that is killed before it has begun. */
    private static List<String> namesIn(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!NOTHING_YET.contains(name)) {
                    names.add(name);
                }
            }
        }
        Collections.sort(names);
        return names;
    }

    /** Closes, and removes all that was made for a run that did not begin: the directory holds nothing else. */
    void discard(List<TableSchema> tables, List<SinkProvider> providers) {
        List<Path> files = new ArrayList<>();
        namesOfNewRun(tables, providers).forEach(name -> files.add(path.resolve(name)));
        removeAll(files);
        discard();
    }

    /** Closes, and removes what was made for a run that did not begin. */
    void discard() {
        close();
        removeAll(made);
    }

    /** What cannot be removed stays: the refusal is what the user needs to hear of. */
    private static void removeAll(List<Path> paths) {
        for (Path each : paths) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                return;
            }
        }
    }

    /** What a person is to hear of a failure, whose message is often no more than a path. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException file) {
            return file.getFile() + " is not there and cannot be made";
        }
        if (e instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a link to nothing";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    /** Unlocks the directory. */
    @Override
    public void close() {
        lock.close();
    }
}
