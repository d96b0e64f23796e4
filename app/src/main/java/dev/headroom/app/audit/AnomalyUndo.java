package dev.headroom.app.audit;

import dev.headroom.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the clean values back that anomalies have altered in entries of the journal, line after line. Used by one thread. */
final class AnomalyUndo implements Closeable {
    private final LabelWindow window;
    private final LabelFindings findings;
    private final int idColumn;
    private final int lineColumn;
    private final List<Label> labels = new ArrayList<>();
    private long entry;
    private int shared;
    private int next;

    AnomalyUndo(TableSchema schema, LabelWindow window, LabelFindings findings) {
        this.window = window;
        this.findings = findings;
        this.idColumn = schema.indexOf("journal_id");
        this.lineColumn = schema.indexOf("journal_id_line_number");
    }

    /** Undoes what labels name in a row; false if they name nothing in it. */
    boolean apply(Row row, long number) throws IOException {
        long now = Hash.of(row.source(idColumn), row.start(idColumn), row.end(idColumn));
        if (now != entry) {
            begin(now);
        }
        if (labels.isEmpty()) {
            return false;
        }
        for (int i = 0; i < shared; i++) {
            undo(labels.get(i), row, number);
        }
        long line = Values.decimal(row, lineColumn, 0);
        for (; next < labels.size() && labels.get(next).line() <= line; next++) {
            Label label = labels.get(next);
            if (label.line() < line) {
                findings.lostAnomalyLabel(label.row());
            } else {
                undo(label, row, number);
            }
        }
        return true;
    }

    private void begin(long now) throws IOException {
        tellLeft();
        entry = now;
        labels.clear();
        window.take(now, labels);
        labels.sort(Comparator.comparingInt(Label::line));
        shared = 0;
        while (shared < labels.size() && labels.get(shared).line() == 0) {
            shared++;
        }
        next = shared;
    }

    private void tellLeft() {
        for (; next < labels.size(); next++) {
            findings.lostAnomalyLabel(labels.get(next).row());
        }
    }

    private void undo(Label label, Row row, long number) {
        int column = label.column();
        byte[] modified = label.modified();
        if (column >= row.count || !(modified == null ? row.isNull(column) : row.equals(column, modified))) {
            findings.differs(Labels.JOURNAL, number, "row " + label.row() + " of anomaly_labels names another value");
            return;
        }
        byte[] original = label.original();
        if (original == null) {
            row.replaceByNull(column);
        } else {
            row.replace(column, original, 0, original.length);
        }
    }

    void end() throws IOException {
        tellLeft();
        labels.clear();
        window.end();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
