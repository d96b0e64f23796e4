package dev.headroom.generator;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.totals.Totals;
import dev.headroom.table.RowCursor;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A ledger's rows as streams of objects, which hold those of one range at a time. */
final class LedgerStreams {
    private static final int BATCH_ROWS = 1024;

    private LedgerStreams() {}

    static Stream<LedgerRecord> records(Ledger ledger, TableSchema table) {
        return ranges(ledger, table).flatMap(List::stream);
    }

    static Stream<JournalEntry> entries(Ledger ledger, TableSchema table) {
        return ranges(ledger, table).flatMap(records -> entries(records).stream());
    }

    /** The rows of each range that can have any. */
    private static Stream<List<LedgerRecord>> ranges(Ledger ledger, TableSchema table) {
        RangeGenerator generator = ledger.newRangeGenerator(BATCH_ROWS);
        boolean ofMaster = Masters.catalogue().contains(table);
        RangeSequence sequence = ledger.ranges();
        Totals totals = new Totals();
        Iterator<List<LedgerRecord>> iterator = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sequence.hasNext();
            }

            @Override
            public List<LedgerRecord> next() {
                Range range = sequence.next();
                List<LedgerRecord> records = new ArrayList<>();
                BatchConsumer<RuntimeException> collector = batch -> {
                    if (batch.schema() == table) {
                        RowCursor cursor = batch.cursor();
                        while (cursor.next()) {
                            records.add(LedgerRecord.of(table, cursor));
                        }
                    }
                };
                if (range.kind() == Range.Kind.EPILOGUE && !ofMaster) {
                    generator.generateEpilogue(range, totals, Fidelity.NORMAL, BATCH_ROWS, collector);
                } else if (range.kind() == Range.Kind.MASTER_DATA || !ofMaster) {
                    // Master records can have labels of data-quality issues.
                    generator.generate(range, Fidelity.NORMAL, BATCH_ROWS, collector);
                    totals.add(generator.totals());
                }
                return records;
            }
        };
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, characteristics), false);
    }

    /** Consecutive lines of an entry are one. */
    private static List<JournalEntry> entries(List<LedgerRecord> lines) {
        List<JournalEntry> entries = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= lines.size(); end++) {
            if (end == lines.size()
                    || !lines.get(end)
                            .text("journal_id")
                            .equals(lines.get(start).text("journal_id"))) {
                entries.add(new JournalEntry(lines.subList(start, end)));
                start = end;
            }
        }
        return entries;
    }
}
