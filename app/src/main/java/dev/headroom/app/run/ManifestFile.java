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
 * <p>The next manifest is written into a file of its own, which is then renamed over the present one, so that a crash leaves the one or
 * the other whole. A running run keeps another file with blocks for its last manifest, so that a full disk cannot prevent it.
 */
final class ManifestFile {
    static final String FILE_NAME = Manifest.NAME;
    static final String NEXT_NAME = ".manifest.next";
    static final String RESERVE_NAME = ".manifest.reserve";

    private static final int SPACE_STEP = 1 << 16;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path directory;
    private final String name;

    ManifestFile(Path directory) {
        this(directory, FILE_NAME);
    }

    /** The manifest of a directory under another name. */
    ManifestFile(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    Path directory() {
        return directory;
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
        if (new RepairDirectory(directory).isComplete()) {
            throw new RunRefusedException(directory
                    + ": its repair was killed while it put the new files in their place; 'headroom repair " + directory
                    + "' goes on with that");
        }
        try {
            return ManifestCheck.checked(file, JSON.readValue(file.toFile(), Manifest.class));
        } catch (JsonProcessingException e) {
            throw new RunRefusedException(
                    JsonFault.of(file, e)
                            + ", so it is not a manifest of this version of Headroom; put back what was written, or"
                            + " generate anew into another directory",
                    e);
        } catch (IOException e) {
            if (e instanceof NoSuchFileException || Files.notExists(file)) {
                throw new RunRefusedException(directory + " has no " + FILE_NAME + "; give the directory of a run", e);
            }
            throw new RunRefusedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether a run was about to write its first manifest into a directory. */
    static boolean wasBegunIn(Path directory) {
        return Files.exists(directory.resolve(NEXT_NAME)) || Files.exists(directory.resolve(RESERVE_NAME));
    }

    /**
     * Replaces the manifest, durably. That of a running run is written into new blocks, which may not be there; the last one of a process
     * into those that were set aside.
     */
    void replace(Manifest manifest) throws IOException {
        byte[] json = JSON.writeValueAsBytes(manifest);
        if (!manifest.status().isLast()) {
            writeNext(json);
            setSpaceAside(json.length);
        } else {
            writeLast(json);
        }
    }

    private void writeNext(byte[] json) throws IOException {
        Path next = directory.resolve(NEXT_NAME);
        try {
            writeAndForce(next, json);
        } catch (IOException e) {
            // Its blocks are of more use to what comes last.
            Files.deleteIfExists(next);
            throw e;
        }
        rename(next);
    }

    private void writeLast(byte[] json) throws IOException {
        Path reserve = directory.resolve(RESERVE_NAME);
        writeAndForce(reserve, json);
        rename(reserve);
        Files.deleteIfExists(directory.resolve(NEXT_NAME));
    }

    private static void writeAndForce(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            writeFully(channel, ByteBuffer.wrap(bytes));
            channel.truncate(bytes.length);
            channel.force(true);
        }
    }

    private void rename(Path from) throws IOException {
        // A manifest must not be found where a file that it names is not.
        DurableDirectory.force(directory);
        Files.move(from, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableDirectory.force(directory);
    }

    /** Has the file of the last manifest have blocks for twice as much as was needed now: a manifest grows with decisions. */
    private void setSpaceAside(int bytes) throws IOException {
        Path reserve = directory.resolve(RESERVE_NAME);
        try (FileChannel channel = FileChannel.open(reserve, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long present = channel.size();
            if (present < 2L * bytes) {
                int more = (int) ((2L * bytes + SPACE_STEP - 1) / SPACE_STEP * SPACE_STEP - present);
                channel.position(present);
                writeFully(channel, ByteBuffer.allocate(more));
                channel.force(true);
            }
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
