package dev.headroom.app.audit;

import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Proves all rules on the tables of a complete run. Each table is read once, several at a time; what is said of the same key in different
 * tables is sorted, in memory that is bounded by the heap and beyond it in a directory.
 */
final class Proof {
    private static final List<String> NEEDED = List.of("companies", "fiscal_periods", "gl_accounts", "employees");
    private static final long SET_ASIDE = 36L << 20;
    private static final int LEAST_BUFFER = 128 << 10;
    private static final int MOST_BUFFER = 32 << 20;

    private final RunTables tables;
    private final Labels labels;
    private final RuleFindings findings;
    private final SpillDirectory directory;
    private final int workers;

    /** What a thread has to tell with. */
    private record Desk(Facts.Teller teller, Sorter.Appender appender) {}

    private Proof(RunTables tables, Labels labels, RuleFindings findings, SpillDirectory directory) {
        this.tables = tables;
        this.labels = labels;
        this.findings = findings;
        this.directory = directory;
        this.workers = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Proves all rules; blocks until all is read.
     *
     * @param directory for what does not fit in memory
     */
    static void prove(RunTables tables, Labels labels, SpillDirectory directory, RuleFindings findings)
            throws IOException {
        for (String table : NEEDED) {
            if (!tables.has(table)) {
                throw new IOException("there is no table " + table);
            }
        }
        new Proof(tables, labels, findings, directory).prove();
    }

    private void prove() throws IOException {
        int buffers = (workers + 1) * (Facts.LEVELS + 1);
        long share = (Runtime.getRuntime().maxMemory() - SET_ASIDE) / 2 / buffers;
        int bufferBytes = (int) Math.max(LEAST_BUFFER, Math.min(MOST_BUFFER, share));
        Opener opener = new Opener(tables, labels, findings);
        Books books = Books.read(opener, findings);
        Materials materials = Materials.read(opener, books);
        try (References references = new References(tables, findings, directory, bufferBytes);
                Joins joins = new Joins(tables, materials, directory, bufferBytes, findings)) {
            ConcurrentLinkedQueue<Desk> desks = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < workers; i++) {
                desks.add(new Desk(joins.teller(), references.appender()));
            }
            readMasters(opener, references, desks.element());
            DocumentTables.Masters masters = new DocumentTables.Masters(
                    books,
                    Staff.read(opener),
                    Credit.read(opener),
                    ExchangeRates.read(opener),
                    materials,
                    Partners.read(opener),
                    findings);
            JournalTotals totals = new JournalTotals();
            Sums openItems = new Sums(1);
            List<Work> works = new ArrayList<>();
            for (String table : bySize()) {
                if (!References.isMaster(table)) {
                    works.add(desk -> read(table, opener, references, joins, masters, totals, openItems, desk));
                }
            }
            work(works, desks);
            work(List.of(desk -> references.join(), desk -> joins.join()), desks);
            if (tables.has("open_items") && masters.rates().areThere()) {
                joins.foreignDebts.check(books, masters.rates(), findings);
            }
            new BalancePass(opener, books, materials, totals, findings).run(openItems);
        }
        explain();
    }

    /** The largest first, so that no thread is left with it alone. */
    private List<String> bySize() throws IOException {
        List<String> names = new ArrayList<>(tables.names());
        List<Long> sizes = new ArrayList<>();
        for (String name : names) {
            sizes.add(Files.size(tables.file(name).path()));
        }
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(Comparator.comparing((String name) -> sizes.get(names.indexOf(name)))
                .reversed());
        return sorted;
    }

    private void readMasters(Opener opener, References references, Desk desk) throws IOException {
        for (String table : tables.names()) {
            TableSchema schema = tables.schema(table);
            if (References.isMaster(table) && schema != null) {
                try (TableCursor cursor = opener.openToCheck(table)) {
                    checkRows(table, cursor, new RowCheck(schema, references, desk.appender(), findings), null);
                }
            }
        }
    }

    private void checkRows(String table, TableCursor cursor, @Nullable RowCheck check, @Nullable RowHandler handler)
            throws IOException {
        while (cursor.next()) {
            boolean sound = check == null || check.check(cursor);
            if (sound && handler != null) {
                try {
                    handler.row();
                } catch (MalformedValueException e) {
                    findings.violation(Rule.VALUES, table, cursor.row(), String.valueOf(e.getMessage()));
                }
            }
        }
        if (check != null) {
            check.end();
        }
    }

