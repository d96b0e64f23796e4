package dev.headroom.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Reads and replaces {@code manifest.json}.
 *
 * <p>The next manifest is written into a file that already has its blocks and then renamed over the present one, so that a full disk
 * cannot prevent the last checkpoint, and a crash leaves the one or the other whole.
 */
final class ManifestFile {
    static final String FILE_NAME = "manifest.json";
    static final String NEXT_NAME = ".manifest.next";

    private static final int SPACE_STEP = 1 << 16;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path directory;

    ManifestFile(Path directory) {
        this.directory = directory;
    }

    /** Whether a directory has a manifest. */
    static boolean existsIn(Path directory) {
        return Files.exists(directory.resolve(FILE_NAME));
    }

    /**
     * Reads a directory's manifest.
     *
     * @throws RunRefusedException if there is none, or it cannot be read
     */
    static Manifest read(Path directory) throws RunRefusedException {
        Path file = directory.resolve(FILE_NAME);
        try {
            return ManifestCheck.checked(file, JSON.readValue(file.toFile(), Manifest.class));
        } catch (JsonProcessingException e) {
            throw new RunRefusedException(
                    file + ": not a manifest of this version of Headroom: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            if (e instanceof NoSuchFileException || Files.notExists(file)) {
                throw new RunRefusedException(directory + " has no " + FILE_NAME + "; give the directory of a run", e);
            }
            throw new RunRefusedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes zeros into the file of the next manifest, so that it has its blocks. */
    private void setSpaceAside(int bytes) throws IOException {
        Path next = directory.resolve(NEXT_NAME);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            writeFully(channel, ByteBuffer.allocate(bytes));
            channel.force(true);
        }
    }

    /** Replaces the manifest, durably; afterwards there is space for the next one again if the disk has it. */
    void replace(Manifest manifest) throws IOException {
        byte[] json = JSON.writeValueAsBytes(manifest);
        Path next = directory.resolve(NEXT_NAME);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            writeFully(channel, ByteBuffer.wrap(json));
            channel.truncate(json.length);
            channel.force(true);
        }
        Files.move(
                next,
                directory.resolve(FILE_NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        forceDirectory();
        if (manifest.status() == Manifest.Status.RUNNING) {
            // Twice as much as was needed now: the manifest grows with decisions and changes of level.
            setSpaceAside(Math.max(1, (2 * json.length + SPACE_STEP - 1) / SPACE_STEP) * SPACE_STEP);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes the rename itself survive a crash; systems that cannot open a directory do without. */
    private void forceDirectory() {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open directories; the rename is journalled there.
        }
    }
}
