package dev.headroom.generator.graph;

import dev.headroom.generator.Fidelity;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryObserver;
import dev.headroom.generator.ledger.JournalIds;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.RowOverlay;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import org.jspecify.annotations.Nullable;

/** Writes the nodes and edges of a ledger's records and entries. One for each worker; not thread-safe. */
public final class LedgerGraph implements EntryObserver {
    private static final int ENTRY = GraphNodes.kind("journal_entry");
    private static final int ACCOUNT = GraphNodes.kind("account");
    private static final int EMPLOYEE = GraphNodes.kind("employee");
    private static final int COST_CENTER = GraphNodes.kind("cost_center");

    private final byte[][] prefixes = GraphNodes.prefixes();
    private final GraphNodes nodes;
    private final GraphEdges edges;
    private final JournalIds journalIds;
    private final Employees employees;
    private final TextDictionary accounts;
    private final Ids costCenters;
    private boolean written;

    /**
     * Makes a graph.
     *
     * @param nodes of {@link GraphNodes#SCHEMA}; nothing else writes to it
     * @param edges of {@link GraphEdges#SCHEMA}; nothing else writes to it
     */
    public LedgerGraph(TableOutput nodes, TableOutput edges, Masters masters) {
        this.nodes = new GraphNodes(nodes);
        this.edges = new GraphEdges(edges);
        this.journalIds = new JournalIds(masters.companies().codes());
        this.employees = masters.employees();
        this.accounts = masters.accounts().numbers();
        this.costCenters = masters.costCenters().ids();
    }

    /** Begins a range. */
    public void begin(Fidelity fidelity) {
        written = fidelity.graph();
    }

    /** What writes the nodes and edges of a table's rows; null if they have none. */
    public @Nullable RowOverlay of(TableOutput output) {
        TableSchema schema = output.batch().schema();
        if (schema.name().equals("document_references")) {
            return new ReferenceEdges(output);
        }
        if (schema.name().equals("purchase_order_lines") || schema.name().equals("sales_order_lines")) {
            return new OrderLineEdges(output);
        }
        String key = schema.columns().get(0).name();
        int kind = schema.name().equals("gl_accounts")
                ? ACCOUNT
                : schema.name().equals("companies")
                        ? GraphNodes.kind("company")
                        : key.endsWith("_id") ? GraphNodes.kind(key.substring(0, key.length() - 3)) : -1;
        // Lines of documents begin with the documents' keys, too.
        boolean lines = schema.columns().size() > 1 && schema.columns().get(1).key();
        return kind < 0 || lines ? null : new RecordNodes(output, kind);
    }

    @Override
    public void entryComplete(EntryDraft draft, boolean anomalous) {
        if (!written) {
            return;
        }
        int day = draft.effectiveDate;
        int node = nodes.add(ENTRY, day, anomalous);
        setEntry(nodes.id(), node, draft);
        for (int line = 0; line < draft.lineCount; line++) {
            long amount = draft.groupAmount[line];
            int row = addEdge(EdgeType.TRANSACTION, Math.abs(amount), draft, line, anomalous);
            boolean debit = amount > 0;
            setEntry(debit ? edges.source() : edges.target(), row, draft);
            setText(debit ? edges.target() : edges.source(), row, ACCOUNT, accounts, draft.account[line]);
            if (draft.costCenter[line] != EntryDraft.NONE) {
                int allocation = addEdge(EdgeType.COST_ALLOCATION, Math.abs(amount), draft, line, anomalous);
                setEntry(edges.source(), allocation, draft);
                setId(edges.target(), allocation, COST_CENTER, costCenters, draft.costCenter[line]);
            }
        }
        if (draft.approvedBy != EntryDraft.NONE) {
            int row = addEdge(EdgeType.APPROVAL, GraphEdges.ONE, draft, EntryDraft.NONE, anomalous);
            setId(edges.source(), row, EMPLOYEE, employees.ids(), employees.employee(draft.approvedBy));
            setEntry(edges.target(), row, draft);
        }
        // Runs and returns have no records, and so no nodes.
        if (draft.documentType != EntryDraft.NONE && DocumentType.hasTable(draft.documentType)) {
            int row = addEdge(EdgeType.DOCUMENT_REFERENCE, GraphEdges.ONE, draft, EntryDraft.NONE, anomalous);
            setEntry(edges.source(), row, draft);
            LocalTextDictionary target = edges.target().local();
            target.append(prefixes[GraphNodes.document(draft.documentType)]);
            edges.target().setCode(row, DocumentType.addId(draft.documentType, target, draft.document));
        }
    }