    private void read(
            String table,
            Opener opener,
            References references,
            Joins joins,
            DocumentTables.Masters masters,
            JournalTotals totals,
            Sums openItems,
            Desk desk)
            throws IOException {
        TableSchema schema = tables.schema(table);
        try (TableCursor cursor = opener.openToCheck(table)) {
            if (table.equals(Labels.JOURNAL) && schema != null) {
                new JournalPass(
                                cursor,
                                schema,
                                masters.books(),
                                masters.staff(),
                                masters.rates(),
                                joins,
                                desk.teller(),
                                references,
                                desk.appender(),
                                totals,
                                findings)
                        .run();
                return;
            }
            RowCheck check = schema == null ? null : new RowCheck(schema, references, desk.appender(), findings);
            PurchaseTables purchases = new PurchaseTables(cursor, table, masters, joins, desk.teller());
            SalesTables sales = new SalesTables(cursor, table, masters, joins, desk.teller());
            EvidenceTables evidence =
                    new EvidenceTables(cursor, table, masters, joins, desk.teller(), references, desk.appender());
            RowHandler handler = switch (table) {
                case "purchase_orders" -> purchases.orders();
                case "purchase_order_lines" -> purchases.orderLines();
                case "goods_receipts" -> purchases.receipts();
                case "goods_receipt_lines" -> purchases.receiptLines();
                case "vendor_invoices" -> purchases.invoices();
                case "vendor_invoice_lines" -> purchases.invoiceLines();
                case "payments" -> purchases.payments();
                case "payment_allocations" -> purchases.allocations();
                case "sales_orders" -> sales.orders();
                case "sales_order_lines" -> sales.orderLines();
                case "deliveries" -> sales.deliveries();
                case "delivery_lines" -> sales.deliveryLines();
                case "customer_invoices" -> sales.invoices();
                case "customer_invoice_lines" -> sales.invoiceLines();
                case "receipts" -> sales.receipts();
                case "receipt_allocations" -> sales.allocations();
                case "anomaly_labels" -> evidence.anomalyLabels();
                case "quality_labels" -> evidence.qualityLabels();
                case "document_references" -> evidence.documentReferences();
                case "graph_nodes" -> evidence.graphNodes();
                case "graph_edges" -> evidence.graphEdges();
                case "payroll_lines" -> evidence.payrollLines();
                case "depreciation_lines" -> evidence.depreciationLines();
                case "fixed_assets" -> evidence.fixedAssets();
                case "inventory_balances" -> evidence.inventoryBalances();
                case "open_items" -> evidence.openItems(openItems);
                default -> null;
            };
            checkRows(table, cursor, check, handler);
            evidence.end();
        }
    }

    /** Something that a thread does at a desk. */
    private interface Work {
        void at(Desk desk) throws IOException;
    }

    private void work(List<Work> works, ConcurrentLinkedQueue<Desk> desks) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "headroom-verify");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> tasks = new ArrayList<>();
            for (Work work : works) {
                tasks.add(threads.submit(() -> {
                    Desk desk = desks.remove();
                    try {
                        work.at(desk);
                        return null;
                    } finally {
                        desks.add(desk);
                    }
                }));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("a rule could not be proven", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Says of rules without anything to check why. */
    private void explain() {
        for (Rule rule : Rule.values()) {
            findings.notApplicable(rule, "the run has nothing of the kind");
        }
        needs("trial_balances", Rule.TRIAL_BALANCE_LINES, Rule.TRIAL_BALANCE_CONTINUITY, Rule.TRIAL_BALANCE_ZERO);
        needs("trial_balances", Rule.YEAR_CLOSE, Rule.BANK_BALANCES, Rule.OPEN_ITEM_BALANCES);
        needs("open_items", Rule.OPEN_ITEMS, Rule.OPEN_ITEM_BALANCES, Rule.REVALUATIONS);
        needs("inventory_balances", Rule.INVENTORY_QUANTITIES, Rule.INVENTORY_MOVES, Rule.INVENTORY_VALUES);
        needs("bills_of_material", Rule.POSTS_PRODUCTION);
        needs("payroll_lines", Rule.PAYROLL_LINES, Rule.POSTS_PAYROLL);
        needs("depreciation_lines", Rule.DEPRECIATION_LINES, Rule.POSTS_DEPRECIATION);
        needs("graph_nodes", Rule.GRAPH_FLAGS);
        needs(ExchangeRates.TABLE, Rule.ENTRY_RATES, Rule.DOCUMENT_RATES, Rule.REVALUATIONS);
    }

    private void needs(String table, Rule... rules) {
        if (!tables.has(table)) {
            for (Rule rule : rules) {
                findings.notApplicable(rule, "there is no table " + table);
            }
        }
    }
}
