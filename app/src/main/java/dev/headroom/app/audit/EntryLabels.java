package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells as which kind of anomaly an entry is labelled, while entries go by in the order of the journal. Labels are in that order too, but
 * for those of clusters, which are near; so it is enough to know some of them before and after the entry at hand. Used by one thread.
 */
final class EntryLabels implements Closeable {
    private static final int AROUND = 4096;

    private static final byte[] JOURNAL = Labels.JOURNAL.getBytes(StandardCharsets.UTF_8);
    private static final byte[] RELATED = "related".getBytes(StandardCharsets.UTF_8);

    private final @Nullable TableCursor cursor;
    private final LongIndex types = AnomalyTest.kinds();
    private final long[] keys = new long[2 * AROUND];
    private final byte[] kinds = new byte[keys.length];
    private LongIndex places = new LongIndex();
    private int count;
    private int keyColumn;
    private int tableColumn;
    private int roleColumn;
    private int typeColumn;
    private boolean more;
    private long entries;

    private EntryLabels(@Nullable TableCursor cursor) throws IOException {
        this.cursor = cursor;
        if (cursor != null) {
            keyColumn = cursor.column("record_key");
            tableColumn = cursor.column("table_name");
            roleColumn = cursor.column("role");
            typeColumn = cursor.column("type");
            more = true;
            readOn();
        }
    }

    /** The labels of a run; there are none if it has no table of them. */
    static EntryLabels of(RunTables tables) throws IOException {
        return new EntryLabels(tables.has("anomaly_labels") ? TableCursor.asFile(tables, "anomaly_labels") : null);
    }

    /** The ordinal of the {@link AnomalyTest} of whose kind an entry is; {@link TestCounts#NO_KIND} if no label names it. */
    int kind(long entry) throws IOException {
        int place = places.get(entry);
        while (place >= AROUND && more) {
            readOn();
            place = places.get(entry);
        }
        return place == LongIndex.NONE ? TestCounts.NO_KIND : kinds[place];
    }

    /** Forgets the earlier half of what it knows, and reads on until it knows as much as it can. */
    private void readOn() throws IOException {
        int kept = Math.max(0, count - AROUND);
        System.arraycopy(keys, count - kept, keys, 0, kept);
        System.arraycopy(kinds, count - kept, kinds, 0, kept);
        count = kept;
        places = new LongIndex();
        for (int i = 0; i < count; i++) {
            places.add(keys[i]);
        }
        while (count < keys.length && more) {
            readLabel();
        }
    }

    private void readLabel() throws IOException {
        TableCursor labels = cursor;
        if (labels == null || !labels.next()) {
            more = false;
            return;
        }
        if (!labels.is(tableColumn, JOURNAL) || labels.is(roleColumn, RELATED)) {
            return;
        }
        long key = labels.hash(keyColumn);
        // An entry has a label for each altered value.
        if (places.get(key) != LongIndex.NONE) {
            return;
        }
        int kind = types.get(labels.hash(typeColumn));
        if (kind == LongIndex.NONE) {
            return;
        }
        places.add(key);
        keys[count] = key;
        kinds[count++] = (byte) kind;
        entries++;
    }

    /** Entries that were named by the labels that were read; all of them after the last entry. */
    long entries() throws IOException {
        while (more) {
            readOn();
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        if (cursor != null) {
            cursor.close();
        }
    }
}
