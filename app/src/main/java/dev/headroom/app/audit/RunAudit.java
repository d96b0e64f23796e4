package dev.headroom.app.audit;

import dev.headroom.app.run.Manifest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Audits a run whose files are what its manifest says: proves the rules of accounting on it, and looks at its journal as it was written. What
 * labels name is read once for both. Used by one thread.
 */
public final class RunAudit implements Closeable {
    private final Manifest manifest;
    private final RunTables tables;
    private final SpillDirectory directory;
    private final @Nullable String unread;
    private @Nullable Labels labels;

    private RunAudit(Manifest manifest, RunTables tables, SpillDirectory directory, @Nullable String unread) {
        this.manifest = manifest;
        this.tables = tables;
        this.directory = directory;
        this.unread = unread;
    }

    /**
     * Begins with a run.
     *
     * @param temporary an existing directory, in which what does not fit in memory is put aside until the audit is closed
     * @throws IOException if nothing can be put aside
     */
    public static RunAudit of(Path run, Manifest manifest, Path temporary) throws IOException {
        RunTables tables = RunTables.of(run, manifest);
        String missing = WholeRun.missing(manifest);
        String unread = missing == null && tables.names().isEmpty() ? WholeRun.unread(manifest) : missing;
        return new RunAudit(manifest, tables, new SpillDirectory(temporary), unread);
    }

    /**
     * Proves all rules; blocks until every table is read.
     *
     * @throws IOException if a file cannot be read, or nothing can be put aside
     */
    public AuditReport rules() throws IOException {
        if (unread != null) {
            return AuditReport.notProven(unread);
        }
        RuleFindings findings = new RuleFindings();
        return LedgerAudit.of(tables, labels(findings), directory, findings);
    }

    /**
     * Audits the journal; blocks until it and what it is compared with are read.
     *
     * @throws IOException if a file cannot be read, or nothing can be put aside
     */
    public JournalFindings journal() throws IOException {
        if (unread != null) {
            return JournalFindings.notAudited(unread);
        }
        try {
            return JournalAudit.of(tables, labels(LabelFindings.IGNORED), directory, manifest);
        } catch (MalformedValueException e) {
            return JournalFindings.notAudited("a value does not have its column's form: " + e.getMessage());
        }
    }

    /** The labels; what is wrong with them is told once, where they are read. */
    private Labels labels(LabelFindings findings) throws IOException {
        Labels read = labels;
        if (read == null) {
            read = Labels.read(tables, directory, findings);
            labels = read;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