    /** Adds an edge of an entry, and of one of its lines unless that is none. */
    private int addEdge(EdgeType type, long hundredths, EntryDraft draft, int line, boolean anomalous) {
        int row = edges.add(type, hundredths, draft.effectiveDate, anomalous);
        LocalTextDictionary id = edges.id().local();
        if (line != EntryDraft.NONE) {
            id.appendNumber(line + 1L, 1);
            id.append('/');
        }
        edges.id().setCode(row, journalIds.add(id, draft));
        return row;
    }

    private void setEntry(TextVector vector, int row, EntryDraft draft) {
        LocalTextDictionary local = vector.local();
        local.append(prefixes[ENTRY]);
        vector.setCode(row, journalIds.add(local, draft));
    }

    private void setText(TextVector vector, int row, int kind, TextDictionary texts, int code) {
        LocalTextDictionary local = vector.local();
        local.append(prefixes[kind]);
        local.append(texts, code);
        vector.setCode(row, local.endText());
    }

    private void setId(TextVector vector, int row, int kind, Ids ids, int index) {
        LocalTextDictionary local = vector.local();
        local.append(prefixes[kind]);
        ids.append(local, index);
        vector.setCode(row, local.endText());
    }

    /** Adds the text of a column in a row to the id of the last edge, and ends it. */
    private void endEdgeId(int edge, TextVector from, int row) {
        LocalTextDictionary id = edges.id().local();
        id.append(from.dictionary(), from.code(row));
        edges.id().setCode(edge, id.endText());
    }

    /** The nodes of master records and documents, with the edges that lie in their columns. */
    private final class RecordNodes implements RowOverlay {
        private final TableOutput output;
        private final int kind;
        private final TextVector key;
        private final @Nullable String date;
        private final @Nullable String amount;
        private final boolean employee;
        private final boolean order;

        RecordNodes(TableOutput output, int kind) {
            this.output = output;
            this.kind = kind;
            TableSchema schema = output.batch().schema();
            this.key = (TextVector) output.batch().vector(0);
            this.date = GraphNodes.isDocument(kind) ? first(schema, "_date") : null;
            this.employee = kind == EMPLOYEE;
            this.order = GraphNodes.isDocument(kind) && schema.name().endsWith("_orders");
            this.amount = order ? first(schema, "_amount") : null;
        }

