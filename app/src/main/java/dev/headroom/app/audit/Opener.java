package dev.headroom.app.audit;

import java.io.IOException;

/** Opens tables as they were before issues of data quality were injected. */
final class Opener {
    private final RunTables tables;
    private final Labels labels;
    private final LabelFindings findings;

    Opener(RunTables tables, Labels labels, LabelFindings findings) {
        this.tables = tables;
        this.labels = labels;
        this.findings = findings;
    }

    /** Opens a table, of whose labels another reading tells whether they fit. */
    TableCursor open(String table) throws IOException {
        return TableCursor.asWritten(tables, table, labels, LabelFindings.IGNORED);
    }

    /** Opens a table, and tells where its labels do not fit; done once with each. */
    TableCursor openToCheck(String table) throws IOException {
        return TableCursor.asWritten(tables, table, labels, findings);
    }

    RunTables tables() {
        return tables;
    }
}
