package dev.headroom.app.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory within a run's directory in which a repair writes the run anew, and how its files take the place of the run's.
 *
 * <p>Until the new files are complete the run's own are as they were. Then there is a manifest under another name, which is the moment from
 * which on the repair is done: the files move one by one, the manifest last, and whoever opens the directory next goes on with that
 * where a process was killed in it.
 */
final class RepairDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(RepairDirectory.class);

    static final String NAME = ".repair";

    static final String COMPLETE_MANIFEST = "repaired.json";

    private final Path run;
    private final Path path;

    RepairDirectory(Path run) {
        this.run = run;
        this.path = run.resolve(NAME);
    }

    Path path() {
        return path;
    }

    /**
     * The manifest of a repair that was begun, of which everything that is there can be kept; null if there is none.
     *
     * @param manifest that of the run
     */
    @Nullable
    Manifest begunRepairOf(Manifest manifest) throws IOException {
        try {
            if (ManifestFile.existsIn(path)) {
                Manifest begun = ManifestFile.read(path);
                if (isOf(manifest, begun)) {
                    new ResumeCheck(path, begun).files();
                    TotalsFile.check(path, begun.ledgerTotals());
                    return begun;
                }
            }
        } catch (RunRefusedException e) {
            LOG.info("What an earlier repair has left cannot be used: {}", e.getMessage());
        }
        delete();
        return null;
    }

    private static boolean isOf(Manifest run, Manifest begun) {
        return begun.configurationSha256().equals(run.configurationSha256())
                && begun.algorithmVersion().equals(run.algorithmVersion())
                && begun.formats().equals(run.formats())
                && Objects.equals(begun.compression(), run.compression())
                && begun.totals().ranges() <= run.totals().ranges()
                && begun.outputs().stream()
                        .map(OutputState::name)
                        .toList()
                        .equals(run.outputs().stream().map(OutputState::name).toList());
    }

    /** Makes the directory if it is not there. */
    void make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path);
            DurableDirectory.force(run);
        }
    }

    /** Whether all files are complete, and some or all of them have yet to move. */
    boolean isComplete() {
        return Files.exists(path.resolve(COMPLETE_MANIFEST));
    }

    /** The manifest that says that the files are complete, and is the run's once they have moved. */
    ManifestFile completeManifest() {
        return new ManifestFile(path, COMPLETE_MANIFEST);
    }

    /** Has the complete files take the place of the run's; can be done again after it was broken off anywhere. */
    void moveFiles() throws IOException {
        // Its totals are a correction, and not those of the run.
        Files.deleteIfExists(path.resolve(ManifestFile.FILE_NAME));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                if (!file.endsWith(COMPLETE_MANIFEST)) {
                    move(file, file.getFileName().toString());
                }
            }
        }
        DurableDirectory.force(run);
        move(path.resolve(COMPLETE_MANIFEST), ManifestFile.FILE_NAME);
        DurableDirectory.force(run);
        Files.delete(path);
    }

    private void move(Path file, String name) throws IOException {
        Files.move(file, run.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What a repair has left, in bytes. */
    long bytes() throws IOException {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Removes what a repair has left; that it was complete is forgotten first. */
    void delete() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        Files.deleteIfExists(path.resolve(COMPLETE_MANIFEST));
        Files.deleteIfExists(path.resolve(ManifestFile.FILE_NAME));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