        private static @Nullable String first(TableSchema schema, String ending) {
            return schema.columns().stream()
                    .map(column -> column.name())
                    .filter(name -> name.endsWith(ending))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public void rowComplete(int row) {
            if (!written) {
                return;
            }
            int day = date == null
                    ? GraphNodes.UNDATED
                    : output.batch().ints(date).get(row);
            int node = nodes.add(kind, day, false);
            setText(nodes.id(), node, kind, key.dictionary(), key.code(row));
            if (employee) {
                TextVector manager = output.batch().texts("manager_id");
                if (!manager.isNull(row)) {
                    int edge = edges.add(EdgeType.REPORTS_TO, GraphEdges.ONE, day, false);
                    setText(edges.source(), edge, kind, key.dictionary(), key.code(row));
                    setText(edges.target(), edge, kind, manager.dictionary(), manager.code(row));
                    endEdgeId(edge, key, row);
                }
            } else if (order && amount != null) {
                addPartner(row, day, output.batch().longs(amount).get(row));
                addApproval(row, day);
            }
        }

        private void addPartner(int row, int day, long value) {
            boolean purchase = output.batch().schema().name().startsWith("purchase");
            String partnerKind = purchase ? "vendor" : "customer";
            TextVector partner = output.batch().texts(partnerKind + "_id");
            int edge = edges.add(purchase ? EdgeType.PURCHASE : EdgeType.SALE, value, day, false);
            setText(edges.source(), edge, kind, key.dictionary(), key.code(row));
            setText(edges.target(), edge, GraphNodes.kind(partnerKind), partner.dictionary(), partner.code(row));
            endEdgeId(edge, key, row);
        }

        private void addApproval(int row, int day) {
            boolean approvable = output.batch().schema().columns().stream()
                    .anyMatch(column -> column.name().equals("approved_by"));
            if (!approvable || output.batch().texts("approved_by").isNull(row)) {
                return;
            }
            int edge = edges.add(EdgeType.APPROVAL, GraphEdges.ONE, day, false);
            int user = output.batch().texts("approved_by").code(row);
            setId(edges.source(), edge, EMPLOYEE, employees.ids(), employees.employee(user));
            setText(edges.target(), edge, kind, key.dictionary(), key.code(row));
            endEdgeId(edge, key, row);
        }
    }

    /** The edges from an order to the materials of its lines. */
    private final class OrderLineEdges implements RowOverlay {
        private final TextVector order;
        private final TableOutput output;
        private final EdgeType type;
        private final int kind;

        OrderLineEdges(TableOutput output) {
            this.output = output;
            this.order = (TextVector) output.batch().vector(0);
            String name = output.batch().schema().name();
            this.type = name.startsWith("purchase") ? EdgeType.PURCHASE : EdgeType.SALE;
            this.kind = GraphNodes.kind(name.substring(0, name.length() - "_lines".length()));
        }

        @Override
        public void rowComplete(int row) {
            TextVector material = output.batch().texts("material_id");
            if (!written || material.isNull(row)) {
                return;
            }
            long quantity = output.batch().longs("quantity").get(row);
            int edge = edges.add(type, quantity * GraphEdges.ONE, GraphNodes.UNDATED, false);
            setText(edges.source(), edge, kind, order.dictionary(), order.code(row));
            setText(edges.target(), edge, GraphNodes.kind("material"), material.dictionary(), material.code(row));
            edges.id().local().appendNumber(output.batch().longs("line_number").get(row), 1);
            edges.id().local().append('/');
            endEdgeId(edge, order, row);
        }
    }

    /** The edges from documents to earlier ones. */
    private final class ReferenceEdges implements RowOverlay {
        private final TextVector type;
        private final TextVector id;
        private final TextVector precedingType;
        private final TextVector precedingId;

        ReferenceEdges(TableOutput output) {
            type = output.batch().texts("document_type");
            id = output.batch().texts("document_id");
            precedingType = output.batch().texts("preceding_document_type");
            precedingId = output.batch().texts("preceding_document_id");
        }

        @Override
        public void rowComplete(int row) {
            if (!written) {
                return;
            }
            int edge = edges.add(EdgeType.DOCUMENT_REFERENCE, GraphEdges.ONE, GraphNodes.UNDATED, false);
            int later = GraphNodes.document(type.code(row));
            int earlier = GraphNodes.document(precedingType.code(row));
            setText(edges.source(), edge, later, id.dictionary(), id.code(row));
            setText(edges.target(), edge, earlier, precedingId.dictionary(), precedingId.code(row));
            edges.id().local().append(id.dictionary(), id.code(row));
            edges.id().local().append('/');
            endEdgeId(edge, precedingId, row);
        }
    }
}
