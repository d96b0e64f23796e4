package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of the totals of the ledger that lie beside it.
 *
 * @param bytes their length
 * @param sha256 their hash, in lower-case hexadecimal
 */
@JsonPropertyOrder({"bytes", "sha256"})
public record RecordedTotals(long bytes, String sha256) {
    private static final int BUFFER_BYTES = 1 << 13;

    /**
     * The one of a run's two files of totals that begins with these; null if neither does.
     *
     * @param directory that of the run
     * @throws IOException if a file cannot be read
     */
    public @Nullable Path fileIn(Path directory) throws IOException {
        for (String name : TotalsFile.NAMES) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)
                    && Files.size(file) >= bytes
                    && hashOfBeginning(file).equals(sha256)) {
                return file;
            }
        }
        return null;
    }

    private String hashOfBeginning(Path file) throws IOException {
        MessageDigest digest = TotalsFile.newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = new FileInputStream(file.toFile())) {
            for (long left = bytes; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
