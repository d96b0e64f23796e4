package dev.headroom.generator;

import dev.headroom.generator.master.Masters;
import dev.headroom.table.RowCursor;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A ledger's rows as streams of objects, which hold those of one range at a time. */
final class LedgerStreams {
    private static final int BATCH_ROWS = 1024;

    private LedgerStreams() {}

    static Stream<LedgerRecord> records(Ledger ledger, TableSchema table) {
        return ranges(ledger, List.of(table)).flatMap(rows -> of(rows, table).stream());
    }

    static Stream<JournalEntry> entries(Ledger ledger, TableSchema table) {
        return ranges(ledger, List.of(table)).flatMap(rows -> entries(of(rows, table)).stream());
    }

    static Stream<LedgerDocument> documents(Ledger ledger, TableSchema table) {
        TableSchema lines = linesOf(ledger, table)
                .orElseThrow(() -> new IllegalArgumentException("'" + table.name() + "' has no lines; these have: "
                        + ledger.tables().stream()
                                .filter(other -> linesOf(ledger, other).isPresent())
                                .map(TableSchema::name)
                                .collect(Collectors.joining(", "))));
        return ranges(ledger, List.of(table, lines))
                .flatMap(rows -> documents(of(rows, table), of(rows, lines)).stream());
    }

    private static List<LedgerRecord> of(Map<TableSchema, List<LedgerRecord>> rows, TableSchema table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The table whose key begins with a document's. */
    private static Optional<TableSchema> linesOf(Ledger ledger, TableSchema table) {
        if (Masters.catalogue().contains(table)) {
            return Optional.empty();
        }
        String key = table.name() + "." + table.columns().get(0).name();
        return ledger.tables().stream()
                .filter(other -> other.columns().get(0).key()
                        && key.equals(other.columns().get(0).references()))
                .findFirst();
    }

    /** A document and its lines are in one range. */
    private static List<LedgerDocument> documents(List<LedgerRecord> headers, List<LedgerRecord> lines) {
        Map<String, List<LedgerRecord>> byDocument = new HashMap<>();
        for (LedgerRecord line : lines) {
            String id = line.text(line.schema().columns().get(0).name());
            byDocument.computeIfAbsent(id, first -> new ArrayList<>()).add(line);
        }
        return headers.stream()
                .map(header -> new LedgerDocument(
                        header,
                        byDocument.getOrDefault(
                                header.text(header.schema().columns().get(0).name()), List.of())))
                .toList();
    }

    /** The rows of some tables in each range that can have any. */
    private static Stream<Map<TableSchema, List<LedgerRecord>>> ranges(Ledger ledger, List<TableSchema> tables) {
        RangeGenerator generator = ledger.newRangeGenerator(BATCH_ROWS);
        boolean ofMaster = Masters.catalogue().containsAll(tables);
        RangeSequence sequence = ledger.ranges();
        LedgerTotals totals = new LedgerTotals();
        Iterator<Map<TableSchema, List<LedgerRecord>>> iterator = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sequence.hasNext();
            }

            @Override
            public Map<TableSchema, List<LedgerRecord>> next() {
                Range range = sequence.next();
                Map<TableSchema, List<LedgerRecord>> rows = new HashMap<>();
                tables.forEach(table -> rows.put(table, new ArrayList<>()));
                BatchConsumer<RuntimeException> collector = batch -> {
                    List<LedgerRecord> records = rows.get(batch.schema());
                    RowCursor cursor = batch.cursor();
                    while (records != null && cursor.next()) {
                        records.add(LedgerRecord.of(batch.schema(), cursor));
                    }
                };
                if (range.kind() == Range.Kind.EPILOGUE && !ofMaster) {
                    generator.generateEpilogue(range, totals, Fidelity.NORMAL, BATCH_ROWS, collector);
                } else if (range.kind() == Range.Kind.MASTER_DATA || !ofMaster) {
                    // Master records can have labels of data-quality issues.
                    generator.generate(range, Fidelity.NORMAL, BATCH_ROWS, collector);
                    totals.add(generator.totals());
                }
                return rows;
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
