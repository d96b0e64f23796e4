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

    TableCursor open(String table) throws IOException {
        return TableCursor.asWritten(tables, table, labels, findings);
    }

    RunTables tables() {
        return tables;
    }
}
