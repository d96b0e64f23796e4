package dev.headroom.app.audit;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that keys are unique and that references resolve. Values are sorted as hashes, each with where it stands; those of master records,
 * which most lines point to, are kept in memory too.
 */
final class References implements Closeable {
    private static final Set<String> MASTERS =
            Set.of("companies", "gl_accounts", "cost_centers", "employees", "vendors", "customers", "materials");
    private static final long USE = 1L << 62;
    private static final int SITE_SHIFT = 46;
    private static final long ROW_MASK = (1L << SITE_SHIFT) - 1;

    /** Where values stand: columns of a table, and what a value of them has to be found in; empty for keys. */
    private record Site(String table, String columns, String target) {}

    private final RunTables tables;
    private final RuleFindings findings;
    private final Sorter sorter;
    private final List<Site> sites = new ArrayList<>();
    private final Map<Site, Integer> numbers = new HashMap<>();
    private final Set<String> targets = new HashSet<>();
    private final Map<String, LongSet> masters = new HashMap<>();
    private final Map<Long, String> keyOfType = new HashMap<>();
    private final Map<Long, String> keyOfTable = new HashMap<>();

    References(RunTables tables, RuleFindings findings, SpillDirectory directory, int bufferBytes) {
        this.tables = tables;
        this.findings = findings;
        this.sorter = new Sorter(directory, 2, bufferBytes);
        for (String table : tables.names()) {
            TableSchema schema = tables.schema(table);
            if (schema != null) {
                add(schema);
            }
        }
        for (String target : targets) {
            if (MASTERS.contains(tableOf(target))) {
                masters.put(target, new LongSet());
            }
        }
    }

    private void add(TableSchema schema) {
        List<String> keys =
                schema.columns().stream().filter(Column::key).map(Column::name).toList();
        for (Column column : schema.columns()) {
            String target = column.references();
            if (target != null && tables.has(tableOf(target))) {
                targets.add(target);
            }
        }
        String identity = schema.name().equals(Labels.JOURNAL) ? "journal_id" : keys.size() == 1 ? keys.get(0) : "";
        if (!identity.isEmpty()) {
            String target = schema.name() + "." + identity;
            targets.add(target);
            keyOfTable.put(Hash.of(schema.name()), target);
            keyOfType.put(Hash.of(singular(schema.name())), target);
        }
    }

    private static String singular(String table) {
        return table.endsWith("ies")
                ? table.substring(0, table.length() - 3) + "y"
                : table.substring(0, table.length() - 1);
    }

    /** The table of what is referred to. */
    static String tableOf(String target) {
        return target.substring(0, target.indexOf('.'));
    }

    RunTables tables() {
        return tables;
    }

    /** Whether references point to a column. */
    boolean isTarget(String table, String column) {
        return targets.contains(table + "." + column);
    }

    /** Whether a table has master records, which are read first: their keys are kept in memory, for what refers to them later. */
    static boolean isMaster(String table) {
        return MASTERS.contains(table);
    }

    /** What a document type refers to, by the hash of its name; empty if there is no such table. */
    String keyOfType(long type) {
        return keyOfType.getOrDefault(type, "");
    }

    /** What a table's name refers to, by its hash; empty if there is no such table. */
    String keyOfTable(long table) {
        return keyOfTable.getOrDefault(table, "");
    }

    /** A way to say what stands where, for one thread. */
    Sorter.Appender appender() {
        return sorter.appender();
    }

    /** A place in a table from which rows are told. */
    synchronized Place place(String table, String columns, String target) {
        Site site = new Site(table, columns, target);
        Integer known = numbers.get(site);
        if (known == null) {
            known = sites.size();
            sites.add(site);
            numbers.put(site, known);
        }
        boolean isKey = target.isEmpty();
        String what = isKey ? table + "." + columns : target;
        LongSet set = isKey ? masters.get(what) : isMaster(table) ? null : masters.get(what);
        return new Place(site, known, Hash.of(what), isKey, set);
    }

    /** Columns of a table whose values are keys, or refer to keys. Used by one thread. */
    final class Place {
        private final Site site;
        private final int number;
        private final long salt;
        private final boolean isKey;
        private final @Nullable LongSet set;
        private long count;

        private Place(Site site, int number, long salt, boolean isKey, @Nullable LongSet set) {
            this.site = site;
            this.number = number;
            this.salt = salt;
            this.isKey = isKey;
            this.set = set;
        }

        /** Tells of a value, by its hash. */
        void tell(long value, long row, Sorter.Appender appender) throws IOException {
            count++;
            if (set != null) {
                if (isKey) {
                    set.add(value);
                } else {
                    if (!set.contains(value)) {
                        unresolved(site, row);
                    }
                    return;
                }
            }
            appender.add(Hash.of(value, salt), (isKey ? 0 : USE) | (long) number << SITE_SHIFT | row);
        }

        /** Has told of all. */
        void end() {
            findings.checked(isKey ? Rule.KEYS : Rule.REFERENCES, count);
            count = 0;
        }
    }

    private void unresolved(Site site, long row) {
        findings.violation(
                Rule.REFERENCES,
                site.table(),
                row,
                "its " + site.columns() + " is not found in " + site.target().replace('.', ' '));
    }

    /** Brings keys and references together, after all was told. */
    void join() throws IOException {
        Sorter.Merge merge = sorter.sorted();
        long value = 0;
        boolean found = false;
        boolean first = true;
        while (merge.next()) {
            if (first || merge.get(0) != value) {
                value = merge.get(0);
                found = false;
                first = false;
            }
            long place = merge.get(1);
            Site site = sites.get((int) ((place & ~USE) >>> SITE_SHIFT));
            long row = place & ROW_MASK;
            if ((place & USE) == 0) {
                if (found) {
                    findings.violation(
                            Rule.KEYS, site.table(), row, "its " + site.columns() + " is that of a row before");
                }
                found = true;
            } else if (!found) {
                unresolved(site, row);
            }
        }
        sorter.close();
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}
