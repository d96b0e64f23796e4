package dev.headroom.app.run;

import dev.headroom.sink.Segment;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Checks that the ends of a run's files are what was written: the last lines of the range log, and of each file that they name the bytes of
 * the last range that has some. That is a few megabytes, however large the run is; {@code verify} checks all of it.
 */
final class TailCheck {
    private static final int LOG_BYTES = 256 << 10;
    private static final int BUFFER_BYTES = 64 << 10;

    private final Path path;
    private final Manifest manifest;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    TailCheck(Path path, Manifest manifest) {
        this.path = path;
        this.manifest = manifest;
    }

    /** Refuses ends that are not what was written. */
    void check() throws IOException, RunRefusedException {
        if (manifest.ranges().logBytes() == 0) {
            return;
        }
        List<RecordedRange> last = RecordedRanges.lastOf(path, manifest, LOG_BYTES);
        Set<Integer> checked = new HashSet<>();
        for (int i = last.size() - 1; i >= 0; i--) {
            List<RecordedRange.Part> parts = last.get(i).parts();
            for (int output = 0; output < parts.size(); output++) {
                RecordedRange.Part part = parts.get(output);
                if (part != null && checked.add(output)) {
                    check(manifest.outputs().get(output), part.segment());
                }
            }
        }
    }

    private void check(OutputState output, Segment segment) throws IOException, RunRefusedException {
        if (segment.end() != output.bytes()) {
            throw new RunRefusedException(path.resolve(RangeLog.FILE_NAME) + " ends " + output.name() + " at byte "
                    + segment.end() + ", the manifest at " + output.bytes() + "; put back what was written");
        }
        if (segment.start() >= 0
                && segment.length() > 0
                && !output.name().contains(":")
                && checksum(path.resolve(output.name()), segment) != segment.checksum()) {
            throw new RunRefusedException(path.resolve(output.name()) + " was changed: bytes " + segment.start()
                    + " to " + segment.end() + " are not what was written; put the file back, or generate anew");
        }
    }

    private int checksum(Path file, Segment segment) throws IOException {
        CRC32C checksum = new CRC32C();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(segment.start());
            for (long left = segment.length(); left > 0; ) {
                int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException(file + " ends early");
                }
                checksum.update(buffer, 0, read);
                left -= read;
            }
        }
        return (int) checksum.getValue();
    }
}
