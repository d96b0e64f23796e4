package dev.headroom.app.verify;

import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.RecordedTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks that the totals of the ledger are those that the manifest names. */
final class TotalsCheck {
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
        try {
            if (recorded.fileIn(directory) == null) {
                boolean isThere = Files.isRegularFile(directory.resolve(Manifest.TOTALS_NAME))
                        || Files.isRegularFile(directory.resolve(Manifest.NEXT_TOTALS_NAME));
                findings.violation(
                        Manifest.TOTALS_NAME,
                        isThere ? "it does not begin with the totals that ledger_totals names" : "it is missing");
            }
        } catch (IOException e) {
            findings.violation(Manifest.TOTALS_NAME, "it cannot be read: " + e.getMessage());
        }
    }
}
