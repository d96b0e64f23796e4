package dev.headroom.app.verify;

import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.RecordedTotals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Checks that the totals of the ledger are those that the manifest names. */
final class TotalsCheck {
    private static final int BUFFER_BYTES = 1 << 13;

    private final Path directory;
    private final Findings findings;

    TotalsCheck(Path directory, Findings findings) {
        this.directory = directory;
        this.findings = findings;
    }

    void check(Manifest manifest) {
        RecordedTotals recorded = manifest.ledgerTotals();
        if (recorded == null) {
            return;
        }
        boolean found = false;
        for (String name : List.of(Manifest.TOTALS_NAME, Manifest.NEXT_TOTALS_NAME)) {
            Path file = directory.resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    found = true;
                    if (hash(file, recorded.bytes()).equals(recorded.sha256())) {
                        return;
                    }
                }
            } catch (IOException e) {
                findings.violation(name, "it cannot be read: " + e.getMessage());
                return;
            }
        }
        findings.violation(
                Manifest.TOTALS_NAME,
                found ? "it does not begin with the totals that ledger_totals names" : "it is missing");
    }

    private static String hash(Path file, long bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = bytes;
            for (int read = 0; left > 0 && read >= 0; left -= read) {
                read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read > 0) {
                    digest.update(buffer, 0, read);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
